//! The schemas that errors are brought into, whatever shape they come in.

use serde_json::{Value, json};

use crate::document::schemas_mut;

/// The schema of the API's errors; the error model in src/ is made of it.
pub const RESPONSE: &str = "CommunicationErrorResponse";
const ERROR: &str = "CommunicationError";

/// Adds the schemas of errors where the document describes its errors by others.
pub fn complete(mut document: Value) -> Value {
    let described = |description: &str, mut schema: Value| {
        schema["description"] = json!(description);
        schema
    };
    let text = |description| described(description, json!({ "type": "string" }));
    let error = json!({ "$ref": format!("#/components/schemas/{ERROR}") });
    let details = json!({ "type": "array", "items": error });
    let schemas = schemas_mut(&mut document);
    let lacking = schemas.filter(|schemas| !schemas.contains_key(RESPONSE));
    if let Some(schemas) = lacking {
        let response = json!({
            "type": "object",
            "description": "An error of the service.",
            "required": ["error"],
            "properties": { "error": error },
        });
        schemas.insert(RESPONSE.to_owned(), response);
        schemas.entry(ERROR).or_insert_with(|| {
            json!({
                "type": "object",
                "description": "What went wrong.",
                "required": ["code", "message"],
                "properties": {
                    "code": text("The code of the error."),
                    "message": text("The error in words."),
                    "target": text("What the error is about."),
                    "details": described("Errors that led to this one.", details),
                    "innererror": error,
                },
            })
        });
    }
    document
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_stays() {
        let there = json!({ "components": { "schemas": { RESPONSE: { "type": "object" } } } });
        assert_eq!(complete(there.clone()), there);
    }

    #[test]
    fn what_lacks_is_added() {
        let own = json!({ "type": "string" });
        for (document, error) in [
            (json!({}), json!("object")),
            (
                json!({ "components": { "schemas": { ERROR: own } } }),
                json!("string"),
            ),
        ] {
            let schemas = complete(document)["components"]["schemas"].clone();
            let reference = &schemas[RESPONSE]["properties"]["error"]["$ref"];
            assert_eq!(reference, "#/components/schemas/CommunicationError");
            assert_eq!(schemas[ERROR]["type"], error);
        }
    }
}
