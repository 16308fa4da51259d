//! Requests as progenitor's code builds them.

use bytes::Bytes;
use http::{HeaderName, HeaderValue, header::InvalidHeaderValue};
use percent_encoding::{AsciiSet, CONTROLS, PercentEncode, utf8_percent_encode};
use serde::{Serialize, Serializer};
use serde_html_form::ser::Serializer as FormSerializer;

use super::{Error, header::HeaderMap};
use crate::{error::InvalidRequestError, pipeline::Request};

/// Builds a request. An error of a part is kept in the request, for the pipeline knows the call that it belongs to.
pub(crate) struct RequestBuilder(Box<Request>);

#[allow(dead_code, reason = "no document has all kinds of bodies")]
impl RequestBuilder {
    pub fn new(request: Box<Request>) -> Self {
        Self(request)
    }

    /// Ignores `Accept` and `Content-Type`, of which progenitor knows a few values. The pipeline sets the documented ones.
    pub fn header(self, _: HeaderName, _: HeaderValue) -> Self {
        self
    }

    /// Sets the headers of the operation.
    pub fn headers(mut self, headers: HeaderMap) -> Self {
        self.0.headers = headers.0;
        self
    }

    /// Appends a query parameter.
    pub fn query<T: Serialize>(self, parameter: &QueryParam<'_, T>) -> Self {
        self.with(|request| {
            let mut pairs = request.url.query_pairs_mut();
            let appended = parameter
                .serialize(FormSerializer::new(&mut pairs))
                .map(drop);
            // An object becomes one pair for each of its properties.
            let appended = appended.or_else(|_| {
                let serializer = FormSerializer::new(&mut pairs);
                parameter.value.serialize(serializer).map(drop)
            });
            drop(pairs);
            appended.map_err(|error| cannot_be_serialized("query", error))?;
            // An optional parameter that is absent leaves an empty query.
            if request.url.query() == Some("") {
                request.url.set_query(None);
            }
            Ok(())
        })
    }

    /// Sets a JSON body.
    pub fn json<T: Serialize + ?Sized>(self, body: &T) -> Self {
        self.with(|request| {
            let json = serde_json::to_vec(body);
            let json = json.map_err(|error| cannot_be_serialized("body", error))?;
            request.body = Some(json.into());
            Ok(())
        })
    }

    /// Sets a JSON body, if there is one.
    pub fn optional_json<T: Serialize>(self, body: &Option<T>) -> Self {
        match body {
            Some(body) => self.json(body),
            None => self,
        }
    }

    /// Sets a body of text or bytes.
    pub fn body(self, body: impl Into<Bytes>) -> Self {
        self.with(|request| {
            request.body = Some(body.into());
            Ok(())
        })
    }

    /// Sets a body of text or bytes, if there is one.
    pub fn optional_body(self, body: Option<impl Into<Bytes>>) -> Self {
        match body {
            Some(body) => self.body(body),
            None => self,
        }
    }

    /// Builds the request.
    pub fn build(self) -> Result<Box<Request>, Error> {
        Ok(self.0)
    }

    fn with(
        mut self,
        change: impl FnOnce(&mut Request) -> Result<(), InvalidRequestError>,
    ) -> Self {
        if let Err(error) = change(&mut self.0) {
            self.0.invalid = Some(Box::new(error));
        }
        self
    }
}

/// A form as the body, by the name that progenitor's code imports.
#[allow(dead_code, reason = "not every document has a form")]
pub(crate) trait RequestBuilderExt: Sized {
    fn form_urlencoded<T: Serialize + ?Sized>(self, body: &T) -> Result<Self, Error>;
}

impl RequestBuilderExt for RequestBuilder {
    fn form_urlencoded<T: Serialize + ?Sized>(self, body: &T) -> Result<Self, Error> {
        Ok(self.with(|request| {
            let form = serde_html_form::to_string(body);
            let form = form.map_err(|error| cannot_be_serialized("body", error))?;
            request.body = Some(form.into());
            Ok(())
        }))
    }
}

fn cannot_be_serialized(
    parameter: &'static str,
    error: impl std::error::Error + Send + Sync + 'static,
) -> InvalidRequestError {
    InvalidRequestError::new(parameter, "cannot be serialized", "see the source").caused_by(error)
}

/// A query parameter; a list becomes one pair for each item, an absent option none.
pub(crate) struct QueryParam<'a, T> {
    name: &'static str,
    value: &'a T,
}

impl<'a, T> QueryParam<'a, T> {
    pub fn new(name: &'static str, value: &'a T) -> Self {
        Self { name, value }
    }
}

impl<T: Serialize> Serialize for QueryParam<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [(self.name, self.value)].serialize(serializer)
    }
}

/// The characters of a path segment that are percent-encoded: those that end it, or that a URL must not contain.
const SEGMENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'/')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}');

/// Percent-encodes a value as one segment of a path.
pub(crate) fn encode_path(value: &str) -> PercentEncode<'_> {
    utf8_percent_encode(value, SEGMENT)
}

impl From<InvalidHeaderValue> for Error {
    fn from(error: InvalidHeaderValue) -> Self {
        InvalidRequestError::new(
            "header",
            "is not a valid header value",
            "give visible ASCII characters only",
        )
        .caused_by(error)
        .into()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use http::Method;
    use reqwest::Url;

    use super::*;

    fn query(value: &impl Serialize) -> Result<String, String> {
        let url = Url::parse("https://contoso.example/a").expect("a URL");
        let builder = RequestBuilder::new(Request::new(Method::GET, url));
        let request = builder.query(&QueryParam::new("name", value)).build();
        let request = request.map_err(|error| error.to_string())?;
        match request.invalid {
            Some(error) => Err(error.to_string()),
            None => Ok(request.url.query().unwrap_or_default().to_owned()),
        }
    }

    #[test]
    fn query_parameters_are_written_as_forms_are() {
        assert_eq!(query(&"a b&c/ä"), Ok("name=a+b%26c%2F%C3%A4".to_owned()));
        assert_eq!(query(&5), Ok("name=5".to_owned()));
        assert_eq!(query(&Some(true)), Ok("name=true".to_owned()));
        assert_eq!(query(&None::<i32>), Ok(String::new()));
        assert_eq!(
            query(&Vec::from(["a", "b"])),
            Ok("name=a&name=b".to_owned())
        );
        let object = BTreeMap::from([("x", 1), ("y", 2)]);
        assert_eq!(query(&object), Ok("x=1&y=2".to_owned()));
        let nested = BTreeMap::from([("x", BTreeMap::from([("y", 2)]))]);
        let error = query(&nested).expect_err("no form has such a value");
        assert!(
            error.starts_with("`query` cannot be serialized; "),
            "{error}"
        );
    }
}
