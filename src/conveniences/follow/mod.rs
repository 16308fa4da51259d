//! Following threads: each change of their messages once, in order.

mod batch;
mod change;
mod cursor;
mod number;
mod pace;
mod poll;
mod position;
mod read;
mod thread;
mod trace;

pub use change::Change;
pub use cursor::Cursor;
pub use thread::Follow;
