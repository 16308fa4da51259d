//! Which of the conveniences, written by hand, a client has all that they need for.
//!
//! A table names them, in Rust that nothing compiles. A module is a convenience, and holds what it needs of the client: a
//! struct with some fields of a type, an enum with some variants, a trait `ChatClient` or `ChatThread` with operations
//! and every parameter that they require, or another convenience, by `use`. A struct that is `#[created]` has no
//! required fields but those, and gets a constructor `with_required` that takes them.

mod client;
mod constructor;
mod same;
mod table;

use std::collections::BTreeMap;

use syn::File;

use super::tree::module;
use crate::{Document, SpecError, lower::Lowered};
use client::Client;
use table::Need;

/// A convenience, and what it lacks.
#[derive(Debug, PartialEq)]
pub struct Convenience {
    /// The name in the table.
    pub name: String,
    /// Its docs in the table: what callers lack without it. Empty for one that only others need.
    pub gives: String,
    /// What it needs and the client does not have, in the table's words.
    pub missing: Vec<String>,
}

/// Looks for what each convenience of the table needs, and adds the constructors of those that have it all.
pub fn find(
    text: &str,
    file: &mut File,
    document: &Document,
    lowered: &Lowered,
) -> Result<Vec<Convenience>, SpecError> {
    let table = table::read(text)?;
    let client = Client::read(file, document, lowered)?;
    let mut found: Vec<Convenience> = Vec::new();
    let mut created = BTreeMap::new();
    for entry in &table {
        let mut lacks: Vec<String> = Vec::new();
        for need in &entry.needs {
            let more = match need {
                Need::Convenience(other) => found
                    .iter()
                    .find(|found| found.name == *other)
                    .ok_or_else(|| table::not_above(&entry.name, other))?
                    .lacking(),
                need => client.lacks(need),
            };
            for lack in more {
                if !lacks.contains(&lack) {
                    lacks.push(lack);
                }
            }
        }
        for need in entry.needs.iter().filter(|_| lacks.is_empty()) {
            if let Need::Struct {
                name,
                fields,
                created: true,
            } = need
            {
                created.entry(name).or_insert(fields);
            }
        }
        found.push(Convenience {
            name: entry.name.clone(),
            gives: entry.gives.clone(),
            missing: lacks,
        });
    }
    let constructors = created.into_iter().filter_map(|(name, fields)| {
        let order: Vec<_> = fields.iter().filter_map(|(name, _)| name.clone()).collect();
        constructor::with_required(client.structs.get(name)?, &order)
    });
    let constructors: Vec<_> = constructors.collect();
    module(&mut file.items, "types")?.extend(constructors);
    Ok(found)
}

impl Convenience {
    /// What one lacks that needs this one.
    fn lacking(&self) -> Vec<String> {
        match (self.missing.is_empty(), self.gives.as_str()) {
            (true, _) => Vec::new(),
            (false, "") => self.missing.clone(),
            (false, gives) => vec![format!("{gives} is left out")],
        }
    }
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;

    use super::*;
    use crate::{
        finish::{
            self,
            fixture::{client, document},
        },
        lower,
    };

    /// What each convenience of the table lacks of the fixture's client, and the client.
    fn lacks(table: &str) -> (Vec<Vec<String>>, String) {
        let document = document();
        let lowered = lower::for_client(document).expect("lowered");
        let mut file = client();
        finish::client(&mut file, document, &lowered).expect("a client");
        let found = find(table, &mut file, document, &lowered).expect("a table");
        let missing = found.into_iter().map(|found| found.missing).collect();
        (missing, file.to_token_stream().to_string())
    }

    #[test]
    fn what_is_there_is_found() {
        let table = "
            mod things {
                #[created]
                struct Thing { name: Option<String> }
                trait ChatClient { fn create_thing(type_: String, body: Thing) -> Option<Thing>; }
            }
            mod list {
                use things;
                trait ChatThread { fn list_things() -> Items<Page>; }
            }
            mod notify { trait ChatThread { fn notify(); } }
            mod page { #[created] struct Page { value: Vec<Thing> } }
        ";
        let (missing, code) = lacks(table);
        assert_eq!(missing, [[""; 0]; 4]);
        assert!(code.contains("fn with_required (value :"), "{code}");
    }

    #[test]
    fn what_is_not_there_is_named() {
        let table = "
            mod fields { struct Thing { colour: Option<String>, name: u8 } struct Box {} }
            mod operation { trait ChatClient { fn paint_thing(); fn list_things(); } }
            mod handle { trait ChatThread { fn create_thing(type_: String, body: Thing); } }
            mod required { trait ChatClient { fn create_thing(body: Thing); } }
            mod result { trait ChatClient { fn create_thing(type_: String, body: Thing) -> Page; } }
            mod parameter { trait ChatThread { fn notify(colour: String); fn list_things() -> Page; } }
            mod variant { enum Colour { Red } }
            /// `paint`
            mod named { use parameter; }
            mod both { use variant; use named; }
        ";
        let (missing, code) = lacks(table);
        let expected: [&[&str]; 9] = [
            &[
                "`Thing.colour` is missing",
                "`Thing.name` has another type",
                "`Box` is missing",
            ],
            &[
                "`ChatClient::paint_thing` is missing",
                "`ChatClient::list_things` requires `chat_thread_id`",
            ],
            &["`ChatThread::create_thing` is missing"],
            &["`ChatClient::create_thing` requires `type_`"],
            &["`ChatClient::create_thing` returns another type"],
            &[
                "`colour` of `ChatThread::notify` is missing",
                "`ChatThread::list_things` returns another type",
            ],
            &["`Colour` is missing"],
            &[
                "`colour` of `ChatThread::notify` is missing",
                "`ChatThread::list_things` returns another type",
            ],
            &["`Colour` is missing", "`paint` is left out"],
        ];
        assert_eq!(missing, expected);
        assert!(!code.contains("with_required"), "{code}");
    }

    #[test]
    fn a_need_must_be_above() {
        let (document, mut file) = (document(), client());
        let lowered = lower::for_client(document).expect("lowered");
        let error = find("mod a { use b; } mod b {}", &mut file, document, &lowered);
        let error = error.expect_err("no table").to_string();
        assert!(
            error.ends_with("`a` uses `b`, which is not above it"),
            "{error}"
        );
    }
}
