//! A bot that is told of questions at once: Event Grid posts events to its webhook, and each makes its follower look.
//!
//! `cargo run --example webhook --features events` runs it on an embedded service, which delivers each event in both
//! schemas, some of them twice, late or never. With `ACS_ENDPOINT`, `ACS_TOKEN`, `ACS_THREAD` and `WEBHOOK_KEY` set it
//! answers in that thread of that resource. It then listens on `WEBHOOK_ADDRESS`, or `127.0.0.1:3000`, behind something
//! that has TLS, and the URL of the subscription is `https://…/events?key=` and the key, a long random text.

#[allow(
    clippy::duplicate_mod,
    dead_code,
    reason = "the tests include all examples, and the bot is a program of its own"
)]
#[path = "bot.rs"]
pub mod bot;

use std::{env, future::IntoFuture as _, time::Duration};

use acs_chat::{
    ChatThread, Cursor,
    events::{ChatEvent, Delivery, handshake},
    uuid::Uuid,
};
use acs_chat_emulator::{Emulator, EventSchema, Fault, Webhook};
use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, RawQuery, State},
    http::{HeaderMap, Method, StatusCode},
    response::{IntoResponse as _, Response},
    routing::any,
};
use bot::{
    Bot,
    common::{Result, Service},
    question_of,
};
use futures_util::{Stream, stream};
use subtle::ConstantTimeEq as _;
use tokio::{net::TcpListener, sync::broadcast};

/// How often the bot looks without an event: some never come.
const TICK: Duration = Duration::from_secs(5);

#[tokio::main]
async fn main() -> Result<()> {
    let (Ok(_), Ok(id)) = (env::var("ACS_ENDPOINT"), env::var("ACS_THREAD")) else {
        return run().await;
    };
    let thread = Service::connect().await?.client()?.thread(id)?;
    let hook = Hook::new(&env::var("WEBHOOK_KEY")?);
    let address = env::var("WEBHOOK_ADDRESS").unwrap_or_else(|_| "127.0.0.1:3000".to_owned());
    let listener = TcpListener::bind(address).await?;
    hook.answer(&Bot::new(thread, "bot.cursor"), listener, TICK)
        .await
}

/// A webhook, and those who want its events.
#[derive(Clone)]
pub struct Hook {
    /// The query that the sender of events knows: anybody can guess the rest of the URL.
    secret: String,
    events: broadcast::Sender<ChatEvent>,
}

impl Hook {
    /// A webhook at `/events?key=` and this key.
    pub fn new(key: &str) -> Self {
        Self {
            secret: format!("key={key}"),
            events: broadcast::Sender::new(100),
        }
    }

    /// The events from now on. One that falls behind misses some, and needs none of them to look again.
    fn events(&self) -> impl Stream<Item = ChatEvent> + Send + use<> {
        stream::unfold(self.events.subscribe(), async |mut events| {
            loop {
                match events.recv().await {
                    Ok(event) => return Some((event, events)),
                    Err(broadcast::error::RecvError::Lagged(_)) => {}
                    Err(broadcast::error::RecvError::Closed) => return None,
                }
            }
        })
    }

    /// Takes events, and lets a bot answer, which looks at each event and every `tick`.
    pub async fn answer(self, bot: &Bot, listener: TcpListener, tick: Duration) -> Result<()> {
        let follow = bot.follow()?.poll_every(tick, tick).hints(self.events());
        let routes = Router::new()
            .route("/events", any(respond))
            .layer(DefaultBodyLimit::max(Delivery::MAX_BYTES))
            .with_state(self);
        tokio::select! {
            ended = axum::serve(listener, routes).into_future() => Ok(ended?),
            ended = bot.answer_all(follow) => ended,
        }
    }
}

/// Responds to whoever knows the secret.
async fn respond(
    State(hook): State<Hook>,
    method: Method,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    // In a time that says nothing about how much of it is right.
    let given = query.unwrap_or_default();
    if !bool::from(given.as_bytes().ct_eq(hook.secret.as_bytes())) {
        return StatusCode::NOT_FOUND.into_response();
    }
    // CloudEvents ask like this whether events are wanted, Event Grid's schema by a delivery.
    if method == Method::OPTIONS {
        return handshake(&headers).map_or(StatusCode::BAD_REQUEST.into_response(), |answer| {
            answer.into_response()
        });
    }
    match Delivery::parse(&headers, &body) {
        Ok(Delivery::Validation(validation)) => validation.response().into_response(),
        Ok(Delivery::Events(events)) => {
            for event in events {
                // Without a bot there is nobody to tell.
                let _ = hook.events.send(event);
            }
            StatusCode::OK.into_response()
        }
        Ok(_) => StatusCode::OK.into_response(),
        Err(error) => {
            println!("  {error}");
            error.status().into_response()
        }
    }
}

/// Starts an embedded service with a webhook at an address, once for each schema.
pub async fn service(listener: &TcpListener, key: &str) -> Result<Service> {
    let url = format!("http://{}/events?key={key}", listener.local_addr()?);
    let mut builder = Emulator::builder();
    for schema in [EventSchema::EventGrid, EventSchema::CloudEvents] {
        let webhook = Webhook::new(&url).schema(schema);
        builder = builder.webhook(webhook.events(["ChatMessageReceivedInThread"]));
    }
    Service::embed(builder).await
}

/// Lets somebody ask three questions, and answers them.
pub async fn run() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let key = Uuid::new_v4().simple().to_string();
    let service = service(&listener, &key).await?;
    let (Some(asking), Some(emulator)) = (service.other_client()?, &service.emulator) else {
        return Err("the service is an embedded one".into());
    };
    for fault in [Fault::DuplicateEvent, Fault::ReorderEvent, Fault::LoseEvent] {
        emulator.inject(fault.on("ChatMessageReceivedInThread").rate(0.2))?;
    }
    let thread = service.thread("Questions", service.other.clone()).await?;
    let asking = asking.thread(thread.id())?;
    let folder = tempfile::tempdir()?;
    let bot = Bot::new(thread, folder.path().join("bot.cursor"));
    tokio::select! {
        ended = Hook::new(&key).answer(&bot, listener, TICK) => ended,
        asked = ask(&asking) => asked,
    }
}

/// Asks three questions, each after the answer to the one before.
async fn ask(thread: &ChatThread) -> Result<()> {
    let mut follow = thread.follow().since(Cursor::beginning());
    follow = follow.poll_every(Duration::from_millis(20), Duration::from_millis(20));
    for question in ["Is anybody there?", "What is for lunch?", "Where?"] {
        let id = thread.send(question).await?.into_inner().id;
        while let Some(change) = follow.next().await {
            match question_of(change?.message()) {
                Some(answered) if *answered == id => break,
                Some(_) => return Err("a message was answered twice".into()),
                None => {}
            }
        }
    }
    println!("Three questions, three answers.");
    Ok(())
}
