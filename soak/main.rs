//! Puts the client under load against the emulator with faults, from many tasks, and compares the outcomes of calls
//! with the state of the service. `cargo xtask soak --operations 20000 --faults 0.3 --seed 1` runs it.

mod audit;
mod drive;
mod floors;
mod known;
mod log;
mod report;
mod resets;
mod sabotage;

use std::{error::Error, process::ExitCode};

use drive::Plan;
use sabotage::Sabotage;

#[tokio::main]
async fn main() -> ExitCode {
    let (plan, is_sabotage) = match plan(std::env::args().skip(1)) {
        Ok(parsed) => parsed,
        Err(error) => {
            eprintln!(
                "soak: {error}\nusage: soak [--operations N] [--faults RATE] [--seed N] [--tasks N] [--sabotage]"
            );
            return ExitCode::from(2);
        }
    };
    let result = if is_sabotage {
        sabotaged(plan).await
    } else {
        clean(&plan).await
    };
    match result {
        Ok(is_good) => ExitCode::from(u8::from(!is_good)),
        Err(error) => {
            eprintln!("soak: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the soak; returns whether it is clean.
async fn clean(plan: &Plan) -> Result<bool, Box<dyn Error>> {
    let report = drive::run(plan).await?;
    print!("{report}");
    Ok(report.is_clean())
}

/// Runs the soak with each sabotaged client; returns whether it notices all of them.
async fn sabotaged(mut plan: Plan) -> Result<bool, Box<dyn Error>> {
    let mut all = true;
    for sabotage in Sabotage::ALL {
        plan.sabotage = Some(sabotage);
        let report = drive::run(&plan).await?;
        let verdict = if report.is_clean() {
            "UNNOTICED"
        } else {
            "noticed"
        };
        println!(
            "{:<28}{verdict}: {}",
            format!("{sabotage:?}"),
            report.summary()
        );
        all &= !report.is_clean();
    }
    Ok(all)
}

/// The plan, and whether to run it with each sabotage.
fn plan(mut arguments: impl Iterator<Item = String>) -> Result<(Plan, bool), String> {
    let (mut plan, mut is_sabotage) = (Plan::default(), false);
    while let Some(name) = arguments.next() {
        if name == "--sabotage" {
            is_sabotage = true;
            continue;
        }
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
    Ok((plan, is_sabotage))
}
