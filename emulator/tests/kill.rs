//! Killed at any moment, the emulator loses nothing that it acknowledged.

#[path = "common/command.rs"]
mod command;
mod common;

use acs_chat_emulator::{Snapshot, token};
use command::{Server, serve};
use common::{API_VERSION, http};
use reqwest::Client;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::sync::Semaphore;

const KILLS: usize = 50;
const SENDERS: usize = 6;

/// What the service said about a message: its text, and whether it was then deleted.
type Acknowledged = BTreeMap<String, (String, bool)>;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_kills_under_load_lose_no_acknowledged_write() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let state = file.to_str().unwrap();
    let token = token("alice", SystemTime::now() + Duration::from_secs(86400));
    let mut acked = Acknowledged::new();
    let mut thread = None;
    for round in 0..KILLS {
        let server = serve(&["--state", state]);
        check(&server, &acked).await;
        let thread = match &thread {
            Some(thread) => String::clone(thread),
            None => thread.insert(create(&server, &token).await).clone(),
        };
        let acknowledged = Arc::new(Semaphore::new(0));
        let senders: Vec<_> = (0..SENDERS)
            .map(|sender| {
                let path = format!("{}/chat/threads/{thread}/messages", server.url);
                let name = format!("{round} {sender}");
                tokio::spawn(send_until_it_fails(
                    path,
                    token.clone(),
                    name,
                    Arc::clone(&acknowledged),
                ))
            })
            .collect();
        // Each round ends after another number of responses, in the middle of the requests that follow. By then one sender
        // at least has sent three messages, and so has deleted one.
        let responses = (2 * SENDERS + 1 + round % 13) as u32;
        acknowledged.acquire_many(responses).await.unwrap().forget();
        server.kill();
        for sender in senders {
            acked.extend(sender.await.unwrap());
        }
    }
    let server = serve(&["--state", state]);
    let unacknowledged = check(&server, &acked).await;
    assert!(
        acked.len() > KILLS * 6,
        "{} messages are no load",
        acked.len()
    );
    assert!(
        acked.values().any(|(_, deleted)| *deleted),
        "nothing but messages was written"
    );
    println!(
        "{KILLS} kills: {} acknowledged and there, {unacknowledged} there and not acknowledged",
        acked.len()
    );
}

async fn create(server: &Server, token: &str) -> String {
    let url = format!("{}/chat/threads?api-version={API_VERSION}", server.url);
    let made = http()
        .post(url)
        .bearer_auth(token)
        .json(&json!({ "topic": "Load" }))
        .send()
        .await
        .unwrap();
    let body: Value = made.json().await.unwrap();
    body["chatThread"]["id"].as_str().unwrap().to_owned()
}

/// Sends message after message, deletes every second one, and returns what was acknowledged.
async fn send_until_it_fails(
    path: String,
    token: String,
    name: String,
    acknowledged: Arc<Semaphore>,
) -> Acknowledged {
    let (http, mut acked) = (http(), Acknowledged::new());
    for number in 0.. {
        let text = format!("{name} {number}");
        let Some(id) = send(&http, &path, &token, &text).await else {
            break;
        };
        acknowledged.add_permits(1);
        acked.insert(id.clone(), (text, false));
        if number % 2 == 1 {
            let delete = http
                .delete(format!("{path}/{id}?api-version={API_VERSION}"))
                .bearer_auth(&token);
            let Ok(response) = delete.send().await else {
                // Nobody knows whether it was deleted, so nothing is claimed of it.
                acked.remove(&id);
                break;
            };
            assert_eq!(response.status(), 204);
            acked.insert(id, (String::new(), true));
        }
    }
    acked
}

async fn send(http: &Client, path: &str, token: &str, text: &str) -> Option<String> {
    let request = http
        .post(format!("{path}?api-version={API_VERSION}"))
        .bearer_auth(token)
        .json(&json!({ "content": text }));
    let response: Value = request.send().await.ok()?.json().await.ok()?;
    Some(
        response["id"]
            .as_str()
            .expect("a message that was taken has an id")
            .to_owned(),
    )
}

/// Finds everything that was acknowledged, and no message twice; returns how many more messages there are.
async fn check(server: &Server, acked: &Acknowledged) -> usize {
    let url = format!("{}/_emulator/snapshot", server.url);
    let snapshot: Snapshot = http().get(url).send().await.unwrap().json().await.unwrap();
    let written = snapshot
        .threads
        .iter()
        .flat_map(|thread| &thread.messages)
        .filter(|message| message.kind == "text");
    let held: Acknowledged = written
        .map(|message| {
            (
                message.id.clone(),
                (message.content.clone(), message.deleted),
            )
        })
        .collect();
    for (id, message) in acked {
        assert_eq!(held.get(id), Some(message), "message {id} was acknowledged");
    }
    let texts: Vec<&str> = held
        .values()
        .filter(|(_, deleted)| !deleted)
        .map(|(text, _)| text.as_str())
        .collect();
    assert_eq!(
        texts.iter().collect::<BTreeSet<_>>().len(),
        texts.len(),
        "a message is there twice"
    );
    held.len() - acked.len()
}
