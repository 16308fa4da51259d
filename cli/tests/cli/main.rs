//! The program, run against an emulator.

mod chat;
mod events;
mod export;
mod failures;
mod follow;
mod help;
mod operations;
mod service;
mod tokens;
