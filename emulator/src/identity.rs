//! The emulator's resource and users, and the conversion between identifiers and raw ids.

use crate::error::ApiError;
use serde_json::{Map, Value, json};
use uuid::{Uuid, uuid};

/// The id of the emulated Communication Services resource. Users of other resources are unknown.
pub(crate) const RESOURCE: Uuid = uuid!("ac5c4a70-0000-4000-8000-00000000e301");

/// Returns the raw id of the user called `name`: `8:acs:<resource>_<user>`.
///
/// It is the same in every emulator and every run.
pub fn user_id(name: &str) -> String {
    format!("8:{}", skype_id(name))
}

/// The user's `skypeid` claim in a token: the raw id without `8:`.
pub(crate) fn skype_id(name: &str) -> String {
    format!(
        "acs:{RESOURCE}_{}",
        Uuid::new_v5(&RESOURCE, name.as_bytes())
    )
}

/// Whether a raw id is a user of the emulator's resource.
pub(crate) fn is_own_user(raw_id: &str) -> bool {
    raw_id
        .strip_prefix("8:acs:")
        .and_then(|rest| rest.split_once('_'))
        .is_some_and(|(resource, user)| {
            Uuid::parse_str(resource) == Ok(RESOURCE) && Uuid::parse_str(user).is_ok()
        })
}

/// Whether somebody can be a participant of a thread.
pub(crate) enum Eligibility {
    /// Can be a participant; the raw id.
    Eligible(String),
    /// Is reported in `invalidParticipants`; the raw id.
    Unknown(String),
}

/// Whether an identifier can be a participant: users of the emulator's resource, Teams users, Teams apps and Teams
/// extension users can. Phone numbers cannot chat, and communication users of other resources are unknown.
pub(crate) fn eligibility(model: &Value) -> Result<Eligibility, ApiError> {
    let raw_id = raw_id(model)?;
    let teams = [
        "8:orgid:",
        "8:dod:",
        "8:gcch:",
        "8:teamsvisitor:",
        "28:orgid:",
        "28:dod:",
        "28:gcch:",
    ];
    if is_own_user(&raw_id)
        || teams.iter().any(|prefix| raw_id.starts_with(prefix))
        || extension(&raw_id).is_some()
    {
        Ok(Eligibility::Eligible(raw_id))
    } else {
        Ok(Eligibility::Unknown(raw_id))
    }
}

/// The raw id of a `CommunicationIdentifierModel`: its `rawId`, or else the one of the kind it contains.
pub(crate) fn raw_id(model: &Value) -> Result<String, ApiError> {
    let kinds = [
        "communicationUser",
        "phoneNumber",
        "microsoftTeamsUser",
        "microsoftTeamsApp",
        "teamsExtensionUser",
    ];
    let named: Vec<&str> = kinds
        .into_iter()
        .filter(|kind| model.get(kind).is_some_and(Value::is_object))
        .collect();
    if named.len() > 1 {
        return Err(ApiError::bad_request(format!(
            "An identifier must have one kind, this one has {}.",
            named.join(" and ")
        )));
    }
    let raw_id = match (text(model, "rawId"), named.first()) {
        (Some(raw_id), _) => raw_id.to_owned(),
        (None, Some(&kind)) => derived(kind, model.get(kind).unwrap_or(&Value::Null)),
        (None, None) => {
            return Err(ApiError::bad_request(format!(
                "An identifier needs a rawId or one of {}.",
                kinds.join(", ")
            )));
        }
    };
    if well_formed(&raw_id) {
        Ok(raw_id)
    } else {
        Err(ApiError::bad_request(format!(
            "Identifier format is invalid ({raw_id})."
        )))
    }
}

fn derived(kind: &str, model: &Value) -> String {
    let field = |name| text(model, name).unwrap_or_default();
    let cloud = text(model, "cloud").unwrap_or("public");
    let anonymous = model
        .get("isAnonymous")
        .and_then(Value::as_bool)
        .unwrap_or(false);
    match kind {
        "communicationUser" => field("id").to_owned(),
        "phoneNumber" if anonymous => "4:anonymous".to_owned(),
        "phoneNumber" => format!("4:{}", field("value")),
        "microsoftTeamsUser" if anonymous => format!("8:teamsvisitor:{}", field("userId")),
        "microsoftTeamsUser" => format!("8:{}:{}", teams_cloud(cloud), field("userId")),
        "microsoftTeamsApp" => format!("28:{}:{}", teams_cloud(cloud), field("appId")),
        _ => {
            let prefix = match cloud {
                "dod" => "dod-acs",
                "gcch" => "gcch-acs",
                _ => "acs",
            };
            format!(
                "8:{prefix}:{}_{}_{}",
                field("resourceId"),
                field("tenantId"),
                field("userId")
            )
        }
    }
}

fn teams_cloud(cloud: &str) -> &str {
    match cloud {
        "dod" | "gcch" => cloud,
        _ => "orgid",
    }
}

fn well_formed(raw_id: &str) -> bool {
    let Some((kind, rest)) = raw_id.split_once(':') else {
        return false;
    };
    match kind {
        "4" => !rest.is_empty(),
        "28" => rest.split_once(':').is_some_and(|(_, app)| !app.is_empty()),
        "8" => match rest.split_once(':') {
            Some(("acs" | "dod-acs" | "gcch-acs", _)) => {
                communication_user(raw_id) || extension(raw_id).is_some()
            }
            Some((_, user)) => !user.is_empty(),
            None => false,
        },
        _ => false,
    }
}

fn communication_user(raw_id: &str) -> bool {
    let parts = acs_parts(raw_id)
        .map(|(_, parts)| parts)
        .unwrap_or_default();
    parts.len() == 2 && parts.iter().all(|part| Uuid::parse_str(part).is_ok())
}

/// The cloud and the three ids of a Teams extension user; a communication user has two ids.
fn extension(raw_id: &str) -> Option<(&'static str, [&str; 3])> {
    let (cloud, parts) = acs_parts(raw_id)?;
    let ids: [&str; 3] = parts.try_into().ok()?;
    ids.iter().all(|id| !id.is_empty()).then_some((cloud, ids))
}

fn acs_parts(raw_id: &str) -> Option<(&'static str, Vec<&str>)> {
    [
        ("8:acs:", "public"),
        ("8:dod-acs:", "dod"),
        ("8:gcch-acs:", "gcch"),
    ]
    .into_iter()
    .find_map(|(prefix, cloud)| Some((cloud, raw_id.strip_prefix(prefix)?.split('_').collect())))
}

/// The `CommunicationIdentifierModel` of a raw id; without `kind`, as in the live service's responses.
pub(crate) fn model(raw_id: &str) -> Value {
    let (kind, value) = kind_of(raw_id);
    let mut model = Map::new();
    model.insert("rawId".into(), raw_id.into());
    if !value.is_null() {
        model.insert(kind.into(), value);
    }
    Value::Object(model)
}

fn kind_of(raw_id: &str) -> (&'static str, Value) {
    if let Some((cloud, [resource, tenant, user])) = extension(raw_id) {
        return (
            "teamsExtensionUser",
            json!({ "userId": user, "tenantId": tenant, "resourceId": resource, "cloud": cloud }),
        );
    }
    if raw_id.starts_with("8:spool:") || acs_parts(raw_id).is_some() {
        return ("communicationUser", json!({ "id": raw_id }));
    }
    if let Some(user) = raw_id.strip_prefix("8:teamsvisitor:") {
        return (
            "microsoftTeamsUser",
            json!({ "userId": user, "isAnonymous": true }),
        );
    }
    for (segment, cloud) in [("orgid", "public"), ("dod", "dod"), ("gcch", "gcch")] {
        if let Some(user) = raw_id.strip_prefix(&format!("8:{segment}:")) {
            return (
                "microsoftTeamsUser",
                json!({ "userId": user, "isAnonymous": false, "cloud": cloud }),
            );
        }
        if let Some(app) = raw_id.strip_prefix(&format!("28:{segment}:")) {
            return ("microsoftTeamsApp", json!({ "appId": app, "cloud": cloud }));
        }
    }
    match raw_id.strip_prefix("4:") {
        Some(number) => ("phoneNumber", json!({ "value": number })),
        None => ("unknown", Value::Null),
    }
}

fn text<'v>(value: &'v Value, field: &str) -> Option<&'v str> {
    value.get(field).and_then(Value::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_identifier_comes_back_from_its_raw_id() {
        let alice = user_id("alice");
        for raw in [
            alice.as_str(),
            "8:orgid:45ab2481-1c1c-4005-be24-0ffb879b1130",
            "8:dod:45ab2481-1c1c-4005-be24-0ffb879b1130",
            "8:gcch:45ab2481-1c1c-4005-be24-0ffb879b1130",
            "8:teamsvisitor:45ab2481-1c1c-4005-be24-0ffb879b1130",
            "28:orgid:45ab2481-1c1c-4005-be24-0ffb879b1130",
            "28:gcch:45ab2481-1c1c-4005-be24-0ffb879b1130",
            "8:acs:resource_tenant_user",
            "8:gcch-acs:resource_tenant_user",
            "4:+14255550123",
        ] {
            let mut model = model(raw);
            model.as_object_mut().unwrap().remove("rawId");
            assert_eq!(raw_id(&model).ok().as_deref(), Some(raw), "{model}");
        }
    }

    #[test]
    fn what_names_nobody_or_two_is_refused() {
        for model in [
            json!({}),
            json!({ "rawId": "8:acs:invalidUserId" }),
            json!({ "rawId": "alice" }),
            json!({ "communicationUser": { "id": "8:acs:fakeid===" } }),
            json!({ "communicationUser": { "id": user_id("a") }, "phoneNumber": { "value": "+1" } }),
        ] {
            assert!(raw_id(&model).is_err(), "{model}");
        }
    }

    #[test]
    fn only_the_own_resource_has_users() {
        assert!(is_own_user(&user_id("alice")));
        assert_eq!(user_id("alice"), user_id("alice"));
        assert_ne!(user_id("alice"), user_id("bob"));
        assert!(!is_own_user(&format!(
            "8:acs:{}_{}",
            Uuid::nil(),
            Uuid::nil()
        )));
    }
}
