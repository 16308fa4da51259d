//! Lists that are sent as one text take lists.

use serde_json::{Value, json};

use crate::{
    SpecError,
    document::{each_operation, parameters::SEPARATOR, schemas_mut, str_at},
};

/// The names of joined lists, by their separators.
pub const JOINED: [(&str, &str); 3] = [
    ("JoinedByCommas", ","),
    ("JoinedBySpaces", " "),
    ("JoinedByBars", "|"),
];

/// Lets the parameters refer to schemas that the generator is told of.
pub fn lists(mut document: Value) -> Result<Value, SpecError> {
    let mut found = Vec::new();
    each_operation(&mut document, |_, _, _, operation| {
        let parameters = operation
            .get_mut("parameters")
            .and_then(Value::as_array_mut);
        for parameter in parameters.into_iter().flatten() {
            let separator = str_at(&parameter["schema"], SEPARATOR);
            let joined = JOINED.iter().find(|(_, known)| *known == separator);
            if let Some((name, _)) = joined {
                parameter["schema"] = json!({ "$ref": format!("#/components/schemas/{name}") });
                found.push(name);
            }
        }
        Ok(())
    })?;
    if found.is_empty() {
        return Ok(document);
    }
    if let Some(schemas) = schemas_mut(&mut document) {
        for name in found {
            let schema = json!({ "description": "Several values.", "type": "string" });
            schemas.entry(*name).or_insert(schema);
        }
    }
    Ok(document)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_lists_refer_to_what_the_generator_is_told_of() {
        let with = |schemas: [Value; 2], components: Value| {
            let parameters = schemas.map(|schema| json!({ "name": "a", "schema": schema }));
            json!({ "paths": { "/a": { "get": { "parameters": parameters } } }, "components": components })
        };
        let text = json!({ "type": "string" });
        let bars = json!({ "type": "string", SEPARATOR: "|" });
        let refer = json!({ "$ref": "#/components/schemas/JoinedByBars" });
        let schema = json!({ "description": "Several values.", "type": "string" });
        let expected = with(
            [text.clone(), refer],
            json!({ "schemas": { "JoinedByBars": schema } }),
        );
        assert_eq!(lists(with([text.clone(), bars], json!({}))), Ok(expected));
        let untouched = with([text.clone(), text], json!({}));
        assert_eq!(lists(untouched.clone()), Ok(untouched));
    }
}
