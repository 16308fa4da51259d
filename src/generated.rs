//! The client that build.rs makes of the API's document.

#![allow(
    unused_imports,
    clippy::all,
    reason = "not every document needs all that progenitor imports"
)]
#![allow(deprecated, reason = "the code names what the API deprecates")]

include!(concat!(env!("OUT_DIR"), "/client.rs"));
