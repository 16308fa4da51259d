//! Reads the document and makes sure that it is one the other steps can work on.

use std::{fs, path::Path};

use serde_json::Value;

use super::Problem;

/// Reads an OpenAPI 3.0 document from a JSON file.
pub fn read(path: &Path) -> Result<Value, Problem> {
    let text = fs::read_to_string(path).map_err(|error| {
        Problem::new(
            path.display().to_string(),
            format!("the document can't be read: {error}"),
            "put the OpenAPI document there, or name another one in build.rs",
        )
    })?;
    parse(&text)
}

/// Parses the text of an OpenAPI 3.0 document.
pub fn parse(text: &str) -> Result<Value, Problem> {
    let document: Value = serde_json::from_str(text).map_err(|error| {
        Problem::new(
            format!("line {} column {}", error.line(), error.column()),
            format!("this is not JSON: {error}"),
            "restore the document, or import it again",
        )
    })?;
    match document.get("openapi").and_then(Value::as_str) {
        Some(version) if version.starts_with("3.0.") => {}
        Some(version) => {
            return Err(Problem::new(
                "/openapi",
                format!("the document is OpenAPI {version}"),
                "give an OpenAPI 3.0 document, the only kind the generator takes",
            ));
        }
        None => {
            return Err(Problem::new(
                "/openapi",
                "the document does not say that it is OpenAPI",
                "give an OpenAPI 3.0 document; one in Swagger 2.0 has to be imported first",
            ));
        }
    }
    for (place, kind) in [("/info/version", "a string"), ("/paths", "an object")] {
        let found = document.pointer(place);
        if !found.is_some_and(|value| value.is_string() || value.is_object()) {
            return Err(Problem::new(
                place,
                format!("{kind} is missing here"),
                "complete the document: the generator needs it",
            ));
        }
    }
    Ok(document)
}
