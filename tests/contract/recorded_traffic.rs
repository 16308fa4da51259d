//! Recorded responses of the live service: nothing of them that the document knows is lost.

use std::{fs, path::Path};

use crate::support::{
    Mock, Operation, Reply, client,
    differences::differences,
    dispatch::{self, CallError, Given},
    document, operations,
};
use acs_chat::ChatError;
use serde_json::{Map, Value, json};

/// Headers of the transfer, which is another one here.
const TRANSFER: [&str; 4] = [
    "content-length",
    "transfer-encoding",
    "connection",
    "content-encoding",
];

/// The recordings; they are not the project's own, and not everywhere.
fn recordings() -> Option<Vec<Value>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/recordings/recordings.json");
    let Ok(text) = fs::read_to_string(&path) else {
        println!("skipped: there are no recordings at ../shared/recordings");
        return None;
    };
    Some(serde_json::from_str(&text).expect("the recordings are a list"))
}

#[tokio::test]
async fn recordings_since_2023() {
    let Some((right, wrong)) = replay(|version| version >= "2023").await else {
        return;
    };
    println!("{right} recorded responses of API versions since 2023 arrived whole");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(right > 0, "no recording is that new");
}

/// The released versions before have the same operations and types as far as they go, so their responses must be
/// read too. Their previews were other APIs.
#[tokio::test]
async fn recordings_of_older_releases() {
    let older = |version: &str| version < "2023" && !version.contains("preview");
    let Some((right, wrong)) = replay(older).await else {
        return;
    };
    println!("{right} recorded responses of older API versions arrived whole");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(right > 0, "no recording is that old");
}

fn version(recording: &Value) -> &str {
    recording["apiVersion"].as_str().expect("apiVersion")
}

/// Replays the recordings of the chosen versions: how many arrived whole, and what did not. `None` where there are no
/// recordings at all.
async fn replay(chosen: fn(&str) -> bool) -> Option<(usize, Vec<String>)> {
    let recordings = recordings()?;
    let document = document();
    let mock = Mock::start(Reply::default()).await;
    let client = client(mock.url());
    let (mut right, mut all_wrong) = (0, Vec::new());
    for (index, recording) in recordings
        .iter()
        .enumerate()
        .filter(|(_, one)| chosen(version(one)))
    {
        let Some(operation) = operation_of(recording) else {
            let (method, url) = (&recording["method"], &recording["url"]);
            all_wrong.push(format!(
                "recording {index}: the document has no {method} {url}"
            ));
            continue;
        };
        mock.reply(reply(recording));
        let called = dispatch::call(&client, operation.id, &given(&operation)).await;
        let wrong = match called {
            Ok(returned) => {
                let schema = operation.success_schema();
                let known =
                    schema.map(|schema| pruned(document, schema, &recording["responseBody"]));
                let mut wrong = differences("value", &known.unwrap_or_default(), &returned.value);
                if returned.status.as_u16() != status(recording) {
                    wrong.push(format!("the status is {}", returned.status));
                }
                wrong
            }
            Err(CallError::Chat(error)) => failed(recording, &error),
            Err(other) => vec![format!("{other:?}")],
        };
        right += usize::from(wrong.is_empty());
        let place = format!("recording {index}, {} {}", version(recording), operation.id);
        all_wrong.extend(wrong.into_iter().map(|wrong| format!("{place}: {wrong}")));
    }
    Some((right, all_wrong))
}

fn status(recording: &Value) -> u16 {
    let status = recording["status"].as_u64().expect("status");
    u16::try_from(status).expect("a status")
}

/// The operation with this method and a path like this one.
fn operation_of(recording: &Value) -> Option<Operation<'static>> {
    let url = url::Url::parse(recording["url"].as_str().expect("url")).expect("url");
    let method = recording["method"].as_str().expect("method");
    let segments: Vec<_> = url
        .path()
        .split('/')
        .filter(|part| !part.is_empty())
        .collect();
    let fits = |operation: &Operation| {
        let template: Vec<_> = operation
            .path
            .split('/')
            .filter(|part| !part.is_empty())
            .collect();
        let same = |(wanted, found): (&&str, &&str)| wanted.starts_with('{') || wanted == found;
        operation.method == method
            && template.len() == segments.len()
            && template.iter().zip(&segments).all(same)
    };
    operations().into_iter().find(fits)
}

/// Parameters that will do, and a body of the type: what was sent is not what is tested here.
fn given(operation: &Operation<'_>) -> Given {
    let mut given = Given::default();
    for name in operation.names("path") {
        given = given.with(name, "19:thread@thread.v2");
    }
    let example = operation.examples().into_iter().next().unwrap_or_default();
    let body = operation.body();
    given.body = body
        .and_then(|body| operation.example(body, example))
        .cloned();
    given
}

fn reply(recording: &Value) -> Reply {
    let headers = recording["responseHeaders"]
        .as_object()
        .into_iter()
        .flatten();
    let headers = headers
        .filter(|(name, _)| !TRANSFER.contains(&name.to_lowercase().as_str()))
        .filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())));
    Reply {
        status: status(recording),
        headers: headers.collect(),
        body: text(recording).into_bytes(),
        ..Reply::default()
    }
}

/// The body as it was sent, or as near to it as the recorder kept it.
fn text(recording: &Value) -> String {
    match (&recording["responseBodyText"], &recording["responseBody"]) {
        (Value::String(text), _) => text.clone(),
        (_, Value::Null) => String::new(),
        (_, Value::String(text)) => text.clone(),
        (_, value) => value.to_string(),
    }
}

fn failed(recording: &Value, error: &ChatError) -> Vec<String> {
    let ChatError::Service(service) = error else {
        return vec![format!("the call failed: {error}")];
    };
    let mut wrong = Vec::new();
    let mut expect = |what: &str, expected: Option<String>, found: Option<&str>| {
        if expected.as_deref() != found {
            wrong.push(format!("{what} is {found:?} instead of {expected:?}"));
        }
    };
    let status = service.status();
    expect(
        "status",
        Some(self::status(recording).to_string()),
        Some(status.as_str()),
    );
    // Every recorded envelope has one member.
    let envelope = recording["responseBody"]
        .as_object()
        .and_then(|body| body.values().next());
    let told = |name: &str| Some(envelope?.get(name)?.as_str()?.to_owned());
    expect("code", told("Code").or(told("code")), error.code());
    expect(
        "message",
        told("Message").or(told("message")),
        error.message(),
    );
    expect("text", Some(text(recording)), Some(&service.body_text()));
    let id = header(recording, "ms-cv").or(header(recording, "x-azure-ref"));
    expect("request id", id, error.request_id());
    wrong
}

fn header(recording: &Value, name: &str) -> Option<String> {
    let headers = recording["responseHeaders"].as_object()?;
    let mut found = headers
        .iter()
        .filter(|(other, _)| other.eq_ignore_ascii_case(name));
    found
        .next()
        .and_then(|(_, value)| value.as_str())
        .map(str::to_owned)
}

/// What of a value the document's schema knows: properties, at any depth.
fn pruned(document: &Value, schema: &Value, value: &Value) -> Value {
    let (_, schema) = document::schema(document, schema);
    if let Some(kinds) = schema["discriminator"]["mapping"].as_object() {
        let tag = schema["discriminator"]["propertyName"]
            .as_str()
            .unwrap_or_default();
        let kind = value[tag].as_str().and_then(|kind| kinds.get(kind));
        // A kind that is not known is kept whole.
        return kind.map_or_else(
            || value.clone(),
            |reference| pruned(document, &json!({ "$ref": reference }), value),
        );
    }
    match value {
        Value::Object(members) if schema["properties"].is_object() => {
            let known = |(name, member): (&String, &Value)| {
                let property = schema["properties"].get(name)?;
                Some((name.clone(), pruned(document, property, member)))
            };
            Value::Object(members.iter().filter_map(known).collect::<Map<_, _>>())
        }
        Value::Array(items) => items
            .iter()
            .map(|item| pruned(document, &schema["items"], item))
            .collect(),
        _ => value.clone(),
    }
}
