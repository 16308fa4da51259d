//! Every list of the document, in each of the ways in which it can be read.

use std::collections::BTreeSet;

use acs_chat::{Paged, Pages};
use futures_util::StreamExt;
use serde::Serialize;

use crate::support::pages::*;
use crate::support::{dispatch::Given, operations};

/// What a list gave, in each of the ways in which it can be read.
struct Read {
    streamed: Vec<Value>,
    paged: Vec<Vec<Value>>,
    resumed: Vec<Value>,
    resumed_paged: Vec<Vec<Value>>,
}

async fn streamed<P: Paged>(list: Items<P>) -> Vec<Value>
where
    P::Item: Serialize,
{
    let items = list.map(|item| serde_json::to_value(item.expect("an item")).expect("JSON"));
    items.collect().await
}

async fn paged<P: Paged>(list: Pages<P>) -> Vec<Vec<Value>>
where
    P::Item: Serialize,
{
    let pages = list.map(|page| {
        let page = page.expect("a page");
        assert_eq!(page.status(), 200);
        assert!(page.headers().contains_key("content-length"));
        let items = page.into_items();
        items
            .iter()
            .map(|item| serde_json::to_value(item).expect("JSON"))
            .collect()
    });
    pages.collect().await
}

macro_rules! operations {
    ($( $id:literal => $method:ident($($name:literal => $setter:ident: $type:ty),*)
        takes [$($body:tt)*] of [$($content_type:ident)?] returns $returns:ident; )*) => {
        /// Reads a list in all ways. `None` for an operation that returns none.
        #[allow(deprecated, reason = "what the document deprecates is tested too")]
        async fn read_list(operation: &str, client: &ChatClient, given: &Given) -> Option<Read> {
            match operation {
                $( $id => read!($returns, || {
                    let request = client.$method();
                    $( let request = match given.parameter::<$type>($name).expect($name) {
                        Some(value) => request.$setter(value),
                        None => request,
                    }; )*
                    request
                }), )*
                other => panic!("the client does not have {other}"),
            }
        }

        /// The operations that return a list.
        fn lists() -> BTreeSet<&'static str> {
            let all = [$( ($id, stringify!($returns)) ),*].into_iter();
            all.filter(|(_, returns)| *returns == "pages").map(|(id, _)| id).collect()
        }
    };
}

macro_rules! read {
    (pages, $request:expr) => {{
        let request = $request;
        let first = request().pages().next().await;
        let first = first.expect("a page").expect("no error");
        let second = first.continuation().expect("a second page");
        Some(Read {
            streamed: streamed(request().stream()).await,
            paged: paged(request().pages()).await,
            resumed: streamed(request().resume(second).expect("its own place")).await,
            resumed_paged: paged(request().resume_pages(second).expect("its own place")).await,
        })
    }};
    ($other:ident, $request:expr) => {
        None
    };
}

include!("../../../codegen/tests/output/calls.rs");

#[tokio::test]
async fn every_pageable_operation_can_be_streamed_paged_and_resumed() {
    let mut read_lists = BTreeSet::new();
    for operation in operations() {
        let Some(pageable) = operation.node.get("x-ms-pageable") else {
            continue;
        };
        read_lists.insert(operation.id);
        let (items, link) = (&pageable["itemName"], &pageable["nextLinkName"]);
        let (items, link) = (
            items.as_str().unwrap_or("value").to_owned(),
            link.as_str().expect("a link").to_owned(),
        );
        let (_, example) = operation.response_examples("200").remove(0);
        // Times are written with as many digits as they need.
        let example = example.to_string().replace("0000Z", "Z");
        let example: Value = serde_json::from_str(&example).expect("JSON");
        let example = example[&items].as_array().expect("a list").clone();
        assert!(!example.is_empty(), "{}", operation.id);
        let (mut path, mut given) = (operation.path.to_owned(), Given::default());
        for name in operation.names("path") {
            path = path.replace(&format!("{{{name}}}"), THREAD);
            given = given.with(name, THREAD);
        }

        let served = example.clone();
        let server = Server::replying(move |_, request| {
            let mut body = json!({ items.as_str(): served });
            if number(request) < 2 {
                let next = number(request) + 1;
                body[&link] = format!("{}{path}?p={next}", request.origin()).into();
            }
            Reply::status(200).json(body)
        });
        let read = read_list(operation.id, &client(server.url()), &given).await;
        let read = read.unwrap_or_else(|| panic!("`{}` returns no list", operation.id));
        assert_eq!(
            read.streamed,
            [example.as_slice(); 3].concat(),
            "{}",
            operation.id
        );
        assert_eq!(read.paged, vec![example.clone(); 3], "{}", operation.id);
        assert_eq!(
            read.resumed,
            [example.as_slice(); 2].concat(),
            "{}",
            operation.id
        );
        assert_eq!(read.resumed_paged, vec![example; 2], "{}", operation.id);
    }
    assert_eq!(read_lists, lists());
}

#[tokio::test]
async fn lists_can_be_sent_to_tasks() {
    fn movable<T: Send + Unpin + 'static>(value: T) -> T {
        value
    }
    let server = server();
    let client = client(server.url());
    let pages = movable(messages(&client).pages());
    let task = tokio::spawn(whole(movable(messages(&client).stream())));
    assert_eq!(task.await.expect("no panic"), all());
    assert_eq!(pages.count().await, SIZES.len());
}
