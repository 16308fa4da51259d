//! What people are called in a line of text.

use std::borrow::Cow;

use crate::{CommunicationIdentifier, error::text::one_line};

/// The display name, else the raw id, on one line.
pub(super) fn name(
    display_name: Option<&str>,
    identifier: impl FnOnce() -> Option<CommunicationIdentifier>,
) -> Option<String> {
    let name = match display_name {
        Some(name) if !name.is_empty() => Cow::Borrowed(name),
        _ => Cow::Owned(identifier()?.raw_id()),
    };
    (!name.is_empty()).then(|| line(&name))
}

/// The text on one line.
pub(super) fn line(text: &str) -> String {
    one_line(text, usize::MAX)
}
