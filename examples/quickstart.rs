//! A whole conversation: a thread is created, people are added, messages are sent, listed, read, edited and deleted.
//!
//! `cargo run --example quickstart` runs it on an embedded service. With `ACS_ENDPOINT` and `ACS_TOKEN` set it runs on
//! that resource.

#[allow(clippy::duplicate_mod, reason = "the tests include all examples")]
#[path = "common/mod.rs"]
pub mod common;

use acs_chat::{CommunicationIdentifier, OutgoingMessage};
use common::{Result, Service};

#[tokio::main]
async fn main() -> Result<()> {
    run(&Service::connect().await?).await
}

/// The conversation, printed as it goes.
pub async fn run(service: &Service) -> Result<()> {
    let client = service.client()?;
    match &service.emulator {
        Some(_) => println!("Talking to an embedded service at {}\n", client.endpoint()),
        None => println!("Talking to {}\n", client.endpoint()),
    }

    let (thread, rejected) = client.create_thread("Lunch", &service.other).await?;
    println!("Created the thread “Lunch” {}", thread.id());
    for rejected in rejected {
        println!("  {rejected}");
    }
    println!("Participants:");
    let mut participants = thread.participants();
    while let Some(participant) = participants.next().await {
        let identifier = CommunicationIdentifier::from(participant?.communication_identifier);
        let is_own = client.user().is_some_and(|user| user == identifier);
        println!("  {identifier}{}", if is_own { " (you)" } else { "" });
    }

    thread.typing().await?;
    println!("\nAlice is typing …");
    let from_alice = |message: OutgoingMessage| message.sender_name("Alice");
    let first = OutgoingMessage::text("Where shall we have lunch?");
    let first = thread.send(from_alice(first)).await?.into_inner().id;
    let second = OutgoingMessage::html("The place <b>by the river</b>?");
    thread.send(from_alice(second)).await?;
    let last = OutgoingMessage::text("I am hungry allready.");
    let last = thread.send(from_alice(last)).await?.into_inner().id;
    println!("Sent three messages. The history, two to a page, newest first:");
    let mut pages = thread.list_chat_messages().max_page_size(2).pages();
    let mut number = 0;
    while let Some(page) = pages.next().await {
        number += 1;
        println!("  page {number}");
        for message in page?.items() {
            println!("    {message}");
        }
    }

    thread.mark_read(&first).await?;
    println!("\nSaid that message {first} was read.");
    thread.edit(&last, "I am hungry already.").await?;
    let message = thread
        .get_chat_message()
        .chat_message_id(&last)
        .send()
        .await?;
    println!("Corrected a typo:    {message}");
    thread.rename("Lunch by the river").await?;
    println!(
        "Changed the topic:   “{}”",
        thread.get_chat_thread_properties().send().await?.topic
    );
    thread.delete_message(&first).await?;
    println!("Deleted a message:   {first}");

    match thread.get_chat_message().chat_message_id("1").send().await {
        Ok(_) => println!("There is a message 1, to everyone's surprise."),
        Err(error) if error.is_not_found() => println!("Handled an error:    {error}"),
        Err(error) => return Err(error.into()),
    }

    thread.delete().await?;
    println!("Deleted the thread. That is all.");
    Ok(())
}
