//! Operation ids lose their group, so that methods are named as the reference pages name the operations.

use serde_json::Value;

use crate::{SpecError, document::each_operation, document::operation::short};

/// `ChatThread_SendChatMessage` becomes `SendChatMessage`.
pub fn shorten(mut document: Value) -> Result<Value, SpecError> {
    each_operation(&mut document, |_, _, _, operation| {
        if let Some(Value::String(id)) = operation.get_mut("operationId") {
            *id = short(id).to_owned();
        }
        Ok(())
    })?;
    Ok(document)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_group_goes() {
        let operation = |id: &str| json!({ "paths": { "/a": { "get": { "operationId": id } } } });
        for (long, short) in [
            ("ChatThread_SendChatMessage", "SendChatMessage"),
            ("A_B_C", "C"),
            ("Do", "Do"),
        ] {
            assert_eq!(shorten(operation(long)), Ok(operation(short)));
        }
    }
}
