//! The command line as a whole.

use std::env;

use clap::{Arg, ArgMatches, Args, Error, Subcommand};

use crate::{
    PROGRAM,
    commands::Command,
    exit,
    operations::{Cli, CliCommand},
    options::Options,
};

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
