//! Where the token of a call comes from.

mod cache;
mod jwt;
mod token;

use std::{error::Error, fmt, future::Future, pin::Pin, sync::Arc};

pub use token::Token;

pub(crate) use cache::{Grant, Granted, Refresh};

use cache::Cache;

/// Any error of a refresher.
pub(crate) type Cause = Arc<dyn Error + Send + Sync>;

/// A refresher's answer on its way.
type Refreshing = Pin<Box<dyn Future<Output = Result<Token, Cause>> + Send>>;

/// Gets a new token for a user; for those who need state to do it. A closure will do for the others, see
/// [`CommunicationTokenCredential::refreshing`].
pub trait TokenRefresher: Send + Sync + 'static {
    /// Why no token could be had.
    type Error: Into<Box<dyn Error + Send + Sync>>;

    /// Gets a token that is valid from now on.
    ///
    /// It is called at most once at a time, and its future is polled by whichever calls wait for the token: it must
    /// not depend on one of them.
    fn refresh(&self) -> impl Future<Output = Result<Token, Self::Error>> + Send;
}

/// The user access token that calls carry, and how it is renewed.
///
/// A clone is another handle to the same token. `Debug` never shows it.
///
/// ```
/// use acs_chat::{CommunicationTokenCredential, Token};
/// # async fn ask_my_backend() -> Result<String, std::io::Error> { Ok(String::new()) }
///
/// // A token that someone else keeps fresh:
/// let fixed = CommunicationTokenCredential::from("eyJ…");
/// fixed.set_token("eyJ… a newer one");
///
/// // A token that is fetched when it is needed, and again before it expires:
/// let refreshing = CommunicationTokenCredential::refreshing(|| async {
///     ask_my_backend().await.map(Token::from)
/// });
/// ```
#[derive(Clone)]
pub struct CommunicationTokenCredential {
    cache: Arc<Cache>,
}

impl CommunicationTokenCredential {
    /// A token that stays until it is [replaced](Self::set_token). It is sent even when its expiry has passed: the
    /// service has the last word on that.
    pub fn fixed(token: impl Into<Token>) -> Self {
        Self {
            cache: Cache::new(Some(token.into()), None),
        }
    }

    /// A token that `refresh` gets when the first call needs it, and again in its last 10 minutes (or in the last half
    /// of a life of less than 20), while calls go on with the old one.
    ///
    /// However many calls wait, one refresh runs at a time. Nothing runs in the background: calls that need or use a
    /// token drive its refresh. One that fails while the old token is valid is tried again later; one that fails
    /// after that ends the calls that wait for it with [`ChatError::Credential`](crate::ChatError::Credential). After
    /// an answer of 401 the token counts as expired.
    pub fn refreshing<F, A, T, E>(refresh: F) -> Self
    where
        F: Fn() -> A + Send + Sync + 'static,
        A: Future<Output = Result<T, E>> + Send + 'static,
        T: Into<Token>,
        E: Into<Box<dyn Error + Send + Sync>>,
    {
        let refresh = move || -> Refreshing {
            let answer = refresh();
            Box::pin(async move { answer.await.map(Into::into).map_err(cause) })
        };
        Self {
            cache: Cache::new(None, Some(Box::new(refresh))),
        }
    }

    /// Like [`refreshing`](Self::refreshing), with a refresher that has state.
    pub fn refresher(refresher: impl TokenRefresher) -> Self {
        let refresher = Arc::new(refresher);
        Self::refreshing(move || {
            let refresher = Arc::clone(&refresher);
            async move { refresher.refresh().await }
        })
    }

    /// Replaces the token for all calls that begin from now on, and for retries of those under way.
    pub fn set_token(&self, token: impl Into<Token>) {
        self.cache.set(token.into());
    }

    /// Whether this credential can get a new token by itself.
    pub fn can_refresh(&self) -> bool {
        self.cache.can_refresh()
    }

    pub(crate) async fn grant(&self) -> Result<Granted, Cause> {
        self.cache.grant().await
    }

    /// Drops the token with this generation, unless it has been replaced meanwhile.
    pub(crate) fn refused(&self, generation: u64) {
        self.cache.refused(generation);
    }
}

fn cause(error: impl Into<Box<dyn Error + Send + Sync>>) -> Cause {
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
