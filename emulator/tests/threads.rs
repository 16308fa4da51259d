//! Threads: made once, changed, listed, deleted; and who may do what in them.

mod common;

use common::{API_VERSION, Service, fetch, service};
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

async fn create(service: &Service, id: Option<&str>, body: Value) -> common::Response {
    let request = service
        .request("alice", Method::POST, "/chat/threads")
        .json(&body);
    fetch(match id {
        Some(id) => request.header("repeatability-request-id", id),
        None => request,
    })
    .await
}

#[tokio::test]
async fn a_new_thread_is_located_and_as_it_was_asked_for() {
    let service = service().await;
    let policy = json!({ "kind": "threadCreationDate", "deleteThreadAfterDays": 30 });
    let body = json!({ "topic": "Lunch", "metadata": { "a": "1" }, "retentionPolicy": policy });
    let made = create(&service, None, body).await;
    assert_eq!(made.status, 201);
    let thread = &made.body["chatThread"];
    let id = thread["id"].as_str().unwrap();
    assert!(
        id.starts_with("19:acsV1_") && id.ends_with("1@thread.v2"),
        "{id}"
    );
    assert_eq!(
        (&thread["topic"], &thread["metadata"]),
        (&json!("Lunch"), &json!({ "a": "1" }))
    );
    assert_eq!(thread["retentionPolicy"], policy);
    assert_eq!(
        thread["createdByCommunicationIdentifier"]["rawId"],
        service.emulator.user_id("alice")
    );
    assert!(made.body.get("invalidParticipants").is_none());
    let location = made.header("location").unwrap();
    assert_eq!(
        location,
        format!(
            "{}/chat/threads/{}",
            service.emulator.url(),
            id.replace(':', "%3A")
        )
    );
    assert_eq!(
        service
            .follow("alice", &format!("{location}?api-version={API_VERSION}"))
            .await
            .body,
        *thread
    );
}

#[tokio::test]
async fn a_repeatability_id_gives_the_first_thread_whatever_the_body() {
    let service = service().await;
    let first = create(&service, Some("one"), json!({ "topic": "Lunch" })).await;
    let again = create(&service, Some("one"), json!({ "topic": "Dinner" })).await;
    assert_eq!((again.status, &again.body), (201, &first.body));
    assert_eq!(again.header("location"), first.header("location"));
    assert_ne!(
        create(&service, Some("two"), json!({ "topic": "Lunch" }))
            .await
            .body,
        first.body
    );
    assert_ne!(
        create(&service, None, json!({ "topic": "Lunch" }))
            .await
            .body,
        first.body
    );
    let bobs = service
        .request("bob", Method::POST, "/chat/threads")
        .header("repeatability-request-id", "one");
    assert_ne!(
        fetch(bobs.json(&json!({ "topic": "Bob's" }))).await.body,
        first.body
    );
    assert_eq!(
        create(&service, Some(""), json!({ "topic": "Lunch" }))
            .await
            .status,
        400
    );
    assert_eq!(service.emulator.snapshot().threads.len(), 4);
}

#[tokio::test]
async fn requests_that_race_with_one_repeatability_id_get_one_thread() {
    let service = service().await;
    let racing: Vec<_> = (0..16)
        .map(|number| {
            let request = service.request("alice", Method::POST, "/chat/threads");
            let request = request.header("repeatability-request-id", "one");
            tokio::spawn(fetch(
                request.json(&json!({ "topic": format!("{number}") })),
            ))
        })
        .collect();
    let mut bodies = Vec::new();
    for response in racing {
        bodies.push(response.await.unwrap().body);
    }
    bodies.dedup();
    assert_eq!(
        (bodies.len(), service.emulator.snapshot().threads.len()),
        (1, 1)
    );
}

#[tokio::test]
async fn patches_merge_and_null_ends_retention() {
    let service = service().await;
    let thread = service.thread(&["alice"]).await;
    let get = async || service.get("alice", &thread).await.body;
    assert_eq!(service.patch("alice", &thread, json!({})).await.status, 204);
    assert_eq!(get().await["retentionPolicy"], json!({ "kind": "none" }));
    let policy = json!({ "kind": "threadCreationDate", "deleteThreadAfterDays": 90 });
    let body = json!({ "topic": "Dinner", "metadata": { "a": "1", "b": "2", "c": "3" }, "retentionPolicy": policy });
    assert_eq!(service.patch("alice", &thread, body).await.status, 204);
    assert_eq!(
        service
            .patch(
                "alice",
                &thread,
                json!({ "metadata": { "a": "", "b": null, "d": "4" } })
            )
            .await
            .status,
        204
    );
    let got = get().await;
    assert_eq!(
        (&got["topic"], &got["metadata"]),
        (&json!("Dinner"), &json!({ "c": "3", "d": "4" }))
    );
    assert_eq!(got["retentionPolicy"], policy);
    assert_eq!(
        service
            .patch("alice", &thread, json!({ "retentionPolicy": null }))
            .await
            .status,
        204
    );
    assert_eq!(get().await["retentionPolicy"], json!({ "kind": "none" }));
    for (body, said) in [
        (json!({ "topic": null }), "topic cannot be removed"),
        (json!({ "topic": 1 }), "/topic"),
        (
            json!({ "retentionPolicy": { "kind": "threadCreationDate", "deleteThreadAfterDays": 29 } }),
            "from 30 to 90",
        ),
    ] {
        let refused = service.patch("alice", &thread, body).await;
        assert_eq!(
            (refused.status, refused.error().contains(said)),
            (400, true),
            "{refused:?}"
        );
    }
}

#[tokio::test]
async fn a_retention_policy_deletes_the_thread_in_time() {
    let service = service().await;
    let policy = json!({ "kind": "threadCreationDate", "deleteThreadAfterDays": 30 });
    let made = create(
        &service,
        None,
        json!({ "topic": "Lunch", "retentionPolicy": policy }),
    )
    .await;
    let thread = format!(
        "/chat/threads/{}",
        made.body["chatThread"]["id"].as_str().unwrap()
    );
    service.emulator.advance(DAY * 29);
    assert_eq!(service.get("alice", &thread).await.status, 200);
    service.emulator.advance(DAY);
    assert_eq!(service.get("alice", &thread).await.status, 404);
    assert!(service.get("alice", "/chat/threads").await.items()[0]["deletedOn"].is_string());
}

#[tokio::test]
async fn a_deleted_thread_is_only_listed() {
    let service = service().await;
    let thread = service.thread(&["alice", "bob"]).await;
    assert_eq!(service.delete("carol", &thread).await.status, 403);
    assert_eq!(service.delete("bob", &thread).await.status, 204);
    for path in ["", "/messages", "/participants", "/readReceipts"] {
        assert_eq!(
            service
                .get("alice", &format!("{thread}{path}"))
                .await
                .status,
            404,
            "{path}"
        );
    }
    let sent = service
        .post(
            "alice",
            &format!("{thread}/messages"),
            json!({ "content": "x" }),
        )
        .await;
    assert_eq!(
        (sent.status, sent.error().as_str()),
        (404, "NotFound The specified thread id was not found.")
    );
    assert_eq!(service.delete("bob", &thread).await.status, 404);
    let listed = service.get("alice", "/chat/threads").await;
    assert!(listed.items()[0]["deletedOn"].is_string());
}

#[tokio::test]
async fn those_outside_a_thread_are_forbidden_everything_in_it() {
    let service = service().await;
    let thread = service.thread(&["alice"]).await;
    let id = service.say("alice", &thread, "one").await;
    for path in [
        "",
        "/messages",
        "/participants",
        "/readReceipts",
        &format!("/messages/{id}"),
    ] {
        let refused = service.get("bob", &format!("{thread}{path}")).await;
        assert_eq!(refused.status, 403, "{path}");
        assert!(refused.error().starts_with("Forbidden "), "{refused:?}");
    }
    for (path, body) in [
        ("/messages", json!({ "content": "x" })),
        ("/readReceipts", json!({ "chatMessageId": id })),
        ("/participants/:add", json!({ "participants": [] })),
        ("/participants/:remove", service.identifier("alice")),
    ] {
        assert_eq!(
            service
                .post("bob", &format!("{thread}{path}"), body)
                .await
                .status,
            403,
            "{path}"
        );
    }
    assert_eq!(
        service
            .patch("bob", &thread, json!({ "topic": "x" }))
            .await
            .status,
        403
    );
    assert_eq!(
        service
            .get("alice", "/chat/threads/19:nowhere@thread.v2")
            .await
            .status,
        404
    );
    assert!(service.get("bob", "/chat/threads").await.items().is_empty());
}

#[tokio::test]
async fn whoever_is_unknown_is_named_and_the_others_join() {
    let service = service().await;
    let stranger =
        "8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b";
    let people = json!([
        { "communicationIdentifier": { "rawId": stranger } },
        { "communicationIdentifier": { "phoneNumber": { "value": "+14255550123" } } },
        { "communicationIdentifier": { "microsoftTeamsUser": { "userId": "45ab2481-1c1c-4005-be24-0ffb879b1130" } } },
        service.participant("bob"),
    ]);
    let made = create(
        &service,
        None,
        json!({ "topic": "Lunch", "participants": people }),
    )
    .await;
    assert_eq!(made.status, 201);
    let expected = json!([
        { "code": "403", "message": "Permissions check failed", "target": stranger },
        { "code": "403", "message": "Permissions check failed", "target": "4:+14255550123" },
    ]);
    assert_eq!(made.body["invalidParticipants"], expected);
    let thread = format!(
        "/chat/threads/{}",
        made.body["chatThread"]["id"].as_str().unwrap()
    );
    let listed = service.get("bob", &format!("{thread}/participants")).await;
    let ids: Vec<&str> = listed
        .items()
        .iter()
        .map(|person| person["communicationIdentifier"]["rawId"].as_str().unwrap())
        .collect();
    let [alice, bob] = ["alice", "bob"].map(|user| service.emulator.user_id(user));
    assert_eq!(
        ids,
        [
            alice.as_str(),
            "8:orgid:45ab2481-1c1c-4005-be24-0ffb879b1130",
            &bob
        ]
    );
    let add = format!("{thread}/participants/:add");
    let added = service
        .post(
            "bob",
            &add,
            json!({ "participants": [people[0], service.participant("carol")] }),
        )
        .await;
    assert_eq!(
        (added.status, &added.body),
        (201, &json!({ "invalidParticipants": [expected[0]] }))
    );
    assert_eq!(service.get("carol", &thread).await.status, 200);
    let added = service
        .post(
            "bob",
            &add,
            json!({ "participants": [service.participant("dave")] }),
        )
        .await;
    assert_eq!((added.status, &added.body), (201, &json!({})));
    let refused = service.post("bob", &add, json!({ "participants": [{ "communicationIdentifier": { "rawId": "8:acs:fakeid===" } }] })).await;
    assert_eq!(
        refused.error(),
        "BadRequest Identifier format is invalid (8:acs:fakeid===)."
    );
}

#[tokio::test]
async fn who_is_removed_is_out() {
    let service = service().await;
    let thread = service.thread(&["alice", "bob"]).await;
    let remove = format!("{thread}/participants/:remove");
    assert_eq!(
        service
            .post("bob", &remove, service.identifier("carol"))
            .await
            .status,
        404
    );
    assert_eq!(
        service
            .post("bob", &remove, service.identifier("bob"))
            .await
            .status,
        204
    );
    assert_eq!(service.get("bob", &thread).await.status, 403);
    assert!(service.get("bob", "/chat/threads").await.items().is_empty());
    assert_eq!(
        service
            .get("alice", &format!("{thread}/participants"))
            .await
            .items()
            .len(),
        1
    );
}

#[tokio::test]
async fn history_is_shared_from_the_time_that_was_said() {
    let service = service().await;
    let thread = service.thread(&["alice"]).await;
    let old = service.say("alice", &thread, "old").await;
    service.emulator.advance(DAY);
    let new = service.say("alice", &thread, "new").await;
    let since = service
        .get("alice", &format!("{thread}/messages/{new}"))
        .await
        .body["createdOn"]
        .clone();
    let mut late = service.participant("late");
    late["shareHistoryTime"] = since.clone();
    let people = json!({ "participants": [late, service.participant("all")] });
    assert_eq!(
        service
            .post("alice", &format!("{thread}/participants/:add"), people)
            .await
            .status,
        201
    );
    let texts = async |user: &str| -> Vec<Value> {
        let listed = service.get(user, &format!("{thread}/messages")).await;
        listed
            .items()
            .iter()
            .map(|message| message["content"]["message"].clone())
            .filter(Value::is_string)
            .collect()
    };
    assert_eq!(texts("late").await, [json!("new")]);
    assert_eq!(texts("all").await, [json!("new"), json!("old")]);
    assert_eq!(
        service
            .get("late", &format!("{thread}/messages/{old}"))
            .await
            .status,
        404
    );
    assert_eq!(
        service
            .get("all", &format!("{thread}/messages/{old}"))
            .await
            .status,
        200
    );
    let listed = service
        .get("alice", &format!("{thread}/participants"))
        .await;
    assert_eq!(listed.items()[1]["shareHistoryTime"], since);
    assert_eq!(
        listed.items()[0]["shareHistoryTime"],
        "1970-01-01T00:00:00Z"
    );
}

#[tokio::test]
async fn every_response_carries_what_support_asks_for() {
    let service = service().await;
    let mut vectors = std::collections::BTreeSet::new();
    let fine = service.get("alice", "/chat/threads").await;
    let lost = service.get("alice", "/nowhere").await;
    service.inject(acs_chat_emulator::Fault::Html { status: 502 });
    let gateway = service.get("alice", "/chat/threads").await;
    for response in [&fine, &lost, &gateway] {
        let vector = response.header("ms-cv").unwrap();
        assert!(vector.len() == 24 && vector.ends_with(".0"), "{vector}");
        assert!(vectors.insert(vector.to_owned()));
    }
    assert_eq!(
        fine.header("content-type"),
        Some("application/json; charset=utf-8")
    );
    assert!(fine.header("x-ms-client-request-id").is_none());
}

#[tokio::test]
async fn the_client_request_id_comes_back_when_asked_for() {
    let service = service().await;
    for (wanted, expected) in [
        (None, None),
        (Some("false"), None),
        (Some("true"), Some("mine")),
    ] {
        let mut request = service
            .request("alice", Method::GET, "/chat/threads")
            .header("x-ms-client-request-id", "mine");
        if let Some(wanted) = wanted {
            request = request.header("x-ms-return-client-request-id", wanted);
        }
        assert_eq!(
            fetch(request).await.header("x-ms-client-request-id"),
            expected,
            "{wanted:?}"
        );
    }
}
