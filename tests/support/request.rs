//! Requests as a server received them.

use serde_json::Value;

/// A request, nothing in it decoded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    pub method: String,
    /// Path and query as they stood in the request line.
    pub target: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Request {
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    fn raw_query(&self) -> &str {
        self.target.split_once('?').map_or("", |(_, query)| query)
    }

    /// Names and values of the query, decoded, in alphabetical order.
    pub fn query(&self) -> Vec<(String, String)> {
        form(self.raw_query().as_bytes())
    }

    /// Names and values of the body, which is a form, decoded, in alphabetical order.
    pub fn form(&self) -> Vec<(String, String)> {
        form(&self.body)
    }

    /// A parameter of the query, as it stands there.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let pairs = self.raw_query().split('&');
        let mut pairs = pairs.filter_map(|pair| pair.split_once('='));
        let found = pairs.find(|(found, _)| *found == name);
        found.map(|(_, value)| value)
    }

    /// A header; it must not be there twice.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter();
        let found = values.find(|(other, _)| other.eq_ignore_ascii_case(name));
        let again = values.find(|(other, _)| other.eq_ignore_ascii_case(name));
        assert!(again.is_none(), "`{name}` was sent twice");
        found.map(|(_, value)| value.as_str())
    }

    /// The bearer token.
    pub fn token(&self) -> &str {
        let value = self.header("authorization").unwrap_or_default();
        value.strip_prefix("Bearer ").unwrap_or(value)
    }

    /// The origin that the client sent it to.
    pub fn origin(&self) -> String {
        format!("http://{}", self.header("host").expect("a host"))
    }

    /// The body as JSON.
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }
}

fn form(text: &[u8]) -> Vec<(String, String)> {
    let mut pairs: Vec<_> = url::form_urlencoded::parse(text).into_owned().collect();
    pairs.sort();
    pairs
}
