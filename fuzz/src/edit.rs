//! Edits of a JSON document, as an input describes them: bytes changed at random would hardly ever be JSON.

use serde_json::{Value, json};

/// The bytes of one edit: the node, what is done to it, and with which value.
pub const BYTES: usize = 5;

/// The number of edits that one input can have.
const EDITS: usize = 6;

/// Keywords that a step reads, to be added where they do not belong.
const KEYWORDS: &[&str] = &[
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "content",
    "default",
    "description",
    "discriminator",
    "enum",
    "examples",
    "format",
    "in",
    "items",
    "name",
    "nullable",
    "oneOf",
    "operationId",
    "parameters",
    "properties",
    "readOnly",
    "required",
    "responses",
    "schema",
    "type",
    "x-ms-enum",
    "x-ms-pageable",
    "x-ms-parameter-location",
    "a b/~\n\u{1F680}",
];

/// Edits `document`.
pub fn edit(document: &mut Value, edits: &[u8]) {
    for edit in edits.chunks_exact(BYTES).take(EDITS) {
        let places = places(document);
        let index = usize::from(u16::from_be_bytes([edit[0], edit[1]]));
        let place = &places[index % places.len()];
        let other = &places[(usize::from(edit[4]) << 8 | index) % places.len()];
        let value = value(document, other, edit[3]);
        let Some(node) = document.pointer_mut(place) else {
            continue;
        };
        match (edit[2] % 4, node) {
            (0, node) => *node = value,
            (1, Value::Object(members)) => {
                let name = KEYWORDS[usize::from(edit[4]) % KEYWORDS.len()];
                members.insert(name.to_owned(), value);
            }
            (1, Value::Array(items)) => items.push(value),
            (2, Value::Object(members)) => {
                let last = members.keys().next_back().cloned();
                last.and_then(|name| members.shift_remove(&name));
            }
            (2, Value::Array(items)) => drop(items.pop()),
            (_, Value::Object(members)) => {
                if let Some((name, member)) = members
                    .iter()
                    .next()
                    .map(|(name, member)| (name.clone(), member.clone()))
                {
                    members.shift_remove(&name);
                    members.insert(
                        KEYWORDS[usize::from(edit[4]) % KEYWORDS.len()].to_owned(),
                        member,
                    );
                }
            }
            (_, node) => *node = value,
        }
    }
}

/// The JSON pointers to all nodes.
fn places(document: &Value) -> Vec<String> {
    fn visit(node: &Value, place: String, places: &mut Vec<String>) {
        match node {
            Value::Object(members) => {
                for (name, member) in members {
                    let name = name.replace('~', "~0").replace('/', "~1");
                    visit(member, format!("{place}/{name}"), places);
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    visit(item, format!("{place}/{index}"), places);
                }
            }
            _ => {}
        }
        places.push(place);
    }
    let mut places = Vec::new();
    visit(document, String::new(), &mut places);
    places
}

fn value(document: &Value, other: &str, selector: u8) -> Value {
    let copy = || document.pointer(other).cloned().unwrap_or_default();
    match selector % 16 {
        0 => Value::Null,
        1 => json!({}),
        2 => json!([]),
        3 => json!(""),
        4 => json!(true),
        5 => json!(-1),
        6 => json!(1e300),
        7 => json!({ "$ref": format!("#{other}") }),
        8 => json!("object"),
        9 => json!("string"),
        10 => json!(["a", "A", "a"]),
        11 => json!("\u{0}\n{x}/../%2f"),
        12 => json!({ "type": "object", "nullable": true }),
        _ => copy(),
    }
}
