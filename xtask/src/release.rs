//! `cargo xtask release`

use std::error::Error;
use std::fs;
use std::process::{Command, ExitCode};

use acs_chat_codegen::cli;

use crate::api;

/// Check that the version of Cargo.toml can be released, and print the commands that release it.
///
/// Needs what `cargo xtask api` needs, and `cargo install cargo-deny`.
#[derive(clap::Args)]
pub struct Args {
    /// Leave out what takes minutes: the minimal versions and the gate.
    #[arg(long)]
    quick: bool,
}

/// Says what is wrong, where something is.
type Fact = fn() -> Result<(), String>;

const VERSION: &str = env!("CARGO_PKG_VERSION");
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// Makes the checks, the fast ones first; 1 if one fails.
pub fn run(args: &Args) -> Result<ExitCode, Box<dyn Error>> {
    let facts: [(&str, Fact); 5] = [
        ("repository", repository),
        ("changelog", changelog),
        ("tag", tag),
        ("working tree, with the public API", working_tree),
        ("semver", semver),
    ];
    let mut failed = false;
    for (name, check) in facts {
        match check() {
            Ok(()) => println!("ok      {name}"),
            Err(why) => {
                failed = true;
                println!("failed  {name}: {why}");
            }
        }
    }
    let commands: [&[&str]; 3] = [
        &["cargo", "deny", "check"],
        &[".ci/minimal-versions"],
        &[".ci/run"],
    ];
    let take = if args.quick { 1 } else { commands.len() };
    for command in commands.iter().take(take) {
        if failed {
            break;
        }
        println!("        {}", command.join(" "));
        let status = program(command).status();
        failed = !status
            .map_err(|e| format!("{}: {e}", command[0]))?
            .success();
    }
    if failed {
        return Ok(ExitCode::FAILURE);
    }
    println!("\nAll that is left, in this order:\n");
    println!("git tag --sign v{VERSION} --message 'Version {VERSION}'");
    println!("git push origin v{VERSION}");
    for package in output(&[".ci/package", "--order"])?.lines() {
        println!("cargo publish --package {package}");
    }
    Ok(ExitCode::SUCCESS)
}

fn repository() -> Result<(), String> {
    if REPOSITORY.is_empty() {
        return Err("set `repository` in [workspace.package] of Cargo.toml".to_owned());
    }
    Ok(())
}

fn changelog() -> Result<(), String> {
    let changelog = fs::read_to_string(cli::root().join("CHANGELOG.md"));
    let changelog = changelog.map_err(|e| format!("CHANGELOG.md: {e}"))?;
    match changelog.lines().find_map(|line| line.strip_prefix("## ")) {
        Some(first) if first.split(' ').next() == Some(VERSION) => Ok(()),
        first => {
            let first = first.unwrap_or("nothing");
            Err(format!("begins with {first}, not with `## {VERSION}`"))
        }
    }
}

fn tag() -> Result<(), String> {
    if output(&["git", "tag", "--list", &format!("v{VERSION}")])?.is_empty() {
        return Ok(());
    }
    Err(format!("v{VERSION} is there already"))
}

fn working_tree() -> Result<(), String> {
    api::write().map_err(|error| error.to_string())?;
    let changes = output(&["git", "status", "--porcelain"])?;
    if changes.is_empty() {
        return Ok(());
    }
    Err(format!("is not committed:\n{changes}"))
}

/// Compares the public API with that of the last tag.
fn semver() -> Result<(), String> {
    let tags = output(&[
        "git",
        "tag",
        "--list",
        "v*",
        "--merged",
        "HEAD",
        "--sort=-v:refname",
    ])?;
    let Some(last) = tags.lines().next() else {
        return Ok(());
    };
    if is_breaking(last.trim_start_matches('v'), VERSION) {
        return Ok(());
    }
    let mut gone = Vec::new();
    for file in api::files().map_err(|error| error.to_string())? {
        let new = fs::read_to_string(&file).map_err(|error| error.to_string())?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        // Without a file there, the package is new.
        if let Ok(old) = output(&["git", "show", &format!("{last}:api/{name}")]) {
            gone.extend(missing(&old, &new));
        }
    }
    if gone.is_empty() {
        return Ok(());
    }
    let gone = gone.join("\n");
    Err(format!(
        "{VERSION} admits no breaking change since {last}, but this is gone:\n{gone}"
    ))
}

/// The lines of `old` that `new` does not have.
fn missing(old: &str, new: &str) -> Vec<String> {
    let new: Vec<_> = new.lines().collect();
    let gone = old.lines().filter(|line| !new.contains(line));
    gone.map(str::to_owned).collect()
}

/// Whether cargo takes `new` for incompatible with `old`: the first number that is not 0 differs.
fn is_breaking(old: &str, new: &str) -> bool {
    let leading = |version: &str| {
        let numbers = version.split(['.', '-']);
        let zeros = numbers.clone().take_while(|number| *number == "0").count();
        let leading: Vec<_> = numbers.take(zeros + 1).map(str::to_owned).collect();
        leading
    };
    leading(old) != leading(new)
}

fn program(command: &[&str]) -> Command {
    let mut program = Command::new(command[0]);
    program.current_dir(cli::root()).args(&command[1..]);
    program
}

fn output(command: &[&str]) -> Result<String, String> {
    let output = program(command).output();
    let output = output.map_err(|e| format!("{}: {e}", command[0]))?;
    if !output.status.success() {
        let reason = String::from_utf8_lossy(&output.stderr);
        return Err(format!("`{}` fails: {reason}", command.join(" ")));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_number_that_is_not_0_says_what_is_compatible() {
        for (old, new, breaking) in [
            ("0.1.0", "0.1.1", false),
            ("0.1.9", "0.2.0", true),
            ("0.0.1", "0.0.2", true),
            ("0.2.0", "1.0.0", true),
            ("1.2.0", "1.3.0", false),
            ("1.9.0", "2.0.0", true),
        ] {
            assert_eq!(is_breaking(old, new), breaking, "{old} to {new}");
        }
    }

    #[test]
    fn a_line_that_changes_is_gone() {
        assert_eq!(missing("a\nb", "a\nb\nc"), Vec::<String>::new());
        assert_eq!(missing("a(u8)\nb", "a(u16)\nb"), ["a(u8)"]);
    }
}
