//! Reads when a JWT expires and whose it is. Nothing is verified: that is the service's task.

use std::time::{Duration, SystemTime};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, de::DeserializeOwned};

/// The `exp` claim of a JWT; `None` where the token is something else or has none that can be a time.
pub(super) fn expiry(token: &str) -> Option<SystemTime> {
    #[derive(Deserialize)]
    struct Claims {
        exp: f64,
    }
    let Claims { exp } = claims(token)?;
    // A time before 1970 has passed, like 1970 itself.
    let since_1970 = Duration::try_from_secs_f64(exp.max(0.0)).ok()?;
    SystemTime::UNIX_EPOCH.checked_add(since_1970)
}

/// The user's raw id from the `skypeid` claim of a JWT; `None` where the token is something else or names nobody.
pub(super) fn user(token: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Claims {
        skypeid: String,
    }
    let Claims { skypeid } = claims(token)?;
    let kind = skypeid.split_once(':').map(|(kind, _)| kind);
    // A raw id starts with the number of its kind, which the claim usually leaves out: all tokens are of users.
    let has_kind = kind.is_some_and(|kind| kind.parse::<u32>().is_ok());
    match skypeid {
        empty if empty.is_empty() => None,
        raw_id if has_kind => Some(raw_id),
        id => Some(format!("8:{id}")),
    }
}

fn claims<T: DeserializeOwned>(token: &str) -> Option<T> {
    let payload = token.split('.').nth(1)?.trim_end_matches('=');
    let payload = URL_SAFE_NO_PAD.decode(payload).ok()?;
    serde_json::from_slice(&payload).ok()
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

    fn jwt(payload: &str) -> String {
        format!("e30.{}.", URL_SAFE_NO_PAD.encode(payload))
    }

    #[test]
    fn reads_the_user_with_and_without_the_number_of_its_kind() {
        for (claim, raw_id) in [
            ("acs:a_b", "8:acs:a_b"),
            ("8:acs:a_b", "8:acs:a_b"),
            ("orgid:45ab", "8:orgid:45ab"),
            ("gcch-acs:a_b", "8:gcch-acs:a_b"),
            ("28:orgid:45ab", "28:orgid:45ab"),
            ("somebody", "8:somebody"),
        ] {
            let token = jwt(&format!(r#"{{"skypeid":"{claim}","exp":"soon"}}"#));
            assert_eq!(user(&token).as_deref(), Some(raw_id));
        }
    }

    #[test]
    fn what_is_no_user() {
        for token in [
            String::new(),
            "opaque".to_owned(),
            "8:acs:a_b".to_owned(),
            jwt("{}"),
            jwt("not json"),
            jwt(r#"{"skypeid":""}"#),
            jwt(r#"{"skypeid":5}"#),
        ] {
            assert_eq!(user(&token), None, "{token:?}");
        }
    }

    #[test]
    fn what_is_no_expiry() {
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
