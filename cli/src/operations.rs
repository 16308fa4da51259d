//! The commands that progenitor makes of the operations of the API's document.

pub use generated::{Cli, CliCommand, READS};

/// What the generated code imports.
mod names {
    pub use acs_chat::{ChatClient as Client, types};

    pub use crate::output::Output;
}

#[allow(
    dead_code,
    unused_imports,
    unused_mut,
    clippy::all,
    reason = "not every document needs all that progenitor writes"
)]
#[allow(deprecated, reason = "the code names what the API deprecates")]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/commands.rs"));
}
