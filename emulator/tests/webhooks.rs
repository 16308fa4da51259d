//! Webhooks get events as Event Grid delivers them.

mod common;
#[path = "common/receiver.rs"]
mod receiver;

use acs_chat_emulator::{Emulator, EventSchema, Fault, Webhook};
use common::{Service, started};
use receiver::{Received, Receiver};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::mpsc::channel;
use std::time::Duration;

/// A service with a webhook for some events, all where there are none.
async fn with_webhook(events: &[&str]) -> (Service, Receiver) {
    let receiver = Receiver::start().await;
    let webhook = Webhook::new(&receiver.url).events(events.iter().copied());
    (
        started(Emulator::builder().webhook(webhook)).await,
        receiver,
    )
}

/// Does everything that there is an event of, and returns the thread and its message before the thread is deleted.
async fn everything(service: &Service) -> (Value, Value) {
    let thread = service.thread(&["alice", "bob", "carol"]).await;
    let message = service
        .post(
            "alice",
            &format!("{thread}/messages"),
            json!({ "content": "Soup?", "senderDisplayName": "Alice", "metadata": { "dish": "soup" } }),
        )
        .await;
    let path = format!("{thread}/messages/{}", message.body["id"].as_str().unwrap());
    let edited = service.patch("alice", &path, json!({ "content": "Stew?" }));
    assert_eq!(edited.await.status, 204);
    let shown = service.get("bob", &path).await.body;
    let typing = service
        .request("bob", Method::POST, &format!("{thread}/typing"))
        .json(&json!({ "senderDisplayName": "Bob" }));
    assert_eq!(common::fetch(typing).await.status, 200);
    assert_eq!(service.delete("alice", &path).await.status, 204);
    let added = json!({ "participants": [service.participant("dave")] });
    let path = format!("{thread}/participants/:add");
    assert_eq!(service.post("bob", &path, added).await.status, 201);
    let (path, removed) = (
        format!("{thread}/participants/:remove"),
        service.identifier("carol"),
    );
    assert_eq!(service.post("bob", &path, removed).await.status, 204);
    let renamed = service.patch(
        "dave",
        &thread,
        json!({ "topic": "Dinner", "metadata": { "place": "river" } }),
    );
    assert_eq!(renamed.await.status, 204);
    let properties = service.get("bob", &thread).await.body;
    assert_eq!(service.delete("alice", &thread).await.status, 204);
    (properties, shown)
}

/// Who gets each event, in the order in which they come; nobody of a thread's.
const EXPECTED: [(&str, &[&str]); 17] = [
    ("ChatThreadCreated", &[]),
    ("ChatThreadCreatedWithUser", &["bob", "carol"]),
    ("ChatMessageReceivedInThread", &[]),
    ("ChatMessageReceived", &["bob", "carol"]),
    ("ChatMessageEditedInThread", &[]),
    ("ChatMessageEdited", &["bob", "carol"]),
    ("ChatTypingIndicatorReceivedInThread", &[]),
    ("ChatMessageDeletedInThread", &[]),
    ("ChatMessageDeleted", &["bob", "carol"]),
    ("ChatThreadParticipantAdded", &[]),
    (
        "ChatParticipantAddedToThreadWithUser",
        &["alice", "carol", "dave"],
    ),
    ("ChatThreadParticipantRemoved", &[]),
    (
        "ChatParticipantRemovedFromThreadWithUser",
        &["alice", "dave"],
    ),
    ("ChatThreadPropertiesUpdated", &[]),
    ("ChatThreadPropertiesUpdatedPerUser", &["alice", "bob"]),
    ("ChatThreadDeleted", &[]),
    ("ChatThreadWithUserDeleted", &["bob", "dave"]),
];

/// Causes every event, checks who gets them, and returns one of each name.
async fn each_event(schema: EventSchema) -> (Service, BTreeMap<String, Received>, Value, Value) {
    let mut receiver = Receiver::start().await;
    let webhook = Webhook::new(&receiver.url).schema(schema);
    let service = started(Emulator::builder().webhook(webhook)).await;
    let (thread, message) = everything(&service).await;
    let mut events = BTreeMap::new();
    for (name, recipients) in EXPECTED {
        for recipient in match recipients {
            [] => vec![None],
            some => some
                .iter()
                .map(|user| Some(service.emulator.user_id(user)))
                .collect(),
        } {
            let delivery = receiver.delivery().await;
            assert_eq!(delivery.name(), name);
            assert_eq!(delivery.recipient(), recipient.as_deref(), "{name}");
            events.insert(name.to_owned(), delivery);
        }
    }
    (service, events, thread, message)
}

#[tokio::test]
async fn each_event_is_delivered_once_a_thread_or_once_for_each_user_but_the_one_who_acts() {
    let (service, events, ..) = each_event(EventSchema::EventGrid).await;
    let counted = service.emulator.snapshot().events;
    for (name, recipients) in EXPECTED {
        assert_eq!(counted[name], recipients.len().max(1) as u64, "{name}");
    }
    assert_eq!(counted.len(), EXPECTED.len());
    let ids: std::collections::BTreeSet<_> = events
        .values()
        .map(|event| event.event()["id"].as_str())
        .collect();
    assert_eq!(ids.len(), events.len());
}

#[tokio::test]
async fn an_event_says_what_the_api_returns() {
    for schema in [EventSchema::EventGrid, EventSchema::CloudEvents] {
        let (service, events, thread, message) = each_event(schema).await;
        let user = |name: &str| {
            let id = service.emulator.user_id(name);
            json!({ "rawId": id, "communicationUser": { "id": id } })
        };
        let said = |event: &str, property: &str| events[event].data()[property].clone();
        for event in ["ChatMessageEdited", "ChatMessageEditedInThread"] {
            for (property, expected) in [
                ("messageBody", &message["content"]["message"]),
                ("messageId", &message["id"]),
                ("composeTime", &message["createdOn"]),
                ("editTime", &message["editedOn"]),
                ("metadata", &message["metadata"]),
                ("senderDisplayName", &message["senderDisplayName"]),
                (
                    "senderCommunicationIdentifier",
                    &message["senderCommunicationIdentifier"],
                ),
                ("threadId", &thread["id"]),
                ("type", &json!("Text")),
            ] {
                assert_eq!(&said(event, property), expected, "{event} {property}");
            }
            let version = said(event, "version")
                .as_u64()
                .map(|version| version.to_string());
            assert_eq!(version.as_deref(), message["version"].as_str());
        }
        assert_eq!(said("ChatMessageReceived", "messageBody"), "Soup?");
        assert!(said("ChatMessageDeleted", "deleteTime").is_string());
        assert!(said("ChatMessageDeleted", "messageBody").is_null());
        for event in [
            "ChatThreadPropertiesUpdated",
            "ChatThreadPropertiesUpdatedPerUser",
        ] {
            for (property, expected) in [
                ("createTime", &thread["createdOn"]),
                ("metadata", &thread["metadata"]),
                ("properties", &json!({ "topic": thread["topic"] })),
                ("editedByCommunicationIdentifier", &user("dave")),
            ] {
                assert_eq!(&said(event, property), expected, "{event} {property}");
            }
        }
        let created = said("ChatThreadCreated", "participants");
        assert_eq!(created.as_array().unwrap().len(), 3);
        assert_eq!(
            created[1],
            json!({ "participantCommunicationIdentifier": user("bob"), "displayName": "bob" })
        );
        for event in ["ChatThreadCreated", "ChatThreadCreatedWithUser"] {
            assert_eq!(
                said(event, "createdByCommunicationIdentifier"),
                user("alice")
            );
        }
        for event in ["ChatThreadDeleted", "ChatThreadWithUserDeleted"] {
            assert_eq!(
                said(event, "deletedByCommunicationIdentifier"),
                user("alice")
            );
        }
        for event in [
            "ChatThreadParticipantAdded",
            "ChatParticipantAddedToThreadWithUser",
        ] {
            let added = &said(event, "participantAdded")["participantCommunicationIdentifier"];
            assert_eq!(added, &user("dave"));
            assert_eq!(said(event, "addedByCommunicationIdentifier"), user("bob"));
        }
        for event in [
            "ChatThreadParticipantRemoved",
            "ChatParticipantRemovedFromThreadWithUser",
        ] {
            let removed = &said(event, "participantRemoved")["participantCommunicationIdentifier"];
            assert_eq!(removed, &user("carol"));
            assert_eq!(said(event, "removedByCommunicationIdentifier"), user("bob"));
        }
        let typing = events["ChatTypingIndicatorReceivedInThread"].data();
        assert_eq!(typing["senderCommunicationIdentifier"], user("bob"));
        assert_eq!(typing["senderDisplayName"], "Bob");
    }
}

#[tokio::test]
async fn the_envelope_is_that_of_the_schema() {
    for (schema, media_type, fixed, names) in [
        (
            EventSchema::EventGrid,
            "application/json; charset=utf-8",
            json!({ "dataVersion": "1.0", "metadataVersion": "1" }),
            ["topic", "eventType", "eventTime"],
        ),
        (
            EventSchema::CloudEvents,
            "application/cloudevents+json; charset=utf-8",
            json!({ "specversion": "1.0" }),
            ["source", "type", "time"],
        ),
    ] {
        let (service, events, thread, _) = each_event(schema).await;
        let delivery = &events["ChatMessageReceived"];
        assert_eq!(delivery.body.is_array(), schema == EventSchema::EventGrid);
        assert_eq!(delivery.header("content-type"), media_type);
        assert_eq!(delivery.header("aeg-event-type"), "Notification");
        assert_eq!(delivery.header("aeg-delivery-count"), "0");
        let event = delivery.event();
        for (name, value) in fixed.as_object().unwrap() {
            assert_eq!(&event[name], value, "{name}");
        }
        let [source, name, time] = names;
        assert!(
            event[source]
                .as_str()
                .unwrap()
                .contains("Microsoft.Communication")
        );
        assert_eq!(event[name], "Microsoft.Communication.ChatMessageReceived");
        assert!(chrono::DateTime::parse_from_rfc3339(event[time].as_str().unwrap()).is_ok());
        let [alice, carol] = ["alice", "carol"].map(|name| service.emulator.user_id(name));
        let thread = thread["id"].as_str().unwrap();
        assert_eq!(
            event["subject"],
            format!("thread/{thread}/sender/{alice}/recipient/{carol}")
        );
        assert_eq!(
            events["ChatMessageReceivedInThread"].event()["subject"],
            format!("thread/{thread}/sender/{alice}")
        );
    }
}

#[tokio::test]
async fn the_handshake_is_the_first_request() {
    for schema in [EventSchema::EventGrid, EventSchema::CloudEvents] {
        let mut receiver = Receiver::start().await;
        let webhook = Webhook::new(&receiver.url).schema(schema);
        let service = started(Emulator::builder().webhook(webhook)).await;
        service.thread(&["alice"]).await;
        let first = receiver.request().await;
        match schema {
            EventSchema::CloudEvents => {
                assert_eq!(first.method, Method::OPTIONS);
                assert_eq!(
                    first.header("webhook-request-origin"),
                    "eventgrid.azure.net"
                );
            }
            _ => {
                assert_eq!(first.header("aeg-event-type"), "SubscriptionValidation");
                let event = &first.body[0];
                let name = "Microsoft.EventGrid.SubscriptionValidationEvent";
                assert_eq!(event["eventType"], name);
            }
        }
        assert_eq!(receiver.request().await.name(), "ChatThreadCreated");
    }
}

#[tokio::test]
async fn a_webhook_that_does_not_agree_gets_nothing() {
    for schema in [EventSchema::EventGrid, EventSchema::CloudEvents] {
        let (mut ignorant, mut receiver) = (Receiver::ignorant().await, Receiver::start().await);
        let webhooks = [&ignorant, &receiver].map(|it| Webhook::new(&it.url).schema(schema));
        let mut builder = Emulator::builder();
        for webhook in webhooks {
            builder = builder.webhook(webhook);
        }
        let service = started(builder).await;
        assert!(ignorant.request().await.is_handshake());
        let thread = service.thread(&["alice"]).await;
        for _ in 0..20 {
            service.say("alice", &thread, "Hi").await;
        }
        receiver.names(21).await;
        assert!(ignorant.rest().is_empty());
    }
}

#[tokio::test]
async fn a_filter_leaves_other_events_out() {
    let (service, mut receiver) = with_webhook(&[
        "ChatMessageReceived",
        "Microsoft.Communication.ChatThreadDeleted",
    ])
    .await;
    everything(&service).await;
    let names = receiver.names(3).await;
    let expected = [
        "ChatMessageReceived",
        "ChatMessageReceived",
        "ChatThreadDeleted",
    ];
    assert_eq!(names, expected);
}

/// Keeps a paused clock from moving while bytes are on their way.
fn hold_clock() -> impl Drop {
    struct Hold(std::sync::mpsc::Sender<()>);
    impl Drop for Hold {
        fn drop(&mut self) {
            let _ = self.0.send(());
        }
    }
    let (hold, released) = channel::<()>();
    tokio::task::spawn_blocking(move || released.recv());
    Hold(hold)
}

#[tokio::test(start_paused = true)]
async fn a_delivery_that_is_not_accepted_is_repeated_while_others_go_on() {
    let _hold = hold_clock();
    let (service, mut receiver) = with_webhook(&["ChatMessageReceivedInThread"]).await;
    receiver.request().await;
    receiver.respond([500]);
    let thread = service.thread(&["alice"]).await;
    service.say("alice", &thread, "1").await;
    service.say("alice", &thread, "2").await;
    let [first, second] = [receiver.delivery().await, receiver.delivery().await];
    assert_eq!(second.data()["messageBody"], "2");

    tokio::time::advance(Duration::from_millis(9_999)).await;
    service.say("alice", &thread, "3").await;
    assert_eq!(receiver.delivery().await.data()["messageBody"], "3");
    tokio::time::advance(Duration::from_millis(1)).await;
    let again = receiver.delivery().await;
    assert_eq!(again.event(), first.event());
    assert_eq!(again.header("aeg-delivery-count"), "1");

    // An advance of the emulator's clock does the same.
    receiver.respond([500]);
    service.say("alice", &thread, "4").await;
    let fourth = receiver.delivery().await;
    service.emulator.advance(Duration::from_secs(10));
    assert_eq!(receiver.delivery().await.event(), fourth.event());
}

#[tokio::test]
async fn a_delivery_that_is_refused_is_not_repeated() {
    let (service, mut receiver) = with_webhook(&["ChatMessageReceivedInThread"]).await;
    receiver.respond([400]);
    let thread = service.thread(&["alice"]).await;
    for text in ["1", "2"] {
        service.say("alice", &thread, text).await;
    }
    receiver.names(2).await;
    service.emulator.advance(Duration::from_secs(24 * 60 * 60));
    service.say("alice", &thread, "3").await;
    assert_eq!(receiver.delivery().await.data()["messageBody"], "3");
    assert!(receiver.rest().is_empty());
}

/// The texts of the messages whose events come, with a fault for the first one that it applies to.
async fn texts_with(fault: Fault, count: usize) -> Vec<String> {
    let (service, mut receiver) = with_webhook(&["ChatMessageReceivedInThread"]).await;
    let rule = fault.on("ChatMessageReceivedInThread").times(1);
    service.emulator.inject(rule).unwrap();
    let thread = service.thread(&["alice"]).await;
    for text in ["1", "2", "3"] {
        service.say("alice", &thread, text).await;
    }
    let mut texts = Vec::new();
    for _ in 0..count {
        let delivery = receiver.delivery().await;
        texts.push(delivery.data()["messageBody"].as_str().unwrap().to_owned());
    }
    assert_eq!(service.emulator.snapshot().faults.len(), 1);
    texts
}

#[tokio::test]
async fn faults_double_reorder_and_lose_events() {
    assert_eq!(
        texts_with(Fault::DuplicateEvent, 4).await,
        ["1", "1", "2", "3"]
    );
    assert_eq!(texts_with(Fault::ReorderEvent, 3).await, ["2", "1", "3"]);
    assert_eq!(texts_with(Fault::LoseEvent, 2).await, ["2", "3"]);
}

#[tokio::test(start_paused = true)]
async fn a_reordered_event_without_another_comes_after_a_second() {
    let _hold = hold_clock();
    let (service, mut receiver) = with_webhook(&["ChatThreadCreated"]).await;
    service.inject(Fault::ReorderEvent);
    receiver.request().await;
    service.thread(&["alice"]).await;
    while receiver.rest().is_empty() {
        tokio::time::advance(Duration::from_millis(100)).await;
    }
}

#[tokio::test]
async fn the_same_event_has_one_id_however_often_it_comes() {
    let (service, mut receiver) = with_webhook(&["ChatThreadCreated"]).await;
    service.inject(Fault::DuplicateEvent);
    service.thread(&["alice"]).await;
    service.thread(&["alice"]).await;
    let mut ids = Vec::new();
    for _ in 0..4 {
        ids.push(receiver.delivery().await.event()["id"].clone());
    }
    assert!(
        ids[0] == ids[1] && ids[2] == ids[3] && ids[0] != ids[2],
        "{ids:?}"
    );
}

#[tokio::test]
async fn what_is_wrong_with_a_webhook_is_an_error_of_the_start() {
    for (webhook, said) in [
        (Webhook::new("https://127.0.0.1/secret"), "no TLS"),
        (
            Webhook::new("http://127.0.0.1").events(["Sent"]),
            "ChatMessageReceived",
        ),
    ] {
        let started = Emulator::builder().webhook(webhook).start().await;
        let error = started.err().unwrap().to_string();
        assert!(error.contains(said) && !error.contains("secret"), "{error}");
    }
}
