//! The emulator's binary, run.

#![allow(dead_code, reason = "every test file uses a part of it")]

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Output, Stdio};

pub const BINARY: &str = env!("CARGO_BIN_EXE_acs-chat-emulator");

/// A running `acs-chat-emulator serve`, killed when dropped.
pub struct Server {
    pub child: Child,
    pub url: String,
}

pub fn serve(arguments: &[&str]) -> Server {
    let mut command = Command::new(BINARY);
    command.args(["serve", "--print-url"]).args(arguments);
    start(command)
}

/// Starts a command that ends up as a serving emulator, and waits for its address.
pub fn start(mut command: Command) -> Server {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut url = String::new();
    BufReader::new(child.stdout.as_mut().unwrap())
        .read_line(&mut url)
        .unwrap();
    if url.is_empty() {
        let output = child.wait_with_output().unwrap();
        panic!(
            "the emulator did not start: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Server {
        child,
        url: url.trim_end().to_owned(),
    }
}

pub fn run(arguments: &[&str]) -> Output {
    Command::new(BINARY).args(arguments).output().unwrap()
}

pub fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

impl Server {
    /// Ends the process as a power switch would, and waits until it is gone.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// What the process said after it had ended.
    pub fn errors(&mut self) -> String {
        let mut errors = String::new();
        self.child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut errors)
            .unwrap();
        errors
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
