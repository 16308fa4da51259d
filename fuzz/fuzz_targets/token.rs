//! The expiry of a token, from the text as it is and as the claims of a JWT.

#![no_main]

use std::time::{Duration, SystemTime};

use acs_chat::Token;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|data: &[u8]| {
    if let Ok(text) = std::str::from_utf8(data) {
        let token = Token::new(text);
        // `Debug` depends on nothing but the expiry.
        let other = Token::new("other");
        let other = match token.expires_at() {
            Some(time) => other.with_expires_at(time),
            None => other,
        };
        assert_eq!(format!("{token:?}"), format!("{other:?}"));
    }
    let payload = URL_SAFE_NO_PAD.encode(data);
    let expiry = Token::new(format!("e30.{payload}.")).expires_at();
    let padding = "=".repeat((4 - payload.len() % 4) % 4);
    assert_eq!(
        Token::new(format!("e30.{payload}{padding}.e30")).expires_at(),
        expiry
    );
    // Strings that are no claim may hold any bytes, and ignored numbers may have any size.
    let claims = serde_json::from_str::<Value>(&String::from_utf8_lossy(data));
    if let (Some(expiry), Ok(claims)) = (expiry, claims) {
        // To serde, an array of one number is such an object as well.
        let exp = claims.get("exp").or_else(|| claims.get(0));
        let exp = exp
            .and_then(Value::as_f64)
            .expect("only claims have an expiry");
        let since_1970 =
            Duration::try_from_secs_f64(exp.max(0.0)).expect("only a time is an expiry");
        assert_eq!(expiry, SystemTime::UNIX_EPOCH + since_1970);
    }
    if let Some(bytes) = data.first_chunk() {
        let lifetime = Duration::from_secs(u64::from_le_bytes(*bytes));
        let before = SystemTime::now();
        let expiry = Token::new("").with_expires_in(lifetime).expires_at();
        let earliest = before.checked_add(lifetime);
        assert!(expiry.is_none_or(|expiry| earliest.is_some_and(|earliest| expiry >= earliest)));
    }
});
