//! What every command takes.

use std::path::PathBuf;

use acs_chat::RetryPolicy;
use clap::Args;

use crate::output::{Format, Output};

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
