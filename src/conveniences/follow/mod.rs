//! Following threads: each change of their messages once, in order.

mod batch;
mod change;
mod cursor;
mod hint;
#[cfg(convenience = "follow_threads")]
mod list;
mod number;
mod pace;
mod poll;
mod position;
mod read;
#[cfg(convenience = "follow_threads")]
mod roster;
mod thread;
#[cfg(convenience = "follow_threads")]
mod threads;
#[cfg(convenience = "follow_threads")]
mod threads_cursor;
mod trace;

pub use change::Change;
pub use cursor::Cursor;
pub use hint::Hint;
pub use thread::Follow;
#[cfg(convenience = "follow_threads")]
pub use threads::FollowThreads;
#[cfg(convenience = "follow_threads")]
pub use threads_cursor::ThreadsCursor;
