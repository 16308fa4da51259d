//! Memory does not grow with the length of a list or a backlog. A program of its own, since it measures processes that
//! run it again.

mod child;
mod following_memory;
mod paging_memory;
#[path = "../support/mod.rs"]
mod support;
