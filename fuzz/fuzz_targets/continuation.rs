//! The text of a continuation: the first byte selects the client, the rest is the text.

#![no_main]

use acs_chat::{ChatClient, ChatError, Continuation};
use acs_chat_fuzz::{
    calls::THREAD,
    check,
    service::{Response, Service},
};
use libfuzzer_sys::fuzz_target;

thread_local! {
    static FIXTURE: (Service, [ChatClient; 2]) = {
        let service = Service::start();
        let clients = ["", "/gateway/acs"].map(|stem| service.client(stem, false));
        (service, clients)
    };
}

fuzz_target!(|data: &[u8]| FIXTURE.with(|(service, clients)| {
    let Some((selector, text)) = data.split_first() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(text) else {
        return;
    };
    let continuation: Continuation = match text.parse() {
        Ok(continuation) => continuation,
        Err(error) => return check::error(&error),
    };
    let written = continuation.to_string();
    assert_eq!(
        written.parse::<Continuation>().ok().as_ref(),
        Some(&continuation)
    );
    let client = &clients[usize::from(selector & 1)];
    // The second request already says which thread it is about.
    for request in [
        client.list_chat_messages(),
        client.list_chat_messages().chat_thread_id(THREAD),
    ] {
        service.respond([Response::new(200, r#"{"value":[]}"#)]);
        match request.resume_pages(&continuation) {
            Ok(pages) => match service.run(pages.prefetch(false).next()) {
                Some(Ok(_)) => {}
                other => panic!("{other:?}"),
            },
            Err(error) => {
                check::error(&error);
                assert!(matches!(error, ChatError::InvalidRequest(_)), "{error}");
            }
        }
        for target in service.targets() {
            let path = target
                .strip_prefix(client.endpoint())
                .unwrap_or_else(|| panic!("the token went to {target}"));
            let path = path.split('?').next().unwrap_or_default();
            let segments: Vec<&str> = path.split('/').collect();
            assert!(
                matches!(segments[..], ["", "chat", "threads", _, "messages"]),
                "{target} is another resource"
            );
        }
    }
}));
