//! Order, pages that hold nothing, and the end.

use futures_util::StreamExt;

use crate::support::pages::*;

#[tokio::test]
async fn items_come_in_order_and_an_empty_page_with_a_link_is_no_end() {
    let sizes: [&[usize]; 5] = [&SIZES, &[0, 0, 0, 2], &[2, 0, 0], &[0], &[1, 1, 1]];
    for sizes in sizes {
        let server = Server::replying(move |_, request| {
            reply(sizes, request, |page| absolute(request, page))
        });
        let expected: Vec<usize> = (0..sizes.iter().sum()).collect();
        for prefetch in [true, false] {
            let client = client(server.url());
            let list = messages(&client).stream().prefetch(prefetch);
            assert_eq!(whole(list).await, expected, "{sizes:?}");
            let pages: Vec<_> = messages(&client)
                .pages()
                .prefetch(prefetch)
                .map(|page| ids(&page.expect("a page")))
                .collect()
                .await;
            let found: Vec<usize> = pages.iter().map(Vec::len).collect();
            assert_eq!(found, sizes);
            assert_eq!(pages.concat(), expected);
        }
        assert_eq!(server.requests().len(), 4 * sizes.len(), "no page twice");
    }
}

#[tokio::test]
async fn an_empty_link_is_the_end() {
    let server = Server::replying(|_, _| Reply::status(200).json(page(0..2, Some(String::new()))));
    assert_eq!(
        whole(messages(&client(server.url())).stream()).await,
        [0, 1]
    );
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_list_that_has_ended_stays_so() {
    let server = server();
    let mut list = messages(&client(server.url())).stream();
    assert_eq!(read(&mut list).await.0, all());
    list.resume();
    assert!(list.next().await.is_none());
    assert_eq!(list.continuation(), None);
    assert_eq!(server.requests().len(), SIZES.len());
}
