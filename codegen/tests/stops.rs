//! The steps from the document to the generated code: whatever stops a build says in one line where and why it did, and what to do.

use std::{
    path::Path,
    sync::{Mutex, PoisonError},
};

use acs_chat_codegen::{
    Document, Features, SpecError,
    document::{operation::METHODS_OF_CLIENT, read::read},
    finish, finished, lower, to_text,
};
use serde_json::{Value, json};

/// Generates from one document at a time: the step that runs progenitor silences panics of the whole process.
fn generate(document: &Value) -> Result<String, SpecError> {
    static ALONE: Mutex<()> = Mutex::new(());
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(finished(&Document::new(document.clone())?, "")?.client)
}

/// A document with one operation, which everything here alters.
fn small() -> Value {
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Things", "version": "2030-01-01" },
        "paths": { "/things/{thingId}": { "get": {
            "operationId": "Things_GetOneThing",
            "summary": "Get a thing",
            "description": "Gets one.",
            "parameters": [
                { "name": "thingId", "in": "path", "required": true, "description": "Its id.", "schema": { "type": "string" } },
                { "name": "api-version", "in": "query", "required": true, "schema": { "type": "string" } },
            ],
            "responses": {
                "200": { "description": "The thing.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
                "default": { "description": "No.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Wrong" } } } },
            },
        }}},
        "components": { "schemas": {
            "Thing": { "description": "A thing.", "type": "object", "properties": { "name": { "description": "Its name.", "type": "string" } } },
            "Wrong": { "description": "An error.", "type": "object", "properties": { "code": { "description": "Its code.", "type": "string" } } },
        }},
    })
}

const GET: &str = "/paths/~1things~1{thingId}/get";

/// The small document, with something else at a place that it has.
fn with(place: &str, value: Value) -> Value {
    let mut document = small();
    *document
        .pointer_mut(place)
        .unwrap_or_else(|| panic!("nothing at {place}")) = value;
    document
}

/// The small document, with a further parameter.
fn with_parameter(parameter: Value) -> Value {
    let mut document = small();
    let parameters = document
        .pointer_mut(&format!("{GET}/parameters"))
        .and_then(Value::as_array_mut);
    parameters.expect("parameters").push(parameter);
    document
}

/// The small document, with a further member of its operation.
fn with_member(name: &str, value: Value) -> Value {
    let mut document = small();
    let operation = document.pointer_mut(GET).and_then(Value::as_object_mut);
    operation
        .expect("an operation")
        .insert(name.to_owned(), value);
    document
}

#[test]
fn what_is_generated_follows_from_the_document() {
    let client = generate(&small()).expect("generated");
    for expected in [
        "pub const API_VERSION: &str = \"2030-01-01\";",
        "pub fn get_one_thing(&self) -> builder::GetOneThing {",
        "pub struct GetOneThing {",
        "pub fn thing_id<V>(",
        "Source: operation `Things_GetOneThing`, `GET /things/{thingId}`.",
    ] {
        assert!(client.contains(expected), "{expected} is not in\n{client}");
    }
    assert!(
        !client.contains("pub fn api_version<"),
        "the version is not the caller's"
    );
    let without_schemas = {
        let document = Document::new(small()).expect("a document");
        let lowered = lower::for_client(&document).expect("lowered");
        let generate = progenitor::Generator::generate_tokens;
        let client = acs_chat_codegen::generate(&lowered, Features::default(), generate);
        let mut client = client.expect("generated");
        finish::client(&mut client, &document, &lowered).expect("finished");
        to_text(&client)
    };
    assert!(!without_schemas.contains("JsonSchema"));
    assert!(client.contains("::schemars::JsonSchema"));
}

#[test]
fn the_same_document_gives_the_same_code() {
    let spec = Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../",
        include!("../../spec/current.rs")
    ));
    let document = read(spec).expect("the document is there");
    let once = generate(&document).expect("generated");
    assert_eq!(generate(&document).expect("generated"), once);
}

#[test]
fn whatever_stops_a_build_says_where_and_what_to_do() {
    let text = || json!({ "schema": { "type": "string" } });
    let refer = |target: &str| json!({ "$ref": target });
    let schema = format!("{GET}/responses/200/content/application~1json/schema");
    let generator = "the generator can't take the document: ";
    let clash = {
        let mut document = small();
        document["paths"]["/others/{thingId}"] = document["paths"]["/things/{thingId}"].clone();
        document["paths"]["/others/{thingId}"]["get"]["operationId"] = json!("Things_getOneThing");
        document
    };
    let two_types = {
        let mut document = small();
        let responses = document
            .pointer_mut(&format!("{GET}/responses"))
            .expect("responses");
        responses["201"] = responses["default"].clone();
        document
    };
    for (document, place, what) in [
        (
            clash,
            "/paths/~1others~1{thingId}/get/operationId",
            "would both become the method `things_get_one_thing`",
        ),
        (
            with(&format!("{GET}/operationId"), json!(null)),
            "/paths/~1things~1{thingId}/get/operationId",
            "has no name",
        ),
        (
            with(&format!("{GET}/parameters"), json!([])),
            "/paths/~1things~1{thingId}/get/parameters",
            "has a `{thingId}` that no path parameter describes",
        ),
        (
            with_parameter(
                json!({ "name": "otherId", "in": "path", "required": true, "schema": { "type": "string" } }),
            ),
            "/paths/~1things~1{thingId}/get/parameters",
            "the path parameter `otherId` does not occur in the path",
        ),
        (
            with_parameter(refer("#/components/parameters/Nobody")),
            "/paths/~1things~1{thingId}/get/parameters/2",
            "refers to `#/components/parameters/Nobody`, where there is nothing",
        ),
        (
            with(
                &format!("{GET}/responses/200"),
                refer("#/components/responses/Nothing"),
            ),
            "/paths/~1things~1{thingId}/get/responses/200",
            "where there is nothing",
        ),
        (
            with_member("requestBody", refer("elsewhere.json#/Body")),
            "/paths/~1things~1{thingId}/get/requestBody",
            "outside the document",
        ),
        (
            with_member("requestBody", json!({ "content": {} })),
            "/paths/~1things~1{thingId}/get/requestBody/content",
            "has no media type",
        ),
        (
            with_member("requestBody", json!({ "content": { "text/ä": text() } })),
            "/paths/~1things~1{thingId}/get/requestBody/content",
            "\"text/ä\" can't be a media type",
        ),
        (
            with(
                &format!("{GET}/responses/default/content"),
                json!({ "image/\n": text() }),
            ),
            "/paths/~1things~1{thingId}/get/responses/default/content",
            "can't be a media type",
        ),
        (
            with_parameter(
                json!({ "name": "two words", "in": "header", "schema": { "type": "string" } }),
            ),
            "/paths/~1things~1{thingId}/get/parameters/2",
            "`two words` can't be the name of a header",
        ),
        (
            with_parameter(json!({ "name": "", "in": "header", "schema": { "type": "string" } })),
            "/paths/~1things~1{thingId}/get/parameters/2",
            "`` can't be the name of a header",
        ),
        (
            two_types,
            "/paths/~1things~1{thingId}/get/responses",
            "successes of different types",
        ),
        (
            with(
                &format!("{GET}/responses"),
                json!({ "404": { "description": "d" } }),
            ),
            "/paths/~1things~1{thingId}/get/responses",
            "no response of the operation is a success",
        ),
        (
            with("/paths/~1things~1{thingId}", json!([])),
            "/paths/~1things~1{thingId}",
            "a path is no object",
        ),
        (
            with("/paths/~1things~1{thingId}", refer("#/x")),
            "/paths/~1things~1{thingId}",
            "only a reference",
        ),
        (
            with_parameter({
                let mut cookie = text();
                cookie["name"] = json!("biscuit");
                cookie["in"] = json!("cookie");
                cookie
            }),
            "/paths/~1things~1{thingId}/get",
            generator,
        ),
        (
            with_parameter(json!({ "name": "a", "in": "query" })),
            "/paths/~1things~1{thingId}/get",
            generator,
        ),
        (
            with(&schema, refer("#/components/schemas/Nothing")),
            "/paths/~1things~1{thingId}/get/responses/200/content",
            "where there is nothing",
        ),
        (
            with(&schema, refer("elsewhere.json#/Thing")),
            "/paths/~1things~1{thingId}/get/responses/200/content",
            "outside the document",
        ),
        (
            with_member(
                "requestBody",
                json!({ "content": { "multipart/form-data": { "schema": { "type": "object" } } } }),
            ),
            "/paths/~1things~1{thingId}/get/requestBody/content",
            "can't be written by its schema",
        ),
        (
            with("/components/schemas/Thing", json!({ "type": "file" })),
            "/components/schemas/Thing",
            generator,
        ),
        (
            with(
                "/components/schemas/Thing/properties/name",
                refer("#/components/schemas/Nothing"),
            ),
            "/components/schemas/Thing",
            generator,
        ),
        (
            with(
                "/components/schemas/Thing",
                json!({ "oneOf": [], "discriminator": { "propertyName": "kind" } }),
            ),
            "/components/schemas/Thing/discriminator",
            "names no property or no kinds",
        ),
        (
            with(
                "/components/schemas/Thing",
                json!({ "type": "string", "enum": ["1", 2], "x-ms-enum": { "modelAsString": true } }),
            ),
            "/components/schemas/Thing/enum",
            "the value 2 of an open enum is no string",
        ),
        (
            {
                let mut document = small();
                document["components"]["schemas"]["odd/name"] = json!({ "type": "file" });
                document
            },
            "/components/schemas/odd~1name",
            generator,
        ),
        (
            {
                let mut document = small();
                document["x-ms-paths"] = json!({ "/things?kind=odd": { "get": {} } });
                document
            },
            "/x-ms-paths/~1things?kind=odd",
            "differs from another by its query",
        ),
        (
            with(
                "/components/schemas/Thing",
                json!({ "allOf": [refer("#/components/schemas/Thing")] }),
            ),
            "/components/schemas/Thing",
            "the schema is made of itself: `Thing` of `Thing`",
        ),
        (
            with_member("x-ms-pageable", json!({ "nextLinkName": "nextLink" })),
            "/paths/~1things~1{thingId}/get/x-ms-pageable",
            "its result has no list `value` with a string `nextLink` beside it",
        ),
    ] {
        let error = match generate(&document) {
            Err(error) => error,
            Ok(_) => panic!("{what} at {place}: it was generated"),
        };
        assert_eq!(error.place, place, "{error}");
        assert!(error.what.contains(what), "{error}");
        assert!(!error.remedy.is_empty(), "{error}");
        let line = error.to_string();
        assert!(
            line.starts_with(&format!("at {place}: ")) && !line.contains('\n'),
            "{line}"
        );
    }
}

#[test]
fn no_operation_takes_the_name_of_a_method_that_the_client_has() {
    let mut found = Vec::new();
    for file in ["client.rs", "thread.rs"] {
        let path = format!("{}/../src/{file}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).expect(&path);
        for item in syn::parse_file(&text).expect("Rust").items {
            let syn::Item::Impl(item) = item else {
                continue;
            };
            let of = match &*item.self_ty {
                syn::Type::Path(of) => of.path.get_ident().map(ToString::to_string),
                _ => None,
            };
            let is_client = of.is_some_and(|of| of == "ChatClient" || of == "ChatThread");
            if item.trait_.is_none() && is_client {
                found.extend(item.items.into_iter().filter_map(|item| match item {
                    syn::ImplItem::Fn(function) => Some(function.sig.ident.to_string()),
                    _ => None,
                }));
            }
        }
    }
    assert!(found.len() > 4, "{found:?}");
    for method in found {
        assert!(METHODS_OF_CLIENT.contains(&method.as_str()), "{method}");
    }
}
