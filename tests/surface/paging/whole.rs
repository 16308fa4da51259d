//! Lists that are read as a whole.

use std::num::ParseIntError;

use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use crate::support::pages::*;

/// A server with a list whose third page is an error, once.
fn faulty() -> Server {
    Server::replying(|n, request| match n {
        2 => Reply::status(403),
        _ => reply(&SIZES, request, |page| absolute(request, page)),
    })
}

#[tokio::test]
async fn all_items_are_collected() {
    let server = server();
    let client = client(server.url());
    let found = messages(&client).stream().collect_all().await;
    let found: Vec<usize> = found.expect("no error").iter().map(id).collect();
    assert_eq!(found, all());
    // Those that are left.
    let mut list = messages(&client).stream();
    list.next().await.expect("an item").expect("no error");
    let left = list.collect_all().await.expect("no error");
    assert_eq!(left.iter().map(id).collect::<Vec<_>>(), all()[1..]);
}

#[tokio::test]
async fn collecting_ends_with_the_first_error() {
    let server = faulty();
    let found = messages(&client(server.url())).stream().collect_all().await;
    assert!(found.expect_err("a refusal").is_forbidden());
    assert_eq!(server.requests().len(), 3);
}

/// An error of a caller.
#[derive(Debug)]
enum CallersError {
    Chat(ChatError),
    Parse(ParseIntError),
}

impl From<ChatError> for CallersError {
    fn from(error: ChatError) -> Self {
        Self::Chat(error)
    }
}

impl From<ParseIntError> for CallersError {
    fn from(error: ParseIntError) -> Self {
        Self::Parse(error)
    }
}

/// What was sent so far.
fn received(had: &mut UnboundedReceiver<usize>) -> Vec<usize> {
    std::iter::from_fn(|| had.try_recv().ok()).collect()
}

#[tokio::test]
async fn each_item_is_handed_over_in_order() {
    let server = server();
    let (send, mut had) = unbounded_channel();
    let mut list = messages(&client(server.url())).stream();
    list.for_each(async |message| {
        tokio::task::yield_now().await;
        let _ = send.send(message.id.parse::<usize>()?);
        Ok::<_, CallersError>(())
    })
    .await
    .expect("no error");
    assert_eq!(received(&mut had), all());
    assert_eq!(list.continuation(), None);
}

#[tokio::test]
async fn the_callers_error_ends_it_and_the_list_goes_on_behind_that_item() {
    let server = server();
    let mut list = messages(&client(server.url())).stream();
    let (send, mut had) = unbounded_channel();
    let ended = list
        .for_each(async |message| {
            let _ = send.send(id(&message));
            if message.id == "4" {
                "four".parse::<usize>()?;
            }
            Ok::<_, CallersError>(())
        })
        .await;
    let Err(CallersError::Parse(error)) = ended else {
        panic!("{ended:?}");
    };
    assert_eq!(error.to_string(), "invalid digit found in string");
    assert_eq!(received(&mut had), [0, 1, 2, 3, 4]);
    let place = list.continuation().expect("a place");
    assert_eq!(whole(list).await, [5, 6, 7, 8, 9]);
    let rest = messages(&client(server.url())).resume(&place);
    assert_eq!(whole(rest.expect("its own place")).await, [5, 6, 7, 8, 9]);
}

#[tokio::test]
async fn an_error_of_the_list_is_the_callers_and_the_list_can_resume() {
    let server = faulty();
    let mut list = messages(&client(server.url())).stream();
    let (send, mut had) = unbounded_channel();
    let ended = list
        .for_each(async |message| {
            let _ = send.send(id(&message));
            Ok::<_, CallersError>(())
        })
        .await;
    let Err(CallersError::Chat(error)) = ended else {
        panic!("{ended:?}");
    };
    assert!(error.is_forbidden());
    list.resume();
    let rest = whole(list).await;
    assert_eq!([received(&mut had), rest].concat(), all());
}
