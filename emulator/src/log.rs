//! Log lines on standard error.

use std::fmt::Arguments;
use std::io::{self, Write as _};

/// Writes a line. Unlike `eprintln!`, it does not panic where standard error is closed.
pub(crate) fn log(line: Arguments<'_>) {
    let _ = writeln!(io::stderr().lock(), "acs-chat-emulator: {line}");
}
