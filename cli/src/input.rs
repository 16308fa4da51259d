//! Files that the command line names, of which one can be standard input.

use std::{
    fs,
    io::{self, Read},
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
};

use anyhow::{Context, Result};

use crate::failure::{Failure, Kind};

/// Reads a file, or standard input if it is called `-`, which only one argument can be.
pub fn read(file: &Path) -> Result<Vec<u8>> {
    static IS_READ: AtomicBool = AtomicBool::new(false);
    if file != Path::new("-") {
        return fs::read(file).with_context(|| cannot_read(&file.display().to_string()));
    }
    if IS_READ.swap(true, Ordering::Relaxed) {
        let text = "two arguments are to be read from standard input; give a file for one of them";
        return Err(Failure::new(Kind::Usage, text).into());
    }
    let mut bytes = Vec::new();
    let read = io::stdin().lock().read_to_end(&mut bytes);
    read.with_context(|| cannot_read("standard input"))?;
    Ok(bytes)
}

fn cannot_read(what: &str) -> Failure {
    Failure::new(Kind::Local, format!("cannot read {what}"))
}
