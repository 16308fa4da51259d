//! Keeps the token out of everything that a server may echo.

use bytes::Bytes;

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

    /// `body` without the token; not copied where it does not occur.
    pub fn redact(&self, body: Bytes) -> Bytes {
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
        assert_eq!(Redactor::new(b"").redact(Bytes::from("abc")), "abc");
    }
}
