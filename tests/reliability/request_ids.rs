//! The ids by which a call can be found again, here and at the service.

use std::collections::BTreeSet;

use crate::support::{
    Act, Reply, Server, THREAD, call, get_thread, operations, retrying_builder, retrying_client,
    success,
};
use acs_chat::ChatError;
use uuid::{Uuid, Version};

const ID: &str = "x-ms-client-request-id";
const RETURN: &str = "x-ms-return-client-request-id";

#[tokio::test(start_paused = true)]
async fn all_attempts_of_a_call_carry_one_id_that_no_other_call_has() {
    let mut seen = BTreeSet::new();
    for operation in operations() {
        let server = Server::start([Act::status(429)]).await;
        let error = call(&retrying_client(server.url()), operation.id)
            .await
            .expect_err("429");
        let requests = server.requests();
        assert_eq!(requests.len(), 4);
        let id = requests[0].header(ID).expect("an id").to_owned();
        let version = Uuid::parse_str(&id).expect("a UUID").get_version();
        assert_eq!(version, Some(Version::Random));
        for request in &requests {
            assert_eq!(request.header(ID), Some(&*id));
            assert_eq!(request.header(RETURN), Some("true"));
        }
        assert_eq!(error.context().expect("a context").client_request_id(), id);
        assert!(error.to_string().contains(&id), "{error}");
        assert!(seen.insert(id), "{}", operation.id);
    }
}

#[tokio::test(start_paused = true)]
async fn a_cloned_request_has_another_id() {
    let server = Server::start([success("Chat_ListChatThreads")]).await;
    let request = retrying_client(server.url()).list_chat_threads();
    request.clone().send().await.expect("a page");
    request.send().await.expect("a page");
    let requests = server.requests();
    assert_ne!(requests[0].header(ID), requests[1].header(ID));
}

#[tokio::test(start_paused = true)]
async fn the_callers_id_is_sent_on_all_attempts() {
    let server = Server::start([Act::status(503)]).await;
    let request = retrying_client(server.url())
        .get_chat_thread_properties()
        .chat_thread_id(THREAD);
    let error = request
        .client_request_id("order 66/7")
        .send()
        .await
        .expect_err("503");
    let requests = server.requests();
    assert_eq!(requests.len(), 4);
    assert!(
        requests
            .iter()
            .all(|request| request.header(ID) == Some("order 66/7"))
    );
    assert!(error.to_string().contains("order 66/7"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn an_id_that_is_no_header_value_is_refused() {
    let server = Server::start([Act::status(503)]).await;
    for id in ["a\nb", "a\0b", "", " ", " a", "a ", "a\t", "ä"] {
        let request = retrying_client(server.url())
            .get_chat_thread_properties()
            .chat_thread_id(THREAD);
        let error = request
            .client_request_id(id)
            .send()
            .await
            .expect_err("no header");
        let ChatError::InvalidRequest(error) = error else {
            panic!("another error: {error:?}");
        };
        assert_eq!(error.parameter(), ID);
    }
    assert_eq!(server.count(), 0);
}

/// Whatever is wrong with a response, and in whichever case its headers are.
#[tokio::test(start_paused = true)]
async fn an_error_shows_the_services_ids_beside_the_callers() {
    for reply in [
        Reply::status(403),
        Reply::status(200).body("{}"),
        Reply::status(200).body(vec![b' '; 2000]),
    ] {
        for (cv, azure) in [("MS-CV", "X-Azure-Ref"), ("ms-cv", "x-azure-ref")] {
            let reply = reply
                .clone()
                .header(cv, "cv-of-it.0")
                .header(azure, "ref-of-it");
            let server = Server::start([reply]).await;
            let client = retrying_builder(server.url())
                .max_response_bytes(1000)
                .build()
                .expect("a client");
            let error = get_thread(&client).await.expect_err("no thread");
            assert_eq!(error.request_id(), Some("cv-of-it.0"));
            assert_eq!(error.azure_ref(), Some("ref-of-it"));
            let own = server.requests()[0].header(ID).expect("an id").to_owned();
            let shown = error.to_string();
            for id in ["MS-CV cv-of-it.0", "X-Azure-Ref ref-of-it", &own] {
                assert!(shown.contains(id), "{id}: {shown}");
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn an_error_without_ids_of_the_service_shows_none() {
    let server = Server::start([Act::status(403)]).await;
    let error = get_thread(&retrying_client(server.url()))
        .await
        .expect_err("403");
    assert_eq!((error.request_id(), error.azure_ref()), (None, None));
    assert!(!error.to_string().contains('['), "{error}");
}
