//! The id of a repeatable request is optional: the pipeline makes one where the caller gives none.

use serde_json::{Value, json};

use crate::{
    SpecError,
    document::{each_operation, operation::REPEATABILITY},
};

/// Makes the header optional for the caller.
pub fn optional(mut document: Value) -> Result<Value, SpecError> {
    each_operation(&mut document, |_, _, _, operation| {
        let parameters = operation
            .get_mut("parameters")
            .and_then(Value::as_array_mut);
        for parameter in parameters.into_iter().flatten() {
            let name = parameter["name"].as_str().unwrap_or_default();
            if parameter["in"] == "header" && name.eq_ignore_ascii_case(REPEATABILITY) {
                parameter["required"] = json!(false);
            }
        }
        Ok(())
    })?;
    Ok(document)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_header_becomes_optional() {
        let document = |required: bool| {
            json!({ "paths": { "/a": { "post": { "parameters": [
                { "name": "Repeatability-Request-ID", "in": "header", "required": required },
                { "name": "repeatability-request-id", "in": "query", "required": true },
                { "name": "if-match", "in": "header", "required": true },
            ]}}}})
        };
        assert_eq!(optional(document(true)), Ok(document(false)));
    }
}
