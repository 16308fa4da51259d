//! An emulator: started, asked, stopped.

use crate::faults::{FaultBook, FaultError, Rule};
use crate::http;
use crate::identity;
use crate::service::Service;
use crate::snapshot::Snapshot;
use crate::state::{Journal, State, StateError, Store};
use crate::token::token_until;
use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How long the tokens last that name no end of their own.
const TOKEN_LIFETIME: Duration = Duration::from_secs(24 * 60 * 60);

/// A running chat service. Dropped, it stops at once; [`Emulator::stop`] lets requests under way end first.
///
/// It runs as tasks of the runtime that it was started on, and needs its timers and its IO.
pub struct Emulator {
    url: String,
    service: Arc<Service>,
    stop: watch::Sender<bool>,
    server: Option<JoinHandle<()>>,
}

/// What an emulator is to be like. [`Emulator::builder`] gives one that is as [`Emulator::start`] has it.
#[derive(Clone, Debug)]
#[must_use]
pub struct Builder {
    host: IpAddr,
    port: u16,
    state_file: Option<PathBuf>,
    faults: Vec<Rule>,
    seed: u64,
}

/// Why an emulator could not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The address cannot be listened on.
    #[error("cannot listen on {address}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// The state file cannot be used.
    #[error(transparent)]
    State(#[from] StateError),
    /// A fault rule cannot be.
    #[error(transparent)]
    Fault(#[from] FaultError),
    /// The API's document that the emulator was built with cannot be read.
    #[error("the API document cannot be used: {0}")]
    Contract(String),
}

impl Emulator {
    /// Starts an emulator on loopback, on a port that is free, with nothing in it and nothing that goes wrong.
    ///
    /// # Errors
    ///
    /// [`StartError::Listen`] where the system gives no port.
    pub async fn start() -> Result<Self, StartError> {
        Self::builder().start().await
    }

    /// An emulator to be: on loopback, on a port that is free, in memory, without faults, seed 0.
    pub fn builder() -> Builder {
        Builder {
            host: IpAddr::V4(Ipv4Addr::LOCALHOST),
            port: 0,
            state_file: None,
            faults: Vec::new(),
            seed: 0,
        }
    }

    /// Its endpoint, `http://` with host and port and no slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A token of the user called `user`, good for a day of the emulator's clock.
    pub fn token(&self, user: &str) -> String {
        self.token_expiring(user, TOKEN_LIFETIME)
    }

    /// A token of the user called `user`, good for `lifetime` from now on, cut to whole seconds: one of less than a
    /// second may have expired already, one of zero has.
    pub fn token_expiring(&self, user: &str, lifetime: Duration) -> String {
        token_until(user, self.service.now().plus(lifetime))
    }

    /// The raw id of the user called `user`; the same as [`user_id`](crate::user_id).
    pub fn user_id(&self, user: &str) -> String {
        identity::user_id(user)
    }

    /// Adds a fault, after those that are there already: `Fault::DropAfter.on("SendChatMessage").times(2)`.
    ///
    /// # Errors
    ///
    /// [`FaultError`] for an operation, a rate or a status that cannot be.
    pub fn inject(&self, rule: impl Into<Rule>) -> Result<(), FaultError> {
        self.service
            .faults()
            .add(self.service.contract, vec![rule.into()])
    }

    /// The fault rules in force; `times` is what is left of it.
    pub fn faults(&self) -> Vec<Rule> {
        self.service.faults().rules().to_vec()
    }

    /// Takes all fault rules back.
    pub fn clear_faults(&self) {
        self.service.faults().clear();
    }

    /// Puts the emulator's clock forward: tokens expire and retention policies come due without anybody waiting.
    pub fn advance(&self, by: Duration) {
        self.service.advance(by);
    }

    /// What the emulator holds, and what came in so far.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot::of(&self.service)
    }

    /// Stops: no new connections, five seconds for requests under way, and then the state file is closed.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        if let Some(server) = self.server.take() {
            let _ = server.await;
        }
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

impl Builder {
    /// The address to listen on. Anything but loopback lets others reach a service that keeps nothing secret.
    pub fn host(mut self, host: impl Into<IpAddr>) -> Self {
        self.host = host.into();
        self
    }

    /// The port to listen on, 0 for one that is free.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// A file to keep state in, made where there is none. What was answered is in it, whatever happens to the process.
    pub fn state_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.state_file = Some(path.into());
        self
    }

    /// Faults from the start on, after those that were given already.
    pub fn faults(mut self, rules: impl IntoIterator<Item = Rule>) -> Self {
        self.faults.extend(rules);
        self
    }

    /// The seed that decides which requests a rate below 1 strikes.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Starts the emulator on the current tokio runtime.
    ///
    /// # Errors
    ///
    /// [`StartError`]: the address, the state file or a fault cannot be used.
    pub async fn start(self) -> Result<Emulator, StartError> {
        let address = SocketAddr::new(self.host, self.port);
        let failed = |source| StartError::Listen { address, source };
        let listener = TcpListener::bind(address).await.map_err(failed)?;
        let url = format!("http://{}", listener.local_addr().map_err(failed)?);
        let mut store = Store::default();
        let journal = self
            .state_file
            .map(|path| Journal::open(&path, &mut store))
            .transpose()?;
        let state = State { store, journal };
        let service = Service::new(url.clone(), state, FaultBook::new(self.seed));
        let service = Arc::new(service.map_err(|error| StartError::Contract(error.to_string()))?);
        service.faults().add(service.contract, self.faults)?;
        let router = http::router(&service).map_err(StartError::Contract)?;
        let (stop, stopped) = watch::channel(false);
        let server = tokio::spawn(http::run(listener, router, stopped));
        Ok(Emulator {
            url,
            service,
            stop,
            server: Some(server),
        })
    }
}
