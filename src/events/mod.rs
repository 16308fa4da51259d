//! What happens in chats, as Event Grid delivers it to a webhook.
//!
//! ```
//! use acs_chat::events::{ChatEventData, Delivery, handshake};
//! use http::{HeaderMap, Method, Response, StatusCode};
//!
//! /// Answers a request to the webhook.
//! fn answer(method: &Method, headers: &HeaderMap, body: &[u8]) -> Response<String> {
//!     if method == Method::OPTIONS {
//!         return handshake(headers).unwrap_or_default();
//!     }
//!     let events = match Delivery::parse(headers, body) {
//!         Ok(Delivery::Validation(validation)) => return validation.response(),
//!         Ok(Delivery::Events(events)) => events,
//!         Ok(_) => return Response::default(),
//!         Err(error) => {
//!             eprintln!("{error}"); // neither ids nor content
//!             let mut response = Response::default();
//!             *response.status_mut() = error.status();
//!             return response;
//!         }
//!     };
//!     for event in events {
//!         match &event.data {
//!             ChatEventData::MessageReceivedInThread(message) => {
//!                 println!("{:?} in {:?}", message.message_id, event.thread_id());
//!             }
//!             other => println!("{}", other.name()),
//!         }
//!     }
//!     Response::default()
//! }
//! # use http as _;
//! # let body = r#"[{
//! #     "id": "1", "eventType": "Microsoft.EventGrid.SubscriptionValidationEvent", "data": { "validationCode": "512d38b6" }
//! # }]"#;
//! # let response = answer(&Method::POST, &HeaderMap::new(), body.as_bytes());
//! # assert_eq!(response.body(), r#"{"validationResponse":"512d38b6"}"#);
//! # assert_eq!(answer(&Method::POST, &HeaderMap::new(), b"{").status(), StatusCode::BAD_REQUEST);
//! ```
//!
//! Event Grid delivers an event at least once, in no order: [`Follow::hints`](crate::Follow::hints) makes each change of it
//! once, in order. See [`docs::events`](crate::docs::events).

pub(crate) mod data;
mod delivery;
mod envelope;
mod error;
mod event;
#[allow(clippy::all, reason = "progenitor writes it")]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/events.rs"));
}
mod handshake;
pub(crate) mod number;

pub use delivery::Delivery;
pub use error::DeliveryError;
pub use event::ChatEvent;
pub use generated::types;
pub use handshake::{SubscriptionValidation, handshake};
pub use types::ChatEventData;
