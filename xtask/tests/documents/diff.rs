//! `spec diff`: what counts as breaking, additive and documentation, rule by rule.

use serde_json::{Value, json};

use crate::support::{BAKERY, Run, Scratch, at_mut, bakery, spec};

const LIST: &str = "/paths/~1loaves/get";
const BAKE: &str = "/paths/~1loaves/post";
/// Only ever sent by clients.
const ORDER: &str = "/components/schemas/LoafOrder";
/// Only ever returned.
const LOAF: &str = "/components/schemas/Loaf";

fn diff_of(old: &Value, new: &Value, args: &[&str]) -> Run {
    let scratch = Scratch::new();
    scratch.write("old.json", &old.to_string());
    scratch.write("new.json", &new.to_string());
    let (old, new) = (scratch.path("old.json"), scratch.path("new.json"));
    let files = ["diff", old.to_str().unwrap(), new.to_str().unwrap()];
    spec([&files[..], args].concat())
}

/// All changes as `category place: text`.
fn changes(old: &Value, new: &Value) -> Vec<String> {
    let run = diff_of(old, new, &["--json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let json = run.json();
    let mut out = Vec::new();
    for category in ["breaking", "additive", "documentation"] {
        for change in json[category].as_array().unwrap() {
            let (place, text) = (&change["place"], &change["change"]);
            let part = |value: &Value| value.as_str().unwrap().to_owned();
            out.push(format!("{category} {}: {}", part(place), part(text)));
        }
    }
    out
}

/// Asserts what changes from `old` by `change`, and nothing else.
fn assert_from(old: &Value, change: impl FnOnce(&mut Value), expected: &[&str]) {
    let mut new = old.clone();
    change(&mut new);
    assert_eq!(changes(old, &new), expected);
}

fn assert_changes(change: impl FnOnce(&mut Value), expected: &[&str]) {
    assert_from(&bakery(), change, expected);
}

/// Asserts what changes by `change`, and what by taking it back.
fn assert_both_ways(change: impl FnOnce(&mut Value), there: &[&str], back: &[&str]) {
    let old = bakery();
    let mut new = old.clone();
    change(&mut new);
    assert_eq!(changes(&old, &new), there);
    assert_eq!(changes(&new, &old), back, "and back");
}

fn remove<'a>(place: &'a str, key: &'a str) -> impl Fn(&mut Value) + 'a {
    move |d| {
        let removed = at_mut(d, place).as_object_mut().unwrap().remove(key);
        assert!(removed.is_some(), "{key} at {place}");
    }
}

fn set<'a>(place: &'a str, value: Value) -> impl Fn(&mut Value) + 'a {
    move |d| *at_mut(d, place) = value.clone()
}

fn insert<'a>(place: &'a str, key: &'a str, value: Value) -> impl Fn(&mut Value) + 'a {
    move |d| at_mut(d, place)[key] = value.clone()
}

fn push<'a>(place: &'a str, value: Value) -> impl Fn(&mut Value) + 'a {
    move |d| at_mut(d, place).as_array_mut().unwrap().push(value.clone())
}

#[test]
fn a_document_has_no_differences_from_itself() {
    let run = diff_of(
        &bakery(),
        &bakery(),
        &["--deny", "breaking", "--deny", "documentation"],
    );
    assert_eq!(run.status, 0);
    assert_eq!(run.stdout, "## API 2031-05-01\n\nNo differences.\n");
}

#[test]
fn how_a_document_is_written_makes_no_difference() {
    let old = bakery();
    let mut new = old.clone();
    // Shared or in place.
    let version = at_mut(&mut new, "/components/parameters/VersionParameter").clone();
    *at_mut(&mut new, &format!("{LIST}/parameters/0")) = version;
    // On the path item.
    let parameter = at_mut(&mut new, "/paths/~1loaves~1{loafId}~1recipe/get/parameters")
        .as_array_mut()
        .unwrap()
        .remove(0);
    at_mut(&mut new, "/paths/~1loaves~1{loafId}~1recipe")["parameters"] = json!([parameter]);
    // Shared examples, other keys.
    let examples = format!("{BAKE}/requestBody/content/application~1json/examples");
    let example = at_mut(&mut new, &examples).as_object_mut().unwrap();
    let shared = example.remove("Loaves_Bake").unwrap();
    example.insert(
        "other".into(),
        json!({ "$ref": "#/components/examples/Shared" }),
    );
    at_mut(&mut new, "/components")["examples"] = json!({ "Shared": shared });
    // A reference with nothing to add to it.
    let kind = json!({ "allOf": [{ "$ref": "#/components/schemas/LoafKind" }] });
    *at_mut(&mut new, &format!("{ORDER}/properties/kind")) = kind;
    // The order of members.
    for place in [
        "/paths",
        "/components/schemas",
        LOAF,
        "/components/schemas/Loaf/properties",
    ] {
        let object = at_mut(&mut new, place).as_object_mut().unwrap();
        *object = object.clone().into_iter().rev().collect();
    }
    assert_eq!(changes(&old, &new), [""; 0]);
}

#[test]
fn swagger_is_imported_first() {
    let scratch = Scratch::new();
    scratch.write("imported.json", &bakery().to_string());
    let imported = scratch.path("imported.json");
    let run = spec(["diff", BAKERY, imported.to_str().unwrap()]);
    assert!(run.stdout.ends_with("No differences.\n"), "{}", run.stdout);
}

#[test]
fn operations_and_their_places() {
    let picture = "/paths/~1loaves~1{loafId}~1pictures";
    assert_both_ways(
        remove(picture, "post"),
        &["breaking Pictures_UploadPicture: the operation is removed"],
        &["additive Pictures_UploadPicture: a new operation"],
    );
    assert_changes(
        set(&format!("{LIST}/operationId"), json!("Loaves_All")),
        &["breaking Loaves_List: the operation is renamed to `Loaves_All`"],
    );
    assert_changes(
        |d| {
            let paths = at_mut(d, "/paths").as_object_mut().unwrap();
            let item = paths.remove("/letters").unwrap();
            paths.insert("/mail".into(), item);
        },
        &["breaking Letters_Send: moves from `POST /letters` to `POST /mail`"],
    );
    assert_changes(
        insert(LIST, "deprecated", json!(true)),
        &["documentation Loaves_List: is deprecated"],
    );
}

#[test]
fn operations_beside_the_others() {
    let path = "/letters?kind=open";
    assert_both_ways(
        insert(
            "",
            "x-ms-paths",
            json!({ path: { "get": { "operationId": "Letters_Open", "responses": {} } } }),
        ),
        &["additive Letters_Open: a new operation"],
        &["breaking Letters_Open: the operation is removed"],
    );
}

#[test]
fn deprecation_and_operations_that_run_long() {
    assert_both_ways(
        insert(LIST, "x-ms-long-running-operation", json!(true)),
        &["breaking Loaves_List: is long-running now"],
        &["breaking Loaves_List: is no longer long-running"],
    );
    assert_both_ways(
        insert(&format!("{LIST}/parameters/3"), "deprecated", json!(true)),
        &["documentation Loaves_List (query pageSize): is deprecated"],
        &["documentation Loaves_List (query pageSize): is no longer deprecated"],
    );
    assert_both_ways(
        insert(ORDER, "deprecated", json!(true)),
        &["documentation LoafOrder: is deprecated"],
        &["documentation LoafOrder: is no longer deprecated"],
    );
}

#[test]
fn a_reason_to_retry_is_no_word_among_others() {
    let reason = json!("It stays baked.");
    assert_both_ways(
        insert(LIST, "x-acs-repeatable", reason.clone()),
        &["additive Loaves_List: is retried now"],
        &[
            "breaking Loaves_List: is no longer retried, `x-acs-repeatable` (\"It stays baked.\") is lost",
        ],
    );
    let mut old = bakery();
    insert(LIST, "x-acs-repeatable", reason)(&mut old);
    let place = format!("{LIST}/x-acs-repeatable");
    let other = set(&place, json!("It is baked."));
    assert_from(
        &old,
        other,
        &["documentation Loaves_List: `x-acs-repeatable`"],
    );
}

#[test]
fn types_of_parameters() {
    let named = |name: &str| {
        json!({ "type": "string", "enum": ["hot", "cold"],
                "x-ms-enum": { "name": name, "modelAsString": true } })
    };
    let place = format!("{LIST}/parameters/3/schema");
    let mut old = bakery();
    *at_mut(&mut old, &place) = named("warmth");
    assert_from(
        &old,
        set(&place, named("heat")),
        &[
            "breaking Warmth: the type is removed",
            "additive Heat: a new type",
            "documentation Loaves_List (query pageSize): descriptions of the values",
        ],
    );
}

/// What `diff` prints of a deprecation and a new property, with these rules.
fn with_rules(rules: &str, args: &[&str]) -> Run {
    let mut new = bakery();
    at_mut(&mut new, LIST)["deprecated"] = json!(true);
    at_mut(&mut new, LOAF)["properties"]["new"] = json!({ "type": "string" });
    let scratch = Scratch::new();
    scratch.write("rules.toml", rules);
    let rules = scratch.path("rules.toml");
    let args = [&["--rules", rules.to_str().unwrap()], args].concat();
    diff_of(&bakery(), &new, &args)
}

#[test]
fn rules_say_how_much_a_change_matters() {
    let rules = "[[rule]]\nplace = \"Loaves_*\"\nchange = \"is deprecated\"\nseverity = \"breaking\"\n\
                 [[rule]]\nplace = \"Loaf.*\"\nseverity = \"ignore\"\n\
                 [[rule]]\nseverity = \"documentation\"\n";
    let run = with_rules(rules, &["--deny", "breaking"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert_eq!(
        run.stdout,
        "## API 2031-05-01\n\n### Breaking\n\n- `Loaves_List`: is deprecated\n"
    );
    for (rules, said) in [
        ("rule", "rules.toml: is no TOML: "),
        ("[other]", "rules.toml: `other` is unknown"),
        (
            "[[rule]]\nplace = \"a\"",
            "rules.toml: `rule` needs a `severity`",
        ),
        (
            "[[rule]]\nseverity = \"ignore\"\nplaces = \"a\"",
            "has a member other than",
        ),
    ] {
        with_rules(rules, &[]).assert_refused(&[said]);
    }
}

#[test]
fn annotations_are_commands_of_a_workflow() {
    let run = with_rules(
        "[[rule]]\nplace = \"Loaves_List\"\nseverity = \"breaking\"\n",
        &["--annotations"],
    );
    let lines: Vec<_> = run.stdout.lines().collect();
    let [error, notice] = lines.as_slice() else {
        panic!("two lines: {}", run.stdout);
    };
    assert!(error.starts_with("::error file="), "{error}");
    assert!(
        error.ends_with("new.json,title=Breaking::Loaves_List: is deprecated"),
        "{error}"
    );
    assert!(notice.starts_with("::notice file="), "{notice}");
    assert!(
        notice.ends_with("new.json,title=Additive::Loaf.new: a new property"),
        "{notice}"
    );
}

#[test]
fn paging_security_and_servers() {
    assert_both_ways(
        remove(LIST, "x-ms-pageable"),
        &["breaking Loaves_List: paging changes from \
           `{\"nextLinkName\":\"nextLink\",\"itemName\":\"value\"}` to nothing"],
        &["additive Loaves_List: is pageable now"],
    );
    assert_changes(
        insert(LIST, "security", json!([])),
        &["breaking Loaves_List: security changes from nothing to `[]`"],
    );
    assert_changes(
        set("/components/securitySchemes/Token/name", json!("X-Token")),
        &["breaking Token: name changes from `Authorization` to `X-Token`"],
    );
    assert_changes(
        set("/servers/0/url", json!("{shop}/v2")),
        &["breaking servers: the URL or its variables change"],
    );
    assert_changes(
        set(
            "/servers/0/variables/shop/default",
            json!("https://other.example"),
        ),
        &["documentation servers: description, defaults"],
    );
}

#[test]
fn parameters() {
    let list = format!("{LIST}/parameters");
    let new = |required| {
        json!({ "name": "new", "in": "query", "required": required,
                                 "schema": { "type": "string" } })
    };
    assert_both_ways(
        push(&list, new(false)),
        &["additive Loaves_List (query new): a new parameter"],
        &["breaking Loaves_List (query new): the parameter is removed"],
    );
    assert_changes(
        push(&list, new(true)),
        &["breaking Loaves_List (query new): a new required parameter"],
    );
    assert_both_ways(
        insert(&format!("{list}/3"), "required", json!(true)),
        &["breaking Loaves_List (query pageSize): the parameter is required now"],
        &["additive Loaves_List (query pageSize): the parameter is optional now"],
    );
    assert_changes(
        set(&format!("{list}/3/in"), json!("header")),
        &[
            "breaking Loaves_List (query pageSize): the parameter is removed",
            "additive Loaves_List (header pagesize): a new parameter",
        ],
    );
    assert_changes(
        set(&format!("{list}/3/schema/format"), json!("int64")),
        &["breaking Loaves_List (query pageSize): the format changes from `int32` to `int64`"],
    );
    assert_changes(
        set(&format!("{list}/1/explode"), json!(false)),
        &["breaking Loaves_List (query kinds): the serialization of lists changes"],
    );
    // A header's name has no case.
    assert_changes(
        set(&format!("{BAKE}/parameters/1/name"), json!("Bake-ID")),
        &[],
    );
    // What all operations share is said once.
    assert_changes(
        set(
            "/components/parameters/VersionParameter/description",
            json!("Other words."),
        ),
        &["documentation query api-version: description"],
    );
}

#[test]
fn bodies_of_requests() {
    let body = format!("{BAKE}/requestBody");
    assert_both_ways(
        remove(BAKE, "requestBody"),
        &["breaking Loaves_Bake (body): the body is removed"],
        &["breaking Loaves_Bake (body): a new required body"],
    );
    assert_both_ways(
        set(&format!("{body}/required"), json!(false)),
        &["additive Loaves_Bake (body): the body is optional now"],
        &["breaking Loaves_Bake (body): the body is required now"],
    );
    let content = format!("{body}/content");
    let json_body = bakery()
        .pointer(&format!("{content}/application~1json"))
        .unwrap()
        .clone();
    assert_both_ways(
        insert(&content, "application/merge-patch+json", json_body),
        &["additive Loaves_Bake (body): the media type `application/merge-patch+json` is added"],
        &["breaking Loaves_Bake (body): the media type `application/merge-patch+json` is removed"],
    );
    let schema = format!("{content}/application~1json/schema/$ref");
    let lines = changes_by(set(&schema, json!("#/components/schemas/LoafChange")));
    let replaced = "breaking Loaves_Bake (body): the type `LoafOrder` is replaced by `LoafChange`";
    assert_eq!(lines[0], replaced);
}

fn changes_by(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let old = bakery();
    let mut new = old.clone();
    change(&mut new);
    changes(&old, &new)
}

#[test]
fn statuses_and_bodies_of_responses() {
    let responses = format!("{LIST}/responses");
    let error = bakery()
        .pointer(&format!("{responses}/403"))
        .unwrap()
        .clone();
    assert_both_ways(
        insert(&responses, "418", error),
        &["additive Loaves_List (418): a new status"],
        &["breaking Loaves_List (418): the status is removed"],
    );
    let ok = bakery()
        .pointer(&format!("{responses}/200"))
        .unwrap()
        .clone();
    assert_changes(
        insert(&responses, "203", ok),
        &["additive Loaves_List (203): a new status"],
    );
    assert_changes(
        insert(&responses, "204", json!({ "description": "Nothing." })),
        &["breaking Loaves_List (204): a new status"],
    );
    let add = "/paths/~1loaves~1{loafId}~1slices~1:add/post/responses/202";
    let content =
        json!({ "application/json": { "schema": { "$ref": "#/components/schemas/Cut" } } });
    assert_both_ways(
        insert(add, "content", content),
        &["breaking Loaves_AddSlices (202): a body is returned now"],
        &["breaking Loaves_AddSlices (202): the body is removed"],
    );
    let images =
        "/paths/~1loaves~1{loafId}~1pictures~1{pictureId}~1views~1{view}/get/responses/200";
    assert_both_ways(
        remove(&format!("{images}/content"), "image/bmp"),
        &["breaking Pictures_DownloadPicture (200): the media type `image/bmp` is removed"],
        &["additive Pictures_DownloadPicture (200): the media type `image/bmp` is added"],
    );
    let ok = format!("{responses}/200");
    assert_both_ways(
        remove(&ok, "headers"),
        &["breaking Loaves_List (200) header X-Count: the header is removed"],
        &["additive Loaves_List (200) header X-Count: a new header"],
    );
    assert_changes(
        set(
            &format!("{ok}/headers/X-Count/schema/type"),
            json!("string"),
        ),
        &["breaking Loaves_List (200) header X-Count: the type changes from `integer` to `string`"],
    );
}

#[test]
fn properties() {
    let new = json!({ "type": "string" });
    let order = format!("{ORDER}/properties");
    assert_both_ways(
        insert(&order, "new", new.clone()),
        &["additive LoafOrder.new: a new property"],
        &["breaking LoafOrder.new: the property is removed"],
    );
    let loaf = format!("{LOAF}/properties");
    assert_both_ways(
        insert(&loaf, "new", new.clone()),
        &["additive Loaf.new: a new property"],
        &["breaking Loaf.new: the property is removed"],
    );
    // A new required property: a request must have it; a response has one more.
    assert_changes(
        |d| {
            insert(&order, "new", new.clone())(d);
            push(&format!("{ORDER}/required"), json!("new"))(d);
        },
        &["breaking LoafOrder.new: a new required property"],
    );
    assert_changes(
        |d| {
            insert(&order, "new", json!({ "type": "string", "readOnly": true }))(d);
            push(&format!("{ORDER}/required"), json!("new"))(d);
        },
        &["additive LoafOrder.new: a new property"],
    );
    assert_changes(
        |d| {
            insert(&loaf, "new", new.clone())(d);
            push(&format!("{LOAF}/required"), json!("new"))(d);
        },
        &["additive Loaf.new: a new property"],
    );
}

/// What a type derives is lost where a property does not have it.
#[test]
fn derives_that_a_new_property_ends() {
    const RESULT: &str = "/components/schemas/PictureResult";
    let ends = "breaking PictureResult.new: the type loses `Eq` and `Hash`";
    let properties = format!("{RESULT}/properties");
    let number = json!({ "type": "number" });
    for new in [
        number.clone(),
        json!({ "type": "array", "items": number }),
        json!({ "type": "object", "additionalProperties": number }),
        json!({ "allOf": [{ "type": "object", "properties": { "a": number } }] }),
    ] {
        assert_changes(
            insert(&properties, "new", new),
            &[ends, "additive PictureResult.new: a new property"],
        );
    }
    // A loaf has a price, which is one.
    assert_changes(
        insert(&format!("{LOAF}/properties"), "new", number),
        &["additive Loaf.new: a new property"],
    );

    let mut old = bakery();
    set(&format!("{RESULT}/required"), json!([]))(&mut old);
    assert_from(
        &old,
        |d| {
            insert(&properties, "new", json!({ "type": "string" }))(d);
            push(&format!("{RESULT}/required"), json!("new"))(d);
        },
        &[
            "breaking PictureResult.new: the type loses `Default`",
            "additive PictureResult.new: a new property",
        ],
    );
}

#[test]
fn required_and_null() {
    for (schema, name, property) in [(ORDER, "LoafOrder", "wrapping"), (LOAF, "Loaf", "crust")] {
        assert_both_ways(
            push(&format!("{schema}/required"), json!(property)),
            &[&format!(
                "breaking {name}.{property}: the property is required now"
            )],
            &[&format!(
                "breaking {name}.{property}: the property is optional now"
            )],
        );
    }
    assert_both_ways(
        insert(&format!("{LOAF}/properties/id"), "nullable", json!(true)),
        &["breaking Loaf.id: the property is optional now"],
        &["breaking Loaf.id: the property is required now"],
    );
    // An optional property that may be null is an option either way.
    assert_changes(
        insert(&format!("{LOAF}/properties/crust"), "nullable", json!(true)),
        &[],
    );
}

#[test]
fn types_formats_and_references() {
    let id = format!("{LOAF}/properties/id");
    assert_changes(
        set(&format!("{id}/type"), json!("integer")),
        &["breaking Loaf.id: the type changes from `string` to `integer`"],
    );
    assert_changes(
        insert(&id, "format", json!("uuid")),
        &["breaking Loaf.id: the format changes from nothing to `uuid`"],
    );
    assert_changes(
        set(
            &format!("{LOAF}/properties/labels/additionalProperties/type"),
            json!("number"),
        ),
        &["breaking Loaf.labels{}: the type changes from `string` to `number`"],
    );
    assert_changes(
        set(
            "/components/schemas/LoafPage/properties/value/items",
            json!({ "type": "string" }),
        ),
        &["breaking LoafPage.value[]: the type changes from `object` to `string`"],
    );
    assert_changes(
        set(
            "/components/schemas/FineCut/properties/care/type",
            json!("integer"),
        ),
        &["breaking FineCut.care: the type changes from `string` to `integer`"],
    );
    // What a base has, its heirs have; both are types of the crate.
    assert_changes(
        set(
            "/components/schemas/Cut/properties/slices/format",
            json!("int64"),
        ),
        &[
            "breaking Cut.slices: the format changes from `int32` to `int64`",
            "breaking FineCut.slices: the format changes from `int32` to `int64`",
        ],
    );
    assert_changes(
        |d| {
            let customer = at_mut(d, "/components/schemas/Customer").clone();
            insert("/components/schemas", "Client", customer)(d);
            remove("/components/schemas/Client/properties", "likes")(d);
            set(
                "/components/schemas/Buyer/$ref",
                json!("#/components/schemas/Client"),
            )(d);
        },
        &[
            "breaking Loaf.buyer: the type `Customer` is replaced by `Client`",
            "breaking Loaf.buyer.likes: the property is removed",
            "breaking Buyer: the type `Customer` is replaced by `Client`",
            "breaking Buyer.likes: the property is removed",
            "additive Client: a new type",
        ],
    );
    assert_both_ways(
        insert("/components/schemas", "New", json!({ "type": "object" })),
        &["additive New: a new type"],
        &["breaking New: the type is removed"],
    );
    assert_both_ways(
        insert(LOAF, "additionalProperties", json!(false)),
        &["breaking Loaf: additional properties are rejected now"],
        &["additive Loaf: additional properties are allowed now"],
    );
}

#[test]
fn values_of_enums() {
    // Open, in requests and responses.
    assert_both_ways(
        push("/components/schemas/LoafKind/enum", json!("spelt")),
        &["additive LoafKind: the value `spelt` is added"],
        &["breaking LoafKind: the value `spelt` is removed"],
    );
    // Closed, in requests only.
    let view = "/paths/~1loaves~1{loafId}~1pictures~1{pictureId}~1views~1{view}/get/parameters/2";
    assert_both_ways(
        push(&format!("{view}/schema/enum"), json!("tiny")),
        &["additive Pictures_DownloadPicture (path view): the value `tiny` is added"],
        &["breaking Pictures_DownloadPicture (path view): the value `tiny` is removed"],
    );
    // Closed, in responses.
    let mut closed = bakery();
    let crust = format!("{LOAF}/properties/crust");
    *at_mut(&mut closed, &format!("{crust}/x-ms-enum/modelAsString")) = json!(false);
    assert_from(
        &closed,
        push(&format!("{crust}/enum"), json!("burnt")),
        &["breaking Loaf.crust: the value `burnt` is added"],
    );
    assert_both_ways(
        set(&format!("{crust}/x-ms-enum/modelAsString"), json!(false)),
        &["breaking Loaf.crust: the enum is closed now"],
        &["breaking Loaf.crust: the enum is open now"],
    );
    assert_both_ways(
        remove(&crust, "enum"),
        &["breaking Loaf.crust: is no longer an enum"],
        &["breaking Loaf.crust: is an enum now"],
    );
}

#[test]
fn variants_of_unions() {
    let wrapping = "/components/schemas/Wrapping";
    let change = |d: &mut Value| {
        let list = at_mut(d, &format!("{wrapping}/oneOf"))
            .as_array_mut()
            .unwrap();
        list.pop();
        remove(&format!("{wrapping}/discriminator/mapping"), "cardboard")(d);
    };
    // The kinds are an open enum, so that a new one is no surprise.
    assert_both_ways(
        change,
        &["breaking Wrapping: the variant `cardboard` is removed"],
        &["additive Wrapping: the variant `cardboard` is added"],
    );
    let mut closed = bakery();
    for name in ["Paper", "Waxed", "Unwrapped", "Cardboard"] {
        let kind = format!("/components/schemas/{name}/properties/kind/x-ms-enum/modelAsString");
        *at_mut(&mut closed, &kind) = json!(false);
    }
    let mut fewer = closed.clone();
    change(&mut fewer);
    let added = "breaking Wrapping: the variant `cardboard` is added";
    assert_eq!(changes(&fewer, &closed), [added]);
    assert_changes(
        set(
            &format!("{wrapping}/discriminator/propertyName"),
            json!("type"),
        ),
        &["breaking Wrapping: the discriminator changes from `kind` to `type`"],
    );
}

#[test]
fn limits_depend_on_who_sends_the_value() {
    let size = format!("{LIST}/parameters/3/schema");
    assert_both_ways(
        set(&format!("{size}/maximum"), json!(20)),
        &["breaking Loaves_List (query pageSize): `maximum` changes from `50` to `20`"],
        &["additive Loaves_List (query pageSize): `maximum` changes from `20` to `50`"],
    );
    assert_both_ways(
        set(&format!("{size}/minimum"), json!(0)),
        &["additive Loaves_List (query pageSize): `minimum` changes from `1` to `0`"],
        &["breaking Loaves_List (query pageSize): `minimum` changes from `0` to `1`"],
    );
    assert_both_ways(
        insert(&format!("{LOAF}/properties/id"), "maxLength", json!(9)),
        &["additive Loaf.id: `maxLength` changes from nothing to `9`"],
        &["breaking Loaf.id: `maxLength` changes from `9` to nothing"],
    );
    assert_both_ways(
        insert(
            &format!("{BAKE}/parameters/1/schema"),
            "pattern",
            json!("^b"),
        ),
        &["breaking Loaves_Bake (header bake-id): `pattern` changes from nothing to `^b`"],
        &["additive Loaves_Bake (header bake-id): `pattern` changes from `^b` to nothing"],
    );
}

#[test]
fn defaults_and_read_only() {
    assert_changes(
        set(&format!("{LIST}/parameters/3/schema/default"), json!(10)),
        &["breaking Loaves_List (query pageSize): the default changes from `20` to `10`"],
    );
    assert_changes(
        insert(&format!("{LOAF}/properties/id"), "default", json!("x")),
        &["documentation Loaf.id: the default changes from nothing to `x`"],
    );
    assert_both_ways(
        set(
            &format!("{ORDER}/properties/wrapping"),
            json!({
            "allOf": [{ "$ref": "#/components/schemas/Wrapping" }], "readOnly": true }),
        ),
        &["breaking LoafOrder.wrapping: is read-only now"],
        &["additive LoafOrder.wrapping: is no longer read-only"],
    );
    assert_changes(
        insert(&format!("{LOAF}/properties/id"), "readOnly", json!(true)),
        &[],
    );
}

#[test]
fn words_examples_and_other_extensions_are_documentation() {
    assert_changes(
        |d| {
            set("/info/description", json!("Other words."))(d);
            set(&format!("{LIST}/summary"), json!("Other words."))(d);
            insert(LIST, "x-note", json!("for tools"))(d);
            set(
                &format!("{LIST}/parameters/3/description"),
                json!("Other words."),
            )(d);
            set(
                &format!("{LIST}/parameters/3/examples/Loaves_List/value"),
                json!(3),
            )(d);
            set(
                &format!("{LIST}/responses/200/description"),
                json!("Other words."),
            )(d);
            set(
                &format!("{BAKE}/requestBody/description"),
                json!("Other words."),
            )(d);
            set(&format!("{LOAF}/description"), json!("Other words."))(d);
            set(&format!("{LOAF}/properties/id/example"), json!("loaf-2"))(d);
            set(
                "/components/schemas/LoafKind/x-ms-enum/values/0/description",
                json!("Rye."),
            )(d);
        },
        &[
            "documentation info: description",
            "documentation Loaves_List (query pageSize): description",
            "documentation Loaves_List (query pageSize): examples",
            "documentation Loaves_List (200): description",
            "documentation Loaves_List: summary, `x-note`",
            "documentation Loaves_Bake (body): description",
            "documentation Loaf: description",
            "documentation Loaf.id: example",
            "documentation LoafKind: descriptions of the values",
        ],
    );
}

#[test]
fn words_beside_a_reference_are_documentation() {
    assert_changes(
        set(
            "/components/schemas/Customer/properties/tier/description",
            json!("Other words."),
        ),
        &["documentation Customer.tier: description"],
    );
}

#[test]
fn the_markdown_is_fit_for_a_changelog() {
    let old = bakery();
    let mut new = old.clone();
    *at_mut(&mut new, "/info/version") = json!("2032-01-01");
    remove(LOAF, "description")(&mut new);
    remove(&format!("{LOAF}/properties"), "crust")(&mut new);
    insert(
        &format!("{LOAF}/properties"),
        "crumb",
        json!({ "type": "string" }),
    )(&mut new);
    let run = diff_of(&old, &new, &[]);
    assert_eq!(
        run.stdout,
        "## API 2031-05-01 to 2032-01-01\n\n\
         ### Breaking\n\n- `Loaf.crust`: the property is removed\n\n\
         ### Additive\n\n- `Loaf.crumb`: a new property\n\n\
         ### Documentation\n\n- `Loaf`: description\n"
    );
    assert_eq!(run.status, 0);
    for (category, status) in [("breaking", 1), ("additive", 1), ("documentation", 1)] {
        assert_eq!(diff_of(&old, &new, &["--deny", category]).status, status);
        assert_eq!(diff_of(&old, &old, &["--deny", category]).status, 0);
    }
    let json = diff_of(&old, &new, &["--json", "--deny", "breaking"]);
    assert_eq!(json.status, 1);
    assert_eq!(json.json()["old"], "2031-05-01");
    assert_eq!(json.json()["new"], "2032-01-01");
}

#[test]
fn input_that_cannot_be_compared_is_refused() {
    let diff = |text: &str| {
        let scratch = Scratch::new();
        scratch.write("other.json", text);
        spec(["diff", BAKERY, scratch.path("other.json").to_str().unwrap()])
    };
    spec(["diff", BAKERY, "none.json"]).assert_refused(&["none.json: cannot be read"]);
    diff("{").assert_refused(&["other.json: is not JSON"]);
    diff("[]").assert_refused(&["other.json: is neither OpenAPI 3.0"]);
    diff("{\"openapi\": \"3.1.0\"}").assert_refused(&["other.json: is neither OpenAPI 3.0"]);
    let mut broken = bakery();
    let kind = format!("{LOAF}/properties/kind/$ref");
    *at_mut(&mut broken, &kind) = json!("#/components/schemas/Gone");
    diff(&broken.to_string()).assert_refused(&[&kind, "where there is nothing"]);
    let usage = spec(["diff", BAKERY]);
    assert_eq!(usage.status, 2);
    assert_eq!(
        spec(["diff", BAKERY, BAKERY, "--deny", "everything"]).status,
        2
    );
}
