//! What the client takes of memory. A program of its own: it counts what the whole process allocates.

mod limits_memory;
mod paging_memory;
#[path = "../support/mod.rs"]
mod support;

use peak_alloc::PeakAlloc;
use tokio::sync::Mutex;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Held by the test that measures.
static ALONE: Mutex<()> = Mutex::const_new(());
