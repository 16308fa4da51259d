//! The client in a worker.

mod client;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test]
async fn a_call_needs_no_window() {
    let threads = client::client().threads().collect_all().await;
    threads.expect("a list of threads");
}
