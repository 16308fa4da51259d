//! Maintenance commands of the workspace; `cargo xtask help` lists them.

mod check;
mod diff;
mod failure;
mod openapi;
mod place;
mod soak;
mod spec;
mod swagger;
mod trial;
mod workspace;

use std::process::ExitCode;

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
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Spec(command) => spec::run(command),
        Command::Soak(args) => soak::run(&args),
    };
    done.unwrap_or_else(|failure| {
        eprintln!("error: {failure}");
        ExitCode::from(2)
    })
}
