//! How a client is built: what an endpoint may be, what is missing, what is sent by default and what can be replaced.

use std::{fmt::Debug, time::Duration};

use crate::support::{Mock, Reply, Request, THREAD};
use acs_chat::{
    ChatClient, ChatClientBuilder, ChatError, CommunicationTokenCredential, RetryPolicy, Token,
    request,
    types::{ChatMessage, ChatMessagesCollection, CommunicationErrorResponse},
};

fn builder(url: impl Into<String>) -> ChatClientBuilder {
    ChatClient::builder(url)
        .credential("a-token")
        .retry(RetryPolicy::none())
}

async fn no_content() -> Mock {
    Mock::start(Reply::status(204)).await
}

/// Deletes a thread; the request as the server saw it.
async fn delete(client: &ChatClient, mock: &Mock) -> Request {
    let request = client.delete_chat_thread().chat_thread_id(THREAD);
    request.send().await.expect("deleted");
    let mut requests = mock.take();
    assert_eq!(requests.len(), 1);
    requests.remove(0)
}

/// The parameter that a client could not be built for, and what was said of it.
fn refused(builder: ChatClientBuilder) -> (String, String) {
    let error = builder.build().expect_err("no client");
    let ChatError::InvalidRequest(invalid) = &error else {
        panic!("{error:?}");
    };
    assert!(error.context().is_none() && !error.may_have_been_processed());
    (invalid.parameter().to_owned(), error.to_string())
}

#[tokio::test]
async fn the_path_stem_of_the_endpoint_is_kept() {
    let mock = no_content().await;
    for (stem, kept) in [
        ("", ""),
        ("/", ""),
        ("/acs", "/acs"),
        ("/acs/", "/acs"),
        ("/a/b%20c/", "/a/b%20c"),
        ("//", ""),
        ("/a/../b", "/b"),
    ] {
        let client = builder(format!("{}{stem}", mock.url()))
            .build()
            .expect("a client");
        assert_eq!(client.endpoint(), format!("{}{kept}", mock.url()));
        let sent = delete(&client, &mock).await;
        let expected = format!(
            "{kept}/chat/threads/{THREAD}?api-version={}",
            acs_chat::API_VERSION
        );
        assert_eq!(sent.target, expected);
    }
}

#[test]
fn endpoints_that_are_none() {
    for (endpoint, said) in [
        ("", "is not a URL"),
        ("contoso.communication.azure.com", "is not a URL"),
        ("https://", "is not a URL"),
        ("ftp://contoso.example", "has the scheme `ftp`"),
        ("file:///etc/passwd", "has the scheme `file`"),
        ("data:text/plain,x", "has the scheme `data`"),
        ("https://contoso.example/?a=b", "has a query or a fragment"),
        ("https://contoso.example/#a", "has a query or a fragment"),
        (
            "https://me@contoso.example",
            "contains a user name or a password",
        ),
        (
            "Endpoint=https://contoso.example/;AccessKey=c2VjcmV0",
            "is a connection string",
        ),
        ("http://contoso.example", "is plain http"),
        ("http://10.0.0.1", "is plain http"),
        ("http://127.0.0.1.example", "is plain http"),
        ("http://localhost.example", "is plain http"),
        ("http://[2001:db8::1]", "is plain http"),
        ("http://0.0.0.0", "is plain http"),
    ] {
        let (parameter, text) = refused(builder(endpoint));
        assert_eq!(parameter, "endpoint");
        assert!(
            text.starts_with(&format!("`endpoint` {said}")),
            "{endpoint}: {text}"
        );
    }
}

#[test]
fn endpoints_that_are_some() {
    for endpoint in [
        "https://contoso.communication.azure.com",
        "HTTPS://CONTOSO.COMMUNICATION.AZURE.COM",
        "https://contoso.communication.azure.com:8443/stem",
        "https://[2001:db8::1]/",
        "https://bücher.example",
        " https://contoso.communication.azure.com\n",
        "http://127.0.0.1:8080",
        "http://127.1.2.3",
        "http://localhost",
        "http://chat.localhost:1/",
        "http://[::1]:8080",
    ] {
        let client = builder(endpoint)
            .build()
            .unwrap_or_else(|error| panic!("{endpoint}: {error}"));
        assert!(!client.endpoint().ends_with('/'), "{endpoint}");
    }
    let client = builder("http://10.0.0.1/")
        .dangerously_allow_plain_http()
        .build();
    assert_eq!(
        client.expect("allowed by name").endpoint(),
        "http://10.0.0.1"
    );
}

#[test]
fn what_is_missing_or_can_not_be_sent() {
    let without = ChatClient::builder("https://contoso.example");
    let (parameter, said) = refused(without);
    assert_eq!(parameter, "credential");
    assert_eq!(
        said,
        "`credential` was not given; give a token or a credential"
    );
    for agent in ["two\nlines", "nul\0"] {
        let (parameter, said) = refused(builder("https://contoso.example").user_agent(agent));
        assert_eq!(parameter, "user_agent");
        assert!(
            said.contains("is not a valid header value") && !said.contains('\n'),
            "{said}"
        );
    }
}

#[tokio::test]
async fn the_user_agent() {
    let mock = no_content().await;
    let own = || {
        let client = reqwest::Client::builder().user_agent("own/1").build();
        client.expect("an HTTP client")
    };
    let default = concat!("acs-chat/", env!("CARGO_PKG_VERSION"));
    for (builder, expected) in [
        (builder(mock.url()), Some(default)),
        (
            builder(mock.url()).user_agent("app/2 (x)"),
            Some("app/2 (x)"),
        ),
        (builder(mock.url()).http_client(own()), Some("own/1")),
        (
            builder(mock.url()).http_client(own()).user_agent("app/2"),
            Some("app/2"),
        ),
        (
            builder(mock.url()).http_client(reqwest::Client::new()),
            None,
        ),
    ] {
        let client = builder.build().expect("a client");
        assert_eq!(delete(&client, &mock).await.header("user-agent"), expected);
    }
}

#[tokio::test]
async fn an_own_http_client_is_the_one_that_sends() {
    let mock = no_content().await;
    let mut headers = reqwest::header::HeaderMap::new();
    headers.insert("x-own", "yes".parse().expect("a header"));
    let own = reqwest::Client::builder()
        .default_headers(headers)
        .build()
        .expect("an HTTP client");
    let client = builder(mock.url())
        .http_client(own)
        .build()
        .expect("a client");
    assert_eq!(delete(&client, &mock).await.header("x-own"), Some("yes"));
    let client = builder(mock.url()).build().expect("a client");
    assert_eq!(delete(&client, &mock).await.header("x-own"), None);
}

#[tokio::test]
async fn what_every_request_carries() {
    let mock = no_content().await;
    let client = builder(mock.url()).build().expect("a client");
    let sent = delete(&client, &mock).await;
    let mut names: Vec<_> = sent
        .headers
        .iter()
        .map(|(name, _)| name.to_lowercase())
        .collect();
    names.sort();
    let expected = [
        "accept",
        "authorization",
        "host",
        "user-agent",
        "x-ms-client-request-id",
        "x-ms-return-client-request-id",
    ];
    assert_eq!(names, expected);
    let named = client
        .delete_chat_thread()
        .chat_thread_id(THREAD)
        .client_request_id("my-id");
    named.send().await.expect("deleted");
    assert_eq!(
        mock.take()[0].header("x-ms-client-request-id"),
        Some("my-id")
    );
}

#[tokio::test]
async fn the_token_is_replaced_at_run_time() {
    let mock = no_content().await;
    let credential = CommunicationTokenCredential::from("first");
    let client = builder(mock.url())
        .credential(credential.clone())
        .build()
        .expect("a client");
    let copy = client.clone();
    let bearer = |request: Request| {
        request
            .header("authorization")
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(bearer(delete(&client, &mock).await), "Bearer first");
    credential.set_token("second");
    assert_eq!(bearer(delete(&copy, &mock).await), "Bearer second");
    client
        .credential()
        .set_token(Token::new("third").with_expires_in(Duration::from_secs(60)));
    assert_eq!(bearer(delete(&copy, &mock).await), "Bearer third");
    assert_eq!(bearer(delete(&client, &mock).await), "Bearer third");
}

#[tokio::test]
async fn every_form_of_a_credential() {
    let mock = no_content().await;
    for builder in [
        builder(mock.url()).credential("t"),
        builder(mock.url()).credential("t".to_owned()),
        builder(mock.url()).credential(Token::new("t")),
        builder(mock.url()).credential(CommunicationTokenCredential::fixed("t")),
        builder(mock.url()).credential(CommunicationTokenCredential::refreshing(|| async {
            Ok::<_, std::io::Error>("t")
        })),
    ] {
        let client = builder.build().expect("a client");
        assert_eq!(
            delete(&client, &mock).await.header("authorization"),
            Some("Bearer t")
        );
    }
}

#[tokio::test]
async fn status_and_headers_of_a_success_are_there() {
    let mock = Mock::start(Reply::status(200).json(r#"{"value":[]}"#)).await;
    let client = builder(mock.url()).build().expect("a client");
    let page = client
        .list_chat_messages()
        .chat_thread_id(THREAD)
        .send()
        .await
        .expect("a page");
    assert_eq!(page.status(), http::StatusCode::OK);
    assert_eq!(page.headers()["content-type"], "application/json");
    assert_eq!(
        page.into_inner(),
        ChatMessagesCollection::builder()
            .value(Vec::<ChatMessage>::new())
            .build()
            .expect("a page")
    );
}

#[test]
fn clients_requests_and_errors_go_anywhere() {
    fn anywhere<T: Send + Sync + 'static>() {}
    fn copied<T: Clone + Debug + Send + Sync + 'static>() {}
    fn sent<T: Send + 'static>(_: T) {}
    copied::<ChatClient>();
    copied::<acs_chat::ChatThread>();
    copied::<CommunicationTokenCredential>();
    copied::<Token>();
    copied::<RetryPolicy>();
    copied::<request::SendChatMessage>();
    copied::<request::ListChatMessages>();
    copied::<CommunicationErrorResponse>();
    anywhere::<ChatClientBuilder>();
    anywhere::<acs_chat::Items<acs_chat::types::ChatMessagesCollection>>();
    anywhere::<acs_chat::Pages<acs_chat::types::ChatMessagesCollection>>();
    anywhere::<ChatError>();
    let client = builder("https://contoso.example")
        .build()
        .expect("a client");
    sent(client.send_chat_message().send());
    sent(client.list_chat_threads().send());
}
