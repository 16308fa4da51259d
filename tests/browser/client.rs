//! A client of the emulator.

use std::convert::Infallible;

use acs_chat::{ChatClient, CommunicationTokenCredential};
use js_sys::Promise;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// A client of alice.
pub fn client() -> ChatClient {
    // As a refresher does that awaits the browser.
    let credential = CommunicationTokenCredential::refreshing(|| {
        SendWrapper::new(async {
            let token = JsValue::from_str(env!("ACS_CHAT_TOKEN"));
            let token = JsFuture::from(Promise::resolve(&token)).await;
            let token: JsValue = token.expect("a token");
            Ok::<_, Infallible>(token.as_string().expect("a token"))
        })
    });
    ChatClient::builder(env!("ACS_CHAT_ENDPOINT"))
        .credential(credential)
        .build()
        .expect("a client")
}
