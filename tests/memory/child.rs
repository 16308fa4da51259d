//! Processes whose memory is measured.

use std::{
    env, fs,
    process::{Command, Stdio},
};

/// By how much the peak may grow, in KiB.
pub const GROWTH: u64 = 8 << 10;

/// Names the endpoint to a process that is measured.
const ENDPOINT: &str = "ACS_CHAT_TEST_MEMORY";

/// The endpoint, if this process is one that is measured.
pub fn endpoint() -> Option<String> {
    env::var(ENDPOINT).ok()
}

/// The largest resident size that this process has had, in KiB. `None` where the system does not tell.
pub fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

/// Prints what a measured process did, and its peak.
pub fn report(done: usize) {
    println!("done {done} {}", peak().expect("a peak"));
}

/// Runs a test of this program in a process of its own; returns what it did, and its peak in KiB.
pub fn measure(test: &str, endpoint: &str) -> (usize, u64) {
    let output = Command::new(env::current_exe().expect("this test"))
        .args([test, "--exact", "--nocapture"])
        .env(ENDPOINT, endpoint)
        .stderr(Stdio::inherit())
        .output()
        .expect("a process");
    let said = String::from_utf8_lossy(&output.stdout);
    let line = said.lines().find_map(|line| line.split_once("done "));
    let (_, line) = line.unwrap_or_else(|| panic!("{test}: {said}"));
    let (done, peak) = line.split_once(' ').expect("two numbers");
    let number = |text: &str| text.trim().parse().expect("a number");
    (number(done) as usize, number(peak))
}
