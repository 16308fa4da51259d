//! Places that are stored and resumed.

use futures_util::StreamExt;

use crate::support::TOKEN;
use crate::support::pages::*;

#[tokio::test]
async fn resumed_at_any_item_the_list_is_that_of_an_unbroken_run() {
    let server = server();
    let (one, another) = (client(server.url()), client(server.url()));
    let total = all().len();
    for prefetch in [true, false] {
        for taken in 0..=total {
            let mut list = messages(&one).stream().prefetch(prefetch);
            let mut had = Vec::new();
            for _ in 0..taken {
                had.push(id(&list.next().await.expect("an item").expect("no error")));
            }
            let Some(place) = list.continuation() else {
                assert!(taken == 0 || taken == total, "only at both ends");
                continue;
            };
            assert!(taken > 0 && taken < total);
            drop(list);
            let rest = messages(&another)
                .resume(&stored(&place))
                .expect("its own place");
            assert_eq!(
                rest.continuation().as_ref(),
                Some(&place),
                "until it is polled"
            );
            had.extend(whole(rest.prefetch(prefetch)).await);
            assert_eq!(had, all(), "after {taken}");
        }
    }
}

#[tokio::test]
async fn resumed_at_any_page_the_list_is_that_of_an_unbroken_run() {
    let server = server();
    for taken in 1..=SIZES.len() {
        let mut pages = messages(&client(server.url())).pages();
        let mut had = Vec::new();
        let mut place = None;
        for _ in 0..taken {
            let page = pages.next().await.expect("a page").expect("no error");
            place = page.continuation().cloned();
            had.push(ids(&page));
        }
        assert_eq!(place.is_none(), taken == SIZES.len());
        let Some(place) = place.as_ref().map(stored) else {
            continue;
        };
        let request = || messages(&client(server.url()));
        let items = whole(request().resume(&place).expect("its own place")).await;
        assert_eq!([had.concat(), items].concat(), all());
        let rest = request().resume_pages(&place).expect("its own place");
        let rest: Vec<_> = rest.map(|page| ids(&page.expect("a page"))).collect().await;
        had.extend(rest);
        assert_eq!(had.iter().map(Vec::len).collect::<Vec<_>>(), SIZES);
        assert_eq!(had.concat(), all());
    }
}

#[tokio::test]
async fn a_list_can_be_read_by_a_new_process_for_every_item() {
    let server = server();
    let mut had = Vec::new();
    let mut place: Option<String> = None;
    loop {
        let client = client(server.url());
        let mut list = match &place {
            None => messages(&client).stream(),
            Some(place) => {
                let place = place.parse().expect("a continuation");
                messages(&client).resume(&place).expect("its own place")
            }
        };
        let Some(message) = list.next().await else {
            break;
        };
        had.push(id(&message.expect("no error")));
        let Some(next) = list.continuation() else {
            break;
        };
        place = Some(next.to_string());
    }
    assert_eq!(had, all());
}

#[tokio::test]
async fn a_continuation_is_a_line_that_can_be_read_again_and_tells_no_secrets() {
    let server = server();
    let mut list = messages(&client(server.url())).stream();
    let mut places = Vec::new();
    while let Some(message) = list.next().await {
        message.expect("no error");
        places.extend(list.continuation());
    }
    assert!(places.len() >= 9);
    for place in places {
        let text = place.to_string();
        assert_eq!(text.parse::<Continuation>().expect("a continuation"), place);
        assert_eq!(stored(&place).to_string(), text);
        assert!(!text.contains(TOKEN) && !text.contains('\n') && !text.contains("127.0.0.1"));
        let shown = format!("{place:?}");
        assert!(!shown.contains(THREAD) && !shown.contains("p="), "{shown}");
    }
}

#[test]
fn a_bad_continuation_is_refused() {
    let good = format!("1 ChatThread_ListChatMessages 0 {}?p=1", path());
    assert!(good.parse::<Continuation>().is_ok());
    for text in [
        "",
        " ",
        "1",
        "nonsense",
        &good.replacen('1', "2", 1),
        &good.replacen(" 0 ", " -1 ", 1),
        &good.replacen(" 0 ", " x ", 1),
        &good.replacen(" 0 ", " 99999999999999999999999 ", 1),
        &good.replacen(" 0 ", "  ", 1),
        "1 ChatThread_ListChatMessages 0",
        "1 ChatThread_ListChatMessages 0 ",
        "1 ChatThread_ListChatMessages 0 https://evil.example/chat",
        "1 ChatThread_ListChatMessages 0 evil.example/chat",
        &"x".repeat(1 << 20),
    ] {
        let error = text.parse::<Continuation>().expect_err(text);
        let said = error.to_string();
        assert!(matches!(error, ChatError::InvalidRequest(_)));
        assert!(
            said.contains("`continuation`") && said.len() < 200,
            "{said}"
        );
    }
}

#[tokio::test]
async fn a_continuation_of_something_else_is_refused_and_nothing_is_sent() {
    let server = server();
    let client = client(server.url());
    let place = |operation: &str, link: &str| -> Continuation {
        format!("1 {operation} 0 {link}")
            .parse()
            .expect("well-formed")
    };
    const LIST: &str = "ChatThread_ListChatMessages";
    let other_links = [
        "/chat/threads",
        "//evil.example/chat/threads/x/messages",
        "/@evil.example/",
        "/chat/threads/../messages",
        "/chat/threads/%2e%2E/messages",
        "/chat/threads/a\\..\\b/messages",
        "/chat/threads/a#/messages",
        "/chat/threads//messages",
    ];
    let other_thread = "/chat/threads/19:other@thread.v2/messages?p=1";
    let mut refused = vec![
        (
            place("ChatThread_ListChatParticipants", &path()),
            "operation",
        ),
        (place("x", &path()), "operation"),
        (place(LIST, other_thread), "chatThreadId"),
    ];
    refused.extend(other_links.map(|link| (place(LIST, link), "something else")));
    for (place, reason) in refused {
        for error in [
            messages(&client).resume(&place).map(drop),
            messages(&client).resume_pages(&place).map(drop),
        ] {
            let error = error.expect_err(reason);
            assert!(matches!(error, ChatError::InvalidRequest(_)));
            assert!(error.to_string().contains(reason), "{error}");
        }
    }
    assert_eq!(server.connections(), 0);
    // Without a thread in the request, that of the continuation holds.
    let other = place(LIST, &format!("{}?p=5", path()));
    let list = client.list_chat_messages().resume(&other);
    assert_eq!(whole(list.expect("its own place")).await, [6, 7, 8, 9]);
}

#[tokio::test]
async fn a_place_is_stored_by_serde_as_its_text() {
    let server = server();
    let mut list = messages(&client(server.url())).stream();
    list.next().await.expect("an item").expect("no error");
    let place = list.continuation().expect("a place");
    let stored = serde_json::to_value(&place).expect("JSON");
    assert_eq!(stored, Value::from(place.to_string()));
    let read: Continuation = serde_json::from_value(stored).expect("a continuation");
    assert_eq!(read, place);
    for text in ["", "2 a 0 /b", "1 a x /b", "1 a 0 b"] {
        let refused = text.parse::<Continuation>().expect_err(text).to_string();
        let error = serde_json::from_value::<Continuation>(text.into()).expect_err(text);
        assert_eq!(error.to_string(), refused);
    }
}
