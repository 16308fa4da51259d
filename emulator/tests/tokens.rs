//! Tokens: who they are for, how long, and what comes of wrong ones.

mod common;

use acs_chat_emulator::{Emulator, Fault, token, user_id};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use common::{API_VERSION, fetch, http, service};
use serde_json::{Value, json};
use std::time::{Duration, SystemTime};

fn encoded(claims: &Value) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}.", part(&json!({ "alg": "none" })), part(claims))
}

fn claims(token: &str) -> Value {
    let parts: Vec<&str> = token.split('.').collect();
    assert_eq!(
        (parts.len(), parts[2]),
        (3, ""),
        "unsigned, so nothing after the second dot"
    );
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(parts[1]).unwrap()).unwrap()
}

#[tokio::test]
async fn a_token_names_its_user_and_its_end() {
    let end = SystemTime::UNIX_EPOCH + Duration::from_secs(2_000_000_000);
    let claims = claims(&token("alice", end));
    assert_eq!(
        format!("8:{}", claims["skypeid"].as_str().unwrap()),
        user_id("alice")
    );
    assert_eq!(claims["exp"], 2_000_000_000);
    assert!(claims["skypeid"].as_str().unwrap().starts_with("acs:"));
}

#[tokio::test]
async fn the_same_name_is_the_same_user_in_every_emulator() {
    let [one, other] = [
        Emulator::start().await.unwrap(),
        Emulator::start().await.unwrap(),
    ];
    assert_eq!(one.user_id("alice"), other.user_id("alice"));
    assert_ne!(one.user_id("alice"), one.user_id("bob"));
    let url = format!("{}/chat/threads?api-version={API_VERSION}", other.url());
    assert_eq!(
        fetch(http().get(url).bearer_auth(one.token("alice")))
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn a_token_that_is_missing_malformed_foreign_or_expired_is_refused() {
    let service = service().await;
    let alice = user_id("alice").split_off(2);
    let foreign = "acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b";
    let good = service.emulator.token("alice");
    let cases = [
        (None, "missing"),
        (Some(String::new()), "malformed"),
        (Some("Bearer".to_owned()), "malformed"),
        (Some(format!("Basic {good}")), "malformed"),
        (Some("Bearer secret".to_owned()), "malformed"),
        (Some("Bearer a.b.c".to_owned()), "malformed"),
        (Some(format!("Bearer {good}.")), "malformed"),
        (
            Some(format!("Bearer {}", encoded(&json!({ "skypeid": alice })))),
            "malformed",
        ),
        (
            Some(format!("Bearer {}", encoded(&json!({ "exp": 4e9 })))),
            "malformed",
        ),
        (
            Some(format!(
                "Bearer {}",
                encoded(&json!({ "skypeid": foreign, "exp": 4e9 }))
            )),
            "another resource",
        ),
        (
            Some(format!(
                "Bearer {}",
                encoded(&json!({ "skypeid": alice, "exp": 1.0 }))
            )),
            "expired",
        ),
        (
            Some(format!(
                "Bearer {}",
                service.emulator.token_expiring("alice", Duration::ZERO)
            )),
            "expired",
        ),
    ];
    for (authorization, said) in cases {
        let url = format!(
            "{}/chat/threads?api-version={API_VERSION}",
            service.emulator.url()
        );
        let mut request = service.http.get(url);
        if let Some(authorization) = &authorization {
            request = request.header("authorization", authorization);
        }
        let refused = fetch(request).await;
        assert_eq!(refused.status, 401, "{authorization:?}");
        assert!(
            refused.error().starts_with("Unauthorized ") && refused.error().contains(said),
            "{refused:?}"
        );
        let token = authorization
            .as_deref()
            .and_then(|text| text.split_once(' '))
            .map(|(_, token)| token);
        assert!(
            token.is_none_or(|token| !refused.body.to_string().contains(token)),
            "repeats the token"
        );
    }
}

#[tokio::test]
async fn a_token_works_until_its_time_is_over() {
    let service = service().await;
    let token = service
        .emulator
        .token_expiring("alice", Duration::from_secs(3600));
    let ask = async || {
        let url = format!(
            "{}/chat/threads?api-version={API_VERSION}",
            service.emulator.url()
        );
        fetch(
            service
                .http
                .get(url)
                .header("authorization", format!("bearer {token}")),
        )
        .await
        .status
    };
    assert_eq!(ask().await, 200);
    service.emulator.advance(Duration::from_secs(3500));
    assert_eq!(ask().await, 200);
    service.emulator.advance(Duration::from_secs(101));
    assert_eq!(ask().await, 401);
    assert_eq!(
        service.get("alice", "/chat/threads").await.status,
        200,
        "a new token is good"
    );
}

#[tokio::test]
async fn a_401_on_demand_says_that_the_token_expired() {
    let service = service().await;
    service.inject(Fault::TokenExpired);
    let refused = service.get("alice", "/chat/threads").await;
    assert_eq!(
        (refused.status, refused.error().as_str()),
        (401, "Unauthorized The token has expired.")
    );
}
