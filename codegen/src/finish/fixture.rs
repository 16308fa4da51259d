//! A small client as progenitor writes it, for the tests of the passes.

use std::sync::LazyLock;

use proc_macro2::TokenStream;
use progenitor::Generator;
use quote::ToTokens;
use serde_json::{Value, json};
use syn::{File, ImplItemFn};

use super::tree::{is_impl_of, method, module};
use crate::{
    Document, Features, SpecError, document::operation::Operation, generate, lower, to_text,
};

/// A list, a POST with headers and a body, one with an optional body, and a PUT of bytes that returns bytes.
pub static DOCUMENT: LazyLock<Document> = LazyLock::new(|| {
    let text = json!({ "type": "string" });
    let integer = json!({ "type": "integer", "format": "int64" });
    let picture = json!({ "schema": { "type": "string", "format": "binary" } });
    let pictures = json!({ "image/png": picture, "image/gif": picture });
    let refer = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    let content = |name: &str| json!({ "application/json": { "schema": refer(name) } });
    let object = |properties: Value| json!({ "type": "object", "properties": properties });
    let parameter = |name: &str, place: &str, required: bool, schema: &Value| json!({ "name": name, "in": place, "required": required, "schema": schema, "description": format!("The {name}.") });
    let version = parameter("api-version", "query", true, &text);
    let thread = parameter("chatThreadId", "path", true, &text);
    let mut document = json!({
        "info": { "title": "Things", "version": "2030-01-01" },
        "openapi": "3.0.3",
        "paths": {
            "/threads/{chatThreadId}/things": { "get": {
                "operationId": "Things_ListThings",
                "summary": "List the things.",
                "description": "Lists them.",
                "parameters": [thread, version, parameter("maxPageSize", "query", false, &integer)],
                "x-ms-pageable": { "nextLinkName": "nextLink" },
                "responses": {
                    "200": { "description": "The things.", "content": content("Page") },
                    "404": { "description": "No.", "content": content("Absent") },
                    "default": { "description": "No.", "content": content("Wrong") },
                },
            } },
            "/things": { "post": {
                "operationId": "Things_CreateThing",
                "parameters": [
                    version,
                    parameter("repeatability-request-id", "header", true, &text),
                    parameter("priority", "header", false, &integer),
                    parameter("type", "header", true, &text),
                ],
                "requestBody": { "description": "The thing.", "required": true, "content": content("Thing") },
                "responses": { "201": { "description": "Made.", "content": content("Thing") }, "202": { "description": "Soon.", "content": content("Thing") },
    "204": { "description": "Known." } },
            } },
            "/threads/{chatThreadId}/typing": { "post": {
                "operationId": "Things_Notify",
                "parameters": [thread, version],
                "requestBody": { "content": content("Thing") },
                "responses": { "200": { "description": "Told." }, "503": { "description": "No.", "content": content("Wrong") } },
            } },
            "/things/{thingId}/picture": { "put": {
                "operationId": "Things_SetPicture",
                "parameters": [parameter("thingId", "path", true, &integer), version],
                "requestBody": { "required": true, "content": pictures },
                "responses": { "200": { "description": "The old one.", "content": pictures } },
            } },
        },
        "components": { "schemas": {
            "Page": object(json!({ "value": { "type": "array", "items": refer("Thing") }, "nextLink": text })),
            "Thing": object(json!({ "name": text })),
            "Absent": object(json!({ "name": text })),
            "Wrong": object(json!({ "code": text })),
        } },
    });
    document["components"]["schemas"]["Page"]["required"] = json!(["value"]);
    let created = &mut document["paths"]["/things"]["post"]["responses"]["201"];
    created["content"]["application/json"]["examples"] =
        json!({ "one": { "value": { "name": "a" } } });
    Document::new(document).expect("a document")
});

/// The client, the mocks and the command line, generated one after the other: progenitor is run with the panics of the
/// process silenced.
static GENERATED: LazyLock<[String; 3]> = LazyLock::new(|| {
    let lowered = lower::for_client(&DOCUMENT).expect("lowered");
    let client = generate(&lowered, Features::default(), Generator::generate_tokens);
    let lowered = lower::for_mocks(&DOCUMENT).expect("lowered");
    let mocks = generate(&lowered, Features::default(), |generator, document| {
        generator.httpmock(document, "crate::generated")
    });
    let lowered = lower::for_cli(&DOCUMENT).expect("lowered");
    let cli = generate(&lowered, Features::default(), |generator, document| {
        generator.cli(document, "crate::names")
    });
    [client, mocks, cli].map(|file| to_text(&file.expect("generated")))
});

/// The document.
pub fn document() -> &'static Document {
    &DOCUMENT
}

/// The operations of the client.
pub fn operations() -> &'static [Operation] {
    &DOCUMENT.operations
}

/// The client as progenitor writes it.
pub fn client() -> File {
    syn::parse_str(&GENERATED[0]).expect("Rust")
}

/// The mocks as progenitor writes them.
pub fn mocks() -> File {
    syn::parse_str(&GENERATED[1]).expect("Rust")
}

/// The command line as progenitor writes it.
pub fn command_line() -> File {
    syn::parse_str(&GENERATED[2]).expect("Rust")
}

/// The client, the mocks or the command line, with `to` in place of `from`, as another progenitor may write it.
pub fn altered(from: &str, to: &str) -> File {
    let text = GENERATED.iter().find(|text| text.contains(from));
    let text = text.unwrap_or_else(|| panic!("nothing has {from}"));
    syn::parse_str(&text.replace(from, to)).expect("Rust")
}

/// Checks that a pass gives an error for each alteration: the text, its replacement, and the thing that the error names.
#[track_caller]
pub fn assert_stops(
    pass: impl Fn(&mut File) -> Result<(), SpecError>,
    cases: &[(&str, &str, &str)],
) {
    for (from, to, what) in cases {
        let error = pass(&mut altered(from, to)).expect_err(what).to_string();
        let expected = format!("at /: progenitor's client has no {what}; ");
        assert!(error.starts_with(&expected), "{expected} is not {error}");
    }
}

/// A method of a request builder.
#[track_caller]
pub fn builder_method(file: &mut File, builder: &str, name: &str) -> ImplItemFn {
    let items = module(&mut file.items, "builder").expect("builders");
    let found = items.iter_mut().find_map(|item| match item {
        syn::Item::Impl(item) if is_impl_of(item, builder) => method(item, name),
        _ => None,
    });
    found
        .unwrap_or_else(|| panic!("{builder} has no method {name}"))
        .clone()
}

/// Code without its layout: white space and trailing commas.
pub fn flat(code: &impl ToTokens) -> String {
    let code = code.to_token_stream().to_string();
    let code: String = code.split_whitespace().collect();
    code.replace(",)", ")")
        .replace(",}", "}")
        .replace(",>", ">")
}

/// Whether `code` has this within.
pub fn has(code: &impl ToTokens, expected: TokenStream) -> bool {
    flat(code).contains(&flat(&expected))
}

/// Checks that `code` has this within.
#[track_caller]
pub fn assert_has(code: &impl ToTokens, expected: TokenStream) {
    assert!(
        has(code, expected.clone()),
        "{expected} is not in\n{}",
        code.to_token_stream()
    );
}
