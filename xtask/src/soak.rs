//! `cargo xtask soak`

use std::process::{Command, ExitCode};

use crate::failure::Failure;
use crate::workspace;

/// Put the client under load against the emulator and audit what it was told.
///
/// Runs the example `soak` of the crate, built for release; its exit status is this command's.
#[derive(clap::Args)]
pub struct Args {
    /// How many operations to do.
    #[arg(long, value_name = "N")]
    operations: Option<u64>,
    /// The rate of faults, from 0 to 1.
    #[arg(long, value_name = "R")]
    faults: Option<f64>,
    /// What the faults are drawn from: the same seed gives the same faults.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

/// Runs the example; what is not given is left to it.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let options = [
        ("--operations", args.operations.map(|n| n.to_string())),
        ("--faults", args.faults.map(|rate| rate.to_string())),
        ("--seed", args.seed.map(|n| n.to_string())),
    ];
    let given = options
        .into_iter()
        .filter_map(|(name, value)| Some([name.to_owned(), value?]));
    let example = [
        "run",
        "--release",
        "--quiet",
        "--package",
        "acs-chat",
        "--example",
        "soak",
        "--",
    ];
    let status = Command::new(workspace::cargo())
        .current_dir(workspace::root())
        .args(example)
        .args(given.flatten())
        .status()
        .map_err(|e| Failure::new("cargo", format!("cannot be run: {e}")))?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
