//! Decodes JSON and keeps track of the path, for the error.

use std::fmt::{Display, Write};

use serde::{
    Deserialize,
    de::{DeserializeOwned, Error},
};
use serde_path_to_error::{Path, Segment};

/// Encloses the path within a value that is decoded on its own, at the start of an error's text.
const MARK: char = '\u{1f}';

/// Decodes a body, or returns the JSON path of the error. Of the names in the path, those that are not the API's, such as
/// the keys of a caller's metadata, are `*`.
pub(crate) fn decode<T: DeserializeOwned>(
    body: &[u8],
    properties: &[&str],
) -> Result<T, (String, serde_json::Error)> {
    let is_known = |name: &str| properties.binary_search(&name).is_ok();
    let mut decoder = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut decoder).map_err(|error| {
        let mut path = String::new();
        write_path(&mut path, error.path(), &is_known);
        let text = error.inner().to_string();
        match text
            .strip_prefix(MARK)
            .and_then(|text| text.split_once(MARK))
        {
            Some((inner, reason)) => {
                for name in inner.split('.') {
                    let (name, index) = name.split_at(name.find('[').unwrap_or(name.len()));
                    let is_shown = name.is_empty() || is_known(name);
                    push(&mut path, if is_shown { name } else { "*" });
                    path.push_str(index);
                }
                (path, serde_json::Error::custom(reason))
            }
            None => (or_root(path), error.into_inner()),
        }
    })?;
    decoder
        .end()
        .map_err(|reason| (or_root(String::new()), reason))?;
    Ok(value)
}

/// Decodes a value that was read as JSON before its type was known. Its error carries the path within the value.
pub(crate) fn decode_value<'de, T: Deserialize<'de>, E: Error>(
    value: serde_json::Value,
) -> Result<T, E> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let mut path = String::new();
        write_path(&mut path, error.path(), &|_| true);
        match path.as_str() {
            "" => E::custom(error.inner()),
            path => E::custom(format_args!("{MARK}{path}{MARK}{}", error.inner())),
        }
    })
}

/// Decodes the payload of an event like [`decode`].
#[cfg(feature = "events")]
pub(crate) fn decode_payload<T: DeserializeOwned>(
    value: serde_json::Value,
    properties: &[&str],
) -> Result<T, (String, serde_json::Error)> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let mut path = String::new();
        write_path(&mut path, error.path(), &|name| {
            properties.binary_search(&name).is_ok()
        });
        (or_root(path), error.into_inner())
    })
}

fn or_root(path: String) -> String {
    if path.is_empty() {
        ".".to_owned()
    } else {
        path
    }
}

fn write_path(text: &mut String, path: &Path, is_known: &dyn Fn(&str) -> bool) {
    for segment in path.iter() {
        match segment {
            Segment::Seq { index } => {
                let _ = write!(text, "[{index}]");
            }
            Segment::Map { key } if is_known(key) => push(text, key),
            Segment::Enum { variant } => push(text, variant),
            Segment::Map { .. } => push(text, "*"),
            Segment::Unknown => push(text, "?"),
        }
    }
}

fn push(path: &mut String, name: impl Display) {
    let dot = if path.is_empty() { "" } else { "." };
    let _ = write!(path, "{dot}{name}");
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[allow(dead_code, reason = "only decoding fails here")]
    struct Outer {
        list: Vec<BTreeMap<String, u8>>,
        inner: Inner,
    }

    #[derive(Debug)]
    #[allow(dead_code, reason = "only decoding fails here")]
    struct Inner(BTreeMap<String, Vec<u8>>);

    impl<'de> Deserialize<'de> for Inner {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            decode_value(serde_json::Value::deserialize(deserializer)?).map(Self)
        }
    }

    #[test]
    fn paths_name_what_the_document_names() {
        for (body, expected) in [
            (r#"{"list":[{},{"secret":"x"}],"inner":{}}"#, "list[1].*"),
            (r#"{"list":[{"days":"x"}],"inner":{}}"#, "list[0].days"),
            (r#"{"list":[],"inner":{"days":[1,"x"]}}"#, "inner.days[1]"),
            (r#"{"list":[],"inner":{"secret":5}}"#, "inner.*"),
            (r#"{"list":[],"inner":5}"#, "inner"),
            ("{", "?"),
            ("5", "."),
            (r#"{"list":[],"inner":{}} 5"#, "."),
        ] {
            let decoded = decode::<Outer>(body.as_bytes(), &["days", "inner", "list"]);
            let (path, reason) = decoded.expect_err(body);
            assert_eq!(path, expected, "{reason}");
            assert!(!reason.to_string().contains(MARK), "{reason}");
        }
    }
}
