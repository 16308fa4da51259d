//! Text from outside, made fit for one line of a log.

/// At most `limit` characters on one line, without control characters.
pub(crate) fn one_line(text: &str, limit: usize) -> String {
    let mut line: String = text
        .chars()
        .take(limit)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if text.chars().nth(limit).is_some() {
        line.push('…');
    }
    line
}
