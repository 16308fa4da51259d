//! A request as a server saw it.

#![allow(dead_code, reason = "each suite looks at other parts of it")]

use serde_json::Value;

/// A request, nothing in it decoded.
#[derive(Debug, Clone, Default)]
pub struct Received {
    pub method: String,
    /// Path and query as they stood in the request line.
    pub target: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Received {
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// Names and values of the query, decoded, in alphabetical order.
    pub fn query(&self) -> Vec<(String, String)> {
        let query = self.target.split_once('?').map_or("", |(_, query)| query);
        let pairs = url::form_urlencoded::parse(query.as_bytes());
        let mut pairs: Vec<_> = pairs.into_owned().collect();
        pairs.sort();
        pairs
    }

    /// A header; it must not be there twice.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter();
        let found = values.find(|(other, _)| other.eq_ignore_ascii_case(name));
        let again = values.find(|(other, _)| other.eq_ignore_ascii_case(name));
        assert!(again.is_none(), "`{name}` was sent twice");
        found.map(|(_, value)| value.as_str())
    }

    /// The body as JSON.
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }
}
