//! A token and when it expires.

use std::{
    fmt,
    time::{Duration, SystemTime},
};

use http::HeaderValue;
use secrecy::{ExposeSecret, SecretString};

use super::jwt;

/// A user access token. `Debug` never shows it.
///
/// Its expiry is read from the token itself where that is a JWT with an `exp` claim. A token that does not tell, and
/// whose expiry is not [given](Self::expires_at), is used until the service answers 401.
///
/// Source: the security scheme `Authorization` of the API.
#[derive(Clone)]
pub struct Token {
    secret: SecretString,
    expires_at: Option<SystemTime>,
}

impl Token {
    /// Takes a token as the service issued it, without `Bearer`.
    pub fn new(token: impl Into<String>) -> Self {
        let secret = SecretString::from(token.into());
        Self {
            expires_at: jwt::expiry(secret.expose_secret()),
            secret,
        }
    }

    /// Says when the token expires, for one that does not tell or tells wrongly.
    #[must_use]
    pub fn expires_at(mut self, time: SystemTime) -> Self {
        self.expires_at = Some(time);
        self
    }

    /// Says how long the token is valid from now, as token endpoints do with `expires_in`.
    #[must_use]
    pub fn expires_in(mut self, life: Duration) -> Self {
        self.expires_at = SystemTime::now().checked_add(life);
        self
    }

    /// When the token expires, where that is known.
    pub fn expiry(&self) -> Option<SystemTime> {
        self.expires_at
    }

    /// The value of the `Authorization` header; `None` where the token holds what a header can't.
    pub(super) fn header(&self) -> Option<HeaderValue> {
        let bearer = SecretString::from(format!("Bearer {}", self.secret.expose_secret()));
        let mut value = HeaderValue::from_str(bearer.expose_secret()).ok()?;
        value.set_sensitive(true);
        Some(value)
    }
}

impl From<String> for Token {
    /// The same as [`new`](Self::new).
    fn from(token: String) -> Self {
        Self::new(token)
    }
}

impl From<&str> for Token {
    /// The same as [`new`](Self::new).
    fn from(token: &str) -> Self {
        Self::new(token)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token")
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}
