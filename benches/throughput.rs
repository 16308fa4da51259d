//! Calls per second, client against floor: each round has a turn of every side, and the ratios of the turns count.
//!
//! `cargo bench -p acs-chat-benches --bench throughput`; `-- --smoke` runs every case once, and names of tasks, such as
//! `-- get list-500`, run these alone.

use std::time::Instant;

use acs_chat_benches::{
    BoxError,
    calls::{Calls, PAGE, TOKEN},
    goals::{BAREST_RATE, CALL_RATE, LIST_RATE, SLOW_LIST_RATE},
    is_smoke,
    machine::{Server, pin, raise_file_limit, runtime, serve_if_asked},
    spread::Spread,
    task::{Side, Task},
};

/// Something to measure.
struct Case {
    task: Task,
    in_flight: usize,
    /// How many times a turn does the task.
    times: usize,
    rounds: usize,
    /// What the client is compared with, each with the smallest ratio of rates that it should reach.
    against: Vec<(Side, Option<f64>)>,
}

fn main() -> Result<(), BoxError> {
    if serve_if_asked()? {
        return Ok(());
    }
    let files = raise_file_limit();
    let server = Server::start()?;
    if !(pin(std::process::id(), 0) && pin(server.process_id(), 1)) {
        println!("the processes could not be pinned to a core each: expect a wider spread");
    }
    let smoke = is_smoke();
    println!(
        "ratios: median (quartiles) of the rounds' ratios, client / other side; rates are medians"
    );
    println!(
        "task            in flight  against        ratio of rates           goal    ratio of CPU time        \
         client/s   other/s"
    );
    runtime()?.block_on(async {
        let calls = Calls::new(&server.endpoint, TOKEN)?;
        let wanted: Vec<String> = std::env::args()
            .skip(1)
            .filter(|name| !name.starts_with('-'))
            .collect();
        for case in cases(smoke) {
            if wanted.is_empty() || wanted.contains(&case.task.to_string()) {
                case.measure(&calls).await?;
            }
        }
        if !wanted.is_empty() {
            return Ok(());
        }
        println!("\ncost of a call by calls in flight, on connections that both sides share");
        let calls = Calls::sharing_connections(&server.endpoint)?;
        for in_flight in [1, 10, 100, 1_000, 10_000] {
            if in_flight + 100 > files {
                println!(
                    "{in_flight} in flight: skipped, this process may open only {files} files"
                );
                continue;
            }
            let times = if smoke {
                in_flight
            } else {
                in_flight.max(10_000)
            };
            let case = Case {
                task: Task::Get,
                in_flight,
                times,
                rounds: if smoke { 1 } else { 9 },
                against: vec![(Side::Floor, None)],
            };
            case.measure(&calls).await?;
        }
        Ok(())
    })
}

fn cases(smoke: bool) -> Vec<Case> {
    let pages = if smoke { 2 } else { 100_000 / PAGE };
    let few = if smoke { 1 } else { 10 };
    // A single short turn says nothing about a goal.
    let goal = |goal: f64| (!smoke).then_some(goal);
    let floor = |goal| vec![(Side::Floor, goal)];
    let floors = || {
        vec![
            (Side::Floor, goal(CALL_RATE)),
            (Side::FloorWithHeaders, goal(CALL_RATE)),
            (Side::Barest, goal(BAREST_RATE)),
            (Side::BarestWithHeaders, goal(BAREST_RATE)),
        ]
    };
    let (list, slow_list) = (goal(LIST_RATE), goal(SLOW_LIST_RATE));
    // Short turns and many: other load on the machine then falls on all sides alike.
    let all = [
        (Task::Get, 1, 500, 101, floor(None)),
        (Task::Get, 64, 2_000, 201, floors()),
        (Task::Send, 1, 500, 101, floor(None)),
        (Task::Send, 64, 2_000, 201, floors()),
        (Task::List { pages }, 1, 1, 25, floor(list)),
        (Task::List { pages: few }, 64, 64, 25, floor(list)),
        (Task::SlowList { pages: few }, 1, 1, 25, floor(slow_list)),
    ];
    let case = |(task, in_flight, times, rounds, against)| Case {
        task,
        in_flight,
        times: if smoke { in_flight } else { times },
        rounds: if smoke { 1 } else { rounds },
        against,
    };
    all.map(case).into()
}

impl Case {
    async fn measure(&self, calls: &Calls) -> Result<(), BoxError> {
        let mut sides = vec![Side::Client];
        sides.extend(self.against.iter().map(|(side, _)| *side));
        for side in &sides {
            // Opens the connections and pages the code in.
            calls
                .run(*side, self.task, self.in_flight, self.in_flight)
                .await?;
        }
        // The turns of each side, round by round.
        let mut turns = vec![Vec::with_capacity(self.rounds); sides.len()];
        for round in 0..self.rounds {
            // Every side begins as often as the others, so that a drift of the machine favours none.
            for turn in 0..sides.len() {
                let index = (round + turn) % sides.len();
                turns[index].push(self.turn(calls, sides[index]).await?);
            }
        }
        let (client, others) = turns.split_at(1);
        for ((side, goal), other) in self.against.iter().zip(others) {
            self.print(*side, *goal, &client[0], other);
        }
        Ok(())
    }

    fn print(&self, side: Side, goal: Option<f64>, client: &[Turn], other: &[Turn]) {
        let ratio = |seconds: fn(&Turn) -> f64| {
            let ratios = client.iter().zip(other);
            Spread::of(
                ratios
                    .map(|(client, other)| seconds(other) / seconds(client))
                    .collect(),
            )
        };
        let rate = |turns: &[Turn]| {
            let rates = turns.iter().map(|turn| self.times as f64 / turn.wall);
            Spread::of(rates.collect()).median
        };
        println!(
            "{:<15} {:<10} {side:<14} {:<24} {:<7} {:<24} {:<10.0} {:.0}",
            self.task,
            self.in_flight,
            ratio(|turn| turn.wall).to_string(),
            goal.map_or(String::new(), |goal| format!("≥ {goal}")),
            ratio(|turn| turn.cpu).to_string(),
            rate(client),
            rate(other),
        );
    }

    async fn turn(&self, calls: &Calls, side: Side) -> Result<Turn, BoxError> {
        let (start, cpu) = (Instant::now(), cpu_seconds());
        calls
            .run(side, self.task, self.in_flight, self.times)
            .await?;
        Ok(Turn {
            wall: start.elapsed().as_secs_f64(),
            cpu: cpu_seconds() - cpu,
        })
    }
}

/// How long one side took for one round, in seconds.
#[derive(Clone, Copy)]
struct Turn {
    wall: f64,
    /// Processor time, which other load on the machine hardly changes.
    cpu: f64,
}

/// The processor time of this thread in seconds; NaN where the system does not report it.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = stat.split_whitespace().next();
    nanoseconds
        .and_then(|text| text.parse::<f64>().ok())
        .map_or(f64::NAN, |nanoseconds| nanoseconds / 1e9)
}
