//! Access tokens: unsigned JWTs.

use crate::error::ApiError;
use crate::identity::{is_own_user, skype_id};
use crate::time::Timestamp;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde_json::json;
use std::time::SystemTime;

/// Returns an access token of the user called `user` that expires at `expires`.
///
/// It is an unsigned JWT whose `skypeid` claim is the user's raw id without its `8:` ([`user_id`](crate::user_id)) and
/// whose `exp` claim is `expires` in whole seconds. Every emulator accepts it; the live service does not.
pub fn token(user: &str, expires: SystemTime) -> String {
    token_until(user, Timestamp::from_system(expires))
}

pub(crate) fn token_until(user: &str, expires: Timestamp) -> String {
    let header = json!({ "alg": "none", "typ": "JWT" });
    let claims = json!({ "skypeid": skype_id(user), "acsScope": "chat", "exp": expires.seconds() });
    format!(
        "{}.{}.",
        URL_SAFE_NO_PAD.encode(header.to_string()),
        URL_SAFE_NO_PAD.encode(claims.to_string())
    )
}

#[derive(Deserialize)]
struct Claims {
    skypeid: String,
    exp: f64,
}

/// Returns the raw id of the user of the token in an `Authorization` header. Errors do not contain the token.
pub(crate) fn authenticate(
    authorization: Option<&str>,
    now: Timestamp,
) -> Result<String, ApiError> {
    let header = authorization.ok_or_else(|| {
        ApiError::unauthorized("The Authorization header is missing, send Bearer TOKEN.")
    })?;
    let token = header
        .split_once(' ')
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim())
        .ok_or_else(|| {
            ApiError::unauthorized("The Authorization header is malformed, send Bearer TOKEN.")
        })?;
    let claims = claims(token).ok_or_else(|| {
        ApiError::unauthorized(
            "The token is malformed, use a JWT with a skypeid claim and an exp claim in seconds.",
        )
    })?;
    let user = format!("8:{}", claims.skypeid);
    if !is_own_user(&user) {
        return Err(ApiError::unauthorized(
            "The token is for a user of another resource.",
        ));
    }
    if now.seconds() as f64 >= claims.exp {
        return Err(expired());
    }
    Ok(user)
}

/// The error for an expired token.
pub(crate) fn expired() -> ApiError {
    ApiError::unauthorized("The token has expired.")
}

fn claims(token: &str) -> Option<Claims> {
    let mut parts = token.split('.');
    let (_header, payload, _signature) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let json = URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?;
    serde_json::from_slice(&json).ok()
}
