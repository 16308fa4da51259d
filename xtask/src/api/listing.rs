//! The names in a listing of cargo-public-api.

use std::collections::BTreeSet;

/// The names of all items of the crate and of their own members: not of modules and re-exports, nor of members that come
/// from a trait.
pub fn names(listing: &str, crate_name: &str) -> BTreeSet<String> {
    let lines: Vec<_> = listing.lines().map(simplified).collect();
    let items = lines.iter().filter_map(|line| item(line, crate_name));
    let types = items.filter(|(kind, _)| TYPES.contains(kind));
    let types: BTreeSet<_> = types.map(|(_, path)| path).collect();
    let mut names = BTreeSet::new();
    // Whether the lines that follow are members of an item itself.
    let mut own = true;
    let mut current = "";
    for line in &lines {
        if let Some(header) = line.strip_prefix("impl") {
            let header = header.split(" where ").next().unwrap_or_default();
            own = !header.contains(" for ");
        } else if let Some((kind, path)) = item(line, crate_name) {
            if TYPES.contains(&kind) {
                (own, current) = (true, path);
            }
            let (parent, member) = path.rsplit_once("::").unwrap_or_default();
            let is_member = types.contains(parent);
            if is_member && own && last(parent) == last(current) {
                // An item with two paths has its members listed twice by one of them.
                names.insert(format!("{current}::{member}"));
            } else if !["use", "mod"].contains(&kind) && (own || !is_member) {
                names.insert(path.to_owned());
            }
        }
    }
    names
}

fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}

/// The kind of the item in a line, and its path in the crate. Variants and fields have no word for their kind.
fn item<'a>(line: &'a str, crate_name: &str) -> Option<(&'a str, &'a str)> {
    let mut words = line.split(' ').skip_while(|word| MODIFIERS.contains(word));
    let first = words.next()?;
    let (kind, word) = if TYPES.contains(&first) || KINDS.contains(&first) {
        (first, words.next()?)
    } else {
        ("", first)
    };
    let path = word.split(['(', '=']).next()?.trim_end_matches(':');
    let path = path.strip_prefix(crate_name)?.strip_prefix("::")?;
    Some((kind, path))
}

/// A line without attributes and generic arguments.
fn simplified(line: &str) -> String {
    without_generics(without_attributes(line)).replacen("const fn ", "fn ", 1)
}

const MODIFIERS: [&str; 3] = ["pub", "async", "unsafe"];
const TYPES: [&str; 4] = ["struct", "enum", "trait", "union"];
const KINDS: [&str; 7] = ["fn", "const", "type", "static", "macro", "use", "mod"];

fn without_attributes(mut line: &str) -> &str {
    while let Some((_, rest)) = line
        .strip_prefix("#[")
        .and_then(|rest| rest.split_once("] "))
    {
        line = rest;
    }
    line
}

/// A line without what is between `<` and `>`; an arrow is none of them.
fn without_generics(line: &str) -> String {
    let mut depth = 0_u32;
    let mut before = ' ';
    let mut rest = String::with_capacity(line.len());
    for character in line.chars() {
        match character {
            '<' => depth += 1,
            '>' if before != '-' => depth = depth.saturating_sub(1),
            _ if depth == 0 => rest.push(character),
            _ => {}
        }
        before = character;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_of_an_item_are_its_own_and_not_those_of_traits() {
        let listing = "\
pub mod one
pub use one::bytes
pub mod one::two
#[non_exhaustive] pub enum one::two::Kind
pub one::two::Kind::Open(alloc::string::String)
pub one::two::Kind::Named
pub one::two::Kind::Named::field: u8
impl core::clone::Clone for one::two::Kind
pub fn one::two::Kind::clone(&self) -> one::two::Kind
impl core::convert::From<one::two::Kind> for one::Items
pub fn one::Items::from(one::two::Kind) -> Self
pub const one::NUMBER: usize
pub struct one::Items<P: one::Paged>
impl<P: one::Paged> one::Items<P> where P: for<'a> core::fmt::Debug
pub async fn one::Items<P>::next<F>(&mut self, F) -> core::option::Option<P> where F: Fn() -> u8
pub const fn one::Items<P>::len(&self) -> usize
impl one::Extension for other::Server
pub fn other::Server::more(&self)
pub fn one::free()";
        let expected = [
            "Items",
            "Items::len",
            "Items::next",
            "NUMBER",
            "free",
            "two::Kind",
            "two::Kind::Named",
            "two::Kind::Named::field",
            "two::Kind::Open",
        ];
        assert_eq!(
            names(listing, "one"),
            BTreeSet::from(expected.map(str::to_owned))
        );
    }
}
