//! Differences of operations, and of what all operations share.

use serde_json::{Value, json};

use crate::openapi::{Operation, entries, operations, resolve, text};

use super::{Category, Diff, Side};
use Category::{Additive, Breaking, Documentation};

impl Diff<'_> {
    /// Compares servers, security and what the document says about itself.
    pub(super) fn document(&mut self) {
        let null = Value::Null;
        let (old, new) = (self.old, self.new);
        let member = |document: &'_ Value, pointer: &str| -> Value {
            document.pointer(pointer).unwrap_or(&null).clone()
        };
        let (old_info, new_info) = (member(old, "/info"), member(new, "/info"));
        let keys = [
            "title",
            "description",
            "termsOfService",
            "contact",
            "license",
        ];
        self.documentation("info", &old_info, &new_info, &keys);
        self.documentation("document", old, new, &["tags", "externalDocs"]);

        let hosts = |document: &Value| -> Vec<(String, Vec<String>)> {
            let servers = document.get("servers").and_then(Value::as_array);
            let servers = servers.into_iter().flatten();
            let names = |server: &Value| {
                entries(server.get("variables"))
                    .map(|(k, _)| k.clone())
                    .collect()
            };
            servers
                .map(|server| (text(server, "url").to_owned(), names(server)))
                .collect()
        };
        if hosts(old) != hosts(new) {
            self.add(Breaking, "servers", "the URL or its variables change");
        } else if old.get("servers") != new.get("servers") {
            self.add(Documentation, "servers", "description, defaults");
        }

        self.breaking_if_differs("security", "what every request needs", old, new, "security");
        let pointer = "/components/securitySchemes";
        let (old_schemes, new_schemes) = (member(old, pointer), member(new, pointer));
        for (name, old_scheme) in entries(Some(&old_schemes)) {
            match new_schemes.get(name) {
                None => self.add(Breaking, name, "the security scheme is removed"),
                Some(new_scheme) => {
                    for key in ["type", "name", "in", "scheme", "flows", "openIdConnectUrl"] {
                        self.breaking_if_differs(name, key, old_scheme, new_scheme, key);
                    }
                    let keys = ["description", "bearerFormat"];
                    self.documentation(name, old_scheme, new_scheme, &keys);
                }
            }
        }
        for (name, _) in entries(Some(&new_schemes)) {
            if old_schemes.get(name).is_none() {
                self.add(Additive, name, "a new security scheme");
            }
        }
    }

    /// Compares all operations: those with one id, then those at one place under another id.
    pub(super) fn operations(&mut self) {
        let old = operations(self.old);
        let new = operations(self.new);
        let mut matched: Vec<String> = Vec::new();
        for operation in &old {
            let by_name = new.iter().find(|other| other.name() == operation.name());
            let by_place = || {
                new.iter().find(|other| {
                    other.pointer == operation.pointer
                        && !old.iter().any(|known| known.name() == other.name())
                })
            };
            let name = operation.name();
            match by_name.or_else(by_place) {
                None => self.add(Breaking, &name, "the operation is removed"),
                Some(other) => {
                    if other.name() != name {
                        let text = format!("the operation is called `{}` now", other.name());
                        self.add(Breaking, &name, text);
                    }
                    matched.push(other.pointer.clone());
                    self.operation(operation, other);
                }
            }
        }
        for operation in new.iter().filter(|o| !matched.contains(&o.pointer)) {
            self.add(Additive, &operation.name(), "a new operation");
        }
    }

    fn operation(&mut self, old: &Operation<'_>, new: &Operation<'_>) {
        let name = new.name();
        let place = |operation: &Operation<'_>| {
            format!("{} {}", operation.method.to_uppercase(), operation.path)
        };
        if place(old) != place(new) {
            let text = format!("moves from `{}` to `{}`", place(old), place(new));
            self.add(Breaking, &name, text);
        }
        self.parameters(&name, old, new);
        self.request_body(&name, old.value, new.value);
        self.responses(&name, old.value, new.value);
        match (
            old.value.get("x-ms-pageable"),
            new.value.get("x-ms-pageable"),
        ) {
            (None, Some(_)) => self.add(Additive, &name, "returns its result in pages"),
            _ => self.breaking_if_differs(&name, "paging", old.value, new.value, "x-ms-pageable"),
        }
        self.breaking_if_differs(
            &name,
            "what a request needs",
            old.value,
            new.value,
            "security",
        );
        if old.value.get("deprecated") != new.value.get("deprecated") {
            let is_deprecated = new.value.get("deprecated") == Some(&json!(true));
            let text = if is_deprecated {
                "is deprecated"
            } else {
                "is not deprecated any more"
            };
            self.add(Documentation, &name, text);
        }
        let keys = ["summary", "description", "tags", "externalDocs"];
        self.documentation(&name, old.value, new.value, &keys);
    }

    fn parameters(&mut self, name: &str, old: &Operation<'_>, new: &Operation<'_>) {
        let old_parameters = old.parameters(self.old);
        let new_parameters = new.parameters(self.new);
        for old in &old_parameters {
            let new = new_parameters.iter().find(|new| new.key() == old.key());
            let place = match new {
                // What all operations share is said once.
                Some(new) if old.reference.is_some() && new.reference.is_some() => old.key(),
                _ => format!("{name} ({})", old.key()),
            };
            let Some(new) = new else {
                self.add(Breaking, &place, "the parameter is removed");
                continue;
            };
            let (old, new) = (old.value, new.value);
            let is_required = |p: &Value| p.get("required") == Some(&json!(true));
            match (is_required(old), is_required(new)) {
                (false, true) => self.add(Breaking, &place, "the parameter is required now"),
                (true, false) => self.add(Additive, &place, "the parameter is optional now"),
                _ => {}
            }
            let written = |p: &Value| {
                let location = text(p, "in");
                let form = matches!(location, "query" | "cookie");
                let style = p.get("style").and_then(Value::as_str);
                let style = style
                    .unwrap_or(if form { "form" } else { "simple" })
                    .to_owned();
                let explode = p.get("explode").and_then(Value::as_bool);
                let explode = explode.unwrap_or(style == "form");
                let is_list = resolve(self.old, p.get("schema").unwrap_or(&Value::Null))
                    .is_some_and(|schema| matches!(text(schema, "type"), "array" | "object"));
                is_list.then_some((style, explode))
            };
            if written(old) != written(new) {
                self.add(Breaking, &place, "lists are written in another way");
            }
            if let (Some(old), Some(new)) = (old.get("schema"), new.get("schema")) {
                self.schemas(&place, old, new, Side::Request);
            }
            self.documentation(&place, old, new, &["description", "deprecated"]);
            self.examples(&place, old, new);
        }
        for new in &new_parameters {
            if old_parameters.iter().any(|old| old.key() == new.key()) {
                continue;
            }
            let place = format!("{name} ({})", new.key());
            if new.value.get("required") == Some(&json!(true)) {
                self.add(Breaking, &place, "a new parameter that is required");
            } else {
                self.add(Additive, &place, "a new parameter");
            }
        }
    }
}
