//! Memory stays flat whatever the service sends. A program of its own, since it counts what the whole process allocates.

#[path = "support/mod.rs"]
mod support;

use peak_alloc::PeakAlloc;
use support::{Act, Server, get_thread, retrying_builder, secs, timeless, watch};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const MIB: usize = 1 << 20;

/// What a call adds to the memory at its highest, in bytes.
async fn grown_by(act: Act, max_body: usize) -> usize {
    let server = Server::start([act]).await;
    let limit = secs(3600);
    let client = retrying_builder(server.url())
        .retry(timeless().with_attempt_timeout(limit).with_max_retries(0))
        .max_response_bytes(max_body)
        .build()
        .expect("a client");
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    watch(&server, limit, get_thread(&client))
        .await
        .expect_err("too much, or too slow");
    MEMORY.peak_usage() - before
}

#[tokio::test(start_paused = true)]
async fn memory_stays_flat() {
    // What is made once is not to be counted.
    grown_by(Act::status(400), MIB).await;
    // The buffers of the HTTP client and of the test's server are in here too.
    for (act, max_body, most) in [
        (Act::Endless(200), MIB, 4 * MIB),
        (Act::Endless(200), 4 * MIB, 12 * MIB),
        (Act::Endless(500), 16 * MIB, 2 * MIB),
        (Act::Drip(200), 16 * MIB, 2 * MIB),
        (Act::Dribble, 16 * MIB, 3 * MIB),
    ] {
        let name = format!("{act:?} with a limit of {max_body}");
        let grown = grown_by(act, max_body).await;
        assert!(grown <= most, "{name}: {grown} bytes");
    }
}
