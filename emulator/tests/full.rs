//! A state file that cannot grow any more: what is not written is not acknowledged.
#![cfg(unix)]

#[path = "common/command.rs"]
mod command;
mod common;

use acs_chat_emulator::{Snapshot, token};
use command::{BINARY, serve, start};
use common::{API_VERSION, Response, fetch, http};
use serde_json::json;
use std::collections::BTreeSet;
use std::process::Command;
use std::time::{Duration, SystemTime};

#[tokio::test]
async fn nothing_is_acknowledged_that_the_file_does_not_take() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let state = file.to_str().unwrap();
    let token = token("alice", SystemTime::now() + Duration::from_secs(3600));
    let mut limited = Command::new("sh");
    // 16 blocks of 512 bytes; without the trap the limit would end the process instead of failing the write.
    let script = "trap '' XFSZ; ulimit -f 16; exec \"$0\" serve --print-url --errors documented --state \"$1\"";
    limited.args(["-c", script, BINARY, state]);
    let mut server = start(limited);
    let (url, http) = (server.url.clone(), http());
    let post = async |path: &str, body: serde_json::Value| -> Response {
        let url = format!("{url}/chat/threads{path}?api-version={API_VERSION}");
        fetch(http.post(url).bearer_auth(&token).json(&body)).await
    };
    let made = post("", json!({ "topic": "Load" })).await;
    let messages = format!(
        "/{}/messages",
        made.body["chatThread"]["id"].as_str().unwrap()
    );
    let mut acknowledged = BTreeSet::new();
    let refused = loop {
        let sent = post(&messages, json!({ "content": "x".repeat(500) })).await;
        if sent.status != 201 {
            break sent;
        }
        acknowledged.insert(sent.body["id"].as_str().unwrap().to_owned());
    };
    assert!(acknowledged.len() > 2, "{acknowledged:?}");
    assert_eq!(
        (
            refused.status,
            refused.error().contains("state file cannot be written")
        ),
        (503, true),
        "{refused:?}"
    );
    // Nor does any response from then on show what a restart would undo.
    assert_eq!(
        post(&messages, json!({ "content": "small" })).await.status,
        503
    );
    let list = format!("{url}/chat/threads{messages}?api-version={API_VERSION}");
    assert_eq!(fetch(http.get(list).bearer_auth(&token)).await.status, 503);
    server.child.kill().unwrap();
    server.child.wait().unwrap();
    assert!(
        server
            .errors()
            .contains("state.json can no longer be written: ")
    );
    drop(server);
    let server = serve(&["--state", state]);
    let url = format!("{}/_emulator/snapshot", server.url);
    let snapshot: Snapshot = http.get(url).send().await.unwrap().json().await.unwrap();
    let written = snapshot.threads[0]
        .messages
        .iter()
        .filter(|message| message.kind == "text");
    assert_eq!(
        written
            .map(|message| message.id.clone())
            .collect::<BTreeSet<_>>(),
        acknowledged
    );
}
