//! Sends a message to a thread and prints the thread's messages, on reqwest alone.
//!
//! `acs-chat-by-hand <endpoint> <token> <thread>`

use std::{env, error::Error};

use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct SendChatMessageRequest {
    content: &'static str,
}

#[derive(Deserialize)]
struct SendChatMessageResult {
    id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ChatMessagesCollection {
    value: Vec<ChatMessage>,
    next_link: Option<String>,
}

#[derive(Deserialize)]
struct ChatMessage {
    id: String,
    content: Option<ChatMessageContent>,
}

#[derive(Deserialize)]
struct ChatMessageContent {
    message: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [endpoint, token, thread] = &arguments[..] else {
        return Err("usage: acs-chat-by-hand <endpoint> <token> <thread>".into());
    };
    let http = reqwest::Client::new();
    let mut messages = reqwest::Url::parse(endpoint)?;
    messages
        .path_segments_mut()
        .map_err(|()| "the endpoint is no http URL")?
        .pop_if_empty()
        .extend(["chat", "threads", thread, "messages"]);
    messages
        .query_pairs_mut()
        .append_pair("api-version", "2025-03-15");

    let request = http.post(messages.clone()).bearer_auth(token);
    let body = SendChatMessageRequest {
        content: "Noon, by the river?",
    };
    let sent = request.json(&body).send().await?.error_for_status()?;
    println!("sent {}", sent.json::<SendChatMessageResult>().await?.id);

    let mut link = Some(messages.to_string());
    while let Some(url) = link {
        let page = http.get(url).bearer_auth(token).send().await?;
        let page: ChatMessagesCollection = page.error_for_status()?.json().await?;
        for message in page.value {
            let text = message.content.and_then(|content| content.message);
            println!("{}: {}", message.id, text.unwrap_or_default());
        }
        link = page.next_link;
    }
    Ok(())
}
