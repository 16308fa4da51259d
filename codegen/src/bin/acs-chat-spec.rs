//! Imports, compares, checks and tries the API's documents; `acs-chat-spec help` lists the commands.

use std::process::ExitCode;

use acs_chat_codegen::cli;
use clap::Parser;

/// Import, compare and check the API's documents.
#[derive(Parser)]
#[command(name = "acs-chat-spec", version)]
struct Cli {
    #[command(subcommand)]
    command: cli::Command,
}

fn main() -> ExitCode {
    cli::run(Cli::parse().command, "acs-chat-spec").unwrap_or_else(|error| {
        eprintln!("error: {error}");
        ExitCode::from(2)
    })
}
