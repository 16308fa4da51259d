//! An export that is killed and goes on.

use std::{
    collections::BTreeSet,
    fs::{self, OpenOptions},
    io::Write,
    path::Path,
    process::Stdio,
    thread::sleep,
    time::Duration,
};

use acs_chat_emulator::Fault;
use serde_json::Value;

use crate::service::Service;

fn messages(file: &Path) -> Vec<Value> {
    let text = fs::read_to_string(file).expect("a file");
    text.lines()
        .map(|line| serde_json::from_str(line).expect(line))
        .collect()
}

fn ids(messages: &[Value]) -> Vec<&str> {
    messages
        .iter()
        .filter_map(|message| message["id"].as_str())
        .collect()
}

#[test]
fn an_export_that_is_killed_goes_on_and_has_each_message_once() {
    let service = Service::with(|builder| builder.max_page_size(10));
    let thread = service.thread();
    let sent: Vec<String> = service.wait(async {
        let mut sent = Vec::new();
        for number in 0..200 {
            let message = thread.send(number.to_string()).await.expect("sent");
            sent.push(message.into_inner().id);
        }
        sent
    });
    let delay = Fault::delay(Duration::from_millis(30));
    service
        .emulator
        .inject(delay.on("ListChatMessages"))
        .expect("a fault");
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("history.jsonl");
    let place = directory.path().join("history.jsonl.next");
    let export = ["export", thread.id(), file.to_str().expect("text")];

    let mut kills = 0;
    loop {
        let mut child = service
            .command(&export)
            .stdin(Stdio::null())
            .spawn()
            .expect("started");
        // Killed when it has got further, each time later, in the middle of whatever it does then.
        let (mut before, mut steps) = (fs::read_to_string(&place).ok(), 0);
        let ended = loop {
            if let Some(status) = child.try_wait().expect("a child") {
                break Some(status);
            }
            let now = fs::read_to_string(&place).ok();
            steps += usize::from(now != before);
            before = now;
            if steps > kills && kills < 5 {
                break None;
            }
            sleep(Duration::from_millis(3));
        };
        match ended {
            Some(status) => {
                assert!(status.success());
                break;
            }
            None => {
                child.kill().expect("killed");
                child.wait().expect("ended");
                kills += 1;
                // What is left of a line at which it was killed.
                let file = OpenOptions::new().append(true).open(&file);
                file.expect("a file")
                    .write_all(b"{\"id\":")
                    .expect("written");
                // One that was not exported yet moves to the top of the list, and one is new.
                service.wait(async {
                    thread.edit(&sent[kills], "edited").await.expect("edited");
                    thread.send("new").await.expect("sent");
                });
            }
        }
    }
    assert_eq!(kills, 5);
    assert!(!place.exists());
    let exported = messages(&file);
    let ids = ids(&exported);
    let all = service
        .wait(thread.messages().collect_all())
        .expect("a list");
    let all: BTreeSet<&str> = all.iter().map(|message| message.id.as_str()).collect();
    assert_eq!(ids.len(), all.len(), "nothing twice");
    assert_eq!(
        ids.into_iter().collect::<BTreeSet<_>>(),
        all,
        "nothing missing"
    );

    // What is complete is not written again.
    let again = service.run(&export);
    assert_eq!(
        (again.status, messages(&file).len()),
        (2, exported.len()),
        "{again:?}"
    );
}

#[test]
fn a_file_goes_on_with_its_own_thread_only() {
    let service = Service::start();
    let (one, other) = (service.thread(), service.thread());
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("history");
    let export = |thread: &str| service.run(&["export", thread, file.to_str().expect("text")]);
    let fault = Fault::status(403).on("ListChatMessages").times(1);
    service.emulator.inject(fault).expect("a fault");
    assert_eq!(export(one.id()).status, 5);
    let wrong = export(other.id());
    assert!(
        wrong.status == 2 && wrong.error.contains("is of another thread"),
        "{wrong:?}"
    );
    assert_eq!(export(one.id()).status, 0);
    assert_eq!(messages(&file).len(), 2, "what the service posted");
}
