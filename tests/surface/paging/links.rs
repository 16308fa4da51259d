//! Which links are followed, and where to.

use crate::support::pages::*;
use crate::support::{TOKEN, builder};

#[tokio::test]
async fn relative_links_are_followed() {
    for link in ["?p=", "messages?p=", &format!("{}?p=", path())] {
        let written = link.to_owned();
        let server = Server::replying(move |_, request| {
            reply(&SIZES, request, |page| format!("{written}{page}"))
        });
        let list = builder(server.url()).refuse_foreign_next_links();
        let list = messages(&list.build().expect("a client")).stream();
        assert_eq!(whole(list).await, all(), "{link}");
    }
}

/// Path and query of links as the service writes them.
fn service_links() -> Vec<String> {
    [
        "startTime=1%2F1%2F1970%2012%3A00%3A00%20AM%20%2B00%3A00&maxPageSize=2&api-version=2025-03-15",
        "syncState=W3sic3RhcnQiOiIyMDIxLTA5LTA3In1d+/8%3D&maxPageSize=2&api-version=2025-03-15",
        "syncState=ab%2bc%3d%3D&x=%e4%F6&api-version=2021-09-07&api-version=2025-03-15&&=&",
        "",
    ]
    .map(|query| format!("{}?{query}", path()))
    .into()
}

#[tokio::test]
async fn path_and_query_arrive_byte_for_byte() {
    // The thread's id holds characters that a client would have percent-encoded.
    assert!(path().contains(':') && path().contains('@'));
    for link in service_links() {
        let host = "https://contoso.communication.azure.com";
        for link in [
            link.clone(),
            format!("{host}{link}"),
            format!("{host}{link}#fragment"),
        ] {
            let written = link.clone();
            let server = Server::replying(move |n, _| {
                Reply::status(200).json(page(n..n + 1, (n == 0).then(|| written.clone())))
            });
            let client = client(server.url());
            let mut list = messages(&client).stream();
            list.next().await.expect("an item").expect("no error");
            let continuation = list.continuation().expect("a second page");
            assert_eq!(whole(list).await, [1], "{link}");
            let expected = link.trim_start_matches(host).trim_end_matches("#fragment");
            assert_eq!(server.targets()[1], expected);
            // What is stored keeps it too.
            let rest = messages(&client).resume(&stored(&continuation));
            assert_eq!(whole(rest.expect("its own place")).await, [2]);
            assert_eq!(server.targets()[2], expected);
        }
    }
}

#[tokio::test]
async fn a_link_to_another_host_is_taken_to_the_endpoint_and_the_token_goes_nowhere_else() {
    let other = Server::replying(|_, _| Reply::status(200).json(page(0..1, None)));
    let authority = other.url().trim_start_matches("http://").to_owned();
    for prefix in [
        format!("http://{authority}"),
        format!("https://{authority}"),
        format!("//{authority}"),
        format!("http://user:secret@{authority}"),
        format!("ws://{authority}"),
    ] {
        let written = prefix.clone();
        let server = Server::replying(move |_, request| {
            reply(&SIZES, request, |page| {
                format!("{written}{}?s=%3D%3d&p={page}", path())
            })
        });
        let list = messages(&client(server.url())).stream();
        assert_eq!(whole(list).await, all(), "{prefix}");
        let targets = server.targets();
        assert_eq!(targets.len(), SIZES.len());
        for (page, target) in targets.iter().enumerate().skip(1) {
            assert_eq!(*target, format!("{}?s=%3D%3d&p={page}", path()));
        }
        for seen in server.requests() {
            assert_eq!(
                seen.header("authorization"),
                Some(format!("Bearer {TOKEN}").as_str())
            );
        }
    }
    assert_eq!(other.connections(), 0, "not even a connection");
}

#[tokio::test]
async fn a_strict_client_refuses_a_link_to_another_host_and_a_lenient_one_can_go_on() {
    let other = Server::replying(|_, _| Reply::status(200).json(page(0..1, None)));
    let elsewhere = other.url();
    let server = Server::replying(move |_, request| {
        reply(&SIZES, request, |page| {
            // The third page's link is the first that leads away.
            match page {
                1 => absolute(request, page),
                _ => format!("{elsewhere}{}?p={page}", path()),
            }
        })
    });
    let strict = builder(server.url()).refuse_foreign_next_links();
    let mut list = messages(&strict.build().expect("a client")).stream();
    let (had, error) = read(&mut list).await;
    assert_eq!(had, [0, 1, 2]);
    let error = error.expect("an error");
    assert!(matches!(&error, ChatError::NextLink(error) if error.is_foreign() && !error.is_loop()));
    let said = error.to_string();
    let context = error.context().expect("the call of the page");
    assert_eq!(
        (context.attempts(), context.client_request_id().len()),
        (1, 36)
    );
    assert!(said.contains("1 attempt") && said.contains(context.client_request_id()));
    assert!(said.contains("another host"), "{said}");
    assert!(!said.contains(&other.url()) && !said.contains(TOKEN));
    assert!(list.next().await.is_none(), "the list has stopped");
    list.resume();
    let (had, error) = read(&mut list).await;
    assert!(had.is_empty() && matches!(error, Some(ChatError::NextLink(_))));

    let place = list.continuation().expect("a place where it stopped");
    let lenient = client(server.url());
    let rest = messages(&lenient).resume(&stored(&place));
    assert_eq!(
        whole(rest.expect("its own place")).await,
        (3..10).collect::<Vec<_>>()
    );
    assert_eq!(other.connections(), 0);
}

#[tokio::test]
async fn behind_a_gateway_the_path_stem_is_kept_and_not_doubled() {
    const STEM: &str = "/gate%20way/acs";
    for prefix in [
        // As the service writes it, knowing nothing of the gateway.
        "https://contoso.communication.azure.com".to_owned(),
        // As a gateway writes it that knows of itself.
        format!("https://gateway.example{STEM}"),
        STEM.to_owned(),
        String::new(),
    ] {
        let written = prefix.clone();
        let server = Server::replying(move |_, request| {
            assert!(request.path().starts_with(&format!("{STEM}/chat/")));
            reply(&SIZES, request, |page| {
                format!("{written}{}?p={page}", path())
            })
        });
        for slash in ["", "/"] {
            let client = client(format!("{}{STEM}{slash}", server.url()));
            let mut list = messages(&client).stream();
            list.next().await.expect("an item").expect("no error");
            let place = list.continuation().expect("a place");
            assert_eq!(whole(list).await, all()[1..], "{prefix}");
            // A place that was stored behind the gateway can be resumed behind it, and without it.
            assert!(!place.to_string().contains("gate"), "{place}");
            let rest = messages(&client).resume(&stored(&place));
            assert_eq!(whole(rest.expect("its own place")).await, all()[1..]);
        }
        for target in server.targets() {
            let (path, _) = target.split_once('?').expect("a query");
            let id = THREAD.replace('@', "%40").replace(':', "%3A");
            assert!(
                path == format!("{STEM}{}", self::path())
                    || path == format!("{STEM}/chat/threads/{id}/messages"),
                "{path}"
            );
        }
    }
}

#[tokio::test]
async fn a_link_to_something_else_is_refused() {
    let thread = format!("/chat/threads/{THREAD}");
    for link in [
        format!("{thread}/participants?p=1"),
        format!("{thread}/readReceipts"),
        format!("{thread}/messages/5"),
        format!("{thread}/messages/"),
        format!("{thread}/messages/../participants"),
        format!("{thread}/x/../../messages"),
        "/chat/threads/%2e%2e/messages".to_owned(),
        format!("/x{thread}/messages"),
        thread.clone(),
        "/chat/threads".to_owned(),
        "/chat/threads//messages".to_owned(),
        "/identities/me/:issueAccessToken".to_owned(),
        "/".to_owned(),
        "https://[".to_owned(),
        "https://contoso.example:99999/".to_owned(),
        "data:text/plain,hello".to_owned(),
        "javascript:alert(1)".to_owned(),
        format!("file://{thread}/participants"),
    ] {
        let written = link.clone();
        let server = Server::replying(move |_, _| {
            Reply::status(200).json(page(0..2, Some(written.clone())))
        });
        let mut list = messages(&client(server.url())).stream();
        let (had, error) = read(&mut list).await;
        assert_eq!(had, [0, 1], "{link}");
        let Some(ChatError::NextLink(error)) = error else {
            panic!("{link}: {error:?}");
        };
        assert!(!error.is_foreign() && !error.is_loop(), "{link}");
        assert_eq!(error.context().operation(), "ChatThread_ListChatMessages");
        let said = error.to_string();
        assert!(
            said.contains("something else") || said.contains("not a URL"),
            "{said}"
        );
        assert_eq!(server.requests().len(), 1, "{link}");
    }
}

#[tokio::test]
async fn a_list_that_goes_round_in_a_circle_ends_with_an_error() {
    // How many pages come before the circle, and how many it has.
    for (lead, circle) in [(0, 1), (0, 2), (1, 1), (3, 1), (2, 2), (0, 3), (5, 7)] {
        let most = 3 * (lead + circle) + 4;
        let server = Server::replying(move |n, request| {
            if n > most {
                return Reply::status(400);
            }
            let at = number(request);
            let next = if at + 1 < lead + circle { at + 1 } else { lead };
            Reply::status(200).json(page(at..at + 1, Some(absolute(request, next))))
        });
        let mut list = messages(&client(server.url())).stream();
        let (had, error) = read(&mut list).await;
        let Some(ChatError::NextLink(error)) = error else {
            panic!("{lead} {circle}: {error:?}");
        };
        assert!(error.is_loop() && !error.is_foreign());
        assert!(error.to_string().contains("already fetched"), "{error}");
        let expected: Vec<usize> = (0..lead + circle).collect();
        assert_eq!(had[..lead + circle], expected, "each page comes");
    }
}

#[tokio::test]
async fn the_same_link_again_is_not_requested_again() {
    let server = Server::replying(|n, request| match n {
        0 | 1 => Reply::status(200).json(page(n..n + 1, Some(absolute(request, 1)))),
        _ => Reply::status(400),
    });
    let mut list = messages(&client(server.url())).stream();
    let (had, error) = read(&mut list).await;
    assert_eq!(had, [0, 1]);
    assert!(matches!(error, Some(ChatError::NextLink(error)) if error.is_loop()));
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_long_link_is_followed_as_long_as_a_request_can_hold_it() {
    // HTTP's own types take URLs of up to 65,534 bytes.
    for (query, fits) in [
        (60_000, true),
        (65_000, true),
        (65_536, false),
        (1 << 20, false),
    ] {
        let link = format!("{}?s={}&p=1", path(), "x".repeat(query));
        let written = link.clone();
        let server =
            Server::replying(move |_, request| reply(&[1, 1], request, |_| written.clone()));
        let (had, error) = read(&mut messages(&client(server.url())).stream()).await;
        if fits {
            assert!(error.is_none(), "{error:?}");
            assert_eq!(had, [0, 1]);
            assert_eq!(server.targets()[1], link);
        } else {
            assert_eq!(had, [0]);
            let Some(ChatError::NextLink(error)) = error else {
                panic!("{error:?}");
            };
            let said = error.to_string();
            assert!(said.contains("too long for a request"), "{said}");
            assert!(said.len() < 300, "{said}");
            assert_eq!(server.requests().len(), 1);
        }
    }
}
