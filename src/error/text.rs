//! Text from outside, made fit for one line of a log.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stays_one_and_in_order() {
        assert_eq!(one_line("a\nb\u{2028}c\u{202e}d\u{2067}e", 99), "a b c d e");
        assert_eq!(one_line("äöü 🚀", 3), "äöü…");
        assert_eq!(one_line("äöü", 3), "äöü");
    }
}
