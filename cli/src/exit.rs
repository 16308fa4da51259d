//! How the program ends: one line on standard error, and a status that says what kind of error it was.

use std::{
    io::{self, ErrorKind},
    process::ExitCode,
};

use acs_chat::ChatError;
use anyhow::Error;
use clap::error::ErrorKind as UsageKind;

use crate::{
    failure::{Failure, Kind},
    operations::READS,
    text::report,
};

/// The kinds as the help describes them.
const KINDS: [(Kind, &str); 8] = [
    (Kind::Local, "a file or a stream of this machine failed"),
    (
        Kind::Usage,
        "an argument or a value cannot be used; nothing was sent",
    ),
    (
        Kind::Credential,
        "there is no token, or the service does not accept it (401)",
    ),
    (
        Kind::NotFound,
        "there is no such thread, message or participant (404)",
    ),
    (
        Kind::Refused,
        "the service refused the request (403 and other 4xx)",
    ),
    (
        Kind::Unclear,
        "a change may have been made: look before you repeat the command",
    ),
    (
        Kind::Unavailable,
        "the service could not be reached or is busy (429, 5xx): repeat the command later",
    ),
    (Kind::Unusable, "the response cannot be used"),
];

/// The table of exit statuses for the help.
pub fn help() -> String {
    let mut text = "Exit status:\n  0  success\n".to_owned();
    for (kind, what) in KINDS {
        text.push_str(&format!("  {}  {what}\n", kind as u8));
    }
    text
}

/// Ends after an error. Whoever reads the output may stop doing so, which is none.
pub fn failure(error: &Error) -> ExitCode {
    if is_broken_pipe(error) {
        return ExitCode::SUCCESS;
    }
    report(&format!("{error:#}"));
    ExitCode::from(kind(error) as u8)
}

/// Ends after arguments that cannot be used, or a question for help or the version.
pub fn usage(error: &clap::Error) -> ExitCode {
    if matches!(
        error.kind(),
        UsageKind::DisplayHelp
            | UsageKind::DisplayVersion
            | UsageKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        // Nobody is left to be told.
        let _ = error.print();
        return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(Kind::Usage as u8));
    }
    let text = error.to_string();
    let text = text.split("\n\nUsage:").next().unwrap_or_default();
    let text = text.split("\n\nFor more").next().unwrap_or_default();
    let text = text.trim_start_matches("error: ");
    report(&format!("{}; see --help", hide_tokens(text)));
    ExitCode::from(Kind::Usage as u8)
}

/// A token that stands where no argument is expected is not shown either.
fn hide_tokens(text: &str) -> String {
    let words = text.split(' ').map(|word| match word.contains("eyJ") {
        true => "[redacted]",
        false => word,
    });
    words.collect::<Vec<_>>().join(" ")
}

fn is_broken_pipe(error: &Error) -> bool {
    let error = error.root_cause().downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

fn kind(error: &Error) -> Kind {
    if let Some(failure) = error.downcast_ref::<Failure>() {
        return failure.kind;
    }
    error.downcast_ref().map_or(Kind::Local, of_call)
}

/// The kind of a call's error.
fn of_call(error: &ChatError) -> Kind {
    let is_read = error
        .operation()
        .is_some_and(|operation| READS.contains(&operation));
    let status = error.status().map(|status| status.as_u16());
    match (error, status) {
        _ if error.may_have_been_processed() && !is_read => Kind::Unclear,
        (ChatError::InvalidRequest(_), _) => Kind::Usage,
        (ChatError::Credential(_), _) | (ChatError::Service(_), Some(401)) => Kind::Credential,
        (ChatError::Service(_), Some(404)) => Kind::NotFound,
        (ChatError::Service(_), Some(408 | 429)) => Kind::Unavailable,
        (ChatError::Service(_), Some(400..500)) => Kind::Refused,
        (ChatError::Service(_) | ChatError::Transport(_), _) => Kind::Unavailable,
        _ => Kind::Unusable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_has_each_kind_once_in_order() {
        let numbers = KINDS.map(|(kind, _)| kind as u8);
        assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8]);
        assert_eq!(help().lines().count(), KINDS.len() + 2);
    }

    #[test]
    fn the_readme_has_the_same_kinds() {
        let readme = include_str!("../README.md");
        for (kind, what) in KINDS {
            let row = format!("| {} | {what} |", kind as u8);
            assert!(readme.contains(&row), "{row}");
        }
    }

    #[test]
    fn a_token_is_not_shown() {
        assert_eq!(
            hide_tokens("unexpected argument 'eyJhbGciOi' found"),
            "unexpected argument [redacted] found"
        );
    }
}
