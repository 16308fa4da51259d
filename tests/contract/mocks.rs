//! The typed mocks, as a team's own tests use them: they match what the client sends for real values and nothing else,
//! and respond with the document's examples.

use crate::support::{
    self, Operation, THREAD, client,
    dispatch::{self, CallError, Given},
};
use acs_chat::{
    ChatClient, ChatError,
    mock::{Documented, EXAMPLES, Example, MockServerExt},
    types::{self, SendTypingNotificationRequest},
};
use chrono::{DateTime, TimeDelta, Utc};
use httpmock::{Mock, MockServer};
use serde_json::{Value, json};

/// A value as the setters of mocks take it: a number or a switch by value, a text as `&str`, all else by reference.
struct Required<'a, T>(&'a T);

macro_rules! by_value {
    ($($type:ty)*) => {$(
        impl Required<'_, $type> {
            #[allow(dead_code, reason = "no document has parameters of all types")]
            fn get(&self) -> $type {
                *self.0
            }
        }
    )*};
}

by_value!(bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64);

impl<'a> Required<'a, String> {
    fn get(&self) -> &'a str {
        self.0
    }
}

trait ByReference<'a, T> {
    fn get(&self) -> &'a T;
}

impl<'a, T> ByReference<'a, T> for Required<'a, T> {
    fn get(&self) -> &'a T {
        self.0
    }
}

macro_rules! operations {
    ($( $id:literal => $method:ident($( $name:literal => $setter:ident: $type:ty ),*)
        takes [$($kind:ident $($body:ty)?)?] of [$($content_type:ident)?] returns $returns:ident; )*) => {
        /// A mock that requires all that is given, and responds with an example of the document.
        #[allow(deprecated, reason = "what the document deprecates is tested too")]
        fn mock<'a>(server: &'a MockServer, given: &Given, example: &Example) -> Mock<'a> {
            match example.operation {
                $( $id => server.$method(|when, then| {
                    $( let when = match given.parameter::<$type>($name).expect($name) {
                        Some(value) => when.$setter(Required(&value).get()),
                        None => when,
                    }; )*
                    $( let when = require_body!(when, given, $kind $($body)?); )?
                    let _ = when;
                    then.documented_as(example.name, example.status);
                }), )*
                other => panic!("there is no mock of {other}"),
            }
        }

        /// A mock of each operation, which responds with its success.
        #[allow(deprecated, reason = "what the document deprecates is tested too")]
        fn all(server: &MockServer) -> Vec<Mock<'_>> {
            vec![$( server.$method(|_, then| {
                then.documented(success($id).status);
            }) ),*]
        }
    };
}

macro_rules! require_body {
    ($when:ident, $given:ident, typed $type:ty) => {
        match $given.typed_body::<$type>().expect("a body") {
            Some(body) => $when.body(&body),
            None => $when,
        }
    };
    // httpmock compares JSON only.
    ($when:ident, $given:ident, bytes) => {
        $when
    };
}

include!("../../codegen/tests/output/calls.rs");

/// The documented success of an operation.
fn success(operation: &str) -> &'static Example {
    let mut examples = EXAMPLES.iter();
    let success = |example: &&Example| example.operation == operation && example.status < 300;
    examples.find(success).expect("a documented success")
}

/// A value of this schema.
fn sample(schema: &Value) -> Value {
    let schema = support::document::schema(support::document(), schema).1;
    if let Some(value) = schema["enum"].get(0) {
        return value.clone();
    }
    match (schema["type"].as_str(), schema["format"].as_str()) {
        (Some("integer"), _) => json!(5),
        (Some("number"), _) => json!(2.5),
        (Some("boolean"), _) => json!(true),
        (Some("array"), _) => json!([sample(&schema["items"])]),
        (_, Some("date-time")) => json!("2020-06-26T10:00:00.123Z"),
        (_, Some("date")) => json!("2020-06-26"),
        (_, Some("uuid")) => json!("40bbba33-6d4b-4c1e-9e1d-4e8d8b3b3c11"),
        _ => json!("Noon?"),
    }
}

/// A call with all parameters, and with the document's example of the body.
fn given(operation: &Operation<'_>) -> Given {
    let mut given = Given::default();
    for parameter in operation.parameters() {
        let name = parameter["name"].as_str().expect("a name");
        if name != support::document::API_VERSION {
            given = given.with(name, sample(&parameter["schema"]));
        }
    }
    given.body = operation.request_example().cloned();
    given
}

/// The places in a value that are no lists and no objects.
fn leaves(value: &Value, place: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                leaves(member, &format!("{place}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                leaves(item, &format!("{place}/{index}"), found);
            }
        }
        _ => found.push(place.to_owned()),
    }
}

/// The call with one parameter, or something in the body, replaced: each that the client takes.
fn replaced(
    client: &ChatClient,
    operation: &Operation<'_>,
    given: &Given,
    replace: impl Fn(&Value) -> Option<Value>,
) -> Vec<Given> {
    let takes = |given: &Given| dispatch::prepare(client, operation.id, given).is_ok();
    let others = |value: &Value| -> Vec<Value> {
        let mut places = Vec::new();
        leaves(value, "", &mut places);
        let other = |place: &String| {
            let mut other = value.clone();
            let leaf = other.pointer_mut(place)?;
            *leaf = replace(leaf)?;
            Some(other)
        };
        places.iter().filter_map(other).collect()
    };
    let mut all = Vec::new();
    for (name, value) in &given.parameters {
        let mut others = others(value).into_iter();
        let with = |other| given.clone().with(name, other);
        all.extend(others.by_ref().map(with).find(takes));
    }
    let body = given.body.iter().flat_map(others);
    all.extend(body.map(|other| given.clone().body(other)).find(takes));
    all
}

/// Whether a mock that requires `required` matches a call with `sent`.
async fn matches(
    server: &MockServer,
    client: &ChatClient,
    operation: &Operation<'_>,
    required: &Given,
    sent: &Given,
) -> bool {
    let success = success(operation.id);
    let mut mock = mock(server, required, success);
    let outcome = dispatch::call(client, operation.id, sent).await;
    let calls = mock.calls();
    mock.delete();
    match outcome {
        Ok(returned) => {
            let status = returned.status.as_u16();
            assert_eq!((status, calls), (success.status, 1), "{operation:?}");
            true
        }
        // A request that no mock matches gets a 404.
        Err(CallError::Chat(error)) => {
            assert!(error.is_not_found(), "{operation:?}: {error}");
            assert_eq!(calls, 0);
            false
        }
        Err(CallError::Uncallable(why)) => panic!("{operation:?}: {why}"),
    }
}

#[tokio::test]
async fn every_operation_has_a_mock_that_matches_what_the_client_sends() {
    let server = MockServer::start_async().await;
    let client = client(server.base_url());
    for operation in support::operations() {
        let given = given(&operation);
        assert!(matches(&server, &client, &operation, &given, &given).await);
    }
}

/// Another value than this.
fn another(value: &Value) -> Option<Value> {
    Some(match value {
        Value::String(text) => match text.parse::<DateTime<Utc>>() {
            Ok(time) => json!(time + TimeDelta::milliseconds(1)),
            Err(_) => json!(format!("{text}0")),
        },
        Value::Number(number) => json!(number.as_i64()? + 1),
        Value::Bool(on) => json!(!on),
        _ => return None,
    })
}

#[tokio::test]
async fn each_parameter_that_is_required_has_to_be_right() {
    let server = MockServer::start_async().await;
    let client = client(server.base_url());
    for operation in support::operations() {
        let given = given(&operation);
        let mut checked = 0;
        for other in replaced(&client, &operation, &given, another) {
            let matches = matches(&server, &client, &operation, &given, &other).await;
            assert!(!matches, "{operation:?} {other:?}");
            checked += 1;
        }
        // Enums have no other value here, and bytes are not compared.
        let has_other = |parameter: &&&Value| {
            let schema = support::document::schema(support::document(), &parameter["schema"]).1;
            schema["enum"].is_null() && parameter["name"] != support::document::API_VERSION
        };
        let others = operation.parameters().iter().filter(has_other).count();
        let is_compared = |body: &Value| !operation.is_bytes(body);
        let expected = others + usize::from(operation.body().is_some_and(is_compared));
        assert!(checked >= expected, "{operation:?}");
    }
}

/// Ids that would mean something else in a regular expression or in a URL, each with one that it must not match.
const IDS: [(&str, &str); 24] = [
    ("19:a.b@thread.v2", "19:axb@thread.v2"),
    ("a+b", "aab"),
    ("a+b", "a b"),
    ("a*", "aa"),
    ("a?", "a"),
    (".*", "19:a@thread.v2"),
    ("(a|b)", "a"),
    ("a|b", "a"),
    ("[ab]", "a"),
    ("[^/]*", "a"),
    ("a{2}", "aa"),
    ("^a", "a"),
    ("a$", "a"),
    ("(?i)a", "a"),
    ("a b", "a+b"),
    ("a/b", "a"),
    ("a/b", "a%2Fb"),
    ("100%", "100%25"),
    ("%41", "A"),
    ("ä", "a"),
    ("19:ünïcode 漢字😀@thread.v2", "19:unicode 漢字😀@thread.v2"),
    ("a", "A"),
    ("a'\"<>`#;,=&~!", "a'\"<>`#;,=&~"),
    ("a", "aa"),
];

#[tokio::test]
async fn ids_match_literally_and_nothing_else() {
    let server = MockServer::start_async().await;
    let client = client(server.base_url());
    for operation in support::operations() {
        for name in operation.names("path") {
            for (id, near_miss) in IDS {
                let given = given(&operation);
                let one = given.clone().with(name, id);
                let other = given.with(name, near_miss);
                if dispatch::prepare(&client, operation.id, &one).is_err() {
                    // An id that is no text.
                    continue;
                }
                let what = format!("{operation:?} {name} {id} {near_miss}");
                assert!(
                    matches(&server, &client, &operation, &one, &one).await,
                    "{what}"
                );
                assert!(
                    !matches(&server, &client, &operation, &one, &other).await,
                    "{what}"
                );
            }
        }
    }
}

#[tokio::test]
async fn other_values_match_literally_too() {
    let server = MockServer::start_async().await;
    let client = client(server.base_url());
    let values = [
        json!("a+b c.*"),
        json!(i32::MAX),
        json!("2020-06-26T10:00:00Z"),
        json!("2020-06-26T10:00:00.1234567Z"),
        json!("1970-01-01T00:00:00+05:30"),
    ];
    for operation in support::operations() {
        let given = given(&operation);
        for value in &values {
            for one in replaced(&client, &operation, &given, |_| Some(value.clone())) {
                assert!(
                    matches(&server, &client, &operation, &one, &one).await,
                    "{operation:?} {one:?}"
                );
            }
        }
    }
}

#[tokio::test]
async fn all_mocks_stand_side_by_side() {
    let server = MockServer::start_async().await;
    let client = client(server.base_url());
    let mocks = all(&server);
    assert_eq!(mocks.len(), support::operations().len());
    for (sent, operation) in support::operations().iter().enumerate() {
        let outcome = dispatch::call(&client, operation.id, &given(operation)).await;
        outcome.expect("a success");
        let calls: usize = mocks.iter().map(Mock::calls).sum();
        assert_eq!(calls, sent + 1);
    }
    // Each was called once, so none has responded for another.
    assert!(mocks.iter().all(|mock| mock.calls() == 1));
}

#[tokio::test]
async fn every_documented_answer_is_at_hand() {
    let server = MockServer::start_async().await;
    let client = client(server.base_url());
    let mut examples = 0;
    for operation in support::operations() {
        let given = given(&operation);
        for example in EXAMPLES.iter().filter(|it| it.operation == operation.id) {
            examples += 1;
            let mut mock = mock(&server, &given, example);
            let outcome = dispatch::call(&client, operation.id, &given).await;
            assert_eq!(mock.calls(), 1, "{example:?}");
            mock.delete();
            match outcome {
                Ok(returned) => assert_eq!(returned.status, example.status),
                Err(CallError::Chat(ChatError::Service(error))) => {
                    assert_eq!(error.status(), example.status);
                    let body = example.body.expect("a body");
                    assert_eq!(error.body(), body.as_bytes());
                    let body: Value = serde_json::from_str(body).expect("JSON");
                    assert_eq!(error.code(), body["error"]["code"].as_str());
                }
                Err(error) => panic!("{example:?}: {error:?}"),
            }
        }
    }
    assert_eq!(EXAMPLES.len(), examples);
}

#[test]
fn every_example_of_the_document_is_among_them_and_nothing_else() {
    let mut examples: Vec<_> = EXAMPLES.iter().collect();
    for operation in support::operations() {
        let responses = operation.node["responses"].as_object().expect("responses");
        for (status, response) in responses {
            let named = operation.response_examples(status);
            let Ok(code) = status.parse::<u16>() else {
                assert!(named.is_empty());
                continue;
            };
            for (name, body) in &named {
                let found = Example::find(operation.id, code, Some(name)).expect("an example");
                let text = found.body.expect("a body");
                let found_body: Value = serde_json::from_str(text).expect("JSON");
                assert_eq!(&found_body, *body);
                examples.retain(|example| *example != found);
            }
            if response.get("content").is_none() {
                let found = Example::find(operation.id, code, None).expect("a response");
                assert_eq!(found.body, None);
                examples.retain(|example| *example != found);
            }
        }
    }
    assert_eq!(examples, [&EXAMPLES[0]; 0]);
}

#[tokio::test]
async fn typing_with_and_without_a_body() {
    let server = MockServer::start_async().await;
    let thread = client(server.base_url()).thread(THREAD).expect("an id");
    let body = SendTypingNotificationRequest::builder().sender_display_name("Noon?");
    let body = body.build().expect("a body");

    let mut any = server.send_typing_notification(|when, then| {
        when.chat_thread_id(THREAD);
        then.documented(200);
    });
    let with = || thread.send_typing_notification().body(body.clone()).send();
    let without = || thread.send_typing_notification().send();
    with().await.expect("a success");
    without().await.expect("a success");
    assert_eq!(any.calls(), 2);
    any.delete();

    let mut with_body = server.send_typing_notification(|when, then| {
        when.body(&body);
        then.documented(200);
    });
    with().await.expect("a success");
    assert!(without().await.expect_err("no mock").is_not_found());
    assert_eq!(with_body.calls(), 1);
    with_body.delete();

    let without_body = server.send_typing_notification(|when, then| {
        when.into_inner().body("").header_missing("content-type");
        then.documented(200);
    });
    without().await.expect("a success");
    assert!(with().await.expect_err("no mock").is_not_found());
    assert_eq!(without_body.calls(), 1);
}

#[tokio::test]
async fn what_is_left_out_can_be_required_to_be_missing() {
    let server = MockServer::start_async().await;
    let client = client(server.base_url());
    let mock = server.list_chat_threads(|when, then| {
        when.max_page_size(None).start_time(None);
        then.documented(200);
    });
    client.list_chat_threads().send().await.expect("a success");
    let error = client.list_chat_threads().max_page_size(1).send().await;
    assert!(error.expect_err("no mock").is_not_found());
    let error = client
        .list_chat_threads()
        .start_time(Utc::now())
        .send()
        .await;
    assert!(error.expect_err("no mock").is_not_found());
    assert_eq!(mock.calls(), 1);
}

#[tokio::test]
async fn the_version_can_be_required() {
    let server = MockServer::start_async().await;
    let client = client(server.base_url());
    for (version, calls) in [(acs_chat::API_VERSION, 1), ("2021-09-07", 0)] {
        let mut mock = server.list_chat_threads(|when, then| {
            when.api_version(version);
            then.documented(200);
        });
        let outcome = client.list_chat_threads().send().await;
        assert_eq!(outcome.is_ok(), calls == 1);
        assert_eq!(mock.calls(), calls);
        mock.delete();
    }
}

#[test]
#[should_panic(expected = "`ChatThread_SendChatMessage` has no documented response 418")]
fn an_answer_that_is_not_documented_says_so() {
    let server = MockServer::start();
    server.send_chat_message(|_, then| {
        then.documented(418);
    });
}
