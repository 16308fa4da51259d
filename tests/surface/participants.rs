//! Who was rejected is told with the participant that the caller asked for; and the retention policy.

use crate::identifiers::has_property;
use crate::support::{THREAD, client};
#[cfg(convenience = "set_retention")]
use acs_chat::types::{ChatRetentionPolicy, UpdateChatThreadRequest};
use acs_chat::{
    CommunicationIdentifier, RejectedParticipant,
    types::{
        AddChatParticipantsResult, ChatParticipant, CommunicationIdentifierModel,
        CreateChatThreadRequest, CreateChatThreadResult,
    },
};
use httpmock::{Method::POST, MockServer};
use serde_json::{Value, json};

/// A raw id of every kind.
const RAW_IDS: [&str; 15] = [
    "8:acs:a-resource_a-user",
    "8:dod-acs:a-resource_a-user",
    "8:gcch-acs:a-resource_a-user",
    "8:spool:a-resource_a-user",
    "8:acs:a-resource_a-tenant_a-user",
    "8:dod-acs:a-resource_a-tenant_a-user",
    "4:+14255550123",
    "4:+14255550123_an-asserted-id",
    "4:anonymous",
    "8:orgid:an-object-id",
    "8:dod:an-object-id",
    "8:teamsvisitor:a-visitor",
    "28:orgid:an-application",
    "28:gcch:an-application",
    "99:a-kind-of-the-future",
];

/// The ways in which a caller may say who it is.
fn models(raw_id: &str) -> Vec<CommunicationIdentifierModel> {
    let both = CommunicationIdentifierModel::from(CommunicationIdentifier::from(raw_id));
    let raw_id_only = CommunicationIdentifierModel::builder().raw_id(both.raw_id.clone());
    let raw_id_only = raw_id_only.build().expect("a raw id");
    let mut property_only = both.clone();
    property_only.raw_id = None;
    // What is of no known kind has no property.
    let has_property = property_only != CommunicationIdentifierModel::default();
    let property_only = has_property.then_some(property_only);
    [Some(both), Some(raw_id_only), property_only]
        .into_iter()
        .flatten()
        .collect()
}

fn participant(model: CommunicationIdentifierModel, name: usize) -> ChatParticipant {
    let participant = ChatParticipant::builder().communication_identifier(model);
    let participant = participant.display_name(name.to_string()).build();
    participant.expect("a participant")
}

/// A response that rejects these.
fn rejection<'a>(targets: impl IntoIterator<Item = &'a str>) -> Value {
    let errors = targets.into_iter().map(
        |target| json!({ "code": "403", "message": "Permissions check failed", "target": target }),
    );
    json!({ "invalidParticipants": errors.collect::<Vec<_>>() })
}

/// The rejected participants, the same for both results that have them.
fn rejected(response: &Value, asked: &[ChatParticipant]) -> Vec<RejectedParticipant> {
    let added: AddChatParticipantsResult =
        serde_json::from_value(response.clone()).expect("a result");
    let created: CreateChatThreadResult =
        serde_json::from_value(response.clone()).expect("a result");
    let rejected = added.rejected(asked);
    assert_eq!(created.rejected(asked), rejected);
    rejected
}

#[test]
fn each_rejection_is_paired_with_whom_the_caller_asked_for() {
    for way in 0..3 {
        let asked: Vec<ChatParticipant> = RAW_IDS
            .iter()
            .enumerate()
            .filter_map(|(n, raw_id)| {
                let models = models(raw_id);
                models.get(way).map(|model| participant(model.clone(), n))
            })
            .collect();
        let mut known = RAW_IDS.to_vec();
        known.retain(|raw_id| way < 2 || has_property(&(*raw_id).into()));
        assert_eq!(asked.len(), known.len(), "{way}");
        // Each alone, whatever stands before and behind it.
        for one in &asked {
            let raw_id = CommunicationIdentifier::from(&one.communication_identifier).to_string();
            let rejected = rejected(&rejection([raw_id.as_str()]), &asked);
            assert_eq!(rejected.len(), 1);
            assert_eq!(rejected[0].participant.as_ref(), Some(one), "{raw_id}");
            assert_eq!(rejected[0].error.target.as_deref(), Some(raw_id.as_str()));
            assert_eq!(rejected[0].error.code, "403");
        }
        // All, in the service's order.
        let raw_ids: Vec<String> = asked
            .iter()
            .rev()
            .map(|one| CommunicationIdentifier::from(&one.communication_identifier).to_string())
            .collect();
        let rejected = rejected(&rejection(raw_ids.iter().map(String::as_str)), &asked);
        let found: Vec<_> = rejected
            .into_iter()
            .flat_map(|one| one.participant)
            .collect();
        assert_eq!(found, asked.iter().rev().cloned().collect::<Vec<_>>());
    }
}

#[test]
fn a_target_that_is_an_id_within_its_kind_is_found_too() {
    let asked = [
        participant(
            CommunicationIdentifier::from("8:orgid:an-object-id").into(),
            0,
        ),
        participant(
            CommunicationIdentifier::from("28:orgid:an-application").into(),
            1,
        ),
    ];
    let rejected = rejected(&rejection(["an-application"]), &asked);
    assert_eq!(rejected[0].participant.as_ref(), Some(&asked[1]));
}

#[test]
fn a_participant_whose_raw_id_and_property_differ_is_found_by_either() {
    let mut model = CommunicationIdentifierModel::from(CommunicationIdentifier::from("8:acs:a_b"));
    model.raw_id = Some("8:acs:another_one".to_owned());
    let asked = [participant(model, 0)];
    for target in ["8:acs:a_b", "8:acs:another_one"] {
        let rejected = rejected(&rejection([target]), &asked);
        assert_eq!(
            rejected[0].participant.as_ref(),
            Some(&asked[0]),
            "{target}"
        );
    }
}

#[test]
fn whom_the_caller_did_not_ask_for_is_told_without_a_participant() {
    let asked = [participant(
        CommunicationIdentifier::from("8:acs:a_b").into(),
        0,
    )];
    let strangers = [
        "8:acs:a_bb",
        "8:acs:a",
        "8:acs:A_B",
        "4:8:acs:a_b",
        "a_b",
        "",
    ];
    for one in rejected(&rejection(strangers), &asked) {
        assert_eq!(one.participant, None, "{:?}", one.error);
    }
    let nameless = json!({ "invalidParticipants": [{ "code": "403", "message": "No" }] });
    let rejected = rejected(&nameless, &asked);
    assert_eq!(rejected[0].participant, None);
    assert_eq!(rejected[0].error.message, "No");
}

#[test]
fn a_rejection_is_a_sentence() {
    let sentence = |participant: Option<ChatParticipant>, error: Value| {
        let error = serde_json::from_value(error).expect("an error");
        RejectedParticipant { participant, error }.to_string()
    };
    let refusal =
        json!({ "code": "403", "message": "Permissions check failed", "target": "8:acs:x" });
    let bare = ChatParticipant::from("8:acs:a_b");
    let mut named = bare.clone();
    named.display_name = Some("Bob".to_owned());
    for (participant, who) in [
        (Some(named), "Bob"),
        (Some(bare), "8:acs:a_b"),
        (None, "8:acs:x"),
    ] {
        let expected = format!("{who} was not added: Permissions check failed (403)");
        assert_eq!(sentence(participant, refusal.clone()), expected);
    }
    let nameless = json!({ "code": "403", "message": "" });
    let expected = "Somebody was not added: the service gives no reason (403)";
    assert_eq!(sentence(None, nameless), expected);
    let evil = json!({ "code": "4\n3", "message": "a\r\nb", "target": "x\u{2028}y" });
    assert_eq!(sentence(None, evil), "x y was not added: a  b (4 3)");
}

#[test]
fn nobody_rejected() {
    let asked = [participant(
        CommunicationIdentifier::from("8:acs:a_b").into(),
        0,
    )];
    assert_eq!(rejected(&json!({}), &asked), []);
    assert_eq!(rejected(&rejection([]), &asked), []);
    assert_eq!(
        rejected(&rejection(["8:acs:a_b"]), &[])[0].participant,
        None
    );
}

#[tokio::test]
async fn a_handle_adds_participants_and_tells_who_was_rejected() {
    let server = MockServer::start_async().await;
    let phone = CommunicationIdentifierModel::from("4:+1555");
    let mock = server.mock(|when, then| {
        when.method(POST)
            .path_includes("/participants/:add")
            .json_body(json!({ "participants": [
                { "communicationIdentifier": { "rawId": "8:acs:a_b", "communicationUser": { "id": "8:acs:a_b" } } },
                { "communicationIdentifier": phone },
                { "communicationIdentifier": { "rawId": "99:x" } },
            ] }));
        then.status(201).json_body(rejection(["4:+1555", "8:acs:somebody_else"]));
    });
    let thread = client(server.base_url()).thread(THREAD).expect("an id");
    let asked = ["8:acs:a_b", "4:+1555", "99:x"].map(CommunicationIdentifier::from);
    let rejected = thread.add_participants(asked).await.expect("a success");
    mock.assert();
    let found: Vec<Option<String>> = rejected
        .iter()
        .map(|one| {
            let participant = one.participant.as_ref()?;
            participant.communication_identifier.raw_id.clone()
        })
        .collect();
    assert_eq!(found, [Some("4:+1555".to_owned()), None]);
}

#[tokio::test]
async fn participants_can_be_given_by_reference_and_keep_what_they_have() {
    let server = MockServer::start_async().await;
    let mock = server.mock(|when, then| {
        let who = json!({ "rawId": "8:acs:a_b", "communicationUser": { "id": "8:acs:a_b" } });
        when.method(POST).json_body(json!({
            "participants": [{ "communicationIdentifier": who, "displayName": "7" }],
        }));
        then.status(201).json_body(json!({}));
    });
    let thread = client(server.base_url()).thread(THREAD).expect("an id");
    let asked = vec![participant(
        CommunicationIdentifier::from("8:acs:a_b").into(),
        7,
    )];
    let rejected = thread.add_participants(&asked).await.expect("a success");
    mock.assert();
    assert_eq!(rejected, []);
}

#[tokio::test]
async fn all_added_is_an_empty_list_whatever_the_service_calls_it() {
    for body in [json!({}), json!({ "invalidParticipants": [] })] {
        let server = MockServer::start_async().await;
        server.mock(|when, then| {
            when.method(POST);
            then.status(201).json_body(body);
        });
        let thread = client(server.base_url()).thread(THREAD).expect("an id");
        // Full participants can be given as well as identifiers.
        let asked = [participant(
            CommunicationIdentifier::from("8:acs:a_b").into(),
            0,
        )];
        assert_eq!(thread.add_participants(asked).await.expect("a success"), []);
    }
}

#[tokio::test]
async fn an_error_of_the_call_is_an_error() {
    let server = MockServer::start_async().await;
    server.mock(|when, then| {
        when.method(POST);
        then.status(403);
    });
    let thread = client(server.base_url()).thread(THREAD).expect("an id");
    let none: [CommunicationIdentifier; 0] = [];
    let error = thread.add_participants(none).await.expect_err("a refusal");
    assert!(error.is_forbidden(), "{error}");
}

#[tokio::test]
async fn a_thread_is_created_and_tells_who_was_rejected() {
    let server = MockServer::start_async().await;
    server.mock(|when, then| {
        when.method(POST).path("/chat/threads");
        then.status(201).json_body(json!({
            "chatThread": {
                "id": THREAD, "topic": "Lunch", "createdOn": "2020-06-26T10:00:00Z",
                "createdByCommunicationIdentifier": { "rawId": "8:acs:a_me" },
            },
            "invalidParticipants": [
                { "code": "404", "message": "Not found", "target": "8:orgid:gone" },
            ],
        }));
    });
    let asked: Vec<ChatParticipant> = ["8:acs:a_b", "8:orgid:gone"]
        .map(|raw_id| CommunicationIdentifier::from(raw_id).into())
        .into();
    let body = CreateChatThreadRequest::builder()
        .topic("Lunch")
        .participants(asked.clone());
    #[cfg(convenience = "set_retention")]
    let body = body.retention_policy(ChatRetentionPolicy::after_creation(60));
    let created = client(server.base_url())
        .create_chat_thread()
        .body(body)
        .send()
        .await
        .expect("a success");
    let rejected = created.rejected(&asked);
    assert_eq!(rejected.len(), 1);
    assert_eq!(rejected[0].participant.as_ref(), Some(&asked[1]));
    assert_eq!(rejected[0].error.code, "404");
}

// The retention policy.

#[test]
#[cfg(convenience = "set_retention")]
fn retention_policies_are_written_and_read_as_documented() {
    for (policy, json) in [
        (
            ChatRetentionPolicy::after_creation(60),
            json!({ "kind": "threadCreationDate", "deleteThreadAfterDays": 60 }),
        ),
        (ChatRetentionPolicy::none(), json!({ "kind": "none" })),
    ] {
        assert_eq!(serde_json::to_value(&policy).expect("JSON"), json);
        let read: ChatRetentionPolicy = serde_json::from_value(json.clone()).expect("a policy");
        assert_eq!(read, policy);
        assert_eq!(policy.kind(), json["kind"]);
    }
    let ChatRetentionPolicy::ThreadCreationDate(policy) = ChatRetentionPolicy::after_creation(45)
    else {
        panic!("another kind");
    };
    assert_eq!(policy.delete_thread_after_days, 45);
}

#[test]
#[cfg(convenience = "set_retention")]
fn a_retention_policy_that_nobody_knows_yet_is_kept_and_sent_back() {
    for json in [
        json!({ "kind": "lastActivity", "days": 7, "more": { "a": [1, null] } }),
        json!({ "deleteThreadAfterDays": 60 }),
        json!({}),
    ] {
        let policy: ChatRetentionPolicy = serde_json::from_value(json.clone()).expect("a policy");
        assert!(matches!(policy, ChatRetentionPolicy::UnknownKind(_)));
        assert_eq!(policy.kind(), json["kind"].as_str().unwrap_or_default());
        assert_eq!(serde_json::to_value(&policy).expect("JSON"), json);
        let update = UpdateChatThreadRequest::builder().retention_policy(policy);
        let update = update.build().expect("a patch");
        let sent = serde_json::to_value(&update).expect("JSON");
        assert_eq!(sent, json!({ "retentionPolicy": json }));
    }
}
