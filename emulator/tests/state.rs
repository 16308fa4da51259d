//! State that outlives the emulator.

mod common;

use acs_chat_emulator::{Emulator, StartError, StateError};
use common::{Service, fetch, started};
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
    let made = fetch(create(&service, "Lunch")).await;
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
            fetch(create(&service, "Again")).await.body,
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
    let (_, commit) = commit.split_once(' ').unwrap();
    for which in 0..2 {
        let mut changed: Value = serde_json::from_str(commit).unwrap();
        let count = replace_numbers(&mut changed, &|key| extremes(key).into_iter().nth(which));
        assert!(count > 10, "{count} numbers");
        let checksum = crc32fast::hash(changed.to_string().as_bytes());
        std::fs::write(&file, format!("{head}\n{checksum:08x} {changed}\n")).unwrap();
        let service = with_state(&file).await;
        service.say("alice", &thread, "still there").await;
        for path in ["", "/messages", "/participants"] {
            let response = service.get("alice", &format!("{thread}{path}")).await;
            assert_eq!(response.status, 200, "{path}");
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
        ("{\"acs_chat_emulator_state\":1}\n", 1),
        ("{\"acs_chat_emulator_state\":2}\nmilk\n", 2),
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

/// A file with a thread of a few messages.
async fn filled(file: &Path) -> String {
    let service = with_state(file).await;
    let thread = service.thread(&["alice"]).await;
    for text in ["one", "two", "three"] {
        service.say("alice", &thread, text).await;
    }
    service.emulator.stop().await;
    thread
}

/// The contents of the messages of the only thread.
fn contents(service: &Service) -> Vec<String> {
    let snapshot = service.emulator.snapshot();
    let messages = snapshot.threads[0].messages.iter();
    messages
        .filter(|message| message.kind == "text")
        .map(|message| message.content.clone())
        .collect()
}

#[tokio::test]
async fn a_damaged_line_stops_the_start_and_repair_drops_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let thread = filled(&file).await;
    let whole = std::fs::read_to_string(&file).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    assert_eq!(lines.len(), 5);
    let two = lines[3];
    for (damaged, reason) in [
        (two.replace("two", "too"), "its checksum does not match"),
        (two.replacen(' ', "", 1), "it has no checksum"),
        (two[..20].to_owned(), "its checksum does not match"),
        (String::new(), "it has no checksum"),
        ("\u{fc}".repeat(9), "it has no checksum"),
        (
            format!("{:08x} {{}}", crc32fast::hash(b"{}")),
            "missing field",
        ),
    ] {
        let text = whole.replace(two, &damaged);
        std::fs::write(&file, &text).unwrap();
        let said = refused(&file).await;
        assert!(
            said.contains("line 4 of") && said.contains(reason) && said.contains("--repair"),
            "{said}"
        );
        assert_eq!(
            std::fs::read_to_string(&file).unwrap(),
            text,
            "it is left as it is"
        );
        let builder = Emulator::builder().state_file(&file).repair(true);
        let service = started(builder).await;
        let [dropped] = service.emulator.dropped_lines() else {
            panic!("{:?}", service.emulator.dropped_lines());
        };
        assert_eq!((dropped.line, dropped.length), (4, damaged.len() + 1));
        assert!(dropped.reason.contains(reason), "{dropped:?}");
        assert_eq!(contents(&service), ["one", "three"]);
        service.say("alice", &thread, "four").await;
        service.emulator.stop().await;
        let service = with_state(&file).await;
        assert_eq!(contents(&service), ["one", "three", "four"]);
        service.emulator.stop().await;
        let names = std::fs::read_dir(folder.path()).unwrap();
        assert_eq!(names.count(), 1, "the copy has replaced the file");
    }
}

#[tokio::test]
async fn repair_leaves_whole_files_and_other_files_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    filled(&file).await;
    let whole = std::fs::read(&file).unwrap();
    let repaired = || started(Emulator::builder().state_file(&file).repair(true));
    let service = repaired().await;
    assert!(service.emulator.dropped_lines().is_empty());
    service.emulator.stop().await;
    assert_eq!(std::fs::read(&file).unwrap(), whole);
    std::fs::write(&file, "milk\n").unwrap();
    let error = Emulator::builder()
        .state_file(&file)
        .repair(true)
        .start()
        .await
        .unwrap_err();
    assert!(error.to_string().contains("line 1 of"), "{error}");
    assert_eq!(std::fs::read(&file).unwrap(), b"milk\n");
}

/// What is written to a file that nobody can open any more is not acknowledged.
#[cfg(unix)]
#[tokio::test]
async fn a_file_that_is_deleted_replaced_or_changed_is_noticed() {
    type Harm = fn(&Path);
    let harms: [Harm; 3] = [
        |file| std::fs::remove_file(file).unwrap(),
        |file| {
            let copy = file.with_extension("copy");
            std::fs::copy(file, &copy).unwrap();
            std::fs::rename(&copy, file).unwrap();
        },
        |file| std::fs::write(file, "").unwrap(),
    ];
    for harm in harms {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("state.json");
        let service = with_state(&file).await;
        let thread = service.thread(&["alice"]).await;
        harm(&file);
        let messages = format!("{thread}/messages");
        let sent = service
            .post("alice", &messages, json!({ "content": "one" }))
            .await;
        assert_eq!(sent.status, 503, "{sent:?}");
        assert_eq!(service.get("alice", &messages).await.status, 503);
    }
}

/// A clock that was ahead for a while leaves its mark where it must, on the ids of the threads of that time.
#[tokio::test]
async fn ids_and_times_return_to_a_clock_that_was_ahead() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let year = std::time::Duration::from_secs(365 * 24 * 60 * 60);
    let service = with_state(&file).await;
    service.emulator.advance(year);
    let old = [
        service.thread(&["alice"]).await,
        service.thread(&["alice"]).await,
    ];
    let ahead: u64 = service
        .say("alice", &old[0], "ahead")
        .await
        .parse()
        .unwrap();
    service.say("alice", &old[1], "ahead").await;
    service.emulator.stop().await;
    let service = with_state(&file).await;
    let now = || {
        u64::try_from(
            chrono::DateTime::<chrono::Utc>::from(std::time::SystemTime::now()).timestamp_millis(),
        )
        .unwrap()
    };
    let created_on = async |thread: &str, id: &str| {
        let message = service
            .get("alice", &format!("{thread}/messages/{id}"))
            .await;
        let text = message.body["createdOn"].as_str().unwrap().to_owned();
        let time = chrono::DateTime::parse_from_rfc3339(&text).unwrap();
        u64::try_from(time.timestamp_millis()).unwrap()
    };
    for thread in &old {
        let id = service.say("alice", thread, "back").await;
        assert!(
            id.parse::<u64>().unwrap() > ahead,
            "order in the thread is kept"
        );
        assert!(created_on(thread, &id).await <= now());
    }
    let new = service.thread(&["alice"]).await;
    let mut last = 0;
    for _ in 0..3 {
        let id = service.say("alice", &new, "new").await;
        let number: u64 = id.parse().unwrap();
        assert!(number > last && number < now() + 60_000, "{number}");
        assert!(created_on(&new, &id).await <= now());
        last = number;
    }
    // A start time compares with the time of a message, also where its version is ahead.
    let since: chrono::DateTime<chrono::Utc> = (std::time::SystemTime::now() + year / 2).into();
    let since = since.format("%Y-%m-%dT%H:%M:%SZ");
    for thread in &old {
        let listed = service
            .get("alice", &format!("{thread}/messages?startTime={since}"))
            .await;
        let contents = listed.items().iter();
        let contents: Vec<&str> = contents
            .filter_map(|message| message["content"]["message"].as_str())
            .collect();
        assert_eq!(contents, ["ahead"]);
    }
    for size in [1, 2, 10] {
        let mut ids = Vec::new();
        let mut page = service
            .get("alice", &format!("/chat/threads?maxPageSize={size}"))
            .await;
        loop {
            ids.extend(page.items().iter().map(|thread| thread["id"].clone()));
            let Some(link) = page.body["nextLink"].as_str() else {
                break;
            };
            page = service.follow("alice", link).await;
        }
        assert_eq!(ids.len(), 3, "{ids:?}");
        assert!(new.ends_with(ids[2].as_str().unwrap()), "{ids:?}");
    }
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
