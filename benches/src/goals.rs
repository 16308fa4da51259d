//! What the client may cost.
//!
//! A bench prints the goals beside what it measures. It asserts the limits, and those only on what is counted: a time
//! depends on what else the machine does.

/// Instructions of a get or a send, client / floor, at most. Asserted.
pub const CALL_INSTRUCTIONS: f64 = 1.02;

/// Instructions of a list, client / floor, at most. Asserted.
pub const LIST_INSTRUCTIONS: f64 = 0.92;

/// How many bytes a call may allocate more where the token is longer: two runs read the responses in different pieces.
pub const LONG_TOKEN_BYTES: f64 = 200.0;

/// Rate of a get or a send at 64 calls in flight, client / floor, at least.
pub const CALL_RATE: f64 = 0.97;

/// Rate of a list, client / floor, at least.
pub const LIST_RATE: f64 = 1.05;

/// Rate of a list where the server and the caller spend time on each page, client / floor, at least.
pub const SLOW_LIST_RATE: f64 = 1.7;

/// Rate of a get or a send at 64 calls in flight, client / barest floor, at least.
pub const BAREST_RATE: f64 = 0.90;
