//! What operations return, on standard output.

use std::io::{self, IsTerminal, Write};

use acs_chat::{ByteStream, Items, Paged, ResponseValue};
use anyhow::Result;
use clap::{Arg, ArgMatches, ValueEnum, value_parser};
use serde::Serialize;

use crate::table::Table;

const LIMIT: &str = "limit";

/// How results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Auto,
    Json,
    Table,
}

/// Writes results.
pub struct Output {
    is_for_people: bool,
}

/// The argument for the length of a list.
pub fn limit() -> Arg {
    Arg::new(LIMIT)
        .long(LIMIT)
        .value_name("ITEMS")
        .value_parser(value_parser!(usize))
        .help("Largest number of items in all pages together; the whole list by default.")
}

impl Output {
    pub fn new(format: Format) -> Self {
        let is_for_people = match format {
            Format::Auto => io::stdout().is_terminal(),
            Format::Json => false,
            Format::Table => true,
        };
        Self { is_for_people }
    }

    /// Writes one result.
    pub fn item<T: Serialize>(&self, response: &ResponseValue<T>) -> Result<()> {
        let value: &T = response;
        match self.is_for_people {
            true => print(&serde_json::to_string_pretty(value)?),
            false => print(&serde_json::to_string(value)?),
        }
    }

    /// Writes a list, each item as soon as it is there.
    pub async fn list<P>(&self, matches: &ArgMatches, items: Items<P>) -> Result<()>
    where
        P: Paged,
        P::Item: Serialize,
    {
        // An operation can have a parameter of this name and another type.
        let limit = matches.try_get_one::<usize>(LIMIT).ok().flatten().copied();
        let mut items = items.prefetch(limit.is_none());
        let mut table = Table::default();
        let mut left = limit.unwrap_or(usize::MAX);
        let mut ended = Ok(());
        while left > 0
            && let Some(item) = items.next().await
        {
            match item {
                Ok(item) if self.is_for_people => {
                    print_all(&table.add(&serde_json::to_value(&item)?))?;
                }
                Ok(item) => print(&serde_json::to_string(&item)?)?,
                Err(error) => ended = Err(error.into()),
            }
            left -= 1;
        }
        // What came before an error is written, too.
        print_all(&table.take())?;
        ended
    }

    /// Writes a body as it is.
    #[allow(dead_code, reason = "not every document has such a response")]
    pub async fn bytes(&self, body: ByteStream) -> Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(&body.into_bytes())?;
        Ok(out.flush()?)
    }
}

fn print_all(lines: &[String]) -> Result<()> {
    lines.iter().try_for_each(|line| print(line))
}

/// Writes a line on standard output, and flushes it.
pub fn print(line: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}
