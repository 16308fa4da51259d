//! `cargo xtask soak`

use std::error::Error;
use std::process::{Command, ExitCode};

use acs_chat_codegen::cli;

/// Put the client under load against the emulator and audit its results.
///
/// Runs the crate's example `soak` in release mode; its exit status is this command's.
#[derive(clap::Args)]
pub struct Args {
    /// The number of operations.
    #[arg(long, value_name = "N")]
    operations: Option<u64>,
    /// The rate of faults, from 0 to 1.
    #[arg(long, value_name = "R")]
    faults: Option<f64>,
    /// The seed of the random faults: the same seed gives the same faults.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Run with clients that are wrong on purpose, one after the other; succeeds if the audit notices each.
    #[arg(long)]
    sabotage: bool,
}

/// Runs the example, which has the defaults of the options.
pub fn run(args: &Args) -> Result<ExitCode, Box<dyn Error>> {
    let options = [
        ("--operations", args.operations.map(|n| n.to_string())),
        ("--faults", args.faults.map(|rate| rate.to_string())),
        ("--seed", args.seed.map(|n| n.to_string())),
    ];
    let options = options.into_iter();
    let given = options.filter_map(|(name, value)| Some([name.to_owned(), value?]));
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
    let status = Command::new(cli::cargo())
        .current_dir(cli::root())
        .args(example)
        .args(given.flatten())
        .args(args.sabotage.then_some("--sabotage"))
        .status()
        .map_err(|e| format!("cargo cannot be run: {e}"))?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
