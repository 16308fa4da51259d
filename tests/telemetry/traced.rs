//! The spans and events of a list.

use tracing::{Instrument, Level, info_span};

use crate::{
    recorder::Recorder,
    support::{TOKEN, builder, pages::*},
};

#[tokio::test]
async fn a_foreign_host_is_told_and_neither_query_nor_token() {
    let (recorder, _guard) = Recorder::start();
    let server = Server::replying(|_, request| {
        reply(&[1, 1, 1], request, |page| {
            format!("https://other.example{}?secret=state&p={page}", path())
        })
    });
    assert_eq!(
        whole(messages(&client(server.url())).stream()).await,
        [0, 1, 2]
    );
    let warnings = recorder.at(Level::WARN);
    assert_eq!(warnings.len(), 2, "one for each link: {warnings:?}");
    for warning in &warnings {
        let warning = format!("{warning:?}");
        assert!(warning.contains("other.example"), "{warning}");
        assert!(warning.contains("ChatThread_ListChatMessages"), "{warning}");
    }
    for entry in [Level::WARN, Level::INFO]
        .map(|level| recorder.at(level))
        .concat()
    {
        let entry = format!("{entry:?}");
        assert!(
            !entry.contains("state") && !entry.contains(TOKEN),
            "{entry}"
        );
        assert!(!entry.contains(THREAD), "{entry}");
    }
}

/// A host has no capital letters, so a token in its place is not the token to the letter.
#[tokio::test]
async fn a_token_as_a_host_is_not_told() {
    let (recorder, _guard) = Recorder::start();
    let token = "eyJ0b2tlbiI";
    let server = Server::replying(move |_, request| {
        reply(&[1, 1], request, |page| {
            format!("https://{token}.example{}?p={page}", path())
        })
    });
    let client = builder(server.url())
        .credential(token)
        .build()
        .expect("a client");
    assert_eq!(whole(messages(&client).stream()).await, [0, 1]);
    assert_eq!(recorder.at(Level::WARN).len(), 1);
    let told = recorder.everything().to_ascii_lowercase();
    assert!(!told.contains(&token.to_ascii_lowercase()), "{told}");
}

#[tokio::test]
async fn the_endpoints_own_links_are_no_matter_for_a_warning() {
    let (recorder, _guard) = Recorder::start();
    let server = server();
    assert_eq!(whole(messages(&client(server.url())).stream()).await, all());
    let warnings = recorder.at(Level::WARN);
    assert!(warnings.is_empty(), "{warnings:?}");
}

#[tokio::test]
async fn the_call_of_every_page_is_within_the_callers_span() {
    let (recorder, _guard) = Recorder::start();
    let server = server();
    let list = messages(&client(server.url())).stream();
    whole(list).instrument(info_span!("mine")).await;
    let calls = recorder.spans();
    let calls: Vec<_> = calls
        .iter()
        .filter(|span| span.name == "acs_chat.call")
        .collect();
    assert_eq!(calls.len(), SIZES.len());
    for call in calls {
        assert_eq!(call.level, Level::INFO);
        assert_eq!(call.within, ["mine"]);
    }
}
