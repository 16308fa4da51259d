//! The schemas that errors are brought into, whatever shape they come in.

use serde_json::{Value, json};

use crate::{
    SpecError,
    document::{SCHEMAS, items, resolve, schemas_mut},
};

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

/// Refuses a schema of the name that every error is brought into whose `error` has neither a code nor a message.
pub fn check(document: &Value) -> Result<(), SpecError> {
    let place = format!("{SCHEMAS}/{RESPONSE}");
    let Some(schema) = document.pointer(&place) else {
        return Ok(());
    };
    let error = property(document, schema, "error");
    let says = |name| {
        error
            .and_then(|error| property(document, error, name))
            .is_some()
    };
    match says("code") || says("message") {
        true => Ok(()),
        false => Err(SpecError::new(
            place,
            "its `error` has neither a `code` nor a `message`, but every error is brought into it",
            "give the schema another name, or describe the service's errors by it",
        )),
    }
}

/// A property of a schema, or of one that it extends.
fn property<'d>(document: &'d Value, schema: &'d Value, name: &str) -> Option<&'d Value> {
    let schema = resolve(document, schema)?;
    let own = schema.get("properties").and_then(|all| all.get(name));
    own.or_else(|| items(schema, "allOf").find_map(|part| property(document, part, name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_need_a_code_or_a_message() {
        let refer = json!({ "$ref": "#/components/schemas/CommunicationError" });
        let with = |response: Value, error: Value| json!({ "components": { "schemas": { RESPONSE: response, ERROR: error } } });
        let said = json!({ "allOf": [{ "properties": { "code": {} } }] });
        let response = json!({ "properties": { "error": refer } });
        assert_eq!(check(&with(response.clone(), said)), Ok(()));
        assert_eq!(check(&json!({})), Ok(()));
        for wrong in [
            with(json!({}), json!({})),
            with(response, json!({ "type": "string" })),
        ] {
            let error = check(&wrong).expect_err("no error").to_string();
            let said = "at /components/schemas/CommunicationErrorResponse: its `error` has neither a `code` nor a `message`";
            assert!(error.starts_with(said), "{error}");
        }
    }

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
