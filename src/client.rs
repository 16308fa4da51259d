//! The client and how it is built.

use std::{fmt, time::Duration};

use crate::{
    ChatClient, ChatError, CommunicationTokenCredential, RetryPolicy,
    error::InvalidRequestError,
    pipeline::{Endpoint, Pipeline, header_value},
    retry::Budget,
    runtime::{ClientHooks, Http},
    transport::{AnyTransport, CONNECT_TIMEOUT, ReqwestTransport, Transport, USER_AGENT},
};

impl ClientHooks for ChatClient {}

impl ChatClient {
    /// Returns a builder of a client for the resource at `endpoint`, for example
    /// `https://contoso.communication.azure.com`: an https URL, with a path if a gateway needs one, with or without a
    /// trailing slash.
    pub fn builder(endpoint: impl Into<String>) -> ChatClientBuilder {
        ChatClientBuilder {
            endpoint: endpoint.into(),
            credential: None,
            transport: None,
            connect_timeout: Some(CONNECT_TIMEOUT),
            user_agent: None,
            retry: RetryPolicy::default(),
            retry_budget: Some(50),
            max_response_bytes: 16 << 20,
            max_error_bytes: 64 << 10,
            allow_plain_http: false,
            refuse_foreign_next_links: false,
        }
    }

    /// Returns the endpoint, without a trailing slash.
    pub fn endpoint(&self) -> &str {
        &self.client.pipeline.endpoint.base
    }

    /// Returns the credential, a handle by which the token can be replaced.
    pub fn credential(&self) -> &CommunicationTokenCredential {
        &self.client.pipeline.credential
    }
}

impl fmt::Debug for ChatClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChatClient")
            .field("endpoint", &self.endpoint())
            .field("credential", self.credential())
            .field("retry", &self.client.pipeline.retry)
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
///     .retry(RetryPolicy::default().with_max_retries(5))
///     .build()?;
/// # Ok::<(), acs_chat::ChatError>(())
/// ```
#[must_use = "a builder does nothing until `build` is called"]
pub struct ChatClientBuilder {
    endpoint: String,
    credential: Option<CommunicationTokenCredential>,
    transport: Option<AnyTransport>,
    connect_timeout: Option<Duration>,
    user_agent: Option<String>,
    retry: RetryPolicy,
    retry_budget: Option<u32>,
    max_response_bytes: usize,
    max_error_bytes: usize,
    allow_plain_http: bool,
    refuse_foreign_next_links: bool,
}

impl ChatClientBuilder {
    /// Sets the user's access token: a `&str`, `String` or [`Token`](crate::Token) for a fixed one, or a
    /// [`CommunicationTokenCredential`] that refreshes it. Required.
    pub fn credential(mut self, credential: impl Into<CommunicationTokenCredential>) -> Self {
        self.credential = Some(credential.into());
        self
    }

    /// Sets the HTTP client, for proxies, certificates or shared connections. Its timeouts apply in addition to those of
    /// the [`RetryPolicy`]. It should not follow redirects; if it does, reqwest keeps the token from other hosts. Build it
    /// with `retry(reqwest::retry::never())`: by default, reqwest repeats requests that an HTTP/2 server refused, outside
    /// of the policy, the budget and the traces.
    ///
    /// Not in a browser, where all of this is the browser's.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.transport = Some(AnyTransport::Reqwest(client));
        self
    }

    /// Sets the transport, which sends the requests in place of the HTTP client: for middleware, recordings, metrics and
    /// stubs. Retries, timeouts and size limits stay with the client.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(AnyTransport::custom(transport));
        self
    }

    /// Sets the connect timeout of the default HTTP client; default 10 s, `None` for no limit. A browser has its own.
    pub fn connect_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.connect_timeout = timeout.into();
        self
    }

    /// Sets the `User-Agent` of all requests; by default `acs-chat/` and the crate's version, or that of the
    /// [HTTP client](Self::http_client), if one is set. In a browser there is none by default, since the service has to
    /// allow the header.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// Sets the retry policy; a request can override it.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// Sets how many retries all calls of this client may make in a row, so that retries do not multiply an outage;
    /// default 50, `None` for no limit. Ten calls that succeed at the first attempt give back one retry.
    pub fn retry_budget(mut self, retries: impl Into<Option<u32>>) -> Self {
        self.retry_budget = retries.into();
        self
    }

    /// Sets the maximum size of a successful response's body in bytes; default 16 MiB. A larger one ends the call with
    /// [`ChatError::BodyTooLarge`].
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.max_response_bytes = bytes;
        self
    }

    /// Sets how many bytes of an error's body are read; default 64 KiB. The rest is dropped.
    pub fn max_error_bytes(mut self, bytes: usize) -> Self {
        self.max_error_bytes = bytes;
        self
    }

    /// Ends a list with [`ChatError::NextLink`] if a next link names another host than the endpoint's. By default, path
    /// and query of such a link are requested from the endpoint, which a gateway in front of the service makes
    /// necessary.
    pub fn refuse_foreign_next_links(mut self) -> Self {
        self.refuse_foreign_next_links = true;
        self
    }

    /// Allows a plain http endpoint on another machine. The token then crosses the network unencrypted: for a proxy or
    /// a test network that nobody else can listen to.
    pub fn dangerously_allow_plain_http(mut self) -> Self {
        self.allow_plain_http = true;
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    /// [`ChatError::InvalidRequest`] if a token must not be sent to the endpoint, the credential is missing, the user
    /// agent is not a valid header value, or the HTTP client cannot be built (see the source).
    pub fn build(self) -> Result<ChatClient, ChatError> {
        let endpoint = Endpoint::parse(&self.endpoint, self.allow_plain_http)?;
        let credential = self.credential.ok_or_else(|| {
            InvalidRequestError::new(
                "credential",
                "was not given",
                "give a token or a credential",
            )
        })?;
        let user_agent = match (self.user_agent, &self.transport) {
            (Some(agent), _) => Some(agent),
            (None, Some(AnyTransport::Reqwest(_))) => None,
            (None, _) => USER_AGENT.map(str::to_owned),
        };
        let user_agent = user_agent.map(|agent| header_value("user_agent", &agent));
        let transport = match self.transport {
            Some(transport) => transport,
            None => {
                let default = ReqwestTransport::with_connect_timeout(self.connect_timeout)?;
                AnyTransport::Reqwest(default.client)
            }
        };
        let pipeline = Pipeline {
            endpoint,
            transport,
            user_agent: user_agent.transpose()?,
            credential,
            retry: self.retry,
            budget: self.retry_budget.map(Budget::new),
            max_response_bytes: self.max_response_bytes,
            max_error_bytes: self.max_error_bytes,
            refuse_foreign_next_links: self.refuse_foreign_next_links,
        };
        Ok(ChatClient {
            // progenitor writes it before the path, to which the pipeline's handle adds the parsed endpoint.
            baseurl: String::new(),
            client: Http::new(pipeline),
        })
    }
}

impl fmt::Debug for ChatClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The endpoint is not checked yet, and may be a connection string.
        f.debug_struct("ChatClientBuilder")
            .field("credential", &self.credential)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}
