//! What progenitor's code asks of its client.

use std::future::Future;

use super::{Error, Http};
use crate::pipeline::{Operation, Request, Response};

/// What progenitor writes of every client. Not public: it would hand out the means to send without the pipeline.
#[allow(dead_code, reason = "progenitor writes all of it and calls some")]
pub(crate) trait ClientInfo<Inner> {
    fn api_version() -> &'static str;
    fn baseurl(&self) -> &str;
    fn client(&self) -> &Http;
    fn inner(&self) -> &Inner;
}

/// The operation of a request.
pub(crate) struct OperationInfo {
    pub operation_id: &'static Operation,
}

/// The steps of a call between building its request and decoding its response.
pub(crate) trait ClientHooks<Inner = ()>: ClientInfo<Inner> {
    /// Does nothing: the pipeline completes requests.
    async fn pre(&self, _: &mut Request, _: &OperationInfo) -> Result<(), Error> {
        Ok(())
    }

    /// Sends the request through the pipeline.
    fn exec(
        &self,
        request: Box<Request>,
        info: &OperationInfo,
    ) -> impl Future<Output = Result<Box<Response>, Error>> {
        self.client().send(info.operation_id, request)
    }

    /// Does nothing: the pipeline decides about responses.
    async fn post(&self, _: &Result<Box<Response>, Error>, _: &OperationInfo) -> Result<(), Error> {
        Ok(())
    }
}
