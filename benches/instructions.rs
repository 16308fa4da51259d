//! Instructions and allocated bytes per call, client against both floors, and the limits on them.
//!
//! Every side runs under valgrind, twice with different numbers of calls: the difference has no start-up in it, and the
//! server is another process. Without valgrind the bench counts nothing, and says so.
//!
//! `cargo bench -p acs-chat-benches --bench instructions`; `-- --smoke` counts only what has a limit.

use std::{env, ops, process::ExitCode};

use acs_chat_benches::{
    BoxError,
    calls::{Calls, TOKEN},
    goals::{CALL_INSTRUCTIONS, LIST_INSTRUCTIONS, LONG_TOKEN_BYTES},
    is_smoke,
    machine::{Server, runtime, serve_if_asked},
    task::{Side, Task},
    valgrind::{self, Instructions},
};

/// The argument by which this program makes the calls to be counted.
const CALL: &str = "call";

/// What is counted, how many times in the longer run, and the ratio to keep.
const CASES: [(Task, usize, f64); 3] = [
    (Task::Get, 1_000, CALL_INSTRUCTIONS),
    (Task::Send, 1_000, CALL_INSTRUCTIONS),
    (Task::List { pages: 20 }, 3, LIST_INSTRUCTIONS),
];

/// A token longer than any that the service issues: what a call allocates must not depend on it.
const LONG_TOKEN: usize = 20_000;

fn main() -> Result<ExitCode, BoxError> {
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
    let server = Server::start()?;
    print_future_sizes(&server)?;
    if !valgrind::is_installed() {
        println!("skipped: valgrind, which counts the instructions, is not installed");
        return Ok(ExitCode::SUCCESS);
    }
    let passed = check_instructions(&server)? & check_allocations(&server)?;
    Ok(if passed {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Prints the size of the future of each call.
fn print_future_sizes(server: &Server) -> Result<(), BoxError> {
    let calls = Calls::new(&server.endpoint, TOKEN)?;
    println!("task     side    bytes of the future");
    for task in [Task::Get, Task::Send, Task::List { pages: 1 }] {
        for side in [Side::Client, Side::Floor, Side::Barest] {
            println!("{task:<8} {side:<7} {}", calls.future_size(side, task)?);
        }
    }
    Ok(())
}

/// Counts the instructions of each case; whether their ratios are within the limits.
fn check_instructions(server: &Server) -> Result<bool, BoxError> {
    let mut passed = true;
    println!("\ntask     side    instructions  in memcpy, memmove  client/side  limit");
    for (task, times, limit) in CASES {
        let count = |side| {
            let total = |times| valgrind::instructions(&command(server, side, TOKEN, task, times)?);
            per_call(total, times)
        };
        let (client, floor) = (count(Side::Client)?, count(Side::Floor)?);
        let ratio = client.total / floor.total;
        println!("{task:<8} {}", row(Side::Client, client));
        let floor = row(Side::Floor, floor);
        println!("{task:<8} {floor} {ratio:<12.3} ≤ {limit}");
        if !is_smoke() {
            let barest = count(Side::Barest)?;
            let ratio = client.total / barest.total;
            println!("{task:<8} {} {ratio:.3}", row(Side::Barest, barest));
        }
        if ratio > limit {
            println!(
                "{ratio:.3} of the floor exceeds the limit of {limit}: see docs/performance.md"
            );
            passed = false;
        }
    }
    Ok(passed)
}

fn row(side: Side, Instructions { total, copying }: Instructions) -> String {
    let copying = format!("{copying:.0} ({:.1} %)", 100.0 * copying / total);
    format!("{side:<7} {total:<13.0} {copying:<19}")
}

/// Counts what a get allocates; whether the client allocates the same where its token is longer.
fn check_allocations(server: &Server) -> Result<bool, BoxError> {
    println!("\nside    token length  bytes allocated");
    let count = |side, token| {
        let total =
            |times| valgrind::allocated_bytes(&command(server, side, token, Task::Get, times)?);
        let bytes = per_call(total, 500)?;
        println!("{side:<7} {token:<13} {bytes:.0}");
        Ok::<_, BoxError>(bytes)
    };
    let more = count(Side::Client, LONG_TOKEN)? - count(Side::Client, TOKEN)?;
    if !is_smoke() {
        for side in [Side::Floor, Side::Barest] {
            count(side, LONG_TOKEN)?;
            count(side, TOKEN)?;
        }
    }
    let passed = more < LONG_TOKEN_BYTES;
    if !passed {
        println!("a call of the client allocates more where its token is longer");
    }
    Ok(passed)
}

/// The cost of a call, from the costs of a shorter and a longer run.
fn per_call<T>(total: impl Fn(usize) -> Result<T, BoxError>, times: usize) -> Result<T, BoxError>
where
    T: ops::Sub<Output = T> + ops::Div<f64, Output = T>,
{
    let few = times.div_ceil(5);
    Ok((total(few + times)? - total(few)?) / times as f64)
}

/// This program, which does the task so many times, one call after the other.
fn command(
    server: &Server,
    side: Side,
    token: usize,
    task: Task,
    times: usize,
) -> Result<Vec<String>, BoxError> {
    let program = env::current_exe()?.into_os_string().into_string();
    let program = program.map_err(|path| format!("the path {path:?} is not UTF-8"))?;
    let in_flight = 1;
    Ok(vec![
        program,
        CALL.to_owned(),
        server.endpoint.clone(),
        token.to_string(),
        side.to_string(),
        task.to_string(),
        in_flight.to_string(),
        times.to_string(),
    ])
}
