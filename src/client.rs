//! The client and how it is built.

use std::{fmt, sync::Arc, time::Duration};

use http::HeaderValue;

use crate::{
    ChatError, ChatThread, CommunicationTokenCredential, RetryPolicy,
    call::Call,
    endpoint::Endpoint,
    error::{InvalidRequest, one_line},
    operation::Operation,
    retry::Budget,
};

/// A client for one resource and one user.
///
/// It has a method for each operation of the API, which begins a request; what the operation takes is given to the
/// request, and `send` sends it. A clone is another handle to the same client, with the same connections, token and
/// retry budget. It starts no task and needs a tokio runtime only while a call runs.
#[derive(Clone)]
pub struct ChatClient {
    pub(crate) shared: Arc<Shared>,
}

/// What all handles of a client share.
pub(crate) struct Shared {
    pub endpoint: Endpoint,
    pub http: reqwest::Client,
    pub user_agent: Option<HeaderValue>,
    pub credential: CommunicationTokenCredential,
    pub retry: RetryPolicy,
    pub budget: Option<Budget>,
    pub max_body: usize,
    pub max_error_body: usize,
    pub refuse_foreign: bool,
}

impl ChatClient {
    /// Begins to build a client for the resource at `endpoint`, for example
    /// `https://contoso.communication.azure.com`: an https URL, with a path stem where a gateway needs one, with or
    /// without a slash at the end.
    pub fn builder(endpoint: impl Into<String>) -> ChatClientBuilder {
        ChatClientBuilder {
            endpoint: endpoint.into(),
            credential: None,
            http: None,
            connect_timeout: Some(Duration::from_secs(10)),
            user_agent: None,
            retry: RetryPolicy::default(),
            retry_budget: Some(50),
            max_body: 16 << 20,
            max_error_body: 64 << 10,
            plain_http: false,
            refuse_foreign: false,
        }
    }

    /// The endpoint that calls go to, without a slash at the end.
    pub fn endpoint(&self) -> &str {
        &self.shared.endpoint.base
    }

    /// The credential that calls carry: a handle by which the token can be replaced at run time.
    pub fn credential(&self) -> &CommunicationTokenCredential {
        &self.shared.credential
    }

    /// A handle to one thread: the same operations, with the thread's id filled in.
    ///
    /// # Errors
    /// [`ChatError::InvalidRequest`] where the id can't be one, for example an empty one.
    pub fn thread(&self, id: impl Into<String>) -> Result<ChatThread, ChatError> {
        ChatThread::new(self.clone(), id.into())
    }

    pub(crate) fn call(&self, operation: &'static Operation) -> Call {
        Call::new(self.clone(), operation)
    }
}

impl fmt::Debug for ChatClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChatClient")
            .field("endpoint", &self.endpoint())
            .field("credential", self.credential())
            .field("retry", &self.shared.retry)
            .finish_non_exhaustive()
    }
}

/// Builds a [`ChatClient`].
///
/// ```
/// use acs_chat::{ChatClient, RetryPolicy};
///
/// let client = ChatClient::builder("https://contoso.communication.azure.com")
///     .credential("eyJ…")
///     .retry(RetryPolicy::default().max_retries(5))
///     .build()?;
/// # Ok::<(), acs_chat::ChatError>(())
/// ```
#[must_use = "a builder does nothing until `build` is called"]
pub struct ChatClientBuilder {
    endpoint: String,
    credential: Option<CommunicationTokenCredential>,
    http: Option<reqwest::Client>,
    connect_timeout: Option<Duration>,
    user_agent: Option<String>,
    retry: RetryPolicy,
    retry_budget: Option<u32>,
    max_body: usize,
    max_error_body: usize,
    plain_http: bool,
    refuse_foreign: bool,
}

impl ChatClientBuilder {
    /// The user's access token: a `&str`, `String` or [`Token`](crate::Token) for a fixed one, or a
    /// [`CommunicationTokenCredential`] that renews itself. Required.
    pub fn credential(mut self, credential: impl Into<CommunicationTokenCredential>) -> Self {
        self.credential = Some(credential.into());
        self
    }

    /// Sends requests through this HTTP client, for proxies, own certificates or shared connections. Its own timeouts
    /// apply beside those of the [`RetryPolicy`]. It should follow no redirects, as the default one does not; where it
    /// does, reqwest keeps the token from other hosts.
    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.http = Some(client);
        self
    }

    /// How long connecting may take; default 10 s, `None` for no limit of its own. Has no effect on an
    /// [own HTTP client](Self::http_client).
    pub fn connect_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.connect_timeout = timeout.into();
        self
    }

    /// The `User-Agent` of all requests; default `acs-chat/` and the crate's version, or that of an
    /// [own HTTP client](Self::http_client).
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// How often, how fast and how long calls are tried again, and how long an attempt and a call may take. A request
    /// can have a policy of its own.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// How many retries all calls of this client may make in a row, so that an outage is not multiplied; default 50.
    /// Ten calls that succeed at once give back one retry. `None` for no such limit.
    pub fn retry_budget(mut self, retries: impl Into<Option<u32>>) -> Self {
        self.retry_budget = retries.into();
        self
    }

    /// How many bytes of a successful answer are read at the most; default 16 MiB. A larger one ends the call with
    /// [`ChatError::BodyTooLarge`].
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// How many bytes of an error's body are read and kept at the most; default 64 KiB. The rest is left out.
    pub fn max_error_body(mut self, bytes: usize) -> Self {
        self.max_error_body = bytes;
        self
    }

    /// Ends a list with [`ChatError::NextLink`] where the service's link to the next page names another host than the
    /// endpoint's. Without this, only path and query of such a link are used, and requested from the endpoint: a
    /// gateway in front of the service makes that necessary.
    pub fn refuse_foreign_next_links(mut self) -> Self {
        self.refuse_foreign = true;
        self
    }

    /// Lets the endpoint be plain http on a host other than this machine. The token then crosses the network
    /// unencrypted: for a proxy or a test network that no one else can listen to.
    pub fn dangerously_allow_plain_http(mut self) -> Self {
        self.plain_http = true;
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    /// [`ChatError::InvalidRequest`] where the endpoint is none that a token may go to, no credential was given, the
    /// user agent can't be a header, or the HTTP client can't be built (its source says why).
    pub fn build(self) -> Result<ChatClient, ChatError> {
        let endpoint = Endpoint::parse(&self.endpoint, self.plain_http)?;
        let credential = self.credential.ok_or_else(|| {
            InvalidRequest::new(
                "credential",
                "was not given",
                "give a token or a credential",
            )
        })?;
        let default_agent = concat!("acs-chat/", env!("CARGO_PKG_VERSION"));
        let user_agent = match (self.user_agent, &self.http) {
            (Some(agent), _) => Some(agent),
            (None, None) => Some(default_agent.to_owned()),
            (None, Some(_)) => None,
        };
        let user_agent = user_agent.map(|agent| {
            HeaderValue::from_str(&agent).map_err(|error| {
                let found = format!("can't be a header: {:?}", one_line(&agent, 80));
                InvalidRequest::new("user_agent", found, "give visible ASCII characters only")
                    .because(error)
            })
        });
        let http = match self.http {
            Some(http) => http,
            None => http_client(self.connect_timeout)?,
        };
        let shared = Shared {
            endpoint,
            http,
            user_agent: user_agent.transpose()?,
            credential,
            retry: self.retry,
            budget: self.retry_budget.map(Budget::new),
            max_body: self.max_body,
            max_error_body: self.max_error_body,
            refuse_foreign: self.refuse_foreign,
        };
        Ok(ChatClient {
            shared: Arc::new(shared),
        })
    }
}

fn http_client(connect_timeout: Option<Duration>) -> Result<reqwest::Client, InvalidRequest> {
    let builder = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
    let builder = match connect_timeout {
        Some(timeout) => builder.connect_timeout(timeout),
        None => builder,
    };
    builder.build().map_err(|error| {
        let expected = "see the source, or give an HTTP client of your own";
        InvalidRequest::new("http_client", "can't be built", expected).because(error)
    })
}

impl fmt::Debug for ChatClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The endpoint has not been checked yet, and may be a connection string.
        f.debug_struct("ChatClientBuilder")
            .field("credential", &self.credential)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}
