//! `spec import`: what OpenAPI 3.0 cannot say is listed with its place.

use serde_json::{Value, json};

use crate::support::{Run, Scratch, at_mut};

/// Imports the bakery after `change`, with what it lists anyway allowed.
fn import(change: impl FnOnce(&mut Value)) -> Run {
    let scratch = Scratch::new();
    scratch.edit_bakery(change);
    scratch.import_with(&["--allow", "undeclared-example-parameter"])
}

fn assert_lost(run: &Run, kind: &str, place: &str) {
    assert_eq!(run.status, 1, "{}", run.stderr);
    let first = run.stderr.lines().next().unwrap();
    assert!(first.starts_with(&format!("lost [{kind}] ")), "{first}");
    assert!(first.contains(&format!("bakery.json#{place}: ")), "{first}");
    assert!(
        run.stderr
            .ends_with("1 lost; see `--allow` in `cargo xtask spec import --help`\n")
    );
    assert!(
        run.json().is_object(),
        "the document is written all the same"
    );
}

#[test]
fn keywords_without_a_counterpart_are_lost_wherever_they_stand() {
    for (place, key) in [
        ("", "webhooks"),
        ("/paths/~1loaves", "connect"),
        ("/paths/~1loaves/get", "schemes"),
        ("/paths/~1loaves/get/responses/200", "links"),
        ("/paths/~1loaves/get/parameters/2", "unknown"),
        ("/paths/~1loaves/post/parameters/1", "unknown"),
        ("/definitions/Loaf", "patternProperties"),
        ("/definitions/Wrapping", "patternProperties"),
        ("/definitions/Unwrapped", "patternProperties"),
        ("/securityDefinitions/Token", "unknown"),
        ("/x-ms-parameterized-host", "unknown"),
    ] {
        let run = import(|d| at_mut(d, place)[key] = json!(["something"]));
        assert_lost(&run, "unsupported-keyword", &format!("{place}/{key}"));
    }
}

#[test]
fn items_by_position_and_lists_of_types_are_lost() {
    let run = import(|d| {
        *at_mut(d, "/definitions/LoafPage/properties/value/items") = json!([{ "type": "string" }]);
    });
    let place = "/definitions/LoafPage/properties/value/items";
    assert_lost(&run, "unsupported-keyword", place);
    let run = import(|d| {
        *at_mut(d, "/definitions/LoafChange/properties/note/type") = json!(["string", "null"]);
    });
    let place = "/definitions/LoafChange/properties/note/type";
    assert_lost(&run, "unsupported-keyword", place);
}

#[test]
fn a_list_format_without_a_style_is_lost() {
    let place = "/paths/~1loaves/get/parameters/0/collectionFormat";
    let run = import(|d| *at_mut(d, place) = json!("tsv"));
    assert_lost(&run, "collection-format", place);
}

#[test]
fn a_reserved_header_parameter_is_lost() {
    let run = import(|d| {
        *at_mut(d, "/paths/~1loaves/post/parameters/0/name") = json!("Content-Type");
        // Its example is gone with it.
        let examples = at_mut(d, "/paths/~1loaves/post/x-ms-examples");
        examples
            .as_object_mut()
            .unwrap()
            .remove("Bake twice safely");
    });
    assert_lost(&run, "reserved-header", "/paths/~1loaves/post/parameters/0");
}

#[test]
fn a_path_parameter_that_stands_in_no_path_is_lost() {
    let run = import(|d| {
        let list = at_mut(d, "/paths/~1loaves/get/parameters")
            .as_array_mut()
            .unwrap();
        list.push(json!({ "name": "where", "in": "path", "required": true, "type": "string" }));
    });
    assert_lost(
        &run,
        "unplaced-path-parameter",
        "/paths/~1loaves/get/parameters/4",
    );
}

#[test]
fn a_union_inside_a_union_is_lost() {
    let run = import(|d| at_mut(d, "/definitions/Paper")["discriminator"] = json!("wax"));
    assert_lost(&run, "nested-discriminator", "/definitions/Paper");
}

#[test]
fn a_discriminator_value_must_stand_for_one_subtype() {
    let run = import(|d| {
        *at_mut(d, "/definitions/Waxed/x-ms-discriminator-value") = json!("paper");
        let values = at_mut(d, "/definitions/Wrapping/properties/kind/enum");
        *values = json!(["paper", "none", "cardboard"]);
    });
    assert_lost(&run, "repeated-discriminator-value", "/definitions/Waxed");
    let run = import(|d| {
        let values = at_mut(d, "/definitions/Wrapping/properties/kind/enum");
        values.as_array_mut().unwrap().push(json!("gold"));
    });
    let place = "/definitions/Wrapping/properties/kind/enum/4";
    assert_lost(&run, "unused-discriminator-value", place);
}

#[test]
fn a_member_that_means_nothing_in_an_example_is_lost() {
    let scratch = Scratch::new();
    scratch.edit(
        "Bakery/stable/2031-05-01/examples/Loaves_Eat.json",
        |file| {
            file["comment"] = json!("?");
            file["responses"]["204"]["delay"] = json!(3);
        },
    );
    let run = scratch.import();
    assert!(run.stderr.contains("lost [unknown-example-member]"));
    assert!(run.stderr.contains("examples/Loaves_Eat.json#/comment: "));
    assert!(
        run.stderr
            .contains("examples/Loaves_Eat.json#/responses/204/delay: ")
    );
    assert!(run.stderr.contains("3 lost; see"), "{}", run.stderr);
}

#[test]
fn losses_are_allowed_by_a_file() {
    let scratch = Scratch::new();
    scratch.write(
        "losses.txt",
        "# in examples only\nundeclared-example-parameter\n",
    );
    let losses = scratch.path("losses.txt");
    let losses = ["--allow-from", losses.to_str().unwrap()];
    assert_eq!(scratch.import().status, 1);
    let run = scratch.import_with(&losses);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(
        run.stderr
            .contains("allowed [undeclared-example-parameter]")
    );
}
