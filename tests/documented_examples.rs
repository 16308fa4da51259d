//! Every documented example of every operation: what is sent is what the document says, and what comes back arrives
//! whole.

mod common {
    pub mod contract;
    pub mod dispatch;
    pub mod document;
    pub mod mock;
    pub mod received;
    pub mod same;
}

use common::{contract, document};

#[tokio::test]
async fn every_documented_response() {
    let document = document::load();
    let right = contract::run(&document, &document).await;
    let right = right.unwrap_or_else(|wrong| panic!("{}", wrong.join("\n")));
    assert_eq!(right, 85, "documented responses");
}

#[test]
fn the_document_has_17_examples_of_16_operations() {
    let document = document::load();
    let operations = document::operations(&document);
    let examples = operations
        .iter()
        .map(|operation| operation.examples().len());
    assert_eq!((operations.len(), examples.sum::<usize>()), (16, 17));
}

#[test]
fn the_version_of_the_document_is_the_one_that_is_sent() {
    assert_eq!(document::load()["info"]["version"], acs_chat::API_VERSION);
}
