//! Replaces tokens in text.

const REDACTED: &str = "[redacted]";
/// How a JSON object in base64 begins, and with it a JWT.
const JWT: &str = "eyJ";
const BEARER: &str = "bearer ";
/// A word after "bearer" that is shorter than this is just a word.
const SHORTEST: usize = 20;

/// Replaces what looks like a token: a JWT, and anything long after `Bearer `.
pub(super) fn redact(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((start, length)) = token(rest) {
        shown.push_str(&rest[..start]);
        shown.push_str(REDACTED);
        rest = &rest[start + length..];
    }
    shown.push_str(rest);
    shown
}

/// The place and the length of the first token.
fn token(text: &str) -> Option<(usize, usize)> {
    let jwt = text.match_indices(JWT).find_map(|(start, _)| {
        let length = run(&text[start..]);
        let token = &text[start..start + length];
        // One that is cut off may end before its first dot.
        (token.contains('.') || start + length == text.len()).then_some((start, length))
    });
    let lower = text.to_ascii_lowercase();
    let bearer = lower.match_indices(BEARER).find_map(|(place, _)| {
        let start = place + BEARER.len();
        let length = run(&text[start..]);
        (length >= SHORTEST).then_some((start, length))
    });
    [jwt, bearer].into_iter().flatten().min()
}

/// The length of the characters of a token at the start of the text.
fn run(text: &str) -> usize {
    text.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.~+/=".contains(c)))
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Timestamp;
    use crate::token::token_until;

    #[test]
    fn tokens_are_replaced_wherever_they_are() {
        let token = token_until("alice", Timestamp::default());
        for (text, shown) in [
            (token.clone(), "[redacted]"),
            (
                format!(r#"{{"content":"{token}"}}"#),
                r#"{"content":"[redacted]"}"#,
            ),
            (
                format!("a {token} b {token} c"),
                "a [redacted] b [redacted] c",
            ),
            (format!("?token={token}&x=1"), "?token=[redacted]&x=1"),
            (format!("x={}", &token[..30]), "x=[redacted]"),
            (
                "Bearer 0123456789abcdefghij, BEARER 0123456789abcdefghij!".into(),
                "Bearer [redacted], BEARER [redacted]!",
            ),
            (format!("Bearer {token}"), "Bearer [redacted]"),
        ] {
            assert_eq!(redact(&text), shown);
        }
    }

    #[test]
    fn other_text_is_kept() {
        for text in [
            "",
            "hello",
            "the bearer of news",
            "bearer ",
            "{\"cursor\":\"eyJ4IjoxfQ\"}",
            "äöü eyJ ü",
        ] {
            assert_eq!(redact(text), text);
        }
    }
}
