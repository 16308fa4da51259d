//! The token in use, and its one refresh at a time.

use std::{
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::{Duration, SystemTime},
};

use futures_util::{
    FutureExt,
    future::{BoxFuture, Shared},
};
use http::HeaderValue;
use tokio::time::Instant;

use super::{Cause, Refreshing, Token, cause};

/// How long before its expiry a token is renewed, unless it lives less than twice as long.
const EARLY: Duration = Duration::from_secs(600);

/// The wait after a first early refresh that failed; doubled with each further one.
const FIRST_PAUSE: Duration = Duration::from_secs(2);

/// The longest of these waits.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

const NO_HEADER: &str = "the token holds characters that a header can't carry";

type Refresher = Box<dyn Fn() -> Refreshing + Send + Sync>;

/// A refresh that is under way, for anyone to drive and to wait for.
pub(crate) type Refresh = Shared<BoxFuture<'static, Result<Grant, Cause>>>;

/// A token to send.
#[derive(Clone)]
pub(crate) struct Grant {
    pub header: HeaderValue,
    pub generation: u64,
}

impl Grant {
    /// The token itself, to be searched for where it must not appear.
    pub fn token(&self) -> &[u8] {
        let header = self.header.as_bytes();
        header.strip_prefix(b"Bearer ").unwrap_or(header)
    }
}

/// A token to send, and the refresh of it that the call should drive while it waits for its answer.
pub(crate) struct Granted {
    pub grant: Grant,
    pub refresh: Option<Refresh>,
}

pub(super) struct Cache {
    refresher: Option<Refresher>,
    state: Mutex<State>,
    /// To hand to refreshes, which must not keep the cache alive that holds them.
    me: Weak<Cache>,
}

#[derive(Default)]
struct State {
    held: Option<Held>,
    /// Counts the tokens that were held.
    generation: u64,
    running: Option<Running>,
    /// Early refreshes that failed since the last one that did not.
    failures: u32,
    /// No early refresh before this.
    paused_until: Option<Instant>,
}

struct Held {
    grant: Result<Grant, Cause>,
    renew_at: Option<Instant>,
    expires_at: Option<Instant>,
}

struct Running {
    number: u64,
    /// Begun while the old token was valid.
    early: bool,
    refresh: Refresh,
}

impl Cache {
    pub fn new(token: Option<Token>, refresher: Option<Refresher>) -> Arc<Self> {
        let cache = Arc::new_cyclic(|me| Self {
            refresher,
            state: Mutex::default(),
            me: me.clone(),
        });
        if let Some(token) = token {
            cache.set(token);
        }
        cache
    }

    pub fn can_refresh(&self) -> bool {
        self.refresher.is_some()
    }

    pub fn set(&self, token: Token) {
        let mut state = self.lock();
        let superseded = state.running.take();
        // A token that no header can carry is an error of the calls that need it.
        let _ = state.hold(&token);
        drop(state);
        // The refresher is the caller's code, which may use this credential even while it is dropped.
        drop(superseded);
    }

    pub fn refused(&self, generation: u64) {
        let mut state = self.lock();
        let is_held = |held: &Held| {
            held.grant
                .as_ref()
                .is_ok_and(|grant| grant.generation == generation)
        };
        if state.held.as_ref().is_some_and(is_held) {
            state.held = None;
        }
    }

    pub async fn grant(&self) -> Result<Granted, Cause> {
        loop {
            let (refresh, stale) = match self.look()? {
                Look::Ready(granted) => return Ok(granted),
                Look::Wait { refresh, stale } => (refresh, stale),
            };
            match refresh.await {
                Ok(grant) => {
                    return Ok(Granted {
                        grant,
                        refresh: None,
                    });
                }
                // It was begun perhaps long ago, and does not speak for now: the next one does.
                Err(_) if stale => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// What there is, with a refresh begun where one is due.
    fn look(&self) -> Result<Look, Cause> {
        let now = Instant::now();
        let mut state = self.lock();
        if self.refresher.is_none() {
            let held = state
                .held
                .as_ref()
                .ok_or_else(|| cause("no token was set"))?;
            return held.grant.clone().map(Look::ready);
        }
        let passed = |time: Option<Instant>| time.is_some_and(|time| time <= now);
        let valid = state.held.as_ref().filter(|held| !passed(held.expires_at));
        let valid = valid.map(|held| (held.grant.clone(), passed(held.renew_at)));
        match valid {
            Some((Ok(grant), false)) => Ok(Look::ready(grant)),
            Some((Ok(grant), true)) => {
                if state.running.is_none() && state.paused_until.is_none_or(|until| until <= now) {
                    state.begin(&self.me, true);
                }
                let refresh = state
                    .running
                    .as_ref()
                    .map(|running| running.refresh.clone());
                Ok(Look::Ready(Granted { grant, refresh }))
            }
            Some((Err(_), _)) | None => {
                let (running, stale) = match state.running.take() {
                    Some(running) => {
                        let abandoned = running.refresh.strong_count() == Some(1);
                        let stale = running.early || abandoned;
                        (state.running.insert(running), stale)
                    }
                    None => (state.begin(&self.me, false), false),
                };
                Ok(Look::Wait {
                    refresh: running.refresh.clone(),
                    stale,
                })
            }
        }
    }

    /// Takes in what a refresh came to, unless it is no longer the one that is waited for.
    fn settle(&self, number: u64, outcome: Result<Token, Cause>) -> Result<Grant, Cause> {
        let mut state = self.lock();
        let current = state
            .running
            .as_ref()
            .is_some_and(|running| running.number == number);
        if !current {
            // A token was set meanwhile, which is newer than what this refresh brings.
            if let Some(held) = &state.held {
                return held.grant.clone();
            }
        } else {
            state.running = None;
        }
        match outcome.and_then(|token| state.accept(token)) {
            Ok(token) => state.hold(&token),
            Err(error) => {
                let pause = FIRST_PAUSE
                    .saturating_mul(1 << state.failures.min(10))
                    .min(LONGEST_PAUSE);
                state.paused_until = Some(Instant::now() + pause);
                state.failures += 1;
                Err(error)
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Nothing that is done under the lock leaves the state half done.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

enum Look {
    Ready(Granted),
    Wait {
        refresh: Refresh,
        /// Begun while the old token was valid, or left alone by the calls that waited for it.
        stale: bool,
    },
}

impl Look {
    fn ready(grant: Grant) -> Self {
        Self::Ready(Granted {
            grant,
            refresh: None,
        })
    }
}

impl State {
    /// A new token, unless it is worse than the one that is held.
    fn accept(&self, token: Token) -> Result<Token, Cause> {
        if token.header().is_none() {
            return Err(cause(NO_HEADER));
        }
        let held = self.held.as_ref().filter(|held| held.grant.is_ok());
        let now = Instant::now();
        let valid = held.is_some_and(|held| held.expires_at.is_none_or(|time| time > now));
        if valid && token.expiry().is_some_and(|time| time <= SystemTime::now()) {
            return Err(cause("the refresher gave a token that has expired"));
        }
        Ok(token)
    }

    /// Holds a new token.
    fn hold(&mut self, token: &Token) -> Result<Grant, Cause> {
        self.generation += 1;
        let generation = self.generation;
        let grant = token
            .header()
            .map(|header| Grant { header, generation })
            .ok_or_else(|| cause(NO_HEADER));
        // From here on the clock is tokio's.
        let now = Instant::now();
        let life = token
            .expiry()
            .map(|expiry| expiry.duration_since(SystemTime::now()).unwrap_or_default());
        let at = |life: Duration| now.checked_add(life);
        self.held = Some(Held {
            grant: grant.clone(),
            expires_at: life.and_then(at),
            renew_at: life.map(|life| life - EARLY.min(life / 2)).and_then(at),
        });
        (self.failures, self.paused_until) = (0, None);
        grant
    }

    fn begin(&mut self, cache: &Weak<Cache>, early: bool) -> &mut Running {
        // A number that no other refresh of this cache has: tokens and refreshes count together.
        self.generation += 1;
        let number = self.generation;
        let cache = Weak::clone(cache);
        let refresh = async move {
            let outcome = run(&cache).await;
            match cache.upgrade() {
                Some(cache) => cache.settle(number, outcome),
                None => Err(dropped()),
            }
        };
        self.running.insert(Running {
            number,
            early,
            refresh: refresh.boxed().shared(),
        })
    }
}

/// Runs the refresher. It is the caller's code: a panic in it is an error of the calls that wait for the token, not of
/// the one that happens to poll it.
async fn run(cache: &Weak<Cache>) -> Result<Token, Cause> {
    let begun = {
        let cache = cache.upgrade().ok_or_else(dropped)?;
        let Some(refresher) = &cache.refresher else {
            return Err(cause("there is no refresher"));
        };
        catch_unwind(AssertUnwindSafe(refresher))
    };
    let outcome = match begun {
        Ok(refreshing) => AssertUnwindSafe(refreshing).catch_unwind().await,
        Err(panic) => Err(panic),
    };
    outcome.unwrap_or_else(|_| Err(cause("the refresher panicked")))
}

fn dropped() -> Cause {
    cause("the credential was dropped")
}

impl fmt::Debug for Cache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cache").finish_non_exhaustive()
    }
}
