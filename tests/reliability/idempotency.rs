//! `repeatability-request-id`: the service knows a repeated request again, and no other request for it.

use std::collections::BTreeSet;

use crate::support::{Act, Server, call, operations, retrying_client, success, timeless};
use acs_chat::{ChatError, request, types};
use uuid::{Uuid, Version};

const HEADER: &str = "repeatability-request-id";

fn create(client: &acs_chat::ChatClient) -> request::CreateChatThread {
    let body = serde_json::json!({ "topic": "a topic" });
    let body: types::CreateChatThreadRequest = serde_json::from_value(body).expect("a body");
    client.create_chat_thread().body(body)
}

fn ids(server: &Server) -> Vec<String> {
    let requests = server.requests();
    let ids = requests
        .iter()
        .map(|request| request.header(HEADER).expect("an id").to_owned());
    ids.collect()
}

#[tokio::test(start_paused = true)]
async fn a_call_has_one_id_on_all_its_attempts() {
    for lost in [
        Act::status(500),
        Act::HalfHead,
        Act::ResetAfter,
        Act::status(429),
    ] {
        let server = Server::start([lost]).await;
        create(&retrying_client(server.url()))
            .send()
            .await
            .expect_err("a failure");
        let ids = ids(&server);
        assert_eq!(ids.len(), 4);
        let id = Uuid::parse_str(&ids[0]).expect("a UUID");
        assert_eq!(id.get_version(), Some(Version::Random));
        assert!(ids.iter().all(|other| other == &ids[0]), "{ids:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn no_two_calls_have_the_same_id() {
    let server = Server::start([success("Chat_CreateChatThread")]).await;
    let client = retrying_client(server.url());
    let begun = create(&client);
    for request in [
        begun.clone(),
        begun.clone(),
        begun.clone().retry(timeless()),
        begun,
    ] {
        request.send().await.expect("a thread");
    }
    create(&client.clone()).send().await.expect("a thread");
    let ids = ids(&server);
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 5, "{ids:?}");
}

#[tokio::test(start_paused = true)]
async fn the_callers_id_is_sent_unchanged() {
    let server = Server::start([Act::status(503)]).await;
    let request = create(&retrying_client(server.url())).repeatability_request_id("my-own id/1");
    request.send().await.expect_err("503");
    assert_eq!(ids(&server), ["my-own id/1"; 4]);
}

#[tokio::test(start_paused = true)]
async fn an_invalid_repeatability_id_is_refused() {
    let server = Server::start([success("Chat_CreateChatThread")]).await;
    for id in ["", "  ", "a\nb"] {
        let request = create(&retrying_client(server.url())).repeatability_request_id(id);
        let error = request.send().await.expect_err(id);
        assert!(matches!(&error, ChatError::InvalidRequest(error) if error.parameter() == HEADER));
        assert!(!error.may_have_been_processed(), "{error}");
    }
    assert_eq!(server.count(), 0);
}

#[tokio::test(start_paused = true)]
async fn requests_carry_an_id_only_where_the_document_has_one() {
    for operation in operations() {
        let server = Server::start([operation.reply()]).await;
        call(&retrying_client(server.url()), operation.id)
            .await
            .expect(operation.id);
        let sent = server.requests()[0].header(HEADER).is_some();
        assert_eq!(sent, operation.has_repeatability_id(), "{}", operation.id);
    }
}
