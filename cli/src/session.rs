//! The client of a command, and the service that may be started for it.

use std::{env, path::Path};

use acs_chat::{ChatClient, ChatError, CommunicationTokenCredential, RetryPolicy};
use acs_chat_emulator::Emulator;
use anyhow::{Context, Result};

use crate::{
    failure::{Failure, Kind},
    input,
    options::{Connection, Options},
};

/// Calls `f` with the client of a command: endpoint and token are those of the arguments, else of the environment, or
/// those of a service that is started here and stopped behind it.
pub async fn with_client(
    options: &Options,
    f: impl AsyncFnOnce(&ChatClient) -> Result<()>,
) -> Result<()> {
    let connection = &options.connection;
    if !connection.emulator {
        let endpoint = connection.endpoint.clone();
        let endpoint = endpoint
            .or_else(|| variable("ACS_ENDPOINT"))
            .ok_or_else(|| {
                let text =
                    "there is no endpoint: give --endpoint, set ACS_ENDPOINT, or use --emulator";
                Failure::new(Kind::Usage, text)
            })?;
        return f(&client(&endpoint, credential(connection)?, connection)?).await;
    }
    let mut builder = Emulator::builder();
    if let Some(file) = &connection.emulator_state {
        builder = builder.state_file(file);
    }
    let started = builder.start().await;
    let emulator = started.context(Failure::new(Kind::Local, "the emulator cannot start"))?;
    let token = emulator.token(&connection.emulator_user);
    let done = match client(emulator.url(), token.into(), connection) {
        Ok(client) => f(&client).await,
        Err(error) => Err(error.into()),
    };
    emulator.stop().await;
    done
}

fn client(
    endpoint: &str,
    credential: CommunicationTokenCredential,
    connection: &Connection,
) -> Result<ChatClient, ChatError> {
    let retry = RetryPolicy::default().with_max_retries(connection.max_retries);
    let client = ChatClient::builder(endpoint).credential(credential);
    client.retry(retry).build()
}

fn credential(connection: &Connection) -> Result<CommunicationTokenCredential> {
    match (&connection.token_file, &connection.token) {
        (Some(file), _) if file != Path::new("-") => {
            let file = file.clone();
            Ok(CommunicationTokenCredential::refreshing(move || {
                let token = token_in(&file);
                async move { token }
            }))
        }
        (Some(file), _) => Ok(token_in(file)?.into()),
        (None, Some(token)) => Ok(token.trim().into()),
        (None, None) => {
            let token = variable("ACS_TOKEN").ok_or_else(|| {
                let text = "there is no token: give --token-file, or set ACS_TOKEN";
                Failure::new(Kind::Credential, text)
            })?;
            Ok(token.into())
        }
    }
}

fn token_in(file: &Path) -> Result<String> {
    let text = String::from_utf8(input::read(file)?).unwrap_or_default();
    match text.trim() {
        "" => {
            let text = format!("{} has no token", file.display());
            Err(Failure::new(Kind::Credential, text).into())
        }
        token => Ok(token.to_owned()),
    }
}

fn variable(name: &str) -> Option<String> {
    let value = env::var(name).ok()?;
    Some(value.trim().to_owned()).filter(|value| !value.is_empty())
}
