//! Deliveries of events: all examples of the document, in all the ways that they come, and what nobody should send.

use acs_chat::{
    CommunicationIdentifier,
    events::{ChatEvent, ChatEventData, Delivery, DeliveryError, handshake},
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{differences::differences, events::events};

fn headers(all: &[(&str, &str)]) -> HeaderMap {
    let all = all.iter().map(|(name, value)| {
        let value = HeaderValue::from_str(value).expect("a value");
        (HeaderName::try_from(*name).expect("a name"), value)
    });
    all.collect()
}

fn parse(body: impl AsRef<[u8]>) -> Result<Delivery, DeliveryError> {
    Delivery::parse(&HeaderMap::new(), body.as_ref())
}

/// The events of a delivery.
fn read(headers: &HeaderMap, body: &Value) -> Vec<ChatEvent> {
    match Delivery::parse(headers, body.to_string().as_bytes()) {
        Ok(Delivery::Events(events)) => events,
        other => panic!("{other:?} of {body}"),
    }
}

fn read_one(body: &Value) -> ChatEvent {
    let mut events = read(&HeaderMap::new(), body);
    assert_eq!(events.len(), 1, "{body}");
    events.remove(0)
}

/// The payload of an example, with the numbers that some examples have as texts.
fn payload(example: &Value) -> Value {
    let mut data = example["data"].clone();
    if let Some(version) = data["version"].as_str() {
        data["version"] = version.parse::<i64>().expect("a number").into();
    }
    data
}

#[test]
fn all_examples_round_trip() {
    let mut count = 0;
    for event in events() {
        for example in &event.examples {
            count += 1;
            let read = read_one(example);
            assert_eq!(read.name(), event.name);
            assert!(
                !matches!(read.data, ChatEventData::Unknown { .. }),
                "{example}"
            );
            let written = serde_json::to_value(&read.data).expect("JSON");
            let differences = differences(&event.name, &payload(example), &written);
            assert!(differences.is_empty(), "{differences:?}");
            let either = |cloud: &str, grid: &str| {
                let found = example.get(cloud).or(example.get(grid));
                found.and_then(Value::as_str).map(str::to_owned)
            };
            assert_eq!(Some(&read.id), either("id", "id").as_ref());
            assert_eq!(read.subject, either("subject", "subject"));
            assert_eq!(read.source, either("source", "topic"));
            let time = read.time.expect("a time");
            let expected = either("time", "eventTime").expect("a time");
            assert_eq!(
                time,
                expected
                    .parse::<chrono::DateTime<chrono::Utc>>()
                    .expect("a time")
            );
            assert_eq!(read.thread_id(), example["data"]["threadId"].as_str());
            // Who is the recipient says whether an event is a user's.
            let recipient = &example["data"]["recipientCommunicationIdentifier"]["rawId"];
            let found = read.recipient().map(|recipient| recipient.raw_id());
            assert_eq!(found.as_deref(), recipient.as_str());
            let initiator = read.initiator().expect("somebody did it");
            assert!(matches!(
                initiator,
                CommunicationIdentifier::CommunicationUser { .. }
            ));
        }
    }
    assert_eq!((count, ChatEventData::NAMES.len()), (34, 18));
}

#[test]
fn an_event_is_the_same_in_all_ways_that_it_comes() {
    for event in events() {
        for example in &event.examples {
            let expected = read_one(example);
            let batch = read(&HeaderMap::new(), &json!([example, example]));
            assert_eq!(batch, [expected.clone(), expected.clone()]);
            if example.get("specversion").is_none() {
                continue;
            }
            for media_type in [
                "application/cloudevents+json",
                "application/cloudevents+json; charset=utf-8",
            ] {
                // Some senders repeat attributes as headers.
                let headers = headers(&[("content-type", media_type), ("ce-specversion", "1.0")]);
                assert_eq!(read(&headers, example), vec![expected.clone()]);
            }
            let text = |name: &str| example[name].as_str().expect(name).to_owned();
            let subject = text("subject").replace('{', "%7B").replace('}', "%7D");
            let (id, source, name, time) = (text("id"), text("source"), text("type"), text("time"));
            let binary = headers(&[
                ("content-type", "application/json"),
                ("ce-specversion", "1.0"),
                ("ce-id", &id),
                ("ce-source", &source),
                ("ce-type", &name),
                ("ce-time", &time),
                ("ce-subject", &subject),
            ]);
            assert_eq!(read(&binary, &example["data"]), vec![expected.clone()]);
            let mut encoded = example.clone();
            encoded["data"].take();
            let encoded_data = base64(&example["data"].to_string());
            encoded["data_base64"] = encoded_data.into();
            encoded.as_object_mut().expect("an object").remove("data");
            assert_eq!(read_one(&encoded), expected);
        }
    }
}

fn base64(text: &str) -> String {
    use base64::{Engine, engine::general_purpose::STANDARD};
    STANDARD.encode(text)
}

#[test]
fn what_the_document_does_not_know_is_kept_whole() {
    let event = json!({
        "specversion": "1.0", "id": "1", "source": "/s", "type": "Microsoft.Communication.ChatFuture",
        "data": { "threadId": "19:a@thread.v2", "more": [1, null] },
    });
    let read = read_one(&event);
    assert_eq!(read.name(), "Microsoft.Communication.ChatFuture");
    assert_eq!(read.thread_id(), Some("19:a@thread.v2"));
    assert_eq!(
        serde_json::to_value(&read.data).expect("JSON"),
        event["data"]
    );
    assert_eq!(read.recipient(), None);
    assert_eq!((read.time, read.subject), (None, None));
    // No payload, and one that is no JSON.
    let of = |headers: &HeaderMap, body: &[u8]| match Delivery::parse(headers, body) {
        Ok(Delivery::Events(events)) => serde_json::to_value(&events[0].data).expect("JSON"),
        other => panic!("{other:?}"),
    };
    let binary = [
        ("ce-specversion", "1.0"),
        ("ce-id", "1"),
        ("ce-type", "Other"),
    ];
    assert_eq!(of(&headers(&binary), b""), Value::Null);
    assert_eq!(of(&headers(&binary), b" [1] "), json!([1]));
    let text = [binary.as_slice(), &[("content-type", "text/plain")]].concat();
    assert_eq!(of(&headers(&text), b"[1"), json!("[1"));
}

#[test]
fn a_newer_property_of_a_known_event_is_kept() {
    let all = events();
    let mut example = all[0].examples[0].clone();
    example["data"]["sequenceId"] = "7".into();
    let ChatEventData::MessageReceived(data) = read_one(&example).data else {
        panic!("a message");
    };
    assert_eq!(data.extra["sequenceId"], "7");
    assert_eq!(data.type_.as_deref(), Some("Text"));
    assert_eq!(data.version, Some(1_613_694_358_927));
}

#[test]
fn subscriptions_are_accepted_in_both_schemas() {
    let question = json!([{
        "id": "1", "topic": "/s", "subject": "", "eventTime": "2021-02-19T00:25:59Z", "metadataVersion": "1",
        "dataVersion": "2", "eventType": "Microsoft.EventGrid.SubscriptionValidationEvent",
        "data": { "validationCode": "512d\"38b6", "validationUrl": "https://rp.example.com/validate?id=512d38b6" },
    }]);
    let Ok(Delivery::Validation(validation)) = parse(question.to_string()) else {
        panic!("a validation");
    };
    let response = validation.response();
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()["content-type"], "application/json");
    let answer: Value = serde_json::from_str(response.body()).expect("JSON");
    assert_eq!(answer, json!({ "validationResponse": "512d\"38b6" }));
    assert_eq!(
        validation.url(),
        Some("https://rp.example.com/validate?id=512d38b6")
    );
    assert!(
        !format!("{validation:?}").contains("512d"),
        "{validation:?}"
    );

    assert!(handshake(&HeaderMap::new()).is_none());
    let asked = headers(&[("WebHook-Request-Origin", "eventgrid.azure.net")]);
    let response = handshake(&asked).expect("an answer");
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(
        response.headers()["webhook-allowed-origin"],
        "eventgrid.azure.net"
    );
    assert_eq!(response.headers().get("webhook-allowed-rate"), None);
    let asked = headers(&[
        ("WebHook-Request-Origin", "a"),
        ("WebHook-Request-Rate", "120"),
    ]);
    let response = handshake(&asked).expect("an answer");
    assert_eq!(response.headers()["webhook-allowed-rate"], "*");
}

#[test]
fn what_is_wrong_is_named_by_its_place_and_never_quoted() {
    let event = |data: Value| json!({ "id": "1", "eventType": "Microsoft.Communication.ChatMessageReceived", "data": data });
    let fine = event(json!({}));
    for (body, path) in [
        (json!("SECRET").to_string(), "."),
        (json!(null).to_string(), "."),
        (json!([5]).to_string(), "[0]"),
        ("{".to_owned(), "?"),
        ("".to_owned(), "."),
        ("[".to_owned(), "."),
        (format!("{fine} 5"), "."),
        (json!({}).to_string(), "."),
        (json!([fine, {}]).to_string(), "[1]"),
        (json!([fine, { "id": "SECRET", "type": "x" }]).to_string(), "[1]"),
        (json!([fine, { "eventType": "SECRET" }]).to_string(), "[1]"),
        (json!([fine, { "eventType": 5 }]).to_string(), "[1].eventType"),
        (r#"{"id":"1","id":"SECRET","eventType":"x"}"#.to_owned(), "."),
        (json!([fine, { "id": "1", "eventType": "x", "eventTime": "SECRET" }]).to_string(), "[1].eventTime"),
        (event(json!({ "version": "SECRET" })).to_string(), "data.version"),
        (event(json!({ "composeTime": "SECRET" })).to_string(), "data.composeTime"),
        (json!([event(json!({ "messageBody": ["SECRET"] }))]).to_string(), "[0].data.messageBody"),
        (json!([event(json!({ "metadata": { "SECRET": 5 } }))]).to_string(), "[0].data.metadata.*"),
        (event(json!({ "senderCommunicationIdentifier": { "rawId": 5 } })).to_string(), "data.senderCommunicationIdentifier.rawId"),
        (event(json!(["SECRET"])).to_string(), "data"),
        (event(json!("SECRET")).to_string(), "data"),
        (event(Value::Null).to_string(), "data"),
        (json!([{ "id": "1", "eventType": "Microsoft.EventGrid.SubscriptionValidationEvent", "data": {} }]).to_string(), "[0]"),
        (format!("{}SECRET", "[".repeat(100_000)), "?"),
        (json!([{ "id": "1", "eventType": "x" }]).to_string().replace("\"x\"", &"[".repeat(1000)), "?"),
        (json!([{ "id": "1", "eventType": "x", "data": 0 }]).to_string().replace('0', &"[".repeat(1000)), "?"),
    ] {
        let error = parse(&body).expect_err(&body);
        assert_eq!(error.status(), StatusCode::BAD_REQUEST);
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains("SECRET"), "{shown}");
        let found = error.path();
        assert!(path == "?" || found == path, "{error} of {body:.200}");
    }
}

#[test]
fn headers_that_are_wrong_are_named() {
    let binary = [
        ("ce-specversion", "1.0"),
        ("ce-id", "1"),
        ("ce-type", "Other"),
    ];
    for (wrong, path) in [
        (("ce-time", "SECRET"), "ce-time"),
        (("ce-subject", "%FF"), "ce-subject"),
        (("content-type", "application/json"), "data"),
    ] {
        let headers = headers(&[binary.as_slice(), &[wrong]].concat());
        let error = Delivery::parse(&headers, b"SECRET").expect_err(path);
        // Where no media type is given, the payload has to be JSON too.
        assert!([path, "data"].contains(&error.path()), "{error}");
        assert!(!format!("{error} {error:?}").contains("SECRET"), "{error}");
    }
    let error = Delivery::parse(&headers(&binary[..2]), b"{}").expect_err("no name");
    assert_eq!(error.path(), "ce-type");
}

#[test]
fn a_body_that_is_too_large_is_not_read() {
    let body = vec![b' '; Delivery::MAX_BYTES + 1];
    let error = parse(&body).expect_err("too large");
    assert_eq!(error.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(
        error.to_string(),
        "the delivery cannot be read at `.`: larger than the limit of 2097152 bytes"
    );
    let error = parse(&body[1..]).expect_err("nothing in it");
    assert_eq!(error.status(), StatusCode::BAD_REQUEST);
}

/// JSON of any shape, of names that deliveries have.
fn any_json() -> impl Strategy<Value = Value> {
    let name = prop_oneof![
        Just("id"),
        Just("type"),
        Just("eventType"),
        Just("specversion"),
        Just("data"),
        Just("data_base64"),
        Just("time"),
        Just("version"),
        Just("threadId"),
        Just("metadata"),
        Just("participants"),
        Just("properties"),
        Just("senderCommunicationIdentifier"),
        Just("rawId"),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
        prop::sample::select(ChatEventData::NAMES).prop_map(Value::from),
        Just(json!("Microsoft.EventGrid.SubscriptionValidationEvent")),
    ];
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(name.clone(), inner, 0..8).prop_map(|all| all
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_body_panics(body in prop_oneof![
        any_json().prop_map(|json| json.to_string().into_bytes()),
        prop::collection::vec(any::<u8>(), 0..200),
    ]) {
        let _ = parse(&body);
    }

    #[test]
    fn any_payload_of_a_known_event_is_read_or_refused_within_it(
        name in prop::sample::select(ChatEventData::NAMES),
        data in any_json(),
    ) {
        let event = json!({ "id": "1", "eventType": name, "data": data });
        match parse(event.to_string()) {
            Ok(delivery) => prop_assert!(matches!(delivery, Delivery::Events(events) if events.len() == 1)),
            Err(error) => prop_assert!(error.path().starts_with("data"), "{}", error),
        }
    }
}

/// The page of the docs.
const PAGE: &str = include_str!("../../docs/events.md");

#[test]
fn the_page_says_which_events_are_a_thread_s_and_which_a_user_s() {
    let rows = PAGE.lines().filter(|line| line.contains("| `Chat"));
    let cell = |row: &str, at: usize| {
        let cell = row.split('|').nth(at).expect("a cell").trim();
        let name = cell.trim_matches('`').to_owned();
        (!name.is_empty()).then(|| format!("Microsoft.Communication.{name}"))
    };
    let (mut of_threads, mut of_users) = (Vec::new(), Vec::new());
    for row in rows {
        of_threads.extend(cell(row, 2));
        of_users.extend(cell(row, 3));
    }
    let (mut threads, mut users) = (Vec::new(), Vec::new());
    for event in events() {
        let example = read_one(&event.examples[0]);
        match example.recipient() {
            Some(_) => users.push(event.name),
            None => threads.push(event.name),
        }
    }
    for names in [&mut of_threads, &mut of_users, &mut threads, &mut users] {
        names.sort();
    }
    assert_eq!((of_threads, of_users), (threads, users));
}

#[test]
fn an_event_is_a_hint_about_its_thread() {
    for event in events() {
        let event = read_one(&event.examples[0]);
        let hint = acs_chat::Hint::from(&event);
        assert!(hint.thread_id().is_some());
        assert_eq!(hint.thread_id(), event.thread_id());
        assert_eq!(acs_chat::Hint::from(event), hint);
    }
}
