//! What valgrind counts of a process: instructions, and allocated bytes.

use std::{
    collections::HashMap,
    ops::{Div, Sub},
    process::{Command, Output},
};

use crate::{BoxError, machine::succeeds};

/// Instructions of a process, or per call.
#[derive(Clone, Copy, Debug, Default)]
pub struct Instructions {
    /// All of them.
    pub total: f64,
    /// Those of `memcpy` and `memmove`. Copies that the compiler writes inline are not among them.
    pub copying: f64,
}

impl Sub for Instructions {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            total: self.total - other.total,
            copying: self.copying - other.copying,
        }
    }
}

impl Div<f64> for Instructions {
    type Output = Self;

    fn div(self, times: f64) -> Self {
        Self {
            total: self.total / times,
            copying: self.copying / times,
        }
    }
}

/// Whether valgrind is installed.
pub fn is_installed() -> bool {
    succeeds(Command::new("valgrind").arg("--version"))
}

/// Counts the instructions of a program run with these arguments.
///
/// # Errors
/// The program fails, or valgrind's report can't be read.
pub fn instructions(program: &[String]) -> Result<Instructions, BoxError> {
    let options = ["--tool=callgrind", "--callgrind-out-file=/dev/stdout"];
    let output = run(&options, program)?;
    parse_callgrind(&String::from_utf8_lossy(&output.stdout))
}

/// Counts the bytes that a program run with these arguments allocates.
///
/// # Errors
/// The program fails, or valgrind's report can't be read.
pub fn allocated_bytes(program: &[String]) -> Result<f64, BoxError> {
    let output = run(&["--tool=dhat", "--dhat-out-file=/dev/null"], program)?;
    let report = String::from_utf8_lossy(&output.stderr);
    let bytes = report
        .lines()
        .find_map(|line| line.split_once("Total:"))
        .and_then(|(_, total)| total.split_whitespace().next())
        .and_then(|bytes| bytes.replace(',', "").parse().ok());
    bytes.ok_or_else(|| format!("no total in the report of dhat: {report}").into())
}

fn run(options: &[&str], program: &[String]) -> Result<Output, BoxError> {
    let output = Command::new("valgrind")
        .args(options)
        .args(program)
        .output()?;
    if !output.status.success() {
        let report = String::from_utf8_lossy(&output.stderr);
        return Err(format!("valgrind: {report}").into());
    }
    Ok(output)
}

/// Adds up the costs that callgrind's profile has for each function by itself.
///
/// `fn=(7) name` begins the costs of a function, later ones name it `fn=(7)`; the line after `calls=` is the cost of a
/// callee. Source: "Callgrind Format Specification" in valgrind's manual.
fn parse_callgrind(profile: &str) -> Result<Instructions, BoxError> {
    let mut names: HashMap<&str, &str> = HashMap::new();
    let mut sum = Instructions::default();
    let mut copies = false;
    let mut lines = profile.lines();
    while let Some(line) = lines.next() {
        if let Some((key, function)) = line.split_once('=') {
            let (id, name) = function.split_once(' ').unwrap_or((function, ""));
            if matches!(key, "fn" | "cfn") && !name.is_empty() {
                names.insert(id, name);
            }
            match key {
                "fn" => {
                    let name = names.get(id).copied().unwrap_or_default();
                    copies = name.contains("memcpy") || name.contains("memmove");
                }
                "calls" => {
                    lines.next();
                }
                _ => {}
            }
        } else if line.starts_with(|first: char| first.is_ascii_digit() || "+-*".contains(first)) {
            let cost = line.split_whitespace().nth(1).unwrap_or("0");
            let cost: f64 = cost.parse()?;
            sum.total += cost;
            if copies {
                sum.copying += cost;
            }
        }
    }
    match sum.total > 0.0 {
        true => Ok(sum),
        false => Err("the profile of callgrind has no costs".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::parse_callgrind;

    #[test]
    fn the_cost_of_a_callee_counts_once_and_copies_are_told_apart() {
        let profile = "# callgrind format\nversion: 1\npositions: line\nevents: Ir\n\
            fl=(1) main.rs\nfn=(1) main\n10 100\n+1 20\ncfn=(2) __memcpy_avx_unaligned_erms\n\
            calls=3 0\n* 36\n-2 4\n\nfn=(2)\n0 30\n* 6\n\nfn=(3) memmove\n5 1\n\ntotals: 161\n";
        let sum = parse_callgrind(profile).unwrap();
        assert_eq!((sum.total, sum.copying), (161.0, 37.0));
    }

    #[test]
    fn a_profile_without_costs_is_an_error() {
        assert!(parse_callgrind("# callgrind format\nevents: Ir\n").is_err());
    }
}
