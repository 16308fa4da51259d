//! A list of messages in pages: the server that has it, and the client that reads it.

pub use super::{Reply, Request, Server, THREAD, client};
pub use acs_chat::{
    ChatClient, ChatError, Continuation, Items, Page,
    request::ListChatMessages,
    types::{ChatMessage, ChatMessagesCollection},
};
pub use serde_json::{Value, json};

/// The sizes of the pages that most tests read: some have one item, some none.
pub const SIZES: [usize; 6] = [3, 0, 2, 1, 0, 4];

/// The path of the list of messages.
pub fn path() -> String {
    format!("/chat/threads/{THREAD}/messages")
}

pub fn messages(client: &ChatClient) -> ListChatMessages {
    client.list_chat_messages().chat_thread_id(THREAD)
}

/// A page of messages with these numbers as ids.
pub fn page(numbers: impl IntoIterator<Item = usize>, next: Option<String>) -> Value {
    let message = |number: usize| {
        json!({
            "id": number.to_string(), "type": "text", "sequenceId": number.to_string(),
            "version": number.to_string(), "createdOn": "2020-06-26T10:00:00Z",
        })
    };
    let mut page = json!({ "value": numbers.into_iter().map(message).collect::<Vec<_>>() });
    if let Some(next) = next {
        page["nextLink"] = next.into();
    }
    page
}

/// The page that a request names by `p`; none is the first.
pub fn number(request: &Request) -> usize {
    request
        .parameter("p")
        .map_or(0, |page| page.parse().expect("a page"))
}

/// A page of a list of pages of these sizes, whose items are numbered through. `link` writes the link to a page.
pub fn reply(sizes: &[usize], request: &Request, link: impl Fn(usize) -> String) -> Reply {
    let at = number(request);
    let first: usize = sizes[..at].iter().sum();
    let next = (at + 1 < sizes.len()).then(|| link(at + 1));
    Reply::status(200).json(page(first..first + sizes[at], next))
}

/// The link to a page as the service writes it.
pub fn absolute(request: &Request, page: usize) -> String {
    format!("{}{}?p={page}", request.origin(), path())
}

/// A server with the list of `SIZES`.
pub fn server() -> Server {
    Server::replying(|_, request| reply(&SIZES, request, |page| absolute(request, page)))
}

pub fn all() -> Vec<usize> {
    (0..SIZES.iter().sum()).collect()
}

pub fn id(message: &ChatMessage) -> usize {
    message.id.parse().expect("a number")
}

pub fn ids(page: &Page<ChatMessagesCollection>) -> Vec<usize> {
    page.items().iter().map(id).collect()
}

/// The items up to the end or the first error.
pub async fn read(list: &mut Items<ChatMessagesCollection>) -> (Vec<usize>, Option<ChatError>) {
    let mut had = Vec::new();
    loop {
        match list.next().await {
            Some(Ok(message)) => had.push(id(&message)),
            Some(Err(error)) => return (had, Some(error)),
            None => return (had, None),
        }
    }
}

/// All items of a list without errors.
pub async fn whole(mut list: Items<ChatMessagesCollection>) -> Vec<usize> {
    let (had, error) = read(&mut list).await;
    assert!(error.is_none(), "{error:?}");
    had
}

/// A continuation as another process reads it.
pub fn stored(continuation: &Continuation) -> Continuation {
    continuation.to_string().parse().expect("a continuation")
}
