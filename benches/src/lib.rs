//! What the benches share: the calls of each side, the server they go to, and the arithmetic on what is measured.
//!
//! An error ends the bench: a call that fails measures nothing.

pub mod barest;
pub mod calls;
pub mod floor;
pub mod goals;
pub mod machine;
pub mod server;
pub mod spread;
pub mod task;
pub mod valgrind;

/// Any error that ends a bench.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// Whether each case runs once and briefly: `cargo bench -- --smoke`, or `cargo test --benches`.
pub fn is_smoke() -> bool {
    let has = |flag: &str| std::env::args().any(|argument| argument == flag);
    has("--smoke") || !has("--bench")
}
