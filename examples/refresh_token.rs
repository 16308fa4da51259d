//! A token that is fetched when a call needs it, and again before it expires or when the service refuses it.
//!
//! `cargo run --example refresh_token` runs it on an embedded service. With `ACS_ENDPOINT` and `ACS_TOKEN` set it runs
//! on that resource, with that token standing for what a backend would issue.

#[allow(clippy::duplicate_mod, reason = "the tests include all examples")]
#[path = "common/mod.rs"]
pub mod common;

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use acs_chat::{ChatClient, CommunicationTokenCredential, Token};
use common::{Result, Service};

#[tokio::main]
async fn main() -> Result<()> {
    run(&Service::connect().await?).await?;
    Ok(())
}

/// Calls, while tokens come and go; how many were issued.
pub async fn run(service: &Service) -> Result<u32> {
    let issued = Arc::new(AtomicU32::new(0));
    let credential = CommunicationTokenCredential::refreshing({
        let (issued, token) = (Arc::clone(&issued), service.token.clone());
        move || {
            // Here an application asks its own backend, which alone may issue tokens.
            let (number, token) = (issued.fetch_add(1, Ordering::Relaxed) + 1, token.clone());
            async move {
                println!("  the backend issues token number {number}");
                Ok::<_, std::io::Error>(
                    Token::from(token).with_expires_in(Duration::from_secs(3600)),
                )
            }
        }
    });
    let client = ChatClient::builder(&service.endpoint)
        .credential(credential)
        .build()?;

    println!("Ten calls at once share the one token that the first of them asks for:");
    let calls = (0..10).map(|_| client.list_chat_threads().send());
    for answer in futures_util::future::join_all(calls).await {
        answer?;
    }
    println!(
        "  {} of 10 calls asked for a token",
        issued.load(Ordering::Relaxed)
    );

    if let Some(emulator) = &service.emulator {
        println!("The service refuses the token once, and the call goes on with a new one:");
        emulator.inject(
            acs_chat_emulator::Fault::status(401)
                .on("ListChatThreads")
                .times(1),
        )?;
        client.list_chat_threads().send().await?;
    }
    let issued = issued.load(Ordering::Relaxed);
    println!("Tokens issued in all: {issued}");
    Ok(issued)
}
