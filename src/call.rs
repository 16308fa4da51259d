//! A request that has not been sent yet: the client, the operation, and what holds for this call alone.

use http::HeaderValue;
use uuid::Uuid;

use crate::{
    ChatClient, ChatError, RetryPolicy,
    client::Shared,
    error::{CallContext, InvalidRequest},
    operation::Operation,
    parameter,
};

/// What every request holds beside its parameters.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    client: ChatClient,
    pub operation: &'static Operation,
    pub retry: Option<RetryPolicy>,
    pub client_request_id: Option<String>,
    /// What the body is, where the caller says it.
    pub media_type: Option<HeaderValue>,
}

impl Call {
    pub fn new(client: ChatClient, operation: &'static Operation) -> Self {
        Self {
            client,
            operation,
            retry: None,
            client_request_id: None,
            media_type: None,
        }
    }

    pub fn shared(&self) -> &Shared {
        &self.client.shared
    }

    pub fn retry(&self) -> &RetryPolicy {
        self.retry.as_ref().unwrap_or(&self.shared().retry)
    }

    /// What the body is: as the caller says, or as the document does.
    pub fn media_type(&self) -> Option<&HeaderValue> {
        self.media_type
            .as_ref()
            .or(self.operation.media_type.as_ref())
    }

    pub fn path(&self, name: &'static str, value: Option<String>) -> Result<String, ChatError> {
        parameter::path(name, value).map_err(|error| self.invalid(error))
    }

    pub fn given<T>(&self, name: &'static str, value: Option<T>) -> Result<T, ChatError> {
        parameter::given(name, value).map_err(|error| self.invalid(error))
    }

    pub fn header(&self, name: &'static str, value: &str) -> Result<HeaderValue, ChatError> {
        parameter::header(name, value).map_err(|error| self.invalid(error))
    }

    /// The id by which the service knows a repeated request again: the caller's, or one that no other call has.
    #[allow(
        dead_code,
        reason = "not every document has an operation with such an id"
    )]
    pub fn repeatability_id(
        &self,
        name: &'static str,
        value: Option<String>,
    ) -> Result<HeaderValue, ChatError> {
        match value {
            // By an empty one the service knows nothing again.
            Some(value) if value.trim().is_empty() => Err(self.invalid(InvalidRequest::new(
                name,
                "is empty",
                "give an id that no other request has, or leave it out",
            ))),
            Some(value) => self.header(name, &value),
            None => self.header(name, &Uuid::new_v4().to_string()),
        }
    }

    /// A body, or the reason why what was given for it is none.
    pub fn body<T>(&self, body: Result<T, String>) -> Result<T, ChatError> {
        let invalid =
            |found| InvalidRequest::new("body", format!("is incomplete: {found}"), "complete it");
        body.map_err(|found| self.invalid(invalid(found)))
    }

    pub fn invalid(&self, error: InvalidRequest) -> ChatError {
        let id = self.client_request_id.clone().unwrap_or_default();
        error.of(CallContext::new(self.operation, id)).into()
    }
}
