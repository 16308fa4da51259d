//! Servers: `x-ms-parameterized-host`, or `host`, `basePath` and `schemes`.

use serde_json::{Map, Value, json};

use super::source::Node;
use super::{Import, Kind};
use crate::SpecError;

impl Import {
    /// `servers`. Host parameters without a default get one from the examples, so operations must be
    /// converted first.
    pub(super) fn servers(&mut self) -> Result<Value, SpecError> {
        let schemes = self.main.texts_of("schemes")?;
        let base_path = match self.main.child("basePath") {
            Some(base_path) => base_path.text()?,
            None => String::new(),
        };
        let base_path = base_path.trim_end_matches('/');
        if let Some(host) = self.main.child("x-ms-parameterized-host") {
            return self.parameterized_host(&host, &schemes, base_path);
        }
        let Some(host) = self.main.child("host") else {
            let url = if base_path.is_empty() { "/" } else { base_path };
            return Ok(json!([{ "url": url }]));
        };
        let host = host.text()?;
        let schemes = if schemes.is_empty() {
            vec!["https".to_owned()]
        } else {
            schemes
        };
        let url = |scheme| json!({ "url": format!("{scheme}://{host}{base_path}") });
        Ok(schemes.iter().map(url).collect())
    }

    fn parameterized_host(
        &mut self,
        host: &Node,
        schemes: &[String],
        base_path: &str,
    ) -> Result<Value, SpecError> {
        let mut template = None;
        let mut prefix = true;
        let mut variables = Map::new();
        let mut server = Map::new();
        for (key, field) in host.fields()? {
            match key.as_str() {
                "hostTemplate" => template = Some(field.text()?),
                "useSchemePrefix" => prefix = field.value() != &json!(false),
                // The order of arguments in generated constructors.
                "positionInOperation" => {
                    server.insert(
                        "x-ms-position-in-operation".to_owned(),
                        field.value().clone(),
                    );
                }
                "parameters" => {
                    for parameter in field.items()? {
                        let parameter = self.tree.follow(&parameter)?;
                        let (name, variable) = self.server_variable(&parameter)?;
                        variables.insert(name, variable);
                    }
                }
                _ => self.extension_or_lost(&key, &field, &mut server),
            }
        }
        let template = template.ok_or_else(|| host.error("has no `hostTemplate`"))?;
        let scheme = schemes.first().map_or("https", String::as_str);
        let prefix = if prefix {
            format!("{scheme}://")
        } else {
            String::new()
        };
        let mut out = Map::new();
        out.insert(
            "url".to_owned(),
            json!(format!("{prefix}{template}{base_path}")),
        );
        if !variables.is_empty() {
            out.insert("variables".to_owned(), Value::Object(variables));
        }
        out.extend(server);
        Ok(json!([out]))
    }

    fn server_variable(&mut self, node: &Node) -> Result<(String, Value), SpecError> {
        let mut name = String::new();
        let mut out = Map::new();
        for (key, field) in node.fields()? {
            match key.as_str() {
                "name" => name = field.text()?,
                "enum" | "default" | "description" => {
                    out.insert(key, field.value().clone());
                }
                // A server variable is always a required string in the URL.
                "in" | "required" | "type" | "format" => {}
                _ => self.extension_or_lost(&key, &field, &mut out),
            }
        }
        if !out.contains_key("default") {
            let first = node
                .child("enum")
                .and_then(|list| list.items().ok()?.first().cloned());
            let default = match (self.host_values.get(&name), first) {
                (Some(value), _) => value.clone(),
                (None, Some(first)) => first.value().clone(),
                (None, None) => {
                    self.report.add(
                        Kind::AssumedServer,
                        &name,
                        node.error(
                            "has no default and no example; its default is `http://localhost`",
                        ),
                    );
                    json!("http://localhost")
                }
            };
            out.insert("default".to_owned(), default);
        }
        Ok((name, Value::Object(out)))
    }

    /// Whether the host has a parameter of this name.
    pub(super) fn is_host_parameter(&mut self, name: &str) -> Result<bool, SpecError> {
        let host = self.main.child("x-ms-parameterized-host");
        let parameters = host.map(|host| host.items_of("parameters")).transpose()?;
        for parameter in parameters.into_iter().flatten() {
            if self.tree.follow(&parameter)?.str("name") == Some(name) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
