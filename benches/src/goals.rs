//! What the client may cost.
//!
//! A bench prints the goals beside what it measures. It asserts the limits, and those only on what is counted: a time
//! depends on what else the machine does.

/// A ratio of instructions, client / floor.
#[derive(Clone, Copy, Debug)]
pub struct InstructionRatio {
    /// What the client should need at most.
    pub goal: f64,
    /// What it may need at most.
    pub limit: f64,
}

/// Instructions of a get or a send.
pub const CALL_INSTRUCTIONS: InstructionRatio = InstructionRatio {
    goal: 1.02,
    limit: 1.06,
};

/// Instructions of a list.
pub const LIST_INSTRUCTIONS: InstructionRatio = InstructionRatio {
    goal: 0.92,
    limit: 1.06,
};

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
