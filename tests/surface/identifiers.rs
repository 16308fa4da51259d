//! Identifiers: raw ids, kinds and the API's model say the same, whichever of them one begins with.

use crate::support::operations;
use acs_chat::{
    CommunicationIdentifier as Id,
    types::{
        ChatParticipant, CommunicationCloudEnvironment as Cloud,
        CommunicationIdentifierModel as Model,
    },
};
use proptest::prelude::*;
use serde_json::{Value, json};

const UUID: &str = "45ab2481-1c1c-4005-be24-0ffb879b1130";

/// A row: the raw id, its kind, and the model that stands for it.
struct Row {
    raw_id: String,
    identifier: Id,
    model: Value,
}

fn row(raw_id: impl Into<String>, identifier: Id, property: Value) -> Row {
    let raw_id = raw_id.into();
    let mut model = property;
    model["rawId"] = raw_id.clone().into();
    Row {
        raw_id,
        identifier,
        model,
    }
}

fn communication_user(raw_id: &str) -> Row {
    let identifier = Id::CommunicationUser { id: raw_id.into() };
    row(
        raw_id,
        identifier,
        json!({ "communicationUser": { "id": raw_id } }),
    )
}

fn unknown(raw_id: &str) -> Row {
    row(raw_id, Id::Unknown { id: raw_id.into() }, json!({}))
}

fn phone_number(value: &str, is_anonymous: bool, asserted_id: Option<&str>) -> Row {
    let mut phone = json!({ "value": value });
    if cfg!(convenience = "phone_details") {
        phone["isAnonymous"] = is_anonymous.into();
        if let Some(id) = asserted_id {
            phone["assertedId"] = id.into();
        }
    }
    row(
        format!("4:{value}"),
        Id::PhoneNumber {
            value: value.into(),
        },
        json!({ "phoneNumber": phone }),
    )
}

fn teams_user(prefix: &str, user: &str, is_anonymous: bool, cloud: Cloud) -> Row {
    let property = json!({ "userId": user, "isAnonymous": is_anonymous, "cloud": cloud });
    let identifier = Id::MicrosoftTeamsUser {
        user_id: user.into(),
        is_anonymous,
        cloud,
    };
    row(
        format!("{prefix}{user}"),
        identifier,
        json!({ "microsoftTeamsUser": property }),
    )
}

fn teams_app(prefix: &str, app: &str, cloud: Cloud) -> Row {
    let property = json!({ "appId": app, "cloud": cloud });
    let identifier = Id::MicrosoftTeamsApp {
        app_id: app.into(),
        cloud,
    };
    row(
        format!("{prefix}{app}"),
        identifier,
        json!({ "microsoftTeamsApp": property }),
    )
}

fn extension_user(prefix: &str, [resource, tenant, user]: [&str; 3], cloud: Cloud) -> Row {
    let property =
        json!({ "resourceId": resource, "tenantId": tenant, "userId": user, "cloud": cloud });
    let identifier = Id::TeamsExtensionUser {
        resource_id: resource.into(),
        tenant_id: tenant.into(),
        user_id: user.into(),
        cloud,
    };
    row(
        format!("{prefix}{resource}_{tenant}_{user}"),
        identifier,
        json!({ "teamsExtensionUser": property }),
    )
}

fn rows() -> Vec<Row> {
    let three = ["a-resource", "a-tenant", UUID];
    vec![
        phone_number("+14255550123", false, None),
        phone_number("+14255550123_7fa3", false, Some("7fa3")),
        phone_number("+14255550123_a_b", false, Some("b")),
        phone_number("+14255550123_", false, Some("")),
        phone_number("anonymous", true, None),
        phone_number("", false, None),
        phone_number("4:4:", false, None),
        communication_user("8:acs:a-resource_a-user"),
        communication_user("8:acs:just-one"),
        communication_user("8:acs:a_b_c_d"),
        communication_user("8:acs:"),
        communication_user("8:dod-acs:a-resource_a-user"),
        communication_user("8:gcch-acs:a-resource_a-user"),
        communication_user("8:gcch-acs:a_b_c_d"),
        communication_user("8:spool:a-resource_a-user"),
        communication_user("8:spool:a_b_c"),
        extension_user("8:acs:", three, Cloud::Public),
        extension_user("8:dod-acs:", three, Cloud::Dod),
        extension_user("8:gcch-acs:", three, Cloud::Gcch),
        extension_user("8:acs:", ["", "", ""], Cloud::Public),
        teams_user("8:orgid:", UUID, false, Cloud::Public),
        teams_user("8:dod:", UUID, false, Cloud::Dod),
        teams_user("8:gcch:", UUID, false, Cloud::Gcch),
        teams_user("8:orgid:", "a_b_c", false, Cloud::Public),
        teams_user("8:teamsvisitor:", "an:other_one", true, Cloud::Public),
        teams_app("28:orgid:", UUID, Cloud::Public),
        teams_app("28:dod:", UUID, Cloud::Dod),
        teams_app("28:gcch:", UUID, Cloud::Gcch),
        unknown(""),
        unknown("4"),
        unknown("48:x"),
        unknown("28:a-bot"),
        unknown("28:acs:a_b_c"),
        unknown("8:"),
        unknown("8:live:somebody"),
        unknown("8:ACS:a_b"),
        unknown("8:acs"),
        unknown(" 8:acs:a_b"),
        unknown("18:acs:a_b"),
        unknown("8:gcch-orgid:x"),
        unknown("näher bestimmt\u{0}"),
    ]
}

/// Whether the document has a property for the identifier.
pub fn has_property(identifier: &Id) -> bool {
    match identifier {
        Id::MicrosoftTeamsApp { .. } => cfg!(convenience = "teams_apps"),
        Id::TeamsExtensionUser { .. } => cfg!(convenience = "teams_extension_users"),
        Id::Unknown { .. } => false,
        _ => true,
    }
}

/// The rows of identifiers that are more in the model than a raw id, and those of unknown ones.
fn rows_of_models() -> Vec<Row> {
    let mut rows = rows();
    rows.retain(|row| {
        has_property(&row.identifier) || matches!(row.identifier, Id::Unknown { .. })
    });
    rows
}

#[test]
fn each_raw_id_is_of_its_kind_and_comes_back_unchanged() {
    for row in rows() {
        assert_eq!(Id::from(row.raw_id.as_str()), row.identifier);
        assert_eq!(Id::from(row.raw_id.clone()), row.identifier);
        assert_eq!(row.raw_id.parse(), Ok(row.identifier.clone()));
        assert_eq!(row.identifier.to_string(), row.raw_id);
    }
}

#[test]
fn each_identifier_has_its_model_and_comes_back_unchanged() {
    for row in rows_of_models() {
        let model = Model::from(&row.identifier);
        let json = serde_json::to_value(&model).expect("JSON");
        assert_eq!(json, row.model, "{}", row.raw_id);
        assert_eq!(Model::from(row.identifier.clone()), model);
        assert_eq!(Id::from(&model), row.identifier);
        assert_eq!(Id::from(model), row.identifier);
    }
}

#[test]
fn one_of_raw_id_and_property_is_enough() {
    for row in rows_of_models() {
        let without = |name: &str| {
            let mut model = row.model.clone();
            model.as_object_mut().expect("an object").remove(name);
            Id::from(serde_json::from_value::<Model>(model).expect("a model"))
        };
        let property = row.model.as_object().expect("an object");
        let property = property.keys().find(|name| *name != "rawId");
        if let Some(property) = property {
            assert_eq!(without("rawId"), row.identifier, "{}", row.raw_id);
            assert_eq!(without(property), row.identifier, "{}", row.raw_id);
        }
    }
}

#[test]
fn each_identifier_is_stored_as_its_raw_id() {
    for row in rows() {
        assert_eq!(row.identifier.raw_id(), row.raw_id);
        assert_eq!(String::from(row.identifier.clone()), row.raw_id);
        let json = serde_json::to_value(&row.identifier).expect("JSON");
        assert_eq!(json, Value::from(row.raw_id));
        let read: Id = serde_json::from_value(json).expect("an identifier");
        assert_eq!(read, row.identifier);
    }
    for json in [json!(null), json!(5), json!({ "rawId": "8:acs:a_b" })] {
        serde_json::from_value::<Id>(json).expect_err("no raw id");
    }
}

#[test]
fn an_identifier_equals_the_models_that_convert_into_it() {
    let rows = rows();
    for row in &rows {
        for other in &rows {
            let model: Model = serde_json::from_value(other.model.clone()).expect("a model");
            let is_same = row.raw_id == other.raw_id;
            assert_eq!(row.identifier == model, is_same, "{}", row.raw_id);
            assert_eq!(model == row.identifier, is_same, "{}", other.raw_id);
        }
        let by_raw_id: Model = read_model(json!({ "rawId": row.raw_id }));
        assert!(row.identifier == by_raw_id);
    }
}

#[test]
fn an_identifier_becomes_a_participant() {
    for row in rows() {
        let model: Model = read_model(row.model);
        let participants = [
            ChatParticipant::from(&row.identifier),
            row.identifier.into(),
            (&model).into(),
            row.raw_id.as_str().into(),
            row.raw_id.clone().into(),
        ];
        assert_eq!(Model::from(row.raw_id.as_str()), model);
        assert_eq!(Model::from(row.raw_id.clone()), model);
        for participant in participants {
            assert_eq!(participant.communication_identifier, model);
            assert_eq!(ChatParticipant::from(&participant), participant);
            assert_eq!(participant.display_name, None);
        }
        assert_eq!(
            ChatParticipant::from(model.clone()).communication_identifier,
            model
        );
    }
}

#[cfg(feature = "schemars")]
#[test]
fn the_schema_of_what_is_stored_is_a_string() {
    use acs_chat::schemars::schema_for;
    for schema in [schema_for!(Id), schema_for!(acs_chat::Continuation)] {
        assert_eq!(schema.get("type"), Some(&json!("string")), "{schema:?}");
    }
}

fn read_model(model: Value) -> Model {
    serde_json::from_value(model).expect("a model")
}

fn read(model: Value) -> Id {
    Id::from(serde_json::from_value::<Model>(model).expect("a model"))
}

#[test]
fn what_is_missing_takes_the_documented_default() {
    let public = Cloud::Public;
    assert_eq!(
        read(json!({ "microsoftTeamsUser": { "userId": UUID } })),
        teams_user("", UUID, false, public.clone()).identifier
    );
    assert_eq!(
        read(json!({ "microsoftTeamsUser": { "userId": UUID, "cloud": "dod" } })),
        teams_user("", UUID, false, Cloud::Dod).identifier
    );
    assert_eq!(
        read(json!({ "microsoftTeamsUser": { "userId": UUID, "isAnonymous": true } })),
        teams_user("", UUID, true, public.clone()).identifier
    );
    #[cfg(convenience = "teams_apps")]
    assert_eq!(
        read(json!({ "microsoftTeamsApp": { "appId": UUID } })),
        teams_app("", UUID, public.clone()).identifier
    );
    #[cfg(convenience = "teams_extension_users")]
    assert_eq!(
        read(
            json!({ "teamsExtensionUser": { "resourceId": "r", "tenantId": "t", "userId": "u" } })
        ),
        extension_user("", ["r", "t", "u"], public).identifier
    );
    let phone = read(json!({ "phoneNumber": { "value": "+1555" } }));
    assert_eq!(phone, phone_number("+1555", false, None).identifier);
    assert!(!phone.is_anonymous());
}

#[test]
#[cfg(convenience = "phone_details")]
fn the_asserted_id_is_taken_from_wherever_it_stands() {
    let expected = phone_number("+1555_x", false, Some("x")).identifier;
    for model in [
        json!({ "phoneNumber": { "value": "+1555", "assertedId": "x" } }),
        json!({ "phoneNumber": { "value": "+1555_x", "assertedId": "x" } }),
        json!({ "phoneNumber": { "value": "+1555_x" } }),
        json!({ "rawId": "4:+1555_x", "phoneNumber": { "value": "+1555" } }),
        json!({ "rawId": "4:+1555_x" }),
    ] {
        assert_eq!(read(model.clone()), expected, "{model}");
    }
    assert_eq!(expected.asserted_id(), Some("x"));
    let withheld = read(json!({ "phoneNumber": { "value": "anonymous", "isAnonymous": true } }));
    assert!(withheld.is_anonymous());
    assert_eq!(withheld.to_string(), "4:anonymous");
    assert_eq!(withheld.asserted_id(), None);
}

#[test]
fn what_nobody_knows_yet_is_kept() {
    let id = read(json!({ "kind": "hologram", "rawId": "99:x", "hologram": { "id": "x" } }));
    assert_eq!(id, unknown("99:x").identifier);
    assert_eq!(read(json!({})), unknown("").identifier);
    assert_eq!(read(json!({ "kind": "unknown" })), unknown("").identifier);
    // A cloud that the document does not list.
    let model = json!({
        "rawId": "8:moon:x",
        "microsoftTeamsUser": { "userId": "x", "isAnonymous": false, "cloud": "moon" },
    });
    let id = read(model.clone());
    assert_eq!(id, teams_user("", "x", false, "moon".into()).identifier);
    assert_eq!(serde_json::to_value(Model::from(id)).expect("JSON"), model);
}

#[test]
fn the_id_within_its_kind() {
    for (raw_id, id, is_anonymous) in [
        ("8:acs:a_b", "8:acs:a_b", false),
        ("4:+1555_x", "+1555_x", false),
        ("4:anonymous", "anonymous", true),
        ("8:orgid:u", "u", false),
        ("8:teamsvisitor:u", "u", true),
        ("28:gcch:app", "app", false),
        ("8:acs:r_t_u", "u", false),
        ("?", "?", false),
    ] {
        let identifier = Id::from(raw_id);
        assert_eq!(identifier.id(), id);
        assert_eq!(identifier.is_anonymous(), is_anonymous, "{raw_id}");
    }
}

/// Every identifier in a JSON value, by where it stands.
fn identifiers(value: &Value, found: &mut Vec<Value>) {
    match value {
        Value::Object(members) => {
            let kinds = [
                "rawId",
                "communicationUser",
                "phoneNumber",
                "microsoftTeamsUser",
            ];
            if kinds.iter().any(|kind| members.contains_key(*kind)) {
                found.push(value.clone());
            }
            members.values().for_each(|value| identifiers(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| identifiers(value, found)),
        _ => {}
    }
}

#[test]
fn the_identifiers_of_the_documents_examples_survive() {
    let mut found = Vec::new();
    for operation in operations() {
        for response in operation.node["responses"]
            .as_object()
            .expect("responses")
            .keys()
        {
            for (_, example) in operation.response_examples(response) {
                identifiers(example, &mut found);
            }
        }
        let contents = operation.node["requestBody"]["content"].as_object();
        for content in contents.into_iter().flat_map(|contents| contents.values()) {
            identifiers(&content["examples"], &mut found);
        }
    }
    assert!(found.len() >= 20, "only {}", found.len());
    for json in found {
        let model: Model = serde_json::from_value(json.clone()).expect("a model");
        let identifier = Id::from(&model);
        let back = serde_json::to_value(Model::from(&identifier)).expect("JSON");
        for (name, value) in json.as_object().expect("an object") {
            // Which kind it is, the property tells too.
            if name != "kind" {
                assert_eq!(back[name], *value, "{json}");
            }
        }
    }
}

/// Strings of any kind, and such as look like raw ids.
fn raw_ids() -> impl Strategy<Value = String> {
    let prefixes = rows().into_iter().map(|row| {
        let end = row.raw_id.rfind(':').map_or(0, |at| at + 1);
        row.raw_id[..end].to_owned()
    });
    let prefixes: Vec<String> = prefixes.collect();
    let parts = prop::collection::vec("[a-z0-9+:_-]{0,4}|anonymous|\\PC{0,3}", 0..5);
    let likely = (prop::sample::select(prefixes), parts)
        .prop_map(|(prefix, parts)| prefix + &parts.join("_"));
    prop_oneof![any::<String>(), likely]
}

proptest! {
    #[test]
    fn any_string_comes_back_from_its_identifier(raw_id in raw_ids()) {
        prop_assert_eq!(Id::from(raw_id.as_str()).to_string(), raw_id);
    }

    #[test]
    fn any_identifier_comes_back_from_its_model(raw_id in raw_ids()) {
        let identifier = Id::from(raw_id.as_str());
        let model = Model::from(&identifier);
        prop_assert_eq!(model.raw_id.as_deref(), Some(raw_id.as_str()));
        prop_assert_eq!(&Id::from(&model), &identifier);
        // The same through JSON, and from the property alone.
        let text = serde_json::to_string(&model).expect("JSON");
        let read: Model = serde_json::from_str(&text).expect("a model");
        prop_assert_eq!(&Id::from(&read), &identifier);
        if has_property(&identifier) {
            let mut alone = model;
            alone.raw_id = None;
            prop_assert_eq!(Id::from(&alone), identifier);
        }
    }
}
