//! A program that uses acs-chat, built from another version of the API.

use acs_chat::{API_VERSION, ChatClient, CommunicationIdentifier, httpmock::MockServer};
use serde_json::json;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = MockServer::start_async().await;
    let mock = server
        .mock_async(|when, then| {
            when.method("POST")
                .path("/chat/threads/19:lunch@thread.v2/messages")
                .query_param("api-version", "2023-11-07")
                .json_body(json!({ "content": "Noon?", "type": "text" }));
            then.status(201).json_body(json!({ "id": "1593072104708" }));
        })
        .await;

    let client = ChatClient::builder(server.base_url())
        .credential("a token")
        .build()?;
    let sent = client.thread("19:lunch@thread.v2")?.send("Noon?").await?;

    mock.assert_async().await;
    let user = CommunicationIdentifier::from("8:acs:alice");
    println!("{API_VERSION}: {user} sent {}", sent.id);
    Ok(())
}
