//! The state file: an append-only journal of commits, one JSON line each.
//!
//! A thread of its own writes queued commits in batches, syncs each batch to disk, and reports its progress; responses
//! wait for that. A kill can leave a partial line at the end. It belongs to a request without a response, and the next
//! start truncates it.

use super::store::{Commit, Store};
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread::JoinHandle;
use tokio::sync::watch;

/// The first line of a state file, which identifies it.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    acs_chat_emulator_state: u32,
}

const HEADER: Header = Header {
    acs_chat_emulator_state: 1,
};

/// The open state file.
pub(crate) struct Journal {
    lines: Option<mpsc::Sender<String>>,
    writer: Option<JoinHandle<()>>,
    written: u64,
    progress: watch::Receiver<Progress>,
}

/// How many commits are synced to disk.
#[derive(Clone, Copy)]
enum Progress {
    Durable(u64),
    Failed,
}

/// Waits until all commits so far are synced to disk.
pub(crate) struct Durability {
    until: u64,
    progress: watch::Receiver<Progress>,
}

/// Why a state file cannot be used.
#[derive(Debug, thiserror::Error)]
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
    /// A line was not written by an emulator.
    #[error("line {line} of the state file {} was not written by the emulator, use another file or delete this one", path.display())]
    InvalidLine {
        /// The file.
        path: PathBuf,
        /// The line number, from 1.
        line: usize,
    },
}

impl Journal {
    /// Opens or creates the state file, replays it into `store`, and starts its writer.
    pub(crate) fn open(path: &Path, store: &mut Store) -> Result<Self, StateError> {
        let failed = |source| StateError::Io {
            path: path.to_owned(),
            source,
        };
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(std::fs::TryLockError::WouldBlock) => {
                return Err(StateError::InUse {
                    path: path.to_owned(),
                });
            }
            Err(std::fs::TryLockError::Error(source)) => return Err(failed(source)),
        }
        let end = replay(path, &file, store)?;
        file.set_len(end).map_err(failed)?;
        file.seek(SeekFrom::End(0)).map_err(failed)?;
        if end == 0 {
            let header = serde_json::to_string(&HEADER).map_err(|error| failed(error.into()))?;
            file.write_all(format!("{header}\n").as_bytes())
                .map_err(failed)?;
        }
        file.sync_all().map_err(failed)?;
        sync_directory(path).map_err(failed)?;
        let (lines, incoming) = mpsc::channel();
        let (report, progress) = watch::channel(Progress::Durable(0));
        let writer = std::thread::Builder::new()
            .name("acs-chat-emulator state".to_owned())
            .spawn(move || write(file, &incoming, &report))
            .map_err(failed)?;
        Ok(Self {
            lines: Some(lines),
            writer: Some(writer),
            written: 0,
            progress,
        })
    }

    /// Queues a commit for the writer. Called under the store's lock, so that commits are in the store's order.
    pub(crate) fn append(&mut self, commit: &Commit) {
        self.written += 1;
        let sent = match (serde_json::to_string(commit), &self.lines) {
            (Ok(line), Some(lines)) => lines.send(line).is_ok(),
            _ => false,
        };
        if !sent {
            // Without its sender the writer ends, and all waits from here on fail.
            self.lines = None;
        }
    }

    pub(crate) fn durability(&self) -> Durability {
        Durability {
            until: self.written,
            progress: self.progress.clone(),
        }
    }
}

impl Drop for Journal {
    /// Waits for the writer to close the file, so that another emulator can open it.
    fn drop(&mut self) {
        self.lines = None;
        if let Some(writer) = self.writer.take() {
            let _ = writer.join();
        }
    }
}

impl Durability {
    /// Waits; `false` if writing has failed.
    pub(crate) async fn wait(mut self) -> bool {
        let reached = self.progress.wait_for(|progress| match progress {
            Progress::Durable(count) => *count >= self.until,
            Progress::Failed => true,
        });
        reached
            .await
            .is_ok_and(|progress| matches!(*progress, Progress::Durable(_)))
    }
}

/// Applies all complete lines and returns the offset after the last one.
fn replay(path: &Path, file: &File, store: &mut Store) -> Result<u64, StateError> {
    let failed = |source| StateError::Io {
        path: path.to_owned(),
        source,
    };
    let header = serde_json::to_vec(&HEADER).unwrap_or_default();
    let mut reader = BufReader::new(file);
    let mut line = Vec::new();
    let mut end = 0;
    for number in 1.. {
        line.clear();
        // Another file is recognized within the length of a header, however long its first line is.
        let limit = if number == 1 {
            header.len() as u64 + 1
        } else {
            u64::MAX
        };
        let length = reader
            .by_ref()
            .take(limit)
            .read_until(b'\n', &mut line)
            .map_err(failed)?;
        let invalid_line = || StateError::InvalidLine {
            path: path.to_owned(),
            line: number,
        };
        if !line.ends_with(b"\n") {
            // A partial header is truncated like a partial commit; any other partial first line is another file's.
            if number == 1 && !header.starts_with(&line) {
                return Err(invalid_line());
            }
            break;
        }
        if number == 1 {
            if serde_json::from_slice::<Header>(&line).ok() != Some(HEADER) {
                return Err(invalid_line());
            }
        } else {
            store.apply(serde_json::from_slice(&line).map_err(|_| invalid_line())?);
        }
        end += length as u64;
    }
    Ok(end)
}

/// Syncs the directory entry of a new file.
fn sync_directory(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn write(mut file: File, incoming: &mpsc::Receiver<String>, report: &watch::Sender<Progress>) {
    let mut durable = 0;
    while let Ok(first) = incoming.recv() {
        let lines: Vec<String> = std::iter::once(first).chain(incoming.try_iter()).collect();
        let mut bytes = lines.join("\n").into_bytes();
        bytes.push(b'\n');
        if let Err(error) = file.write_all(&bytes).and_then(|()| file.sync_data()) {
            // Part of the batch may be in the file. More lines after it would make the file unreadable, so writing ends.
            eprintln!("acs-chat-emulator: the state file can no longer be written: {error}");
            report.send_replace(Progress::Failed);
            return;
        }
        durable += lines.len() as u64;
        report.send_replace(Progress::Durable(durable));
    }
}
