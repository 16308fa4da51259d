//! An id in a path can't lead to another resource: what could is refused before anything is sent, and everything else
//! arrives as the one segment it is.

use crate::support::{
    Act, Operation, Server, client,
    dispatch::{self, CallError, Given},
    operations,
};
use acs_chat::ChatError;
use percent_encoding::percent_decode_str;

const HARMLESS: &str = "harmless";

/// Ids that a URL parser would take for something else than a name.
fn hostile() -> Vec<String> {
    let mut ids: Vec<String> = [
        "",
        ".",
        "..",
        "\\",
        "\\\\",
        "a\\b",
        "a\\..\\b",
        "..\\",
        "\\..",
        "..\\..\\admin",
        ".\\",
        "\\\\server\\share",
        "19:thread@thread.v2\\messages",
        "\r\n",
        "a\r\nHost: evil.example",
        "a\r\n\r\nGET / HTTP/1.1",
        "\t",
        ".\t.",
        "\t..",
        "..\t",
        ".\n.",
        ".\u{0}.",
        "a\u{0}b",
        "\u{1b}[31m",
        "\u{85}",
        "a\u{9f}",
    ]
    .map(str::to_owned)
    .into();
    let controls = (0..=0x1f).chain(0x7f..=0x9f).filter_map(char::from_u32);
    ids.extend(controls.flat_map(|control| {
        [
            format!("{control}"),
            format!("a{control}b"),
            format!("{control}.."),
        ]
    }));
    ids
}

/// Ids that only look like trouble, and those that the service gives out.
fn odd() -> Vec<String> {
    let mut ids: Vec<String> = [
        "19:uni01_zbnh3nt2dfuffezc3sox7dog7wfhk6y5qe2rwlnfhlhdzirihdpq@thread.v2",
        "19:acsV1_WNFUE-XSce9DXXqhir6bhz1hsasT692aR_xCLlekEXY1@thread.v2",
        "1593107077690",
        " ",
        "  two  words  ",
        "%",
        "%%",
        "%2",
        "%2e",
        "%2e%2e",
        ".%2e",
        "%2E%2E",
        "%2F",
        "%2f..%2f",
        "%5c",
        "%00",
        "%0d%0a",
        "%252e%252e",
        "/",
        "//",
        "/..",
        "../",
        "../..",
        "a/../b",
        "./.",
        "a/b/c",
        "?",
        "?a=b",
        "a?api-version=1",
        "#",
        "a#b",
        ";",
        "..;",
        "a;b=c",
        "...",
        "....",
        ".a",
        "..a",
        "a..",
        "~",
        "+",
        "a+b",
        "&",
        "=",
        ":",
        "::",
        ":remove",
        "@",
        "user:pass@host",
        "|",
        "^",
        "[",
        "]",
        "[::1]",
        "{",
        "}",
        "{chatThreadId}",
        "<",
        ">",
        "\"",
        "'",
        "`",
        "$",
        "!",
        "*",
        "(",
        ")",
        ",",
        "http://evil.example/",
        "//evil.example",
        "…",
        "äöü",
        "日本語",
        "\u{202e}gnp",
        "\u{200b}",
        "\u{2028}",
        "\u{feff}",
        "🚀",
        "👩‍👩‍👧",
        "\u{ff0e}\u{ff0e}",
        "\u{2215}",
        "\u{10ffff}",
    ]
    .map(str::to_owned)
    .into();
    ids.push("x".repeat(4096));
    ids.push("ä/".repeat(1024));
    ids
}

/// Every path parameter of every operation, and what else its call needs.
fn path_parameters(operations: &[Operation<'_>]) -> Vec<(&'static str, String, Given)> {
    let mut all = Vec::new();
    for operation in operations {
        let offered = dispatch::OFFERED
            .iter()
            .find(|offered| offered.id == operation.id);
        let offered = offered.unwrap_or_else(|| panic!("{} is not offered", operation.id));
        let names = operation.names("path");
        let mut given = Given::default();
        for name in &names {
            given = given.with(name, HARMLESS);
        }
        let example = operation.examples().into_iter().next().unwrap_or_default();
        given.body = operation
            .body()
            .and_then(|body| operation.example(body, example))
            .cloned();
        all.extend(
            names
                .into_iter()
                .map(|name| (offered.id, name.to_owned(), given.clone())),
        );
    }
    all
}

#[tokio::test]
async fn hostile_ids_are_refused_before_anything_is_sent() {
    let operations = operations();
    let parameters = path_parameters(&operations);
    let ids = hostile();
    assert!(ids.len() >= 40, "{}", ids.len());
    let server = Server::start([Act::status(204)]).await;
    let client = client(server.url());
    let mut refused = 0;
    for (operation, name, given) in &parameters {
        for id in &ids {
            let given = given.clone().with(name, id.as_str());
            let outcome = dispatch::call(&client, operation, &given).await;
            let Err(CallError::Chat(ChatError::InvalidRequest(error))) = outcome else {
                panic!("{operation} took {id:?} for `{name}`: {outcome:?}");
            };
            assert_eq!(error.parameter(), name);
            let text = error.to_string();
            let start = format!("{operation}: `{name}` ");
            assert!(
                text.starts_with(&start) && !text.chars().any(char::is_control),
                "{text:?}"
            );
            refused += 1;
        }
    }
    // A handle to a thread is refused before there is anything to send.
    for id in &ids {
        let Err(ChatError::InvalidRequest(error)) = client.thread(id.as_str()) else {
            panic!("there is a thread {id:?}");
        };
        assert_eq!(error.parameter(), "chatThreadId");
    }
    assert!(server.take().is_empty(), "something was sent");
    println!(
        "{refused} hostile ids were refused, on {} path parameters",
        parameters.len()
    );
    assert!(parameters.len() >= 14);
}

#[tokio::test]
async fn all_other_ids_arrive_as_one_segment() {
    let operations = operations();
    let server = Server::start([Act::status(204)]).await;
    // A path stem shows that an id can't climb out of it either.
    let client = client(format!("{}/stem", server.url()));
    let mut arrived = 0;
    for (id, name, given) in path_parameters(&operations) {
        let operation = operations
            .iter()
            .find(|operation| operation.id == id)
            .expect("it is there");
        for value in odd() {
            let given = given.clone().with(&name, value.as_str());
            // Some operations return something that this server does not send.
            let _ = dispatch::call(&client, id, &given).await;
            let requests = server.take();
            let [request] = requests.as_slice() else {
                panic!("{id} sent {} requests for {value:?}", requests.len());
            };
            assert!(
                request.target.bytes().all(|byte| byte.is_ascii_graphic()),
                "{}",
                request.target
            );
            assert_eq!(request.query().len(), 1, "{}", request.target);
            let expected = format!("/stem{}", operation.path);
            let found: Vec<&str> = request.path().split('/').collect();
            let expected: Vec<&str> = expected.split('/').collect();
            assert_eq!(found.len(), expected.len(), "{}", request.target);
            for (found, expected) in found.into_iter().zip(expected) {
                let decoded = percent_decode_str(found).decode_utf8().expect("UTF-8");
                if expected == format!("{{{name}}}") {
                    assert_eq!(decoded, value, "{}", request.target);
                } else if expected.starts_with('{') {
                    assert_eq!(found, HARMLESS);
                } else {
                    assert_eq!(found, expected);
                }
            }
            arrived += 1;
        }
    }
    for value in odd() {
        let thread = client.thread(value.as_str()).expect("an id");
        assert_eq!(thread.id(), value);
        thread.delete_chat_thread().send().await.expect("deleted");
        let requests = server.take();
        let path = requests[0].path().strip_prefix("/stem/chat/threads/");
        let decoded = path.map(|path| percent_decode_str(path).decode_utf8().expect("UTF-8"));
        assert_eq!(decoded.as_deref(), Some(value.as_str()));
        assert!(path.is_some_and(|path| !path.contains('/')));
    }
    println!("{arrived} odd ids arrived");
    assert!(arrived > 0);
}
