//! A conversation in a pseudo terminal, and one whose input is no terminal.

use std::{thread::sleep, time::Duration};

use acs_chat_emulator::Fault;
use rexpect::session::{PtySession, spawn_command};

use crate::service::{Service, run};

const LIST: &str = "ChatThread_ListChatMessages";

/// How long the terminal may take to show something, in milliseconds.
const PATIENCE: u64 = 20_000;

#[track_caller]
fn assert_ended(terminal: &PtySession, status: i32) {
    let ended = format!("{:?}", terminal.process().wait().expect("ended"));
    assert!(ended.ends_with(&format!(", {status})")), "{ended}");
}

#[test]
fn a_conversation_in_a_terminal() {
    let service = Service::start();
    let of_alice = service.thread();
    let of_bob = service
        .client("bob")
        .thread(of_alice.id())
        .expect("a thread");
    let slow = Fault::delay(Duration::from_millis(300)).on("ListChatMessages");
    service.emulator.inject(slow.times(1)).expect("a fault");
    let mut command = service.command(&["chat", of_alice.id(), "--sender-name", "Alice"]);
    command.env("TERM", "xterm");
    let mut terminal = spawn_command(command, Some(PATIENCE)).expect("a terminal");
    // Between the start of following and the history, so that it is in both.
    let is_following = (0..1_000).any(|_| {
        sleep(Duration::from_millis(10));
        service.emulator.snapshot().requests.contains_key(LIST)
    });
    assert!(is_following);
    service.wait(of_bob.send("Noon?")).expect("sent");
    terminal.exp_string(": Noon?").expect("the history");
    terminal.exp_string("> ").expect("a line to edit");

    terminal.send_line("By the river!").expect("typed");
    let before = terminal.exp_string("Alice: By the river!");
    let before = before.expect("the message as it was sent");
    assert!(!before.contains("Noon?"), "{before}");
    let snapshot = service.emulator.snapshot();
    assert!(snapshot.requests["ChatThread_SendTypingNotification"] > 0);
    let last = snapshot.threads[0].messages.last().expect("a message");
    assert_eq!(last.content, "By the river!");

    service.wait(of_bob.send("I'll be there")).expect("sent");
    terminal
        .exp_string(": I'll be there")
        .expect("what others send");
    terminal.send_control('d').expect("typed");
    assert_ended(&terminal, 0);
}

#[test]
fn a_conversation_that_ends_says_why_and_leaves_the_terminal() {
    let service = Service::start();
    let thread = service.thread();
    let mut command = service.command(&["chat", thread.id()]);
    command.env("TERM", "xterm");
    let mut terminal = spawn_command(command, Some(PATIENCE)).expect("a terminal");
    terminal.exp_string("> ").expect("a line to edit");
    service.wait(thread.delete()).expect("deleted");
    terminal
        .exp_string("The conversation ended; press Enter.")
        .expect("the end");
    terminal.send_line("").expect("typed");
    terminal
        .exp_string("acs-chat: ChatThread_ListChatMessages: ")
        .expect("the error");
    assert_ended(&terminal, 4);
}

#[test]
fn lines_of_standard_input_are_sent() {
    let service = Service::start();
    let thread = service.thread();
    let mut command = service.command(&["chat", thread.id()]);
    let ended = run(&mut command, "one\n\ntwo\n");
    assert_eq!((ended.status, ended.error.as_str()), (0, ""), "{ended:?}");
    let snapshot = service.emulator.snapshot();
    let texts = snapshot.threads[0]
        .messages
        .iter()
        .filter(|message| message.kind == "text");
    let texts: Vec<&str> = texts.map(|message| message.content.as_str()).collect();
    assert_eq!(texts, ["one", "two"]);
}
