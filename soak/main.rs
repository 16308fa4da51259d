//! Puts the client under load against the emulator with faults, from many tasks, and compares the outcomes of calls
//! with the state of the service. `cargo xtask soak --operations 20000 --faults 0.3 --seed 1` runs it.

mod audit;
mod drive;
mod log;
mod report;

use std::process::ExitCode;

use drive::Plan;

#[tokio::main]
async fn main() -> ExitCode {
    let plan = match plan(std::env::args().skip(1)) {
        Ok(plan) => plan,
        Err(error) => {
            eprintln!(
                "soak: {error}\nusage: soak [--operations N] [--faults RATE] [--seed N] [--tasks N]"
            );
            return ExitCode::from(2);
        }
    };
    match drive::run(&plan).await {
        Ok(report) => {
            print!("{report}");
            ExitCode::from(u8::from(!report.is_clean()))
        }
        Err(error) => {
            eprintln!("soak: {error}");
            ExitCode::FAILURE
        }
    }
}

fn plan(mut arguments: impl Iterator<Item = String>) -> Result<Plan, String> {
    let mut plan = Plan::default();
    while let Some(name) = arguments.next() {
        let value = arguments
            .next()
            .ok_or_else(|| format!("`{name}` needs a value"))?;
        let number = || {
            value
                .parse::<u64>()
                .map_err(|_| format!("`{name}` takes a whole number, not `{value}`"))
        };
        match name.as_str() {
            "--operations" => plan.operations = number()?,
            "--seed" => plan.seed = number()?,
            "--tasks" => plan.tasks = number()?.clamp(1, 10_000),
            "--faults" => {
                let rate = value
                    .parse::<f64>()
                    .ok()
                    .filter(|rate| (0.0..=1.0).contains(rate));
                plan.faults = rate.ok_or_else(|| {
                    format!("`--faults` takes a share from 0 to 1, not `{value}`")
                })?;
            }
            _ => return Err(format!("unknown option `{name}`")),
        }
    }
    Ok(plan)
}
