//! Reads when a JWT expires. Nothing else of it matters here, and nothing is verified: that is the service's task.

use std::time::{Duration, SystemTime};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::Deserialize;

/// The `exp` claim of a JWT; `None` where the token is something else or has none that can be a time.
pub(super) fn expiry(token: &str) -> Option<SystemTime> {
    #[derive(Deserialize)]
    struct Claims {
        exp: f64,
    }
    let payload = token.split('.').nth(1)?.trim_end_matches('=');
    let payload = URL_SAFE_NO_PAD.decode(payload).ok()?;
    let Claims { exp } = serde_json::from_slice(&payload).ok()?;
    // A time before 1970 has passed, like 1970 itself.
    let since_1970 = Duration::try_from_secs_f64(exp.max(0.0)).ok()?;
    SystemTime::UNIX_EPOCH.checked_add(since_1970)
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::URL_SAFE;

    use super::*;

    fn after_1970(seconds: u64) -> Option<SystemTime> {
        Some(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
    }

    #[test]
    fn reads_exp_with_and_without_padding_and_non_ascii_claims() {
        for payload in [
            r#"{"exp":1700000000}"#,
            r#"{"exp":1700000000,"a":1}"#,
            r#"{"exp":1700000000,"ab":1}"#,
            r#"{"name":"Zoë 🚀 ÿ?>","exp":1700000000.0}"#,
        ] {
            for encoded in [URL_SAFE.encode(payload), URL_SAFE_NO_PAD.encode(payload)] {
                let token = format!("eyJhbGciOiJub25lIn0.{encoded}.sig");
                assert_eq!(expiry(&token), after_1970(1_700_000_000), "{payload}");
            }
        }
    }

    #[test]
    fn what_is_no_expiry() {
        let jwt = |payload: &str| format!("e30.{}.", URL_SAFE_NO_PAD.encode(payload));
        for token in [
            String::new(),
            "opaque".to_owned(),
            "a.b.c".to_owned(),
            "..".to_owned(),
            jwt("{}"),
            jwt("not json"),
            jwt(r#"{"exp":"soon"}"#),
            jwt(r#"{"exp":1e300}"#),
        ] {
            assert_eq!(expiry(&token), None, "{token:?}");
        }
        assert_eq!(expiry(&jwt(r#"{"exp":-5}"#)), after_1970(0));
    }
}
