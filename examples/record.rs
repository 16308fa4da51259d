//! Records what the service answers as JSON lines, and replays them without the service: for tests, and for reports that
//! others can run. Tokens are never written; what people wrote and their names are not, unless it is asked for.
//!
//! `cargo run --example record -- FILE` runs it on an embedded service, or with `ACS_ENDPOINT` and `ACS_TOKEN` on that
//! resource.

#[allow(clippy::duplicate_mod, reason = "the tests include all examples")]
#[path = "common/mod.rs"]
pub mod common;

use std::{
    collections::{BTreeMap, VecDeque},
    env,
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    sync::Mutex,
};

use acs_chat::{
    ChatClient, ReqwestTransport, ResponseBody, SendError, Transport, TransportErrorKind,
    bytes::Bytes,
    http::{HeaderName, Request, Response, header},
    serde_json::{self, Value, json},
};
use common::{Result, Service};
use futures_util::TryStreamExt;
use serde::{Deserialize, Serialize};

#[tokio::main]
async fn main() -> Result<()> {
    let default = || env::temp_dir().join("acs-chat-recording.jsonl");
    let file = env::args().nth(1).map_or_else(default, PathBuf::from);
    run(&Service::connect().await?, &file).await
}

/// Records a conversation, and holds it again with the recording.
pub async fn run(service: &Service, file: &Path) -> Result<()> {
    let recorder = Recorder::new(ReqwestTransport::new()?, file)?;
    let client = ChatClient::builder(&service.endpoint)
        .credential(service.token.as_str())
        .transport(recorder)
        .build()?;
    let recorded = converse(&client).await?;
    println!("Recorded to {}", file.display());

    let client = ChatClient::builder("https://recording.example")
        .credential("no token is needed")
        .transport(Replayer::open(file)?)
        .build()?;
    let replayed = converse(&client).await?;
    assert_eq!(recorded, replayed);
    println!("Replayed the same {} messages", replayed.len());
    Ok(())
}

/// Sends messages to a new thread and reads it; the ids of all messages.
async fn converse(client: &ChatClient) -> Result<Vec<String>> {
    let (thread, _) = client
        .create_thread("Lunch", None::<acs_chat::CommunicationIdentifier>)
        .await?;
    for text in ["Noon, by the river?", "The bench under the willow."] {
        thread.send(text).await?;
    }
    let messages = thread.list_chat_messages().max_page_size(2).stream();
    let messages = messages.collect_all().await?;
    Ok(messages.into_iter().map(|message| message.id).collect())
}

/// One attempt: a line of the file.
#[derive(Serialize, Deserialize)]
struct Exchange {
    method: String,
    /// Path and query.
    target: String,
    request: Value,
    status: u16,
    headers: BTreeMap<String, String>,
    response: Value,
}

/// Writes each exchange of another transport to a file. Attempts without a response are not written.
pub struct Recorder<T> {
    inner: T,
    file: Mutex<File>,
    with_content: bool,
}

/// The headers of a response that are recorded.
const HEADERS: [HeaderName; 2] = [header::CONTENT_TYPE, header::RETRY_AFTER];

impl<T> Recorder<T> {
    /// Starts a file.
    pub fn new(inner: T, file: &Path) -> std::io::Result<Self> {
        Ok(Self {
            inner,
            file: Mutex::new(File::create(file)?),
            with_content: false,
        })
    }

    /// Also records what people wrote.
    pub fn with_content(mut self) -> Self {
        self.with_content = true;
        self
    }

    fn value(&self, body: &[u8]) -> Value {
        match serde_json::from_slice(body) {
            Ok(mut value) if !self.with_content => {
                redact("", &mut value);
                value
            }
            Ok(value) => value,
            Err(_) if body.is_empty() => Value::Null,
            Err(_) => json!(REDACTED),
        }
    }
}

impl<T: Transport> Transport for Recorder<T> {
    async fn send(
        &self,
        request: Request<Bytes>,
    ) -> std::result::Result<Response<ResponseBody>, SendError> {
        let mut exchange = Exchange {
            method: request.method().to_string(),
            target: target(&request),
            request: self.value(request.body()),
            status: 0,
            headers: BTreeMap::new(),
            response: Value::Null,
        };
        let (parts, body) = self.inner.send(request).await?.into_parts();
        let body = body.map_ok(|chunk| chunk.to_vec()).try_concat().await?;
        exchange.status = parts.status.as_u16();
        for name in HEADERS {
            if let Some(Ok(value)) = parts.headers.get(&name).map(|value| value.to_str()) {
                exchange.headers.insert(name.to_string(), value.to_owned());
            }
        }
        exchange.response = self.value(&body);
        let written = serde_json::to_string(&exchange).map_err(std::io::Error::from);
        let written = written.and_then(|line| {
            let mut file = self.file.lock().unwrap_or_else(|held| held.into_inner());
            writeln!(file, "{line}")
        });
        // The service has processed the request: an error would suggest that it may not have.
        if let Err(error) = written {
            eprintln!("an exchange was not recorded: {error}");
        }
        Ok(Response::from_parts(parts, body.into()))
    }
}

/// The strings that say nothing of people's conversations, and that the client needs.
const KEPT: [&str; 15] = [
    "chatMessageId",
    "code",
    "createdOn",
    "deletedOn",
    "editedOn",
    "id",
    "kind",
    "lastMessageReceivedOn",
    "nextLink",
    "rawId",
    "readOn",
    "sequenceId",
    "shareHistoryTime",
    "type",
    "version",
];

const REDACTED: &str = "[redacted]";

/// Replaces all other strings.
fn redact(name: &str, value: &mut Value) {
    match value {
        Value::String(text) if !KEPT.contains(&name) => REDACTED.clone_into(text),
        Value::Array(items) => items.iter_mut().for_each(|item| redact(name, item)),
        // Its names are the user's, too.
        Value::Object(members) if name == "metadata" => members.clear(),
        Value::Object(members) => members
            .iter_mut()
            .for_each(|(name, value)| redact(name, value)),
        _ => {}
    }
}

fn target(request: &Request<Bytes>) -> String {
    let target = request.uri().path_and_query();
    target.map_or_else(String::new, ToString::to_string)
}

/// Answers requests from a file of a [`Recorder`]: those with the same method, path and query in the order of the file.
pub struct Replayer {
    exchanges: Mutex<VecDeque<Exchange>>,
}

impl Replayer {
    /// Reads a file.
    pub fn open(file: &Path) -> Result<Self> {
        let text = fs::read_to_string(file)?;
        let exchanges: std::result::Result<_, _> = text.lines().map(serde_json::from_str).collect();
        Ok(Self {
            exchanges: Mutex::new(exchanges?),
        })
    }

    fn next(&self, request: &Request<Bytes>) -> Option<Exchange> {
        let (method, target) = (request.method().as_str(), target(request));
        let mut exchanges = self
            .exchanges
            .lock()
            .unwrap_or_else(|held| held.into_inner());
        let found = exchanges
            .iter()
            .position(|exchange| exchange.method == method && exchange.target == target)?;
        exchanges.remove(found)
    }
}

impl Transport for Replayer {
    async fn send(
        &self,
        request: Request<Bytes>,
    ) -> std::result::Result<Response<ResponseBody>, SendError> {
        let Some(exchange) = self.next(&request) else {
            return Err(SendError::refused(
                "the recording has no such exchange left",
            ));
        };
        let body = match exchange.response {
            Value::Null => String::new(),
            response => response.to_string(),
        };
        let mut response = Response::builder().status(exchange.status);
        for (name, value) in exchange.headers {
            response = response.header(name, value);
        }
        response
            .body(body.into())
            .map_err(|error| SendError::new(TransportErrorKind::Other, error))
    }
}
