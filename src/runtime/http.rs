//! The client's handle to the pipeline.

use std::{fmt, future::Future, sync::Arc};

use http::Method;

use super::{Error, RequestBuilder};
use crate::{
    error::{CallContext, InvalidRequestError},
    pipeline::{CallOptions, Operation, Pipeline, Request, Response},
};

/// A handle to the pipeline, with the options of a call: what progenitor's code has in place of a `reqwest::Client`.
#[derive(Clone)]
pub(crate) struct Http {
    pub pipeline: Arc<Pipeline>,
    /// Boxed, since few calls have options and every request builder holds a handle.
    options: Option<Box<CallOptions>>,
}

impl Http {
    pub fn new(pipeline: Pipeline) -> Self {
        Self {
            pipeline: Arc::new(pipeline),
            options: None,
        }
    }

    /// The options of the call, to set one.
    pub fn call_options(&mut self) -> &mut CallOptions {
        self.options.get_or_insert_default()
    }

    /// Sends a request through the pipeline.
    pub fn send(
        &self,
        operation: &'static Operation,
        request: Box<Request>,
    ) -> impl Future<Output = Result<Box<Response>, Error>> {
        const NONE: &CallOptions = &CallOptions::NONE;
        let options = self.options.as_deref().unwrap_or(NONE);
        self.pipeline.send(operation, options, request)
    }

    /// The error of a call that cannot be sent.
    pub fn invalid(
        &self,
        operation: &'static Operation,
        error: impl Into<InvalidRequestError>,
    ) -> Error {
        let options = self.options.as_ref();
        let id = options.and_then(|options| options.client_request_id.clone());
        let context = CallContext::new(operation.id, id.unwrap_or_default());
        error.into().in_call(context).into()
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        RequestBuilder::new(Request::new(method, self.pipeline.endpoint.url_of(path)))
    }
}

/// progenitor's code names the method of an operation so.
macro_rules! methods {
    ($($name:ident = $method:ident),*) => {
        #[allow(dead_code, reason = "no document has all methods")]
        impl Http {
            $(pub fn $name(&self, path: String) -> RequestBuilder {
                self.request(Method::$method, &path)
            })*
        }
    };
}

methods! { get = GET, put = PUT, post = POST, delete = DELETE, options = OPTIONS, head = HEAD, patch = PATCH, trace = TRACE }

impl fmt::Debug for Http {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Http")
            .field("endpoint", &self.pipeline.endpoint.base)
            .finish_non_exhaustive()
    }
}
