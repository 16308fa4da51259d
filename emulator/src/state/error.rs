//! Errors of state files.

use std::io;
use std::path::{Path, PathBuf};

/// Why a state file cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StateError {
    /// It could not be opened, read or written.
    #[error("cannot use the state file {}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// Another emulator has it open.
    #[error("the state file {} is in use by another emulator, give each one its own", path.display())]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// It is another file, or one of another version of the emulator.
    #[error("line 1 of the state file {} is not the header of this version, use another file or delete this one", path.display())]
    InvalidHeader {
        /// The file.
        path: PathBuf,
    },
    /// A line is damaged.
    #[error("line {line} of the state file {} is damaged: {reason}; --repair drops it", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The line number, from 1.
        line: usize,
        /// What is wrong with it.
        reason: String,
    },
}

impl StateError {
    pub(super) fn io(path: &Path, source: io::Error) -> Self {
        Self::Io {
            path: path.to_owned(),
            source,
        }
    }
}
