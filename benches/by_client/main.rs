//! Sends a message to a thread and prints the thread's messages, on the client.
//!
//! `acs-chat-by-client <endpoint> <token> <thread>`

use std::{env, error::Error};

use acs_chat::ChatClient;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [endpoint, token, thread] = &arguments[..] else {
        return Err("usage: acs-chat-by-client <endpoint> <token> <thread>".into());
    };
    let client = ChatClient::builder(endpoint)
        .credential(token.as_str())
        .build()?;
    let thread = client.thread(thread)?;

    let sent = thread.send("Noon, by the river?").await?;
    println!("sent {}", sent.id);

    let mut messages = thread.messages();
    while let Some(message) = messages.next().await {
        let message = message?;
        println!("{}: {}", message.id, message.text().unwrap_or_default());
    }
    Ok(())
}
