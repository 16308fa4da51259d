//! Every request is checked against the API's document, and what was wrong is said.

mod common;

use common::{API_VERSION, fetch, service};
use reqwest::Method;
use serde_json::{Value, json};

const NOT_PLAYED: &[&str] = &include!("../src/operations/not_played.rs");

fn document() -> Value {
    serde_json::from_str(include_str!(concat!(
        "../../",
        include!("../../spec/current.rs")
    )))
    .unwrap()
}

#[tokio::test]
async fn the_api_version_is_required_once_and_known() {
    let service = service().await;
    let token = service.emulator.token("alice");
    for (query, said) in [
        ("", "api-version is required"),
        (
            "?api-version=2021-09-07",
            &format!("not supported, use {API_VERSION}"),
        ),
        (
            &format!("?api-version={API_VERSION}&api-version={API_VERSION}"),
            "given twice",
        ),
    ] {
        let url = format!("{}/chat/threads{query}", service.emulator.url());
        let refused = fetch(service.http.get(url).bearer_auth(&token)).await;
        assert_eq!(refused.status, 400);
        assert!(
            refused.error().starts_with("BadRequest ") && refused.error().contains(said),
            "{refused:?}"
        );
    }
}

#[tokio::test]
async fn query_parameters_have_their_documented_names_and_types() {
    let service = service().await;
    let thread = service.thread(&["alice"]).await;
    for (list, wrong, said) in [
        ("messages", "maxPageSize=many", "maxPageSize"),
        ("messages", "maxPageSize=2147483648", "maxPageSize"),
        ("messages", "maxPageSize=0", "maxPageSize"),
        ("messages", "maxPageSize=-1", "maxPageSize"),
        ("messages", "startTime=yesterday", "startTime"),
        ("messages", "skip=1", "no query parameter skip"),
        ("messages", "pageSize=1", "no query parameter pageSize"),
        ("messages", "syncState=x", "syncState"),
        ("participants", "skip=-1", "skip"),
        (
            "readReceipts",
            "startTime=2020-01-01T00:00:00Z",
            "no query parameter startTime",
        ),
    ] {
        let refused = service
            .get("alice", &format!("{thread}/{list}?{wrong}"))
            .await;
        assert_eq!(refused.status, 400, "{list}?{wrong}");
        assert!(refused.error().contains(said), "{refused:?}");
    }
}

#[tokio::test]
async fn bodies_follow_their_schemas() {
    let service = service().await;
    let thread = service.thread(&["alice"]).await;
    for (path, body, said) in [
        ("/chat/threads".to_owned(), json!({}), "topic"),
        (
            "/chat/threads".to_owned(),
            json!({ "topic": null }),
            "/topic",
        ),
        (
            "/chat/threads".to_owned(),
            json!({ "topic": "x", "participants": [{}] }),
            "/participants/0",
        ),
        (
            format!("{thread}/messages"),
            json!({ "content": "x", "type": "image" }),
            "/type",
        ),
        (
            format!("{thread}/messages"),
            json!({ "content": "x", "type": "topicUpdated" }),
            "created by the service",
        ),
        (format!("{thread}/messages"), json!("x"), "object"),
        (format!("{thread}/readReceipts"), json!({}), "chatMessageId"),
        (
            format!("{thread}/participants/:add"),
            json!({}),
            "participants",
        ),
        (
            format!("{thread}/participants/:add"),
            json!({ "participants": [{ "communicationIdentifier": {}, "shareHistoryTime": "soon" }] }),
            "shareHistoryTime",
        ),
        (
            format!("{thread}/participants/:remove"),
            json!({ "communicationUser": {} }),
            "/communicationUser",
        ),
    ] {
        let refused = service.post("alice", &path, body.clone()).await;
        assert_eq!(refused.status, 400, "{path} {body}");
        assert!(refused.error().contains(said), "{refused:?} of {body}");
    }
    let broken = service
        .request("alice", Method::POST, "/chat/threads")
        .header("content-type", "application/json");
    let refused = fetch(broken.body("{\"topic\":")).await;
    assert_eq!(
        (refused.status, refused.error().contains("not JSON")),
        (400, true)
    );
    let refused = fetch(service.request("alice", Method::POST, "/chat/threads")).await;
    assert_eq!(
        (refused.status, refused.error().contains("must have a body")),
        (400, true)
    );
}

#[tokio::test]
async fn metadata_and_retention_follow_their_schemas() {
    let service = service().await;
    let document = document();
    for (property, value, said) in [
        ("metadata", json!({ "a": 1 }), "/metadata/a"),
        (
            "retentionPolicy",
            json!({ "kind": "forever" }),
            "/retentionPolicy",
        ),
        (
            "retentionPolicy",
            json!({ "kind": "threadCreationDate" }),
            "deleteThreadAfterDays",
        ),
    ] {
        let schema = &document["components"]["schemas"]["CreateChatThreadRequest"];
        assert!(
            schema["properties"].get(property).is_some(),
            "the document has no CreateChatThreadRequest.{property}: decide whether the emulator still plays it, and delete \
             it there if not, with its rows here"
        );
        let body = json!({ "topic": "x", property: value });
        let refused = service.post("alice", "/chat/threads", body).await;
        assert_eq!(refused.status, 400, "{property}");
        assert!(refused.error().contains(said), "{refused:?}");
    }
}

#[tokio::test]
async fn only_documented_media_types_are_taken() {
    let service = service().await;
    let thread = service.thread(&["alice", "bob"]).await;
    let send = async |method: Method, path: &str, media: Option<&str>, body: Value| {
        let request = service
            .request("alice", method, path)
            .body(body.to_string());
        fetch(match media {
            Some(media) => request.header("content-type", media),
            None => request,
        })
        .await
    };
    for (method, path, media) in [
        (Method::PATCH, thread.clone(), Some("application/json")),
        (
            Method::POST,
            format!("{thread}/messages"),
            Some("text/plain"),
        ),
        (
            Method::POST,
            format!("{thread}/messages"),
            Some("application/merge-patch+json"),
        ),
        (Method::POST, format!("{thread}/messages"), None),
    ] {
        let refused = send(method, &path, media, json!({ "content": "x" })).await;
        assert_eq!(refused.status, 415, "{path} {media:?}");
        assert!(
            refused.error().contains("accepts application/"),
            "{refused:?}"
        );
    }
    let fine = send(
        Method::PATCH,
        &thread,
        Some("Application/Merge-Patch+JSON; charset=utf-8"),
        json!({}),
    )
    .await;
    assert_eq!(fine.status, 204);
    let removal = format!("{thread}/participants/:remove");
    let fine = send(
        Method::POST,
        &removal,
        Some("application/merge-patch+json"),
        service.identifier("bob"),
    )
    .await;
    assert_eq!(fine.status, 204);
}

#[tokio::test]
async fn paths_and_methods_outside_the_document_are_not_there() {
    let service = service().await;
    let thread = service.thread(&["alice"]).await;
    for path in ["/", "/chat", "/chat/threads/", &format!("{thread}/images")] {
        assert_eq!(service.get("alice", path).await.status, 404, "{path}");
    }
    assert_eq!(service.delete("alice", "/chat/threads").await.status, 405);
    let refused = service
        .get("alice", "/chat/threads/invalid_chat_thread_id")
        .await;
    assert_eq!(
        (refused.status, refused.error().contains("ThreadId")),
        (400, true)
    );
    let refused = service
        .get(
            "alice",
            &format!("{thread}/messages/invalid_chat_message_id"),
        )
        .await;
    assert_eq!(
        (
            refused.status,
            refused
                .error()
                .contains("MessageId (invalid_chat_message_id)")
        ),
        (400, true)
    );
    assert_eq!(
        service.get("alice", "/chat/threads/%FF%FE").await.status,
        400
    );
}

/// Every documented request body passes the check: what stops it is that its thread is not there.
#[tokio::test]
async fn the_documents_own_examples_are_taken() {
    let service = service().await;
    for (path, item) in document()["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let Some(contents) = operation["requestBody"]["content"].as_object() else {
                continue;
            };
            let id = operation["operationId"].as_str().unwrap();
            let expected = match path.as_str() {
                _ if NOT_PLAYED.contains(&id) => 501,
                "/chat/threads" => 201,
                _ => 404,
            };
            let mut tried = 0;
            for (media, content) in contents {
                for (name, example) in content["examples"].as_object().into_iter().flatten() {
                    let filled = path
                        .replace("{chatThreadId}", "19:nowhere@thread.v2")
                        .replace("{chatMessageId}", "1");
                    let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
                    let request = service
                        .request("alice", method, &filled)
                        .header("content-type", media);
                    let response = fetch(request.body(example["value"].to_string())).await;
                    assert_eq!(
                        response.status, expected,
                        "{id}, {name}: {response:?}; where it is a 501, decide whether the emulator plays {id} or leaves it \
                         out in src/operations/not_played.rs"
                    );
                    tried += 1;
                }
            }
            assert!(tried > 0, "decide on an example of the body of {id}");
        }
    }
}
