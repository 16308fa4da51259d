#!/bin/sh
# Builds the emulator and uses its inspector in a browser: Debian's chromium, or the one that CHROMIUM names.
# Takes a folder for screenshots; without one they are not kept.
set -eu
screenshots="${1:+$(mkdir -p "$1" && cd "$1" && pwd)}"
cd "$(dirname "$0")"
cargo build --quiet --package acs-chat-emulator
npm ci --no-progress
binary="${CARGO_TARGET_DIR:-../../target}/debug/acs-chat-emulator"
exec node inspector.mjs "$binary" "$screenshots"
