//! The commands `import`, `diff`, `check` and `try`, one file each: the binary `acs-chat-spec`, and `cargo xtask spec`.

mod allow;
mod check;
mod diff;
mod import;
mod trial;
mod r#try;
mod workspace;

use std::error::Error;
use std::process::ExitCode;

use clap::Subcommand;

pub use workspace::{cargo, root};

/// The subcommands, documented at the arguments of each.
#[derive(Subcommand)]
pub enum Command {
    Import(import::Args),
    Diff(diff::Args),
    Check(check::Args),
    Try(r#try::Args),
}

/// Runs `command` of a program called `program`. The exit status is 0 if all is well and 1 if it found something to
/// report; input that it cannot work with is an error.
pub fn run(command: Command, program: &str) -> Result<ExitCode, Box<dyn Error>> {
    match command {
        Command::Import(args) => import::run(&args, program),
        Command::Diff(args) => diff::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Try(args) => r#try::run(&args),
    }
}
