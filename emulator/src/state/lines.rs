//! The lines of a state file: a header, and commits as JSON behind their CRC-32.

use super::error::StateError;
use super::store::{Commit, Store};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;

/// The first line, which identifies a state file and its version.
pub(super) const HEADER: &str = r#"{"acs_chat_emulator_state":2}"#;

/// A damaged line that was dropped from a state file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DroppedLine {
    /// The line number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub reason: String,
    /// Its length in bytes.
    pub length: usize,
}

/// Whether damaged lines are errors.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Damage {
    Reject,
    Drop,
}

/// The result of reading a state file.
#[derive(Default)]
pub(super) struct Replayed {
    /// The offset after the last complete line.
    pub(super) end: u64,
    pub(super) dropped: Vec<DroppedLine>,
}

/// Formats a commit as a line, without its newline.
pub(super) fn encode(commit: &Commit) -> serde_json::Result<String> {
    let json = serde_json::to_string(commit)?;
    Ok(format!("{:08x} {json}", crc32fast::hash(json.as_bytes())))
}

fn decode(line: &[u8]) -> Result<Commit, String> {
    let malformed = || "it has no checksum".to_owned();
    let (checksum, json) = line.split_at_checked(8).ok_or_else(malformed)?;
    let checksum = std::str::from_utf8(checksum)
        .ok()
        .and_then(|text| u32::from_str_radix(text, 16).ok())
        .ok_or_else(malformed)?;
    let json = json.strip_prefix(b" ").ok_or_else(malformed)?;
    if crc32fast::hash(json) != checksum {
        return Err("its checksum does not match".to_owned());
    }
    serde_json::from_slice(json).map_err(|error| error.to_string())
}

/// Applies all complete lines to `store`.
pub(super) fn replay(
    path: &Path,
    file: &File,
    damage: Damage,
    store: &mut Store,
) -> Result<Replayed, StateError> {
    let mut replayed = Replayed::default();
    each_line(path, file, |line, bytes| {
        if line > 1 {
            match decode(&bytes[..bytes.len() - 1]) {
                Ok(commit) => store.apply(commit),
                Err(reason) if damage == Damage::Drop => replayed.dropped.push(DroppedLine {
                    line,
                    reason,
                    length: bytes.len(),
                }),
                Err(reason) => {
                    return Err(StateError::Damaged {
                        path: path.to_owned(),
                        line,
                        reason,
                    });
                }
            }
        }
        replayed.end += bytes.len() as u64;
        Ok(())
    })?;
    Ok(replayed)
}

/// Copies all complete lines but the dropped ones.
pub(super) fn copy_without(
    path: &Path,
    from: &File,
    dropped: &[DroppedLine],
    to: &mut impl Write,
) -> Result<(), StateError> {
    each_line(path, from, |line, bytes| {
        if dropped.iter().any(|dropped| dropped.line == line) {
            return Ok(());
        }
        to.write_all(bytes)
            .map_err(|error| StateError::io(path, error))
    })
}

/// Calls `f` with the number and the bytes of each complete line.
fn each_line(
    path: &Path,
    file: &File,
    mut f: impl FnMut(usize, &[u8]) -> Result<(), StateError>,
) -> Result<(), StateError> {
    let header = format!("{HEADER}\n");
    let mut reader = BufReader::new(file);
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        // Another file is recognized within the length of a header, however long its first line is.
        let limit = if number == 1 {
            header.len() as u64
        } else {
            u64::MAX
        };
        let read: io::Result<usize> = reader.by_ref().take(limit).read_until(b'\n', &mut line);
        read.map_err(|error| StateError::io(path, error))?;
        if number == 1 && !header.as_bytes().starts_with(&line) {
            return Err(StateError::InvalidHeader {
                path: path.to_owned(),
            });
        }
        // A partial line, the header's too, is one whose write was interrupted.
        if !line.ends_with(b"\n") {
            break;
        }
        f(number, &line)?;
    }
    Ok(())
}
