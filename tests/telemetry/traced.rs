//! What a trace tells.

use std::{
    fmt::Debug,
    sync::{Arc, Mutex},
};

use tracing::{
    Event, Level, Subscriber,
    field::{Field, Visit},
    span,
};
use tracing_subscriber::{Layer, Registry, layer::Context, prelude::*, registry::LookupSpan};

use crate::support::TOKEN;
use crate::support::pages::*;

/// Every span and event, written out, each after the spans that it is in.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<(Level, String)>>>);

struct Fields(String);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.push_str(&format!(" {}={value:?}", field.name()));
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Log {
    fn on_new_span(&self, span: &span::Attributes<'_>, id: &span::Id, context: Context<'_, S>) {
        let mut fields = Fields(String::new());
        for above in context.span_scope(id).into_iter().flatten() {
            fields.0.push_str(&format!("{} ", above.name()));
        }
        span.record(&mut fields);
        let entry = (*span.metadata().level(), fields.0);
        self.0.lock().expect("no panic").push(entry);
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut fields = Fields(String::new());
        event.record(&mut fields);
        let entry = (*event.metadata().level(), fields.0);
        self.0.lock().expect("no panic").push(entry);
    }
}

impl Log {
    /// What this thread traces from here on.
    fn start() -> (Self, tracing::subscriber::DefaultGuard) {
        let log = Self::default();
        let subscriber = Registry::default().with(log.clone());
        (log, tracing::subscriber::set_default(subscriber))
    }

    /// What is this crate's own; HTTP libraries trace too.
    fn lines(&self, of: Level) -> Vec<String> {
        let lines = self.0.lock().expect("no panic");
        let lines = lines.iter().filter(|(level, _)| *level == of);
        lines.map(|(_, line)| line.clone()).collect()
    }
}

#[tokio::test]
async fn a_foreign_host_is_told_and_neither_query_nor_token() {
    let (log, _guard) = Log::start();
    let server = Server::replying(|_, request| {
        reply(&[1, 1, 1], request, |page| {
            format!("https://other.example{}?secret=state&p={page}", path())
        })
    });
    assert_eq!(
        whole(messages(&client(server.url())).stream()).await,
        [0, 1, 2]
    );
    let warnings = log.lines(Level::WARN);
    assert_eq!(warnings.len(), 2, "one for each link: {warnings:?}");
    for warning in &warnings {
        assert!(warning.contains("other.example"), "{warning}");
        assert!(warning.contains("ChatThread_ListChatMessages"), "{warning}");
    }
    for line in [Level::WARN, Level::INFO]
        .map(|level| log.lines(level))
        .concat()
    {
        assert!(!line.contains("state") && !line.contains(TOKEN), "{line}");
        assert!(!line.contains(THREAD), "{line}");
    }
}

#[tokio::test]
async fn the_endpoints_own_links_are_no_matter_for_a_warning() {
    let (log, _guard) = Log::start();
    let server = server();
    assert_eq!(whole(messages(&client(server.url())).stream()).await, all());
    assert_eq!(log.lines(Level::WARN), [""; 0]);
}

#[tokio::test]
async fn the_call_of_every_page_is_within_the_callers_span() {
    use tracing::Instrument;
    let (log, _guard) = Log::start();
    let server = server();
    let list = messages(&client(server.url())).stream();
    whole(list).instrument(tracing::info_span!("mine")).await;
    let calls = log.lines(Level::INFO);
    let calls: Vec<_> = calls
        .iter()
        .filter(|line| line.contains("acs_chat.call"))
        .collect();
    assert_eq!(calls.len(), SIZES.len());
    for call in calls {
        assert!(call.starts_with("acs_chat.call mine "), "{call}");
    }
}
