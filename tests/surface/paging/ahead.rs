//! What is fetched while the caller works.

use std::time::Duration;

use crate::support::{Act, pages::*};

/// Lets everything run that can, until the server has seen this many requests and some time longer.
async fn settle(server: &Server, requests: usize) -> usize {
    for _ in 0..10_000 {
        if server.count() >= requests {
            break;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    for _ in 0..50 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    server.count()
}

#[tokio::test]
async fn exactly_one_page_is_fetched_ahead() {
    let server =
        Server::replying(|_, request| reply(&[2; 6], request, |page| absolute(request, page)));
    let mut pages = messages(&client(server.url())).pages();
    assert_eq!(
        settle(&server, 0).await,
        0,
        "nothing before it is asked for"
    );
    for had in 1..=6 {
        let page = pages.next().await.expect("a page").expect("no error");
        let expected = (had + 1).min(6);
        assert_eq!(
            settle(&server, expected).await,
            expected,
            "holding page {had}"
        );
        assert_eq!(ids(&page).len(), 2);
    }
    assert!(pages.next().await.is_none());

    let mut list = messages(&client(server.url())).stream();
    for had in 1..=12_usize {
        list.next().await.expect("an item").expect("no error");
        let expected = 6 + (had.div_ceil(2) + 1).min(6);
        assert_eq!(
            settle(&server, expected).await,
            expected,
            "holding item {had}"
        );
    }
}

#[tokio::test]
async fn no_page_is_fetched_ahead_where_that_is_off() {
    let server =
        Server::replying(|_, request| reply(&[2; 4], request, |page| absolute(request, page)));
    let mut pages = messages(&client(server.url())).pages().prefetch(false);
    for had in 1..=4 {
        pages.next().await.expect("a page").expect("no error");
        assert_eq!(settle(&server, had).await, had);
    }
    let mut list = messages(&client(server.url())).stream().prefetch(false);
    for had in 1..=8_usize {
        list.next().await.expect("an item").expect("no error");
        let expected = 4 + had.div_ceil(2);
        assert_eq!(settle(&server, expected).await, expected);
    }
}

#[tokio::test]
async fn what_fetches_ahead_ends_with_the_list() {
    let server = Server::replying(|n, request| match n {
        1 => Act::Stall,
        _ => reply(&SIZES, request, |page| absolute(request, page)).into(),
    });
    let metrics = tokio::runtime::Handle::current().metrics();
    assert_eq!(metrics.num_alive_tasks(), 0);
    let mut list = messages(&client(server.url())).stream();
    list.next().await.expect("an item").expect("no error");
    assert_eq!(settle(&server, 2).await, 2);
    assert!(
        metrics.num_alive_tasks() > 0,
        "the next page is being fetched"
    );
    drop(list);
    for _ in 0..10_000 {
        if metrics.num_alive_tasks() == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    assert_eq!(metrics.num_alive_tasks(), 0);
}
