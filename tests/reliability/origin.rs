//! The token goes to the endpoint and nowhere else.

use crate::support::{
    Reply, Server, THREAD, TOKEN, call, get_thread, operations, retrying_builder, retrying_client,
    thread_found, timeless,
};
use acs_chat::{ChatClient, ChatError};
use reqwest::redirect::Policy;

const REDIRECTS: [u16; 5] = [301, 302, 303, 307, 308];

/// The client as it is built by default.
fn default_client(endpoint: &str) -> ChatClient {
    ChatClient::builder(endpoint)
        .credential(TOKEN)
        .connect_timeout(None)
        .retry(timeless())
        .build()
        .expect("a client")
}

#[tokio::test(start_paused = true)]
async fn redirects_are_not_followed() {
    for status in REDIRECTS {
        let other = Server::start([thread_found()]).await;
        let target = format!("{}/elsewhere?a=b", other.url());
        for target in [target.as_str(), "/chat/elsewhere"] {
            let server = Server::start([Reply::status(status).header("location", target)]).await;
            let client = default_client(&server.url());
            for operation in [
                "ChatThread_GetChatThreadProperties",
                "ChatThread_SendChatMessage",
            ] {
                let error = call(&client, operation).await.expect_err("a redirect");
                assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
                let ChatError::Service(error) = error else {
                    panic!("another error");
                };
                assert_eq!(error.headers()["location"], target);
            }
            assert_eq!((server.count(), other.count()), (2, 0));
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_followed_redirect_sends_no_token_to_another_origin() {
    let follows = reqwest::Client::builder()
        .redirect(Policy::limited(5))
        .no_proxy()
        .build()
        .expect("an HTTP client");
    for status in REDIRECTS {
        for operation in operations() {
            let other = Server::start([operation.reply()]).await;
            let target = format!("{}/elsewhere", other.url());
            let server = Server::start([Reply::status(status).header("location", &target)]).await;
            let client = retrying_builder(server.url())
                .http_client(follows.clone())
                .build()
                .expect("a client");
            call(&client, operation.id)
                .await
                .expect("a response from elsewhere");
            assert_eq!(server.requests()[0].token(), TOKEN);
            let arrived = &other.requests()[0];
            let secret = arrived
                .headers
                .iter()
                .find(|(_, value)| value.contains(TOKEN));
            assert_eq!(secret, None, "{status}: {}", operation.id);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn requests_go_to_the_endpoint_with_its_stem() {
    let server = Server::start([thread_found()]).await;
    get_thread(&retrying_client(format!("{}/stem/", server.url())))
        .await
        .expect("a response");
    let target = &server.requests()[0].target;
    assert!(
        target.starts_with(&format!("/stem/chat/threads/{THREAD}?api-version=")),
        "{target}"
    );
}

#[test]
fn a_token_is_not_sent_unencrypted_to_another_machine() {
    let build = |endpoint: &str| ChatClient::builder(endpoint).credential(TOKEN).build();
    let error = build("http://contoso.communication.azure.com").expect_err("plain http");
    assert!(error.to_string().contains("unencrypted"), "{error}");
    build("https://contoso.communication.azure.com").expect("a client");
    build("http://127.0.0.1:1").expect("a client");
}
