//! A bridge between a helpdesk and chat: each ticket has a thread, the helpdesk's notes become messages, and what others
//! write, edit and delete there is copied to the helpdesk.
//!
//! `cargo run --example bridge` runs one ticket on an embedded service, with the helpdesk and the customer in the
//! program. A response is lost and the bridge is restarted: no note is posted twice, and no change is missed.

#[allow(clippy::duplicate_mod, reason = "the tests include all examples")]
#[path = "common/mod.rs"]
pub mod common;

use std::{collections::BTreeMap, fs, io::ErrorKind, path::Path, time::Duration};

use acs_chat::{
    Change, ChatClient, ChatError, ChatThread, FollowThreads, OutgoingMessage, ThreadsCursor,
    types::{ChatMessage, ChatParticipant, SendChatMessageRequest},
};
use acs_chat_emulator::Fault;
use common::{Result, Service};
use tokio::time::sleep;

/// How long to wait before looking for a note again: a request without a response may still be under way.
const PAUSE: Duration = Duration::from_millis(500);

#[tokio::main]
async fn main() -> Result<()> {
    run(&Service::embedded().await?).await.map(drop)
}

/// What the helpdesk knows.
#[derive(Default)]
pub struct Helpdesk {
    /// The tickets, by the ids of their threads.
    pub tickets: BTreeMap<String, String>,
    /// The last change of each message, by its id: a change that is copied twice does no harm.
    pub messages: BTreeMap<String, String>,
}

/// A bridge, which follows the threads of its user.
pub struct Bridge<'a> {
    client: ChatClient,
    follow: FollowThreads,
    /// The file with the cursor.
    state: &'a Path,
}

impl<'a> Bridge<'a> {
    /// Goes on from the cursor in a file, or starts now.
    pub async fn start(client: ChatClient, state: &'a Path) -> Result<Self> {
        let cursor = match fs::read_to_string(state) {
            Ok(text) => text.parse()?,
            Err(error) if error.kind() == ErrorKind::NotFound => ThreadsCursor::now(),
            Err(error) => return Err(error.into()),
        };
        // A look at a thread finds edits and deletions, and is a request: by default every 5 minutes.
        let often = Duration::from_millis(100);
        let follow = client.follow_threads().since(cursor).look_every(often);
        let mut follow = follow.poll_every(often, often * 10);
        store(&follow.start().await?, state)?;
        Ok(Self {
            client,
            follow,
            state,
        })
    }

    /// Posts a note once, even if the call is repeated.
    pub async fn post(&self, to: &ChatThread, note: &str, message: OutgoingMessage) -> Result<()> {
        let message = message.metadata([("note", note)]);
        while let Err(error) = self.post_if_missing(to, note, &message).await {
            println!("Note {note}: {error}");
            if !error.is_throttled() && !error.may_have_been_processed() {
                return Err(error.into());
            }
            sleep(error.retry_after().unwrap_or(PAUSE)).await;
        }
        Ok(())
    }

    /// Sends the message of a note, unless it is in the thread.
    async fn post_if_missing(
        &self,
        to: &ChatThread,
        note: &str,
        message: &OutgoingMessage,
    ) -> std::result::Result<(), ChatError> {
        let mut posted = to.list_chat_messages().max_page_size(200).stream();
        while let Some(posted) = posted.next().await {
            let posted = posted?;
            let id = posted.metadata.as_ref().and_then(|pairs| pairs.get("note"));
            if id.is_some_and(|id| id == note) && self.is_own(&posted) {
                return Ok(());
            }
        }
        to.send(message.clone()).await.map(drop)
    }

    fn is_own(&self, message: &ChatMessage) -> bool {
        self.client.user().is_some() && message.sender() == self.client.user()
    }

    /// Copies the next change by somebody else to the helpdesk, and returns its message.
    pub async fn copy_next(&mut self, helpdesk: &mut Helpdesk) -> Result<ChatMessage> {
        while let Some(change) = self.follow.next().await {
            let change = change?;
            let (thread, message) = (change.thread(), change.message());
            let what = match change {
                _ if self.is_own(message) => None,
                Change::Sent { .. } => Some("new"),
                Change::Edited { .. } => Some("edited"),
                Change::Deleted { .. } => Some("deleted"),
                _ => None,
            };
            let copied = helpdesk.tickets.get(thread.id()).zip(what);
            if let Some((ticket, what)) = copied {
                println!("{ticket}, {what}: {message}");
                let row = format!("{what}: {}", message.text().unwrap_or_default());
                helpdesk.messages.insert(message.id.clone(), row);
                if let Err(error) = thread.mark_read(&message.id).await {
                    println!("{ticket}: {error}");
                }
            }
            // Last: a bridge that is killed before copies the change again.
            store(&self.follow.cursor(), self.state)?;
            if copied.is_some() {
                return Ok(change.into_message());
            }
        }
        Err("no longer following".into())
    }
}

/// Stores a cursor in one step, so that the file is never half written.
fn store(cursor: &ThreadsCursor, state: &Path) -> Result<()> {
    let new = state.with_extension("new");
    fs::write(&new, cursor.to_string())?;
    Ok(fs::rename(new, state)?)
}

/// Posts a message to another thread, with its type, and the name of its sender if there is one.
async fn forward(message: &ChatMessage, to: &ChatThread) -> Result<()> {
    let copy = SendChatMessageRequest::builder()
        .content(message.text().unwrap_or_default())
        .type_(message.type_.clone())
        .sender_display_name(message.sender_display_name.clone());
    to.send_chat_message().body(copy).await?;
    Ok(())
}

/// Says in the thread that its ticket is closed, and prints it.
async fn close(thread: &ChatThread, ticket: &str) -> Result<()> {
    thread.rename(format!("{ticket} (closed)")).await?;
    let messages = thread.list_chat_messages().max_page_size(200).stream();
    let mut messages = messages.collect_all().await?;
    // The list has the last change first.
    messages.sort_by_key(|message| message.sequence_id.parse::<u64>().ok());
    println!("Transcript of {ticket}:");
    for message in messages {
        println!("  {message}");
    }
    Ok(())
}

/// One ticket, from its opening to its transcript; returns what the helpdesk knows then.
pub async fn run(service: &Service) -> Result<Helpdesk> {
    let (Some(emulator), Some(bob)) = (&service.emulator, service.other_client()?) else {
        return Err("the customer is only there on an embedded service".into());
    };
    let folder = tempfile::tempdir()?;
    let state = folder.path().join("bridge.cursor");
    let (client, mut helpdesk) = (service.client()?, Helpdesk::default());
    let mut bridge = Bridge::start(client.clone(), &state).await?;

    let named = |id: &str, name| {
        let participant = ChatParticipant::builder().communication_identifier(id);
        participant.display_name(name).build()
    };
    let people = [
        named(&emulator.user_id("bob"), "Bob")?,
        named("4:+14255550123", "Bob's phone")?,
        named(&emulator.user_id("carol"), "Carol")?,
    ];
    let (thread, rejected) = client.create_thread("T-17", people).await?;
    for rejected in rejected {
        println!("T-17: {rejected}");
    }
    helpdesk.tickets.insert(thread.id().into(), "T-17".into());

    let pairs = [("ticket", "T-17")];
    let by_carol = |note: OutgoingMessage| note.sender_name("Carol").metadata(pairs);
    // The service posts the first note, but its response is lost.
    emulator.inject(Fault::DropAfter.on("SendChatMessage").times(1))?;
    let greeting = OutgoingMessage::text("How can I help?");
    bridge.post(&thread, "1", by_carol(greeting)).await?;

    let bob = bob.thread(thread.id())?;
    let question = OutgoingMessage::text("My printer prints nothing.").sender_name("Bob");
    let question = bob.send(question).await?.into_inner().id;
    let asked = bridge.copy_next(&mut helpdesk).await?;
    let dave = emulator.user_id("dave");
    let (experts, _) = client.create_thread("Experts", [dave]).await?;
    forward(&asked, &experts).await?;
    bob.edit(&question, "It prints white pages.").await?;
    bridge.copy_next(&mut helpdesk).await?;

    // What happens while the bridge is down is copied later.
    drop(bridge);
    let mistake = bob.send("My password is 1234.").await?.into_inner().id;
    bob.delete_message(&mistake).await?;
    let mut bridge = Bridge::start(client, &state).await?;
    bridge.copy_next(&mut helpdesk).await?;

    // The indicator disappears after 8 s: who takes longer repeats it.
    thread.typing().await?;
    sleep(PAUSE).await;
    let answer = OutgoingMessage::html("Please replace the <b>cartridge</b>.");
    bridge.post(&thread, "2", by_carol(answer)).await?;
    bob.send("It works, thanks!").await?;
    bridge.copy_next(&mut helpdesk).await?;
    close(&thread, "T-17").await?;
    Ok(helpdesk)
}
