//! The command line as a whole.

use std::{env, path::PathBuf};

use acs_chat::RetryPolicy;
use clap::{Arg, ArgMatches, Args, Error, Subcommand};

use crate::{
    commands::Command,
    exit,
    operations::{Cli, CliCommand},
    output::{Format, Output},
};

/// The name of the program.
pub const PROGRAM: &str = "acs-chat";

/// What every command takes.
#[derive(Args)]
#[command(next_help_heading = "Options of every command")]
pub struct Options {
    #[command(flatten)]
    pub connection: Connection,
    /// How results are written: `json` is one line for each item of a list; `auto` is a table or indented JSON on a
    /// terminal, and `json` elsewhere.
    #[arg(long, global = true, value_name = "FORMAT", value_enum, default_value_t = Format::Auto)]
    output: Format,
}

impl Options {
    pub fn output(&self) -> Output {
        Output::new(self.output)
    }
}

/// Which service is called, and as whom.
#[derive(Args)]
#[command(next_help_heading = "Options of every command")]
pub struct Connection {
    /// Endpoint of the resource, such as https://contoso.communication.azure.com; by default that in ACS_ENDPOINT.
    #[arg(long, global = true, value_name = "URL")]
    pub endpoint: Option<String>,
    /// File with the user's access token, `-` for standard input; by default the token is that in ACS_TOKEN. A file is
    /// read again when its token expires.
    #[arg(long, global = true, value_name = "FILE")]
    pub token_file: Option<PathBuf>,
    /// The user's access token itself. Everybody on this machine can read it in the list of processes, and it stays in
    /// the history of the shell: prefer --token-file or ACS_TOKEN.
    #[arg(long, global = true, conflicts_with = "token_file")]
    pub token: Option<String>,
    /// Start a service in this process, and use that.
    #[arg(long, global = true, conflicts_with_all = ["endpoint", "token", "token_file"])]
    pub emulator: bool,
    /// File that keeps the state of the emulator between runs.
    #[arg(long, global = true, value_name = "FILE", requires = "emulator")]
    pub emulator_state: Option<PathBuf>,
    /// Name of the emulator's user who calls.
    #[arg(long, global = true, value_name = "NAME", default_value = "alice")]
    pub emulator_user: String,
    /// How often a call that failed is repeated, if that is safe.
    #[arg(long, global = true, value_name = "TIMES", default_value_t = RetryPolicy::default().max_retries())]
    pub max_retries: u32,
}

/// Parses the arguments of the process.
pub fn parse() -> Result<ArgMatches, Error> {
    command().try_get_matches_from(env::args_os())
}

/// The command line: what is written by hand first, then the operations.
pub fn command() -> clap::Command {
    let command = Options::augment_args(clap::Command::new(PROGRAM));
    let command = Command::augment_subcommands(command)
        .version(env!("CARGO_PKG_VERSION"))
        .about("Azure Communication Services chat on the command line")
        .after_long_help(exit::help())
        .subcommand_required(true)
        .arg_required_else_help(true)
        .max_term_width(100);
    CliCommand::iter().fold(command, |command, operation| {
        command.subcommand(of(operation))
    })
}

/// The command of an operation. progenitor has summary and description in one text, which is long in a list.
fn of(operation: CliCommand) -> clap::Command {
    let command = Cli::get_command(operation).name(name(&operation));
    let command = command.mut_args(with_value_name);
    let about = command.get_about().map(ToString::to_string);
    match about.as_deref().and_then(|about| about.split_once("\n\n")) {
        Some((summary, description)) => command
            .about(summary.to_owned())
            .long_about(format!("{summary}\n\n{description}")),
        None => command,
    }
}

/// The usual form of the name of an argument's value, where progenitor gives none.
fn with_value_name(argument: Arg) -> Arg {
    match argument.get_value_names() {
        Some(_) => argument,
        None => {
            let name = argument.get_id().as_str().to_uppercase().replace('-', "_");
            argument.value_name(name)
        }
    }
}

/// The name of the command of an operation.
pub fn name(operation: &CliCommand) -> String {
    operation.operation_id().replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        command().debug_assert();
    }
}
