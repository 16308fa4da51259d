//! Differences of operations, and of what all operations share.

use Category::{Additive, Breaking, Documentation};
use serde_json::Value;

use super::{Category, Diff};
use crate::direction::Direction;
use crate::document::operation::REPEATABLE;
use crate::document::{
    OperationNode, is_true, items, members, operation_nodes_of, parameters, resolve, str_at,
};

impl Diff<'_> {
    /// Compares servers, security and the description of the document.
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
            let names = |server: &Value| {
                members(server.get("variables"))
                    .map(|(k, _)| k.clone())
                    .collect()
            };
            items(document, "servers")
                .map(|server| (str_at(server, "url").to_owned(), names(server)))
                .collect()
        };
        if hosts(old) != hosts(new) {
            self.add(Breaking, "servers", "the URL or its variables change");
        } else if old.get("servers") != new.get("servers") {
            self.add(Documentation, "servers", "description, defaults");
        }

        self.breaking_if_differs("security", "security", old, new, "security");
        let pointer = "/components/securitySchemes";
        let (old_schemes, new_schemes) = (member(old, pointer), member(new, pointer));
        for (name, old_scheme) in members(Some(&old_schemes)) {
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
        for (name, _) in members(Some(&new_schemes)) {
            if old_schemes.get(name).is_none() {
                self.add(Additive, name, "a new security scheme");
            }
        }
    }

    /// Compares all operations, matched by id or else by method and path.
    pub(super) fn operations(&mut self) {
        let operations = |document| {
            let sections = ["paths", "x-ms-paths"].into_iter();
            let operations = sections.flat_map(|section| operation_nodes_of(document, section));
            operations.collect::<Vec<_>>()
        };
        let (old, new) = (operations(self.old), operations(self.new));
        let mut matched: Vec<String> = Vec::new();
        for operation in &old {
            let by_name = new.iter().find(|other| other.name() == operation.name());
            let by_place = || {
                new.iter().find(|other| {
                    other.place == operation.place
                        && !old.iter().any(|known| known.name() == other.name())
                })
            };
            let name = operation.name();
            match by_name.or_else(by_place) {
                None => self.add(Breaking, &name, "the operation is removed"),
                Some(other) => {
                    if other.name() != name {
                        let text = format!("the operation is renamed to `{}`", other.name());
                        self.add(Breaking, &name, text);
                    }
                    matched.push(other.place.clone());
                    self.operation(operation, other);
                }
            }
        }
        for operation in new.iter().filter(|o| !matched.contains(&o.place)) {
            self.add(Additive, &operation.name(), "a new operation");
        }
    }

    fn operation(&mut self, old: &OperationNode<'_>, new: &OperationNode<'_>) {
        let name = new.name();
        if old.endpoint() != new.endpoint() {
            let text = format!("moves from `{}` to `{}`", old.endpoint(), new.endpoint());
            self.add(Breaking, &name, text);
        }
        self.parameters(&name, old, new);
        self.request_body(&name, old.node, new.node);
        self.responses(&name, old.node, new.node);
        match (old.node.get("x-ms-pageable"), new.node.get("x-ms-pageable")) {
            (None, Some(_)) => self.add(Additive, &name, "is pageable now"),
            _ => self.breaking_if_differs(&name, "paging", old.node, new.node, "x-ms-pageable"),
        }
        self.breaking_if_differs(&name, "security", old.node, new.node, "security");
        match [old, new].map(|operation| is_true(operation.node, "x-ms-long-running-operation")) {
            // Before, the response was the result; after, it tells where the result will be.
            [false, true] => self.add(Breaking, &name, "is long-running now"),
            [true, false] => self.add(Breaking, &name, "is no longer long-running"),
            _ => {}
        }
        self.repeatable(&name, old.node, new.node);
        self.deprecation(&name, old.node, new.node);
        let keys = ["summary", "description", "tags", "externalDocs"];
        self.documentation(&name, old.node, new.node, &keys);
    }

    /// Compares whether the document says that a retry does no harm: without it, calls fail that were retried.
    fn repeatable(&mut self, name: &str, old: &Value, new: &Value) {
        match (old.get(REPEATABLE), new.get(REPEATABLE)) {
            (Some(why), None) => {
                let text = format!("is no longer retried, `{REPEATABLE}` ({why}) is lost");
                self.add(Breaking, name, text);
            }
            (None, Some(_)) => self.add(Additive, name, "is retried now"),
            (old, new) if old != new => {
                self.add(Documentation, name, format!("`{REPEATABLE}`"));
            }
            _ => {}
        }
    }

    fn parameters(&mut self, name: &str, old: &OperationNode<'_>, new: &OperationNode<'_>) {
        let old_parameters: Vec<_> = old.parameters(self.old).flatten().collect();
        let new_parameters: Vec<_> = new.parameters(self.new).flatten().collect();
        for old in &old_parameters {
            let new = new_parameters.iter().find(|new| new.key() == old.key());
            let place = match new {
                // A shared parameter is listed once for all operations.
                Some(new) if old.reference.is_some() && new.reference.is_some() => old.key(),
                _ => format!("{name} ({})", old.key()),
            };
            let Some(new) = new else {
                self.add(Breaking, &place, "the parameter is removed");
                continue;
            };
            let (old, new) = (old.node, new.node);
            let is_required = |p: &Value| is_true(p, "required");
            match (is_required(old), is_required(new)) {
                (false, true) => self.add(Breaking, &place, "the parameter is required now"),
                (true, false) => self.add(Additive, &place, "the parameter is optional now"),
                _ => {}
            }
            let is_list = |document, parameter: &Value| {
                let schema = resolve(document, &parameter["schema"]);
                schema.is_some_and(|schema| matches!(str_at(schema, "type"), "array" | "object"))
            };
            let old_style = is_list(self.old, old).then(|| parameters::style(old));
            let new_style = is_list(self.new, new).then(|| parameters::style(new));
            if old_style != new_style {
                self.add(Breaking, &place, "the serialization of lists changes");
            }
            if let (Some(old), Some(new)) = (old.get("schema"), new.get("schema")) {
                self.schemas(&place, old, new, Direction::Request);
            }
            self.deprecation(&place, old, new);
            self.documentation(&place, old, new, &["description"]);
            self.examples(&place, old, new);
        }
        for new in &new_parameters {
            if old_parameters.iter().any(|old| old.key() == new.key()) {
                continue;
            }
            let place = format!("{name} ({})", new.key());
            if is_true(new.node, "required") {
                self.add(Breaking, &place, "a new required parameter");
            } else {
                self.add(Additive, &place, "a new parameter");
            }
        }
    }
}
