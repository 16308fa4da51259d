//! A short soak: through faults nothing is lost, doubled or denied.

#![allow(dead_code, missing_docs, reason = "the soak is a program of its own")]

#[path = "../../soak/audit.rs"]
mod audit;
#[path = "../../soak/drive.rs"]
mod drive;
#[path = "../../soak/report.rs"]
mod report;

use drive::Plan;

#[tokio::test]
async fn callers_are_told_what_the_service_holds() {
    let plan = Plan {
        operations: 600,
        tasks: 24,
        ..Plan::default()
    };
    let report = drive::run(&plan).await.expect("a soak");
    assert!(report.is_clean(), "\n{report}");
    // A soak in which nothing goes wrong shows nothing.
    assert!(report.faults.values().sum::<u64>() > 100, "\n{report}");
    assert!(report.requests > report.operations, "\n{report}");
    assert!(report.audit.done_and_there > 300, "\n{report}");
}
