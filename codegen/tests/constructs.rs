//! What becomes of constructs that our document does not have, but others do. CONTRIBUTING.md has the table; the crate is
//! built from the same document, and its examples are replayed, by `constructs_of_other_documents` in xtask/tests/try.

use std::sync::LazyLock;

use acs_chat_codegen::{Document, finished};

/// The client, without white space.
static CLIENT: LazyLock<String> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/constructs.json");
    let document = Document::read(path.as_ref()).expect("the document");
    flat(&finished(&document, "").expect("a client").client)
});

fn flat(code: &str) -> String {
    code.split_whitespace()
        .collect::<String>()
        .replace(",>", ">")
}

#[track_caller]
fn assert_has(expected: &[&str]) {
    for code in expected {
        assert!(CLIENT.contains(&flat(code)), "{code} is not there");
    }
}

#[track_caller]
fn assert_lacks(unexpected: &[&str]) {
    for code in unexpected {
        assert!(!CLIENT.contains(&flat(code)), "{code} is there");
    }
}

#[test]
fn operations_of_one_name_or_a_taken_one_keep_their_group() {
    assert_has(&[
        "pub fn things_get(&self) -> builder::ThingsGet",
        "pub fn others_get(&self) -> builder::OthersGet",
        "pub fn mails_send(&self) -> builder::MailsSend",
        "pub fn update(&self) -> builder::Update",
    ]);
}

#[test]
fn parameters_have_names_of_their_own_and_are_sent_under_the_api_s() {
    for (setter, name) in [
        ("max_size", "max-size"),
        ("max_size_header", "maxSize"),
        ("filter", "$filter"),
        ("client_query", "client"),
        ("url_query", "url"),
        ("x", "%"),
        ("other_id", "thingId"),
    ] {
        assert_has(&[
            &format!("pub fn {setter}<V>(mut self, value: V)"),
            &format!("Source: `{name}`,"),
        ]);
    }
    assert_has(&["QueryParam::new(\"client\", &client_query)"]);
}

#[test]
fn properties_have_names_of_their_own_and_are_the_api_s_in_json() {
    for (field, name) in [
        ("foo_bar", "fooBar"),
        ("foo_bar2", "foo_bar"),
        ("x", "$"),
        ("x1st", "1st"),
        ("type_", "type"),
        ("try_into2", "try_into"),
        ("resource_name", "resource"),
        ("left2", "LEFT"),
    ] {
        let field = format!(
            "rename = \"{name}\", skip_serializing_if = \"::std::option::Option::is_none\")] pub {field}: ::std::option::Option<::std::string::String>"
        );
        assert_has(&[&field]);
    }
}

#[test]
fn schemas_have_names_of_types_that_rust_has_not() {
    assert_has(&[
        "pub struct StringModel {",
        "pub struct VecModel {",
        "pub label: ::std::option::Option<StringModel>",
    ]);
}

#[test]
fn what_is_not_given_is_not_sent() {
    assert_has(&[
        "Its size. Default: `7`.",
        "pub size: ::std::option::Option<i32>",
        "pub tags: ::std::option::Option<::std::vec::Vec<::std::string::String>>",
        "pub colour: ::std::option::Option<Colour>",
        "pub left: ::std::option::Option<::std::boxed::Box<Tree>>",
    ]);
    assert_lacks(&["defaults::", "::std::boxed::Box<::std::option::Option<"]);
}

#[test]
fn what_is_nullable_in_a_merge_patch_can_be_null() {
    assert_has(&[
        "pub name: ::std::option::Option<crate::Nullable<::std::string::String>>",
        "pub size: ::std::option::Option<crate::Nullable<i32>>",
        "pub tags: ::std::option::Option<crate::Nullable<::std::vec::Vec<::std::string::String>>>",
        "pub trees: ::std::option::Option<crate::Nullable<::std::collections::BTreeMap<::std::string::String, crate::types::Tree>>>",
        "pub when: ::std::option::Option<crate::Nullable<::chrono::DateTime<::chrono::offset::Utc>>>",
        "pub plain: ::std::option::Option<::std::string::String>",
    ]);
}

#[test]
fn formats_patterns_and_enums_of_numbers_are_said() {
    assert_has(&[
        "pub id: ::uuid::Uuid",
        "pub day: ::std::option::Option<::chrono::naive::NaiveDate>",
        "How long it waits. An ISO 8601 duration, such as `PT5M`.",
        "Its data. Encoded as Base64.",
        "When it was sent. A time as RFC 1123 writes it",
        "Since when it is. In seconds since 1970-01-01 00:00 UTC.",
        "pub since: ::std::option::Option<i64>",
        "Its code. Matches `^[a-z]+$`.",
        "Its level. Known values: `1`, `2`.",
        "pub open_level: ::std::option::Option<i64>",
    ]);
    assert_lacks(&["regress"]);
}

#[test]
fn values_of_one_name_are_several_variants() {
    assert_has(&[
        "X = \"<\",",
        "X2 = \">\",",
        "X10 = \"1.0\",",
        "X102 = \"10\",",
        "Empty = \"\",",
        "AB(Circle) = \"#a.b\",",
        "AB2(Square) = \"#aB\",",
    ]);
}

#[test]
fn one_of_several_objects_is_an_enum() {
    assert_has(&["pub enum ThingShape {", "Radius(f64),", "Side(f64),"]);
}

#[test]
fn lists_that_are_joined_take_lists() {
    assert_has(&[
        "codes: Result<Option<crate::Joined<','>>, crate::runtime::InvalidParameter>",
        "pipes: Result<Option<crate::Joined<'|'>>, crate::runtime::InvalidParameter>",
        "multi: Result<Option<::std::vec::Vec<::std::string::String>>, crate::runtime::InvalidParameter>",
    ]);
}

#[test]
fn documented_headers_are_read_by_their_types() {
    assert_has(&[
        "pub struct ListHeaders<'r>(&'r ::http::HeaderMap);",
        "pub fn x_count(&self) -> Option<i32>",
        "pub fn x_name(&self) -> Option<&'r str>",
    ]);
}

#[test]
fn a_long_running_operation_says_so_and_its_location_is_read() {
    assert_has(&[
        "The operation goes on after its response.",
        "pub struct StartHeaders<'r>",
        "pub fn operation_location(&self) -> Option<&'r str>",
    ]);
}

#[test]
fn what_is_deprecated_is_so_for_the_compiler() {
    let mark = "#[deprecated = \"the API deprecates it\"]";
    assert_has(&[
        &format!("{mark} pub fn list(&self)"),
        &format!("{mark} pub fn old<V>(mut self, value: V)"),
        &format!("{mark} pub old: ::std::option::Option<::std::string::String>"),
        &format!("{mark} pub fn old<M>("),
    ]);
}
