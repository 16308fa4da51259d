//! What the benches share: the calls on both sides, the server that they go to, and what is reckoned from their times.
//!
//! A failure ends the bench: there is nothing to measure in a call that did not work.

pub mod calls;
pub mod floor;
pub mod machine;
pub mod server;
pub mod spread;

/// Whatever ends a bench before its time.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Whether cargo asked for no more than a sign of life: `cargo bench -- --smoke`, or `cargo test --benches`.
pub fn is_smoke() -> bool {
    let asked = |flag: &str| std::env::args().any(|argument| argument == flag);
    asked("--smoke") || !asked("--bench")
}
