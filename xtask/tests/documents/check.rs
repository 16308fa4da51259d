//! `spec check`: each thing that can be wrong is named with its place.

use serde_json::{Value, json};

use crate::support::{Run, Scratch, at_mut, bakery, spec};

/// The bakery's document with the two things that are wrong with it put right.
fn right() -> Value {
    let mut document = bakery();
    // No client can be generated that sends a form in parts.
    let paths = at_mut(&mut document, "/paths").as_object_mut().unwrap();
    paths.remove("/letters").expect("it is there");
    let example = "/paths/~1loaves~1{loafId}~1pictures/post/responses/201/content\
                   /application~1json/examples/Pictures_Upload/value/type";
    *at_mut(&mut document, example) = json!("png");
    document
}

fn check(document: &Value) -> Run {
    let scratch = Scratch::new();
    scratch.write("document.json", &document.to_string());
    spec(["check", scratch.path("document.json").to_str().unwrap()])
}

/// Asserts that the bakery's document fails after `change`, at `place` and with `message`.
fn assert_wrong(change: impl FnOnce(&mut Value), place: &str, message: &str) {
    let mut document = right();
    change(&mut document);
    let run = check(&document);
    assert_eq!(run.status, 1, "{}{}", run.stdout, run.stderr);
    let wanted = |line: &&str| {
        line.split_once("document.json").is_some_and(|(_, rest)| {
            let place = if place.is_empty() {
                String::new()
            } else {
                format!("#{place}")
            };
            rest.strip_prefix(&place)
                .is_some_and(|rest| rest.starts_with(": ") && rest.contains(message))
        })
    };
    assert!(
        run.stdout.lines().any(|line| wanted(&line)),
        "{place}: {message}\n{}",
        run.stdout
    );
}

const LIST: &str = "/paths/~1loaves/get";
const BAKE: &str = "/paths/~1loaves/post";

#[test]
fn the_vendored_documents_pass() {
    let run = spec(["check"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.lines().all(|line| line.ends_with(".json: ok")));
    let current = include!("../../../spec/current.rs");
    assert!(
        run.stdout.contains(&format!("{current}: ok")),
        "{}",
        run.stdout
    );
}

#[test]
fn what_stops_a_build_of_the_crate_is_named() {
    assert_wrong(
        |document| {
            let body = "/paths/~1loaves/post/requestBody/content";
            let content = at_mut(document, body).as_object_mut().unwrap();
            let json = content.remove("application/json").unwrap();
            content.insert("multipart/form-data".to_owned(), json);
        },
        "/paths/~1loaves/post/requestBody/content",
        "a body of `multipart/form-data` can't be written by its schema; ",
    );
    assert_wrong(
        |document| {
            *at_mut(document, "/components/schemas/Loaf/properties/crust") =
                json!({ "description": "Any but one.", "not": { "type": "string" } });
        },
        "/components/schemas/Loaf",
        "the generator can't take the document: ",
    );
}

#[test]
fn a_right_document_passes() {
    let run = check(&right());
    assert_eq!(run.status, 0, "{}", run.stdout);
    assert!(run.stdout.ends_with("document.json: ok\n"));
}

#[test]
fn an_imported_document_passes_but_for_what_is_published_wrong() {
    let run = check(&bakery());
    // An enum value that the schema lacks, beside a form that no client can be generated for.
    assert_eq!(run.stdout.lines().count(), 2, "{}", run.stdout);
    assert!(
        run.stdout
            .contains("/paths/~1letters/post/requestBody/content: ")
    );
    assert!(run.stdout.contains("\"jpeg\" is not one of"));
}

#[test]
fn a_file_that_is_no_document() {
    spec(["check", "none.json"]).assert_refused(&["none.json: cannot be read"]);
    let scratch = Scratch::new();
    scratch.write("document.json", "openapi: 3.0.3");
    let path = scratch.path("document.json");
    spec(["check", path.to_str().unwrap()]).assert_refused(&["document.json: is not JSON"]);
    for (document, message) in [
        (json!([]), "is not of type \"object\""),
        (json!({}), "\"openapi\" is a required property"),
        (
            json!({ "openapi": "3.1.0", "info": {}, "paths": {} }),
            "does not match",
        ),
    ] {
        let run = check(&document);
        assert_eq!(run.status, 1);
        assert!(run.stdout.contains(message), "{}", run.stdout);
    }
}

#[test]
fn objects_must_be_those_of_openapi() {
    let remove = |place: &'static str, key: &'static str| {
        move |d: &mut Value| drop(at_mut(d, place).as_object_mut().unwrap().remove(key))
    };
    let set = |place: &'static str, key: &'static str, value: Value| {
        move |d: &mut Value| at_mut(d, place)[key] = value
    };
    assert_wrong(
        remove(LIST, "responses"),
        LIST,
        "\"responses\" is a required property",
    );
    assert_wrong(
        remove(LIST, "operationId"),
        LIST,
        "\"operationId\" is a required property",
    );
    assert_wrong(
        remove("/info", "version"),
        "/info",
        "\"version\" is a required property",
    );
    assert_wrong(set(LIST, "respones", json!({})), LIST, "respones");
    let loaf = "/components/schemas/Loaf";
    assert_wrong(set(loaf, "requried", json!([])), loaf, "requried");
    let place = "/components/schemas/Loaf/type";
    assert_wrong(set(loaf, "type", json!("file")), place, "is not one of");
    let place = "/components/schemas/Loaf/required";
    assert_wrong(set(loaf, "required", json!(true)), place, "is not of type");
    let parameter = "/paths/~1loaves~1{loafId}/patch/parameters/0";
    assert_wrong(
        remove(parameter, "required"),
        parameter,
        "\"required\" is a required property",
    );
    let place = "/paths/~1loaves/get/responses";
    assert_wrong(
        set(place, "2000", json!({})),
        place,
        "'2000' was unexpected",
    );
    let media = "/paths/~1loaves/get/responses/200/content/application~1json";
    assert_wrong(set(media, "example", json!(1)), media, "is not allowed");
    let items = "/components/schemas/LoafPage/properties/value";
    assert_wrong(
        remove(items, "items"),
        items,
        "\"items\" is a required property",
    );
}

#[test]
fn references_must_lead_somewhere() {
    let kind = "/components/schemas/Loaf/properties/kind";
    let refer = |to: &'static str| move |d: &mut Value| *at_mut(d, kind) = json!({ "$ref": to });
    let place = format!("{kind}/$ref");
    let gone = "#/components/schemas/Gone";
    assert_wrong(
        refer(gone),
        &place,
        "refers to `#/components/schemas/Gone`, where there is nothing",
    );
    assert_wrong(refer("other.json#/x"), &place, "outside the document");
    assert_wrong(
        |d| {
            *at_mut(d, "/components/schemas/Customer") =
                json!({ "$ref": "#/components/schemas/Buyer" })
        },
        "/components/schemas/Customer/$ref",
        "a cycle of references",
    );
    let mapping = "/components/schemas/Wrapping/discriminator/mapping/paper";
    assert_wrong(
        |d| *at_mut(d, mapping) = json!(gone),
        mapping,
        "where there is nothing",
    );
}

#[test]
fn names_and_parameters_must_fit_together() {
    assert_wrong(
        |d| *at_mut(d, &format!("{BAKE}/operationId")) = json!("Loaves_List"),
        &format!("{BAKE}/operationId"),
        "already used at /paths/~1loaves/get",
    );
    let patch = "/paths/~1loaves~1{loafId}/patch";
    assert_wrong(
        |d| *at_mut(d, &format!("{patch}/parameters/0/name")) = json!("other"),
        patch,
        "no path parameter `loafId` is declared",
    );
    assert_wrong(
        |d| *at_mut(d, &format!("{patch}/parameters/0/name")) = json!("other"),
        &format!("{patch}/parameters/0"),
        "the path has no `{other}`",
    );
    assert_wrong(
        |d| {
            let list = at_mut(d, &format!("{LIST}/parameters"))
                .as_array_mut()
                .unwrap();
            list.push(list[3].clone());
        },
        &format!("{LIST}/parameters/5"),
        "`query pageSize` is declared twice",
    );
    assert_wrong(
        |d| {
            let item = at_mut(d, "/paths/~1loaves~1{loafId}").clone();
            at_mut(d, "/paths")["/loaves/{otherId}"] = item;
        },
        "/paths/~1loaves~1{otherId}",
        "differs from `/loaves/{loafId}` only",
    );
    assert_wrong(
        |d| *at_mut(d, "/security") = json!([{ "Gone": [] }]),
        "/security/0",
        "no security scheme `Gone`",
    );
    assert_wrong(
        |d| *at_mut(d, "/servers/0/url") = json!("{shop}/{region}"),
        "/servers/0",
        "variable `region` is not declared",
    );
}

#[test]
fn examples_must_match_their_schemas() {
    let body = format!("{BAKE}/requestBody/content/application~1json/examples/Loaves_Bake");
    let change = |place: String, value: Value| move |d: &mut Value| *at_mut(d, &place) = value;
    assert_wrong(
        change(format!("{body}/value/kind"), json!(3)),
        &body,
        "at `/kind`: 3 is not",
    );
    assert_wrong(
        change(format!("{body}/value"), json!({})),
        &body,
        "\"kind\" is a required property",
    );
    assert_wrong(
        change(format!("{body}/value/kind"), json!("spelt")),
        &body,
        "is not one of",
    );
    let wrapping = json!({ "kind": "paper", "weight": 1 });
    assert_wrong(
        change(format!("{body}/value/wrapping"), wrapping),
        &body,
        "at `/wrapping`",
    );
    let parameter = format!("{LIST}/parameters/3/examples/Loaves_List");
    assert_wrong(
        change(format!("{parameter}/value"), json!(51)),
        &parameter,
        "51",
    );
    let header = format!("{LIST}/responses/200/headers/X-Count/examples/Loaves_List");
    assert_wrong(
        change(format!("{header}/value"), json!("one")),
        &header,
        "\"one\"",
    );
    let shared = "/components/parameters/VersionParameter/example";
    assert_wrong(change(shared.to_owned(), json!(2031)), shared, "2031");
    let inside = "/components/schemas/LoafKind/example";
    assert_wrong(
        change(inside.to_owned(), json!("spelt")),
        inside,
        "is not one of",
    );
    let property = "/components/schemas/Loaf/properties/id/example";
    assert_wrong(
        change(property.to_owned(), json!(1)),
        property,
        "1 is not of type \"string\"",
    );
}

#[test]
fn examples_are_judged_by_who_sends_them_and_what_formats_mean() {
    let id = "/components/schemas/Loaf/properties/id";
    let with = |keyword: &'static str, value: Value, example: &'static str| {
        let mut document = right();
        at_mut(&mut document, id)[keyword] = value;
        at_mut(&mut document, id)["example"] = json!(example);
        check(&document).stdout
    };
    // A template with parts in braces shows what a URL looks like.
    let template = with("format", json!("uri"), "https://{shop}/loaves/{loafId}");
    assert!(!template.contains("properties/id/example"), "{template}");
    let text = with("format", json!("uri"), "not a URL");
    assert!(text.contains("properties/id/example"), "{text}");
    let time = with("format", json!("date-time"), "yesterday");
    assert!(time.contains("properties/id/example"), "{time}");

    // What only the service sends is not missing from a request.
    let mut document = right();
    let order = at_mut(&mut document, "/components/schemas/LoafOrder");
    order["properties"]["placedOn"] =
        json!({ "type": "string", "description": "When.", "readOnly": true });
    order["required"] = json!(["kind", "placedOn"]);
    assert_eq!(check(&document).status, 0);
    at_mut(
        &mut document,
        "/components/schemas/LoafOrder/properties/placedOn",
    )["readOnly"] = json!(false);
    assert_eq!(check(&document).status, 1);

    // Null is an example of what may be null.
    let mut document = right();
    let loaf = "/paths/~1loaves/post/responses/201/content/application~1json/examples";
    let loaf = format!("{loaf}/Loaves_Bake/value");
    at_mut(&mut document, &loaf)["note"] = Value::Null;
    assert_eq!(check(&document).status, 0);
    at_mut(&mut document, &loaf)["id"] = Value::Null;
    assert_eq!(check(&document).status, 1);
}

#[test]
fn every_operation_must_have_an_example() {
    let remove = |place: String| {
        move |d: &mut Value| {
            at_mut(d, &place)
                .as_object_mut()
                .unwrap()
                .remove("examples");
        }
    };
    let body = format!("{BAKE}/requestBody/content");
    assert_wrong(
        remove(format!("{body}/application~1json")),
        &body,
        "Loaves_Bake has no example",
    );
    let result = format!("{BAKE}/responses/201/content");
    assert_wrong(
        remove(format!("{result}/application~1json")),
        &result,
        "Loaves_Bake has no example",
    );
    let eat = "/paths/~1loaves~1{loafId}/delete";
    assert_wrong(
        |d| {
            remove(format!("{eat}/parameters/0"))(d);
            let version = at_mut(d, "/components/parameters/VersionParameter");
            version.as_object_mut().unwrap().remove("example");
        },
        eat,
        "Loaves_Eat has no example",
    );
}

#[test]
fn every_object_must_be_described() {
    for (place, key, what) in [
        (LIST, "summary", "the operation has no"),
        (
            "/paths/~1loaves/get/parameters/1",
            "description",
            "the parameter has no",
        ),
        (
            "/components/parameters/TraceParameter",
            "description",
            "the parameter has no",
        ),
        (
            "/paths/~1loaves/post/requestBody",
            "description",
            "the request body has no",
        ),
        (
            "/paths/~1loaves/get/responses/200/headers/X-Count",
            "description",
            "has no description",
        ),
        (
            "/components/schemas/Loaf",
            "description",
            "the schema has no",
        ),
        (
            "/components/schemas/Loaf/properties/id",
            "description",
            "the property has no",
        ),
        (
            "/components/schemas/Paper/properties/kind",
            "description",
            "the property has no",
        ),
    ] {
        let remove = |d: &mut Value| {
            at_mut(d, place).as_object_mut().unwrap().remove(key);
        };
        assert_wrong(remove, place, what);
        assert_wrong(|d| at_mut(d, place)[key] = json!(" \n"), place, what);
    }
    let response = "/paths/~1loaves/get/responses/200";
    assert_wrong(
        |d| at_mut(d, response)["description"] = json!(""),
        response,
        "the response has no",
    );
    // A property that only refers to a shared schema is described there.
    let mut document = right();
    let buyer = at_mut(&mut document, "/components/schemas/Loaf/properties/buyer");
    assert!(buyer.get("description").is_none());
    at_mut(&mut document, "/components/schemas/Customer")["description"] = json!("");
    let run = check(&document);
    assert!(
        run.stdout
            .contains("#/components/schemas/Loaf/properties/buyer: "),
        "{}",
        run.stdout
    );
}
