#![allow(dead_code, unused_imports, reason = "no program uses all of it")]

pub mod common;
pub mod network;
#[cfg(conveniences)]
pub mod pages;
pub mod surface;
