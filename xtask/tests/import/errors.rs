//! `spec import`: input that cannot be used gets one clear line.

use serde_json::{Value, json};

use crate::support::{BAKERY, Run, Scratch, at_mut, spec};

fn import(change: impl FnOnce(&mut Value)) -> Run {
    let scratch = Scratch::new();
    scratch.edit_bakery(change);
    scratch.import()
}

/// Imports the bakery with the reference of the property `kind` of a loaf changed.
fn with_reference(reference: &str) -> Run {
    import(|d| *at_mut(d, "/definitions/Loaf/properties/kind/$ref") = json!(reference))
}

const PLACE: &str = "bakery.json#/definitions/Loaf/properties/kind/$ref: refers to `";

#[test]
fn a_file_that_is_not_there_or_not_json() {
    spec(["import", "tests/fixtures/none.json"]).assert_refused(&["none.json: cannot be read"]);
    let scratch = Scratch::new();
    scratch.write("Bakery/stable/2031-05-01/bakery.json", "swagger: '2.0'");
    scratch
        .import()
        .assert_refused(&["bakery.json: is not JSON", "line 1 column 1"]);
    scratch.write(
        "Bakery/stable/2031-05-01/bakery.json",
        "{\n  \"swagger\": \"2.0\",\n",
    );
    scratch
        .import()
        .assert_refused(&["bakery.json: is not JSON", "line 3"]);
}

#[test]
fn a_document_that_is_not_swagger() {
    let message = "bakery.json: is not Swagger 2.0";
    import(|d| d["swagger"] = json!("1.2")).assert_refused(&[message]);
    import(|d| *d = json!({ "openapi": "3.0.3" })).assert_refused(&[message]);
    import(|d| *d = json!([1, 2])).assert_refused(&[message]);
    import(|d| *d = json!("2.0")).assert_refused(&[message]);
}

#[test]
fn a_document_without_what_every_document_has() {
    let without = |key: &'static str| import(move |d| drop(d.as_object_mut().unwrap().remove(key)));
    without("info").assert_refused(&["bakery.json: has no `info`"]);
    without("paths").assert_refused(&["bakery.json: has no `paths`"]);
}

#[test]
fn values_of_the_wrong_type() {
    for (place, value, message) in [
        ("/paths", json!([]), "#/paths: should be an object"),
        (
            "/paths/~1loaves/get",
            json!(1),
            "#/paths/~1loaves/get: should be an object",
        ),
        (
            "/paths/~1loaves/get/parameters",
            json!({}),
            "/get/parameters: should be an array",
        ),
        (
            "/paths/~1loaves/get/parameters/0/in",
            json!("body-ish"),
            "/0/in: should be path, query",
        ),
        (
            "/paths/~1loaves/get/responses",
            json!(null),
            "/get/responses: should be an object",
        ),
        (
            "/definitions/Loaf",
            json!(true),
            "#/definitions/Loaf: should be an object",
        ),
        (
            "/definitions/Loaf/properties",
            json!([]),
            "/Loaf/properties: should be an object",
        ),
        (
            "/definitions/Wrapping/discriminator",
            json!({}),
            "/discriminator: should be a string",
        ),
        (
            "/definitions/FineCut/allOf",
            json!({}),
            "/FineCut/allOf: should be an array",
        ),
        ("/consumes", json!([1]), "#/consumes/0: should be a string"),
        (
            "/securityDefinitions/Token/type",
            json!("key"),
            "/Token/type: should be basic",
        ),
        (
            "/x-ms-parameterized-host",
            json!({}),
            "#/x-ms-parameterized-host: has no `hostTemplate`",
        ),
    ] {
        import(|d| *at_mut(d, place) = value).assert_refused(&["bakery.json#", message]);
    }
}

#[test]
fn a_reference_to_nowhere() {
    for reference in [
        "#/definitions/Gone",
        "#/definitions/Loaf/gone",
        "../../../Common/stable/2030-01-01/common.json#/definitions/Gone",
    ] {
        let message = format!("{PLACE}{reference}`, where there is nothing");
        with_reference(reference).assert_refused(&[&message]);
    }
    for reference in [
        "gone.json#/definitions/LoafKind",
        "../../../Common/gone.json",
    ] {
        let message = format!("{PLACE}{reference}`, which cannot be read");
        with_reference(reference).assert_refused(&[&message]);
    }
    import(|d| *at_mut(d, "/definitions/Loaf/properties/kind/$ref") = json!(7))
        .assert_refused(&["#/definitions/Loaf/properties/kind"]);
    import(|d| *at_mut(d, "/paths/~1loaves/get/parameters/3/$ref") = json!("#/parameters/Gone"))
        .assert_refused(&[
            "#/paths/~1loaves/get/parameters/3/$ref",
            "where there is nothing",
        ]);
    let examples = "/paths/~1loaves/get/x-ms-examples/Look at loaves/$ref";
    import(|d| *at_mut(d, examples) = json!("./examples/Gone.json"))
        .assert_refused(&["x-ms-examples/Look at loaves/$ref", "cannot be read"]);
}

#[test]
fn a_referred_file_that_is_not_json() {
    let scratch = Scratch::new();
    scratch.write("Common/stable/2030-01-01/common.json", "<html>");
    scratch
        .import()
        .assert_refused(&["Common/stable/2030-01-01/common.json: is not JSON"]);
}

#[test]
fn a_reference_outside_the_tree() {
    for reference in [
        "../../../../outside.json#/definitions/X",
        "../../../../../../../../../../etc/passwd",
        "/etc/passwd#/x",
        "file:///etc/passwd",
        "https://specs.example/common.json#/definitions/X",
        "%2e%2e/../../../../outside.json",
    ] {
        let message = format!("{PLACE}{reference}`, outside the tree ");
        with_reference(reference).assert_refused(&[&message, "--root"]);
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_tree() {
    let scratch = Scratch::new();
    let outside = Scratch::new();
    let link = scratch.path("Common/link.json");
    std::os::unix::fs::symlink(outside.bakery(), link).unwrap();
    let reference = "../../../Common/link.json#/definitions/LoafKind";
    scratch.edit_bakery(|d| {
        *at_mut(d, "/definitions/Loaf/properties/kind/$ref") = json!(reference);
    });
    scratch
        .import()
        .assert_refused(&[PLACE, "outside the tree"]);
}

#[test]
fn the_tree_can_be_named() {
    let scratch = Scratch::new();
    let bakery = scratch.path("Bakery");
    scratch
        .import_with(&["--root", bakery.to_str().unwrap()])
        .assert_refused(&["common.json", "outside the tree"]);
    let common = scratch.path("Common");
    scratch
        .import_with(&["--root", common.to_str().unwrap()])
        .assert_refused(&["bakery.json: lies outside --root"]);
    // A document that lies in no published layout may use its own directory.
    let flat = scratch.path("flat.json");
    std::fs::rename(scratch.bakery(), &flat).unwrap();
    spec(["import", flat.to_str().unwrap(), "--out", "-"]).assert_refused(&["flat.json#"]);
    assert_eq!(
        spec(["import", BAKERY, "--out", "-", "--root", "tests/fixtures"]).status,
        1
    );
}

#[test]
fn a_cycle_of_references() {
    import(|d| {
        d["definitions"]["A"] = json!({ "$ref": "#/definitions/B" });
        d["definitions"]["B"] = json!({ "$ref": "#/definitions/A" });
    })
    .assert_refused(&["#/definitions/", "is a cycle of references"]);
    import(|d| d["definitions"]["A"] = json!({ "$ref": "#/definitions/A" }))
        .assert_refused(&["#/definitions/A: is a cycle of references"]);
    import(|d| {
        d["parameters"]["A"] = json!({ "$ref": "#/parameters/B" });
        d["parameters"]["B"] = json!({ "$ref": "#/parameters/A" });
    })
    .assert_refused(&["#/parameters/", "is a cycle of references"]);
    let other = "../../Bakery/stable/2031-05-01/bakery.json#/definitions/CustomerTier";
    let scratch = Scratch::new();
    scratch.edit("Common/stable/2031-01-01/common.json", |d| {
        *at_mut(d, "/definitions/TierModel") = json!({ "$ref": format!("../{other}") });
    });
    scratch
        .import()
        .assert_refused(&["is a cycle of references"]);
}

#[test]
fn a_cycle_of_inheritance() {
    import(|d| {
        *at_mut(d, "/definitions/Cut") =
            json!({ "allOf": [{ "$ref": "#/definitions/FineCut" }], "type": "object" });
    })
    .assert_refused(&["#/definitions/", "inherits from itself"]);
}

#[test]
fn inheritance_that_is_too_deep() {
    import(|d| {
        for step in 1..1000 {
            let parent = format!("#/definitions/Step{}", step - 1);
            d["definitions"][format!("Step{step}")] = json!({ "allOf": [{ "$ref": parent }] });
        }
        d["definitions"]["Step0"] = json!({ "type": "object" });
    })
    .assert_refused(&["#/definitions/Step", "over more than 64 steps"]);
}

#[test]
fn a_body_beside_form_fields() {
    import(|d| {
        let list = at_mut(d, "/paths/~1letters/post/parameters")
            .as_array_mut()
            .unwrap();
        list.push(json!({ "name": "b", "in": "body", "schema": { "type": "object" } }));
    })
    .assert_refused(&["is a body beside form fields"]);
}
