//! A whole conversation: a thread is created, people are added, messages are sent, listed, read, edited and deleted.
//!
//! `cargo run --example quickstart` runs it on an embedded service. With `ACS_ENDPOINT` and `ACS_TOKEN` set it runs on
//! that resource.

#[allow(clippy::duplicate_mod, reason = "the tests include all examples")]
#[path = "common/mod.rs"]
pub mod common;

use acs_chat::types::{
    ChatMessage, ChatMessageType, CreateChatThreadRequest, SendReadReceiptRequest,
    SendTypingNotificationRequest, UpdateChatMessageRequest, UpdateChatThreadRequest,
};
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

    let created = client
        .create_chat_thread()
        .body(CreateChatThreadRequest::builder().topic("Lunch"))
        .send()
        .await?;
    let properties = created
        .into_inner()
        .chat_thread
        .ok_or("the service created no thread")?;
    println!(
        "Created the thread “{}” {}",
        properties.topic, properties.id
    );
    let thread = client.thread(&properties.id)?;

    let other = service.other.clone();
    let participant =
        other.unwrap_or_else(|| properties.created_by_communication_identifier.into());
    for rejected in thread.add_participants([participant.clone()]).await? {
        println!("  could not add {participant}: {}", rejected.error.message);
    }
    println!("Participants:");
    let mut participants = thread.participants();
    while let Some(participant) = participants.next().await {
        let raw_id = participant?.communication_identifier.raw_id;
        println!("  {}", raw_id.unwrap_or_default());
    }

    let typing = SendTypingNotificationRequest::builder().sender_display_name("Alice");
    thread
        .send_typing_notification()
        .body(typing)
        .send()
        .await?;
    println!("\nAlice is typing …");
    let first = thread
        .send_text("Where shall we have lunch?")
        .await?
        .into_inner()
        .id;
    thread.send_html("The place <b>by the river</b>?").await?;
    let last = thread
        .send_text("I am hungry allready.")
        .await?
        .into_inner()
        .id;
    println!("Sent three messages. The history, two to a page, newest first:");
    let mut pages = thread.list_chat_messages().max_page_size(2).pages();
    let mut number = 0;
    while let Some(page) = pages.next().await {
        number += 1;
        println!("  page {number}");
        for message in page?.items() {
            println!("    {}", describe(message));
        }
    }

    let receipt = SendReadReceiptRequest::builder().chat_message_id(&first);
    thread.send_chat_read_receipt().body(receipt).send().await?;
    println!("\nSaid that message {first} was read.");
    let correction = UpdateChatMessageRequest::builder().content("I am hungry already.");
    thread
        .update_chat_message()
        .chat_message_id(&last)
        .body(correction)
        .send()
        .await?;
    let message = thread
        .get_chat_message()
        .chat_message_id(&last)
        .send()
        .await?;
    println!("Corrected a typo:    {}", describe(&message));
    let topic = UpdateChatThreadRequest::builder().topic("Lunch by the river");
    thread
        .update_chat_thread_properties()
        .body(topic)
        .send()
        .await?;
    println!(
        "Changed the topic:   “{}”",
        thread.get_chat_thread_properties().send().await?.topic
    );
    thread
        .delete_chat_message()
        .chat_message_id(&first)
        .send()
        .await?;
    println!("Deleted a message:   {first}");

    match thread.get_chat_message().chat_message_id("1").send().await {
        Ok(_) => println!("There is a message 1, to everyone's surprise."),
        Err(error) if error.is_not_found() => println!("Handled an error:    {error}"),
        Err(error) => return Err(error.into()),
    }

    thread.delete_chat_thread().send().await?;
    println!("Deleted the thread. That is all.");
    Ok(())
}

/// A message as one line.
fn describe(message: &ChatMessage) -> String {
    let content = message.content.as_ref();
    let text = match &message.type_ {
        ChatMessageType::Text | ChatMessageType::Html => {
            content.and_then(|content| content.message.clone())
        }
        ChatMessageType::TopicUpdated => content.and_then(|content| content.topic.clone()),
        _ => None,
    };
    let edited = message.edited_on.map_or("", |_| " (edited)");
    format!("[{}] {}{edited}", message.type_, text.unwrap_or_default())
}
