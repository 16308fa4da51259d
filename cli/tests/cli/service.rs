//! An emulator, and the program run as one of its users.

use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

use acs_chat::{ChatClient, ChatThread};
use acs_chat_emulator::{Emulator, EmulatorBuilder};
use serde_json::Value;
use tokio::runtime::Runtime;

/// A running service.
pub struct Service {
    pub emulator: Emulator,
    runtime: Runtime,
}

/// How the program ended, and what it wrote.
#[derive(Debug)]
pub struct Ended {
    pub status: i32,
    pub out: String,
    pub error: String,
}

impl Service {
    pub fn start() -> Self {
        Self::with(|builder| builder)
    }

    pub fn with(set: impl FnOnce(EmulatorBuilder) -> EmulatorBuilder) -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let emulator = runtime.block_on(set(Emulator::builder()).start());
        let emulator = emulator.expect("an emulator");
        Self { emulator, runtime }
    }

    /// A client of a user.
    pub fn client(&self, user: &str) -> ChatClient {
        let client = ChatClient::builder(self.emulator.url());
        let client = client.credential(self.emulator.token(user)).build();
        client.expect("a client")
    }

    /// A thread of Alice and Bob, as Alice.
    pub fn thread(&self) -> ChatThread {
        let bob = [self.emulator.user_id("bob")];
        let created = self.wait(async { self.client("alice").create_thread("Lunch", bob).await });
        created.expect("a thread").0
    }

    /// Waits for a future.
    pub fn wait<F: Future>(&self, future: F) -> F::Output {
        self.runtime.block_on(future)
    }

    /// The program as Alice.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = program(arguments);
        command.env("ACS_ENDPOINT", self.emulator.url());
        command.env("ACS_TOKEN", self.emulator.token("alice"));
        command
    }

    /// Runs the program as Alice.
    pub fn run(&self, arguments: &[&str]) -> Ended {
        run(&mut self.command(arguments), "")
    }
}

/// The program, with nothing of this process's environment.
pub fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_acs-chat"));
    command.env_clear().args(arguments);
    command
}

/// Runs a command with this standard input.
pub fn run(command: &mut Command, input: &str) -> Ended {
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("started");
    let mut stdin = child.stdin.take().expect("standard input");
    // It may end without reading.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    child.wait_with_output().expect("ended").into()
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).expect("text"),
            error: String::from_utf8(output.stderr).expect("text"),
        }
    }
}

impl Ended {
    /// The lines of JSON of a success.
    #[track_caller]
    pub fn lines(&self) -> Vec<Value> {
        assert_eq!((self.status, self.error.as_str()), (0, ""));
        let lines = self.out.lines();
        lines
            .map(|line| serde_json::from_str(line).expect(line))
            .collect()
    }
}
