#!/usr/bin/env bash
# Compiles the client for browsers, and lets it talk to the emulator in headless Chromium. Needs chromium and chromedriver
# (packages of Debian; CHROMEDRIVER names another one), `rustup target add wasm32-unknown-unknown`, and wasm-bindgen-cli
# in the version that `tests/browser/run.sh --version` prints.
set -euo pipefail
cd "$(dirname "$0")"
version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
if [[ ${1-} == --version ]]; then
    echo "$version"
    exit
fi
if [[ $(wasm-bindgen-test-runner --version || true) != "wasm-bindgen-test-runner $version" ]]; then
    echo "run: cargo install wasm-bindgen-cli --version $version" >&2
    exit 1
fi

target=wasm32-unknown-unknown
root=$(cd ../.. && pwd)
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}
for features in default events,schemars,tracing; do
    cargo clippy --manifest-path "$root/Cargo.toml" --target "$target" --no-default-features --features "$features" -- -D warnings
done

cargo build --quiet --manifest-path "$root/Cargo.toml" --package acs-chat-emulator
emulator=$CARGO_TARGET_DIR/debug/acs-chat-emulator
coproc serve { exec "$emulator" serve --print-url --quiet --no-inspector --faults @faults.json; }
trap 'kill "$serve_PID"' EXIT
read -r ACS_CHAT_ENDPOINT <&"${serve[0]}"
ACS_CHAT_TOKEN=$("$emulator" token --user alice)
CHROMEDRIVER=${CHROMEDRIVER:-$(command -v chromedriver)}
export ACS_CHAT_ENDPOINT ACS_CHAT_TOKEN CHROMEDRIVER
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
cargo test --locked --target "$target" "$@"
