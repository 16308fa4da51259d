//! Runs the command, and copies the fixtures for tests to change.
#![allow(dead_code, reason = "each test file uses the part it needs")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use serde_json::Value;
use tempfile::TempDir;

/// The output of a run of the command.
pub struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    /// The standard output as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).expect("JSON on standard output")
    }

    /// Asserts that the input was refused in one line that contains each of `parts`.
    pub fn assert_refused(&self, parts: &[&str]) {
        assert_eq!(self.status, 2, "{}", self.stderr);
        assert_eq!(self.stderr.lines().count(), 1, "{}", self.stderr);
        assert_eq!(self.stdout, "");
        for part in parts {
            assert!(self.stderr.contains(part), "{part} in {}", self.stderr);
        }
    }
}

/// Runs `cargo xtask spec` with `args`, in this package's directory.
pub fn spec<A: AsRef<std::ffi::OsStr>>(args: impl IntoIterator<Item = A>) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .arg("spec")
        .args(args)
        .output()
        .expect("the command runs");
    Run {
        status: output.status.code().expect("an exit status"),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// The bakery's document among the fixtures.
pub const BAKERY: &str = "tests/fixtures/Bakery/stable/2031-05-01/bakery.json";

/// The bakery's document as imported, once per program.
pub fn bakery() -> Value {
    static IMPORTED: LazyLock<Value> =
        LazyLock::new(|| spec(["import", BAKERY, "--out", "-"]).json());
    IMPORTED.clone()
}

/// A copy of the fixtures that a test may change.
pub struct Scratch {
    directory: TempDir,
}

impl Scratch {
    pub fn new() -> Self {
        let directory = TempDir::new().expect("a scratch directory");
        copy(Path::new("tests/fixtures"), directory.path());
        Self { directory }
    }

    /// The path of `file` in the copy.
    pub fn path(&self, file: &str) -> PathBuf {
        self.directory.path().join(file)
    }

    pub fn bakery(&self) -> PathBuf {
        self.path("Bakery/stable/2031-05-01/bakery.json")
    }

    /// Changes the JSON of `file`.
    pub fn edit(&self, file: &str, change: impl FnOnce(&mut Value)) {
        let path = self.path(file);
        let text = fs::read_to_string(&path).expect("the file");
        let mut value = serde_json::from_str(&text).expect("JSON");
        change(&mut value);
        self.write(file, &value.to_string());
    }

    /// Changes the bakery's document.
    pub fn edit_bakery(&self, change: impl FnOnce(&mut Value)) {
        self.edit("Bakery/stable/2031-05-01/bakery.json", change);
    }

    pub fn write(&self, file: &str, text: &str) {
        fs::write(self.path(file), text).expect("written");
    }

    /// Imports the bakery's document to standard output.
    pub fn import(&self) -> Run {
        self.import_with(&[])
    }

    pub fn import_with(&self, args: &[&str]) -> Run {
        let path = self.bakery();
        let path = path.to_str().expect("UTF-8");
        spec([&["import", path, "--out", "-"], args].concat())
    }
}

/// Copies a directory with everything in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("made");
    for entry in fs::read_dir(from).expect("listed") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

/// The value at `pointer`, which must be there.
pub fn at<'v>(value: &'v Value, pointer: &str) -> &'v Value {
    value
        .pointer(pointer)
        .unwrap_or_else(|| panic!("nothing at {pointer}"))
}

/// The same, to be changed.
pub fn at_mut<'v>(value: &'v mut Value, pointer: &str) -> &'v mut Value {
    value
        .pointer_mut(pointer)
        .unwrap_or_else(|| panic!("nothing at {pointer}"))
}

/// The published file `file`, of the fixtures or `../shared/upstream`; prints that the test is skipped if it is in
/// neither.
pub fn published(file: &str) -> Option<PathBuf> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    for directory in ["tests/published", "../../shared/upstream"] {
        let path = package.join(directory).join(file);
        if path.exists() {
            return Some(path);
        }
    }
    println!("skipped: ../shared/upstream/{file} is not there");
    None
}

/// The keys of an object, in its order.
pub fn keys(value: &Value) -> Vec<&str> {
    let object = value.as_object().expect("an object");
    object.keys().map(String::as_str).collect()
}
