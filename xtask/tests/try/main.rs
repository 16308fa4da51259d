//! `spec try`: the crate is built from other documents, and does what their examples say.

mod dependent;
mod needs;
#[path = "../support/mod.rs"]
mod support;

use std::path::Path;

use serde_json::{Value, json};
use support::{Run, Scratch, at, at_mut, spec};

/// The rows of a table, without those at its head.
fn rows(run: &Run) -> Vec<Vec<&str>> {
    let rows = run.stdout.lines().skip(2);
    rows.map(|row| row.split('|').map(str::trim).collect())
        .collect()
}

/// Asserts that all is as documented, and that each of the operations was called.
fn assert_right(run: &Run, operations: &[(&str, usize)]) {
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    let mut rows = rows(run);
    rows.retain(|row| !row[4].starts_with("not replayed: "));
    assert!(rows.iter().all(|row| row[4] == "ok"), "{}", run.stdout);
    for (operation, responses) in operations {
        let found = rows.iter().filter(|row| row[1] == *operation).count();
        assert_eq!(found, *responses, "{operation} in\n{}", run.stdout);
    }
    let all: usize = operations.iter().map(|(_, responses)| responses).sum();
    assert_eq!(rows.len(), all, "{}", run.stdout);
}

/// The bakery, with what only other documents have: bytes up and down, errors of several types, names that are the same
/// but for their group.
fn bakery_with_posters() -> Scratch {
    let scratch = Scratch::new();
    let more = scratch.path("Bakery/stable/2031-05-01/posters.json");
    let more = std::fs::read_to_string(more).expect("the fixture");
    let more: Value = serde_json::from_str(&more).expect("JSON");
    scratch.edit_bakery(|document| {
        let paths = at_mut(document, "/paths").as_object_mut().unwrap();
        paths.remove("/letters");
        paths.extend(at(&more, "/paths").as_object().unwrap().clone());
        let definitions = at_mut(document, "/definitions").as_object_mut().unwrap();
        definitions.extend(at(&more, "/definitions").as_object().unwrap().clone());
    });
    scratch
}

#[test]
fn documents_with_bytes_and_other_errors() {
    let scratch = bakery_with_posters();
    let path = scratch.bakery();
    scratch.write(
        "losses.txt",
        "# what is known\n\nundeclared-example-parameter # in examples only\n",
    );
    let losses = scratch.path("losses.txt");
    let allow = ["--allow-from", losses.to_str().unwrap()];
    let run = spec([&["try", path.to_str().unwrap()], &allow[..]].concat());
    assert!(
        run.stderr
            .contains("allowed [undeclared-example-parameter]")
    );
    assert_right(
        &run,
        &[
            ("Loaves_List", 2),
            ("Loaves_Bake", 3),
            ("Loaves_Change", 2),
            ("Loaves_Eat", 2),
            ("Loaves_AddSlices", 2),
            ("Pictures_UploadPicture", 1),
            ("Pictures_DownloadPicture", 1),
            ("Recipes_DownloadRecipe", 2),
            ("Posters_UploadPoster", 4),
            ("Posters_DownloadPoster", 2),
            ("Posters_Find", 1),
        ],
    );

    // A loss that is not allowed fails the command, and so does an example that the schema rejects.
    scratch.edit(
        "Bakery/stable/2031-05-01/examples/Posters_Find.json",
        |example| {
            *at_mut(example, "/responses/200/body") = json!([1, 2]);
        },
    );
    let run = spec(["try", path.to_str().unwrap()]);
    assert_eq!(run.status, 1, "{}{}", run.stdout, run.stderr);
    assert!(run.stderr.contains("lost [undeclared-example-parameter]"));
    let rows = rows(&run);
    let wrong: Vec<_> = rows.iter().filter(|row| row[4] != "ok").collect();
    assert_eq!(wrong.len(), 1, "{}", run.stdout);
    assert_eq!((wrong[0][1], wrong[0][3]), ("Posters_Find", "200"));
}

/// The document is that of codegen/tests/constructs.rs. What a `2XX` answers is in no example.
#[test]
fn constructs_of_other_documents() {
    let run = spec(["try", "../codegen/tests/constructs.json"]);
    assert_right(
        &run,
        &[
            ("Things_Get", 1),
            ("Things_Update", 1),
            ("Others_Get", 1),
            ("Lists_List", 1),
            ("Mails_Send", 1),
        ],
    );
}

/// Numbers with and without a fraction, a version that each operation describes in place, a form, and HEAD; and the same
/// without examples.
#[test]
fn what_is_right_is_no_alarm_and_what_has_no_example_is_named() {
    let scratch = Scratch::new();
    let text = std::fs::read_to_string("tests/try/replays.json").expect("the fixture");
    scratch.write("replays.json", &text);
    scratch.edit("replays.json", |document| {
        let paths = at_mut(document, "/paths").as_object_mut().unwrap();
        let mut orders = paths["/orders"].clone();
        orders["post"]["operationId"] = json!("Orders_Unseen");
        orders["post"]["parameters"] = json!([]);
        *at_mut(
            &mut orders,
            "/post/requestBody/content/application~1x-www-form-urlencoded/examples",
        ) = json!({});
        let mut scales = paths["/scales/{scaleId}"].clone();
        let head = &mut scales["head"];
        head["operationId"] = json!("Scales_Unseen");
        head["responses"]["default"]["content"] = json!({});
        head["parameters"][0]["examples"] = json!({});
        head["parameters"][1]["examples"] = json!({});
        let scales = json!({ "head": head });
        paths.insert("/unseen/orders".to_owned(), orders);
        paths.insert("/unseen/scales/{scaleId}".to_owned(), scales);
    });
    let run = spec(["try", scratch.path("replays.json").to_str().unwrap()]);
    assert_right(
        &run,
        &[
            ("Scales_Weigh", 2),
            ("Scales_Exists", 2),
            ("Orders_Place", 2),
        ],
    );
    for row in [
        "| Orders_Unseen | One | 500 | not replayed: the example has no body |",
        "| Scales_Unseen | One | 200 | not replayed: the example has no `scaleId` |",
    ] {
        assert!(run.stdout.contains(row), "{row} in\n{}", run.stdout);
    }
}

#[test]
fn losses_of_a_file_have_names_and_references_stay_in_the_root() {
    let scratch = bakery_with_posters();
    let path = scratch.bakery();
    let path = path.to_str().unwrap();
    let losses = scratch.path("losses.txt");
    let losses = losses.to_str().unwrap();
    scratch.write("losses.txt", "undeclared-example-parameter\nsomething\n");
    spec(["try", path, "--allow-from", losses]).assert_refused(&[
        "losses.txt: line 2: `something` is no loss; expected one of unsupported-keyword, ",
    ]);
    let root = scratch.path("Bakery/stable/2031-05-01");
    spec(["try", path, "--root", root.to_str().unwrap()]).assert_refused(&["bakery.json"]);
}

/// Merges objects into others; everything else takes the place of what is there.
fn merge(into: &mut Value, patch: &Value) {
    match (into, patch) {
        (Value::Object(into), Value::Object(patch)) => {
            for (key, patch) in patch {
                merge(into.entry(key).or_insert(Value::Null), patch);
            }
        }
        (into, patch) => *into = patch.clone(),
    }
}

/// A published version with three more operations, and schemas, properties and a value of an enum that nobody knows.
#[test]
fn a_published_version_that_went_on() {
    let scratch = Scratch::new();
    support::copy(Path::new("tests/published"), &scratch.path(""));
    let version = "Chat/stable/2023-11-07";
    let examples = scratch.path(&format!("{version}/examples"));
    support::copy(Path::new("tests/evolved/examples"), &examples);
    let file = format!("{version}/communicationserviceschat.json");
    let patch = include_str!("../evolved/patch.json");
    scratch.edit(&file, |document| {
        merge(document, &serde_json::from_str(patch).unwrap());
    });
    let path = scratch.path(&file);
    let allow = ["--allow", "undeclared-example-parameter"];
    let run = spec([&["try", path.to_str().unwrap()], &allow[..]].concat());
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    let rows = rows(&run);
    assert!(rows.iter().all(|row| row[4] == "ok"), "{}", run.stdout);
    let mut operations: Vec<_> = rows.iter().map(|row| row[1]).collect();
    operations.dedup();
    assert_eq!(operations.len(), 19, "{}", run.stdout);
}

#[test]
fn what_can_not_be_generated_is_named_with_its_place() {
    let path = support::BAKERY;
    let run = spec(["try", path]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    let place = "bakery.json#/paths/~1letters/post/requestBody/content: ";
    assert!(run.stdout.contains(place), "{}", run.stdout);
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
}
