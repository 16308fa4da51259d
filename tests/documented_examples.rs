//! Every documented example of every operation: what is sent is what the document says, and what comes back arrives
//! whole.

#[path = "support/mod.rs"]
mod support;

use std::collections::BTreeSet;

use support::{contract, dispatch::OFFERED, document, operations};

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
async fn every_documented_response_has_examples_which_are_all_met() {
    let document = document();
    let (mut documented, mut missing) = (0, Vec::new());
    for operation in operations() {
        for (status, response) in operation.node["responses"].as_object().expect("responses") {
            let response = support::document::follow(document, response);
            let examples = match response["content"].as_object() {
                Some(content) => {
                    let examples = content.values().map(|media| media["examples"].as_object());
                    examples.flatten().map(|examples| examples.len()).sum()
                }
                // The examples of the request get it.
                None => operation.examples().len(),
            };
            documented += examples;
            // That of all other statuses.
            if examples == 0 && status != "default" {
                missing.push(format!("{} {status}", operation.id));
            }
        }
    }
    assert!(
        missing.is_empty(),
        "decide on examples of these responses, and add them to the document: {missing:#?}"
    );
    assert_eq!(contract::run(document, document).await, Ok(documented));
}

#[test]
fn the_client_offers_the_operations_of_the_document() {
    let offered: BTreeSet<_> = OFFERED.iter().map(|offered| offered.id).collect();
    let documented = operations().into_iter().map(|operation| operation.id);
    assert_eq!(offered, documented.collect());
}

#[test]
fn the_version_of_the_document_is_the_one_that_is_sent() {
    assert_eq!(document()["info"]["version"], acs_chat::API_VERSION);
}
