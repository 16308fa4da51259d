//! `cargo xtask spec`: one file per subcommand.

mod check;
mod diff;
mod import;
mod r#try;

use std::error::Error;
use std::process::ExitCode;

use clap::Subcommand;

/// The subcommands, documented at the arguments of each.
#[derive(Subcommand)]
pub enum Command {
    Import(import::Args),
    Diff(diff::Args),
    Check(check::Args),
    Try(r#try::Args),
}

/// Runs `command`. The exit status is 0 if all is well and 1 if it found something to report; input that it cannot
/// work with is an error.
pub fn run(command: Command) -> Result<ExitCode, Box<dyn Error>> {
    match command {
        Command::Import(args) => import::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Try(args) => r#try::run(&args),
    }
}
