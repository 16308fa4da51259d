//! Compares JSON values, timestamps as instants and numbers by what they are.

use chrono::DateTime;
use serde_json::Value;

/// Every difference between two values, with the place where it is.
pub fn differences(place: &str, expected: &Value, found: &Value) -> Vec<String> {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            let mut all = Vec::new();
            for (key, value) in expected {
                let place = format!("{place}/{key}");
                match found.get(key) {
                    Some(other) => all.extend(differences(&place, value, other)),
                    None => all.push(format!("{place} is missing")),
                }
            }
            for key in found.keys().filter(|key| !expected.contains_key(*key)) {
                all.push(format!("{place}/{key} was not expected"));
            }
            all
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            let pairs = expected.iter().zip(found).enumerate();
            pairs
                .flat_map(|(index, (expected, found))| {
                    differences(&format!("{place}/{index}"), expected, found)
                })
                .collect()
        }
        _ if expected == found || same_number(expected, found) || same_instant(expected, found) => {
            Vec::new()
        }
        _ => vec![format!("{place} is {found} instead of {expected}")],
    }
}

/// Whether two numbers are one, such as 3 and 3.0. Two integers are compared as they are: a float does not hold all.
fn same_number(one: &Value, other: &Value) -> bool {
    (one.is_f64() || other.is_f64()) && one.is_number() && one.as_f64() == other.as_f64()
}

fn same_instant(one: &Value, other: &Value) -> bool {
    let instant = |value: &Value| DateTime::parse_from_rfc3339(value.as_str()?).ok();
    instant(one).is_some_and(|one| instant(other) == Some(one))
}
