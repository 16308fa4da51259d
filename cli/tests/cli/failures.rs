//! Each kind of error: its exit status, and its line.

use std::time::Duration;

use acs_chat_emulator::Fault;

use crate::service::{Ended, Service, program, run};

/// Checks an error: its status, and that it is one line with this in it, without a token.
#[track_caller]
fn assert_fails(ended: &Ended, status: i32, says: &str) {
    assert_eq!(ended.status, status, "{ended:?}");
    assert_eq!(ended.error.lines().count(), 1, "{ended:?}");
    assert!(
        ended.error.starts_with("acs-chat: ") && ended.error.contains(says),
        "{ended:?}"
    );
    assert!(
        !ended.error.contains("eyJ") && ended.out.is_empty(),
        "{ended:?}"
    );
}

#[test]
fn what_fails_on_this_machine() {
    let service = Service::start();
    let thread = service.thread();
    let send = [
        "send-chat-message",
        "--chat-thread-id",
        thread.id(),
        "--json-body",
        "/does/not/exist",
    ];
    assert_fails(
        &service.run(&send),
        1,
        "cannot read /does/not/exist: No such file",
    );
    let export = ["export", thread.id(), "/does/not/exist"];
    assert_fails(
        &service.run(&export),
        1,
        "cannot write /does/not/exist.next: No such file",
    );
}

#[test]
fn what_cannot_be_used() {
    let service = Service::start();
    let thread = service.thread();
    let to = ["send-chat-message", "--chat-thread-id", thread.id()];
    assert_fails(&service.run(&to), 2, "--content <CONTENT>; see --help");
    assert_fails(
        &service.run(&["--token", "eyJhbGci", "eyJhbGci"]),
        2,
        "[redacted]",
    );
    assert_fails(
        &service.run(&["get-chat-thread-properties", "--chat-thread-id", ".."]),
        2,
        "`chatThreadId` is a dot segment",
    );
    let mut with_body = service.command(&[&to[..], &["--json-body", "-"]].concat());
    assert_fails(
        &run(&mut with_body, r#"{"content":"a","metdata":{"a":"b"}}"#),
        2,
        "the API has no property metdata",
    );
    let mut with_body = service.command(&[&to[..], &["--json-body", "-"]].concat());
    assert_fails(
        &run(&mut with_body, r#"{"content":1}"#),
        2,
        "--json-body: invalid type",
    );
    let mut twice =
        service.command(&[&to[..], &["--json-body", "-", "--token-file", "-"]].concat());
    assert_fails(
        &run(&mut twice, "{}"),
        2,
        "two arguments are to be read from standard input",
    );
    assert_fails(
        &run(&mut program(&["list-chat-threads"]), ""),
        2,
        "there is no endpoint",
    );
    let requests = service.emulator.snapshot().requests;
    assert_eq!(
        requests.keys().collect::<Vec<_>>(),
        ["Chat_CreateChatThread"]
    );
}

#[test]
fn what_is_wrong_with_tokens() {
    let service = Service::start();
    let none = run(
        service.command(&["list-chat-threads"]).env("ACS_TOKEN", ""),
        "",
    );
    assert_fails(&none, 3, "there is no token");
    let file = ["list-chat-threads", "--token-file", "/does/not/exist"];
    assert_fails(&service.run(&file), 3, "cannot read /does/not/exist");
    let expired = service.emulator.token_expiring("alice", Duration::ZERO);
    let expired = run(
        service
            .command(&["list-chat-threads"])
            .env("ACS_TOKEN", expired),
        "",
    );
    assert_fails(
        &expired,
        3,
        "Chat_ListChatThreads: the service responded 401",
    );
}

#[test]
fn what_the_service_refuses() {
    let service = Service::start();
    let thread = service.thread();
    let get = [
        "get-chat-message",
        "--chat-thread-id",
        thread.id(),
        "--chat-message-id",
        "1",
    ];
    assert_fails(
        &service.run(&get),
        4,
        "ChatThread_GetChatMessage: the service responded 404",
    );
    let of_bob = service.wait(async { service.client("bob").create_thread("Mine", [""; 0]).await });
    let of_bob = of_bob.expect("a thread").0;
    let delete = ["delete-chat-thread", "--chat-thread-id", of_bob.id()];
    assert_fails(
        &service.run(&delete),
        5,
        "Chat_DeleteChatThread: the service responded 403",
    );
    for command in [&["follow", of_bob.id()][..], &["chat", of_bob.id()]] {
        assert_fails(
            &service.run(command),
            5,
            "ChatThread_ListChatMessages: the service responded 403",
        );
    }
}

#[test]
fn what_may_have_been_done() {
    let service = Service::start();
    let thread = service.thread();
    let fault = Fault::DropAfter.on("SendChatMessage").times(1);
    service.emulator.inject(fault).expect("a fault");
    let send = [
        "send-chat-message",
        "--chat-thread-id",
        thread.id(),
        "--content",
        "Noon?",
    ];
    assert_fails(&service.run(&send), 6, "may have been processed");
}

#[test]
fn what_may_succeed_later() {
    let service = Service::start();
    service.thread();
    let list = ["list-chat-threads", "--max-retries", "0"];
    for status in [429, 503] {
        let fault = Fault::status(status).on("ListChatThreads").times(1);
        service.emulator.inject(fault).expect("a fault");
        assert_fails(
            &service.run(&list),
            7,
            "Chat_ListChatThreads: the service responded",
        );
    }
    let unused =
        std::net::TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    let endpoint = format!("http://{}", unused.expect("a port"));
    let gone = run(service.command(&list).env("ACS_ENDPOINT", endpoint), "");
    assert_fails(&gone, 7, "no connection to the service");
}

#[test]
fn what_is_no_response() {
    let service = Service::start();
    let fault = Fault::status(200).body("{").on("ListChatThreads").times(1);
    service.emulator.inject(fault).expect("a fault");
    assert_fails(
        &service.run(&["list-chat-threads", "--max-retries", "0"]),
        8,
        "Chat_ListChatThreads",
    );
}

#[test]
fn whoever_reads_no_further_is_no_error() {
    let service = Service::start();
    let thread = service.thread();
    let mut list = service.command(&["list-chat-messages", "--chat-thread-id", thread.id()]);
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let ended: Ended = list.stdout(writer).output().expect("ended").into();
    assert_eq!((ended.status, ended.error.as_str()), (0, ""));
}
