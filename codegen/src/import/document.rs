//! The document as a whole.

use serde_json::{Map, Value, json};

use super::{Import, Kind, is_swagger};
use crate::SpecError;

impl Import {
    /// Converts the main document and everything that it refers to.
    pub(super) fn document(&mut self) -> Result<Value, SpecError> {
        if !is_swagger(self.main.value()) {
            return Err(self
                .main
                .error("is not Swagger 2.0: it should be an object with `swagger`: \"2.0\""));
        }
        self.name_definitions()?;
        self.name_parameters()?;
        let mut out = Map::new();
        for key in [
            "openapi",
            "info",
            "servers",
            "security",
            "tags",
            "externalDocs",
            "paths",
            "components",
        ] {
            out.insert(key.to_owned(), Value::Null);
        }
        out.insert("openapi".to_owned(), json!("3.0.3"));
        let mut security_schemes = Map::new();
        for (key, field) in self.main.fields()? {
            match key.as_str() {
                "info" | "security" | "tags" | "externalDocs" => {
                    out.insert(key, field.value().clone());
                }
                "paths" => {
                    let paths = self.paths(&field)?;
                    out.insert(key, Value::Object(paths));
                }
                "securityDefinitions" => security_schemes = self.security_schemes(&field)?,
                // Converted where they are used.
                "swagger"
                | "host"
                | "basePath"
                | "schemes"
                | "consumes"
                | "produces"
                | "definitions"
                | "parameters"
                | "x-ms-parameterized-host" => {}
                "responses" => self.report.add(
                    Kind::SharedResponses,
                    "responses",
                    field.error("shared responses are inlined into the operations that use them"),
                ),
                _ => self.extension_or_lost(&key, &field, &mut out),
            }
        }
        for required in ["info", "paths"] {
            if out.get(required).is_none_or(Value::is_null) {
                return Err(self.main.error(format!("has no `{required}`")));
            }
        }
        let mut schemas = self.schemas()?;
        let has_paths = !self.main.fields_of("paths")?.is_empty();
        if !has_paths {
            self.events(&mut schemas)?;
        }
        let parameters = self.components_parameters()?;
        let components: Map<String, Value> = [
            ("schemas", schemas),
            ("parameters", parameters),
            ("securitySchemes", security_schemes),
        ]
        .into_iter()
        .filter(|(_, section)| !section.is_empty())
        .map(|(key, section)| (key.to_owned(), Value::Object(section)))
        .collect();
        if has_paths {
            out.insert("servers".to_owned(), self.servers()?);
        }
        out.insert("components".to_owned(), Value::Object(components));
        out.retain(|_, value| !value.is_null());
        Ok(Value::Object(out))
    }
}
