//! `Retry-After` in both its forms, and the headers with milliseconds: one line of the input for each.

#![no_main]

use std::time::{Duration, SystemTime};

use acs_chat::ChatClient;
use acs_chat_fuzz::{
    calls::{MESSAGE, THREAD},
    check,
    service::{Response, Service},
};
use libfuzzer_sys::fuzz_target;

const HEADERS: [&str; 3] = ["retry-after", "retry-after-ms", "x-ms-retry-after-ms"];

thread_local! {
    static FIXTURE: (Service, ChatClient) = {
        let service = Service::start();
        let client = service.client("", false);
        (service, client)
    };
}

fuzz_target!(|data: &[u8]| FIXTURE.with(|(service, client)| {
    let mut response = Response::new(429, "");
    for (name, line) in HEADERS.into_iter().zip(data.split(|byte| *byte == b'\n')) {
        response = response.header(name, line);
    }
    service.respond([response.clone()]);
    let before = SystemTime::now();
    let call = client
        .get_chat_message()
        .chat_thread_id(THREAD)
        .chat_message_id(MESSAGE)
        .send();
    let error = service.run(call).expect_err("429 is an error");
    check::error(&error);
    assert!(error.is_throttled(), "{error}");
    // Without milliseconds it is seconds or a date.
    let [(_, value)] = &response.headers[..] else {
        return;
    };
    let value = std::str::from_utf8(value)
        .ok()
        .map(str::trim)
        .filter(|value| value.is_ascii());
    let delay = error.retry_after();
    let digits =
        value.filter(|value| !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()));
    if let Some(Ok(seconds)) = digits.map(str::parse::<u32>) {
        assert_eq!(delay, Some(Duration::from_secs(seconds.into())));
    } else if digits.is_some() {
        assert!(
            delay.is_some_and(|delay| delay > Duration::from_secs(u32::MAX.into())),
            "{delay:?}"
        );
    } else if let Some(Ok(date)) = value.map(httpdate::parse_http_date) {
        let longest = date.duration_since(before).unwrap_or_default();
        assert!(
            delay.is_some_and(|delay| delay <= longest),
            "{delay:?} is longer than {longest:?}"
        );
    }
}));
