//! The service that the examples talk to: an embedded one, or a real resource when its endpoint and token are given.

use std::{env, error::Error};

use acs_chat::{ChatClient, ChatThread, CommunicationIdentifier};
use acs_chat_emulator::{Emulator, EmulatorBuilder};

/// Any error, since an example just prints it.
pub type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A service, and two people who use it.
pub struct Service {
    /// Where it is.
    pub endpoint: String,
    /// The token of the one who runs the example.
    pub token: String,
    /// Somebody else to chat with, where there is somebody.
    pub other: Option<CommunicationIdentifier>,
    /// The embedded service; `None` on a real resource.
    pub emulator: Option<Emulator>,
}

impl Service {
    /// Takes the resource of `ACS_ENDPOINT` and `ACS_TOKEN`, with the raw id in `ACS_OTHER_USER` to chat with, or
    /// starts a service of its own.
    pub async fn connect() -> Result<Self> {
        match (env::var("ACS_ENDPOINT"), env::var("ACS_TOKEN")) {
            (Ok(endpoint), Ok(token)) => Ok(Self {
                endpoint,
                token,
                other: env::var("ACS_OTHER_USER").ok().map(Into::into),
                emulator: None,
            }),
            (Err(_), Err(_)) => Self::embedded().await,
            _ => Err("set both ACS_ENDPOINT and ACS_TOKEN, or neither".into()),
        }
    }

    /// Starts an embedded service.
    pub async fn embedded() -> Result<Self> {
        Self::embed(Emulator::builder()).await
    }

    /// Starts an embedded service with some settings.
    pub async fn embed(builder: EmulatorBuilder) -> Result<Self> {
        let emulator = builder.start().await?;
        Ok(Self {
            endpoint: emulator.url().to_owned(),
            token: emulator.token("alice"),
            other: Some(emulator.user_id("bob").into()),
            emulator: Some(emulator),
        })
    }

    /// A client of the one who runs the example.
    pub fn client(&self) -> Result<ChatClient> {
        Ok(ChatClient::builder(&self.endpoint)
            .credential(self.token.as_str())
            .build()?)
    }

    /// A new thread of the one who runs the example, with somebody else in it or with nobody.
    pub async fn thread(
        &self,
        topic: &str,
        with: Option<CommunicationIdentifier>,
    ) -> Result<ChatThread> {
        let client = self.client()?;
        let (thread, rejected) = client.create_thread(topic, with).await?;
        match rejected.first() {
            None => Ok(thread),
            Some(rejected) => Err(rejected.to_string().into()),
        }
    }

    /// A client of the other one, where the service is the embedded one.
    pub fn other_client(&self) -> Result<Option<ChatClient>> {
        let Some(emulator) = &self.emulator else {
            return Ok(None);
        };
        let client = ChatClient::builder(&self.endpoint).credential(emulator.token("bob"));
        Ok(Some(client.build()?))
    }
}
