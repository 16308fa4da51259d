//! `cargo xtask spec`: one file for each subcommand.

mod check;
mod diff;
mod import;
mod r#try;

use std::process::ExitCode;

use clap::Subcommand;

use crate::failure::Failure;

/// What can be done with the API's documents; the arguments of each say what it does.
#[derive(Subcommand)]
pub enum Command {
    Import(import::Args),
    Diff(diff::Args),
    Check(check::Args),
    Try(r#try::Args),
}

/// Carries `command` out. The exit status is 0 if all is well, 1 if it found something to report;
/// input that cannot be worked with is a [`Failure`], for which it is 2.
pub fn run(command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Import(args) => import::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Try(args) => r#try::run(&args),
    }
}
