//! The state file: an append-only journal of commits, one line each.
//!
//! A thread of its own writes queued commits in batches, syncs each batch to disk, and reports its progress; responses
//! wait for that. A kill can leave a partial line at the end. It belongs to a request without a response, and the next
//! start truncates it.

use super::error::StateError;
use super::lines::{Damage, DroppedLine, HEADER, Replayed, copy_without, encode, replay};
use super::store::{Commit, Store};
use crate::log::log;
use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread::JoinHandle;
use tokio::sync::watch;

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
#[derive(Clone)]
pub(crate) struct Durability {
    until: u64,
    progress: watch::Receiver<Progress>,
}

impl Journal {
    /// Opens or creates the state file, replays it into `store`, and starts its writer. Where `repair` is set, damaged
    /// lines are dropped and returned.
    pub(crate) fn open(
        path: &Path,
        repair: bool,
        store: &mut Store,
    ) -> Result<(Self, Vec<DroppedLine>), StateError> {
        let failed = |source| StateError::io(path, source);
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(failed)?;
        lock(path, &file)?;
        let damage = if repair { Damage::Drop } else { Damage::Reject };
        let Replayed { end, dropped } = replay(path, &file, damage, store)?;
        if dropped.is_empty() {
            file.set_len(end).map_err(failed)?;
        } else {
            file = rewrite(path, &file, &dropped)?;
        }
        file.seek(SeekFrom::End(0)).map_err(failed)?;
        if end == 0 {
            file.write_all(format!("{HEADER}\n").as_bytes())
                .map_err(failed)?;
        }
        file.sync_all().map_err(failed)?;
        sync_directory(path).map_err(failed)?;
        let length = file.metadata().map_err(failed)?.len();
        let (lines, incoming) = mpsc::channel();
        let (report, progress) = watch::channel(Progress::Durable(0));
        let mut writer = Writer {
            path: path.to_owned(),
            file,
            length,
        };
        let writer = std::thread::Builder::new()
            .name("acs-chat-emulator state".to_owned())
            .spawn(move || writer.run(&incoming, &report))
            .map_err(failed)?;
        let journal = Self {
            lines: Some(lines),
            writer: Some(writer),
            written: 0,
            progress,
        };
        Ok((journal, dropped))
    }

    /// Queues a commit for the writer. Called under the store's lock, so that commits are in the store's order.
    pub(crate) fn append(&mut self, commit: &Commit) {
        self.written += 1;
        let sent = match (encode(commit), &self.lines) {
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

fn lock(path: &Path, file: &File) -> Result<(), StateError> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(std::fs::TryLockError::WouldBlock) => Err(StateError::InUse {
            path: path.to_owned(),
        }),
        Err(std::fs::TryLockError::Error(source)) => Err(StateError::io(path, source)),
    }
}

/// Replaces the file by a copy without the dropped lines, and returns the copy. A kill leaves the one or the other.
fn rewrite(path: &Path, file: &File, dropped: &[DroppedLine]) -> Result<File, StateError> {
    let failed = |source| StateError::io(path, source);
    // Not the symbolic link, if it is one.
    let target = path.canonicalize().map_err(failed)?;
    let mut name = target.clone().into_os_string();
    name.push(".repair");
    let copy = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(true)
        .open(&name)
        .map_err(failed)?;
    lock(path, &copy)?;
    let mut from = file;
    from.rewind().map_err(failed)?;
    let mut to = BufWriter::new(&copy);
    copy_without(path, from, dropped, &mut to)?;
    to.flush().map_err(failed)?;
    drop(to);
    let permissions = file.metadata().map_err(failed)?.permissions();
    copy.set_permissions(permissions).map_err(failed)?;
    copy.sync_all().map_err(failed)?;
    std::fs::rename(&name, &target).map_err(failed)?;
    Ok(copy)
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

/// The writer's end of the file.
struct Writer {
    path: PathBuf,
    file: File,
    length: u64,
}

impl Writer {
    fn run(&mut self, incoming: &mpsc::Receiver<String>, report: &watch::Sender<Progress>) {
        let mut durable = 0;
        while let Ok(first) = incoming.recv() {
            let lines: Vec<String> = std::iter::once(first).chain(incoming.try_iter()).collect();
            let mut bytes = lines.join("\n").into_bytes();
            bytes.push(b'\n');
            if let Err(error) = self.write(&bytes) {
                // Part of the batch may be in the file. More lines after it would make the file unreadable, so writing
                // ends.
                log(format_args!(
                    "the state file {} can no longer be written: {error}",
                    self.path.display()
                ));
                report.send_replace(Progress::Failed);
                return;
            }
            durable += lines.len() as u64;
            report.send_replace(Progress::Durable(durable));
        }
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.check()?;
        self.file.write_all(bytes)?;
        self.file.sync_data()?;
        self.length += bytes.len() as u64;
        self.check()
    }

    /// Checks that the file is still the one at the path, and as this process left it.
    fn check(&self) -> io::Result<()> {
        let metadata = self.file.metadata()?;
        if !is_at(&self.path, &metadata) {
            return Err(io::Error::other("it was deleted or replaced"));
        }
        if metadata.len() != self.length {
            return Err(io::Error::other("another process changed it"));
        }
        Ok(())
    }
}

/// Whether the path still leads to the open file.
#[cfg(unix)]
fn is_at(path: &Path, open: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata(path)
        .is_ok_and(|current| (current.dev(), current.ino()) == (open.dev(), open.ino()))
}

/// Whether the path still leads to a file: other systems keep an open file from being replaced.
#[cfg(not(unix))]
fn is_at(path: &Path, _open: &Metadata) -> bool {
    path.exists()
}
