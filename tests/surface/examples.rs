//! Each example runs to its end on the embedded service.

#![allow(
    dead_code,
    missing_docs,
    reason = "the examples are programs of their own"
)]

#[path = "../../examples/add_participants.rs"]
mod add_participants;
#[path = "../../examples/bot.rs"]
mod bot;
#[path = "../../examples/export_history.rs"]
mod export_history;
#[path = "../../examples/quickstart.rs"]
mod quickstart;
#[path = "../../examples/refresh_token.rs"]
mod refresh_token;

use std::{collections::BTreeSet, fs};

#[tokio::test]
async fn quickstart_holds_its_conversation() {
    let service = quickstart::common::Service::embedded()
        .await
        .expect("a service");
    quickstart::run(&service).await.expect("quickstart");
    let held = service.emulator.expect("embedded").snapshot();
    assert_eq!(held.threads.len(), 1);
    for operation in [
        "SendChatMessage",
        "SendTypingNotification",
        "SendChatReadReceipt",
        "DeleteChatThread",
    ] {
        let count = held.requests.iter().find(|(id, _)| id.ends_with(operation));
        assert!(
            count.is_some_and(|(_, count)| *count > 0),
            "{operation}: {:?}",
            held.requests
        );
    }
}

#[tokio::test]
async fn export_history_goes_on_where_it_stopped() {
    let service = export_history::common::Service::embedded()
        .await
        .expect("a service");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("history.jsonl");
    export_history::run(&service, &file).await.expect("export");
    let text = fs::read_to_string(&file).expect("the export");
    let ids: Vec<String> = text
        .lines()
        .map(|line| {
            serde_json::from_str::<acs_chat::types::ChatMessage>(line)
                .expect("a message")
                .id
        })
        .collect();
    assert!(ids.len() >= 50, "{}", ids.len());
    assert_eq!(
        ids.iter().collect::<BTreeSet<_>>().len(),
        ids.len(),
        "a message twice"
    );
    assert!(!file.with_extension("next").exists());
}

#[tokio::test]
async fn bot_answers_each_message_once() {
    let service = bot::common::Service::embedded().await.expect("a service");
    bot::run(&service).await.expect("three answers");
}

#[tokio::test]
async fn add_participants_says_who_was_left_out() {
    let service = add_participants::common::Service::embedded()
        .await
        .expect("a service");
    let rejected = add_participants::run(&service)
        .await
        .expect("partial success");
    assert_eq!(rejected, 1);
}

#[tokio::test]
async fn refresh_token_asks_as_often_as_needed() {
    let service = refresh_token::common::Service::embedded()
        .await
        .expect("a service");
    let issued = refresh_token::run(&service).await.expect("tokens");
    assert_eq!(issued, 2, "one for ten calls, one after a refusal");
}
