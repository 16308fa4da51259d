//! Maintenance commands of the workspace; `cargo xtask help` lists them.

mod api;
mod release;
mod soak;

use std::process::ExitCode;

use acs_chat_codegen::cli as spec;
use clap::{Parser, Subcommand};

/// Maintenance commands of the workspace.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Import, compare and check the API's documents.
    #[command(subcommand)]
    Spec(spec::Command),
    Soak(soak::Args),
    Api(api::Args),
    Release(release::Args),
}

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Spec(command) => spec::run(command, "cargo xtask spec"),
        Command::Soak(args) => soak::run(&args),
        Command::Api(args) => api::run(&args),
        Command::Release(args) => release::run(&args),
    };
    result.unwrap_or_else(|error| {
        eprintln!("error: {error}");
        ExitCode::from(2)
    })
}
