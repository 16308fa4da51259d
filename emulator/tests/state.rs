//! State that outlives the emulator.

mod common;

use acs_chat_emulator::{Emulator, StartError, StateError};
use common::{Service, answer, started};
use reqwest::Method;
use serde_json::{Value, json};
use std::path::Path;

async fn with_state(path: &Path) -> Service {
    started(Emulator::builder().state_file(path)).await
}

#[tokio::test]
async fn everything_is_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let service = with_state(&file).await;
    let create = |service: &Service, topic: &str| {
        let request = service
            .request("alice", Method::POST, "/chat/threads")
            .header("repeatability-request-id", "one");
        request.json(&json!({ "topic": topic, "participants": [service.participant("bob"), service.participant("carol")] }))
    };
    let made = answer(create(&service, "Lunch")).await;
    let thread = format!(
        "/chat/threads/{}",
        made.body["chatThread"]["id"].as_str().unwrap()
    );
    let gone = service.thread(&["bob"]).await;
    let [edited, deleted] = [
        service.say("alice", &thread, "one").await,
        service.say("alice", &thread, "two").await,
    ];
    service
        .patch(
            "alice",
            &format!("{thread}/messages/{edited}"),
            json!({ "content": "uno", "metadata": { "a": "1" } }),
        )
        .await;
    service
        .delete("alice", &format!("{thread}/messages/{deleted}"))
        .await;
    service
        .post(
            "bob",
            &format!("{thread}/readReceipts"),
            json!({ "chatMessageId": edited }),
        )
        .await;
    service
        .post(
            "bob",
            &format!("{thread}/participants/:remove"),
            service.identifier("carol"),
        )
        .await;
    let policy = json!({ "kind": "threadCreationDate", "deleteThreadAfterDays": 30 });
    service
        .patch(
            "bob",
            &thread,
            json!({ "topic": "Dinner", "metadata": { "b": "2" }, "retentionPolicy": policy }),
        )
        .await;
    service.delete("bob", &gone).await;
    let seen = async |service: &Service| {
        let mut seen = Vec::new();
        for path in ["", "/messages", "/participants", "/readReceipts"] {
            seen.push(service.get("bob", &format!("{thread}{path}")).await.body);
        }
        seen.push(service.get("bob", "/chat/threads").await.body);
        seen
    };
    let before = seen(&service).await;
    let held = service.emulator.snapshot().threads;
    service.emulator.stop().await;
    for _ in 0..2 {
        let service = with_state(&file).await;
        assert_eq!(seen(&service).await, before);
        assert_eq!(service.emulator.snapshot().threads, held);
        assert_eq!(
            answer(create(&service, "Again")).await.body,
            made.body,
            "the repeatability id is remembered"
        );
        service.emulator.stop().await;
    }
    let service = with_state(&file).await;
    let next = service.say("alice", &thread, "three").await;
    let newest = held
        .iter()
        .flat_map(|thread| &thread.messages)
        .map(|message| message.id.as_str())
        .max()
        .unwrap();
    assert!(next.as_str() > newest, "ids go on growing");
}

#[tokio::test]
async fn a_clock_that_went_back_does_not_repeat_an_id() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let service = with_state(&file).await;
    service
        .emulator
        .advance(std::time::Duration::from_secs(3600));
    let thread = service.thread(&["alice"]).await;
    let ahead = service.say("alice", &thread, "ahead").await;
    service.emulator.stop().await;
    let service = with_state(&file).await;
    let next = service.say("alice", &thread, "next").await;
    assert_eq!(
        next.parse::<u64>().unwrap(),
        ahead.parse::<u64>().unwrap() + 1
    );
}

/// What a kill in the middle of a write leaves: a file of any length is a state from which to go on.
#[tokio::test]
async fn half_a_line_at_the_end_is_cut_off() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let service = with_state(&file).await;
    let thread = service.thread(&["alice"]).await;
    service.say("alice", &thread, "one").await;
    service.emulator.stop().await;
    let whole = std::fs::read(&file).unwrap();
    let lines = whole.iter().filter(|byte| **byte == b'\n').count();
    assert_eq!(lines, 3);
    let at_ends = |length: &usize| {
        let near = &whole[length.saturating_sub(2)..(length + 2).min(whole.len())];
        length.is_multiple_of(37) || near.contains(&b'\n')
    };
    for length in (0..whole.len()).filter(at_ends) {
        std::fs::write(&file, &whole[..length]).unwrap();
        let kept = whole[..length]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count();
        let service = with_state(&file).await;
        assert_eq!(
            service.emulator.snapshot().threads.len(),
            usize::from(kept >= 2),
            "{length} bytes"
        );
        service.emulator.stop().await;
        let left = std::fs::read(&file).unwrap();
        assert!(
            left.ends_with(b"\n") && whole.starts_with(&left),
            "{length} bytes"
        );
    }
}

async fn refused(path: &Path) -> String {
    let error = Emulator::builder()
        .state_file(path)
        .start()
        .await
        .unwrap_err();
    assert!(matches!(error, StartError::State(_)), "{error:?}");
    error.to_string()
}

/// Whatever numbers a file has, the emulator goes on from them without a fall.
#[tokio::test]
async fn absurd_numbers_in_the_file_do_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let service = with_state(&file).await;
    let thread = service.thread(&["alice"]).await;
    service.emulator.stop().await;
    let text = std::fs::read_to_string(&file).unwrap();
    let (head, commit) = text.split_once('\n').unwrap();
    let extremes = |key: &str| match key {
        "version" | "id" | "sequence" => vec![json!(0), json!(u64::MAX)],
        "created_on" | "share_history_time" => vec![json!(i64::MIN), json!(i64::MAX)],
        _ => vec![],
    };
    for which in 0..2 {
        let mut changed: Value = serde_json::from_str(commit).unwrap();
        let count = replace_numbers(&mut changed, &|key| extremes(key).into_iter().nth(which));
        assert!(count > 10, "{count} numbers");
        std::fs::write(&file, format!("{head}\n{changed}\n")).unwrap();
        let service = with_state(&file).await;
        service.say("alice", &thread, "still there").await;
        for path in ["", "/messages", "/participants"] {
            let answer = service.get("alice", &format!("{thread}{path}")).await;
            assert_eq!(answer.status, 200, "{path}");
        }
        service.emulator.stop().await;
    }
}

fn replace_numbers(value: &mut Value, other: &impl Fn(&str) -> Option<Value>) -> usize {
    match value {
        Value::Object(fields) => fields
            .iter_mut()
            .map(
                |(key, value)| match other(key).filter(|_| value.is_number()) {
                    Some(number) => {
                        *value = number;
                        1
                    }
                    None => replace_numbers(value, other),
                },
            )
            .sum(),
        Value::Array(items) => items
            .iter_mut()
            .map(|item| replace_numbers(item, other))
            .sum(),
        _ => 0,
    }
}

#[tokio::test]
async fn what_is_no_state_file_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.txt");
    for (text, line) in [
        ("milk", 1),
        ("milk\nbread\n", 1),
        ("{}\n", 1),
        ("{\"acs_chat_emulator_state\":1}\nmilk\n", 2),
    ] {
        std::fs::write(&file, text).unwrap();
        let said = refused(&file).await;
        assert!(
            said.contains(&format!("line {line} of")) && said.contains("notes.txt"),
            "{said}"
        );
        assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
    }
    assert!(
        refused(folder.path())
            .await
            .contains("cannot use the state file")
    );
    assert!(
        refused(&folder.path().join("no/such/folder.json"))
            .await
            .contains("cannot use the state file")
    );
}

#[tokio::test]
async fn two_emulators_do_not_share_a_state_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let first = with_state(&file).await;
    let error = Emulator::builder()
        .state_file(&file)
        .start()
        .await
        .unwrap_err();
    assert!(
        matches!(error, StartError::State(StateError::InUse { .. })),
        "{error:?}"
    );
    first.emulator.stop().await;
    with_state(&file).await;
}

/// `/dev/full` gives bytes without end and takes none.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_device_is_no_state_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    std::os::unix::fs::symlink("/dev/full", &file).unwrap();
    assert!(refused(&file).await.contains("line 1 of"));
}
