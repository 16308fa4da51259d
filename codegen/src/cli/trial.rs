//! Builds the crate from another document.
//!
//! A copy of the crate is kept below `target/try` and built with `ACS_CHAT_SPEC`: the next trial compiles only what
//! differs, and the generated code can be read there.

use std::error::Error;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use super::workspace::{self, Sources};
use crate::{Document, files, finished};

/// The parts of the crate to copy, where they are there: its sources, and the tests that work with any document.
const PARTS: [&str; 11] = [
    "Cargo.lock",
    "README.md",
    "build.rs",
    "codegen/Cargo.toml",
    "codegen/src",
    "docs",
    "spec/current.rs",
    "spec/current_events.rs",
    "src",
    "tests/support",
    TEST_FILE,
];
const TEST_FILE: &str = "tests/documented_examples.rs";
const TEST: &str = "documented_examples";

/// The document's path in the copy.
const SPEC: &str = "spec/tried.json";

/// Where the tests include the table of calls from.
const CALLS: &str = "codegen/tests/output/calls.rs";

/// The features that add generated code.
const FEATURES: &str = "httpmock,schemars";

/// A copy of the crate, locked against other trials.
pub struct Trial {
    root: PathBuf,
    /// That of the crate's own workspace, which has most dependencies built.
    target: PathBuf,
    _lock: File,
}

/// The result of a trial.
pub struct Outcome {
    /// A Markdown table of operations and results.
    pub table: String,
    /// The output of the tests.
    pub output: String,
    /// Whether the crate compiles and its tests pass.
    pub passed: bool,
}

impl Trial {
    /// Copies the crate, with `document` in place of its own. Waits while another trial runs.
    pub fn prepare(document: &Value) -> Result<Self, Box<dyn Error>> {
        let Sources { root: from, target } = Sources::find()?;
        let home = target.join("try");
        let root = home.join("crate");
        let failed = |path: &Path| {
            let path = files::shown(path);
            move |error: io::Error| format!("{path}: cannot be copied: {error}")
        };
        fs::create_dir_all(&root).map_err(failed(&root))?;
        // Cargo runs in that directory, so the path must not depend on this one.
        let root = fs::canonicalize(&root).map_err(failed(&root))?;
        let lock_path = home.join("lock");
        let lock = File::create(&lock_path).map_err(failed(&lock_path))?;
        lock.lock().map_err(failed(&lock_path))?;
        for part in PARTS.iter().filter(|part| from.join(part).exists()) {
            copy(&from.join(part), &root.join(part)).map_err(failed(&from.join(part)))?;
        }
        let path = from.join("Cargo.toml");
        let text = fs::read_to_string(&path).map_err(failed(&path))?;
        let text = manifest(&text, from.join("codegen").exists())
            .map_err(|why| format!("{}: {why}", files::shown(&path)))?;
        write(&root.join("Cargo.toml"), text.as_bytes()).map_err(failed(&path))?;
        let spec = root.join(SPEC);
        write(&spec, workspace::to_text(document).as_bytes()).map_err(failed(&spec))?;
        // What does not generate has no calls; the build reports why.
        let finished = Document::new(document.clone()).and_then(|document| finished(&document, ""));
        if let Ok(finished) = finished {
            let calls = root.join(CALLS);
            write(&calls, finished.calls.as_bytes()).map_err(failed(&calls))?;
        }
        Ok(Self {
            root,
            target,
            _lock: lock,
        })
    }

    /// Compiles the copy, and runs its unit tests and the test that replays the document's examples.
    pub fn run(&self) -> Result<Outcome, Box<dyn Error>> {
        let cargo = |more: &[&str]| {
            let mut command = Command::new(workspace::cargo());
            command
                .current_dir(&self.root)
                .args([
                    "test",
                    "--quiet",
                    "--lib",
                    "--test",
                    TEST,
                    "--features",
                    FEATURES,
                ])
                .arg("--target-dir")
                .arg(&self.target)
                .env("ACS_CHAT_SPEC", self.root.join(SPEC))
                .args(more);
            command
        };
        let failed = |error| format!("cargo cannot be run: {error}");
        let built = cargo(&["--no-run"])
            .stdout(Stdio::null())
            .status()
            .map_err(failed)?;
        if !built.success() {
            return Ok(Outcome {
                table: String::new(),
                output: "the crate does not compile with this document\n".to_owned(),
                passed: false,
            });
        }
        // One test at a time, so that no output interrupts the lines of the table.
        let ran = cargo(&["--no-fail-fast", "--", "--nocapture", "--test-threads=1"])
            .output()
            .map_err(failed)?;
        let output = [ran.stdout, ran.stderr].concat();
        let output = String::from_utf8_lossy(&output).into_owned();
        let rows = output.lines().filter(|line| line.starts_with('|'));
        Ok(Outcome {
            table: rows.map(|row| format!("{row}\n")).collect(),
            passed: ran.status.success(),
            output,
        })
    }
}

/// The manifest of the crate, without targets and dependencies that are not copied: a workspace of its own, with the
/// generator if that is beside it, which it is in the repository and not in the package of a registry.
fn manifest(text: &str, has_generator: bool) -> Result<String, String> {
    let mut manifest: toml::Table = text
        .parse()
        .map_err(|e| format!("is not a manifest: {e}"))?;
    for targets in ["bin", "example", "test", "bench"] {
        manifest.remove(targets);
    }
    let test = [("name", TEST), ("path", TEST_FILE)];
    let test = test.map(|(key, value)| (key.to_owned(), value.into()));
    let test = toml::Table::from_iter(test);
    manifest.insert("test".to_owned(), vec![test].into());
    let workspace = manifest
        .entry("workspace")
        .or_insert_with(|| toml::Table::new().into());
    if let Some(workspace) = workspace.as_table_mut() {
        let generator = has_generator.then(|| "codegen".to_owned());
        let members: Vec<_> = [".".to_owned()].into_iter().chain(generator).collect();
        workspace.insert("members".to_owned(), members.into());
    }
    let needed = manifest
        .get_mut("dev-dependencies")
        .and_then(toml::Value::as_table_mut);
    if let Some(needed) = needed {
        // The tests that are copied need no emulator, which the package of a registry names without a path.
        needed.retain(|name, dependency| {
            name != "acs-chat-emulator" && dependency.get("path").is_none()
        });
    }
    Ok(manifest.to_string())
}

/// Makes `to` equal to `from`, without touching files that are equal already.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if !from.is_dir() {
        return write(to, &fs::read(from)?);
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(to)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default();
        match (from.join(name).exists(), path.is_dir()) {
            (true, _) => {}
            (false, true) => fs::remove_dir_all(path)?,
            (false, false) => fs::remove_file(path)?,
        }
    }
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    if fs::read(path).is_ok_and(|old| old == content) {
        return Ok(());
    }
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory)?;
    }
    fs::write(path, content)
}
