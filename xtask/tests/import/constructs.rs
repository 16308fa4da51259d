//! `spec import`: every construct of the published documents, in a small tree of our own.

use serde_json::{Value, json};

use crate::support::{BAKERY, Scratch, at, at_mut, bakery, keys, spec};

const LIST: &str = "/paths/~1loaves/get";
const BAKE: &str = "/paths/~1loaves/post";
const DOWNLOAD: &str = "/paths/~1loaves~1{loafId}~1pictures~1{pictureId}~1views~1{view}/get";
const UPLOAD: &str = "/paths/~1loaves~1{loafId}~1pictures/post";

fn schema<'v>(document: &'v Value, name: &str) -> &'v Value {
    at(document, &format!("/components/schemas/{name}"))
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

#[test]
fn the_same_input_gives_the_same_bytes_in_the_order_of_the_source() {
    let first = spec(["import", BAKERY, "--out", "-"]).stdout;
    let second = spec(["import", BAKERY, "--out", "-"]).stdout;
    assert_eq!(first, second);
    assert!(first.starts_with("{\n  \"openapi\": \"3.0.3\",\n  \"info\": {\n    \"title\""));
    assert!(first.ends_with("}\n"));

    let document = bakery();
    let source: Value = serde_json::from_str(&std::fs::read_to_string(BAKERY).unwrap()).unwrap();
    assert_eq!(keys(at(&document, "/paths")), keys(at(&source, "/paths")));
    assert_eq!(
        keys(schema(&document, "Loaf")),
        keys(at(&source, "/definitions/Loaf"))
    );
}

#[test]
fn the_result_is_written_where_the_workspace_keeps_it_or_where_out_says() {
    let scratch = Scratch::new();
    let out = scratch.path("deep/below/out.json");
    let run = spec(["import", BAKERY, "--out", out.to_str().unwrap()]);
    assert_eq!(run.stdout, "");
    assert!(
        run.stderr.contains("deep/below/out.json\n"),
        "{}",
        run.stderr
    );
    let written: Value = serde_json::from_str(&std::fs::read_to_string(out).unwrap()).unwrap();
    assert_eq!(written, bakery());

    scratch.edit_bakery(|d| *at_mut(d, "/info/version") = json!("../../escape"));
    let path = scratch.bakery();
    spec(["import", path.to_str().unwrap()]).assert_refused(&["#/info/version", "--out"]);
}

#[test]
fn a_host_that_is_only_a_template_becomes_the_server() {
    let document = bakery();
    let servers = at(&document, "/servers").as_array().unwrap();
    assert_eq!(servers.len(), 1);
    assert_eq!(servers[0]["url"], "{shop}");
    let variable = &servers[0]["variables"]["shop"];
    assert_eq!(variable["description"], "Base URL of the shop.");
    // The examples give the default that Swagger does not.
    assert_eq!(variable["default"], "https://corner.bakery.example");
    assert_eq!(variable["x-ms-skip-url-encoding"], true);
    // Its parameter is in no path, so it is not a shared parameter.
    assert_eq!(
        keys(at(&document, "/components/parameters")),
        ["VersionParameter", "TraceParameter"]
    );
}

#[test]
fn a_plain_host_becomes_one_server_for_each_scheme() {
    let scratch = Scratch::new();
    scratch.edit_bakery(|d| {
        d.as_object_mut().unwrap().remove("x-ms-parameterized-host");
        d["host"] = json!("bakery.example");
        d["basePath"] = json!("/v1/");
        d["schemes"] = json!(["https", "http"]);
    });
    let servers = scratch.import().json()["servers"].clone();
    assert_eq!(
        servers,
        json!([{ "url": "https://bakery.example/v1" }, { "url": "http://bakery.example/v1" }])
    );
}

#[test]
fn security_is_the_documents_own() {
    let document = bakery();
    let schemes = at(&document, "/components/securitySchemes");
    assert_eq!(keys(schemes), ["Token"]);
    assert_eq!(schemes["Token"]["type"], "apiKey");
    assert_eq!(schemes["Token"]["in"], "header");
    assert_eq!(document["security"], json!([{ "Token": [] }]));
}

#[test]
fn every_kind_of_security_has_its_counterpart() {
    let scratch = Scratch::new();
    scratch.edit_bakery(|d| {
        d["securityDefinitions"]["Plain"] = json!({ "type": "basic" });
        for (flow, name) in [
            ("implicit", "A"),
            ("password", "B"),
            ("application", "C"),
            ("accessCode", "D"),
        ] {
            d["securityDefinitions"][name] = json!({
                "type": "oauth2", "flow": flow, "authorizationUrl": "https://a.example",
                "tokenUrl": "https://t.example", "scopes": { "bake": "may bake" },
            });
        }
    });
    let document = scratch.import().json();
    let schemes = at(&document, "/components/securitySchemes");
    assert_eq!(
        schemes["Plain"],
        json!({ "type": "http", "scheme": "basic" })
    );
    for (name, flow) in [
        ("A", "implicit"),
        ("B", "password"),
        ("C", "clientCredentials"),
        ("D", "authorizationCode"),
    ] {
        assert_eq!(keys(&schemes[name]["flows"]), [flow]);
        assert_eq!(schemes[name]["flows"][flow]["scopes"]["bake"], "may bake");
    }
}

#[test]
fn a_definition_that_is_only_an_external_reference_names_its_target() {
    let document = bakery();
    assert_eq!(schema(&document, "Customer")["description"], "Who buys.");
    let schemas = at(&document, "/components/schemas");
    assert!(schemas.get("CustomerModel").is_none());
    // The other file's own reference to it follows the new name.
    assert_eq!(
        schema(&document, "Customer")["properties"]["tier"]["allOf"],
        json!([reference("CustomerTier")])
    );
    assert_eq!(
        schema(&document, "CustomerTier")["x-ms-enum"]["name"],
        "TierModel"
    );
    // A second name for one of the document's own stays one.
    assert_eq!(*schema(&document, "Buyer"), reference("Customer"));
}

#[test]
fn only_what_is_reached_comes_from_other_files() {
    let document = bakery();
    assert!(
        at(&document, "/components/schemas")
            .get("Leftover")
            .is_none()
    );
    // Both files have a `Fault`; the document names the older one.
    let fault = schema(&document, "Fault");
    assert!(fault["properties"].get("severity").is_none());
}

#[test]
fn different_definitions_of_one_name_are_renamed_and_equal_ones_merged() {
    let run = spec(["import", BAKERY, "--out", "-"]);
    let document = run.json();
    assert_eq!(schema(&document, "Money")["type"], "object");
    assert_eq!(schema(&document, "Money2")["type"], "string");
    assert_eq!(
        schema(&document, "Price")["properties"]["money"],
        reference("Money2")
    );
    assert!(run.stderr.contains("note [renamed-definition]"));
    // `Colour` differs only in its description.
    for (owner, property) in [("Price", "colour"), ("Customer", "likes")] {
        assert_eq!(
            schema(&document, owner)["properties"][property],
            reference("Colour")
        );
    }
    assert!(run.stderr.contains("note [merged-definition]"));
}

#[test]
fn a_reference_beside_other_keywords_keeps_them() {
    let document = bakery();
    let inner = &schema(&document, "Fault")["properties"]["innerfault"];
    assert_eq!(
        *inner,
        json!({
            "x-ms-client-name": "innerFault",
            "readOnly": true,
            "allOf": [reference("Fault")],
            "description": "The fault behind this one.",
        })
    );
    assert_eq!(
        keys(inner),
        ["x-ms-client-name", "readOnly", "allOf", "description"]
    );
    // Recursion is kept as it is.
    assert_eq!(
        schema(&document, "Fault")["properties"]["details"]["items"],
        reference("Fault")
    );
}

#[test]
fn an_inline_enum_keeps_its_extension_where_the_values_are() {
    let document = bakery();
    let crust = &schema(&document, "Loaf")["properties"]["crust"];
    assert_eq!(crust["enum"], json!(["soft", "hard"]));
    assert_eq!(
        crust["x-ms-enum"],
        json!({ "name": "Crust", "modelAsString": true })
    );
    let view = at(&document, &format!("{DOWNLOAD}/parameters/2"));
    assert_eq!(view["name"], "view");
    assert_eq!(
        view["schema"],
        json!({
            "type": "string",
            "enum": ["original", "small"],
            "x-ms-enum": { "name": "PictureView", "modelAsString": false },
        })
    );
}

#[test]
fn null_is_allowed_where_the_extension_says_so() {
    let document = bakery();
    let note = &schema(&document, "Loaf")["properties"]["note"];
    assert_eq!(note["nullable"], true);
    assert!(note.get("x-nullable").is_none());
}

#[test]
fn a_discriminator_becomes_a_union_of_all_subtypes() {
    let document = bakery();
    let union = schema(&document, "Wrapping");
    let subtypes = ["Paper", "Waxed", "Unwrapped", "Cardboard"];
    assert_eq!(
        union["oneOf"],
        Value::Array(subtypes.iter().map(|name| reference(name)).collect())
    );
    assert_eq!(
        union["discriminator"],
        json!({
            "propertyName": "kind",
            "mapping": {
                "paper": "#/components/schemas/Paper",
                // Inherits through another subtype.
                "waxed": "#/components/schemas/Waxed",
                // Has no properties of its own.
                "none": "#/components/schemas/Unwrapped",
                // Stands in another file.
                "cardboard": "#/components/schemas/Cardboard",
            },
        })
    );
    assert!(union.get("properties").is_none());
}

#[test]
fn a_subtype_is_complete_in_itself() {
    let document = bakery();
    for (name, value, own) in [
        ("Paper", "paper", vec!["layers"]),
        ("Waxed", "waxed", vec!["layers", "wax"]),
        ("Unwrapped", "none", vec![]),
        ("Cardboard", "cardboard", vec!["thickness"]),
    ] {
        let subtype = schema(&document, name);
        assert!(subtype.get("allOf").is_none(), "{name}");
        assert_eq!(subtype["type"], "object");
        assert_eq!(subtype["x-ms-discriminator-value"], value);
        let inherited = ["kind", "weight"];
        assert_eq!(
            keys(&subtype["properties"]),
            [&inherited, own.as_slice()].concat()
        );
        assert_eq!(subtype["required"][0], "kind");
        assert_eq!(subtype["required"][1], "weight");
        let kind = &subtype["properties"]["kind"];
        assert_eq!(kind["type"], "string");
        assert_eq!(kind["enum"], json!([value]));
        assert_eq!(kind["x-ms-enum"]["name"], "WrappingKind");
        assert_eq!(kind["x-ms-enum"]["modelAsString"], true);
    }
    assert_eq!(
        schema(&document, "Paper")["required"],
        json!(["kind", "weight", "layers"])
    );
    let note = json!([{ "value": "paper", "description": "In paper." }]);
    let paper = schema(&document, "Paper");
    assert_eq!(paper["properties"]["kind"]["x-ms-enum"]["values"], note);
}

#[test]
fn a_subtype_without_a_value_stands_under_its_name() {
    let scratch = Scratch::new();
    scratch.edit_bakery(|d| {
        let subtype = at_mut(d, "/definitions/Unwrapped").as_object_mut().unwrap();
        subtype.remove("x-ms-discriminator-value");
        at_mut(d, "/definitions/Wrapping/properties/kind/enum")[2] = json!("Unwrapped");
    });
    let document = scratch.import().json();
    let mapping = &schema(&document, "Wrapping")["discriminator"]["mapping"];
    assert_eq!(mapping["Unwrapped"], "#/components/schemas/Unwrapped");
}

#[test]
fn a_discriminator_may_be_a_shared_enum_and_optional() {
    let scratch = Scratch::new();
    scratch.edit_bakery(|d| {
        let kind = at(d, "/definitions/Wrapping/properties/kind").clone();
        d["definitions"]["WrappingKind"] = kind;
        *at_mut(d, "/definitions/Wrapping/properties/kind") =
            json!({ "$ref": "#/definitions/WrappingKind", "description": "Which one." });
        *at_mut(d, "/definitions/Wrapping/required") = json!(["weight"]);
    });
    let run = scratch.import();
    let document = run.json();
    let paper = schema(&document, "Paper");
    let kind = &paper["properties"]["kind"];
    assert_eq!(kind["enum"], json!(["paper"]));
    assert_eq!(kind["description"], "Which one.");
    assert_eq!(kind["x-ms-enum"]["name"], "WrappingKind");
    assert_eq!(paper["required"], json!(["weight", "layers", "kind"]));
    assert!(run.stderr.contains("note [optional-discriminator]"));
}

#[test]
fn a_base_without_subtypes_stays_an_object() {
    let scratch = Scratch::new();
    scratch.edit_bakery(|d| {
        at_mut(d, "/definitions/Complaint")["discriminator"] = json!("complaint");
    });
    let document = scratch.import().json();
    let complaint = schema(&document, "Complaint");
    assert_eq!(
        complaint["discriminator"],
        json!({ "propertyName": "complaint" })
    );
    assert!(complaint.get("oneOf").is_none());
    assert_eq!(keys(&complaint["properties"]), ["complaint"]);
}

#[test]
fn inheritance_without_a_discriminator_stays() {
    let document = bakery();
    let fine = schema(&document, "FineCut");
    assert_eq!(fine["allOf"], json!([reference("Cut")]));
    assert_eq!(keys(&fine["properties"]), ["care"]);
}

#[test]
fn parameters_keep_their_location_and_get_a_schema() {
    let document = bakery();
    let parameters = at(&document, &format!("{LIST}/parameters"));
    assert_eq!(
        parameters[0],
        json!({ "$ref": "#/components/parameters/VersionParameter" }),
        "the path item's own comes first"
    );
    let size = &parameters[3];
    assert_eq!(size["in"], "query");
    assert!(size.get("type").is_none());
    assert_eq!(
        size["schema"],
        json!({ "type": "integer", "format": "int32", "minimum": 1, "maximum": 50, "default": 20 })
    );
    assert_eq!(
        parameters[4],
        json!({ "$ref": "#/components/parameters/TraceParameter" })
    );
    let shared = at(&document, "/components/parameters");
    assert_eq!(
        shared["VersionParameter"]["x-ms-parameter-location"],
        "method"
    );
    assert_eq!(shared["TraceParameter"]["in"], "header");
    assert_eq!(at(&document, &format!("{BAKE}/parameters/1/in")), "header");
}

#[test]
fn lists_in_queries_are_written_as_before() {
    let document = bakery();
    let parameters = at(&document, &format!("{LIST}/parameters"));
    assert_eq!(parameters[1]["style"], "form");
    assert_eq!(parameters[1]["explode"], true);
    // Swagger's default is commas; OpenAPI's is not.
    assert_eq!(parameters[2]["explode"], false);
}

#[test]
fn an_operations_parameter_replaces_the_path_items() {
    let scratch = Scratch::new();
    scratch.edit_bakery(|d| {
        let own = json!({ "name": "api-version", "in": "query", "description": "Own.",
                          "type": "string" });
        let list = at_mut(d, &format!("{LIST}/parameters"));
        list.as_array_mut().unwrap().push(own);
    });
    let document = scratch.import().json();
    let parameters = at(&document, &format!("{LIST}/parameters"))
        .as_array()
        .unwrap();
    let own = parameters.iter().filter(|p| p["name"] == "api-version");
    assert_eq!(own.count(), 1);
    let version = json!({ "$ref": "#/components/parameters/VersionParameter" });
    assert!(!parameters.contains(&version));
}

#[test]
fn media_types_come_from_the_operation_or_the_document() {
    let document = bakery();
    let body = |operation: &str| keys(at(&document, &format!("{operation}/requestBody/content")));
    assert_eq!(body(BAKE), ["application/json"]);
    assert_eq!(
        body("/paths/~1loaves~1{loafId}/patch"),
        ["application/merge-patch+json"]
    );
    let add = "/paths/~1loaves~1{loafId}~1slices~1:add/post";
    assert_eq!(
        body(add),
        ["application/json", "application/merge-patch+json"]
    );
    assert!(at(&document, add)["requestBody"].get("required").is_none());
    assert_eq!(at(&document, &format!("{BAKE}/requestBody/required")), true);
    let name = at(
        &document,
        &format!("{BAKE}/requestBody/x-codegen-request-body-name"),
    );
    assert_eq!(name, "order");
    for key in ["consumes", "produces"] {
        assert!(at(&document, add).get(key).is_none());
    }
}

#[test]
fn responses_keep_headers_and_marks() {
    let document = bakery();
    let ok = at(&document, &format!("{LIST}/responses/200"));
    assert_eq!(
        ok["headers"]["X-Count"]["schema"],
        json!({ "type": "integer", "format": "int32" })
    );
    assert_eq!(
        ok["content"]["application/json"]["schema"],
        reference("LoafPage")
    );
    for status in ["401", "403", "429", "503"] {
        let response = at(&document, &format!("{LIST}/responses/{status}"));
        assert_eq!(response["x-ms-error-response"], true);
    }
    assert_eq!(
        at(&document, &format!("{LIST}/x-ms-pageable")),
        &json!({ "nextLinkName": "nextLink", "itemName": "value" })
    );
    // A shared response is written where it is used.
    let missing = at(
        &document,
        "/paths/~1loaves~1{loafId}~1recipe/get/responses/404",
    );
    assert_eq!(
        missing["content"]["application/json"]["schema"],
        reference("Complaint")
    );
}

#[test]
fn other_statuses_have_the_errors_type() {
    let document = bakery();
    let added = at(&document, &format!("{LIST}/responses/default"));
    assert_eq!(
        added["content"]["application/json"]["schema"],
        reference("FaultReport")
    );
    assert_eq!(added["x-ms-error-response"], true);
    // An operation's own is left as it is, with its own type.
    let own = at(&document, &format!("{DOWNLOAD}/responses/default"));
    assert_eq!(own["description"], "No picture.");
    assert_eq!(
        own["content"]["application/json"]["schema"],
        reference("Complaint")
    );
    assert!(own.get("x-ms-error-response").is_none());
}

#[test]
fn errors_of_different_types_give_no_default() {
    let scratch = Scratch::new();
    scratch.edit_bakery(|d| {
        *at_mut(d, &format!("{LIST}/responses/403/schema/$ref")) = json!("#/definitions/Complaint");
    });
    let run = scratch.import();
    let document = run.json();
    assert!(
        at(&document, &format!("{LIST}/responses"))
            .get("default")
            .is_none()
    );
    assert!(run.stderr.contains("note [no-common-error]"));
}

#[test]
fn binary_bodies_stand_under_binary_media_types() {
    let document = bakery();
    let success = at(&document, &format!("{DOWNLOAD}/responses/200/content"));
    assert_eq!(
        keys(success),
        [
            "image/gif",
            "image/jpeg",
            "image/png",
            "image/bmp",
            "image/tiff"
        ]
    );
    for content in success.as_object().unwrap().values() {
        assert_eq!(content["schema"]["type"], "string");
        assert_eq!(content["schema"]["format"], "binary");
    }
    let error = at(&document, &format!("{DOWNLOAD}/responses/default/content"));
    assert_eq!(keys(error), ["application/json"]);
    let upload = at(&document, &format!("{UPLOAD}/requestBody/content"));
    assert_eq!(keys(upload), ["application/octet-stream"]);
    assert_eq!(
        upload["application/octet-stream"]["schema"]["format"],
        "binary"
    );
    // `type: file` is the same thing.
    let recipe = at(
        &document,
        "/paths/~1loaves~1{loafId}~1recipe/get/responses/200/content",
    );
    assert_eq!(
        recipe["application/pdf"]["schema"],
        json!({ "type": "string", "format": "binary" })
    );
    // Bytes need no named type.
    assert!(
        at(&document, "/components/schemas")
            .get("Picture")
            .is_none()
    );
}

#[test]
fn a_binary_definition_that_a_property_uses_stays() {
    let scratch = Scratch::new();
    scratch.edit_bakery(|d| {
        *at_mut(d, "/definitions/PictureResult/properties/id") =
            json!({ "$ref": "#/definitions/Picture" });
    });
    let document = scratch.import().json();
    assert_eq!(schema(&document, "Picture")["format"], "binary");
}

#[test]
fn form_fields_become_one_body() {
    let document = bakery();
    let body = at(&document, "/paths/~1letters/post/requestBody");
    assert_eq!(keys(&body["content"]), ["multipart/form-data"]);
    let form = &body["content"]["multipart/form-data"]["schema"];
    assert_eq!(form["required"], json!(["subject"]));
    assert_eq!(form["properties"]["scan"]["format"], "binary");
    let examples = &body["content"]["multipart/form-data"]["examples"];
    assert_eq!(examples["Letters_Send"]["value"]["scan"], "{binary}");
}

#[test]
fn extensions_are_kept_everywhere() {
    let scratch = Scratch::new();
    let places = [
        "",
        "/info",
        "/paths/~1loaves",
        LIST,
        "/paths/~1loaves/get/parameters/2",
        "/paths/~1loaves/get/responses/200",
        "/paths/~1loaves/get/responses/200/headers/X-Count",
    ];
    let same_in_result = places;
    let renamed = [
        (
            "/paths/~1loaves/post/parameters/1",
            "/paths/~1loaves/post/requestBody",
        ),
        ("/definitions/Loaf", "/components/schemas/Loaf"),
        ("/definitions/Wrapping", "/components/schemas/Wrapping"),
        ("/definitions/Unwrapped", "/components/schemas/Unwrapped"),
        (
            "/definitions/Loaf/properties/id",
            "/components/schemas/Loaf/properties/id",
        ),
        (
            "/securityDefinitions/Token",
            "/components/securitySchemes/Token",
        ),
        (
            "/parameters/VersionParameter",
            "/components/parameters/VersionParameter",
        ),
    ];
    let mark = json!({ "kept": true });
    scratch.edit_bakery(|d| {
        for place in places.into_iter().chain(renamed.map(|(from, _)| from)) {
            at_mut(d, place)["x-mark"] = mark.clone();
        }
    });
    let document = scratch.import().json();
    for place in same_in_result {
        // The path item's parameter comes first in the result.
        let place = place.replace("/parameters/2", "/parameters/3");
        assert_eq!(at(&document, &place)["x-mark"], mark, "{place}");
    }
    for (_, place) in renamed {
        assert_eq!(at(&document, place)["x-mark"], mark, "{place}");
    }
}

#[test]
fn a_byte_order_mark_is_no_obstacle() {
    let scratch = Scratch::new();
    let text = std::fs::read_to_string(BAKERY).unwrap();
    scratch.write(
        "Bakery/stable/2031-05-01/bakery.json",
        &format!("\u{feff}{text}"),
    );
    assert_eq!(scratch.import().json(), bakery());
}
