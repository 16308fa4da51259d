//! Following threads: each change of their messages once, in order.

mod batch;
mod change;
mod cursor;
mod list;
mod number;
mod pace;
mod poll;
mod position;
mod read;
mod roster;
mod thread;
mod threads;
mod threads_cursor;
mod trace;

pub use change::Change;
pub use cursor::Cursor;
pub use thread::Follow;
pub use threads::FollowThreads;
pub use threads_cursor::ThreadsCursor;
