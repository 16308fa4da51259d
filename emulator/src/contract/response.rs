//! Validation of responses.

use super::Operation;
use jsonschema::Validator;
use serde_json::Value;
use std::sync::Arc;

impl Operation {
    /// Validates a response and returns what is wrong with it. Values are masked.
    pub(crate) fn response_error(&self, status: u16, body: Option<&Value>) -> Option<String> {
        let Some(schema) = self
            .responses
            .get(&status.to_string())
            .or_else(|| self.undocumented_error(status))
        else {
            return Some(format!("{} does not document the status {status}", self.id));
        };
        match (schema, body) {
            (None, None) => None,
            (None, Some(_)) => Some(format!("{} documents no body for {status}", self.id)),
            (Some(_), None) => Some(format!("{} documents a body for {status}", self.id)),
            (Some(schema), Some(body)) => {
                let error = schema.iter_errors(body).next()?;
                Some(format!(
                    "{} {status}: {} at {}",
                    self.id,
                    error.masked(),
                    error.instance_path()
                ))
            }
        }
    }

    /// The schema of errors, for an undocumented status.
    fn undocumented_error(&self, status: u16) -> Option<&Option<Arc<Validator>>> {
        (status >= 400)
            .then(|| {
                self.responses
                    .get("default")
                    .or_else(|| self.responses.get("401"))
            })
            .flatten()
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::{DOCUMENT, contract};
    use serde_json::{Value, json};

    #[test]
    fn the_documents_examples_are_valid() {
        let document: Value = serde_json::from_str(DOCUMENT).unwrap();
        let mut tried = 0;
        for operation in &contract().unwrap().operations {
            let method = operation.method.as_str().to_lowercase();
            let responses = document["paths"][&operation.path][method]["responses"]
                .as_object()
                .unwrap();
            for (status, response) in responses.iter().filter(|(status, _)| *status != "default") {
                for example in response["content"]["application/json"]["examples"]
                    .as_object()
                    .into_iter()
                    .flatten()
                {
                    let value = match example.1["$ref"].as_str() {
                        Some(pointer) => &document.pointer(&pointer[1..]).unwrap()["value"],
                        None => &example.1["value"],
                    };
                    assert_eq!(
                        operation.response_error(status.parse().unwrap(), Some(value)),
                        None,
                        "{}",
                        example.0
                    );
                    tried += 1;
                }
            }
        }
        assert!(tried > 60, "{tried} examples");
    }

    #[test]
    fn an_invalid_response_is_reported_without_its_content() {
        let operations = &contract().unwrap().operations;
        let get = operations
            .iter()
            .find(|operation| operation.id == "ChatThread_GetChatMessage")
            .unwrap();
        let message = |version: Value| json!({ "id": "1", "type": "text", "sequenceId": "1", "version": version, "createdOn": "2020-06-06T05:55:41Z" });
        assert_eq!(get.response_error(200, Some(&message("1".into()))), None);
        let said = get
            .response_error(200, Some(&message(json!({ "secret": 1 }))))
            .unwrap();
        assert!(
            said.contains("/version") && !said.contains("secret"),
            "{said}"
        );
        assert!(
            get.response_error(200, None)
                .unwrap()
                .contains("documents a body")
        );
        assert!(
            get.response_error(204, None)
                .unwrap()
                .contains("does not document the status 204")
        );
        assert!(
            get.response_error(404, Some(&json!({ "CommunicationError": {} })))
                .is_some()
        );
        assert_eq!(
            get.response_error(
                404,
                Some(&json!({ "error": { "code": "NotFound", "message": "x" } }))
            ),
            None
        );
        let delete = operations
            .iter()
            .find(|operation| operation.id == "Chat_DeleteChatThread")
            .unwrap();
        assert!(
            delete
                .response_error(204, Some(&json!({})))
                .unwrap()
                .contains("documents no body")
        );
    }
}
