//! The emulator's handle and its builder.

use crate::contract::contract;
use crate::error::ErrorShape;
use crate::events::{self, Webhook, WebhookError};
use crate::faults::{FaultError, Rule};
use crate::http;
use crate::identity;
use crate::inspector::{self, EventLog};
use crate::limits;
use crate::service::{Options, Service};
use crate::snapshot::Snapshot;
use crate::state::{Committed, DroppedLine, Journal, State, StateError, Store};
use crate::time::Timestamp;
use crate::token::token_until;
use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

/// The default lifetime of tokens.
const TOKEN_LIFETIME: Duration = Duration::from_secs(24 * 60 * 60);

/// A running chat service. Dropping it stops it at once; [`Emulator::stop`] waits for pending requests.
///
/// It runs on the tokio runtime that it was started on, which needs IO and time enabled.
pub struct Emulator {
    url: String,
    service: Arc<Service>,
    stop: watch::Sender<bool>,
    server: Option<JoinHandle<()>>,
    dropped_lines: Vec<DroppedLine>,
    inspector: Option<Arc<EventLog>>,
    deliveries: JoinSet<()>,
}

/// Configures and starts an [`Emulator`]. [`Emulator::builder`] creates one.
#[derive(Clone, Debug)]
#[must_use]
pub struct EmulatorBuilder {
    host: IpAddr,
    port: u16,
    state_file: Option<PathBuf>,
    repair: bool,
    faults: Vec<Rule>,
    webhooks: Vec<Webhook>,
    options: Options,
    log_requests: bool,
    inspector: bool,
}

/// Why an emulator cannot start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The address cannot be bound.
    #[error("cannot listen on {address}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// The system's error.
        source: io::Error,
    },
    /// The state file cannot be used.
    #[error(transparent)]
    State(#[from] StateError),
    /// A fault rule is invalid.
    #[error(transparent)]
    Fault(#[from] FaultError),
    /// A webhook cannot be used.
    #[error(transparent)]
    Webhook(#[from] WebhookError),
    /// The embedded OpenAPI document cannot be used.
    #[error("the OpenAPI document cannot be used: {0}")]
    Spec(String),
}

impl Emulator {
    /// Starts an emulator with the default configuration: on loopback and a free port, in memory, without faults.
    ///
    /// # Errors
    ///
    /// [`StartError::Listen`] if no port can be bound.
    pub async fn start() -> Result<Self, StartError> {
        Self::builder().start().await
    }

    /// Returns a builder with the default configuration: loopback, a free port, in memory, no faults, seed 0.
    pub fn builder() -> EmulatorBuilder {
        EmulatorBuilder {
            host: IpAddr::V4(Ipv4Addr::LOCALHOST),
            port: 0,
            state_file: None,
            repair: false,
            faults: Vec::new(),
            webhooks: Vec::new(),
            options: Options::default(),
            log_requests: false,
            inspector: false,
        }
    }

    /// Returns the endpoint: `http://`, host and port, without a trailing slash.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns a token of the user called `user` that expires after a day of the emulator's clock.
    pub fn token(&self, user: &str) -> String {
        self.token_expiring(user, TOKEN_LIFETIME)
    }

    /// Returns a token of the user called `user` that expires after `lifetime`. Expiry is truncated to whole seconds, so a
    /// token with a lifetime below a second may have expired already.
    pub fn token_expiring(&self, user: &str, lifetime: Duration) -> String {
        token_until(user, self.service.now().plus(lifetime))
    }

    /// Returns the raw id of the user called `user`; the same as [`user_id`](crate::user_id).
    pub fn user_id(&self, user: &str) -> String {
        identity::user_id(user)
    }

    /// Adds a fault rule after the existing ones, such as `Fault::DropAfter.on("SendChatMessage").times(2)`.
    ///
    /// # Errors
    ///
    /// [`FaultError`] for an unknown operation, or a rate or a status out of range.
    pub fn inject(&self, rule: impl Into<Rule>) -> Result<(), FaultError> {
        self.service
            .faults()
            .add(self.service.contract, vec![rule.into()])?;
        self.publish_faults();
        Ok(())
    }

    /// Returns the fault rules; `times` is what remains.
    pub fn faults(&self) -> Vec<Rule> {
        self.service.faults().rules().to_vec()
    }

    /// Removes all fault rules.
    pub fn clear_faults(&self) {
        self.service.faults().clear();
        self.publish_faults();
    }

    fn publish_faults(&self) {
        if let Some(log) = &self.inspector {
            log.push(inspector::FAULTS, "null".to_owned());
        }
    }

    /// Returns the address of the inspector, if it is served. See [`EmulatorBuilder::inspector`].
    pub fn inspector_url(&self) -> Option<String> {
        self.inspector.is_some().then(|| format!("{}/", self.url))
    }

    /// Advances the emulator's clock, so that tokens expire, retention policies take effect, and webhooks are tried again.
    pub fn advance(&self, by: Duration) {
        self.service.clock.advance(by);
    }

    /// Returns a copy of the state, and counts of requests and faults.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot::new(&self.service)
    }

    /// Returns the damaged lines that were dropped from the state file at the start, each with the changes of one request.
    pub fn dropped_lines(&self) -> &[DroppedLine] {
        &self.dropped_lines
    }

    /// Stops the emulator: closes the listener, waits up to five seconds for pending requests, and closes the state file.
    /// Events that are not yet delivered are lost.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        if let Some(server) = self.server.take() {
            let _ = server.await;
        }
        self.deliveries.shutdown().await;
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        if let Some(server) = &self.server {
            server.abort();
        }
    }
}

impl fmt::Debug for Emulator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Emulator")
            .field("url", &self.url)
            .finish_non_exhaustive()
    }
}

impl EmulatorBuilder {
    /// Sets the address to listen on. Others can reach the unprotected service on an address other than loopback.
    pub fn host(mut self, host: impl Into<IpAddr>) -> Self {
        self.host = host.into();
        self
    }

    /// Sets the port to listen on; 0 for a free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Sets the state file, which is created if it does not exist. Responses wait until it is synced to disk.
    pub fn state_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.state_file = Some(path.into());
        self
    }

    /// Drops damaged lines from the state file instead of failing; see [`Emulator::dropped_lines`].
    pub fn repair(mut self, repair: bool) -> Self {
        self.repair = repair;
        self
    }

    /// Adds fault rules after the existing ones.
    pub fn faults(mut self, rules: impl IntoIterator<Item = Rule>) -> Self {
        self.faults.extend(rules);
        self
    }

    /// Adds a webhook, to which events are delivered. The handshake is the first thing that is sent to it, as soon as the
    /// emulator runs.
    pub fn webhook(mut self, webhook: Webhook) -> Self {
        self.webhooks.push(webhook);
        self
    }

    /// Sets the seed that selects requests and events where a rule's rate is below 1.
    pub fn seed(mut self, seed: u64) -> Self {
        self.options.seed = seed;
        self
    }

    /// Sets the shape of error bodies; [`ErrorShape::Live`] by default.
    pub fn error_shape(mut self, shape: ErrorShape) -> Self {
        self.options.error_shape = shape;
        self
    }

    /// Sets the most items of a page, at least 1 and at most 200, which is the default: a service may return fewer than
    /// a request asks for.
    pub fn max_page_size(mut self, items: usize) -> Self {
        self.options.max_page_size = items.clamp(1, limits::PAGE_SIZE);
        self
    }

    /// Sets the timeout for reading the headers of a request, and for reading its body; 30 s by default. Idle connections
    /// are closed after it too.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.options.read_timeout = timeout;
        self
    }

    /// Logs requests on standard error: method, path template, status and duration, without ids and content. Requests
    /// of the inspector's page for itself are not logged. Deliveries to webhooks are: host, event, status and duration.
    pub fn log_requests(mut self, log: bool) -> Self {
        self.log_requests = log;
        self
    }

    /// Serves the inspector at `/`, a page that shows threads, messages, requests and faults, and posts as any user; off by
    /// default. It is served on loopback only: on another address this has no effect.
    pub fn inspector(mut self, inspector: bool) -> Self {
        self.inspector = inspector;
        self
    }

    /// Starts the emulator on the current tokio runtime.
    ///
    /// # Errors
    ///
    /// [`StartError`] if the address, the state file, a fault rule or a webhook cannot be used.
    pub async fn start(self) -> Result<Emulator, StartError> {
        let address = SocketAddr::new(self.host, self.port);
        let failed = |source| StartError::Listen { address, source };
        let listener = TcpListener::bind(address).await.map_err(failed)?;
        let url = format!("http://{}", listener.local_addr().map_err(failed)?);
        let mut store = Store::default();
        let opened = self
            .state_file
            .map(|path| Journal::open(&path, self.repair, &mut store))
            .transpose()?;
        let (journal, dropped_lines) = opened.unzip();
        let mut state = State {
            store,
            journal,
            observers: Vec::new(),
        };
        let inspector = (self.inspector && self.host.is_loopback())
            .then(|| Arc::new(EventLog::new(Timestamp::from_system(SystemTime::now()))));
        if let Some(log) = inspector.clone() {
            let observer = move |committed: &Committed<'_>| inspector::publish(&log, committed);
            state.observers.push(Box::new(observer));
        }
        let contract = contract().map_err(|error| StartError::Spec(error.to_string()))?;
        let webhooks = self.webhooks.iter().map(|webhook| webhook.check(contract));
        let webhooks: Vec<_> = webhooks.collect::<Result<_, _>>()?;
        let observed = (!webhooks.is_empty()).then(events::observe);
        let observed = observed.map(|(observer, observed)| {
            state.observers.push(observer);
            observed
        });
        let service = Arc::new(Service::new(contract, url.clone(), self.options, state));
        service.faults().add(service.contract, self.faults)?;
        let mut router = http::router(&service).map_err(StartError::Spec)?;
        if self.log_requests {
            router = http::log_requests(router);
        }
        let (stop, stopped) = watch::channel(false);
        if let Some(log) = &inspector {
            router = inspector::attach(router, &service, log, stopped.clone());
        }
        let server = tokio::spawn(http::run(
            listener,
            router,
            stopped,
            self.options.read_timeout,
        ));
        let deliveries = observed.map_or_else(JoinSet::new, |observed| {
            events::publish(observed, webhooks, &service, self.log_requests)
        });
        Ok(Emulator {
            url,
            service,
            stop,
            server: Some(server),
            dropped_lines: dropped_lines.unwrap_or_default(),
            inspector,
            deliveries,
        })
    }
}
