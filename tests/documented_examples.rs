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
async fn the_document_has_85_responses_to_17_examples_of_16_operations() {
    let document = document();
    assert_eq!(contract::run(document, document).await, Ok(85));
    let operations = operations();
    let examples = operations
        .iter()
        .map(|operation| operation.examples().len());
    assert_eq!((operations.len(), examples.sum::<usize>()), (16, 17));
}

#[test]
fn the_version_of_the_document_is_the_one_that_is_sent() {
    assert_eq!(document()["info"]["version"], acs_chat::API_VERSION);
}
