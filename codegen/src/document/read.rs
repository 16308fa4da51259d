//! Reads documents from files, and checks that they are OpenAPI 3.0.

use std::{fs, path::Path};

use serde_json::Value;

use super::unique;
use crate::SpecError;

/// Reads an OpenAPI 3.0 document from a JSON file.
pub fn read(path: &Path) -> Result<Value, SpecError> {
    checked(read_json(path)?).map_err(|error| error.in_file(path.display().to_string()))
}

/// Parses the text of an OpenAPI 3.0 document.
pub fn parse(text: &str) -> Result<Value, SpecError> {
    checked(parse_json(text)?)
}

/// Reads any JSON file.
pub fn read_json(path: &Path) -> Result<Value, SpecError> {
    let file = path.display().to_string();
    match fs::read_to_string(path) {
        Ok(text) => parse_json(&text).map_err(|error| error.in_file(file)),
        Err(error) => {
            let what = format!("cannot be read: {error}");
            Err(
                SpecError::new("", what, "put the document there, or name another file")
                    .in_file(file),
            )
        }
    }
}

fn parse_json(text: &str) -> Result<Value, SpecError> {
    // Some published files start with a byte order mark, which JSON does not allow.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    unique::parse(text)
}

/// Checks that the document is OpenAPI 3.0 and has what every step needs.
pub fn checked(document: Value) -> Result<Value, SpecError> {
    match document.get("openapi").and_then(Value::as_str) {
        Some(version) if version.starts_with("3.0.") => {}
        Some(version) => {
            return Err(SpecError::new(
                "/openapi",
                format!("the document is OpenAPI {version}"),
                "give an OpenAPI 3.0 document, the only kind the generator takes",
            ));
        }
        None => {
            return Err(SpecError::new(
                "/openapi",
                "the document does not say that it is OpenAPI",
                "give an OpenAPI 3.0 document; one in Swagger 2.0 has to be imported first",
            ));
        }
    }
    type Is = fn(&Value) -> bool;
    let needed: [(_, _, Is); 2] = [
        ("/info/version", "a string", Value::is_string),
        ("/paths", "an object", Value::is_object),
    ];
    for (place, kind, is) in needed {
        if !document.pointer(place).is_some_and(is) {
            return Err(SpecError::new(
                place,
                format!("{kind} is missing here"),
                "complete the document: the generator needs it",
            ));
        }
    }
    Ok(document)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEAST: &str = r#"{"openapi":"3.0.3","info":{"version":"1"},"paths":{}}"#;

    fn refused(text: &str) -> String {
        parse(text).expect_err(text).to_string()
    }

    #[test]
    fn takes_openapi_3_0() {
        for version in ["3.0.0", "3.0.3", "3.0.99"] {
            let text = LEAST.replace("3.0.3", version);
            assert_eq!(parse(&text).expect("OpenAPI 3.0")["openapi"], version);
        }
    }

    #[test]
    fn says_where_it_is_no_json() {
        let said = refused("{\n  \"openapi\": \"3.0.3\",\n  nonsense\n}");
        assert!(said.starts_with("the document: is not JSON: "), "{said}");
        assert!(said.contains(" at line 3 column 3; "), "{said}");
        assert!(said.contains("restore the document"), "{said}");
        let said = refused("");
        assert!(said.starts_with("the document: is not JSON: "), "{said}");
        assert!(said.contains(" at line 1 column 0; "), "{said}");
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_document() {
        assert!(parse(&format!("\u{feff}{LEAST}")).is_ok());
    }

    #[test]
    fn takes_no_other_kind_of_document() {
        for version in ["3.1.0", "2.0", "3", "4.0.0", ""] {
            let said = refused(&LEAST.replace("3.0.3", version));
            let start = format!("at /openapi: the document is OpenAPI {version}");
            assert!(said.starts_with(start.trim_end()), "{said}");
            assert!(said.contains("give an OpenAPI 3.0 document"), "{said}");
        }
        for text in [
            r#"{"swagger":"2.0","paths":{}}"#,
            "[]",
            "null",
            "{}",
            r#"{"openapi":3.0}"#,
        ] {
            let said = refused(text);
            assert!(
                said.starts_with("at /openapi: the document does not say"),
                "{said}"
            );
            assert!(
                said.contains("Swagger 2.0 has to be imported first"),
                "{said}"
            );
        }
    }

    #[test]
    fn misses_what_the_generator_needs() {
        for (from, to, start) in [
            (
                r#""version":"1""#,
                r#""title":"x""#,
                "at /info/version: a string is missing here; ",
            ),
            (
                r#""version":"1""#,
                r#""version":{}"#,
                "at /info/version: a string is missing here; ",
            ),
            (
                r#","paths":{}"#,
                "",
                "at /paths: an object is missing here; ",
            ),
            (
                r#""paths":{}"#,
                r#""paths":"none""#,
                "at /paths: an object is missing here; ",
            ),
        ] {
            let said = refused(&LEAST.replace(from, to));
            assert!(
                said.starts_with(start) && said.contains("complete the document"),
                "{said}"
            );
        }
    }

    #[test]
    fn names_the_file_that_can_not_be_read() {
        let said = read(Path::new("no/such/document.json"))
            .expect_err("no file")
            .to_string();
        assert!(
            said.starts_with("no/such/document.json: cannot be read: "),
            "{said}"
        );
        assert!(said.contains("put the document there"), "{said}");
        let said = read(Path::new(".")).expect_err("a folder").to_string();
        assert!(said.starts_with(".: cannot be read: "), "{said}");
    }
}
