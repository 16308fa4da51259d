//! The server's process, and what keeps the machine from blurring the measurement.

use std::{
    env,
    io::{BufRead, BufReader, Write},
    process::{Child, Command, Stdio},
};

use crate::{BoxError, server};

/// The argument that makes a bench run as the server.
const SERVE: &str = "serve";

/// A server in a process of its own, which is killed on drop.
pub struct Server {
    process: Child,
    /// Its base URL, such as `http://127.0.0.1:4000`.
    pub endpoint: String,
}

impl Server {
    /// Starts this program once more, as the server.
    ///
    /// # Errors
    /// The process can't be started, or does not print its endpoint.
    pub fn start() -> Result<Self, BoxError> {
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
            true => Err("the server printed no endpoint".into()),
            false => Ok(server),
        }
    }

    /// Its process id.
    pub fn process_id(&self) -> u32 {
        self.process.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Serves, if this process was started for that; whether it was.
///
/// # Errors
/// Those of [`server::serve`].
pub fn serve_if_asked() -> Result<bool, BoxError> {
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
/// The system has no resources for it.
pub fn runtime() -> Result<tokio::runtime::Runtime, BoxError> {
    Ok(tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?)
}

/// Pins a process to one core; false where the system has no `taskset` or no such core.
pub fn pin(process: u32, core: usize) -> bool {
    succeeds(Command::new("taskset").args(["-cp", &core.to_string(), &process.to_string()]))
}

/// Raises the number of files that this process may open as far as the system allows, and returns it.
pub fn raise_file_limit() -> usize {
    let process = std::process::id().to_string();
    let (_, hard) = file_limits().unwrap_or_default();
    let limit = format!("--nofile={hard}:{hard}");
    succeeds(Command::new("prlimit").args(["--pid", &process, &limit]));
    file_limits().map_or(1024, |(limit, _)| limit)
}

/// The soft and the hard limit on the files that this process may open.
fn file_limits() -> Option<(usize, usize)> {
    let limits = std::fs::read_to_string("/proc/self/limits").ok()?;
    let line = limits
        .lines()
        .find(|line| line.starts_with("Max open files"))?;
    let mut numbers = line.split_whitespace().filter_map(|word| word.parse().ok());
    Some((numbers.next()?, numbers.next()?))
}

/// Whether a command runs and succeeds; its output is dropped.
pub fn succeeds(command: &mut Command) -> bool {
    let silenced = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    silenced.status().is_ok_and(|status| status.success())
}
