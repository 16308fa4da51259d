//! Text from outside, made fit for one line of a log.

use std::fmt;

/// How many characters of an invalid value, or of the reason, an error quotes.
pub(crate) const QUOTED: usize = 80;

/// At most `limit` characters on one line, without characters that break, hide or reorder a line.
pub(crate) fn one_line(text: &str, limit: usize) -> String {
    let is_harmful = |c: char| {
        let breaks = matches!(c, '\u{2028}' | '\u{2029}');
        let reorders = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        c.is_control() || breaks || reorders
    };
    let mut line: String = text
        .chars()
        .take(limit)
        .map(|c| if is_harmful(c) { ' ' } else { c })
        .collect();
    if text.chars().nth(limit).is_some() {
        line.push('…');
    }
    line
}

/// Drops the string that the decoder quotes, which may be message content.
pub(crate) fn without_quotation(reason: &str) -> String {
    match (reason.find('"'), reason.rfind('"')) {
        (Some(first), Some(last)) if first < last => {
            format!("{}…{}", &reason[..=first], &reason[last..])
        }
        _ => reason.to_owned(),
    }
}

/// Writes an error of the service on one line. The live service leaves out any part.
pub(crate) fn write_error(
    f: &mut fmt::Formatter<'_>,
    code: Option<&str>,
    message: Option<&str>,
    target: Option<&str>,
) -> fmt::Result {
    let given = |part: Option<&str>| {
        part.filter(|part| !part.is_empty())
            .map(|part| one_line(part, 300))
    };
    match (given(code), given(message)) {
        (Some(code), Some(message)) => write!(f, "{code}: {message}")?,
        (Some(part), None) | (None, Some(part)) => f.write_str(&part)?,
        (None, None) => f.write_str("an error without code or message")?,
    }
    match given(target) {
        Some(target) => write!(f, " (target {target})"),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_one_line_of_what_it_has() {
        struct Written(
            Option<&'static str>,
            Option<&'static str>,
            Option<&'static str>,
        );

        impl fmt::Display for Written {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_error(f, self.0, self.1, self.2)
            }
        }

        let (code, message, target) = (Some("403"), Some("not\nyou"), Some("8:acs:x"));
        for (error, expected) in [
            (
                Written(code, message, target),
                "403: not you (target 8:acs:x)",
            ),
            (Written(code, Some(""), None), "403"),
            (Written(None, message, Some("")), "not you"),
            (
                Written(None, None, target),
                "an error without code or message (target 8:acs:x)",
            ),
        ] {
            assert_eq!(error.to_string(), expected);
        }
    }

    #[test]
    fn a_line_stays_one_and_in_order() {
        assert_eq!(one_line("a\nb\u{2028}c\u{202e}d\u{2067}e", 99), "a b c d e");
        assert_eq!(one_line("äöü 🚀", 3), "äöü…");
        assert_eq!(one_line("äöü", 3), "äöü");
    }
}
