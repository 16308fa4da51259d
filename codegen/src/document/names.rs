//! Names of the API as names of Rust, each once where it must be.

use std::collections::BTreeSet;

use heck::{ToPascalCase, ToSnakeCase};
use serde_json::Value;

use super::str_at;

/// Types and traits that generated code means where it has their names.
pub const TYPES: [&str; 62] = [
    "AsRef",
    "BTreeMap",
    "Bool",
    "Box",
    "ByteStream",
    "Bytes",
    "Client",
    "ClientHooks",
    "ClientInfo",
    "Clone",
    "Copy",
    "DateTime",
    "Debug",
    "Default",
    "Deserialize",
    "Display",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "Error",
    "ExactSizeIterator",
    "Extend",
    "F32",
    "F64",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "FromStr",
    "Hash",
    "I32",
    "I64",
    "Into",
    "IntoIterator",
    "Iterator",
    "Map",
    "NaiveDate",
    "None",
    "Nullable",
    "Ok",
    "OperationInfo",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "RequestBuilderExt",
    "ResponseValue",
    "Result",
    "Self",
    "Send",
    "Serialize",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Uuid",
    "Vec",
];

/// The name that the document gives to generated code, where it gives one that differs in more than its capitals.
pub fn client_name(node: &Value, name: &str) -> Option<String> {
    let given = str_at(node, "x-ms-client-name");
    let differs = !given.to_snake_case().is_empty() && !given.eq_ignore_ascii_case(name);
    differs.then(|| given.to_owned())
}

/// A name in snake case that starts with a letter: `1st` becomes `x1st`, and `$` becomes `x`.
pub fn snake(name: &str) -> String {
    started(plain(name).to_snake_case(), 'x')
}

/// A name in Pascal case that starts with a letter.
pub fn pascal(name: &str) -> String {
    started(plain(name).to_pascal_case(), 'X')
}

/// A name as the generator reads it.
fn plain(name: &str) -> String {
    match name {
        "+1" => "plus1".to_owned(),
        "-1" => "minus1".to_owned(),
        name => name.replace('\'', ""),
    }
}

fn started(name: String, start: char) -> String {
    match name.chars().next() {
        Some(first) if !first.is_numeric() => name,
        _ => format!("{start}{name}"),
    }
}

/// The first of `wanted` that is not taken, or the last of them with a number; it is taken then.
pub fn free(wanted: &[String], taken: &mut BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{}{number}", wanted.last().map_or("", |last| last)));
    let mut all = wanted.iter().cloned().chain(numbered);
    let name = all.find(|name| taken.insert(name.clone()));
    name.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_name_becomes_one_of_rust() {
        for (name, in_snake, in_pascal) in [
            ("maxPageSize", "max_page_size", "MaxPageSize"),
            ("@odata.nextLink", "odata_next_link", "OdataNextLink"),
            ("1st", "x1st", "X1st"),
            ("-1", "minus1", "Minus1"),
            ("o'clock", "oclock", "Oclock"),
            ("$", "x", "X"),
            ("", "x", "X"),
        ] {
            assert_eq!(
                (snake(name), pascal(name)),
                (in_snake.into(), in_pascal.into())
            );
        }
    }

    #[test]
    fn a_name_is_free_once() {
        let mut taken = BTreeSet::new();
        let wanted = ["id".to_owned(), "id_header".to_owned()];
        let names = [(); 4].map(|()| free(&wanted, &mut taken));
        assert_eq!(names, ["id", "id_header", "id_header2", "id_header3"]);
    }

    #[test]
    fn a_name_for_clients_is_more_than_other_capitals() {
        for (given, expected) in [
            ("label", Some("label")),
            ("resourcename", None),
            ("$", None),
        ] {
            let found = client_name(&json!({ "x-ms-client-name": given }), "resourceName");
            assert_eq!(found.as_deref(), expected);
        }
        assert_eq!(client_name(&json!({}), "a"), None);
    }
}
