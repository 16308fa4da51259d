//! Bodies of requests: from a file or standard input, and from single arguments, which change what the file says.

#![allow(dead_code, reason = "not every document has each kind of body")]

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Arg, ArgMatches, value_parser};
use serde::de::DeserializeOwned;

use crate::{
    failure::{Failure, Kind},
    input,
};

const JSON: &str = "json-body";
const RAW: &str = "body";

/// The argument for a body in JSON.
pub fn json(required: bool) -> Arg {
    let help =
        "File with the body as JSON, `-` for standard input. Other arguments change what it says.";
    file(JSON, required).help(help)
}

/// The argument for a body of bytes or text.
pub fn raw(required: bool) -> Arg {
    file(RAW, required).help("File with the body, `-` for standard input.")
}

/// The argument for the media type of such a body.
pub fn content_type() -> Arg {
    Arg::new("content-type")
        .long("content-type")
        .value_name("TYPE")
        .help("Media type of the body.")
}

fn file(name: &'static str, required: bool) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name("FILE")
        .value_parser(value_parser!(PathBuf))
        .required(required)
}

/// Reads the body in JSON, if there is one. A property that the API does not have is an error: it would not be sent.
pub fn read_json<T: DeserializeOwned>(matches: &ArgMatches) -> Result<Option<T>> {
    let Some(bytes) = read(matches, JSON)? else {
        return Ok(None);
    };
    let invalid = |what: String| Failure::new(Kind::Usage, format!("--{JSON}: {what}"));
    let mut unknown = Vec::new();
    let mut json = serde_json::Deserializer::from_slice(&bytes);
    let body = serde_ignored::deserialize(&mut json, |path| unknown.push(path.to_string()));
    let body = body.and_then(|body| json.end().map(|()| body));
    let body = body.map_err(|error| invalid(error.to_string()))?;
    match unknown.as_slice() {
        [] => Ok(Some(body)),
        unknown => {
            let text = format!("the API has no property {}", unknown.join(", "));
            Err(invalid(text).into())
        }
    }
}

/// Reads the body of bytes, if there is one.
pub fn read_bytes(matches: &ArgMatches) -> Result<Option<Vec<u8>>> {
    read(matches, RAW)
}

/// Reads the body of text, if there is one.
pub fn read_text(matches: &ArgMatches) -> Result<Option<String>> {
    let text = read(matches, RAW)?.map(String::from_utf8).transpose();
    text.with_context(|| Failure::new(Kind::Usage, format!("--{RAW}: it is not text in UTF-8")))
}

fn read(matches: &ArgMatches, name: &str) -> Result<Option<Vec<u8>>> {
    let file = matches.get_one::<PathBuf>(name);
    file.map(|file| input::read(file)).transpose()
}
