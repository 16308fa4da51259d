//! Small files that are replaced as a whole.

use std::{io::Write, path::Path};

use anyhow::{Context, Result};
use tempfile::NamedTempFile;

/// Replaces a file, which has either the old text or the new one whenever the process is killed.
pub fn replace(file: &Path, text: &str) -> Result<()> {
    let directory = file
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    let write = || {
        let mut new = NamedTempFile::new_in(directory.unwrap_or(Path::new(".")))?;
        writeln!(new, "{text}")?;
        new.as_file().sync_all()?;
        new.persist(file).map(drop).map_err(|error| error.error)
    };
    write().with_context(|| format!("cannot write {}", file.display()))
}
