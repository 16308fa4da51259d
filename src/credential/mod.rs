//! The token of a call.

mod cache;
mod jwt;
mod token;

use std::{error::Error, fmt, future::Future, pin::Pin, sync::Arc};

pub use token::Token;

pub(crate) use cache::{CachedToken, Refresh};

use cache::Cache;

/// The error of a refresher.
pub(crate) type Source = Arc<dyn Error + Send + Sync>;

/// The future of a refresher.
type Refreshing = Pin<Box<dyn Future<Output = Result<Token, Source>> + Send>>;

/// Fetches access tokens for a user. For a refresher without state, a closure is enough; see
/// [`CommunicationTokenCredential::refreshing`].
pub trait TokenRefresher: Send + Sync + 'static {
    /// The error of a failed refresh.
    type Error: Into<Box<dyn Error + Send + Sync>>;

    /// Fetches a new token.
    ///
    /// At most one refresh runs at a time. Its future is polled by the calls that await the token, so it must not depend
    /// on one of them.
    fn refresh(&self) -> impl Future<Output = Result<Token, Self::Error>> + Send;
}

/// A user access token, cached and refreshed.
///
/// Clones share the token. `Debug` never shows it.
///
/// ```
/// use acs_chat::{CommunicationTokenCredential, Token};
/// # async fn ask_my_backend() -> Result<String, std::io::Error> { Ok(String::new()) }
///
/// // A token that is replaced from outside:
/// let fixed = CommunicationTokenCredential::from("eyJ…");
/// fixed.set_token("eyJ… a newer one");
///
/// // A token that is fetched with the first call, and refreshed before it expires:
/// let refreshing = CommunicationTokenCredential::refreshing(|| async {
///     ask_my_backend().await.map(Token::from)
/// });
/// ```
#[derive(Clone)]
pub struct CommunicationTokenCredential {
    cache: Arc<Cache>,
}

impl CommunicationTokenCredential {
    /// Creates a credential with a token that stays until it is [replaced](Self::set_token). It is sent even after its
    /// expiry: the service decides.
    pub fn fixed(token: impl Into<Token>) -> Self {
        Self {
            cache: Cache::new(Some(token.into()), None),
        }
    }

    /// Creates a credential that calls `refresh` for its first token, and again in the last 10 minutes of a token (or in
    /// the second half of a lifetime of less than 20), while calls continue with the old one.
    ///
    /// One refresh runs at a time, however many calls await it. No background task runs: the calls poll the refresh. A
    /// refresh that fails while the old token is valid is retried later; one that fails after that ends the calls that
    /// await it with [`ChatError::Credential`](crate::ChatError::Credential). A 401 response invalidates the token.
    pub fn refreshing<F, A, T, E>(refresh: F) -> Self
    where
        F: Fn() -> A + Send + Sync + 'static,
        A: Future<Output = Result<T, E>> + Send + 'static,
        T: Into<Token>,
        E: Into<Box<dyn Error + Send + Sync>>,
    {
        let refresh = move || -> Refreshing {
            let token = refresh();
            Box::pin(async move { token.await.map(Into::into).map_err(source) })
        };
        Self {
            cache: Cache::new(None, Some(Box::new(refresh))),
        }
    }

    /// Creates a credential like [`refreshing`](Self::refreshing), with a refresher that has state.
    pub fn refresher(refresher: impl TokenRefresher) -> Self {
        let refresher = Arc::new(refresher);
        Self::refreshing(move || {
            let refresher = Arc::clone(&refresher);
            async move { refresher.refresh().await }
        })
    }

    /// Replaces the token for all calls that start from now on, and for the retries of running ones.
    pub fn set_token(&self, token: impl Into<Token>) {
        self.cache.set(token.into());
    }

    /// Whether the credential has a refresher.
    pub fn can_refresh(&self) -> bool {
        self.cache.can_refresh()
    }

    /// The raw id of the last token's user.
    #[allow(
        dead_code,
        reason = "a document without conveniences has no identifiers"
    )]
    pub(crate) fn user_id(&self) -> Option<String> {
        self.cache.user()
    }

    /// Returns a token, and its early refresh, if one is running.
    pub(crate) async fn token(&self) -> Result<(CachedToken, Option<Refresh>), Source> {
        self.cache.token().await
    }

    /// Drops a token that the service rejected, unless it was replaced meanwhile.
    pub(crate) fn invalidate(&self, token: &CachedToken) {
        self.cache.invalidate(token.generation);
    }
}

fn source(error: impl Into<Box<dyn Error + Send + Sync>>) -> Source {
    error.into().into()
}

impl From<Token> for CommunicationTokenCredential {
    /// The same as [`fixed`](Self::fixed).
    fn from(token: Token) -> Self {
        Self::fixed(token)
    }
}

impl From<String> for CommunicationTokenCredential {
    /// The same as [`fixed`](Self::fixed).
    fn from(token: String) -> Self {
        Self::fixed(token)
    }
}

impl From<&str> for CommunicationTokenCredential {
    /// The same as [`fixed`](Self::fixed).
    fn from(token: &str) -> Self {
        Self::fixed(token)
    }
}

impl fmt::Debug for CommunicationTokenCredential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CommunicationTokenCredential")
            .field("can_refresh", &self.can_refresh())
            .finish_non_exhaustive()
    }
}
