//! The cached token, and its refresh.

use std::{
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::Duration,
};

use futures_util::{
    FutureExt,
    future::{BoxFuture, Shared},
};
use http::HeaderValue;

use super::{Refreshing, Source, Token, source};
use crate::{
    error::redact::Redactor,
    platform::{Instant, system_time},
};

/// How long before its expiry a token is refreshed, unless its lifetime is less than twice as long.
const REFRESH_BEFORE: Duration = Duration::from_secs(600);

/// The delay after the first early refresh that fails, doubled with each further one.
const FIRST_DELAY: Duration = Duration::from_secs(2);

/// The upper bound of these delays.
const MAX_DELAY: Duration = Duration::from_secs(60);

const INVALID_TOKEN: &str = "the token contains characters that are not valid in a header";

type Refresher = Box<dyn Fn() -> Refreshing + Send + Sync>;

/// A refresh in progress, which any call may poll and await.
pub(crate) type Refresh = Shared<BoxFuture<'static, Result<CachedToken, Source>>>;

/// A token as a call sends it.
#[derive(Clone)]
pub(crate) struct CachedToken {
    pub header: HeaderValue,
    pub generation: u64,
}

impl CachedToken {
    /// Finds the token in what the service responds; nothing, if none was sent.
    pub fn redactor(token: Option<&Self>) -> Redactor<'_> {
        Redactor::new(token.map_or(&[], Self::secret))
    }

    /// The token itself, for redaction.
    fn secret(&self) -> &[u8] {
        let header = self.header.as_bytes();
        header.strip_prefix(b"Bearer ").unwrap_or(header)
    }
}

pub(super) struct Cache {
    refresher: Option<Refresher>,
    state: Mutex<State>,
    /// For refreshes, which must not keep the cache alive that holds them.
    weak: Weak<Cache>,
}

#[derive(Default)]
struct State {
    entry: Option<Entry>,
    /// The raw id of the last token's user. A token that the service rejected still says who it was.
    user: Option<String>,
    /// Counts the tokens that were cached.
    generation: u64,
    running: Option<Running>,
    /// Consecutive early refreshes that failed.
    failures: u32,
    /// No early refresh before this.
    delayed_until: Option<Instant>,
}

struct Entry {
    token: Result<CachedToken, Source>,
    refresh_at: Option<Instant>,
    expires_at: Option<Instant>,
}

struct Running {
    number: u64,
    /// Whether its error is outdated: it was started while the old token was valid, or all calls that awaited it were
    /// dropped. The next call then starts another refresh instead of returning the error.
    is_stale: bool,
    refresh: Refresh,
}

impl Cache {
    pub fn new(token: Option<Token>, refresher: Option<Refresher>) -> Arc<Self> {
        let cache = Arc::new_cyclic(|weak| Self {
            refresher,
            state: Mutex::default(),
            weak: weak.clone(),
        });
        if let Some(token) = token {
            cache.set(token);
        }
        cache
    }

    pub fn can_refresh(&self) -> bool {
        self.refresher.is_some()
    }

    /// The raw id of the last token's user.
    pub fn user(&self) -> Option<String> {
        self.lock().user.clone()
    }

    pub fn set(&self, token: Token) {
        let mut state = self.lock();
        let superseded = state.running.take();
        // An invalid token is an error of the calls that need it.
        let _ = state.store(&token);
        drop(state);
        // The refresher is the caller's code, which may use this credential while it is dropped.
        drop(superseded);
    }

    /// Drops the token, unless it was replaced already.
    pub fn invalidate(&self, generation: u64) {
        let mut state = self.lock();
        let is_current = |entry: &Entry| {
            let token = entry.token.as_ref();
            token.is_ok_and(|token| token.generation == generation)
        };
        if state.entry.as_ref().is_some_and(is_current) {
            state.entry = None;
        }
    }

    /// A token, and its early refresh, if one is running.
    pub async fn token(&self) -> Result<(CachedToken, Option<Refresh>), Source> {
        loop {
            let (refresh, is_stale) = match self.lookup()? {
                Lookup::Found(token, refresh) => return Ok((token, refresh)),
                Lookup::Await { refresh, is_stale } => (refresh, is_stale),
            };
            match refresh.await {
                Ok(token) => return Ok((token, None)),
                Err(_) if is_stale => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Looks the token up, and starts a refresh where one is due.
    fn lookup(&self) -> Result<Lookup, Source> {
        let now = Instant::now();
        let mut state = self.lock();
        if self.refresher.is_none() {
            let entry = state
                .entry
                .as_ref()
                .ok_or_else(|| source("no token was set"))?;
            return Ok(Lookup::Found(entry.token.clone()?, None));
        }
        let is_past = |time: Option<Instant>| time.is_some_and(|time| time <= now);
        let valid = state
            .entry
            .as_ref()
            .filter(|entry| !is_past(entry.expires_at));
        let valid = valid.map(|entry| (entry.token.clone(), is_past(entry.refresh_at)));
        match valid {
            Some((Ok(token), false)) => Ok(Lookup::Found(token, None)),
            Some((Ok(token), true)) => {
                if state.running.is_none() && !is_future(state.delayed_until, now) {
                    state.start_refresh(&self.weak, true);
                }
                let running = state.running.as_ref();
                let refresh = running.map(|running| running.refresh.clone());
                Ok(Lookup::Found(token, refresh))
            }
            Some((Err(_), _)) | None => {
                let running = match state.running.take() {
                    Some(mut running) => {
                        // Decided once for all calls that await it from now on.
                        running.is_stale |= running.refresh.strong_count() == Some(1);
                        state.running.insert(running)
                    }
                    None => state.start_refresh(&self.weak, false),
                };
                Ok(Lookup::Await {
                    refresh: running.refresh.clone(),
                    is_stale: running.is_stale,
                })
            }
        }
    }

    /// Stores the result of a refresh, unless a newer token was set meanwhile.
    fn finish(&self, number: u64, result: Result<Token, Source>) -> Result<CachedToken, Source> {
        let mut state = self.lock();
        let current = state
            .running
            .as_ref()
            .is_some_and(|running| running.number == number);
        if !current {
            // A token was set meanwhile, which is newer than the refreshed one.
            if let Some(entry) = &state.entry {
                return entry.token.clone();
            }
        } else {
            state.running = None;
        }
        match result.and_then(|token| state.check(token)) {
            Ok(token) => state.store(&token),
            Err(error) => {
                let delay = FIRST_DELAY
                    .saturating_mul(1 << state.failures.min(10))
                    .min(MAX_DELAY);
                state.delayed_until = Some(Instant::now() + delay);
                state.failures += 1;
                Err(error)
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // No panic under the lock leaves the state inconsistent.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

enum Lookup {
    /// A valid token, and its early refresh, if one is running.
    Found(CachedToken, Option<Refresh>),
    /// No valid token: the refresh to await.
    Await { refresh: Refresh, is_stale: bool },
}

fn is_future(time: Option<Instant>, now: Instant) -> bool {
    time.is_some_and(|time| time > now)
}

impl State {
    /// The new token, unless it is worse than the cached one.
    fn check(&self, token: Token) -> Result<Token, Source> {
        if token.header().is_none() {
            return Err(source(INVALID_TOKEN));
        }
        let cached = self.entry.as_ref().filter(|entry| entry.token.is_ok());
        let now = Instant::now();
        let is_valid = cached.is_some_and(|entry| entry.expires_at.is_none_or(|time| time > now));
        if is_valid && token.expires_at().is_some_and(|time| time <= system_time()) {
            return Err(source("the refresher returned an expired token"));
        }
        Ok(token)
    }

    /// Caches a new token.
    fn store(&mut self, token: &Token) -> Result<CachedToken, Source> {
        self.generation += 1;
        let generation = self.generation;
        let cached = token
            .header()
            .map(|header| CachedToken { header, generation })
            .ok_or_else(|| source(INVALID_TOKEN));
        // From here on the clock is the timers'.
        let now = Instant::now();
        let lifetime = token.expires_at().map(|expires_at| {
            let lifetime = expires_at.duration_since(system_time());
            lifetime.unwrap_or_default()
        });
        let at = |lifetime: Duration| now.checked_add(lifetime);
        self.entry = Some(Entry {
            token: cached.clone(),
            expires_at: lifetime.and_then(at),
            refresh_at: lifetime
                .map(|lifetime| lifetime - REFRESH_BEFORE.min(lifetime / 2))
                .and_then(at),
        });
        self.user = token.user();
        (self.failures, self.delayed_until) = (0, None);
        cached
    }

    fn start_refresh(&mut self, cache: &Weak<Cache>, is_early: bool) -> &mut Running {
        // Tokens and refreshes share the counter, so that no two refreshes of this cache have the same number.
        self.generation += 1;
        let number = self.generation;
        let cache = Weak::clone(cache);
        let refresh = async move {
            let result = run(&cache).await;
            match cache.upgrade() {
                Some(cache) => cache.finish(number, result),
                None => Err(dropped()),
            }
        };
        self.running.insert(Running {
            number,
            is_stale: is_early,
            refresh: refresh.boxed().shared(),
        })
    }
}

/// Runs the refresher. It is the caller's code: a panic in it is an error of the calls that wait for the token, not of
/// the one that happens to poll it.
async fn run(cache: &Weak<Cache>) -> Result<Token, Source> {
    let begun = {
        let cache = cache.upgrade().ok_or_else(dropped)?;
        let Some(refresher) = &cache.refresher else {
            return Err(source("there is no refresher"));
        };
        catch_unwind(AssertUnwindSafe(refresher))
    };
    let result = match begun {
        Ok(refreshing) => AssertUnwindSafe(refreshing).catch_unwind().await,
        Err(panic) => Err(panic),
    };
    result.unwrap_or_else(|_| Err(source("the refresher panicked")))
}

fn dropped() -> Source {
    source("the credential was dropped")
}

impl fmt::Debug for Cache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cache").finish_non_exhaustive()
    }
}
