//! The crate, built from another document.
//!
//! A copy of the crate, with the other document in place of ours, lies in a folder of its own below `target/`, and
//! stays there: the next trial compiles only what differs, and who tries can look at what was generated.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::failure::Failure;
use crate::workspace;

/// What of the crate is copied: its sources, and the tests that hold any document against it.
const PARTS: [&str; 8] = [
    "Cargo.lock",
    "README.md",
    "codegen/Cargo.toml",
    "codegen/src",
    "docs",
    "src",
    "tests/support",
    TEST_FILE,
];
const TEST_FILE: &str = "tests/documented_examples.rs";
const TEST: &str = "documented_examples";

/// Where the document lies in the copy.
const SPEC: &str = "spec/tried.json";

/// The line of build.rs that names the document.
const NAMED: &str = "const SPEC: &str = ";

/// The features that add generated code.
const FEATURES: &str = "httpmock,schemars";

/// A copy of the crate that nobody else tries anything in.
pub struct Trial {
    root: PathBuf,
    _alone: File,
}

/// What came of a trial.
pub struct Outcome {
    /// A table in Markdown of operations and results.
    pub table: String,
    /// Everything that was said.
    pub output: String,
    /// Whether all was as the document says.
    pub is_right: bool,
}

impl Trial {
    /// Copies the crate, with `document` in place of its own.
    pub fn set_up(document: &Value) -> Result<Self, Failure> {
        let (from, home) = (workspace::root(), workspace::root().join("target/try"));
        let root = home.join("crate");
        let failed = |path: &Path| {
            let path = workspace::shown(path);
            move |error: io::Error| Failure::new(path, format!("cannot be copied: {error}"))
        };
        fs::create_dir_all(&root).map_err(failed(&root))?;
        // Cargo runs there, not here.
        let root = fs::canonicalize(&root).map_err(failed(&root))?;
        let lock = home.join("lock");
        let alone = File::create(&lock).map_err(failed(&lock))?;
        alone.lock().map_err(failed(&lock))?;
        for part in PARTS {
            copy(&from.join(part), &root.join(part)).map_err(failed(&from.join(part)))?;
        }
        for (name, change) in [
            ("Cargo.toml", manifest as fn(&str) -> Result<String, String>),
            ("build.rs", build_script),
        ] {
            let path = from.join(name);
            let text = fs::read_to_string(&path).map_err(failed(&path))?;
            let text = change(&text).map_err(|why| Failure::new(workspace::shown(&path), why))?;
            write(&root.join(name), text.as_bytes()).map_err(failed(&path))?;
        }
        let spec = root.join(SPEC);
        write(&spec, workspace::to_text(document).as_bytes()).map_err(failed(&spec))?;
        Ok(Self {
            root,
            _alone: alone,
        })
    }

    /// Compiles the copy, and runs its unit tests and the test that replays the document's examples.
    pub fn replay(&self) -> Result<Outcome, Failure> {
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
                .arg(self.root.with_file_name("build"))
                .args(more);
            command
        };
        let failed = |error| Failure::new("cargo", format!("cannot be run: {error}"));
        let built = cargo(&["--no-run"])
            .stdout(Stdio::null())
            .status()
            .map_err(failed)?;
        if !built.success() {
            return Ok(Outcome {
                table: String::new(),
                output: "the crate does not compile with this document\n".to_owned(),
                is_right: false,
            });
        }
        // One test at a time, so that nothing is written into the lines of the table.
        let ran = cargo(&["--no-fail-fast", "--", "--nocapture", "--test-threads=1"])
            .output()
            .map_err(failed)?;
        let output = [ran.stdout, ran.stderr].concat();
        let output = String::from_utf8_lossy(&output).into_owned();
        let rows = output.lines().filter(|line| line.starts_with('|'));
        Ok(Outcome {
            table: rows.map(|row| format!("{row}\n")).collect(),
            is_right: ran.status.success(),
            output,
        })
    }
}

/// The manifest of the crate alone, without the members of the workspace and what stands in files that are not copied.
fn manifest(text: &str) -> Result<String, String> {
    let mut manifest: toml::Table = text.parse().map_err(|e| format!("is no manifest: {e}"))?;
    for targets in ["example", "test", "bench"] {
        manifest.remove(targets);
    }
    let workspace = manifest
        .get_mut("workspace")
        .and_then(toml::Value::as_table_mut);
    let members = workspace.and_then(|workspace| workspace.get_mut("members"));
    if let Some(members) = members {
        *members = vec![".".to_owned(), "codegen".to_owned()].into();
    }
    let needed = manifest
        .get_mut("dev-dependencies")
        .and_then(toml::Value::as_table_mut);
    if let Some(needed) = needed {
        needed.retain(|_, dependency| dependency.get("path").is_none());
    }
    Ok(manifest.to_string())
}

/// The build script, with the line changed that names the document.
fn build_script(text: &str) -> Result<String, String> {
    let line = text.lines().find(|line| line.starts_with(NAMED));
    let line = line.ok_or_else(|| format!("should have a line `{NAMED}…`"))?;
    Ok(text.replacen(line, &format!("{NAMED}{SPEC:?};"), 1))
}

/// Makes `to` the same as `from`, and leaves alone what is the same already.
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
