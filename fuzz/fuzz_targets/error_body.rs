//! A response that is an error: two bytes select operation and status, a line is the value of its headers, the rest is
//! the body.

#![no_main]

use acs_chat::{ChatClient, ChatError};
use acs_chat_fuzz::{
    calls, check,
    service::{Response, Service},
    spec,
};
use libfuzzer_sys::fuzz_target;

const HEADERS: [&str; 5] = [
    "content-type",
    "ms-cv",
    "x-azure-ref",
    "x-ms-request-id",
    "retry-after",
];

thread_local! {
    static FIXTURE: (Service, ChatClient) = {
        let service = Service::start();
        let client = service.client("", false);
        (service, client)
    };
}

fuzz_target!(|data: &[u8]| FIXTURE.with(|(service, client)| {
    let [operation, status, rest @ ..] = data else {
        return;
    };
    let operation = spec::operation(*operation);
    let status = 400 + u16::from(*status) % 200;
    let end = rest
        .iter()
        .position(|byte| *byte == b'\n')
        .unwrap_or(rest.len());
    let (value, body) = rest.split_at(end);
    let body = body.get(1..).unwrap_or_default();
    let headers = HEADERS.into_iter();
    let response = headers.fold(Response::new(status, body), |response, name| {
        response.header(name, value)
    });
    service.respond([response]);
    let error = service
        .run(calls::call(client, operation))
        .expect_err("it is no success");
    check::error(&error);
    assert_eq!(
        error.status().map(|status| status.as_u16()),
        Some(status),
        "{error}"
    );
    assert_eq!(service.targets().len(), 1, "there are no retries");
    let ChatError::Service(service) = &error else {
        panic!("{error}")
    };
    // What the parsed error says is what the methods say; an absent text is an empty one there.
    if let Some(parsed) = service.error() {
        let same = |method: Option<&str>, member: &str| method.is_none_or(|text| text == member);
        assert!(same(service.code(), &parsed.error.code), "{parsed:?}");
        assert!(same(service.message(), &parsed.error.message), "{parsed:?}");
    } else {
        assert_eq!((service.code(), service.message()), (None, None));
    }
}));
