//! Rules of a file that say how much a change matters.
//!
//! ```toml
//! [[rule]]
//! place = "Loaves_*"
//! change = "is deprecated"
//! severity = "breaking"
//! ```

use std::path::Path;

use clap::ValueEnum;

use super::{Category, Change};
use crate::{SpecError, files};

/// The rules of a file, in its order.
#[derive(Default)]
pub struct Rules(Vec<Rule>);

struct Rule {
    /// The places and changes that it is for; `*` stands for any text.
    place: String,
    change: String,
    /// `None` ignores the change.
    severity: Option<Category>,
}

impl Rules {
    /// Reads the rules of the TOML file at `path`.
    pub fn read(path: &Path) -> Result<Self, SpecError> {
        let error = |what: String| SpecError::of_file(files::shown(path), what);
        let text =
            std::fs::read_to_string(path).map_err(|e| error(format!("cannot be read: {e}")))?;
        let file: toml::Table = text
            .parse()
            .map_err(|e| error(format!("is no TOML: {e}")))?;
        if let Some(key) = file.keys().find(|key| *key != "rule") {
            return Err(error(format!("`{key}` is unknown; write `[[rule]]`")));
        }
        let Some(rules) = file.get("rule") else {
            return Ok(Self::default());
        };
        let listed = rules.as_array().ok_or("should be a list; write `[[rule]]`");
        let rules = listed.and_then(|rules| rules.iter().map(rule).collect());
        let rules = rules.map_err(|why| error(format!("`rule` {why}")))?;
        Ok(Self(rules))
    }

    /// The severity of `change` by the first rule for it: `Some(None)` ignores it.
    pub(super) fn severity(&self, change: &Change) -> Option<Option<Category>> {
        let mut rules = self.0.iter();
        let rule = rules.find(|rule| {
            matches(&rule.place, &change.place) && matches(&rule.change, &change.text)
        });
        rule.map(|rule| rule.severity)
    }
}

fn rule(value: &toml::Value) -> Result<Rule, &'static str> {
    let table = value.as_table().ok_or("should be a list of tables")?;
    let known = ["place", "change", "severity"];
    if table.keys().any(|key| !known.contains(&key.as_str())) {
        return Err("has a member other than `place`, `change` and `severity`");
    }
    let pattern = |key: &str| match table.get(key) {
        None => Ok("*".to_owned()),
        Some(toml::Value::String(text)) => Ok(text.clone()),
        Some(_) => Err("has a `place` or `change` that is no string"),
    };
    let severity = table.get("severity").and_then(toml::Value::as_str);
    let severity = match severity {
        Some("ignore") => None,
        severity => Some(
            severity
                .and_then(|name| Category::from_str(name, false).ok())
                .ok_or("needs a `severity`: breaking, additive, documentation or ignore")?,
        ),
    };
    Ok(Rule {
        place: pattern("place")?,
        change: pattern("change")?,
        severity,
    })
}

/// Whether `text` is what `pattern` says, where `*` stands for any text.
fn matches(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(mut text) = text.strip_prefix(start) else {
        return false;
    };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let end = parts.pop().unwrap_or_default();
    for part in parts {
        match text.split_once(part) {
            Some((_, behind)) => text = behind,
            None => return false,
        }
    }
    text.ends_with(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_is_any_text() {
        for (pattern, text, expected) in [
            ("*", "", true),
            ("a", "a", true),
            ("a", "ab", false),
            ("a*", "ab", true),
            ("*b", "ab", true),
            ("a*c*e", "abcde", true),
            ("a*c*e", "abde", false),
            ("ab*bc", "abc", false),
            ("*a*", "b", false),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} of {text}");
        }
    }
}
