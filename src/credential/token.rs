//! A token and when it expires.

use std::{
    fmt,
    time::{Duration, SystemTime},
};

use http::HeaderValue;
use secrecy::{ExposeSecret, SecretString};

use super::jwt;
use crate::platform::system_time;

/// A user access token. `Debug` never shows it.
///
/// Its expiry is read from the `exp` claim, if the token is a JWT. A token without one, and without an expiry
/// [set](Self::with_expires_at) by the caller, is used until the service responds with 401.
///
/// Source: the security scheme `Authorization` of the API.
#[derive(Clone)]
pub struct Token {
    secret: SecretString,
    expires_at: Option<SystemTime>,
}

impl Token {
    /// Creates a token from the text that the service issued, without `Bearer`.
    pub fn new(token: impl Into<String>) -> Self {
        let secret = SecretString::from(token.into());
        Self {
            expires_at: jwt::expiry(secret.expose_secret()),
            secret,
        }
    }

    /// Sets the expiry, in place of the `exp` claim.
    #[must_use]
    pub fn with_expires_at(mut self, time: SystemTime) -> Self {
        self.expires_at = Some(time);
        self
    }

    /// Sets the lifetime from now, the `expires_in` of token endpoints.
    #[must_use]
    pub fn with_expires_in(mut self, lifetime: Duration) -> Self {
        self.expires_at = system_time().checked_add(lifetime);
        self
    }

    /// Returns the expiry, if it is known.
    pub fn expires_at(&self) -> Option<SystemTime> {
        self.expires_at
    }

    /// The raw id of the user, if the token is a JWT that names one.
    pub(super) fn user(&self) -> Option<String> {
        jwt::user(self.secret.expose_secret())
    }

    /// The value of the `Authorization` header; `None` if the token is not valid in a header.
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
