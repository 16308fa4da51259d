//! Headers as progenitor's code makes them: it adds an undocumented one to each request, and knows few media types.

pub(crate) use http::header::{ACCEPT, CONTENT_TYPE, HeaderValue};

/// progenitor adds this as a header, which the API does not document.
const API_VERSION: &str = "api-version";

/// The name of a header, which is not parsed before it is known to be sent.
pub(crate) struct HeaderName(&'static str);

impl HeaderName {
    pub fn from_static(name: &'static str) -> Self {
        Self(name)
    }
}

impl From<&'static str> for HeaderName {
    fn from(name: &'static str) -> Self {
        Self(name)
    }
}

/// The headers of an operation, without the version of the API, which the contract has in the query.
#[derive(Default)]
pub(crate) struct HeaderMap(pub(super) http::HeaderMap);

impl HeaderMap {
    pub fn with_capacity(_: usize) -> Self {
        Self::default()
    }

    pub fn append(&mut self, name: impl Into<HeaderName>, value: HeaderValue) {
        let HeaderName(name) = name.into();
        if name != API_VERSION {
            self.0.append(name, value);
        }
    }
}

/// The text of a header of a response; `None` if it is absent, or not visible ASCII.
pub(crate) fn text<'r>(headers: &'r http::HeaderMap, name: &str) -> Option<&'r str> {
    headers.get(name)?.to_str().ok()
}
