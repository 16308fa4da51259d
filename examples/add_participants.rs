//! Adding people, some of whom the service rejects: the call succeeds all the same, and says who was left out.
//!
//! `cargo run --example add_participants` runs it on an embedded service. With `ACS_ENDPOINT` and `ACS_TOKEN` set it
//! runs on that resource.

#[allow(clippy::duplicate_mod, reason = "the tests include all examples")]
#[path = "common/mod.rs"]
pub mod common;

use acs_chat::{CommunicationIdentifier, types::ChatParticipant};
use common::{Result, Service};

#[tokio::main]
async fn main() -> Result<()> {
    run(&Service::connect().await?).await?;
    Ok(())
}

/// Adds somebody who is there and somebody who is not; how many were rejected.
pub async fn run(service: &Service) -> Result<usize> {
    let thread = service.thread("Who is coming?", None).await?;
    let stranger =
        "8:acs:00000000-0000-0000-0000-000000000000_00000000-0000-0000-0000-000000000000";
    let stranger = CommunicationIdentifier::from(stranger);
    let named = |who: CommunicationIdentifier, name| {
        let participant = ChatParticipant::builder().communication_identifier(who);
        participant.display_name(name).build()
    };
    let mut asked: Vec<ChatParticipant> = vec![named(stranger, "Carol")?];
    if let Some(other) = service.other.clone() {
        asked.push(named(other, "Bob")?);
    }

    let rejected = thread.add_participants(&asked).await?;
    for rejected in &rejected {
        println!("{rejected}");
    }
    println!(
        "{} of {} were added",
        asked.len() - rejected.len(),
        asked.len()
    );
    thread.delete().await?;
    Ok(rejected.len())
}
