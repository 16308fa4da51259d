//! Each schema as a type of the client: a byte selects it, the rest is JSON.

#![no_main]

use std::fmt::Debug;

use acs_chat::types;
use acs_chat_fuzz::check;
use libfuzzer_sys::fuzz_target;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

macro_rules! schemas {
    ($($name:ident)+) => {
        const SCHEMAS: &[fn(&str)] = &[$(read::<types::$name>),+];
    };
}

include!(concat!(env!("OUT_DIR"), "/schemas.rs"));

fuzz_target!(|data: &[u8]| {
    let Some((schema, json)) = data.split_first() else {
        return;
    };
    let Ok(json) = std::str::from_utf8(json) else {
        return;
    };
    SCHEMAS[usize::from(*schema) % SCHEMAS.len()](json);
});

/// Asserts that a value is the same after it was written and read again, and that nothing was made up.
fn read<T: Serialize + DeserializeOwned + PartialEq + Debug>(json: &str) {
    let Ok(value) = serde_json::from_str::<T>(json) else {
        return;
    };
    let written = serde_json::to_string(&value).expect("types of the API are JSON");
    assert_eq!(
        serde_json::from_str::<T>(&written).ok().as_ref(),
        Some(&value),
        "{written}"
    );
    let written = serde_json::from_str(&written).expect("it is JSON");
    // Not all that a type reads is a `Value`: an ignored number may have any size.
    if let Ok(arrived) = serde_json::from_str::<Value>(json) {
        check::arrived(&written, &arrived);
    }
}
