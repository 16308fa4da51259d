//! Security definitions of the main document; those of other files belong to other APIs.

use serde_json::{Map, Value, json};

use super::Import;
use super::source::Node;
use crate::SpecError;

impl Import {
    /// `components.securitySchemes`.
    pub(super) fn security_schemes(
        &mut self,
        node: &Node,
    ) -> Result<Map<String, Value>, SpecError> {
        let mut out = Map::new();
        for (name, scheme) in node.fields()? {
            out.insert(name, Value::Object(self.security_scheme(&scheme)?));
        }
        Ok(out)
    }

    fn security_scheme(&mut self, node: &Node) -> Result<Map<String, Value>, SpecError> {
        let mut out = Map::new();
        let mut flow = Map::new();
        for (key, field) in node.fields()? {
            match (key.as_str(), field.value().as_str()) {
                ("type", Some("basic")) => {
                    out.insert("type".to_owned(), json!("http"));
                    out.insert("scheme".to_owned(), json!("basic"));
                }
                ("type", Some("apiKey" | "oauth2")) | ("description" | "name" | "in", _) => {
                    out.insert(key, field.value().clone());
                }
                ("type", _) => return Err(field.error("should be basic, apiKey or oauth2")),
                ("flow", _) => {}
                ("authorizationUrl" | "tokenUrl" | "scopes", _) => {
                    flow.insert(key, field.value().clone());
                }
                _ => self.extension_or_lost(&key, &field, &mut out),
            }
        }
        if node.str("type") == Some("oauth2") {
            let name = match node.str("flow") {
                Some("implicit") => "implicit",
                Some("password") => "password",
                Some("application") => "clientCredentials",
                Some("accessCode") => "authorizationCode",
                _ => {
                    return Err(node.error(
                        "should have a `flow`: implicit, password, application or accessCode",
                    ));
                }
            };
            flow.entry("scopes").or_insert(json!({}));
            out.insert("flows".to_owned(), json!({ name: flow }));
        }
        Ok(out)
    }
}
