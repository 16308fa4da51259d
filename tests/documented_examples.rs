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
    let (mut missing, mut responses) = (Vec::new(), 0);
    for operation in operations() {
        let statuses = operation.node["responses"].as_object().expect("responses");
        let statuses = statuses.keys().filter(|status| *status != "default");
        let examples = operation.examples().len();
        if examples == 0 {
            missing.push(operation.id);
        }
        responses += examples * statuses.count();
    }
    assert!(
        missing.is_empty(),
        "decide on examples for these operations, and add them to the document: {missing:?}"
    );
    assert_eq!(contract::run(document, document).await, Ok(responses));
}

#[test]
fn the_version_of_the_document_is_the_one_that_is_sent() {
    assert_eq!(document()["info"]["version"], acs_chat::API_VERSION);
}
