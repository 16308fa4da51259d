//! A file that grows page by page, and the place to go on from beside it.

use std::{
    collections::HashSet,
    fs::{self, File, OpenOptions, TryLockError},
    io::{BufRead, BufReader, ErrorKind, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use acs_chat::{Continuation, types::ChatMessage};
use anyhow::{Context, Error, Result};
use serde::{Deserialize, Serialize};

use crate::{
    failure::{Failure, Kind},
    store,
};

/// The file of an export.
pub struct History {
    path: PathBuf,
    file: File,
    /// The ids of the messages in the file.
    ids: HashSet<String>,
    pub place: Place,
}

/// How far the file is. It is stored after the file is, so what the file has more is cut off.
#[derive(Debug, Serialize, Deserialize)]
pub struct Place {
    thread: String,
    /// The length of the file.
    bytes: u64,
    /// Where the list continues; its beginning if there is none.
    pub rest: Option<Continuation>,
    /// The version of the first message of the list.
    pub newest: Option<String>,
    /// Whether the list was read to its end.
    pub is_read: bool,
}

/// Reads no more of a line than this.
#[derive(Deserialize)]
struct Exported {
    id: String,
}

impl History {
    /// Opens a file where its export stopped, or creates it.
    pub fn open(path: &Path, thread: &str) -> Result<Self> {
        let place = match fs::read_to_string(beside(path)) {
            Ok(text) => Some(serde_json::from_str(&text).with_context(|| {
                let text = format!("{} cannot be used", beside(path).display());
                Failure::new(Kind::Usage, text)
            })?),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(cannot("read", &beside(path), error)),
        };
        let place: Place = match place {
            Some(place) => place,
            None => begin(path, thread)?,
        };
        if place.thread != thread {
            let text = format!("{} is of another thread: {}", path.display(), place.thread);
            return Err(Failure::new(Kind::Usage, text).into());
        }
        // Killed before it had any, there may be no file.
        let mut options = OpenOptions::new();
        let options = options.read(true).write(true).create(place.bytes == 0);
        let mut file = options
            .open(path)
            .map_err(|error| cannot("open", path, error))?;
        lock(&file, path)?;
        let ids = ids(&mut file, &place, path)?;
        Ok(Self {
            path: path.to_owned(),
            file,
            ids,
            place,
        })
    }

    /// Returns the number of messages in the file.
    pub fn len(&self) -> u64 {
        self.ids.len() as u64
    }

    /// Appends the messages that the file does not have.
    pub fn append(&mut self, messages: &[ChatMessage]) -> Result<()> {
        let mut lines = String::new();
        for message in messages {
            if self.ids.insert(message.id.clone()) {
                lines.push_str(&serde_json::to_string(message)?);
                lines.push('\n');
            }
        }
        let written = self.file.write_all(lines.as_bytes());
        written.map_err(|error| cannot("write", &self.path, error))?;
        self.place.bytes += lines.len() as u64;
        Ok(())
    }

    /// Stores the place after the messages.
    pub fn store(&mut self) -> Result<()> {
        self.sync()?;
        put(&self.path, &self.place)
    }

    /// Ends the export.
    pub fn complete(self) -> Result<()> {
        self.sync()?;
        let place = beside(&self.path);
        fs::remove_file(&place).map_err(|error| cannot("remove", &place, error))
    }

    fn sync(&self) -> Result<()> {
        let synced = self.file.sync_data();
        synced.map_err(|error| cannot("write", &self.path, error))
    }
}

/// The place of a new export. It is stored first: a file without one is complete, or something else.
fn begin(path: &Path, thread: &str) -> Result<Place> {
    if path.exists() {
        let text = format!(
            "{} exists, and is not an export that could go on; name another file",
            path.display()
        );
        return Err(Failure::new(Kind::Usage, text).into());
    }
    let place = Place {
        thread: thread.to_owned(),
        bytes: 0,
        rest: None,
        newest: None,
        is_read: false,
    };
    put(path, &place)?;
    Ok(place)
}

fn put(path: &Path, place: &Place) -> Result<()> {
    store::replace(&beside(path), &serde_json::to_string(place)?)
}

fn lock(file: &File, path: &Path) -> Result<()> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => {
            let text = format!("another export writes {}", path.display());
            Err(Failure::new(Kind::Local, text).into())
        }
        Err(TryLockError::Error(error)) => Err(cannot("lock", path, error)),
    }
}

/// The ids of the messages in the file up to the place; the rest of it is cut off.
fn ids(file: &mut File, place: &Place, path: &Path) -> Result<HashSet<String>> {
    let read = |error| cannot("read", path, error);
    let damaged = || {
        let text = format!("{} is not what the export has written", path.display());
        Failure::new(Kind::Usage, text)
    };
    let length = file.metadata().map_err(read)?.len();
    if length < place.bytes {
        return Err(damaged().into());
    }
    file.set_len(place.bytes).map_err(read)?;
    let lines = BufReader::new(&*file).lines().map(|line| {
        let exported: Exported =
            serde_json::from_str(&line.map_err(read)?).with_context(damaged)?;
        Ok(exported.id)
    });
    let ids = lines.collect::<Result<_>>()?;
    file.seek(SeekFrom::End(0)).map_err(read)?;
    Ok(ids)
}

/// The file with the place.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".next");
    name.into()
}

fn cannot(what: &str, path: &Path, error: std::io::Error) -> Error {
    let text = format!("cannot {what} {}", path.display());
    Error::new(error).context(Failure::new(Kind::Local, text))
}
