//! Commands for several calls. Each is there if the client has what `needs.rs` lists.

#[cfg(convenience = "chat_command")]
mod chat;
mod completions;
#[cfg(convenience = "events_command")]
mod events;
#[cfg(convenience = "export_command")]
mod export;
#[cfg(convenience = "follow_command")]
mod follow;

use anyhow::Result;
use clap::Subcommand;

use crate::options::Options;
#[allow(unused_imports, reason = "a document may allow no such command")]
use crate::session::with_client;

/// A command that is not one operation.
#[derive(Subcommand)]
pub enum Command {
    #[cfg(convenience = "chat_command")]
    Chat(chat::Chat),
    #[cfg(convenience = "follow_command")]
    Follow(follow::Follow),
    #[cfg(convenience = "export_command")]
    Export(export::Export),
    #[cfg(convenience = "events_command")]
    Events(events::Events),
    Completions(completions::Completions),
}

impl Command {
    /// Runs the command. Completions are of the whole command line.
    pub async fn run(
        self,
        #[allow(unused_variables, reason = "a document may allow no such command")]
        options: &Options,
        command_line: fn() -> clap::Command,
    ) -> Result<()> {
        match self {
            #[cfg(convenience = "chat_command")]
            Self::Chat(chat) => with_client(options, async |client| chat.run(client).await).await,
            #[cfg(convenience = "follow_command")]
            Self::Follow(follow) => {
                with_client(options, async |client| follow.run(client).await).await
            }
            #[cfg(convenience = "export_command")]
            Self::Export(export) => {
                with_client(options, async |client| export.run(client).await).await
            }
            #[cfg(convenience = "events_command")]
            Self::Events(events) => events.run().await,
            Self::Completions(completions) => completions.run(command_line()),
        }
    }
}
