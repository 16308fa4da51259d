//! Keeps the token out of everything that a server may echo.

use bytes::Bytes;
use serde_json::Value;

/// Finds and replaces the token that an attempt carried.
pub(crate) struct Redactor<'a> {
    token: &'a [u8],
}

impl<'a> Redactor<'a> {
    pub const REPLACEMENT: &'static str = "[token]";

    pub fn new(token: &'a [u8]) -> Self {
        Self { token }
    }

    /// Whether the token occurs in `bytes`.
    pub fn finds(&self, bytes: &[u8]) -> bool {
        !self.token.is_empty()
            && bytes
                .windows(self.token.len())
                .any(|window| window == self.token)
    }

    /// Whether the token occurs in a host, which has no capital letters.
    pub fn finds_in_host(&self, host: &str) -> bool {
        Redactor::new(&self.token.to_ascii_lowercase()).finds(host.as_bytes())
    }

    /// `body` without the token, also where JSON spells it with escapes; not copied where it does not occur.
    pub fn redact(&self, body: Bytes) -> Bytes {
        let body = self.redact_bytes(body);
        if body.contains(&b'\\')
            && let Ok(mut value) = serde_json::from_slice(&body)
            && self.redact_json(&mut value)
        {
            return value.to_string().into();
        }
        body
    }

    /// Replaces the token in all strings and names of a value; whether there was one.
    pub fn redact_json(&self, value: &mut Value) -> bool {
        let redact = |text: &mut String| {
            let finds = self.finds(text.as_bytes());
            if finds {
                let bytes = self.redact_bytes(std::mem::take(text).into());
                *text = String::from_utf8_lossy(&bytes).into_owned();
            }
            finds
        };
        match value {
            Value::String(text) => redact(text),
            Value::Array(items) => items
                .iter_mut()
                .fold(false, |found, item| self.redact_json(item) | found),
            Value::Object(members) => {
                let mut found = false;
                *members = std::mem::take(members)
                    .into_iter()
                    .map(|(mut name, mut value)| {
                        found |= redact(&mut name) | self.redact_json(&mut value);
                        (name, value)
                    })
                    .collect();
                found
            }
            _ => false,
        }
    }

    fn redact_bytes(&self, body: Bytes) -> Bytes {
        if !self.finds(&body) {
            return body;
        }
        let mut redacted = Vec::with_capacity(body.len());
        let mut rest = &body[..];
        while let Some(byte) = rest.first() {
            if let Some(after) = rest.strip_prefix(self.token) {
                redacted.extend_from_slice(Self::REPLACEMENT.as_bytes());
                rest = after;
            } else {
                redacted.push(*byte);
                rest = &rest[1..];
            }
        }
        redacted.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_occurrence_is_replaced() {
        let redactor = Redactor::new(b"abc");
        for (body, expected) in [
            ("abc", "[token]"),
            ("xabcabcx", "x[token][token]x"),
            ("ababc", "ab[token]"),
            ("ab", "ab"),
            ("", ""),
        ] {
            assert_eq!(redactor.redact(Bytes::from(body)), expected);
        }
        for (body, expected) in [
            (r#"{"a":"x\u0061bcx"}"#, r#"{"a":"x[token]x"}"#),
            (
                r#"{"a":[{"\u0061bc":"\u0062"}]}"#,
                r#"{"a":[{"[token]":"b"}]}"#,
            ),
            (r#"{"a":"\u0062"}"#, r#"{"a":"\u0062"}"#),
        ] {
            assert_eq!(redactor.redact(Bytes::from(body)), expected);
        }
        assert!(Redactor::new(b"aBc").finds_in_host("abc.example"));
        assert_eq!(Redactor::new(b"").redact(Bytes::from("abc")), "abc");
    }
}
