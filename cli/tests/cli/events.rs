//! Events that are delivered to a webhook.

use std::{
    fs,
    io::{BufRead, BufReader, Read},
    process::{Child, Stdio},
};

use acs_chat::reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::service::{program, run};

/// The program as it listens.
struct Listening {
    child: Child,
    address: String,
    errors: BufReader<std::process::ChildStderr>,
    runtime: Runtime,
}

impl Listening {
    fn start(arguments: &[&str]) -> Self {
        let mut command = program(&["events"]);
        command
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("started");
        let mut errors = BufReader::new(child.stderr.take().expect("standard error"));
        let mut line = String::new();
        errors.read_line(&mut line).expect("a line");
        let address = line.trim().strip_prefix("acs-chat: listening on ");
        Self {
            child,
            address: address.expect(&line).to_owned(),
            errors,
            runtime: Runtime::new().expect("a runtime"),
        }
    }

    fn send(
        &self,
        method: Method,
        set: impl FnOnce(RequestBuilder) -> RequestBuilder,
    ) -> (StatusCode, String) {
        self.runtime.block_on(async {
            let request = set(Client::new().request(method, &self.address));
            let response = request.send().await.expect("an answer");
            (response.status(), response.text().await.expect("a body"))
        })
    }

    fn deliver(&self, delivery: &Value) -> (StatusCode, String) {
        self.send(Method::POST, |request| request.body(delivery.to_string()))
    }

    /// Waits for the end, and returns what it wrote.
    fn ended(mut self) -> (Vec<Value>, String) {
        let (mut out, mut errors) = (String::new(), String::new());
        let mut stdout = self.child.stdout.take().expect("standard output");
        stdout.read_to_string(&mut out).expect("text");
        self.errors.read_to_string(&mut errors).expect("text");
        assert!(self.child.wait().expect("ended").success(), "{errors}");
        let lines = out
            .lines()
            .map(|line| serde_json::from_str(line).expect(line));
        (lines.collect(), errors)
    }
}

/// The examples of the document of events, which are whole deliveries.
fn examples() -> Vec<Value> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../",
        include!("../../../spec/current_events.rs")
    );
    let document: Value =
        serde_json::from_str(&fs::read_to_string(path).expect("the document")).expect("JSON");
    let schemas = document["components"]["schemas"]
        .as_object()
        .expect("schemas");
    let examples = schemas
        .values()
        .filter_map(|schema| schema.pointer("/x-acs-event/examples")?.as_object());
    examples
        .flat_map(|examples| examples.values().cloned())
        .collect()
}

/// The events of a delivery.
fn events(delivery: &Value) -> Vec<&Value> {
    delivery
        .as_array()
        .map_or(vec![delivery], |events| events.iter().collect())
}

#[test]
fn each_documented_event_is_a_line() {
    let deliveries = examples();
    let sent: Vec<&Value> = deliveries.iter().flat_map(events).collect();
    let listening = Listening::start(&["--limit", &sent.len().to_string()]);
    // Event Grid may deliver several at once.
    for delivery in sent.chunks(2).map(|events| json!(events)) {
        assert_eq!(
            listening.deliver(&delivery),
            (StatusCode::OK, String::new()),
            "{delivery}"
        );
    }
    let (lines, errors) = listening.ended();
    assert_eq!(errors, "");
    assert_eq!(lines.len(), sent.len());
    for (line, event) in lines.iter().zip(sent) {
        let name = event.get("type").or(event.get("eventType"));
        assert_eq!((&line["id"], Some(&line["type"])), (&event["id"], name));
        assert!(line["data"].is_object(), "{line}");
    }
}

#[test]
fn a_webhook_answers_who_knows_its_secret() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("secret");
    let arguments = [
        "--limit",
        "1",
        "--secret-file",
        file.to_str().expect("text"),
    ];
    fs::write(&file, "short").expect("written");
    let refused = run(program(&["events"]).args(arguments), "");
    assert_eq!(
        (refused.status, refused.error.lines().count()),
        (2, 1),
        "{refused:?}"
    );
    fs::write(&file, "0123456789abcdef\n").expect("written");
    let mut listening = Listening::start(&arguments);
    assert!(listening.address.ends_with("/0123456789abcdef"));

    let origin =
        |request: RequestBuilder| request.header("WebHook-Request-Origin", "eventgrid.azure.net");
    assert_eq!(listening.send(Method::OPTIONS, origin).0, StatusCode::OK);
    let validation = json!([{ "id": "1", "eventType": "Microsoft.EventGrid.SubscriptionValidationEvent",
        "data": { "validationCode": "512d38b6" } }]);
    let answer = r#"{"validationResponse":"512d38b6"}"#.to_owned();
    assert_eq!(listening.deliver(&validation), (StatusCode::OK, answer));
    assert_eq!(listening.deliver(&json!(1)).0, StatusCode::BAD_REQUEST);
    assert_eq!(
        listening.send(Method::GET, |request| request).0,
        StatusCode::METHOD_NOT_ALLOWED
    );

    let address = listening.address.clone();
    listening.address.pop();
    assert_eq!(listening.deliver(&validation).0, StatusCode::NOT_FOUND);
    listening.address = address;
    assert_eq!(listening.deliver(&examples()[0]).0, StatusCode::OK);
    let (lines, errors) = listening.ended();
    assert_eq!(lines.len(), 1);
    assert!(
        errors.starts_with("acs-chat: the delivery cannot be read") && errors.lines().count() == 1,
        "{errors}"
    );
}
