//! `spec import`: example files, split without loss.

use serde_json::{Value, json};

use crate::support::{BAKERY, Scratch, at, at_mut, bakery, keys, spec};

const LIST: &str = "/paths/~1loaves/get";
const BAKE: &str = "/paths/~1loaves/post";
const CHANGE: &str = "/paths/~1loaves~1{loafId}/patch";
const EAT: &str = "/paths/~1loaves~1{loafId}/delete";
const ADD: &str = "/paths/~1loaves~1{loafId}~1slices~1:add/post";
const UPLOAD: &str = "/paths/~1loaves~1{loafId}~1pictures/post";
const DOWNLOAD: &str = "/paths/~1loaves~1{loafId}~1pictures~1{pictureId}~1views~1{view}/get";

const EXAMPLES: &str = "Bakery/stable/2031-05-01/examples";

fn published(name: &str) -> Value {
    let text = std::fs::read_to_string(format!("tests/fixtures/{EXAMPLES}/{name}.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn an_example_stands_at_each_parameter_and_body_as_it_was_published() {
    let document = bakery();
    let file = published("Loaves_Bake");
    let body = at(
        &document,
        &format!("{BAKE}/requestBody/content/application~1json/examples"),
    );
    assert_eq!(keys(body), ["Loaves_Bake", "Loaves_BakeTwice"]);
    assert_eq!(body["Loaves_Bake"]["summary"], "Bake");
    assert_eq!(body["Loaves_Bake"]["value"], file["parameters"]["order"]);
    for status in ["201", "401"] {
        let content = format!("{BAKE}/responses/{status}/content/application~1json");
        let example = at(&document, &format!("{content}/examples/Loaves_Bake"));
        assert_eq!(example["value"], file["responses"][status]["body"]);
    }
    let kinds = at(
        &document,
        &format!("{LIST}/parameters/1/examples/Loaves_List"),
    );
    assert_eq!(
        *kinds,
        json!({ "summary": "Look at loaves", "value": ["rye"] })
    );
    // Headers have no case.
    let header = at(
        &document,
        &format!("{BAKE}/parameters/1/examples/Loaves_BakeTwice/value"),
    );
    assert_eq!(header, "b-1");
    let count = at(
        &document,
        &format!("{LIST}/responses/200/headers/X-Count/examples"),
    );
    assert_eq!(count["Loaves_List"]["value"], 1);
    assert!(at(&document, BAKE).get("x-ms-examples").is_none());
}

#[test]
fn a_shared_parameter_has_one_example_or_one_for_each_operation() {
    let document = bakery();
    let version = "/components/parameters/VersionParameter";
    assert_eq!(at(&document, version)["example"], "2031-05-01");

    let scratch = Scratch::new();
    scratch.edit(&format!("{EXAMPLES}/Loaves_Eat.json"), |file| {
        *at_mut(file, "/parameters/api-version") = json!("2099-01-01");
    });
    let document = scratch.import().json();
    let version = at(&document, version);
    assert!(version.get("example").is_none());
    assert_eq!(
        version["examples"]["Loaves_Eat Loaves_Eat"]["value"],
        "2099-01-01"
    );
    assert_eq!(
        version["examples"]["Loaves_List Loaves_List"]["value"],
        "2031-05-01"
    );
}

#[test]
fn one_title_for_several_operations_is_no_conflict() {
    let document = bakery();
    for (operation, key) in [(LIST, "Loaves_List"), (DOWNLOAD, "Pictures_Download")] {
        let parameters = at(&document, &format!("{operation}/parameters"))
            .as_array()
            .unwrap();
        let mut examples = parameters.iter().filter_map(|p| p["examples"].get(key));
        assert_eq!(examples.next().unwrap()["summary"], "Look at loaves");
    }
    let eat = at(
        &document,
        &format!("{EAT}/parameters/0/examples/Loaves_Eat"),
    );
    assert_eq!(eat["summary"], "Look at loaves");
}

#[test]
fn two_titles_for_one_file_are_both_kept() {
    let scratch = Scratch::new();
    scratch.edit_bakery(|d| {
        let examples = at_mut(d, &format!("{CHANGE}/x-ms-examples"));
        examples["Again"] = examples["Change"].clone();
    });
    let document = scratch.import().json();
    let examples = at(&document, &format!("{CHANGE}/parameters/0/examples"));
    assert_eq!(keys(examples), ["Loaves_Change", "Again"]);
}

#[test]
fn an_undeclared_parameter_is_listed_kept_and_fails_unless_allowed() {
    let run = spec(["import", BAKERY, "--out", "-"]);
    assert_eq!(run.status, 1);
    let line = run.stderr.lines().next().unwrap();
    assert!(
        line.starts_with("lost [undeclared-example-parameter] "),
        "{line}"
    );
    assert!(
        line.contains("examples/Loaves_BakeTwice.json#/parameters/oven-hint: "),
        "{line}"
    );
    let kept = at(
        &run.json(),
        &format!("{BAKE}/x-acs-undeclared-example-parameters"),
    )
    .clone();
    assert_eq!(kept, json!({ "Loaves_BakeTwice": { "oven-hint": "left" } }));

    for allow in [
        "undeclared-example-parameter",
        "undeclared-example-parameter=oven-hint",
    ] {
        let allowed = spec(["import", BAKERY, "--out", "-", "--allow", allow]);
        assert_eq!(allowed.status, 0, "{allow}");
        assert_eq!(allowed.stdout, run.stdout);
        assert!(
            allowed
                .stderr
                .contains("allowed [undeclared-example-parameter]")
        );
    }
    let other = "undeclared-example-parameter=other";
    assert_eq!(
        spec(["import", BAKERY, "--out", "-", "--allow", other]).status,
        1
    );
    let unknown = spec(["import", BAKERY, "--allow", "everything"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.stderr.contains("undeclared-example-parameter"));
}

#[test]
fn a_content_type_chooses_the_media_type() {
    let scratch = Scratch::new();
    scratch.edit(&format!("{EXAMPLES}/Loaves_AddSlices.json"), |file| {
        file["parameters"]["Content-Type"] = json!("application/merge-patch+json");
    });
    let document = scratch.import().json();
    let content = at(&document, &format!("{ADD}/requestBody/content"));
    assert!(content["application/json"].get("examples").is_none());
    let chosen = &content["application/merge-patch+json"]["examples"];
    assert_eq!(chosen["Loaves_AddSlices"]["value"], json!({ "slices": 4 }));
    // Without one it is under all.
    let document = bakery();
    for media_type in ["application~1json", "application~1merge-patch+json"] {
        let pointer = format!("{ADD}/requestBody/content/{media_type}/examples/Loaves_AddSlices");
        assert_eq!(at(&document, &pointer)["value"], json!({ "slices": 4 }));
    }
    let images = at(&document, &format!("{DOWNLOAD}/responses/200/content"));
    assert_eq!(
        images["image/png"]["examples"]["Pictures_Download"]["value"],
        "{binary}"
    );
    assert!(images["image/gif"].get("examples").is_none());
}

#[test]
fn placeholders_for_bytes_and_unknown_values_stay_as_they_are() {
    let run = spec(["import", BAKERY, "--out", "-"]);
    let document = run.json();
    let upload = at(
        &document,
        &format!("{UPLOAD}/requestBody/content/application~1octet-stream"),
    );
    assert_eq!(
        upload["examples"]["Pictures_Upload"]["value"],
        "data:image/png;base64,iVBORw0KGgo="
    );
    let result = format!("{UPLOAD}/responses/201/content/application~1json/examples");
    let result = at(&document, &format!("{result}/Pictures_Upload/value"));
    assert_eq!(result["type"], "jpeg");
    assert!(run.stderr.contains("note [example-mismatch]"));
    assert!(run.stderr.contains("\"jpeg\""));
}

#[test]
fn an_example_of_a_schema_that_is_none_is_noted() {
    let scratch = Scratch::new();
    scratch
        .edit_bakery(|d| *at_mut(d, "/definitions/LoafChange/properties/note/type") = json!("x"));
    let run = scratch.import();
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("its schema cannot be checked against"),
        "{}",
        run.stderr
    );
}

#[test]
fn an_empty_object_is_an_example_only_where_there_is_a_body() {
    let run = spec(["import", BAKERY, "--out", "-"]);
    let document = run.json();
    let created = format!("{ADD}/responses/201/content/application~1json/examples");
    let example = at(&document, &format!("{created}/Loaves_AddSlices/value"));
    assert_eq!(*example, json!({}));
    assert!(
        at(&document, &format!("{ADD}/responses/202"))
            .get("content")
            .is_none()
    );
    assert!(run.stderr.contains("note [empty-example-body]"));
}

#[test]
fn a_body_for_a_response_that_has_none_is_a_loss() {
    let scratch = Scratch::new();
    scratch.edit(&format!("{EXAMPLES}/Loaves_Eat.json"), |file| {
        *at_mut(file, "/responses/204") = json!({ "body": { "eaten": true } });
    });
    let run = scratch.import();
    assert!(run.stderr.contains("lost [undeclared-example-body]"));
    let kept = at(
        &run.json(),
        &format!("{EAT}/responses/204/x-acs-undeclared-example-bodies"),
    )
    .clone();
    assert_eq!(kept, json!({ "Loaves_Eat": { "eaten": true } }));
}

#[test]
fn a_status_stands_under_its_response_or_the_default() {
    let document = bakery();
    let default = at(
        &document,
        &format!("{EAT}/responses/default/content/application~1json"),
    );
    assert_eq!(
        default["examples"]["Loaves_Eat 404"]["value"],
        json!({ "complaint": "No such loaf." })
    );

    let scratch = Scratch::new();
    scratch.edit(&format!("{EXAMPLES}/Loaves_Eat.json"), |file| {
        file["responses"]["299"] = json!({ "body": {} });
    });
    let run = scratch.import();
    assert!(run.stderr.contains("lost [undeclared-example-status]"));
    let kept = at(
        &run.json(),
        &format!("{EAT}/x-acs-undeclared-example-responses"),
    )
    .clone();
    assert_eq!(kept, json!({ "Loaves_Eat": { "299": { "body": {} } } }));
}

#[test]
fn an_undeclared_response_header_is_kept_and_noted() {
    let run = spec(["import", BAKERY, "--out", "-"]);
    assert!(run.stderr.contains("note [undeclared-example-header]"));
    let kept = at(
        &run.json(),
        &format!("{BAKE}/responses/201/x-acs-undeclared-example-headers"),
    )
    .clone();
    assert_eq!(
        kept,
        json!({ "Loaves_Bake": { "Location": "https://corner.bakery.example/loaves/loaf-1" } })
    );
}

#[test]
fn an_example_may_stand_in_the_document_itself() {
    let scratch = Scratch::new();
    let example = published("Loaves_Change");
    scratch.edit_bakery(|d| *at_mut(d, &format!("{CHANGE}/x-ms-examples/Change")) = example);
    let document = scratch.import().json();
    let examples = at(&document, &format!("{CHANGE}/parameters/0/examples"));
    assert_eq!(keys(examples), ["Change"]);
}

#[test]
fn a_responses_own_examples_are_kept() {
    let scratch = Scratch::new();
    scratch.edit_bakery(|d| {
        let complaint = json!({ "complaint": "Burnt." });
        at_mut(d, &format!("{EAT}/responses/default"))["examples"] =
            json!({ "application/json": complaint, "text/plain": "Burnt." });
    });
    let run = scratch.import();
    let content = format!("{EAT}/responses/default/content/application~1json/examples");
    let examples = at(&run.json(), &content).clone();
    assert_eq!(keys(&examples), ["response", "Loaves_Eat 404"]);
    assert!(run.stderr.contains("lost [undeclared-example-body]"));
}
