//! What the document leaves open stays open: values and kinds that it does not list, null beside absent, an empty list
//! beside none, properties that nobody knows.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    str::FromStr,
};

use crate::support::{
    Mock, Reply, THREAD, client,
    differences::differences,
    dispatch::{self, Given, Returned},
    document, operations,
};
use acs_chat::{
    ChatClient,
    types::{
        self, AddChatParticipantsResult, ChatMessageContent, ChatMessageType, ChatParticipant,
        CommunicationError, CreateChatThreadRequest, SendTypingNotificationRequest,
    },
};
#[cfg(convenience = "set_retention")]
use acs_chat::{
    Nullable,
    types::{
        ChatRetentionPolicy, ChatThreadProperties, ThreadCreationDateRetentionPolicy,
        UpdateChatThreadRequest,
    },
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};

async fn start() -> (Mock, ChatClient) {
    let mock = Mock::start(Reply::default()).await;
    let client = client(mock.url());
    (mock, client)
}

fn ok(body: &Value) -> Reply {
    Reply::status(200).json(body)
}

/// Every enum of the document that is marked open: its values by its place.
fn open_enums(document: &Value) -> BTreeMap<String, Vec<String>> {
    fn walk(node: &Value, place: String, found: &mut BTreeMap<String, Vec<String>>) {
        if node["x-ms-enum"]["modelAsString"] == true {
            let values = node["enum"].as_array().into_iter().flatten();
            let values = values.filter_map(|value| value.as_str().map(str::to_owned));
            found.insert(place.clone(), values.collect());
        }
        for (key, member) in node.as_object().into_iter().flatten() {
            walk(member, format!("{place}/{key}"), found);
        }
        for (index, member) in node.as_array().into_iter().flatten().enumerate() {
            walk(member, format!("{place}/{index}"), found);
        }
    }
    let mut found = BTreeMap::new();
    walk(document, String::new(), &mut found);
    found
}

/// Checks one open enum against the document's values.
fn is_open<T>(values: &[String], listed: &[&str])
where
    T: for<'a> From<&'a str>
        + From<String>
        + FromStr
        + fmt::Display
        + fmt::Debug
        + PartialEq
        + Clone
        + Serialize
        + DeserializeOwned,
    T::Err: fmt::Debug,
{
    assert_eq!(values, listed);
    let mut names = BTreeSet::new();
    for value in values {
        let typed = T::from(value.as_str());
        let name = format!("{typed:?}");
        // The variant is the letters and digits of the value.
        let mut letters = value.clone();
        letters.retain(char::is_alphanumeric);
        assert!(name.eq_ignore_ascii_case(&letters), "{name} for {value}");
        assert!(names.insert(name));
        reads_and_writes(&typed, value);
    }
    let capital = values[0].to_uppercase();
    for unknown in [
        "",
        " ",
        "text ",
        "not listed",
        "UnknownValue",
        "Ünbekannt\n\"",
        capital.as_str(),
    ] {
        let typed = T::from(unknown);
        assert_eq!(format!("{typed:?}"), format!("UnknownValue({unknown:?})"));
        reads_and_writes(&typed, unknown);
    }
    for other in [json!(1), json!(null), json!(["text"]), json!({ "text": 1 })] {
        assert!(serde_json::from_value::<T>(other).is_err());
    }
}

fn reads_and_writes<T>(typed: &T, value: &str)
where
    T: From<String>
        + FromStr
        + fmt::Display
        + fmt::Debug
        + PartialEq
        + Serialize
        + DeserializeOwned,
    T::Err: fmt::Debug,
{
    assert_eq!(typed.to_string(), value);
    assert_eq!(&T::from(value.to_owned()), typed);
    assert_eq!(&T::from_str(value).expect("every string is a value"), typed);
    let written = serde_json::to_value(typed).expect("JSON");
    assert_eq!(written, json!(value));
    assert_eq!(
        &serde_json::from_value::<T>(written).expect("a string"),
        typed
    );
    let text = json!(value).to_string();
    assert_eq!(&serde_json::from_str::<T>(&text).expect("a string"), typed);
}

#[test]
fn every_open_enum_of_the_document() {
    let enums = open_enums(document());
    let mut checked = BTreeSet::new();
    macro_rules! types {
        (generated: $($type:ident)*; open enums: $($open:ident)*; unions: $($union:ident)*;) => {{$(
            let place = concat!("/components/schemas/", stringify!($open));
            // The others list the media types of a body.
            if let Some(values) = enums.get(place) {
                is_open::<types::$open>(values, types::$open::VALUES);
                for value in values {
                    assert_eq!(types::$open::from(value.as_str()).as_str(), value);
                }
                checked.insert(place.to_owned());
            }
        )*}};
    }
    include!("../../codegen/tests/output/types.rs");
    // The tags of unions have tests of their own.
    let schemas = document()["components"]["schemas"].as_object();
    for union in schemas.into_iter().flat_map(Map::values) {
        let union = &union["discriminator"];
        let tag = union["propertyName"].as_str().unwrap_or_default();
        for schema in union["mapping"]
            .as_object()
            .into_iter()
            .flat_map(Map::values)
        {
            let schema = schema.as_str().expect("a reference");
            checked.insert(format!(
                "{}/properties/{tag}",
                schema.trim_start_matches('#')
            ));
        }
    }
    let mut others: Vec<_> = enums.keys().collect();
    others.retain(|place| !checked.contains(*place));
    assert!(
        others.is_empty(),
        "decide whether these open enums, which are written in place, get schemas of their own: {others:?}"
    );
}

#[tokio::test]
async fn unknown_values_in_a_whole_page() {
    let (mock, client) = start().await;
    let person = |kind: &str, cloud: &str| {
        json!({
            "kind": kind,
            "rawId": "8:orgid:1",
            "microsoftTeamsUser": { "userId": "1", "cloud": cloud },
        })
    };
    let message = |kind: &str, sender: Value, attachment: &str| {
        json!({
            "id": "1", "type": kind, "sequenceId": "1", "version": "1", "createdOn": "2024-04-22T09:28:28Z",
            "senderCommunicationIdentifier": sender,
            "content": { "message": "m", "attachments": [{ "id": "a", "attachmentType": attachment }] },
        })
    };
    let page = json!({ "value": [
        message("text", person("microsoftTeamsUser", "public"), "image"),
        message("not listed", person("not listed", "not listed"), "not listed"),
        message("", person("", ""), ""),
        message("html", person("unknown", "gcch"), "file"),
    ]});
    mock.reply(ok(&page));
    let messages = client
        .list_chat_messages()
        .chat_thread_id(THREAD)
        .send()
        .await;
    let messages = messages.expect("a page").into_inner();
    assert_eq!(
        messages.value[1].type_,
        ChatMessageType::UnknownValue("not listed".to_owned())
    );
    assert_eq!(messages.value[3].type_, ChatMessageType::Html);
    let written = serde_json::to_value(messages).expect("JSON");
    assert_eq!(differences("page", &page, &written), Vec::<String>::new());
}

#[test]
#[cfg(convenience = "set_retention")]
fn every_kind_of_retention_policy() {
    let document = document();
    let mapping = "/components/schemas/ChatRetentionPolicy/discriminator/mapping";
    let mapping = document
        .pointer(mapping)
        .and_then(Value::as_object)
        .expect("a mapping");
    let known = [
        (
            "threadCreationDate",
            ChatRetentionPolicy::ThreadCreationDate(after(90)),
            json!({ "kind": "threadCreationDate", "deleteThreadAfterDays": 90 }),
        ),
        (
            "none",
            ChatRetentionPolicy::none(),
            json!({ "kind": "none" }),
        ),
    ];
    let names: BTreeSet<&str> = known.iter().map(|(name, ..)| *name).collect();
    let documented = mapping.keys().map(String::as_str).collect();
    assert_eq!(
        names, documented,
        "decide on a constructor for each kind of policy on the right alone, and add a row here"
    );
    for (name, policy, written) in known {
        assert_eq!(policy.kind(), name);
        assert_eq!(serde_json::to_value(&policy).expect("JSON"), written);
        let read = serde_json::from_value::<ChatRetentionPolicy>(written.clone());
        assert_eq!(read.expect("a policy"), policy);
    }
    let broken = json!({ "kind": "threadCreationDate", "deleteThreadAfterDays": "90" });
    assert!(serde_json::from_value::<ChatRetentionPolicy>(broken).is_err());
    assert!(serde_json::from_value::<ChatRetentionPolicy>(json!("none")).is_err());
    // The tag may stand anywhere.
    let policy =
        serde_json::from_str(r#"{"deleteThreadAfterDays":90,"kind":"threadCreationDate"}"#);
    assert_eq!(policy.ok(), Some(ChatRetentionPolicy::after_creation(90)));
}

#[tokio::test]
#[cfg(convenience = "set_retention")]
async fn an_unknown_kind_is_kept_whole() {
    let (mock, client) = start().await;
    for policy in [
        json!({ "kind": "not listed", "deleteThreadAfterDays": 7, "nested": { "a": [1, 2.5, null, "x"] } }),
        json!({ "kind": "ThreadCreationDate", "deleteThreadAfterDays": "ninety" }),
        json!({ "kind": null, "big": 18_446_744_073_709_551_615_u64 }),
        json!({ "kind": 5 }),
        json!({ "deleteThreadAfterDays": 7 }),
        json!({}),
    ] {
        let thread = json!({
            "id": THREAD, "topic": "t", "createdOn": "2024-04-22T09:28:28Z",
            "createdByCommunicationIdentifier": { "rawId": "8:acs:x" }, "retentionPolicy": policy,
        });
        mock.reply(ok(&thread));
        let read = client
            .get_chat_thread_properties()
            .chat_thread_id(THREAD)
            .send()
            .await;
        let read: ChatThreadProperties = read.expect("a thread").into_inner();
        let kept = read.retention_policy.clone().expect("a policy");
        assert!(
            matches!(&kept, ChatRetentionPolicy::UnknownKind(fields) if Value::from(fields.clone()) == policy)
        );
        assert_eq!(kept.kind(), policy["kind"].as_str().unwrap_or_default());
        let written = serde_json::to_value(&read).expect("JSON");
        assert_eq!(
            differences("thread", &thread, &written),
            Vec::<String>::new()
        );
        // What came from the service can be sent back to it.
        mock.take();
        let patch = UpdateChatThreadRequest::builder().retention_policy(Nullable::Value(kept));
        let sent = client
            .update_chat_thread_properties()
            .chat_thread_id(THREAD)
            .body(patch)
            .send()
            .await;
        sent.expect("a patch");
        assert_eq!(
            mock.take()[0].json(),
            Some(json!({ "retentionPolicy": policy }))
        );
    }
}

#[cfg(convenience = "set_retention")]
fn after(days: i32) -> ThreadCreationDateRetentionPolicy {
    let policy = ThreadCreationDateRetentionPolicy::builder().delete_thread_after_days(days);
    policy.build().expect("a policy")
}

#[tokio::test]
#[cfg(convenience = "set_retention")]
async fn null_is_not_the_same_as_nothing() {
    let (mock, client) = start().await;
    mock.reply(Reply::status(204));
    for (policy, expected) in [
        (None, json!({ "topic": "t" })),
        (
            Some(Nullable::Null),
            json!({ "topic": "t", "retentionPolicy": null }),
        ),
        (
            Some(Nullable::Value(after(30).into())),
            json!({ "topic": "t", "retentionPolicy": { "kind": "threadCreationDate", "deleteThreadAfterDays": 30 } }),
        ),
    ] {
        let mut by_fields = UpdateChatThreadRequest::default();
        by_fields.topic = Some("t".to_owned());
        by_fields.retention_policy = policy.clone();
        let by_builder = UpdateChatThreadRequest::builder()
            .topic("t")
            .retention_policy(policy);
        let request = || {
            client
                .update_chat_thread_properties()
                .chat_thread_id(THREAD)
        };
        request()
            .body(by_fields.clone())
            .send()
            .await
            .expect("a patch");
        request().body(by_builder).send().await.expect("a patch");
        for sent in mock.take() {
            assert_eq!(sent.json().as_ref(), Some(&expected));
            assert_eq!(
                sent.header("content-type"),
                Some("application/merge-patch+json")
            );
        }
        // A patch that is kept as JSON means the same when it is read again.
        let read = serde_json::from_value::<UpdateChatThreadRequest>(expected);
        assert_eq!(read.expect("a patch"), by_fields);
    }
    let empty = client
        .update_chat_thread_properties()
        .chat_thread_id(THREAD);
    empty
        .body(UpdateChatThreadRequest::default())
        .send()
        .await
        .expect("a patch");
    assert_eq!(mock.take()[0].json(), Some(json!({})));
}

#[tokio::test]
async fn the_body_of_a_typing_notification_can_be_absent() {
    let (mock, client) = start().await;
    mock.reply(Reply::status(200));
    let request = || client.send_typing_notification().chat_thread_id(THREAD);
    request().send().await.expect("no body");
    request()
        .body(SendTypingNotificationRequest::default())
        .send()
        .await
        .expect("an empty body");
    let named = SendTypingNotificationRequest::builder().sender_display_name("Jane");
    request().body(named).send().await.expect("a body");
    let sent = mock.take();
    let bodies: Vec<_> = sent
        .iter()
        .map(|request| String::from_utf8_lossy(&request.body))
        .collect();
    assert_eq!(bodies, ["", "{}", r#"{"senderDisplayName":"Jane"}"#]);
    let types: Vec<_> = sent
        .iter()
        .map(|request| request.header("content-type"))
        .collect();
    assert_eq!(
        types,
        [None, Some("application/json"), Some("application/json")]
    );
    assert!(
        sent[0]
            .header("content-length")
            .is_none_or(|length| length == "0")
    );
    assert!(sent[0].header("transfer-encoding").is_none());
}

/// Adds a property that nobody knows to every object that the schemas describe.
fn with_unknown(document: &Value, schema: &Value, value: &Value) -> Value {
    let (_, schema) = document::schema(document, schema);
    match value {
        Value::Object(members) if schema["properties"].is_object() => {
            let grown = |(name, member): (&String, &Value)| {
                (
                    name.clone(),
                    with_unknown(document, &schema["properties"][name], member),
                )
            };
            let unknown = ("not listed".to_owned(), json!({ "nested": [false, null] }));
            Value::Object(members.iter().map(grown).chain([unknown]).collect())
        }
        Value::Array(items) => {
            let grown = |item| with_unknown(document, &schema["items"], item);
            items.iter().map(grown).collect()
        }
        _ => value.clone(),
    }
}

#[tokio::test]
async fn unknown_properties_are_left_aside() {
    let document = document();
    let (mock, client) = start().await;
    let mut checked = 0;
    for operation in operations() {
        let Some(schema) = operation.success_schema() else {
            continue;
        };
        for example in operation.examples() {
            let mut given = Given::default();
            for name in operation.names("path") {
                given = given.with(name, THREAD);
            }
            given.body = operation
                .body()
                .and_then(|body| operation.example(body, example))
                .cloned();
            let status = operation.statuses().into_iter().min().expect("a status");
            let response = operation.response(status).expect("a response");
            let expected = operation.example(response, example).expect("an example");
            let grown = with_unknown(document, schema, expected);
            assert_ne!(&grown, expected);
            mock.reply(ok(&grown));
            let Returned { value, .. } = dispatch::call(&client, operation.id, &given)
                .await
                .expect("a success");
            assert_eq!(
                differences(operation.id, expected, &value),
                Vec::<String>::new()
            );
            checked += 1;
        }
    }
    assert!(checked > 8, "{checked}");
}

#[test]
fn what_only_the_service_writes_need_not_be_given() {
    let error = CommunicationError::builder().code("c").message("m");
    let error = CommunicationError::try_from(error).expect("complete");
    assert_eq!(
        (error.target, error.details, error.innererror),
        (None, None, None)
    );
    assert_eq!(
        AddChatParticipantsResult::default().invalid_participants,
        None
    );
}

#[tokio::test]
async fn an_empty_list_is_not_the_same_as_none() {
    for text in [
        r#"{"attachments":[],"message":""}"#,
        r#"{"message":""}"#,
        r#"{"participants":[]}"#,
        "{}",
    ] {
        let content: ChatMessageContent = serde_json::from_str(text).expect("content");
        assert_eq!(serde_json::to_string(&content).expect("JSON"), text);
    }
    for text in [r#"{"invalidParticipants":[]}"#, "{}"] {
        let result: AddChatParticipantsResult = serde_json::from_str(text).expect("a result");
        assert_eq!(serde_json::to_string(&result).expect("JSON"), text);
    }
    let (mock, client) = start().await;
    mock.reply(Reply::status(201).body("{}"));
    let topic = || CreateChatThreadRequest::builder().topic("t");
    for (body, expected) in [
        (topic(), json!({ "topic": "t" })),
        (
            topic().participants(Vec::<ChatParticipant>::new()),
            json!({ "topic": "t", "participants": [] }),
        ),
        #[cfg(convenience = "set_metadata")]
        (
            topic().metadata(BTreeMap::<String, String>::new()),
            json!({ "topic": "t", "metadata": {} }),
        ),
    ] {
        client
            .create_chat_thread()
            .body(body)
            .send()
            .await
            .expect("a thread");
        assert_eq!(mock.take()[0].json(), Some(expected));
    }
}
