//! The import of published Swagger. The input edits a published document.

#![no_main]

use std::{fs, path::Path, path::PathBuf};

use acs_chat_codegen::{Document, import};
use acs_chat_fuzz::edit::edit;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use tempfile::TempDir;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../xtask/tests/fixtures");
const BAKERY: &str = "Bakery/stable/2031-05-01/bakery.json";

thread_local! {
    static FIXTURE: (TempDir, Value) = {
        let directory = TempDir::new().expect("a directory");
        copy(Path::new(FIXTURES), directory.path()).expect("the fixtures");
        let text = fs::read_to_string(directory.path().join(BAKERY)).expect("a document");
        (directory, serde_json::from_str(&text).expect("JSON"))
    };
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (from, to): (PathBuf, PathBuf) =
            entry.map(|entry| (entry.path(), to.join(entry.file_name())))?;
        if from.is_dir() {
            copy(&from, &to)?
        } else {
            fs::copy(&from, &to).map(drop)?
        }
    }
    Ok(())
}

fuzz_target!(|data: &[u8]| FIXTURE.with(|(directory, original)| {
    let mut document = original.clone();
    edit(&mut document, data);
    let path = directory.path().join(BAKERY);
    fs::write(&path, document.to_string()).expect("the directory is there");
    let is_one_line = |line: &str| assert_eq!(line.lines().count(), 1, "{line:?}");
    match import::import(&path, None) {
        Ok(imported) => {
            imported
                .report
                .lines(&[])
                .iter()
                .for_each(|line| is_one_line(&line.to_string()));
            if let Err(error) = Document::new(imported.document) {
                is_one_line(&error.to_string());
            }
        }
        Err(error) => {
            assert!(error.file.is_some(), "{error}");
            is_one_line(&error.to_string());
        }
    }
}));
