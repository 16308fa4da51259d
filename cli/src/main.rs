//! Azure Communication Services chat on the command line: a command for each operation of the API, and some that take
//! several calls.

mod args;
mod body;
mod commands;
mod exit;
mod failure;
mod input;
mod operations;
mod options;
mod output;
mod session;
mod store;
mod table;
mod text;

use std::process::ExitCode;

// Generated commands name them so.
#[allow(unused_imports, reason = "not every document has all of them")]
use acs_chat::{Joined, Nullable, types};
use anyhow::Result;
use clap::{ArgMatches, FromArgMatches};

use commands::Command;
use operations::{Cli, CliCommand};
use options::Options;

/// The name of the program.
const PROGRAM: &str = "acs-chat";

fn main() -> ExitCode {
    match args::parse().map(run) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(error)) => exit::failure(&error),
        Err(error) => exit::usage(&error),
    }
}

fn run(matches: ArgMatches) -> Result<()> {
    let options = Options::from_arg_matches(&matches)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let given = matches.subcommand().and_then(|(name, arguments)| {
        let operation = CliCommand::iter().find(|operation| args::name(operation) == name)?;
        Some((operation, arguments))
    });
    match given {
        Some((operation, arguments)) => {
            runtime.block_on(session::with_client(&options, async |client| {
                let cli = Cli::new(client.clone(), options.output());
                cli.execute(operation, arguments).await
            }))
        }
        None => {
            let command = Command::from_arg_matches(&matches)?;
            runtime.block_on(command.run(&options, args::command))
        }
    }
}
