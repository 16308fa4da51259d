//! State that outlives the process: a file of commits, one JSON line each, only ever appended to.
//!
//! A thread of its own writes what has gathered, syncs it to the disk once, and then says how far it got; nobody is
//! answered before that. A kill can leave half a line at the end, which belongs to a request that was never answered, and
//! which the next start cuts off.

use super::store::{Commit, Store};
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread::JoinHandle;
use tokio::sync::watch;

/// The first line of a state file, which tells it from any other file.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    acs_chat_emulator_state: u32,
}

const HEAD: Head = Head {
    acs_chat_emulator_state: 1,
};

/// The open state file.
pub(crate) struct Journal {
    lines: Option<mpsc::Sender<String>>,
    writer: Option<JoinHandle<()>>,
    written: u64,
    progress: watch::Receiver<Progress>,
}

/// How many commits are on the disk, or that no more will be.
#[derive(Clone, Copy)]
enum Progress {
    Durable(u64),
    Failed,
}

/// A wait for everything that was committed so far to be on the disk.
pub(crate) struct Durability {
    until: u64,
    progress: watch::Receiver<Progress>,
}

/// What is wrong with a state file.
#[derive(Debug, thiserror::Error)]
pub enum StateError {
    /// It could not be opened, read or written.
    #[error("cannot use the state file {}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Another emulator has it open.
    #[error("the state file {} is in use by another emulator, give each one its own", path.display())]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// A line of it is not one that an emulator wrote.
    #[error("line {line} of the state file {} is not the emulator's, name another file or delete this one", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// The line, counted from one.
        line: usize,
    },
}

impl Journal {
    /// Opens or makes the state file, brings `store` to what it says, and starts its writer.
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
            let head = serde_json::to_string(&HEAD).map_err(|error| failed(error.into()))?;
            file.write_all(format!("{head}\n").as_bytes())
                .map_err(failed)?;
        }
        file.sync_all().map_err(failed)?;
        sync_folder(path).map_err(failed)?;
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

    /// Hands a commit to the writer. Called under the store's lock, so that the file has the order of the store.
    pub(crate) fn append(&mut self, commit: &Commit) {
        self.written += 1;
        let sent = match (serde_json::to_string(commit), &self.lines) {
            (Ok(line), Some(lines)) => lines.send(line).is_ok(),
            _ => false,
        };
        if !sent {
            // Without its sender the writer ends, and every answer from here on finds that it has.
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
    /// Lets the writer finish and close the file, so that the next emulator can have it.
    fn drop(&mut self) {
        self.lines = None;
        if let Some(writer) = self.writer.take() {
            let _ = writer.join();
        }
    }
}

impl Durability {
    /// Waits; `false` where the file cannot be written any more.
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

/// Applies every whole line and gives back where the last one ends.
fn replay(path: &Path, file: &File, store: &mut Store) -> Result<u64, StateError> {
    let failed = |source| StateError::Io {
        path: path.to_owned(),
        source,
    };
    let head = serde_json::to_vec(&HEAD).unwrap_or_default();
    let mut reader = BufReader::new(file);
    let mut line = Vec::new();
    let mut end = 0;
    for number in 1.. {
        line.clear();
        // Whatever is not the emulator's shows within a head's length, however long its first line may be.
        let most = if number == 1 {
            head.len() as u64 + 1
        } else {
            u64::MAX
        };
        let length = reader
            .by_ref()
            .take(most)
            .read_until(b'\n', &mut line)
            .map_err(failed)?;
        let foreign = || StateError::Foreign {
            path: path.to_owned(),
            line: number,
        };
        if !line.ends_with(b"\n") {
            // Half a head is cut off like half a commit; anything else without a line's end was never the emulator's.
            if number == 1 && !head.starts_with(&line) {
                return Err(foreign());
            }
            break;
        }
        if number == 1 {
            if serde_json::from_slice::<Head>(&line).ok() != Some(HEAD) {
                return Err(foreign());
            }
        } else {
            store.apply(serde_json::from_slice(&line).map_err(|_| foreign())?);
        }
        end += length as u64;
    }
    Ok(end)
}

/// Makes a new file's name as durable as its content.
fn sync_folder(path: &Path) -> io::Result<()> {
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
            // Half a batch may be in the file. Writing on could bury it under whole lines, so this is the end.
            eprintln!("acs-chat-emulator: the state file cannot be written any more: {error}");
            report.send_replace(Progress::Failed);
            return;
        }
        durable += lines.len() as u64;
        report.send_replace(Progress::Durable(durable));
    }
}
