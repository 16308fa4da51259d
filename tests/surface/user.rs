//! Whose token a client sends.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, SystemTime},
};

use acs_chat::{ChatClient, CommunicationTokenCredential, Token};
use acs_chat_emulator::{token, user_id};

use crate::support::{Mock, Reply, THREAD, builder, client};

fn of(name: &str) -> String {
    token(name, SystemTime::now() + Duration::from_secs(3600))
}

fn raw_id(client: &ChatClient) -> Option<String> {
    client.user().map(|user| user.raw_id())
}

#[test]
fn a_client_tells_the_user_of_its_token() {
    let with = |credential: CommunicationTokenCredential| {
        let builder = builder("https://contoso.example").credential(credential);
        builder.build().expect("a client")
    };
    let client = with(of("alice").into());
    assert_eq!(raw_id(&client), Some(user_id("alice")));
    assert_eq!(client.credential().user(), client.user());
    // The expiry says nothing about the user.
    let expired = token("alice", SystemTime::UNIX_EPOCH);
    assert_eq!(raw_id(&with(expired.into())), Some(user_id("alice")));
    let given = Token::new(of("bob")).with_expires_in(Duration::from_secs(1));
    assert_eq!(raw_id(&with(given.into())), Some(user_id("bob")));
}

#[test]
fn an_opaque_token_is_nobodys() {
    let client = client("https://contoso.example");
    assert_eq!(client.user(), None);
    client.credential().set_token(of("alice"));
    assert_eq!(raw_id(&client), Some(user_id("alice")));
    client.credential().set_token("opaque");
    assert_eq!(client.user(), None);
}

#[tokio::test]
async fn a_refreshing_credential_knows_the_user_from_the_first_call_on() {
    static FETCHED: AtomicUsize = AtomicUsize::new(0);
    let credential = CommunicationTokenCredential::refreshing(|| async {
        match FETCHED.fetch_add(1, Ordering::Relaxed) {
            0 => Ok(of("alice")),
            _ => Err(std::io::Error::other("the backend is down")),
        }
    });
    let mock = Mock::start(Reply::status(204)).await;
    let client = builder(mock.url()).credential(credential);
    let client = client.build().expect("a client");
    assert_eq!(client.user(), None);
    let delete = || client.delete_chat_thread().chat_thread_id(THREAD).send();
    delete().await.expect("deleted");
    assert_eq!(raw_id(&client), Some(user_id("alice")));
    // A token that the service rejects still says whose it was.
    mock.reply(Reply::status(401));
    delete().await.expect_err("no token");
    assert_eq!(FETCHED.load(Ordering::Relaxed), 2);
    assert_eq!(raw_id(&client), Some(user_id("alice")));
}
