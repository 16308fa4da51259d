//! Instructions and allocated bytes a call, client against floor, and the guard on both.
//!
//! Both sides run under valgrind, each twice with different numbers of calls: the difference has no start-up in it, and
//! the server is another process. Without valgrind there is nothing to measure, which is said.
//!
//! `cargo bench -p acs-chat-benches --bench instructions`

use std::{
    env,
    process::{Command, ExitCode},
};

use acs_chat_benches::{
    Failure,
    calls::{Calls, Side, TOKEN, Task},
    machine::{Server, quietly, runtime, serve_if_asked},
};

/// What valgrind counts: its options, and what its report has before the number.
type Count = (&'static str, &'static str);

const INSTRUCTIONS: Count = (
    "--tool=callgrind --callgrind-out-file=/dev/null",
    "Collected :",
);
const BYTES: Count = ("--tool=dhat --dhat-out-file=/dev/null", "Total:");

/// The argument by which this program makes calls to be counted.
const CALL: &str = "call";

/// What is counted, how many times in the longer run, and the largest ratio that is let pass.
const CASES: [(Task, usize, f64); 3] = [
    (Task::Get, 1_000, 1.06),
    (Task::Send, 1_000, 1.06),
    (Task::List { pages: 20 }, 3, 1.06),
];

/// A token that is longer than any that is issued: what a call allocates must not depend on it.
const LONG_TOKEN: usize = 20_000;

/// How many bytes a call with it may allocate more: the two runs read their answers in different pieces.
const SLACK: f64 = 200.0;

fn main() -> Result<ExitCode, Failure> {
    if serve_if_asked()? {
        return Ok(ExitCode::SUCCESS);
    }
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [command, endpoint, token, side, task, in_flight, times] = &arguments[..]
        && command == CALL
    {
        let calls = Calls::new(endpoint, token.parse()?)?;
        let (in_flight, times) = (in_flight.parse()?, times.parse()?);
        runtime()?.block_on(calls.run(side.parse()?, task.parse()?, in_flight, times))?;
        return Ok(ExitCode::SUCCESS);
    }
    if !quietly(Command::new("valgrind").arg("--version")) {
        println!("skipped: instructions are counted by valgrind, which is not there");
        return Ok(ExitCode::SUCCESS);
    }
    let server = Server::start()?;
    let kept = ratios(&server)? & allocations(&server)?;
    Ok(if kept {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Counts the instructions of each case; whether their ratios are within the limits.
fn ratios(server: &Server) -> Result<bool, Failure> {
    let mut kept = true;
    println!("instructions    client     floor      ratio");
    for (task, times, limit) in CASES {
        let each = |side| each(server, INSTRUCTIONS, side, TOKEN, task, times);
        let (client, floor) = (each(Side::Client)?, each(Side::Floor)?);
        let ratio = client / floor;
        println!("{task:<15} {client:<10.0} {floor:<10.0} {ratio:.3}");
        if ratio > limit {
            println!("that is more than {limit}: see docs/performance.md");
            kept = false;
        }
    }
    Ok(kept)
}

/// Counts what a call allocates; whether that is the same whatever the client holds.
fn allocations(server: &Server) -> Result<bool, Failure> {
    println!("\nbytes allocated client     floor");
    let mut client = [0.0; 2];
    for (token, client) in [TOKEN, LONG_TOKEN].into_iter().zip(&mut client) {
        let each = |side| each(server, BYTES, side, token, Task::Get, 500);
        *client = each(Side::Client)?;
        let floor = each(Side::Floor)?;
        println!("token of {token:<6} {client:<10.0} {floor:.0}");
    }
    let [short, long] = client;
    let kept = long - short < SLACK;
    if !kept {
        println!("a call of the client allocates more where its token is longer");
    }
    Ok(kept)
}

/// What doing the task once costs.
fn each(
    server: &Server,
    count: Count,
    side: Side,
    token: usize,
    task: Task,
    times: usize,
) -> Result<f64, Failure> {
    let few = times.div_ceil(5);
    let (few, many) = (few, few + times);
    let total = |times| total(server, count, side, token, task, times);
    Ok((total(many)? - total(few)?) / times as f64)
}

/// What a process costs that does the task so many times.
fn total(
    server: &Server,
    (options, before): Count,
    side: Side,
    token: usize,
    task: Task,
    times: usize,
) -> Result<f64, Failure> {
    let output = Command::new("valgrind")
        .args(options.split(' '))
        .arg(env::current_exe()?)
        .args([CALL, &server.endpoint, &token.to_string()])
        .args([side.to_string(), task.to_string()])
        .args(["1".to_owned(), times.to_string()])
        .output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("valgrind: {said}").into());
    }
    let number = said
        .lines()
        .find_map(|line| line.split_once(before))
        .and_then(|(_, told)| told.split_whitespace().next());
    let number = number.and_then(|number| number.replace(',', "").parse().ok());
    number.ok_or_else(|| format!("valgrind told no number: {said}").into())
}
