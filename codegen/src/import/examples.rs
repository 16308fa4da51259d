//! `x-ms-examples`: files of parameters and responses, split into an example of each parameter and
//! each body. Values stay as published.

use serde_json::{Map, Value, json};

use super::parameters::Parameters;
use super::source::Node;
use super::{Import, Kind};
use crate::SpecError;

/// One example of an operation.
struct Example {
    /// The key of its parts: the name of its file, or its title if it has no file.
    key: String,
    title: String,
    node: Node,
}

impl Example {
    fn with(&self, value: &Node) -> Value {
        json!({ "summary": self.title, "value": value.value() })
    }
}

impl Import {
    /// Adds the examples of the operation at `node` to `out`, the converted operation.
    pub(super) fn examples(
        &mut self,
        node: &Node,
        parameters: &Parameters,
        out: &mut Map<String, Value>,
    ) -> Result<(), SpecError> {
        let mut keys: Vec<String> = Vec::new();
        for (title, entry) in node.fields_of("x-ms-examples")? {
            let example = self.tree.follow(&entry)?;
            let is_file = !example.in_file_of(&entry);
            let mut key = if is_file {
                example.file_stem()
            } else {
                title.clone()
            };
            if keys.contains(&key) {
                // Two titles refer to one file.
                key = title.clone();
            }
            keys.push(key.clone());
            let example = Example {
                key,
                title,
                node: example,
            };
            for (member, field) in example.node.fields()? {
                match member.as_str() {
                    "parameters" => self.example_request(&example, &field, parameters, out)?,
                    "responses" => self.example_responses(&example, &field, out)?,
                    // Both repeat the operation that refers to the file.
                    "title" | "operationId" => {}
                    _ => self.report.add(
                        Kind::UnknownExampleMember,
                        &member,
                        field.error(format!("`{member}` is unknown in an example file")),
                    ),
                }
            }
        }
        Ok(())
    }

    fn example_request(
        &mut self,
        example: &Example,
        node: &Node,
        parameters: &Parameters,
        out: &mut Map<String, Value>,
    ) -> Result<(), SpecError> {
        let body_name = parameters.body.as_ref().and_then(|body| body.str("name"));
        let fields = node.fields()?;
        let is_content_type = |name: &str| name.eq_ignore_ascii_case("content-type");
        let content_type = fields
            .iter()
            .find(|(name, _)| is_content_type(name))
            .and_then(|(_, value)| value.value().as_str());
        let mut form = Map::new();
        for (name, value) in &fields {
            let declared = parameters.declared.iter().position(|declared| {
                declared.name == *name
                    || declared.location == "header" && declared.name.eq_ignore_ascii_case(name)
            });
            if let Some(index) = declared {
                self.parameter_example(example, value, parameters, index, out);
            } else if body_name == Some(name) {
                let content = out
                    .get_mut("requestBody")
                    .and_then(|b| b.get_mut("content"));
                add_to_content(content, content_type, example, example.with(value));
            } else if parameters
                .form
                .iter()
                .any(|field| field.str("name") == Some(name))
            {
                form.insert(name.clone(), value.value().clone());
            } else if self.is_host_parameter(name)? {
                self.host_values
                    .entry(name.clone())
                    .or_insert_with(|| value.value().clone());
            } else if is_content_type(name) && has_media_type(out, content_type) {
                self.note_media_type(name, value);
            } else {
                let what = format!("the operation declares no parameter `{name}`");
                let what = value.error(format!("{what}; kept in `{UNDECLARED_PARAMETERS}`"));
                self.report
                    .add(Kind::UndeclaredExampleParameter, name, what);
                let kept = [UNDECLARED_PARAMETERS, &example.key];
                insert_at(out, &kept, name, value.value().clone());
            }
        }
        if !form.is_empty() {
            let content = out
                .get_mut("requestBody")
                .and_then(|b| b.get_mut("content"));
            let value = json!({ "summary": example.title, "value": form });
            add_to_content(content, content_type, example, value);
        }
        Ok(())
    }

    fn parameter_example(
        &mut self,
        example: &Example,
        value: &Node,
        parameters: &Parameters,
        index: usize,
        out: &mut Map<String, Value>,
    ) {
        let shared = parameters
            .declared
            .get(index)
            .and_then(|p| p.shared.as_ref());
        if let Some(shared) = shared {
            let operation = out.get("operationId").and_then(Value::as_str);
            let key = format!("{} {}", operation.unwrap_or_default(), example.key);
            let key = key.trim().to_owned();
            self.shared_parameters
                .add_example(shared, key, example.with(value));
        } else if let Some(parameter) = out
            .get_mut("parameters")
            .and_then(|list| list.get_mut(index))
            .and_then(Value::as_object_mut)
        {
            insert_at(parameter, &["examples"], &example.key, example.with(value));
        }
    }

    fn example_responses(
        &mut self,
        example: &Example,
        node: &Node,
        out: &mut Map<String, Value>,
    ) -> Result<(), SpecError> {
        for (status, field) in node.fields()? {
            let is_error = status.starts_with(['4', '5']);
            let is_declared = |status: &str| {
                let responses = out.get("responses").and_then(Value::as_object);
                responses.is_some_and(|responses| responses.contains_key(status))
            };
            let (name, key) = if is_declared(&status) {
                (status.clone(), example.key.clone())
            } else if is_error && is_declared("default") {
                ("default".to_owned(), format!("{} {status}", example.key))
            } else {
                self.report.add(
                    Kind::UndeclaredExampleStatus,
                    &status,
                    field.error(format!(
                        "the operation declares no status {status}; kept in `{UNDECLARED_RESPONSES}`"
                    )),
);
                let kept = [UNDECLARED_RESPONSES, &example.key];
                insert_at(out, &kept, &status, field.value().clone());
                continue;
            };
            let example = Example {
                key,
                title: example.title.clone(),
                node: example.node.clone(),
            };
            let response = out.get_mut("responses").and_then(|r| r.get_mut(&name));
            if let Some(Value::Object(response)) = response {
                self.example_response(&example, &field, response)?;
            }
        }
        Ok(())
    }

    fn example_response(
        &mut self,
        example: &Example,
        node: &Node,
        out: &mut Map<String, Value>,
    ) -> Result<(), SpecError> {
        let headers = node.fields_of("headers")?;
        let content_type = headers
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case("content-type"))
            .and_then(|(_, value)| value.value().as_str());
        for (member, field) in node.fields()? {
            match member.as_str() {
                "headers" => {}
                "body" if out.contains_key("content") => {
                    let content = out.get_mut("content");
                    add_to_content(content, content_type, example, example.with(&field));
                }
                // An empty object means nothing where there is no body.
                "body" if field.value() == &json!({}) || field.value().is_null() => {
                    self.report.add(
                        Kind::EmptyExampleBody,
                        "body",
                        field.error("is empty, and the response has no body"),
                    );
                }
                "body" => {
                    self.report.add(
                        Kind::UndeclaredExampleBody,
                        "body",
                        field.error(format!(
                            "the response has no body; kept in `{UNDECLARED_BODIES}`"
                        )),
                    );
                    let body = field.value().clone();
                    insert_at(out, &[UNDECLARED_BODIES], &example.key, body);
                }
                _ => self.report.add(
                    Kind::UnknownExampleMember,
                    &member,
                    field.error(format!("`{member}` is unknown in an example's response")),
                ),
            }
        }
        for (name, value) in &headers {
            self.example_header(example, name, value, out);
        }
        Ok(())
    }

    fn example_header(
        &mut self,
        example: &Example,
        name: &str,
        value: &Node,
        out: &mut Map<String, Value>,
    ) {
        let declared = out
            .get_mut("headers")
            .and_then(Value::as_object_mut)
            .and_then(|headers| {
                let found = headers
                    .iter_mut()
                    .find(|(key, _)| key.eq_ignore_ascii_case(name));
                found.and_then(|(_, header)| header.as_object_mut())
            });
        if let Some(header) = declared {
            insert_at(header, &["examples"], &example.key, example.with(value));
            return;
        }
        let media_type = value.value().as_str();
        let content = out.get("content").and_then(Value::as_object);
        if name.eq_ignore_ascii_case("content-type")
            && media_type.is_some_and(|name| content.is_some_and(|c| c.contains_key(name)))
        {
            return self.note_media_type(name, value);
        }
        let what =
            format!("the response declares no header `{name}`; kept in `{UNDECLARED_HEADERS}`");
        self.report
            .add(Kind::UndeclaredExampleHeader, name, value.error(what));
        let kept = [UNDECLARED_HEADERS, &example.key];
        insert_at(out, &kept, name, value.value().clone());
    }

    fn note_media_type(&mut self, name: &str, value: &Node) {
        let media_type = value.value();
        let what = format!("selects the media type {media_type} for the example's body");
        self.report
            .add(Kind::ExampleMediaType, name, value.error(what));
    }
}

const UNDECLARED_PARAMETERS: &str = "x-acs-undeclared-example-parameters";
const UNDECLARED_RESPONSES: &str = "x-acs-undeclared-example-responses";
const UNDECLARED_BODIES: &str = "x-acs-undeclared-example-bodies";
const UNDECLARED_HEADERS: &str = "x-acs-undeclared-example-headers";

/// Adds an example to `media_type`, or to all media types if that is none of them.
fn add_to_content(
    content: Option<&mut Value>,
    media_type: Option<&str>,
    example: &Example,
    value: Value,
) {
    let Some(Value::Object(content)) = content else {
        return;
    };
    let chosen = media_type.filter(|name| content.contains_key(*name));
    for (name, body) in content {
        if let (true, Value::Object(body)) = (chosen.is_none_or(|chosen| chosen == name), body) {
            insert_at(body, &["examples"], &example.key, value.clone());
        }
    }
}

fn has_media_type(operation: &Map<String, Value>, media_type: Option<&str>) -> bool {
    let content = operation.get("requestBody").and_then(|b| b.get("content"));
    media_type.is_some_and(|name| content.is_some_and(|content| content.get(name).is_some()))
}

/// Inserts into the object at `path` below `map`, creating the objects on the way.
fn insert_at(map: &mut Map<String, Value>, path: &[&str], key: &str, value: Value) {
    match path.split_first() {
        None => {
            map.insert(key.to_owned(), value);
        }
        Some((first, rest)) => {
            let inner = map.entry(*first).or_insert_with(|| json!({}));
            if let Value::Object(inner) = inner {
                insert_at(inner, rest, key, value);
            }
        }
    }
}
