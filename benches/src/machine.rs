//! The server's process, and what keeps the machine from blurring the measurement.

use std::{
    env,
    io::{BufRead, BufReader, Write},
    process::{Child, Command, Stdio},
};

use crate::{Failure, server};

/// The argument by which a bench runs as the server.
const SERVE: &str = "serve";

/// A server in a process of its own, which ends with this value.
pub struct Server {
    process: Child,
    /// Where it listens, for example `http://127.0.0.1:4000`.
    pub endpoint: String,
}

impl Server {
    /// Starts this program once more, as the server.
    ///
    /// # Errors
    /// Where that process can't be started, or does not say where it listens.
    pub fn start() -> Result<Self, Failure> {
        let mut process = Command::new(env::current_exe()?)
            .arg(SERVE)
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        if let Some(output) = process.stdout.take() {
            BufReader::new(output).read_line(&mut line)?;
        }
        let server = Self {
            process,
            endpoint: line.trim().to_owned(),
        };
        match server.endpoint.is_empty() {
            true => Err("the server did not say where it listens".into()),
            false => Ok(server),
        }
    }

    /// The number of its process.
    pub fn process(&self) -> u32 {
        self.process.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Serves, if that is what this process was started for.
///
/// # Errors
/// Where it can't serve.
pub fn serve_if_asked() -> Result<bool, Failure> {
    if env::args().nth(1).as_deref() != Some(SERVE) {
        return Ok(false);
    }
    runtime()?.block_on(server::serve(|address| {
        println!("http://{address}");
        let _ = std::io::stdout().flush();
    }))?;
    Ok(true)
}

/// A runtime on this thread alone.
///
/// # Errors
/// Where the system has none to give.
pub fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    Ok(tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?)
}

/// Keeps a process on one core; false where the system has no `taskset` or no such core.
pub fn pin(process: u32, core: usize) -> bool {
    quietly(Command::new("taskset").args(["-cp", &core.to_string(), &process.to_string()]))
}

/// Lets this process open as many files as the system allows, and tells how many that are.
pub fn raise_file_limit() -> usize {
    let process = std::process::id().to_string();
    let (_, hardest) = file_limits().unwrap_or_default();
    let limit = format!("--nofile={hardest}:{hardest}");
    quietly(Command::new("prlimit").args(["--pid", &process, &limit]));
    file_limits().map_or(1024, |(limit, _)| limit)
}

/// How many files this process may open, and how many it may allow itself to.
fn file_limits() -> Option<(usize, usize)> {
    let limits = std::fs::read_to_string("/proc/self/limits").ok()?;
    let line = limits
        .lines()
        .find(|line| line.starts_with("Max open files"))?;
    let mut numbers = line.split_whitespace().filter_map(|word| word.parse().ok());
    Some((numbers.next()?, numbers.next()?))
}

/// Whether a command is there and does what it is told.
pub fn quietly(command: &mut Command) -> bool {
    let silenced = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    silenced.status().is_ok_and(|status| status.success())
}
