//! The command line: an address, tokens, a gentle end, and clear words about bad flags.

#[path = "common/command.rs"]
mod command;
mod common;
#[path = "common/receiver.rs"]
mod receiver;

use acs_chat_emulator::user_id;
use command::{Server, run, serve, text};
use common::{API_VERSION, fetch, http};
use receiver::Receiver;
use std::io::{BufRead as _, BufReader};
use std::process::Command;

fn token(arguments: &[&str]) -> String {
    let output = run(&[&["token"], arguments].concat());
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout).trim_end().to_owned()
}

#[tokio::test]
async fn serve_prints_its_address_and_takes_the_tokens_of_the_other_command() {
    let server = serve(&["--port", "0"]);
    assert!(
        server.url.starts_with("http://127.0.0.1:") && !server.url.ends_with(":0"),
        "{}",
        server.url
    );
    let url = format!("{}/chat/threads?api-version={API_VERSION}", server.url);
    let ask = async |token: &str| fetch(http().get(&url).bearer_auth(token)).await.status;
    assert_eq!(ask(&token(&["--user", "alice"])).await, 200);
    assert_eq!(
        ask(&token(&["--user", "alice", "--lifetime", "3600"])).await,
        200
    );
    assert_eq!(
        ask(&token(&["--user", "alice", "--lifetime", "0"])).await,
        401
    );
    assert_eq!(ask("nonsense").await, 401);
}

#[tokio::test]
async fn serve_has_the_inspector_unless_told_otherwise() {
    for (flags, status) in [(&[][..], 200), (&["--no-inspector"], 404)] {
        let server = serve(flags);
        assert_eq!(
            fetch(http().get(&server.url)).await.status,
            status,
            "{flags:?}"
        );
    }
}

#[test]
fn a_user_has_the_same_id_on_the_command_line_as_in_the_library() {
    assert_eq!(
        text(&run(&["user-id", "--user", "alice"]).stdout),
        format!("{}\n", user_id("alice"))
    );
}

#[test]
fn bad_flags_get_a_line_that_says_what_would_be_right() {
    for (arguments, status, said) in [
        (&["serve", "--port", "70000"][..], 2, "70000"),
        (&["serve", "--host", "everywhere"], 2, "--host"),
        (&["serve", "--faults", "often"], 2, "a rate such as 0.3"),
        (&["serve", "--faults", "3"], 2, "from 0 to 1"),
        (
            &[
                "serve",
                "--faults",
                r#"{"operation":"Send","fault":{"kind":"dropAfter"}}"#,
            ],
            1,
            "SendChatMessage",
        ),
        (&["serve", "--webhook", "https://a.test"], 1, "no TLS"),
        (&["serve", "--webhook", "{}"], 2, "missing field `url`"),
        (&["serve", "--seed", "x"], 2, "--seed"),
        (
            &["serve", "--state", "no/such/folder/state.json"],
            1,
            "cannot use the state file no/such/folder/state.json: ",
        ),
        (
            &["serve", "--host", "192.0.2.1"],
            1,
            "cannot listen on 192.0.2.1:0: ",
        ),
        (
            &["serve", "--sate", "x"],
            2,
            "a similar argument exists: '--state'",
        ),
        (&["serve", "--repair"], 2, "--state"),
        (
            &["serve", "--faults", "@no/such/file.json"],
            2,
            "cannot read the file no/such/file.json: ",
        ),
        (&["token"], 2, "--user"),
        (
            &[
                "token",
                "--user",
                "alice",
                "--lifetime",
                "18446744073709551615",
            ],
            1,
            "lifetime",
        ),
        (&[], 2, "Usage"),
    ] {
        let output = run(arguments);
        let errors = text(&output.stderr);
        assert_eq!(
            output.status.code(),
            Some(status),
            "{arguments:?}: {errors}"
        );
        assert!(
            errors.contains(said) && !errors.contains("panicked"),
            "{arguments:?}: {errors}"
        );
        assert!(status == 2 || errors.lines().count() == 1, "{errors}");
        assert!(output.stdout.is_empty());
    }
}

#[tokio::test]
async fn faults_and_their_seed_are_flags() {
    let statuses = async |seed: &str| {
        let rule =
            r#"{"operation":"ListChatThreads","rate":0.5,"fault":{"kind":"status","status":503}}"#;
        let server = serve(&["--faults", rule, "--seed", seed]);
        let (url, token) = (
            format!("{}/chat/threads?api-version={API_VERSION}", server.url),
            token(&["--user", "alice"]),
        );
        let mut statuses = Vec::new();
        for _ in 0..30 {
            statuses.push(fetch(http().get(&url).bearer_auth(&token)).await.status);
        }
        statuses
    };
    let first = statuses("1").await;
    assert_eq!(first, statuses("1").await);
    assert_ne!(first, statuses("2").await);
    let all = serve(&["--faults", "0.3"]);
    let rules = fetch(http().get(format!("{}/_emulator/faults", all.url)))
        .await
        .body;
    assert_eq!(
        rules.as_array().map(Vec::len),
        Some(acs_chat_emulator::mix(0.3).len())
    );
}

#[tokio::test]
async fn faults_can_be_in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("faults.json");
    std::fs::write(
        &file,
        r#"[{"times":1,"fault":{"kind":"status","status":418}}]"#,
    )
    .unwrap();
    let server = serve(&["--faults", &format!("@{}", file.display())]);
    let url = format!("{}/chat/threads?api-version={API_VERSION}", server.url);
    assert_eq!(fetch(http().get(&url)).await.status, 418);
    std::fs::write(&file, "often").unwrap();
    let output = run(&["serve", "--faults", &format!("@{}", file.display())]);
    assert!(text(&output.stderr).contains("a rate such as 0.3"));
}

#[cfg(unix)]
#[tokio::test]
async fn requests_are_logged_by_their_template_unless_told_otherwise() {
    let drop = r#"{"operation":"GetChatThreadProperties","fault":{"kind":"dropBefore"}}"#;
    let user = token(&["--user", "alice"]);
    for quiet in [false, true] {
        let flags: &[&str] = if quiet { &["--quiet"] } else { &[] };
        let mut server = serve(&[&["--faults", drop], flags].concat());
        let get = |path: &str| {
            let url = format!("{}{path}?api-version={API_VERSION}", server.url);
            http().get(url).bearer_auth(&user)
        };
        assert_eq!(
            fetch(get("/chat/threads/19:secret@thread.v2/messages"))
                .await
                .status,
            404
        );
        assert_eq!(fetch(get("/secret")).await.status, 404);
        assert!(
            get("/chat/threads/19:secret@thread.v2")
                .send()
                .await
                .is_err()
        );
        let (_, log) = tokio::task::spawn_blocking(move || terminate(&mut server))
            .await
            .unwrap();
        for line in [
            "GET /chat/threads/{chatThreadId}/messages 404 ",
            "GET - 404 ",
            "GET /chat/threads/{chatThreadId} dropped ",
        ] {
            assert_eq!(log.contains(line), !quiet, "{log}");
        }
        assert!(!log.contains("secret") && !log.contains(&user), "{log}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn repair_says_what_it_dropped() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let state = file.to_str().unwrap();
    std::fs::write(&file, "{\"acs_chat_emulator_state\":2}\nmilk\n").unwrap();
    let output = run(&["serve", "--state", state]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("line 2 of the state file"));
    let mut server = serve(&["--state", state, "--repair"]);
    let (_, said) = terminate(&mut server);
    assert!(
        said.contains("dropped line 2 of the state file, 5 bytes: it has no checksum"),
        "{said}"
    );
}

/// Sends `SIGTERM`, and returns the exit status and standard error.
#[cfg(unix)]
fn terminate(server: &mut command::Server) -> (Option<i32>, String) {
    let asked = Command::new("kill")
        .arg(server.child.id().to_string())
        .status()
        .unwrap();
    assert!(asked.success());
    let status = server.child.wait().unwrap();
    (status.code(), server.errors())
}

#[cfg(unix)]
#[tokio::test]
async fn asked_to_end_it_responses_what_is_under_way_and_ends_well() {
    let slow = r#"{"fault":{"kind":"delay","milliseconds":300}}"#;
    let mut server = serve(&["--faults", slow]);
    let url = format!("{}/chat/threads?api-version={API_VERSION}", server.url);
    let request = http().get(&url).bearer_auth(token(&["--user", "alice"]));
    let pending = tokio::spawn(fetch(request));
    let received = async || {
        let snapshot = fetch(http().get(format!("{}/_emulator/snapshot", server.url))).await;
        snapshot.body["requests"]["Chat_ListChatThreads"] == 1
    };
    while !received().await {}
    let (status, said) = tokio::task::spawn_blocking(move || terminate(&mut server))
        .await
        .unwrap();
    assert_eq!(pending.await.unwrap().status, 200);
    assert_eq!(status, Some(0), "{said}");
    assert!(
        said.contains("stopping") && said.contains("for development only"),
        "{said}"
    );
    assert!(
        http().get(url).send().await.is_err(),
        "nobody listens any more"
    );
}

#[cfg(unix)]
#[test]
fn an_address_that_others_can_reach_is_warned_of() {
    let mut open = serve(&["--host", "0.0.0.0"]);
    let (_, said) = terminate(&mut open);
    assert!(said.contains("0.0.0.0 is not loopback"), "{said}");
    let mut closed = serve(&[]);
    let (_, said) = terminate(&mut closed);
    assert!(!said.contains("loopback"), "{said}");
}

/// The lines of a running emulator's log.
fn log_of(server: &mut Server) -> impl Iterator<Item = String> {
    let errors = server.child.stderr.take().unwrap();
    BufReader::new(errors).lines().map(Result::unwrap)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_webhook_gets_the_events_of_its_flag_and_the_log_says_so() {
    let mut receiver = Receiver::start().await;
    let webhook = format!(
        r#"{{"url":"{}","schema":"cloudEvents","events":["ChatThreadCreated"]}}"#,
        receiver.url
    );
    let mut server = serve(&["--webhook", &webhook]);
    let url = format!("{}/chat/threads?api-version={API_VERSION}", server.url);
    let token = token(&["--user", "alice"]);
    receiver.respond([400]);
    for _ in 0..2 {
        let request = http().post(&url).bearer_auth(&token);
        let made = fetch(
            request
                .body(r#"{"topic":"Lunch"}"#)
                .header("content-type", "application/json"),
        );
        assert_eq!(made.await.status, 201);
    }
    assert_eq!(receiver.names(2).await, ["ChatThreadCreated"; 2]);
    let mut log = log_of(&mut server);
    let origin = receiver.url.split("/events").next().unwrap();
    for (said, line) in [
        ("agreed", format!("webhook {origin}: agreed to get events")),
        (" 400 ", format!("webhook {origin}: ChatThreadCreated 400 ")),
        (
            "dropped",
            format!("webhook {origin}: ChatThreadCreated is dropped, attempt 1 got 400"),
        ),
    ] {
        let shown = log.find(|line| line.contains(said)).unwrap();
        assert!(shown.contains(&line), "{shown}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_handshake_is_in_the_log_without_the_secret() {
    let receiver = Receiver::ignorant().await;
    let mut server = serve(&["--quiet", "--webhook", &receiver.url]);
    let mut log = log_of(&mut server);
    let line = log.find(|line| line.contains("webhook")).unwrap();
    let origin = receiver.url.split("/events").next().unwrap();
    assert!(
        line.contains(&format!("webhook {origin}: nothing is delivered: "))
            && line.contains("validationResponse"),
        "{line}"
    );
}
