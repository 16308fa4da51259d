//! A response that is a success: a byte selects the operation, the rest is the body.

#![no_main]

use acs_chat::{ChatClient, ChatError};
use acs_chat_fuzz::{
    calls, check,
    service::{Response, Service},
    spec,
};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

thread_local! {
    static FIXTURE: (Service, ChatClient) = {
        let service = Service::start();
        let client = service.client("", false);
        (service, client)
    };
}

fuzz_target!(|data: &[u8]| FIXTURE.with(|(service, client)| {
    let Some((operation, body)) = data.split_first() else {
        return;
    };
    let operation = spec::operation(*operation);
    service.respond([
        Response::new(operation.success, body).header("content-type", b"application/json")
    ]);
    match service.run(calls::call(client, operation)) {
        Ok(Value::Null) => {}
        // Strings that no type reads may hold any bytes, which are no JSON by themselves.
        Ok(value) => {
            if let Ok(body) = serde_json::from_slice(body) {
                check::arrived(&value, &body);
            }
        }
        Err(error) => {
            check::error(&error);
            assert!(matches!(error, ChatError::Decode(_)), "{error}");
            assert!(error.may_have_been_processed());
        }
    }
}));
