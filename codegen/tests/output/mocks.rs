pub mod operations {
    //! [`When`](::httpmock::When) and [`Then`](::httpmock::Then)
    //! wrappers for each operation. Each can be converted to
    //! its inner type with a call to `into_inner()`. This can
    //! be used to explicitly deviate from permitted values.
    use crate::generated::*;
    /// Conditions on the requests of `ListChatReadReceipts` that a mock matches.
    pub struct ListChatReadReceiptsWhen(::httpmock::When);
    impl ListChatReadReceiptsWhen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/chat/threads/[^/]*/readReceipts$").unwrap(),
                    ),
            )
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        /// Requires this `chat_thread_id`.
        pub fn chat_thread_id(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/chat/threads/{}/readReceipts$", crate ::mock::literal(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        /// Requires this `api_version`.
        pub fn api_version(self, value: &str) -> Self {
            Self(self.0.query_param("api-version", crate::mock::query(value)))
        }
        /// Requires this `max_page_size`.
        pub fn max_page_size<T>(self, value: T) -> Self
        where
            T: Into<Option<i32>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("maxPageSize", crate::mock::query(value)))
            } else {
                Self(self.0.query_param_missing("maxPageSize"))
            }
        }
        /// Requires this `skip`.
        pub fn skip<T>(self, value: T) -> Self
        where
            T: Into<Option<i32>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("skip", crate::mock::query(value)))
            } else {
                Self(self.0.query_param_missing("skip"))
            }
        }
    }
    /// The response of a mock of `ListChatReadReceipts`.
    pub struct ListChatReadReceiptsThen(::httpmock::Then);
    impl ListChatReadReceiptsThen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        /// Responds with the documented response `default_response`.
        pub fn default_response(
            self,
            status: u16,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `ok`.
        pub fn ok(self, value: &types::ChatMessageReadReceiptsCollection) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `unauthorized`.
        pub fn unauthorized(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `forbidden`.
        pub fn forbidden(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(403u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `too_many_requests`.
        pub fn too_many_requests(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(429u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `service_unavailable`.
        pub fn service_unavailable(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(503u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    /// Conditions on the requests of `SendChatReadReceipt` that a mock matches.
    pub struct SendChatReadReceiptWhen(::httpmock::When);
    impl SendChatReadReceiptWhen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/chat/threads/[^/]*/readReceipts$").unwrap(),
                    ),
            )
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        /// Requires this `chat_thread_id`.
        pub fn chat_thread_id(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/chat/threads/{}/readReceipts$", crate ::mock::literal(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        /// Requires this `api_version`.
        pub fn api_version(self, value: &str) -> Self {
            Self(self.0.query_param("api-version", crate::mock::query(value)))
        }
        /// Requires this `body`.
        pub fn body(self, value: &types::SendReadReceiptRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    /// The response of a mock of `SendChatReadReceipt`.
    pub struct SendChatReadReceiptThen(::httpmock::Then);
    impl SendChatReadReceiptThen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        /// Responds with the documented response `default_response`.
        pub fn default_response(
            self,
            status: u16,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `ok`.
        pub fn ok(self) -> Self {
            Self(self.0.status(200u16))
        }
        /// Responds with the documented response `unauthorized`.
        pub fn unauthorized(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `forbidden`.
        pub fn forbidden(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(403u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `too_many_requests`.
        pub fn too_many_requests(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(429u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `service_unavailable`.
        pub fn service_unavailable(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(503u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    /// Conditions on the requests of `ListChatMessages` that a mock matches.
    pub struct ListChatMessagesWhen(::httpmock::When);
    impl ListChatMessagesWhen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/chat/threads/[^/]*/messages$").unwrap(),
                    ),
            )
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        /// Requires this `chat_thread_id`.
        pub fn chat_thread_id(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/chat/threads/{}/messages$", crate ::mock::literal(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        /// Requires this `api_version`.
        pub fn api_version(self, value: &str) -> Self {
            Self(self.0.query_param("api-version", crate::mock::query(value)))
        }
        /// Requires this `max_page_size`.
        pub fn max_page_size<T>(self, value: T) -> Self
        where
            T: Into<Option<i32>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("maxPageSize", crate::mock::query(value)))
            } else {
                Self(self.0.query_param_missing("maxPageSize"))
            }
        }
        /// Requires this `start_time`.
        pub fn start_time<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("startTime", crate::mock::query(value)))
            } else {
                Self(self.0.query_param_missing("startTime"))
            }
        }
    }
    /// The response of a mock of `ListChatMessages`.
    pub struct ListChatMessagesThen(::httpmock::Then);
    impl ListChatMessagesThen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        /// Responds with the documented response `default_response`.
        pub fn default_response(
            self,
            status: u16,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `ok`.
        pub fn ok(self, value: &types::ChatMessagesCollection) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `unauthorized`.
        pub fn unauthorized(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `forbidden`.
        pub fn forbidden(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(403u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `too_many_requests`.
        pub fn too_many_requests(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(429u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `service_unavailable`.
        pub fn service_unavailable(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(503u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    /// Conditions on the requests of `SendChatMessage` that a mock matches.
    pub struct SendChatMessageWhen(::httpmock::When);
    impl SendChatMessageWhen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/chat/threads/[^/]*/messages$").unwrap(),
                    ),
            )
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        /// Requires this `chat_thread_id`.
        pub fn chat_thread_id(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/chat/threads/{}/messages$", crate ::mock::literal(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        /// Requires this `api_version`.
        pub fn api_version(self, value: &str) -> Self {
            Self(self.0.query_param("api-version", crate::mock::query(value)))
        }
        /// Requires this `body`.
        pub fn body(self, value: &types::SendChatMessageRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    /// The response of a mock of `SendChatMessage`.
    pub struct SendChatMessageThen(::httpmock::Then);
    impl SendChatMessageThen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        /// Responds with the documented response `default_response`.
        pub fn default_response(
            self,
            status: u16,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `created`.
        pub fn created(self, value: &types::SendChatMessageResult) -> Self {
            Self(
                self
                    .0
                    .status(201u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `unauthorized`.
        pub fn unauthorized(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `forbidden`.
        pub fn forbidden(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(403u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `too_many_requests`.
        pub fn too_many_requests(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(429u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `service_unavailable`.
        pub fn service_unavailable(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(503u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    /// Conditions on the requests of `GetChatMessage` that a mock matches.
    pub struct GetChatMessageWhen(::httpmock::When);
    impl GetChatMessageWhen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/chat/threads/[^/]*/messages/[^/]*$")
                            .unwrap(),
                    ),
            )
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        /// Requires this `chat_thread_id`.
        pub fn chat_thread_id(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/chat/threads/{}/messages/.*$", crate ::mock::literal(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        /// Requires this `chat_message_id`.
        pub fn chat_message_id(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/chat/threads/.*/messages/{}$", crate ::mock::literal(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        /// Requires this `api_version`.
        pub fn api_version(self, value: &str) -> Self {
            Self(self.0.query_param("api-version", crate::mock::query(value)))
        }
    }
    /// The response of a mock of `GetChatMessage`.
    pub struct GetChatMessageThen(::httpmock::Then);
    impl GetChatMessageThen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        /// Responds with the documented response `default_response`.
        pub fn default_response(
            self,
            status: u16,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `ok`.
        pub fn ok(self, value: &types::ChatMessage) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `unauthorized`.
        pub fn unauthorized(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `forbidden`.
        pub fn forbidden(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(403u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `too_many_requests`.
        pub fn too_many_requests(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(429u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `service_unavailable`.
        pub fn service_unavailable(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(503u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    /// Conditions on the requests of `DeleteChatMessage` that a mock matches.
    pub struct DeleteChatMessageWhen(::httpmock::When);
    impl DeleteChatMessageWhen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
                    .path_matches(
                        regex::Regex::new("^/chat/threads/[^/]*/messages/[^/]*$")
                            .unwrap(),
                    ),
            )
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        /// Requires this `chat_thread_id`.
        pub fn chat_thread_id(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/chat/threads/{}/messages/.*$", crate ::mock::literal(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        /// Requires this `chat_message_id`.
        pub fn chat_message_id(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/chat/threads/.*/messages/{}$", crate ::mock::literal(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        /// Requires this `api_version`.
        pub fn api_version(self, value: &str) -> Self {
            Self(self.0.query_param("api-version", crate::mock::query(value)))
        }
    }
    /// The response of a mock of `DeleteChatMessage`.
    pub struct DeleteChatMessageThen(::httpmock::Then);
    impl DeleteChatMessageThen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        /// Responds with the documented response `default_response`.
        pub fn default_response(
            self,
            status: u16,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `no_content`.
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }
        /// Responds with the documented response `unauthorized`.
        pub fn unauthorized(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `forbidden`.
        pub fn forbidden(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(403u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `too_many_requests`.
        pub fn too_many_requests(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(429u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `service_unavailable`.
        pub fn service_unavailable(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(503u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    /// Conditions on the requests of `UpdateChatMessage` that a mock matches.
    pub struct UpdateChatMessageWhen(::httpmock::When);
    impl UpdateChatMessageWhen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::PATCH)
                    .path_matches(
                        regex::Regex::new("^/chat/threads/[^/]*/messages/[^/]*$")
                            .unwrap(),
                    ),
            )
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        /// Requires this `chat_thread_id`.
        pub fn chat_thread_id(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/chat/threads/{}/messages/.*$", crate ::mock::literal(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        /// Requires this `chat_message_id`.
        pub fn chat_message_id(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/chat/threads/.*/messages/{}$", crate ::mock::literal(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        /// Requires this `api_version`.
        pub fn api_version(self, value: &str) -> Self {
            Self(self.0.query_param("api-version", crate::mock::query(value)))
        }
        /// Requires this `body`.
        pub fn body(self, value: &types::UpdateChatMessageRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    /// The response of a mock of `UpdateChatMessage`.
    pub struct UpdateChatMessageThen(::httpmock::Then);
    impl UpdateChatMessageThen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        /// Responds with the documented response `default_response`.
        pub fn default_response(
            self,
            status: u16,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `no_content`.
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }
        /// Responds with the documented response `unauthorized`.
        pub fn unauthorized(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `forbidden`.
        pub fn forbidden(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(403u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `too_many_requests`.
        pub fn too_many_requests(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(429u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `service_unavailable`.
        pub fn service_unavailable(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(503u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    /// Conditions on the requests of `ListChatParticipants` that a mock matches.
    pub struct ListChatParticipantsWhen(::httpmock::When);
    impl ListChatParticipantsWhen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/chat/threads/[^/]*/participants$").unwrap(),
                    ),
            )
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        /// Requires this `chat_thread_id`.
        pub fn chat_thread_id(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/chat/threads/{}/participants$", crate ::mock::literal(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        /// Requires this `api_version`.
        pub fn api_version(self, value: &str) -> Self {
            Self(self.0.query_param("api-version", crate::mock::query(value)))
        }
        /// Requires this `max_page_size`.
        pub fn max_page_size<T>(self, value: T) -> Self
        where
            T: Into<Option<i32>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("maxPageSize", crate::mock::query(value)))
            } else {
                Self(self.0.query_param_missing("maxPageSize"))
            }
        }
        /// Requires this `skip`.
        pub fn skip<T>(self, value: T) -> Self
        where
            T: Into<Option<i32>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("skip", crate::mock::query(value)))
            } else {
                Self(self.0.query_param_missing("skip"))
            }
        }
    }
    /// The response of a mock of `ListChatParticipants`.
    pub struct ListChatParticipantsThen(::httpmock::Then);
    impl ListChatParticipantsThen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        /// Responds with the documented response `default_response`.
        pub fn default_response(
            self,
            status: u16,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `ok`.
        pub fn ok(self, value: &types::ChatParticipantsCollection) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `unauthorized`.
        pub fn unauthorized(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `forbidden`.
        pub fn forbidden(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(403u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `too_many_requests`.
        pub fn too_many_requests(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(429u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `service_unavailable`.
        pub fn service_unavailable(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(503u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    /// Conditions on the requests of `RemoveChatParticipant` that a mock matches.
    pub struct RemoveChatParticipantWhen(::httpmock::When);
    impl RemoveChatParticipantWhen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/chat/threads/[^/]*/participants/:remove$")
                            .unwrap(),
                    ),
            )
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        /// Requires this `chat_thread_id`.
        pub fn chat_thread_id(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/chat/threads/{}/participants/:remove$", crate
                        ::mock::literal(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        /// Requires this `api_version`.
        pub fn api_version(self, value: &str) -> Self {
            Self(self.0.query_param("api-version", crate::mock::query(value)))
        }
        /// Requires this `body`.
        pub fn body(self, value: &types::CommunicationIdentifierModel) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    /// The response of a mock of `RemoveChatParticipant`.
    pub struct RemoveChatParticipantThen(::httpmock::Then);
    impl RemoveChatParticipantThen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        /// Responds with the documented response `default_response`.
        pub fn default_response(
            self,
            status: u16,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `no_content`.
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }
        /// Responds with the documented response `unauthorized`.
        pub fn unauthorized(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `forbidden`.
        pub fn forbidden(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(403u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `too_many_requests`.
        pub fn too_many_requests(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(429u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `service_unavailable`.
        pub fn service_unavailable(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(503u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    /// Conditions on the requests of `AddChatParticipants` that a mock matches.
    pub struct AddChatParticipantsWhen(::httpmock::When);
    impl AddChatParticipantsWhen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/chat/threads/[^/]*/participants/:add$")
                            .unwrap(),
                    ),
            )
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        /// Requires this `chat_thread_id`.
        pub fn chat_thread_id(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/chat/threads/{}/participants/:add$", crate
                        ::mock::literal(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        /// Requires this `api_version`.
        pub fn api_version(self, value: &str) -> Self {
            Self(self.0.query_param("api-version", crate::mock::query(value)))
        }
        /// Requires this `body`.
        pub fn body(self, value: &types::AddChatParticipantsRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    /// The response of a mock of `AddChatParticipants`.
    pub struct AddChatParticipantsThen(::httpmock::Then);
    impl AddChatParticipantsThen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        /// Responds with the documented response `default_response`.
        pub fn default_response(
            self,
            status: u16,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `created`.
        pub fn created(self, value: &types::AddChatParticipantsResult) -> Self {
            Self(
                self
                    .0
                    .status(201u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `unauthorized`.
        pub fn unauthorized(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `forbidden`.
        pub fn forbidden(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(403u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `too_many_requests`.
        pub fn too_many_requests(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(429u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `service_unavailable`.
        pub fn service_unavailable(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(503u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    /// Conditions on the requests of `ListChatThreads` that a mock matches.
    pub struct ListChatThreadsWhen(::httpmock::When);
    impl ListChatThreadsWhen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/chat/threads$").unwrap()),
            )
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        /// Requires this `api_version`.
        pub fn api_version(self, value: &str) -> Self {
            Self(self.0.query_param("api-version", crate::mock::query(value)))
        }
        /// Requires this `max_page_size`.
        pub fn max_page_size<T>(self, value: T) -> Self
        where
            T: Into<Option<i32>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("maxPageSize", crate::mock::query(value)))
            } else {
                Self(self.0.query_param_missing("maxPageSize"))
            }
        }
        /// Requires this `start_time`.
        pub fn start_time<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("startTime", crate::mock::query(value)))
            } else {
                Self(self.0.query_param_missing("startTime"))
            }
        }
    }
    /// The response of a mock of `ListChatThreads`.
    pub struct ListChatThreadsThen(::httpmock::Then);
    impl ListChatThreadsThen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        /// Responds with the documented response `default_response`.
        pub fn default_response(
            self,
            status: u16,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `ok`.
        pub fn ok(self, value: &types::ChatThreadsItemCollection) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `unauthorized`.
        pub fn unauthorized(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `forbidden`.
        pub fn forbidden(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(403u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `too_many_requests`.
        pub fn too_many_requests(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(429u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `service_unavailable`.
        pub fn service_unavailable(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(503u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    /// Conditions on the requests of `CreateChatThread` that a mock matches.
    pub struct CreateChatThreadWhen(::httpmock::When);
    impl CreateChatThreadWhen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/chat/threads$").unwrap()),
            )
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        /// Requires this `api_version`.
        pub fn api_version(self, value: &str) -> Self {
            Self(self.0.query_param("api-version", crate::mock::query(value)))
        }
        /// Requires this `repeatability_request_id`.
        pub fn repeatability_request_id<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.header("repeatability-request-id", value.to_string()))
            } else {
                Self(self.0.header_missing("repeatability-request-id"))
            }
        }
        /// Requires this `body`.
        pub fn body(self, value: &types::CreateChatThreadRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    /// The response of a mock of `CreateChatThread`.
    pub struct CreateChatThreadThen(::httpmock::Then);
    impl CreateChatThreadThen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        /// Responds with the documented response `default_response`.
        pub fn default_response(
            self,
            status: u16,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `created`.
        pub fn created(self, value: &types::CreateChatThreadResult) -> Self {
            Self(
                self
                    .0
                    .status(201u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `unauthorized`.
        pub fn unauthorized(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `forbidden`.
        pub fn forbidden(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(403u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `too_many_requests`.
        pub fn too_many_requests(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(429u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `service_unavailable`.
        pub fn service_unavailable(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(503u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    /// Conditions on the requests of `GetChatThreadProperties` that a mock matches.
    pub struct GetChatThreadPropertiesWhen(::httpmock::When);
    impl GetChatThreadPropertiesWhen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/chat/threads/[^/]*$").unwrap()),
            )
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        /// Requires this `chat_thread_id`.
        pub fn chat_thread_id(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/chat/threads/{}$", crate ::mock::literal(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        /// Requires this `api_version`.
        pub fn api_version(self, value: &str) -> Self {
            Self(self.0.query_param("api-version", crate::mock::query(value)))
        }
    }
    /// The response of a mock of `GetChatThreadProperties`.
    pub struct GetChatThreadPropertiesThen(::httpmock::Then);
    impl GetChatThreadPropertiesThen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        /// Responds with the documented response `default_response`.
        pub fn default_response(
            self,
            status: u16,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `ok`.
        pub fn ok(self, value: &types::ChatThreadProperties) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `unauthorized`.
        pub fn unauthorized(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `forbidden`.
        pub fn forbidden(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(403u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `too_many_requests`.
        pub fn too_many_requests(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(429u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `service_unavailable`.
        pub fn service_unavailable(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(503u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    /// Conditions on the requests of `DeleteChatThread` that a mock matches.
    pub struct DeleteChatThreadWhen(::httpmock::When);
    impl DeleteChatThreadWhen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
                    .path_matches(regex::Regex::new("^/chat/threads/[^/]*$").unwrap()),
            )
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        /// Requires this `chat_thread_id`.
        pub fn chat_thread_id(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/chat/threads/{}$", crate ::mock::literal(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        /// Requires this `api_version`.
        pub fn api_version(self, value: &str) -> Self {
            Self(self.0.query_param("api-version", crate::mock::query(value)))
        }
    }
    /// The response of a mock of `DeleteChatThread`.
    pub struct DeleteChatThreadThen(::httpmock::Then);
    impl DeleteChatThreadThen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        /// Responds with the documented response `default_response`.
        pub fn default_response(
            self,
            status: u16,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `no_content`.
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }
        /// Responds with the documented response `unauthorized`.
        pub fn unauthorized(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `forbidden`.
        pub fn forbidden(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(403u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `too_many_requests`.
        pub fn too_many_requests(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(429u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `service_unavailable`.
        pub fn service_unavailable(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(503u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    /// Conditions on the requests of `UpdateChatThreadProperties` that a mock matches.
    pub struct UpdateChatThreadPropertiesWhen(::httpmock::When);
    impl UpdateChatThreadPropertiesWhen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::PATCH)
                    .path_matches(regex::Regex::new("^/chat/threads/[^/]*$").unwrap()),
            )
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        /// Requires this `chat_thread_id`.
        pub fn chat_thread_id(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/chat/threads/{}$", crate ::mock::literal(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        /// Requires this `api_version`.
        pub fn api_version(self, value: &str) -> Self {
            Self(self.0.query_param("api-version", crate::mock::query(value)))
        }
        /// Requires this `body`.
        pub fn body(self, value: &types::UpdateChatThreadRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    /// The response of a mock of `UpdateChatThreadProperties`.
    pub struct UpdateChatThreadPropertiesThen(::httpmock::Then);
    impl UpdateChatThreadPropertiesThen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        /// Responds with the documented response `default_response`.
        pub fn default_response(
            self,
            status: u16,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `no_content`.
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }
        /// Responds with the documented response `unauthorized`.
        pub fn unauthorized(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `forbidden`.
        pub fn forbidden(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(403u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `too_many_requests`.
        pub fn too_many_requests(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(429u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `service_unavailable`.
        pub fn service_unavailable(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(503u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    /// Conditions on the requests of `SendTypingNotification` that a mock matches.
    pub struct SendTypingNotificationWhen(::httpmock::When);
    impl SendTypingNotificationWhen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/chat/threads/[^/]*/typing$").unwrap(),
                    ),
            )
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        /// Requires this `chat_thread_id`.
        pub fn chat_thread_id(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/chat/threads/{}/typing$", crate ::mock::literal(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        /// Requires this `api_version`.
        pub fn api_version(self, value: &str) -> Self {
            Self(self.0.query_param("api-version", crate::mock::query(value)))
        }
        /// Requires this `body`.
        pub fn body(self, value: &types::SendTypingNotificationRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    /// The response of a mock of `SendTypingNotification`.
    pub struct SendTypingNotificationThen(::httpmock::Then);
    impl SendTypingNotificationThen {
        /// Wraps httpmock's own.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        /// Returns httpmock's own, for what the document does not describe.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        /// Responds with the documented response `default_response`.
        pub fn default_response(
            self,
            status: u16,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `ok`.
        pub fn ok(self) -> Self {
            Self(self.0.status(200u16))
        }
        /// Responds with the documented response `unauthorized`.
        pub fn unauthorized(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `forbidden`.
        pub fn forbidden(self, value: &types::CommunicationErrorResponse) -> Self {
            Self(
                self
                    .0
                    .status(403u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `too_many_requests`.
        pub fn too_many_requests(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(429u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Responds with the documented response `service_unavailable`.
        pub fn service_unavailable(
            self,
            value: &types::CommunicationErrorResponse,
        ) -> Self {
            Self(
                self
                    .0
                    .status(503u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
}
/// An extension trait for [`MockServer`](::httpmock::MockServer) that
/// adds a method for each operation. These are the equivalent of
/// type-checked [`mock()`](::httpmock::MockServer::mock) calls.
pub trait MockServerExt {
    /// Mocks the operation `list_chat_read_receipts`.
    fn list_chat_read_receipts<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListChatReadReceiptsWhen,
            operations::ListChatReadReceiptsThen,
        );
    /// Mocks the operation `send_chat_read_receipt`.
    fn send_chat_read_receipt<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SendChatReadReceiptWhen,
            operations::SendChatReadReceiptThen,
        );
    /// Mocks the operation `list_chat_messages`.
    fn list_chat_messages<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListChatMessagesWhen, operations::ListChatMessagesThen);
    /// Mocks the operation `send_chat_message`.
    fn send_chat_message<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::SendChatMessageWhen, operations::SendChatMessageThen);
    /// Mocks the operation `get_chat_message`.
    fn get_chat_message<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetChatMessageWhen, operations::GetChatMessageThen);
    /// Mocks the operation `delete_chat_message`.
    fn delete_chat_message<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteChatMessageWhen, operations::DeleteChatMessageThen);
    /// Mocks the operation `update_chat_message`.
    fn update_chat_message<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateChatMessageWhen, operations::UpdateChatMessageThen);
    /// Mocks the operation `list_chat_participants`.
    fn list_chat_participants<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListChatParticipantsWhen,
            operations::ListChatParticipantsThen,
        );
    /// Mocks the operation `remove_chat_participant`.
    fn remove_chat_participant<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::RemoveChatParticipantWhen,
            operations::RemoveChatParticipantThen,
        );
    /// Mocks the operation `add_chat_participants`.
    fn add_chat_participants<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::AddChatParticipantsWhen,
            operations::AddChatParticipantsThen,
        );
    /// Mocks the operation `list_chat_threads`.
    fn list_chat_threads<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListChatThreadsWhen, operations::ListChatThreadsThen);
    /// Mocks the operation `create_chat_thread`.
    fn create_chat_thread<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateChatThreadWhen, operations::CreateChatThreadThen);
    /// Mocks the operation `get_chat_thread_properties`.
    fn get_chat_thread_properties<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetChatThreadPropertiesWhen,
            operations::GetChatThreadPropertiesThen,
        );
    /// Mocks the operation `delete_chat_thread`.
    fn delete_chat_thread<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteChatThreadWhen, operations::DeleteChatThreadThen);
    /// Mocks the operation `update_chat_thread_properties`.
    fn update_chat_thread_properties<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateChatThreadPropertiesWhen,
            operations::UpdateChatThreadPropertiesThen,
        );
    /// Mocks the operation `send_typing_notification`.
    fn send_typing_notification<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SendTypingNotificationWhen,
            operations::SendTypingNotificationThen,
        );
}
impl MockServerExt for ::httpmock::MockServer {
    fn list_chat_read_receipts<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListChatReadReceiptsWhen,
            operations::ListChatReadReceiptsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListChatReadReceiptsWhen::new(when),
                operations::ListChatReadReceiptsThen::new(then),
            )
        })
    }
    fn send_chat_read_receipt<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SendChatReadReceiptWhen,
            operations::SendChatReadReceiptThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SendChatReadReceiptWhen::new(when),
                operations::SendChatReadReceiptThen::new(then),
            )
        })
    }
    fn list_chat_messages<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListChatMessagesWhen, operations::ListChatMessagesThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListChatMessagesWhen::new(when),
                operations::ListChatMessagesThen::new(then),
            )
        })
    }
    fn send_chat_message<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::SendChatMessageWhen, operations::SendChatMessageThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SendChatMessageWhen::new(when),
                operations::SendChatMessageThen::new(then),
            )
        })
    }
    fn get_chat_message<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetChatMessageWhen, operations::GetChatMessageThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetChatMessageWhen::new(when),
                operations::GetChatMessageThen::new(then),
            )
        })
    }
    fn delete_chat_message<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteChatMessageWhen, operations::DeleteChatMessageThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteChatMessageWhen::new(when),
                operations::DeleteChatMessageThen::new(then),
            )
        })
    }
    fn update_chat_message<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateChatMessageWhen, operations::UpdateChatMessageThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateChatMessageWhen::new(when),
                operations::UpdateChatMessageThen::new(then),
            )
        })
    }
    fn list_chat_participants<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListChatParticipantsWhen,
            operations::ListChatParticipantsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListChatParticipantsWhen::new(when),
                operations::ListChatParticipantsThen::new(then),
            )
        })
    }
    fn remove_chat_participant<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::RemoveChatParticipantWhen,
            operations::RemoveChatParticipantThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::RemoveChatParticipantWhen::new(when),
                operations::RemoveChatParticipantThen::new(then),
            )
        })
    }
    fn add_chat_participants<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::AddChatParticipantsWhen,
            operations::AddChatParticipantsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::AddChatParticipantsWhen::new(when),
                operations::AddChatParticipantsThen::new(then),
            )
        })
    }
    fn list_chat_threads<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListChatThreadsWhen, operations::ListChatThreadsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListChatThreadsWhen::new(when),
                operations::ListChatThreadsThen::new(then),
            )
        })
    }
    fn create_chat_thread<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateChatThreadWhen, operations::CreateChatThreadThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateChatThreadWhen::new(when),
                operations::CreateChatThreadThen::new(then),
            )
        })
    }
    fn get_chat_thread_properties<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetChatThreadPropertiesWhen,
            operations::GetChatThreadPropertiesThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetChatThreadPropertiesWhen::new(when),
                operations::GetChatThreadPropertiesThen::new(then),
            )
        })
    }
    fn delete_chat_thread<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteChatThreadWhen, operations::DeleteChatThreadThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteChatThreadWhen::new(when),
                operations::DeleteChatThreadThen::new(then),
            )
        })
    }
    fn update_chat_thread_properties<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateChatThreadPropertiesWhen,
            operations::UpdateChatThreadPropertiesThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateChatThreadPropertiesWhen::new(when),
                operations::UpdateChatThreadPropertiesThen::new(then),
            )
        })
    }
    fn send_typing_notification<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SendTypingNotificationWhen,
            operations::SendTypingNotificationThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SendTypingNotificationWhen::new(when),
                operations::SendTypingNotificationThen::new(then),
            )
        })
    }
}
impl Documented for operations::ListChatReadReceiptsThen {
    const OPERATION: &'static str = "ChatThread_ListChatReadReceipts";
    fn respond(
        self,
        respond: impl FnOnce(::httpmock::Then) -> ::httpmock::Then,
    ) -> Self {
        Self::new(respond(self.into_inner()))
    }
}
impl Documented for operations::SendChatReadReceiptThen {
    const OPERATION: &'static str = "ChatThread_SendChatReadReceipt";
    fn respond(
        self,
        respond: impl FnOnce(::httpmock::Then) -> ::httpmock::Then,
    ) -> Self {
        Self::new(respond(self.into_inner()))
    }
}
impl Documented for operations::SendChatMessageThen {
    const OPERATION: &'static str = "ChatThread_SendChatMessage";
    fn respond(
        self,
        respond: impl FnOnce(::httpmock::Then) -> ::httpmock::Then,
    ) -> Self {
        Self::new(respond(self.into_inner()))
    }
}
impl Documented for operations::ListChatMessagesThen {
    const OPERATION: &'static str = "ChatThread_ListChatMessages";
    fn respond(
        self,
        respond: impl FnOnce(::httpmock::Then) -> ::httpmock::Then,
    ) -> Self {
        Self::new(respond(self.into_inner()))
    }
}
impl Documented for operations::GetChatMessageThen {
    const OPERATION: &'static str = "ChatThread_GetChatMessage";
    fn respond(
        self,
        respond: impl FnOnce(::httpmock::Then) -> ::httpmock::Then,
    ) -> Self {
        Self::new(respond(self.into_inner()))
    }
}
impl Documented for operations::UpdateChatMessageThen {
    const OPERATION: &'static str = "ChatThread_UpdateChatMessage";
    fn respond(
        self,
        respond: impl FnOnce(::httpmock::Then) -> ::httpmock::Then,
    ) -> Self {
        Self::new(respond(self.into_inner()))
    }
}
impl Documented for operations::DeleteChatMessageThen {
    const OPERATION: &'static str = "ChatThread_DeleteChatMessage";
    fn respond(
        self,
        respond: impl FnOnce(::httpmock::Then) -> ::httpmock::Then,
    ) -> Self {
        Self::new(respond(self.into_inner()))
    }
}
impl Documented for operations::ListChatParticipantsThen {
    const OPERATION: &'static str = "ChatThread_ListChatParticipants";
    fn respond(
        self,
        respond: impl FnOnce(::httpmock::Then) -> ::httpmock::Then,
    ) -> Self {
        Self::new(respond(self.into_inner()))
    }
}
impl Documented for operations::RemoveChatParticipantThen {
    const OPERATION: &'static str = "ChatThread_RemoveChatParticipant";
    fn respond(
        self,
        respond: impl FnOnce(::httpmock::Then) -> ::httpmock::Then,
    ) -> Self {
        Self::new(respond(self.into_inner()))
    }
}
impl Documented for operations::AddChatParticipantsThen {
    const OPERATION: &'static str = "ChatThread_AddChatParticipants";
    fn respond(
        self,
        respond: impl FnOnce(::httpmock::Then) -> ::httpmock::Then,
    ) -> Self {
        Self::new(respond(self.into_inner()))
    }
}
impl Documented for operations::CreateChatThreadThen {
    const OPERATION: &'static str = "Chat_CreateChatThread";
    fn respond(
        self,
        respond: impl FnOnce(::httpmock::Then) -> ::httpmock::Then,
    ) -> Self {
        Self::new(respond(self.into_inner()))
    }
}
impl Documented for operations::ListChatThreadsThen {
    const OPERATION: &'static str = "Chat_ListChatThreads";
    fn respond(
        self,
        respond: impl FnOnce(::httpmock::Then) -> ::httpmock::Then,
    ) -> Self {
        Self::new(respond(self.into_inner()))
    }
}
impl Documented for operations::UpdateChatThreadPropertiesThen {
    const OPERATION: &'static str = "ChatThread_UpdateChatThreadProperties";
    fn respond(
        self,
        respond: impl FnOnce(::httpmock::Then) -> ::httpmock::Then,
    ) -> Self {
        Self::new(respond(self.into_inner()))
    }
}
impl Documented for operations::GetChatThreadPropertiesThen {
    const OPERATION: &'static str = "ChatThread_GetChatThreadProperties";
    fn respond(
        self,
        respond: impl FnOnce(::httpmock::Then) -> ::httpmock::Then,
    ) -> Self {
        Self::new(respond(self.into_inner()))
    }
}
impl Documented for operations::DeleteChatThreadThen {
    const OPERATION: &'static str = "Chat_DeleteChatThread";
    fn respond(
        self,
        respond: impl FnOnce(::httpmock::Then) -> ::httpmock::Then,
    ) -> Self {
        Self::new(respond(self.into_inner()))
    }
}
impl Documented for operations::SendTypingNotificationThen {
    const OPERATION: &'static str = "ChatThread_SendTypingNotification";
    fn respond(
        self,
        respond: impl FnOnce(::httpmock::Then) -> ::httpmock::Then,
    ) -> Self {
        Self::new(respond(self.into_inner()))
    }
}
/// The documented responses of all operations, in the document's order.
pub static EXAMPLES: &[Example] = &[
    Example {
        operation: "ChatThread_ListChatReadReceipts",
        name: "Conversations_ListChatReadReceiptsWithPageSize",
        status: 200u16,
        body: Some(
            "{\"value\":[{\"senderCommunicationIdentifier\":{\"rawId\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\",\"communicationUser\":{\"id\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\"}},\"chatMessageId\":\"1591137790240\",\"readOn\":\"2020-06-06T05:55:41.6460000Z\"},{\"senderCommunicationIdentifier\":{\"rawId\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_c94ff260-162d-46d6-94fd-e79f4d213715\",\"communicationUser\":{\"id\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_c94ff260-162d-46d6-94fd-e79f4d213715\"}},\"chatMessageId\":\"1591768249318\",\"readOn\":\"2020-06-06T05:55:41.6460000Z\"}],\"nextLink\":\"https://contoso.westus.communications.azure.com/chat/threads/19:453dafb77b26481ea2e73bcada0324af@thread.v2/readReceipts?skip=2&maxPageSize=2&api-version=2025-03-15\"}",
        ),
    },
    Example {
        operation: "ChatThread_ListChatReadReceipts",
        name: "Conversations_ListChatReadReceiptsWithPageSize",
        status: 401u16,
        body: Some(
            "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"Request is not authorized.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_ListChatReadReceipts",
        name: "Conversations_ListChatReadReceiptsWithPageSize",
        status: 403u16,
        body: Some(
            "{\"error\":{\"code\":\"Forbidden\",\"message\":\"User is not allowed to perform specified action.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_ListChatReadReceipts",
        name: "Conversations_ListChatReadReceiptsWithPageSize",
        status: 429u16,
        body: Some(
            "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Rate limit exceeded.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_ListChatReadReceipts",
        name: "Conversations_ListChatReadReceiptsWithPageSize",
        status: 503u16,
        body: Some(
            "{\"error\":{\"code\":\"ServiceUnavailable\",\"message\":\"The server is currently unable to handle the request.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_SendChatReadReceipt",
        name: "Conversations_SendChatReadReceipt",
        status: 200u16,
        body: None,
    },
    Example {
        operation: "ChatThread_SendChatReadReceipt",
        name: "Conversations_SendChatReadReceipt",
        status: 401u16,
        body: Some(
            "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"Request is not authorized.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_SendChatReadReceipt",
        name: "Conversations_SendChatReadReceipt",
        status: 403u16,
        body: Some(
            "{\"error\":{\"code\":\"Forbidden\",\"message\":\"User is not allowed to perform specified action.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_SendChatReadReceipt",
        name: "Conversations_SendChatReadReceipt",
        status: 429u16,
        body: Some(
            "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Rate limit exceeded.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_SendChatReadReceipt",
        name: "Conversations_SendChatReadReceipt",
        status: 503u16,
        body: Some(
            "{\"error\":{\"code\":\"ServiceUnavailable\",\"message\":\"The server is currently unable to handle the request.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_SendChatMessage",
        name: "Messages_SendChatMessage",
        status: 201u16,
        body: Some("{\"id\":\"1593072104708\"}"),
    },
    Example {
        operation: "ChatThread_SendChatMessage",
        name: "Messages_SendChatMessage",
        status: 401u16,
        body: Some(
            "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"Request is not authorized.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_SendChatMessage",
        name: "Messages_SendChatMessage",
        status: 403u16,
        body: Some(
            "{\"error\":{\"code\":\"Forbidden\",\"message\":\"User is not allowed to perform specified action.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_SendChatMessage",
        name: "Messages_SendChatMessage",
        status: 429u16,
        body: Some(
            "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Rate limit exceeded.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_SendChatMessage",
        name: "Messages_SendChatMessage",
        status: 503u16,
        body: Some(
            "{\"error\":{\"code\":\"ServiceUnavailable\",\"message\":\"The server is currently unable to handle the request.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_ListChatMessages",
        name: "Messages_ListChatMessagesWithPageSize",
        status: 200u16,
        body: Some(
            "{\"value\":[{\"id\":\"1593107077690\",\"type\":\"html\",\"sequenceId\":\"5\",\"version\":\"1593107077683\",\"content\":{\"message\":\"<p>This place for lunch?&nbsp;</p>\\r\\n<p><img itemscope=\\\"png\\\" src=\\\"\\\" width=\\\"1425\\\" height=\\\"539\\\" alt=\\\"image\\\" id=\\\"0-canaryeus-d1-907ca0083e8f3bef6793e5a46c0ded73\\\"></p>\",\"attachments\":[{\"id\":\"0-canaryeus-d1-907ca0083e8f3bef6793e5a46c0ded73\",\"attachmentType\":\"image\",\"name\":\"image\",\"url\":\"https://contoso.westus.communications.azure.com/chat/threads/19:meeting_453dafb77b26481ea2e73bcada0324af@thread.v2/images/0-canaryeus-d1-907ca0083e8f3bef6793e5a46c0ded73/views/original?api-version=2023-07-01-preview\",\"previewUrl\":\"https://contoso.westus.communications.azure.com/chat/threads/19:meeting_453dafb77b26481ea2e73bcada0324af@thread.v2/messages/1700844519132/teamsInterop/images/0-canaryeus-d1-907ca0083e8f3bef6793e5a46c0ded73/views/small?api-version=2023-07-01-preview\"}]},\"createdOn\":\"2020-06-25T17:44:37.6830000Z\",\"senderDisplayName\":\"Jane\",\"senderCommunicationIdentifier\":{\"rawId\":\"8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\",\"communicationUser\":{\"id\":\"8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\"}},\"metadata\":{\"amsreferences\":\"[\\\"0-canaryeus-d1-907ca0083e8f3bef6793e5a46c0ded73\\\"]\"}},{\"id\":\"1593107077683\",\"type\":\"text\",\"sequenceId\":\"4\",\"version\":\"1593107077683\",\"content\":{\"message\":\"Let's use this chat to decide what to get for lunch today.\"},\"createdOn\":\"2020-06-25T17:44:37.6830000Z\",\"senderDisplayName\":\"Jane\",\"senderCommunicationIdentifier\":{\"rawId\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\",\"communicationUser\":{\"id\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\"}}},{\"id\":\"1593107046498\",\"type\":\"text\",\"sequenceId\":\"3\",\"version\":\"1593107046498\",\"content\":{\"message\":\"Good morning everyone!\"},\"createdOn\":\"2020-06-25T17:44:06.4980000Z\",\"senderDisplayName\":\"Jane\",\"senderCommunicationIdentifier\":{\"rawId\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\",\"communicationUser\":{\"id\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\"}}},{\"id\":\"1593106976785\",\"type\":\"topicUpdated\",\"sequenceId\":\"2\",\"version\":\"1593106976785\",\"content\":{\"initiatorCommunicationIdentifier\":{\"rawId\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\",\"communicationUser\":{\"id\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\"}},\"topic\":\"Lunch\"},\"createdOn\":\"2020-06-25T17:42:56.7850000Z\"},{\"id\":\"1593106976753\",\"type\":\"participantAdded\",\"sequenceId\":\"1\",\"version\":\"1593106976753\",\"content\":{\"initiatorCommunicationIdentifier\":{\"rawId\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\",\"communicationUser\":{\"id\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\"}},\"participants\":[{\"communicationIdentifier\":{\"rawId\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\",\"communicationUser\":{\"id\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\"}}},{\"communicationIdentifier\":{\"rawId\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_c94ff260-162d-46d6-94fd-e79f4d213715\",\"communicationUser\":{\"id\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_c94ff260-162d-46d6-94fd-e79f4d213715\"}}},{\"communicationIdentifier\":{\"rawId\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_f13a9208-0bb8-45c0-916c-f3ed922728ce\",\"communicationUser\":{\"id\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_f13a9208-0bb8-45c0-916c-f3ed922728ce\"}}}]},\"createdOn\":\"2020-06-25T17:42:56.7530000Z\"}],\"nextLink\":\"https://contoso.westus.communications.azure.com/chat/threads/19:meeting_453dafb77b26481ea2e73bcada0324af@thread.v2/messages?syncState=3e4700000031393a756e6930315f7a626e68336e74326466756666657a6333736f7837646f67377766686b36793571653272776c6e66686c68647a69726968647071407468726561642e763201451fe6e77201000004357fea72010000&startTime=0&maxPageSize=5&api-version=2025-03-15\"}",
        ),
    },
    Example {
        operation: "ChatThread_ListChatMessages",
        name: "Messages_ListChatMessagesWithPageSize",
        status: 401u16,
        body: Some(
            "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"Request is not authorized.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_ListChatMessages",
        name: "Messages_ListChatMessagesWithPageSize",
        status: 403u16,
        body: Some(
            "{\"error\":{\"code\":\"Forbidden\",\"message\":\"User is not allowed to perform specified action.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_ListChatMessages",
        name: "Messages_ListChatMessagesWithPageSize",
        status: 429u16,
        body: Some(
            "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Rate limit exceeded.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_ListChatMessages",
        name: "Messages_ListChatMessagesWithPageSize",
        status: 503u16,
        body: Some(
            "{\"error\":{\"code\":\"ServiceUnavailable\",\"message\":\"The server is currently unable to handle the request.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_GetChatMessage",
        name: "Messages_GetChatMessage",
        status: 200u16,
        body: Some(
            "{\"id\":\"1591768249318\",\"type\":\"text\",\"sequenceId\":\"1\",\"version\":\"1599016601134\",\"content\":{\"message\":\"Let's head out for lunch in 15 minutes.\"},\"createdOn\":\"2020-06-10T05:50:49.3180000Z\",\"senderDisplayName\":\"Jane\",\"senderCommunicationIdentifier\":{\"rawId\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\",\"communicationUser\":{\"id\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\"}},\"metadata\":{\"someKey1\":\"someValue1\",\"someKey2\":\"someValue2\"}}",
        ),
    },
    Example {
        operation: "ChatThread_GetChatMessage",
        name: "Messages_GetChatMessage",
        status: 401u16,
        body: Some(
            "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"Request is not authorized.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_GetChatMessage",
        name: "Messages_GetChatMessage",
        status: 403u16,
        body: Some(
            "{\"error\":{\"code\":\"Forbidden\",\"message\":\"User is not allowed to perform specified action.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_GetChatMessage",
        name: "Messages_GetChatMessage",
        status: 429u16,
        body: Some(
            "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Rate limit exceeded.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_GetChatMessage",
        name: "Messages_GetChatMessage",
        status: 503u16,
        body: Some(
            "{\"error\":{\"code\":\"ServiceUnavailable\",\"message\":\"The server is currently unable to handle the request.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_UpdateChatMessage",
        name: "Messages_UpdateChatMessage",
        status: 204u16,
        body: None,
    },
    Example {
        operation: "ChatThread_UpdateChatMessage",
        name: "Messages_UpdateChatMessage",
        status: 401u16,
        body: Some(
            "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"Request is not authorized.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_UpdateChatMessage",
        name: "Messages_UpdateChatMessage",
        status: 403u16,
        body: Some(
            "{\"error\":{\"code\":\"Forbidden\",\"message\":\"User is not allowed to perform specified action.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_UpdateChatMessage",
        name: "Messages_UpdateChatMessage",
        status: 429u16,
        body: Some(
            "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Rate limit exceeded.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_UpdateChatMessage",
        name: "Messages_UpdateChatMessage",
        status: 503u16,
        body: Some(
            "{\"error\":{\"code\":\"ServiceUnavailable\",\"message\":\"The server is currently unable to handle the request.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_DeleteChatMessage",
        name: "Messages_DeleteChatMessage",
        status: 204u16,
        body: None,
    },
    Example {
        operation: "ChatThread_DeleteChatMessage",
        name: "Messages_DeleteChatMessage",
        status: 401u16,
        body: Some(
            "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"Request is not authorized.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_DeleteChatMessage",
        name: "Messages_DeleteChatMessage",
        status: 403u16,
        body: Some(
            "{\"error\":{\"code\":\"Forbidden\",\"message\":\"User is not allowed to perform specified action.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_DeleteChatMessage",
        name: "Messages_DeleteChatMessage",
        status: 429u16,
        body: Some(
            "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Rate limit exceeded.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_DeleteChatMessage",
        name: "Messages_DeleteChatMessage",
        status: 503u16,
        body: Some(
            "{\"error\":{\"code\":\"ServiceUnavailable\",\"message\":\"The server is currently unable to handle the request.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_ListChatParticipants",
        name: "Participants_ListChatParticipantsWithPageSize",
        status: 200u16,
        body: Some(
            "{\"value\":[{\"communicationIdentifier\":{\"rawId\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_c94ff260-162d-46d6-94fd-e79f4d213715\",\"communicationUser\":{\"id\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_c94ff260-162d-46d6-94fd-e79f4d213715\"}},\"displayName\":\"Jane\",\"shareHistoryTime\":\"2020-06-06T05:55:41Z\"},{\"communicationIdentifier\":{\"rawId\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\",\"communicationUser\":{\"id\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\"}},\"displayName\":\"Alex\",\"shareHistoryTime\":\"2020-06-06T05:55:41Z\"}],\"nextLink\":\"https://contoso.westus.communications.azure.com/chat/threads/19:453dafb77b26481ea2e73bcada0324af@thread.v2/participants?skip=2&maxPageSize=2&api-version=2025-03-15\"}",
        ),
    },
    Example {
        operation: "ChatThread_ListChatParticipants",
        name: "Participants_ListChatParticipantsWithPageSize",
        status: 401u16,
        body: Some(
            "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"Request is not authorized.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_ListChatParticipants",
        name: "Participants_ListChatParticipantsWithPageSize",
        status: 403u16,
        body: Some(
            "{\"error\":{\"code\":\"Forbidden\",\"message\":\"User is not allowed to perform specified action.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_ListChatParticipants",
        name: "Participants_ListChatParticipantsWithPageSize",
        status: 429u16,
        body: Some(
            "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Rate limit exceeded.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_ListChatParticipants",
        name: "Participants_ListChatParticipantsWithPageSize",
        status: 503u16,
        body: Some(
            "{\"error\":{\"code\":\"ServiceUnavailable\",\"message\":\"The server is currently unable to handle the request.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_RemoveChatParticipant",
        name: "Participants_RemoveChatParticipant",
        status: 204u16,
        body: None,
    },
    Example {
        operation: "ChatThread_RemoveChatParticipant",
        name: "Participants_RemoveChatParticipant",
        status: 401u16,
        body: Some(
            "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"Request is not authorized.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_RemoveChatParticipant",
        name: "Participants_RemoveChatParticipant",
        status: 403u16,
        body: Some(
            "{\"error\":{\"code\":\"Forbidden\",\"message\":\"User is not allowed to perform specified action.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_RemoveChatParticipant",
        name: "Participants_RemoveChatParticipant",
        status: 429u16,
        body: Some(
            "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Rate limit exceeded.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_RemoveChatParticipant",
        name: "Participants_RemoveChatParticipant",
        status: 503u16,
        body: Some(
            "{\"error\":{\"code\":\"ServiceUnavailable\",\"message\":\"The server is currently unable to handle the request.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_AddChatParticipants",
        name: "Participants_AddChatParticipants",
        status: 201u16,
        body: Some(
            "{\"invalidParticipants\":[{\"target\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_a34d2d65-d72f-4c48-a12c-2d5c9ac75a1a\",\"code\":\"403\",\"message\":\"Permissions check failed\"},{\"target\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_f6762773-e33a-4727-985f-50bd1d197c7b\",\"code\":\"404\",\"message\":\"Not found\"}]}",
        ),
    },
    Example {
        operation: "ChatThread_AddChatParticipants",
        name: "Participants_AddChatParticipants",
        status: 401u16,
        body: Some(
            "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"Request is not authorized.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_AddChatParticipants",
        name: "Participants_AddChatParticipants",
        status: 403u16,
        body: Some(
            "{\"error\":{\"code\":\"Forbidden\",\"message\":\"User is not allowed to perform specified action.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_AddChatParticipants",
        name: "Participants_AddChatParticipants",
        status: 429u16,
        body: Some(
            "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Rate limit exceeded.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_AddChatParticipants",
        name: "Participants_AddChatParticipants",
        status: 503u16,
        body: Some(
            "{\"error\":{\"code\":\"ServiceUnavailable\",\"message\":\"The server is currently unable to handle the request.\"}}",
        ),
    },
    Example {
        operation: "Chat_CreateChatThread",
        name: "Threads_CreateChatThread",
        status: 201u16,
        body: Some(
            "{\"chatThread\":{\"id\":\"19:uni01_zbnh3nt2dfuffezc3sox7dog7wfhk6y5qe2rwlnfhlhdzirihdpq@thread.v2\",\"topic\":\"Lunch\",\"createdOn\":\"2020-06-06T05:55:41.6460000Z\",\"createdByCommunicationIdentifier\":{\"rawId\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_c94ff260-162d-46d6-94fd-e79f4d213715\",\"communicationUser\":{\"id\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_c94ff260-162d-46d6-94fd-e79f4d213715\"}},\"retentionPolicy\":{\"kind\":\"threadCreationDate\",\"deleteThreadAfterDays\":30}},\"invalidParticipants\":[{\"target\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_a34d2d65-d72f-4c48-a12c-2d5c9ac75a1a\",\"code\":\"403\",\"message\":\"Permissions check failed\"},{\"target\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_f6762773-e33a-4727-985f-50bd1d197c7b\",\"code\":\"404\",\"message\":\"Not found\"}]}",
        ),
    },
    Example {
        operation: "Chat_CreateChatThread",
        name: "Threads_CreateChatThreadWithIdempotencyToken",
        status: 201u16,
        body: Some(
            "{\"chatThread\":{\"id\":\"19:uni01_zbnh3nt2dfuffezc3sox7dog7wfhk6y5qe2rwlnfhlhdzirihdpq@thread.v2\",\"topic\":\"Lunch\",\"createdOn\":\"2020-06-06T05:55:41.6460000Z\",\"createdByCommunicationIdentifier\":{\"rawId\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_c94ff260-162d-46d6-94fd-e79f4d213715\",\"communicationUser\":{\"id\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_c94ff260-162d-46d6-94fd-e79f4d213715\"}}},\"invalidParticipants\":[{\"target\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_a34d2d65-d72f-4c48-a12c-2d5c9ac75a1a\",\"code\":\"403\",\"message\":\"Permissions check failed\"},{\"target\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_f6762773-e33a-4727-985f-50bd1d197c7b\",\"code\":\"404\",\"message\":\"Not found\"}]}",
        ),
    },
    Example {
        operation: "Chat_CreateChatThread",
        name: "Threads_CreateChatThread",
        status: 401u16,
        body: Some(
            "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"Request is not authorized.\"}}",
        ),
    },
    Example {
        operation: "Chat_CreateChatThread",
        name: "Threads_CreateChatThreadWithIdempotencyToken",
        status: 401u16,
        body: Some(
            "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"Request is not authorized.\"}}",
        ),
    },
    Example {
        operation: "Chat_CreateChatThread",
        name: "Threads_CreateChatThread",
        status: 403u16,
        body: Some(
            "{\"error\":{\"code\":\"Forbidden\",\"message\":\"User is not allowed to perform specified action.\"}}",
        ),
    },
    Example {
        operation: "Chat_CreateChatThread",
        name: "Threads_CreateChatThreadWithIdempotencyToken",
        status: 403u16,
        body: Some(
            "{\"error\":{\"code\":\"Forbidden\",\"message\":\"User is not allowed to perform specified action.\"}}",
        ),
    },
    Example {
        operation: "Chat_CreateChatThread",
        name: "Threads_CreateChatThread",
        status: 429u16,
        body: Some(
            "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Rate limit exceeded.\"}}",
        ),
    },
    Example {
        operation: "Chat_CreateChatThread",
        name: "Threads_CreateChatThreadWithIdempotencyToken",
        status: 429u16,
        body: Some(
            "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Rate limit exceeded.\"}}",
        ),
    },
    Example {
        operation: "Chat_CreateChatThread",
        name: "Threads_CreateChatThread",
        status: 503u16,
        body: Some(
            "{\"error\":{\"code\":\"ServiceUnavailable\",\"message\":\"The server is currently unable to handle the request.\"}}",
        ),
    },
    Example {
        operation: "Chat_CreateChatThread",
        name: "Threads_CreateChatThreadWithIdempotencyToken",
        status: 503u16,
        body: Some(
            "{\"error\":{\"code\":\"ServiceUnavailable\",\"message\":\"The server is currently unable to handle the request.\"}}",
        ),
    },
    Example {
        operation: "Chat_ListChatThreads",
        name: "Threads_ListChatThreadsWithPageSize",
        status: 200u16,
        body: Some(
            "{\"value\":[{\"id\":\"19:uni01_zbnh3nt2dfuffezc3sox7dog7wfhk6y5qe2rwlnfhlhdzirihdpq@thread.v2\",\"topic\":\"Chat with Samantha\",\"lastMessageReceivedOn\":\"2020-06-06T05:55:41.6460000Z\"},{\"id\":\"19:a0dfe5fc10e04a7f8d8a64d455f4196d@thread.v2\",\"topic\":\"Presentation Brainstorming\",\"lastMessageReceivedOn\":\"2020-06-06T05:55:41.6460000Z\"},{\"id\":\"19:uni01_n242d2bzammtwxiib7pbjtozeevjqzavzn654ku3dajocexfo2na@thread.v2\",\"topic\":\"Chat with Alex\",\"lastMessageReceivedOn\":\"2020-06-06T05:55:41.6460000Z\"},{\"id\":\"19:0062022a28be4e0983734f7e45cd8566@thread.v2\",\"topic\":\"Lunch\",\"deletedOn\":\"2020-07-07T05:55:41.6460000Z\",\"lastMessageReceivedOn\":\"2020-06-06T05:55:41.6460000Z\"},{\"id\":\"19:uni01_zbnh3nt2dfuffezc3sox7dog7wfhk6y5qe2rwlnfhlhdzirihdpe@thread.v2\",\"topic\":\"Chat with Bob\",\"lastMessageReceivedOn\":\"2020-06-06T05:55:41.6460000Z\"}],\"nextLink\":\"https://contoso.westus.communications.azure.com/chat/threads?syncState=W3sic3RhcnQiOiIyMDIwLTA2LTIzVDIzOjMyOjQ3LjMwNSswMDowMCIsImVuZCI6IjIwMjAtMDYtMjVUMDY6NTY6MjMuNjk2KzAwOjAwIn0seyJzdGFydCI6IjE5NzAtMDEtMDFUMDA6MDA6MDArMDA6MDAiLCJlbmQiOiIxOTcwLTAxLTAxVDAwOjAwOjAwKzAwOjAwIn1d&api-version=2025-03-15&maxPageSize=5\"}",
        ),
    },
    Example {
        operation: "Chat_ListChatThreads",
        name: "Threads_ListChatThreadsWithPageSize",
        status: 401u16,
        body: Some(
            "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"Request is not authorized.\"}}",
        ),
    },
    Example {
        operation: "Chat_ListChatThreads",
        name: "Threads_ListChatThreadsWithPageSize",
        status: 403u16,
        body: Some(
            "{\"error\":{\"code\":\"Forbidden\",\"message\":\"User is not allowed to perform specified action.\"}}",
        ),
    },
    Example {
        operation: "Chat_ListChatThreads",
        name: "Threads_ListChatThreadsWithPageSize",
        status: 429u16,
        body: Some(
            "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Rate limit exceeded.\"}}",
        ),
    },
    Example {
        operation: "Chat_ListChatThreads",
        name: "Threads_ListChatThreadsWithPageSize",
        status: 503u16,
        body: Some(
            "{\"error\":{\"code\":\"ServiceUnavailable\",\"message\":\"The server is currently unable to handle the request.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_UpdateChatThreadProperties",
        name: "Threads_UpdateChatThreadTopic",
        status: 204u16,
        body: None,
    },
    Example {
        operation: "ChatThread_UpdateChatThreadProperties",
        name: "Threads_UpdateChatThreadTopic",
        status: 401u16,
        body: Some(
            "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"Request is not authorized.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_UpdateChatThreadProperties",
        name: "Threads_UpdateChatThreadTopic",
        status: 403u16,
        body: Some(
            "{\"error\":{\"code\":\"Forbidden\",\"message\":\"User is not allowed to perform specified action.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_UpdateChatThreadProperties",
        name: "Threads_UpdateChatThreadTopic",
        status: 429u16,
        body: Some(
            "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Rate limit exceeded.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_UpdateChatThreadProperties",
        name: "Threads_UpdateChatThreadTopic",
        status: 503u16,
        body: Some(
            "{\"error\":{\"code\":\"ServiceUnavailable\",\"message\":\"The server is currently unable to handle the request.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_GetChatThreadProperties",
        name: "Threads_GetChatThread",
        status: 200u16,
        body: Some(
            "{\"id\":\"19:uni01_zbnh3nt2dfuffezc3sox7dog7wfhk6y5qe2rwlnfhlhdzirihdpq@thread.v2\",\"topic\":\"Lunch\",\"createdOn\":\"2020-06-06T05:55:41.6460000Z\",\"createdByCommunicationIdentifier\":{\"rawId\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\",\"communicationUser\":{\"id\":\"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b\"}}}",
        ),
    },
    Example {
        operation: "ChatThread_GetChatThreadProperties",
        name: "Threads_GetChatThread",
        status: 401u16,
        body: Some(
            "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"Request is not authorized.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_GetChatThreadProperties",
        name: "Threads_GetChatThread",
        status: 403u16,
        body: Some(
            "{\"error\":{\"code\":\"Forbidden\",\"message\":\"User is not allowed to perform specified action.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_GetChatThreadProperties",
        name: "Threads_GetChatThread",
        status: 429u16,
        body: Some(
            "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Rate limit exceeded.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_GetChatThreadProperties",
        name: "Threads_GetChatThread",
        status: 503u16,
        body: Some(
            "{\"error\":{\"code\":\"ServiceUnavailable\",\"message\":\"The server is currently unable to handle the request.\"}}",
        ),
    },
    Example {
        operation: "Chat_DeleteChatThread",
        name: "Threads_DeleteChatThread",
        status: 204u16,
        body: None,
    },
    Example {
        operation: "Chat_DeleteChatThread",
        name: "Threads_DeleteChatThread",
        status: 401u16,
        body: Some(
            "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"Request is not authorized.\"}}",
        ),
    },
    Example {
        operation: "Chat_DeleteChatThread",
        name: "Threads_DeleteChatThread",
        status: 403u16,
        body: Some(
            "{\"error\":{\"code\":\"Forbidden\",\"message\":\"User is not allowed to perform specified action.\"}}",
        ),
    },
    Example {
        operation: "Chat_DeleteChatThread",
        name: "Threads_DeleteChatThread",
        status: 429u16,
        body: Some(
            "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Rate limit exceeded.\"}}",
        ),
    },
    Example {
        operation: "Chat_DeleteChatThread",
        name: "Threads_DeleteChatThread",
        status: 503u16,
        body: Some(
            "{\"error\":{\"code\":\"ServiceUnavailable\",\"message\":\"The server is currently unable to handle the request.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_SendTypingNotification",
        name: "Messages_SendTypingNotification",
        status: 200u16,
        body: None,
    },
    Example {
        operation: "ChatThread_SendTypingNotification",
        name: "Messages_SendTypingNotification",
        status: 401u16,
        body: Some(
            "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"Request is not authorized.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_SendTypingNotification",
        name: "Messages_SendTypingNotification",
        status: 403u16,
        body: Some(
            "{\"error\":{\"code\":\"Forbidden\",\"message\":\"User is not allowed to perform specified action.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_SendTypingNotification",
        name: "Messages_SendTypingNotification",
        status: 429u16,
        body: Some(
            "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Rate limit exceeded.\"}}",
        ),
    },
    Example {
        operation: "ChatThread_SendTypingNotification",
        name: "Messages_SendTypingNotification",
        status: 503u16,
        body: Some(
            "{\"error\":{\"code\":\"ServiceUnavailable\",\"message\":\"The server is currently unable to handle the request.\"}}",
        ),
    },
];
