//! Operation ids lose their group, so that methods are named as the reference pages name the operations.

use serde_json::{Value, json};

use crate::steps::{Problem, document::each_operation};

/// `ChatThread_SendChatMessage` becomes `SendChatMessage`.
pub fn shorten(mut document: Value) -> Result<Value, Problem> {
    each_operation(&mut document, |_, _, _, operation| {
        if let Some(id) = operation.get("operationId").and_then(Value::as_str) {
            let short = id.rsplit('_').next().unwrap_or(id);
            operation.insert("operationId".to_owned(), json!(short));
        }
        Ok(())
    })?;
    Ok(document)
}
