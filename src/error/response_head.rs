//! Status and headers of a response.

use std::{fmt, time::Duration};

use http::{HeaderMap, HeaderValue, StatusCode};

use super::{redact::Redactor, text::one_line};

/// The header by which the service names a request.
pub(crate) const MS_CV: &str = "MS-CV";

/// The header by which the gateways in front of the service name it.
pub(crate) const AZURE_REF: &str = "X-Azure-Ref";

/// Status and headers of a response.
#[derive(Clone)]
pub(crate) struct ResponseHead {
    status: StatusCode,
    headers: HeaderMap,
    retry_after: Option<Duration>,
}

impl ResponseHead {
    /// A head with the delay that it asks for, counted from its arrival.
    pub fn new(status: StatusCode, headers: HeaderMap, retry_after: Option<Duration>) -> Self {
        Self {
            status,
            headers,
            retry_after,
        }
    }

    /// Redacts headers that echo the token.
    pub fn redact(&mut self, redactor: &Redactor) {
        for value in self.headers.values_mut() {
            if redactor.finds(value.as_bytes()) {
                *value = HeaderValue::from_static(Redactor::REPLACEMENT);
            }
        }
    }

    pub fn into_parts(self) -> (StatusCode, HeaderMap) {
        (self.status, self.headers)
    }

    pub fn status(&self) -> StatusCode {
        self.status
    }

    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    pub fn request_id(&self) -> Option<&str> {
        self.ids().next().map(|(_, id)| id)
    }

    pub fn azure_ref(&self) -> Option<&str> {
        self.header(AZURE_REF)
    }

    /// The ids that the service and the gateways in front of it gave the request, by header.
    fn ids(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let names = [MS_CV, "x-ms-request-id", AZURE_REF];
        names
            .into_iter()
            .filter_map(|name| Some((name, self.header(name)?)))
    }

    /// Writes ` [MS-CV …, X-Azure-Ref …]`; nothing where there are no ids.
    pub fn write_ids(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = " [";
        for (name, id) in self.ids() {
            write!(f, "{separator}{name} {}", one_line(id, 128))?;
            separator = ", ";
        }
        f.write_str(if separator == ", " { "]" } else { "" })
    }
}

impl fmt::Debug for ResponseHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Only headers that are known to be harmless: a proxy may echo anything in the others.
        let harmless = ["content-type", "retry-after", "ms-cv", "x-azure-ref"];
        let mut debug = f.debug_struct("ResponseHead");
        debug.field("status", &self.status);
        for name in harmless {
            if let Some(value) = self.header(name) {
                debug.field(name, &value);
            }
        }
        debug.finish_non_exhaustive()
    }
}
