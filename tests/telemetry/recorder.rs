//! Records every span and event of a thread.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, Mutex},
};

use tracing::{
    Event, Id, Level, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Record},
    subscriber::DefaultGuard,
};
use tracing_subscriber::{
    Registry,
    layer::{Context, Layer, SubscriberExt},
    registry::LookupSpan,
};

type Fields = BTreeMap<String, String>;

/// A span or an event.
#[derive(Clone, Debug)]
pub struct Entry {
    pub name: String,
    pub level: Level,
    target: String,
    fields: Fields,
    /// The names of the spans around a span, the innermost first.
    pub within: Vec<String>,
    /// The span that an event belongs to, as its index in the list of spans.
    pub parent: Option<usize>,
    pub closed: bool,
}

impl Entry {
    fn new(metadata: &Metadata<'_>) -> Self {
        Self {
            name: metadata.name().to_owned(),
            level: *metadata.level(),
            target: metadata.target().to_owned(),
            fields: Fields::new(),
            within: Vec::new(),
            parent: None,
            closed: false,
        }
    }

    pub fn get(&self, field: &str) -> Option<&str> {
        self.fields.get(field).map(String::as_str)
    }
}

#[derive(Default)]
struct Log {
    spans: Vec<Entry>,
    events: Vec<Entry>,
}

/// Keeps all entries, at every level and of every crate.
#[derive(Clone, Default)]
pub struct Recorder(Arc<Mutex<Log>>);

/// The index of a span in the list.
struct Index(usize);

struct Fill<'a>(&'a mut Fields);

impl Visit for Fill<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.to_owned());
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Recorder {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut entry = Entry::new(attributes.metadata());
        attributes.record(&mut Fill(&mut entry.fields));
        let span = context.span(id).expect("the span");
        let around = span.scope().skip(1);
        entry.within = around.map(|span| span.name().to_owned()).collect();
        let mut log = self.0.lock().expect("the log");
        span.extensions_mut().insert(Index(log.spans.len()));
        log.spans.push(entry);
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        let span = context.span(id).expect("the span");
        let extensions = span.extensions();
        let Some(Index(index)) = extensions.get() else {
            return;
        };
        let mut log = self.0.lock().expect("the log");
        values.record(&mut Fill(&mut log.spans[*index].fields));
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut entry = Entry::new(event.metadata());
        event.record(&mut Fill(&mut entry.fields));
        let span = context.event_span(event);
        entry.parent = span.and_then(|span| span.extensions().get().map(|Index(index)| *index));
        self.0.lock().expect("the log").events.push(entry);
    }

    fn on_close(&self, id: Id, context: Context<'_, S>) {
        let span = context.span(&id).expect("the span");
        if let Some(Index(index)) = span.extensions().get() {
            self.0.lock().expect("the log").spans[*index].closed = true;
        }
    }
}

impl Recorder {
    /// Records this thread until the guard is dropped.
    pub fn start() -> (Self, DefaultGuard) {
        let recorder = Self::default();
        let subscriber = Registry::default().with(recorder.clone());
        (recorder, tracing::subscriber::set_default(subscriber))
    }

    /// The spans of the crate.
    pub fn spans(&self) -> Vec<Entry> {
        own(&self.0.lock().expect("the log").spans)
    }

    /// The events of the crate.
    pub fn events(&self) -> Vec<Entry> {
        own(&self.0.lock().expect("the log").events)
    }

    /// The spans and events of every crate at a level.
    pub fn at(&self, level: Level) -> Vec<Entry> {
        let log = self.0.lock().expect("the log");
        let entries = log.spans.iter().chain(&log.events);
        let entries = entries.filter(|entry| entry.level == level);
        entries.cloned().collect()
    }

    /// All of every crate.
    pub fn everything(&self) -> String {
        let log = self.0.lock().expect("the log");
        format!("{:?} {:?}", log.spans, log.events)
    }
}

fn own(entries: &[Entry]) -> Vec<Entry> {
    let entries = entries.iter();
    let own = entries.filter(|entry| entry.target.starts_with("acs_chat"));
    own.cloned().collect()
}
