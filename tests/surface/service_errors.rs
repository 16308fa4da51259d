//! The service's errors are errors of Rust.

use std::error::Error;

use acs_chat::types::{CommunicationError, CommunicationErrorResponse};

#[test]
fn errors_of_the_service_are_errors() {
    fn is_error<T: Error + Send + Sync + 'static>(error: T) -> Box<dyn Error + Send + Sync> {
        error.into()
    }

    let inner = CommunicationError::builder().code("c2").message("deeper");
    let error = CommunicationError::builder()
        .code("Forbidden")
        .message("not\nyours")
        .target("8:acs:jane")
        .innererror(inner)
        .build()
        .expect("an error");
    let line = "Forbidden: not yours (target 8:acs:jane)";
    let response = CommunicationErrorResponse::builder().error(error.clone());
    let response = response.build().expect("a response");
    for error in [is_error(error), is_error(response)] {
        assert_eq!(error.to_string(), line);
        let source = error.source().expect("the inner error");
        assert_eq!(source.to_string(), "c2: deeper");
        assert!(source.source().is_none());
    }
}
