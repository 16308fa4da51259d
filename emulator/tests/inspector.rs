//! The inspector: what its page reads, who may read it, and that there is nothing of it unless asked for.

mod common;

use acs_chat_emulator::{Emulator, ErrorShape, Fault, mix};
use common::{API_VERSION, Service, fetch, http, started};
use reqwest::{Client, Method, Response};
use serde_json::{Value, json};
use std::collections::BTreeSet;

async fn inspected() -> Service {
    let builder = Emulator::builder().error_shape(ErrorShape::Documented);
    started(builder.inspector(true)).await
}

async fn own(service: &Service, path: &str) -> Value {
    let url = format!("{}/_emulator/inspector/{path}", service.emulator.url());
    let response = fetch(service.http.get(url)).await;
    assert_eq!(response.status, 200, "{response:?}");
    response.body
}

/// The id of a thread in its path, percent-encoded as it has to be in no other.
fn id(thread: &str) -> &str {
    thread.strip_prefix("/chat/threads/").unwrap()
}

/// A reader of the stream of events.
struct Stream {
    response: Response,
    text: String,
}

#[derive(Debug)]
struct Event {
    id: String,
    name: String,
    data: Value,
}

impl Stream {
    async fn open(service: &Service, last: Option<&str>) -> Self {
        let url = format!("{}/_emulator/inspector/events", service.emulator.url());
        let mut request = service.http.get(url);
        if let Some(last) = last {
            request = request.header("last-event-id", last);
        }
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self {
            response,
            text: String::new(),
        }
    }

    async fn next(&mut self) -> Event {
        loop {
            if let Some((event, rest)) = self.text.split_once("\n\n") {
                let field = |name: &str| {
                    let line = event.lines().find_map(|line| line.strip_prefix(name));
                    line.unwrap_or_else(|| panic!("no {name} in {event}"))
                        .to_owned()
                };
                let event = Event {
                    id: field("id: "),
                    name: field("event: "),
                    data: serde_json::from_str(&field("data: ")).unwrap(),
                };
                self.text = rest.to_owned();
                return event;
            }
            let chunk = self.response.chunk().await.unwrap();
            self.text += std::str::from_utf8(&chunk.expect("the stream ends")).unwrap();
        }
    }

    /// The next event of this name.
    async fn next_of(&mut self, name: &str) -> Event {
        loop {
            let event = self.next().await;
            if event.name == name {
                return event;
            }
        }
    }
}

/// The requests that the page shows, once there have been as many. A request is recorded when its response is gone, which a
/// client that has it may be ahead of.
async fn requests(service: &Service, count: u64) -> Vec<Value> {
    for _ in 0..1000 {
        let overview = own(service, "overview").await;
        let mut requests = overview["requests"].as_array().unwrap().clone();
        requests.sort_by_key(|request| request["number"].as_u64());
        let has_last = requests.last().is_some_and(|last| last["number"] == count);
        if has_last && requests.len() as u64 == count.min(500) {
            return requests;
        }
        tokio::task::yield_now().await;
    }
    panic!("there are fewer than {count} requests");
}

#[tokio::test]
async fn the_inspector_is_off_by_default() {
    let service = started(Emulator::builder()).await;
    assert_eq!(service.emulator.inspector_url(), None);
    for path in [
        "/",
        "/_emulator/inspector/main.js",
        "/_emulator/inspector/events",
    ] {
        let response = fetch(http().get(format!("{}{path}", service.emulator.url()))).await;
        assert_eq!(response.status, 404, "{path}");
    }
}

#[tokio::test]
async fn the_inspector_is_off_on_an_address_other_than_loopback() {
    let any = std::net::Ipv4Addr::UNSPECIFIED;
    let service = started(Emulator::builder().host(any).inspector(true)).await;
    assert_eq!(service.emulator.inspector_url(), None);
    let url = service.emulator.url().replace("0.0.0.0", "127.0.0.1");
    assert_eq!(fetch(http().get(&url)).await.status, 404);
    let snapshot = http().get(format!("{url}/_emulator/snapshot"));
    assert_eq!(
        fetch(snapshot.header("host", "emulator:80")).await.status,
        200
    );
}

#[tokio::test]
async fn the_page_needs_no_files_but_its_own() {
    let service = inspected().await;
    let url = service.emulator.inspector_url().unwrap();
    let mut wanted = vec![url.clone()];
    let mut seen = BTreeSet::new();
    while let Some(file) = wanted.pop() {
        if !seen.insert(file.clone()) {
            continue;
        }
        let response = service.http.get(&file).send().await.unwrap();
        assert_eq!(response.status(), 200, "{file}");
        let headers = response.headers().clone();
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"));
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert!(
            !headers
                .keys()
                .any(|name| name.as_str().starts_with("access-control"))
        );
        let text = response.text().await.unwrap();
        for banned in [
            "innerHTML",
            "outerHTML",
            "insertAdjacent",
            "document.write",
            "eval(",
            "https://",
            "style=",
            "onclick=\"",
        ] {
            assert!(!text.contains(banned), "{banned} in {file}");
        }
        let quoted = text
            .split('"')
            .filter(|text| text.ends_with(".js") || text.ends_with(".css"));
        wanted.extend(quoted.map(|name| match name.strip_prefix("./") {
            Some(name) => format!("{url}_emulator/inspector/{name}"),
            None => format!("{url}{}", name.trim_start_matches('/')),
        }));
    }
    assert!(seen.len() > 10, "{seen:?}");
}

#[tokio::test]
async fn other_hosts_and_origins_are_refused() {
    let service = inspected().await;
    let url = service.emulator.url();
    let port = url.rsplit_once(':').unwrap().1;
    let local = format!("localhost:{port}");
    let same = format!("http://{local}");
    let rebound = format!("rebound.example:{port}");
    let rebound_origin = format!("http://{rebound}");
    for (method, path) in [
        (Method::GET, "/"),
        (Method::GET, "/_emulator/inspector/main.js"),
        (Method::GET, "/_emulator/inspector/overview"),
        (Method::GET, "/_emulator/inspector/user?name=alice"),
        (Method::GET, "/_emulator/snapshot"),
        (Method::GET, "/_emulator/faults"),
        (Method::DELETE, "/_emulator/faults"),
    ] {
        for (host, origin, is_allowed) in [
            (local.as_str(), None, true),
            (&local, Some(same.as_str()), true),
            (&local, Some("http://other.example"), false),
            (&local, Some("null"), false),
            (&rebound, None, false),
            (&rebound, Some(&rebound_origin), false),
            ("localhost:1", None, false),
        ] {
            let mut request = service.http.request(method.clone(), format!("{url}{path}"));
            request = request.header("host", host);
            if let Some(origin) = origin {
                request = request.header("origin", origin);
            }
            let response = request.send().await.unwrap();
            let status = response.status().as_u16();
            let case = format!("{method} {path} of {host} from {origin:?}");
            assert_eq!(status == 403, !is_allowed, "{case}: {status}");
            let names = response.headers().keys();
            assert!(
                !names
                    .into_iter()
                    .any(|name| name.as_str().starts_with("access-control"))
            );
        }
    }
    service.inject(Fault::DropBefore);
    let faults = format!("{url}/_emulator/faults");
    let post = |body| {
        service
            .http
            .post(&faults)
            .header("origin", "http://other.example")
            .body(body)
    };
    assert_eq!(fetch(post("1")).await.status, 403);
    assert_eq!(service.emulator.faults().len(), 1);
    service.emulator.clear_faults();
    // The API has tokens instead.
    let request = service.request("alice", Method::GET, "/chat/threads");
    assert_eq!(fetch(request.header("host", rebound)).await.status, 200);
}

#[tokio::test]
async fn over_http2_the_host_is_that_of_the_url() {
    let service = inspected().await;
    let http = Client::builder()
        .no_proxy()
        .http2_prior_knowledge()
        .build()
        .unwrap();
    assert_eq!(
        http.get(service.emulator.url())
            .send()
            .await
            .unwrap()
            .status(),
        200
    );
    let other = service
        .emulator
        .url()
        .replace("127.0.0.1", "rebound.example");
    let address = service.emulator.url().strip_prefix("http://").unwrap();
    let http = Client::builder()
        .no_proxy()
        .http2_prior_knowledge()
        .resolve("rebound.example", address.parse().unwrap())
        .build()
        .unwrap();
    assert_eq!(http.get(other).send().await.unwrap().status(), 403);
}

#[tokio::test]
async fn what_happens_arrives_as_it_happens() {
    let service = inspected().await;
    let mut stream = Stream::open(&service, None).await;
    assert_eq!(stream.next().await.name, "reset");
    let thread = service.thread(&["alice", "bob"]).await;
    let made = stream.next_of("thread").await.data;
    assert_eq!(made["topic"], "Lunch");
    assert_eq!(made["participants"].as_array().unwrap().len(), 2);
    let types: Vec<Value> = [
        stream.next_of("message").await,
        stream.next_of("message").await,
    ]
    .iter()
    .map(|event| event.data["message"]["type"].clone())
    .collect();
    assert_eq!(types, ["participantAdded", "topicUpdated"]);

    let sent = service.say("bob", &thread, "one\ntwo").await;
    let message = stream.next_of("message").await.data;
    assert_eq!(message["thread"], made["id"]);
    assert_eq!(message["message"]["content"]["message"], "one\ntwo");
    let path = format!("{thread}/messages/{sent}");
    service
        .patch("bob", &path, json!({ "content": "three" }))
        .await;
    let edited = stream.next_of("message").await.data;
    assert_eq!(edited["message"]["content"]["message"], "three");
    assert!(edited["message"]["editedOn"].is_string());
    service.delete("bob", &path).await;
    let deleted = stream.next_of("message").await.data;
    assert!(deleted["message"]["deletedOn"].is_string());

    let receipt = json!({ "chatMessageId": sent });
    service
        .post("alice", &format!("{thread}/readReceipts"), receipt)
        .await;
    let receipt = stream.next_of("receipt").await.data;
    assert_eq!(receipt["receipt"]["chatMessageId"], sent.as_str());
    service
        .post("bob", &format!("{thread}/typing"), json!({}))
        .await;
    let typing = loop {
        let request = stream.next_of("request").await.data;
        if request["operation"] == "ChatThread_SendTypingNotification" {
            break request;
        }
    };
    assert_eq!(typing["thread"], made["id"]);
    assert_eq!(typing["user"], service.emulator.user_id("bob"));
    let carol = json!({ "participants": [service.participant("carol")] });
    service
        .post("bob", &format!("{thread}/participants/:add"), carol)
        .await;
    let added = stream.next_of("thread").await.data;
    assert_eq!(added["participants"][2]["displayName"], "carol");
    let path = format!("{thread}/participants/:remove");
    service
        .post("bob", &path, service.identifier("carol"))
        .await;
    assert_eq!(stream.next_of("thread").await.data["participantCount"], 2);
    service.delete("alice", &thread).await;
    assert!(stream.next_of("thread").await.data["deletedOn"].is_string());
    service.inject(Fault::DropAfter);
    stream.next_of("faults").await;
    service.emulator.clear_faults();
    stream.next_of("faults").await;
}

#[tokio::test]
async fn a_stream_continues_where_it_was_cut() {
    let service = inspected().await;
    let mut stream = Stream::open(&service, None).await;
    let start = stream.next().await;
    let thread = service.thread(&["alice"]).await;
    let seen = stream.next_of("thread").await;
    drop(stream);
    service.say("alice", &thread, "meanwhile").await;
    let mut stream = Stream::open(&service, Some(&seen.id)).await;
    let contents: Vec<Value> = [
        stream.next_of("message").await,
        stream.next_of("message").await,
        stream.next_of("message").await,
    ]
    .iter()
    .map(|event| event.data["message"]["content"]["message"].clone())
    .collect();
    assert_eq!(contents, [Value::Null, Value::Null, "meanwhile".into()]);
    for unknown in ["1-1", "nonsense"] {
        let mut stream = Stream::open(&service, Some(unknown)).await;
        assert_eq!(stream.next().await.name, "reset");
    }
    assert!(start.id.ends_with("-0"), "{start:?}");
}

#[tokio::test]
async fn stopping_ends_the_streams_cleanly() {
    let service = inspected().await;
    let mut stream = Stream::open(&service, None).await;
    stream.next().await;
    service.emulator.stop().await;
    assert_eq!(stream.response.chunk().await.unwrap(), None);
}

#[tokio::test]
async fn requests_are_shown_without_tokens() {
    let service = inspected().await;
    let token = service.emulator.token("alice");
    let thread = service.thread(&["alice"]).await;
    let body = json!({ "content": format!("mine is {token}!"), "type": "text" });
    let path = format!("{thread}/messages?extra={token}");
    let request = service.request("alice", Method::POST, &path).json(&body);
    let response = fetch(request.header("x-ms-client-request-id", format!("id {token}"))).await;
    assert_eq!(response.status, 400, "{response:?}");
    let path = format!("{thread}/messages");
    service.post("alice", &path, body).await;
    let request = service.request("alice", Method::GET, &path);
    let listing = fetch(request.header("x-ms-client-request-id", "mine")).await;

    let requests = requests(&service, 4).await;
    let [made, refused, sent, listed] = &requests[..] else {
        panic!("{requests:?}");
    };
    assert_eq!(made["operation"], "Chat_CreateChatThread");
    assert_eq!(refused["status"], 400);
    assert_eq!(refused["clientRequestId"], "id [redacted]");
    assert_eq!(sent["method"], "POST");
    assert_eq!(sent["operation"], "ChatThread_SendChatMessage");
    assert_eq!(sent["status"], 201);
    assert_eq!(sent["user"], service.emulator.user_id("alice"));
    assert!(sent["time"].is_u64() && sent["milliseconds"].is_f64());
    assert!(
        sent["request"]["text"]
            .as_str()
            .unwrap()
            .contains("mine is [redacted]!")
    );
    assert_eq!(listed["clientRequestId"], "mine");
    // The response is as it would be without the page.
    let length = listing.header("content-length").map(str::to_owned);
    assert_eq!(length, Some(listed["response"]["bytes"].to_string()));
    assert!(
        listed["response"]["text"]
            .as_str()
            .unwrap()
            .contains("mine is [redacted]!")
    );
    let shown = json!(requests).to_string();
    assert!(
        !shown.contains("eyJ") && !shown.to_lowercase().contains("bearer"),
        "{shown}"
    );
}

#[tokio::test]
async fn the_requests_and_bodies_that_are_kept_are_bounded() {
    let service = inspected().await;
    let thread = service.thread(&["alice"]).await;
    service.say("alice", &thread, &"x".repeat(9000)).await;
    let body = &requests(&service, 2).await[1]["request"];
    assert_eq!(body["text"].as_str().unwrap().len(), 4096);
    assert_eq!(body["isCut"], true);
    assert!(body["bytes"].as_u64().unwrap() > 9000);
    for _ in 0..510 {
        let url = format!("{}/nothing", service.emulator.url());
        assert_eq!(fetch(service.http.get(url)).await.status, 404);
    }
    let long = format!("{}/{}", service.emulator.url(), "x".repeat(9000));
    assert_eq!(fetch(service.http.get(long)).await.status, 404);
    let kept = requests(&service, 2 + 510 + 1).await;
    assert_eq!(kept.len(), 500);
    assert_eq!(kept[499]["path"].as_str().unwrap().len(), 4096);
    assert_eq!(kept[499]["operation"], Value::Null);
}

#[tokio::test]
async fn a_fault_is_named_and_works_as_without_the_page() {
    let service = inspected().await;
    let thread = service.thread(&["alice"]).await;
    let send = async |fault: Fault| {
        service
            .emulator
            .inject(fault.on("SendChatMessage").times(1))
            .unwrap();
        let path = format!("{thread}/messages");
        let request = service.request("alice", Method::POST, &path);
        let mut response = request.json(&json!({ "content": "hi" })).send().await?;
        for _ in 0..3 {
            if response.chunk().await?.is_none() {
                return Ok(response.status().as_u16());
            }
        }
        Err::<u16, reqwest::Error>(response.error_for_status().map(|_| ()).unwrap_err())
    };
    assert_eq!(send(Fault::status(503)).await.unwrap(), 503);
    assert!(send(Fault::DropAfter).await.is_err());
    assert!(send(Fault::Truncate).await.is_err());
    let requests = requests(&service, 4).await;
    let shown: Vec<[&Value; 2]> = requests[1..]
        .iter()
        .map(|request| [&request["status"], &request["fault"]])
        .collect();
    assert_eq!(
        json!(shown),
        json!([
            [503, "503 ServiceUnavailable"],
            [null, "drop after processing"],
            [201, "truncated body"],
        ])
    );
    assert_eq!(service.emulator.snapshot().threads[0].messages.len(), 4);
}

#[tokio::test]
async fn an_endless_response_is_shown_once_its_reader_has_gone() {
    let service = inspected().await;
    service.inject(Fault::EndlessBody);
    let request = service.request("alice", Method::GET, "/chat/threads");
    let mut response = request.send().await.unwrap();
    response.chunk().await.unwrap();
    drop(response);
    let requests = requests(&service, 1).await;
    assert_eq!(requests[0]["status"], 200);
    assert_eq!(requests[0]["response"]["isCut"], true);
}

#[tokio::test]
async fn messages_come_in_pages_from_either_side() {
    let service = inspected().await;
    let thread = service.thread(&["alice"]).await;
    for number in 3..=250 {
        service.say("alice", &thread, &number.to_string()).await;
    }
    let sequence = |page: &Value| -> Vec<u64> {
        let messages = page["messages"].as_array().unwrap();
        let number = |message: &Value| message["sequenceId"].as_str().unwrap().parse().unwrap();
        messages.iter().map(number).collect()
    };
    let ends = |page: &Value| [page["hasOlder"].clone(), page["hasNewer"].clone()];
    let at =
        |page: &Value, place: usize| page["messages"][place]["id"].as_str().unwrap().to_owned();
    let path = format!("threads/{}", id(&thread));
    let latest = own(&service, &path).await["page"].clone();
    assert_eq!(sequence(&latest), (151..=250).collect::<Vec<_>>());
    assert_eq!(ends(&latest), [true, false]);
    let older = own(
        &service,
        &format!("{path}/messages?before={}", at(&latest, 0)),
    )
    .await;
    assert_eq!(sequence(&older), (51..=150).collect::<Vec<_>>());
    assert_eq!(ends(&older), [true, true]);
    let oldest = own(
        &service,
        &format!("{path}/messages?before={}", at(&older, 0)),
    )
    .await;
    assert_eq!(sequence(&oldest), (1..=50).collect::<Vec<_>>());
    assert_eq!(ends(&oldest), [false, true]);
    let newer = own(
        &service,
        &format!("{path}/messages?after={}", at(&older, 99)),
    )
    .await;
    assert_eq!(
        newer,
        json!({ "messages": latest["messages"], "hasOlder": true, "hasNewer": false })
    );
    let none = own(&service, &format!("{path}/messages?after={}", u64::MAX)).await;
    assert_eq!(sequence(&none), [0; 0]);
    for (path, status) in [
        ("threads/x", 404),
        ("threads/x/messages?before=1", 404),
        (&format!("{path}/messages"), 400),
        ("user", 400),
    ] {
        let url = format!("{}/_emulator/inspector/{path}", service.emulator.url());
        assert_eq!(fetch(service.http.get(url)).await.status, status, "{path}");
    }
}

#[tokio::test]
async fn the_api_accepts_a_users_token() {
    let service = inspected().await;
    let dave = own(&service, "user?name=dave%20%26%20co").await;
    assert_eq!(dave["name"], "dave & co");
    assert_eq!(dave["id"], service.emulator.user_id("dave & co"));
    let url = format!(
        "{}/chat/threads?api-version={API_VERSION}",
        service.emulator.url()
    );
    let request = service
        .http
        .get(url)
        .bearer_auth(dave["token"].as_str().unwrap());
    assert_eq!(fetch(request).await.status, 200);
}

#[tokio::test]
async fn a_single_fault_is_lifted() {
    let service = inspected().await;
    service
        .emulator
        .inject(Fault::status(503).on("SendChatMessage").times(3))
        .unwrap();
    service.inject(Fault::DropAfter);
    let lift = format!("{}/_emulator/faults/lift", service.emulator.url());
    let rule = json!({ "operation": "SendChatMessage", "times": 9, "fault": { "kind": "status", "status": 503 } });
    let lifted = fetch(service.http.post(lift).body(rule.to_string())).await;
    assert_eq!(lifted.status, 204);
    assert_eq!(service.emulator.faults(), [Fault::DropAfter.into()]);
}

#[test]
fn the_form_for_a_fault_has_every_kind() {
    let form = include_str!("../inspector/faults.js");
    let faults = mix(1.0).into_iter().map(|rule| rule.fault);
    for fault in faults.chain([Fault::EmptyPage, Fault::LoseEvent]) {
        let kind = json!(fault)["kind"].as_str().unwrap().to_owned();
        assert!(form.contains(&format!("\n  {kind}: [")), "{kind}");
    }
}
