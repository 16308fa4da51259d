//! Differences of bodies: of requests, and of responses with their statuses and headers.

use Category::{Additive, Breaking, Documentation};
use serde_json::Value;

use super::{Category, Diff};
use crate::direction::Direction;
use crate::document::{is_true, members, resolve};

impl Diff<'_> {
    pub(super) fn request_body(&mut self, name: &str, old: &Value, new: &Value) {
        let place = format!("{name} (body)");
        let old = old
            .get("requestBody")
            .and_then(|body| resolve(self.old, body));
        let new = new
            .get("requestBody")
            .and_then(|body| resolve(self.new, body));
        let is_required = |body: &Value| is_true(body, "required");
        match (old, new) {
            (None, None) => {}
            (Some(_), None) => self.add(Breaking, &place, "the body is removed"),
            (None, Some(new)) if is_required(new) => {
                self.add(Breaking, &place, "a new required body");
            }
            (None, Some(_)) => self.add(Additive, &place, "a new body"),
            (Some(old), Some(new)) => {
                match (is_required(old), is_required(new)) {
                    (false, true) => self.add(Breaking, &place, "the body is required now"),
                    (true, false) => self.add(Additive, &place, "the body is optional now"),
                    _ => {}
                }
                self.contents(&place, old, new, Direction::Request);
                self.documentation(&place, old, new, &["description"]);
            }
        }
    }

    pub(super) fn responses(&mut self, name: &str, old: &Value, new: &Value) {
        let (old_responses, new_responses) = (old.get("responses"), new.get("responses"));
        let statuses = |responses| members(responses).filter(|(key, _)| !key.starts_with("x-"));
        for (status, old) in statuses(old_responses) {
            let place = format!("{name} ({status})");
            match new_responses.and_then(|responses| responses.get(status)) {
                None => self.add(Breaking, &place, "the status is removed"),
                Some(new) => {
                    if let (Some(old), Some(new)) = (resolve(self.old, old), resolve(self.new, new))
                    {
                        self.response(&place, status, old, new);
                    }
                }
            }
        }
        for (status, new) in statuses(new_responses) {
            if old_responses.is_some_and(|responses| responses.get(status).is_some()) {
                continue;
            }
            let content = |document, response| {
                let response = resolve(document, response)?;
                let (_, first) = members(response.get("content")).next()?;
                first.get("schema").cloned()
            };
            // An operation returns one type, whatever the status of the success.
            let returned = content(self.new, new);
            let old_statuses = statuses(old_responses);
            let mut successes = old_statuses.filter(|(status, _)| status.starts_with('2'));
            let is_known = successes.any(|(_, old)| content(self.old, old) == returned);
            let category = if status.starts_with('2') && !is_known {
                Breaking
            } else {
                Additive
            };
            self.add(category, &format!("{name} ({status})"), "a new status");
        }
    }

    fn response(&mut self, place: &str, status: &str, old: &Value, new: &Value) {
        let has_content = |response: &Value| members(response.get("content")).next().is_some();
        match (has_content(old), has_content(new)) {
            (true, false) => self.add(Breaking, place, "the body is removed"),
            (false, true) if status.starts_with('2') => {
                self.add(Breaking, place, "a body is returned now");
            }
            (false, true) => self.add(Additive, place, "a body is returned now"),
            _ => self.contents(place, old, new, Direction::Response),
        }
        let (old_headers, new_headers) = (old.get("headers"), new.get("headers"));
        let find = |headers: Option<&Value>, name: &str| -> Option<Value> {
            let mut headers = members(headers);
            let (_, header) = headers.find(|(key, _)| key.eq_ignore_ascii_case(name))?;
            Some(header.clone())
        };
        for (name, old_header) in members(old_headers) {
            let place = format!("{place} header {name}");
            let Some(new_header) = find(new_headers, name) else {
                self.add(Breaking, &place, "the header is removed");
                continue;
            };
            let old_header = resolve(self.old, old_header).cloned().unwrap_or_default();
            let new_header = resolve(self.new, &new_header).cloned().unwrap_or_default();
            if let (Some(old), Some(new)) = (old_header.get("schema"), new_header.get("schema")) {
                self.schemas(&place, old, new, Direction::Response);
            }
            self.documentation(&place, &old_header, &new_header, &["description"]);
            self.examples(&place, &old_header, &new_header);
        }
        for (name, _) in members(new_headers) {
            if find(old_headers, name).is_none() {
                self.add(Additive, &format!("{place} header {name}"), "a new header");
            }
        }
        let key = "x-ms-error-response";
        self.breaking_if_differs(place, "whether it is an error", old, new, key);
        self.documentation(place, old, new, &["description"]);
    }

    fn contents(&mut self, place: &str, old: &Value, new: &Value, direction: Direction) {
        let (old_content, new_content) = (old.get("content"), new.get("content"));
        let find = |content: Option<&Value>, media_type: &str| {
            let mut contents = members(content);
            let found = contents.find(|(key, _)| key.eq_ignore_ascii_case(media_type));
            found.map(|(_, content)| content.clone())
        };
        let mut pairs = Vec::new();
        for (media_type, old) in members(old_content) {
            match find(new_content, media_type) {
                Some(new) => pairs.push((old.clone(), new)),
                None => {
                    let text = format!("the media type `{media_type}` is removed");
                    self.add(Breaking, place, text);
                }
            }
        }
        for (media_type, _) in members(new_content) {
            if find(old_content, media_type).is_none() {
                self.add(
                    Additive,
                    place,
                    format!("the media type `{media_type}` is added"),
                );
            }
        }
        if let (true, Some((_, old)), Some((_, new))) = (
            pairs.is_empty(),
            members(old_content).next(),
            members(new_content).next(),
        ) {
            // Another media type, but perhaps the same schema.
            pairs.push((old.clone(), new.clone()));
        }
        for (old, new) in pairs {
            match (old.get("schema"), new.get("schema")) {
                (Some(old), Some(new)) => self.schemas(place, old, new, direction),
                (None, None) => {}
                _ => self.add(Breaking, place, "the body gains or loses its schema"),
            }
            self.examples(place, &old, &new);
        }
    }

    /// Compares the values of examples, whatever their keys.
    pub(super) fn examples(&mut self, place: &str, old: &Value, new: &Value) {
        let values = |document: &Value, owner: &Value| {
            let mut values: Vec<String> = members(owner.get("examples"))
                .filter_map(|(_, example)| resolve(document, example)?.get("value"))
                .chain(owner.get("example"))
                .map(Value::to_string)
                .collect();
            values.sort();
            values.dedup();
            values
        };
        if values(self.old, old) != values(self.new, new) {
            self.add(Documentation, place, "examples");
        }
    }
}
