//! The futures of calls are small enough for a stack of them.

use std::future::IntoFuture;

use acs_chat::CommunicationIdentifier;
#[cfg(convenience = "set_retention")]
use acs_chat::types::ChatRetentionPolicy;

use crate::support::{THREAD, client, dispatch, operations};

/// What the page on performance promises of each call.
const CALL: usize = 3072;

/// What it promises of the next item of a list, and of the next change.
const NEXT: usize = 64;

#[test]
fn the_future_of_each_operation_is_small() {
    let client = client("https://contoso.example");
    let sizes = dispatch::future_sizes(&client);
    assert_eq!(sizes.len(), operations().len());
    for (operation, size) in sizes {
        assert!(size <= CALL, "{operation}: {size}");
    }
}

#[test]
fn the_future_of_each_short_form_is_small() {
    let client = client("https://contoso.example");
    let thread = client.thread(THREAD).expect("an id");
    let nobody = || None::<CommunicationIdentifier>;
    for (form, size) in [
        (
            "create_thread",
            size_of_val(&client.create_thread("t", nobody())),
        ),
        ("send", size_of_val(&thread.send("text"))),
        ("edit", size_of_val(&thread.edit("1", "text"))),
        ("delete_message", size_of_val(&thread.delete_message("1"))),
        ("mark_read", size_of_val(&thread.mark_read("1"))),
        ("typing", size_of_val(&thread.typing())),
        (
            "add_participants",
            size_of_val(&thread.add_participants(nobody())),
        ),
        (
            "remove_participant",
            size_of_val(&thread.remove_participant("8:acs:a")),
        ),
        ("rename", size_of_val(&thread.rename("t"))),
        #[cfg(convenience = "set_metadata")]
        (
            "set_metadata",
            size_of_val(&thread.set_metadata([("a", "b")])),
        ),
        #[cfg(convenience = "set_retention")]
        (
            "set_retention",
            size_of_val(&thread.set_retention(ChatRetentionPolicy::none())),
        ),
        ("delete", size_of_val(&thread.delete())),
    ] {
        assert!(size <= CALL, "{form}: {size}");
    }
}

#[test]
fn the_futures_of_lists_and_of_following_are_smaller() {
    let client = client("https://contoso.example");
    let thread = client.thread(THREAD).expect("an id");
    for (next, size) in [
        ("item", size_of_val(&thread.messages().next())),
        (
            "page",
            size_of_val(&thread.list_chat_messages().pages().next()),
        ),
        ("change", size_of_val(&thread.follow().next())),
        (
            "change of all threads",
            size_of_val(&client.follow_threads().next()),
        ),
        (
            "awaited request",
            size_of_val(&thread.send_typing_notification().into_future()),
        ),
    ] {
        assert!(size <= NEXT, "{next}: {size}");
    }
}
