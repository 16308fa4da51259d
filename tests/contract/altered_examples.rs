//! The harness of the documented examples sees what is wrong: each alteration of the document makes it fail, at the
//! altered place.

use crate::support::{
    contract,
    document::{document, follow},
    operations,
};
use serde_json::{Value, json};

/// Which side has the altered document.
#[derive(Clone, Copy, Debug)]
enum Altered {
    /// The contract says something else than the client and the service do.
    Promised,
    /// The service does something else than the contract and the client say.
    Served,
}
use Altered::{Promised, Served};

/// Alters one place, and says which discrepancies must be found there.
struct Alteration {
    name: &'static str,
    side: Altered,
    alter: fn(&mut Value),
    /// Part of the line that has to name the place.
    found: &'static str,
    /// How many cases the alteration touches.
    lines: fn(&All) -> usize,
}

/// How many of each the document has.
struct All {
    operations: usize,
    /// The documented responses of each example.
    responses: usize,
}

impl All {
    async fn count(document: &Value) -> Self {
        Self {
            operations: operations().len(),
            responses: contract::run(document, document)
                .await
                .expect("as documented"),
        }
    }
}

const THREAD: &str = "/paths/~1chat~1threads~1{chatThreadId}";
const THREADS: &str = "/paths/~1chat~1threads";

/// A place in the document, to be altered; it is an error of the test if it is not there.
fn at<'a>(document: &'a mut Value, base: &str, rest: &str) -> &'a mut Value {
    let pointer = format!("{base}{rest}");
    document
        .pointer_mut(&pointer)
        .unwrap_or_else(|| panic!("nothing at {pointer}"))
}

/// The value of an example, which may be shared with others, as one of its own.
fn own<'a>(document: &'a mut Value, base: &str, rest: &str) -> &'a mut Value {
    let whole = document.clone();
    let example = at(document, base, rest);
    *example = follow(&whole, example).clone();
    &mut example["value"]
}

/// The parameter with the version, which has one example for all operations.
fn version(document: &mut Value) -> &mut Value {
    let parameter = at(document, "/components/parameters", "/ApiVersionParameter");
    parameter["examples"] = json!({});
    parameter["example"] = json!(acs_chat::API_VERSION);
    parameter
}

fn rename(object: &mut Value, from: &str, to: &str) {
    let object = object.as_object_mut().expect("an object");
    let value = object.remove(from).expect("the member is there");
    object.insert(to.to_owned(), value);
}

fn remove(object: &mut Value, key: &str) {
    let object = object.as_object_mut().expect("an object");
    object.remove(key).expect("the member is there");
}

fn swap(object: &mut Value, one: &str, other: &str) {
    rename(object, one, "meanwhile");
    rename(object, other, one);
    rename(object, "meanwhile", other);
}

const MESSAGE: &str = "~1messages~1{chatMessageId}/get/responses/200/content/application~1json/examples/Messages_GetChatMessage/value";
const SEND: &str = "~1messages/post";

const ALTERATIONS: &[Alteration] = &[
    Alteration {
        name: "a field of a response renamed, which the type can do without",
        side: Served,
        alter: |document| {
            rename(
                at(document, THREAD, MESSAGE),
                "senderDisplayName",
                "senderName",
            )
        },
        found: "ChatThread_GetChatMessage Messages_GetChatMessage 200: value/senderDisplayName is missing",
        lines: |_| 1,
    },
    Alteration {
        name: "a field of a response renamed, which the type requires",
        side: Served,
        alter: |document| rename(at(document, THREAD, MESSAGE), "sequenceId", "sequence"),
        found: "ChatThread_GetChatMessage Messages_GetChatMessage 200: the call failed: ChatThread_GetChatMessage: the service responded 200 OK with a body that cannot be decoded at `.`: missing field `sequenceId`",
        lines: |_| 1,
    },
    Alteration {
        name: "a field of a response renamed in the contract",
        side: Promised,
        alter: |document| {
            rename(
                at(document, THREAD, &format!("{MESSAGE}/content")),
                "message",
                "text",
            )
        },
        found: "ChatThread_GetChatMessage Messages_GetChatMessage 200: value/content/text is missing",
        lines: |_| 2,
    },
    Alteration {
        name: "a value of a response changed",
        side: Served,
        alter: |document| {
            *at(document, THREAD, &format!("{MESSAGE}/content/message")) = json!("No lunch.")
        },
        found: "ChatThread_GetChatMessage Messages_GetChatMessage 200: value/content/message is \"No lunch.\" instead of",
        lines: |_| 1,
    },
    Alteration {
        name: "a timestamp of a response moved by a microsecond",
        side: Served,
        alter: |document| {
            *at(document, THREAD, &format!("{MESSAGE}/createdOn")) =
                json!("2020-06-10T05:50:49.318001Z")
        },
        found: "ChatThread_GetChatMessage Messages_GetChatMessage 200: value/createdOn is",
        lines: |_| 1,
    },
    Alteration {
        name: "a value of a response of another type",
        side: Served,
        alter: |document| *at(document, THREAD, &format!("{MESSAGE}/version")) = json!(5),
        found: "ChatThread_GetChatMessage Messages_GetChatMessage 200: the call failed: ChatThread_GetChatMessage: the service responded 200 OK with a body that cannot be decoded at `version`",
        lines: |_| 1,
    },
    Alteration {
        name: "an item of a page left out",
        side: Served,
        alter: |document| {
            let items = at(
                document,
                THREADS,
                "/get/responses/200/content/application~1json/examples/Threads_ListChatThreadsWithPageSize/value/value",
            );
            items.as_array_mut().expect("items").pop();
        },
        found: "Chat_ListChatThreads Threads_ListChatThreadsWithPageSize 200: value/value is",
        lines: |_| 1,
    },
    Alteration {
        name: "a success swapped with an error",
        side: Served,
        alter: |document| {
            swap(
                at(document, THREAD, &format!("{SEND}/responses")),
                "201",
                "403",
            )
        },
        found: "ChatThread_SendChatMessage Messages_SendChatMessage 403: the error's code is None instead of Some(\"Forbidden\")",
        lines: |_| 5,
    },
    Alteration {
        name: "an error swapped with another",
        side: Served,
        alter: |document| {
            swap(
                at(document, THREAD, &format!("{SEND}/responses")),
                "401",
                "429",
            )
        },
        found: "ChatThread_SendChatMessage Messages_SendChatMessage 429: the error's code is Some(\"Unauthorized\") instead of Some(\"TooManyRequests\")",
        lines: |_| 8,
    },
    Alteration {
        name: "a status taken out",
        side: Served,
        alter: |document| remove(at(document, THREAD, &format!("{SEND}/responses")), "503"),
        found: "ChatThread_SendChatMessage Messages_SendChatMessage 503: it is not served",
        lines: |_| 1,
    },
    Alteration {
        name: "a query parameter renamed",
        side: Promised,
        alter: |document| *at(document, THREADS, "/get/parameters/0/name") = json!("pageSize"),
        found: "Chat_ListChatThreads Threads_ListChatThreadsWithPageSize 200: the client offers no parameter `pageSize`",
        lines: |_| 11,
    },
    Alteration {
        name: "a query parameter dropped",
        side: Promised,
        alter: |document| {
            let parameters = at(document, THREADS, "/get/parameters")
                .as_array_mut()
                .expect("parameters");
            parameters.remove(0);
        },
        found: "Chat_ListChatThreads: the client offers the parameters",
        lines: |_| 1,
    },
    Alteration {
        name: "the API version dropped",
        side: Promised,
        alter: |document| version(document)["name"] = json!("version"),
        found: "Chat_DeleteChatThread Threads_DeleteChatThread 204: sent query is",
        lines: |all| all.responses + all.operations,
    },
    Alteration {
        name: "another API version",
        side: Promised,
        alter: |document| version(document)["example"] = json!("2026-01-01"),
        found: "Chat_DeleteChatThread Threads_DeleteChatThread 204: sent query is",
        lines: |all| all.responses,
    },
    Alteration {
        name: "a header dropped, which the client sends",
        side: Promised,
        alter: |document| {
            let parameters = at(document, THREADS, "/post/parameters")
                .as_array_mut()
                .expect("parameters");
            parameters.retain(|parameter| parameter["in"] != "header");
        },
        found: "Chat_CreateChatThread Threads_CreateChatThread 201: sent header is \"repeatability-request-id\" instead of \"none\"",
        lines: |_| 11,
    },
    Alteration {
        name: "a header added, which the client does not offer",
        side: Promised,
        alter: |document| {
            let parameters = at(document, THREADS, "/post/parameters")
                .as_array_mut()
                .expect("parameters");
            parameters.push(json!({ "name": "x-ms-added", "in": "header" }));
        },
        found: "Chat_CreateChatThread: the client offers the parameters [\"repeatability-request-id\"], the document has",
        lines: |_| 1,
    },
    Alteration {
        name: "the media type of a body changed",
        side: Promised,
        alter: |document| {
            let content = at(document, THREAD, "/patch/requestBody/content");
            rename(content, "application/merge-patch+json", "application/json");
        },
        found: "ChatThread_UpdateChatThreadProperties Threads_UpdateChatThreadTopic 204: sent header content-type is",
        lines: |_| 5,
    },
    Alteration {
        name: "the accepted media type changed",
        side: Promised,
        alter: |document| {
            for status in ["401", "403", "429", "503", "default"] {
                let content = at(
                    document,
                    THREAD,
                    &format!("/delete/responses/{status}/content"),
                );
                rename(content, "application/json", "application/problem+json");
            }
        },
        found: "Chat_DeleteChatThread Threads_DeleteChatThread 204: sent header accept is",
        lines: |_| 5,
    },
    Alteration {
        name: "a field of a request body renamed, which the type can do without",
        side: Promised,
        alter: |document| {
            let body = at(
                document,
                THREAD,
                "/patch/requestBody/content/application~1merge-patch+json/examples/Threads_UpdateChatThreadTopic/value",
            );
            rename(body, "topic", "title");
        },
        found: "ChatThread_UpdateChatThreadProperties Threads_UpdateChatThreadTopic 204: sent body/title is missing",
        lines: |_| 5,
    },
    Alteration {
        name: "a field of a request body renamed, which the type requires",
        side: Promised,
        alter: |document| {
            let body = at(
                document,
                THREAD,
                &format!(
                    "{SEND}/requestBody/content/application~1json/examples/Messages_SendChatMessage/value"
                ),
            );
            rename(body, "content", "text");
        },
        found: "ChatThread_SendChatMessage Messages_SendChatMessage 201: `body` has another type: missing field `content`",
        lines: |_| 10,
    },
    Alteration {
        name: "a path changed",
        side: Promised,
        alter: |document| {
            rename(
                at(document, "/paths", ""),
                "/chat/threads/{chatThreadId}/typing",
                "/chat/threads/{chatThreadId}/writing",
            )
        },
        found: "ChatThread_SendTypingNotification Messages_SendTypingNotification 200: sent path is",
        lines: |_| 5,
    },
    Alteration {
        name: "a method changed",
        side: Promised,
        alter: |document| rename(at(document, THREAD, "~1typing"), "post", "put"),
        found: "ChatThread_SendTypingNotification Messages_SendTypingNotification 200: sent method is \"POST\" instead of \"PUT\"",
        lines: |_| 5,
    },
    Alteration {
        name: "the example of a required path parameter dropped",
        side: Promised,
        alter: |document| {
            remove(
                at(document, THREAD, "~1typing/post/parameters/0"),
                "examples",
            )
        },
        found: "ChatThread_SendTypingNotification Messages_SendTypingNotification 200: the call failed: ChatThread_SendTypingNotification: `chatThreadId` was not given",
        lines: |_| 10,
    },
    Alteration {
        name: "an operation renamed",
        side: Promised,
        alter: |document| {
            *at(document, THREAD, "/delete/operationId") = json!("Chat_RemoveChatThread")
        },
        found: "Chat_RemoveChatThread: it is not served",
        lines: |_| 2,
    },
    Alteration {
        name: "an operation taken out",
        side: Served,
        alter: |document| remove(at(document, THREAD, ""), "delete"),
        found: "Chat_DeleteChatThread: it is not served",
        lines: |_| 1,
    },
];

#[tokio::test]
async fn every_alteration_is_found_where_it_is() {
    let document = document();
    let all = All::count(document).await;
    let mut missed = Vec::new();
    for alteration in ALTERATIONS {
        let mut altered = document.clone();
        (alteration.alter)(&mut altered);
        let outcome = match alteration.side {
            Promised => contract::run(&altered, document).await,
            Served => contract::run(document, &altered).await,
        };
        let said = outcome.err().unwrap_or_default();
        let named = said.iter().any(|line| line.starts_with(alteration.found));
        if !named || said.len() != (alteration.lines)(&all) {
            let (name, lines) = (alteration.name, said.len());
            missed.push(format!(
                "{name}: {lines} lines\n    {}",
                said.join("\n    ")
            ));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[tokio::test]
async fn every_altered_error_is_found() {
    let document = document();
    for (side, member) in [
        (Served, "code"),
        (Served, "message"),
        (Promised, "code"),
        (Promised, "message"),
    ] {
        let (mut altered, mut places) = (document.clone(), Vec::new());
        for operation in operations() {
            let path = operation.path.replace('/', "~1");
            let base = format!("/paths/{path}/{}", operation.method.to_lowercase());
            for status in operation.statuses() {
                let response = operation.response(status).expect("a response");
                if operation.schema_name(response) != Some("CommunicationErrorResponse") {
                    continue;
                }
                for (name, _) in operation.response_examples(&status.to_string()) {
                    let rest =
                        format!("/responses/{status}/content/application~1json/examples/{name}");
                    own(&mut altered, &base, &rest)["error"][member] = json!("altered");
                    let place = format!("{} {name} {status}", operation.id);
                    places.push(format!("{place}: the error's {member} is "));
                }
            }
        }
        let outcome = match side {
            Promised => contract::run(&altered, document).await,
            Served => contract::run(document, &altered).await,
        };
        let said = outcome.expect_err("it is altered");
        // The whole error differs, too.
        assert_eq!(said.len(), 2 * places.len(), "{side:?}: {said:?}");
        places.retain(|place| !said.iter().any(|line| line.starts_with(place)));
        assert!(places.is_empty(), "{side:?}: {places:?} in {said:?}");
    }
}

#[tokio::test]
async fn one_example_less_is_five_responses_less() {
    let mut document = document().clone();
    let all = All::count(&document).await;
    let parameters = at(&mut document, THREADS, "/post/parameters")
        .as_array_mut()
        .expect("parameters");
    for parameter in parameters {
        if let Some(parameter) = parameter.as_object_mut() {
            parameter.remove("examples");
        }
    }
    let name = "Threads_CreateChatThreadWithIdempotencyToken";
    remove(
        at(
            &mut document,
            THREADS,
            "/post/requestBody/content/application~1json/examples",
        ),
        name,
    );
    for status in ["201", "401", "403", "429", "503"] {
        remove(
            at(
                &mut document,
                THREADS,
                &format!("/post/responses/{status}/content/application~1json/examples"),
            ),
            name,
        );
    }
    let fewer = contract::run(&document, &document)
        .await
        .expect("as documented");
    assert_eq!(fewer + 5, all.responses);
}
