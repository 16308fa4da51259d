//! Where documents come from: `SOURCES.toml` beside them, with the files that each was imported from.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use toml::{Table, Value};

use crate::{SpecError, files};

const FILE: &str = "SOURCES.toml";

/// What the caller of an import knows of its source.
pub struct Origin<'a> {
    /// The address of the repository.
    pub source: Option<&'a str>,
    /// The commit of its files.
    pub commit: Option<&'a str>,
}

/// Notes in `SOURCES.toml` beside `document` which files it was imported from, by their paths below their common
/// directory.
pub fn record(document: &Path, read: &[PathBuf], origin: &Origin<'_>) -> Result<(), SpecError> {
    let path = beside(document);
    let mut table = match path.exists() {
        true => parse(&path)?,
        false => Table::new(),
    };
    let mut entry = Table::new();
    for (key, value) in [("source", origin.source), ("commit", origin.commit)] {
        if let Some(value) = value {
            entry.insert(key.to_owned(), value.into());
        }
    }
    let common = common(read);
    let mut hashes = Table::new();
    for file in read {
        let bytes = fs::read(file)
            .map_err(|e| SpecError::of_file(files::shown(file), format!("cannot be read: {e}")))?;
        let name = file.strip_prefix(&common).unwrap_or(file);
        let hash: String = Sha256::digest(&bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        hashes.insert(name.display().to_string(), hash.into());
    }
    entry.insert("sha256".to_owned(), hashes.into());
    table.insert(name(document), entry.into());
    fs::write(&path, table.to_string()).map_err(|e| error(&path, format!("cannot be written: {e}")))
}

/// What is wrong with the entry of `document`.
pub fn check(document: &Path) -> Result<Vec<SpecError>, SpecError> {
    let path = beside(document);
    let name = name(document);
    let import = "`import` writes it";
    if !path.exists() {
        return Ok(vec![error(&path, format!("is not there; {import}"))]);
    }
    let table = parse(&path)?;
    let Some(entry) = table.get(&name).and_then(Value::as_table) else {
        return Ok(vec![error(
            &path,
            format!("has no entry `{name}`; {import}"),
        )]);
    };
    let hashes = entry.get("sha256").and_then(Value::as_table);
    let Some(hashes) = hashes.filter(|hashes| !hashes.is_empty()) else {
        let what = format!("`{name}` has no `sha256` of its source files; {import}");
        return Ok(vec![error(&path, what)]);
    };
    let is_hash = |value: &Value| {
        let digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let text = value.as_str().unwrap_or_default();
        text.len() == 64 && text.bytes().all(digit)
    };
    let wrong = hashes.iter().filter(|(_, hash)| !is_hash(hash));
    let wrong = wrong.map(|(file, _)| error(&path, format!("`{name}`: no sha256 of `{file}`")));
    Ok(wrong.collect())
}

fn beside(document: &Path) -> PathBuf {
    document.with_file_name(FILE)
}

fn name(document: &Path) -> String {
    let stem = document.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

fn parse(path: &Path) -> Result<Table, SpecError> {
    let text = fs::read_to_string(path).map_err(|e| error(path, format!("cannot be read: {e}")))?;
    text.parse()
        .map_err(|e: toml::de::Error| error(path, format!("is not TOML: {}", e.message())))
}

fn error(path: &Path, what: String) -> SpecError {
    SpecError::of_file(files::shown(path), what)
}

/// The directory that all `paths` are below.
fn common(paths: &[PathBuf]) -> PathBuf {
    let mut common = paths
        .first()
        .and_then(|path| path.parent())
        .map(Path::to_owned);
    while let Some(directory) = &common {
        if paths.iter().all(|path| path.starts_with(directory)) {
            break;
        }
        common = directory.parent().map(Path::to_owned);
    }
    common.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOWHERE: Origin<'_> = Origin {
        source: None,
        commit: None,
    };

    /// A directory of its own for a test.
    fn scratch(test: &str) -> PathBuf {
        let directory = std::env::temp_dir().join(format!("{test}-{}", std::process::id()));
        fs::create_dir_all(directory.join("b")).expect("a directory");
        directory
    }

    #[test]
    fn what_is_recorded_passes_and_anything_less_is_named() {
        let directory = scratch("acs-chat-sources");
        let document = directory.join("1.json");
        let said = || check(&document).expect("readable").into_iter().next();
        let said = || said().map(|error| error.to_string()).unwrap_or_default();
        assert!(said().contains("SOURCES.toml: is not there"), "{}", said());

        let files = [directory.join("a.json"), directory.join("b/c.json")];
        for file in &files {
            fs::write(file, "abc").expect("written");
        }
        let origin = Origin {
            source: Some("https://example.com/specs"),
            commit: Some("0123abc"),
        };
        record(&document, &files, &origin).expect("recorded");
        assert_eq!(said(), "");
        let text = fs::read_to_string(directory.join(FILE)).expect("written");
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        for line in [
            r#"source = "https://example.com/specs""#.to_owned(),
            r#"commit = "0123abc""#.to_owned(),
            format!(r#""a.json" = "{hash}""#),
            format!(r#""b/c.json" = "{hash}""#),
        ] {
            assert!(text.lines().any(|found| found == line), "{line} in {text}");
        }

        // Another document keeps the entry of the first.
        record(&directory.join("2.json"), &files, &NOWHERE).expect("recorded");
        assert_eq!(said(), "");
        fs::write(directory.join(FILE), text.replace(hash, "ba78")).expect("written");
        assert!(said().contains("no sha256 of `a.json`"), "{}", said());
        fs::write(directory.join(FILE), "").expect("written");
        assert!(said().contains("has no entry `1`"), "{}", said());
        fs::write(directory.join(FILE), "[1]").expect("written");
        assert!(said().contains("has no `sha256`"), "{}", said());
        fs::remove_dir_all(&directory).expect("removed");
    }
}
