//! What comes after an error.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::support::pages::*;

#[tokio::test]
async fn after_an_error_the_list_goes_on_where_it_stopped() {
    let broken = [
        Reply::status(500),
        Reply::status(403).json(json!({ "error": { "code": "Forbidden", "message": "No." } })),
        Reply::status(200).json(json!({ "value": [{ "id": 5 }] })),
    ];
    for failure in broken {
        for fails_at in 0..SIZES.len() {
            for prefetch in [true, false] {
                let failed = AtomicBool::new(false);
                let failure = failure.clone();
                let server = Server::replying(move |_, request| {
                    if number(request) == fails_at && !failed.swap(true, Ordering::SeqCst) {
                        return failure.clone();
                    }
                    reply(&SIZES, request, |page| absolute(request, page))
                });
                let client = client(server.url());
                let mut list = messages(&client).stream().prefetch(prefetch);
                let (mut had, error) = read(&mut list).await;
                let before: usize = SIZES[..fails_at].iter().sum();
                assert_eq!(had, all()[..before], "all that came before the error");
                assert!(error.is_some());
                assert!(list.next().await.is_none());
                let place = list.continuation();
                assert_eq!(place.is_none(), fails_at == 0);
                list.resume();
                had.extend(read(&mut list).await.0);
                assert_eq!(had, all());
                assert_eq!(
                    server.requests().len(),
                    SIZES.len() + 1,
                    "only what failed twice"
                );
                // What was stored at the error leads on in the same way.
                if let Some(place) = place {
                    let rest = messages(&client).resume(&stored(&place));
                    assert_eq!(whole(rest.expect("its own place")).await, all()[before..]);
                }
            }
        }
    }
}

#[tokio::test]
async fn pages_go_on_after_an_error_too() {
    for prefetch in [true, false] {
        let server = Server::replying(|n, request| match n {
            0 | 2 | 3 => Reply::status(500),
            _ => reply(&[1, 1, 1], request, |page| absolute(request, page)),
        });
        let mut pages = messages(&client(server.url())).pages().prefetch(prefetch);
        let mut had = Vec::new();
        let mut errors = 0;
        loop {
            match pages.next().await {
                Some(Ok(page)) => had.extend(ids(&page)),
                Some(Err(error)) => {
                    assert_eq!(error.status().map(|status| status.as_u16()), Some(500));
                    errors += 1;
                    assert!(pages.next().await.is_none());
                    pages.resume();
                }
                None => break,
            }
        }
        assert_eq!((had, errors), (vec![0, 1, 2], 3));
    }
}

#[test]
fn a_runtime_that_is_shut_down_does_not_end_the_list() {
    let runtime = || {
        let mut builder = tokio::runtime::Builder::new_current_thread();
        builder.enable_all().build().expect("a runtime")
    };
    let server = server();
    let mut list = messages(&client(server.url())).stream();
    let first = runtime().block_on(list.next());
    assert_eq!(
        first.expect("an item").map(|message| id(&message)).ok(),
        Some(0)
    );
    // The runtime that was about to fetch the second page is gone.
    runtime().block_on(async {
        let (mut had, error) = read(&mut list).await;
        assert_eq!(had, [1, 2]);
        let error = error.expect("an error, not an end");
        assert!(error.to_string().contains("runtime"), "{error}");
        list.resume();
        had.extend(read(&mut list).await.0);
        assert_eq!(had, all()[1..]);
    });
}
