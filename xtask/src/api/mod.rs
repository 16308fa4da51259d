//! `cargo xtask api`

mod listing;
mod pages;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use acs_chat_codegen::cli;

/// Write the public API to `api/`, a file for each package, so that a change of it is a diff in review.
///
/// Needs `rustup toolchain install nightly` and `cargo install cargo-public-api`.
#[derive(clap::Args)]
pub struct Args {
    /// Compare the names of all items and their members with the documentation that `cargo doc --all-features` wrote,
    /// which stable Rust can.
    #[arg(long)]
    check: bool,
}

/// Writes the files, or compares them; 1 if they differ.
pub fn run(args: &Args) -> Result<ExitCode, Box<dyn Error>> {
    if !args.check {
        write()?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut code = ExitCode::SUCCESS;
    for file in files()? {
        let package = package(&file);
        let listing = fs::read_to_string(&file)?;
        let name = package.replace('-', "_");
        let doc = target().join("doc").join(&name);
        let listed = listing::names(&listing, &name);
        for difference in differences(&listed, &pages::names(&doc)?) {
            println!("{package}: {difference}");
            code = ExitCode::FAILURE;
        }
    }
    if code != ExitCode::SUCCESS {
        println!("`cargo xtask api` writes api/; review the diff, and note it in CHANGELOG.md");
    }
    Ok(code)
}

/// Writes the files.
pub fn write() -> Result<(), Box<dyn Error>> {
    for file in files()? {
        fs::write(&file, listed(&package(&file))?)?;
    }
    Ok(())
}

fn package(file: &Path) -> Cow<'_, str> {
    file.file_stem().unwrap_or_default().to_string_lossy()
}

/// The files of `api/`: each is named after its package.
pub fn files() -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let directory = cli::root().join("api");
    let mut files = Vec::new();
    for entry in fs::read_dir(&directory).map_err(|e| format!("{}: {e}", directory.display()))? {
        files.push(entry?.path());
    }
    files.sort();
    Ok(files)
}

/// The public API of a package, without blanket and auto trait implementations.
fn listed(package: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let output = Command::new("cargo")
        .current_dir(cli::root())
        // A toolchain is chosen by rustup, which the cargo that runs this is past.
        .env_remove("CARGO")
        .env_remove("RUSTUP_TOOLCHAIN")
        .args(["+nightly", "public-api", "--package", package])
        .args(["--all-features", "-ss"])
        .output()
        .map_err(|e| format!("cargo cannot be run: {e}"))?;
    if !output.status.success() {
        let reason = String::from_utf8_lossy(&output.stderr);
        return Err(format!("`cargo +nightly public-api` fails: {reason}").into());
    }
    Ok(output.stdout)
}

/// The directory that cargo builds in.
fn target() -> PathBuf {
    let given = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    given.unwrap_or_else(|| cli::root().join("target"))
}

fn differences(listed: &BTreeSet<String>, documented: &BTreeSet<String>) -> Vec<String> {
    let gone = listed.difference(documented);
    let gone = gone.map(|name| format!("`{name}` is gone"));
    let new = documented.difference(listed);
    let new = new.map(|name| format!("`{name}` is new"));
    gone.chain(new).collect()
}
