//! Text for people.

use std::io::{self, Write};

use crate::PROGRAM;

/// Writes a line on standard error.
pub fn report(text: &str) {
    // Without standard error, nobody is left to be told.
    let _ = writeln!(io::stderr().lock(), "{PROGRAM}: {}", one_line(text));
}

/// A text without line breaks, other control characters, and those that change the direction of text.
pub fn one_line(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let words = text.split(|c: char| c.is_whitespace() || c.is_control() || turns(c));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_several_lines_becomes_one() {
        let text = "one\r\n  two\u{1b}[1m\t\u{202e}three ";
        assert_eq!(one_line(text), "one two [1m three");
    }
}
