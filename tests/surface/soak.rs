//! A short soak: with faults, no change is lost or duplicated, and none is present though its call failed.

#![allow(dead_code, missing_docs, reason = "the soak is a program of its own")]

#[path = "../../soak/audit.rs"]
mod audit;
#[path = "../../soak/drive.rs"]
mod drive;
#[path = "../../soak/floors.rs"]
mod floors;
#[path = "../../soak/known.rs"]
mod known;
#[path = "../../soak/log.rs"]
mod log;
#[path = "../../soak/report.rs"]
mod report;
#[path = "../../soak/resets.rs"]
mod resets;
#[path = "../../soak/sabotage.rs"]
mod sabotage;

use drive::Plan;

#[tokio::test]
async fn callers_are_told_what_the_service_holds() {
    let plan = Plan {
        operations: 600,
        tasks: 75,
        ..Plan::default()
    };
    let report = drive::run(&plan).await.expect("a soak");
    assert!(report.is_clean(), "\n{report}");
    // Without faults the soak shows nothing.
    assert!(report.faults.values().sum::<u64>() > 100, "\n{report}");
    assert!(report.requests > report.operations, "\n{report}");
    assert!(report.audit.succeeded_present > 300, "\n{report}");
}

#[tokio::test]
async fn faults_that_let_few_calls_succeed_show_nothing() {
    let plan = Plan {
        operations: 300,
        faults: 1.0,
        tasks: 100,
        ..Plan::default()
    };
    let report = drive::run(&plan).await.expect("a soak");
    assert!(!report.is_clean(), "\n{report}");
}
