//! Calls a second, client against floor: each round has a turn of both, and the ratio of the two is what counts.
//!
//! `cargo bench -p acs-chat-benches --bench throughput`, with `-- --smoke` for a sign of life, and with names of tasks,
//! such as `-- get list-500`, for these alone.

use std::time::Instant;

use acs_chat_benches::{
    Failure,
    calls::{Calls, PAGE, Side, TOKEN, Task},
    is_smoke,
    machine::{Server, pin, raise_file_limit, runtime, serve_if_asked},
    spread::Spread,
};

/// Something to be measured.
struct Case {
    task: Task,
    in_flight: usize,
    /// How many times a turn does the task.
    times: usize,
    rounds: usize,
}

fn main() -> Result<(), Failure> {
    if serve_if_asked()? {
        return Ok(());
    }
    let files = raise_file_limit();
    let server = Server::start()?;
    if !(pin(std::process::id(), 0) && pin(server.process(), 1)) {
        println!("the processes could not be pinned to a core each: expect a wider spread");
    }
    let smoke = is_smoke();
    println!("client / floor: median (quartiles) of the rounds' ratios; rates are medians");
    println!(
        "task            in flight  ratio of rates           ratio of CPU time        client/s   floor/s"
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
            };
            case.measure(&calls).await?;
        }
        Ok(())
    })
}

fn cases(smoke: bool) -> Vec<Case> {
    let pages = if smoke { 2 } else { 100_000 / PAGE };
    let few = if smoke { 1 } else { 10 };
    // Short turns and many: what else goes on in the machine then falls on both sides alike.
    let all = [
        (Task::Get, 1, 500, 101),
        (Task::Get, 64, 2_000, 201),
        (Task::Send, 1, 500, 101),
        (Task::Send, 64, 2_000, 201),
        (Task::List { pages }, 1, 1, 25),
        (Task::List { pages: few }, 64, 64, 25),
        (Task::SlowList { pages: few }, 1, 1, 25),
    ];
    let case = |(task, in_flight, times, rounds)| Case {
        task,
        in_flight,
        times: if smoke { in_flight } else { times },
        rounds: if smoke { 1 } else { rounds },
    };
    all.map(case).into()
}

impl Case {
    async fn measure(&self, calls: &Calls) -> Result<(), Failure> {
        let sides = [Side::Floor, Side::Client];
        for side in sides {
            // Connections are made, code is paged in.
            calls
                .run(side, self.task, self.in_flight, self.in_flight)
                .await?;
        }
        let (mut rates, mut busy) = ([vec![], vec![]], vec![]);
        let mut ratios = vec![];
        for round in 0..self.rounds {
            let mut turns = [Turn::default(); 2];
            // Who begins alternates, so that a drift of the machine favours neither.
            for which in [round % 2, 1 - round % 2] {
                turns[which] = self.turn(calls, sides[which]).await?;
                rates[which].push(self.times as f64 / turns[which].wall);
            }
            let [floor, client] = turns;
            ratios.push(floor.wall / client.wall);
            busy.push(floor.busy / client.busy);
        }
        let [floor, client] = rates.map(|rates| Spread::of(rates).median);
        println!(
            "{:<15} {:<10} {:<24} {:<24} {client:<10.0} {floor:.0}",
            self.task,
            self.in_flight,
            Spread::of(ratios).to_string(),
            Spread::of(busy).to_string(),
        );
        Ok(())
    }

    async fn turn(&self, calls: &Calls, side: Side) -> Result<Turn, Failure> {
        let (began, busy) = (Instant::now(), busy());
        calls
            .run(side, self.task, self.in_flight, self.times)
            .await?;
        Ok(Turn {
            wall: began.elapsed().as_secs_f64(),
            busy: self::busy() - busy,
        })
    }
}

/// How long one side took for one round, in seconds.
#[derive(Clone, Copy, Default)]
struct Turn {
    wall: f64,
    /// On the core, which other work on the machine hardly changes.
    busy: f64,
}

/// The seconds that this thread has been on a core; NaN where the system does not tell.
fn busy() -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split_whitespace().next();
    nanoseconds
        .and_then(|text| text.parse::<f64>().ok())
        .map_or(f64::NAN, |nanoseconds| nanoseconds / 1e9)
}
