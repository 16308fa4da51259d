//! Every documented example of every operation: what is sent is what the document says, and what comes back arrives
//! whole.

#[path = "support/mod.rs"]
mod support;

use support::{contract, document, operations};

#[tokio::test]
async fn every_documented_response() {
    let document = document();
    let outcomes = contract::outcomes(document, document).await;
    println!("\n| operation | example | status | result |\n|---|---|---|---|");
    for outcome in &outcomes {
        println!("{outcome}");
    }
    let wrong = outcomes.iter().filter(|outcome| outcome.is_wrong());
    assert_eq!(wrong.count(), 0, "see the table above");
}

#[tokio::test]
#[cfg(vendored)]
async fn each_example_meets_every_status_of_its_operation() {
    let document = document();
    let mut operations = operations();
    operations.retain(|operation| operation.examples().is_empty());
    assert!(
        operations.is_empty(),
        "decide on examples for these operations, and add them to the document: {operations:?}"
    );
    let responses = contract::run(document, document).await;
    assert!(responses.is_ok(), "{responses:?}");
}

#[test]
fn the_version_of_the_document_is_the_one_that_is_sent() {
    assert_eq!(document()["info"]["version"], acs_chat::API_VERSION);
}
