#!/bin/sh
# Builds the emulator, installs the official JavaScript client, and lets it hold a conversation.
set -eu
cd "$(dirname "$0")"
cargo build --quiet --package acs-chat-emulator
npm ci --no-progress
binary="${CARGO_TARGET_DIR:-../../target}/debug/acs-chat-emulator"
exec node conversation.mjs "$binary"
