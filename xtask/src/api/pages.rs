//! The names in the pages that rustdoc writes.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The names of all items of the crate that is documented in `directory`, and of their own members.
///
/// # Errors
/// A page is missing.
pub fn names(directory: &Path) -> Result<BTreeSet<String>, String> {
    let read = |page: &str| {
        let path = directory.join(page);
        fs::read_to_string(&path).map_err(|error| {
            let path = path.display();
            format!("{path}: {error}; `cargo doc --all-features --no-deps` writes it")
        })
    };
    let mut names = BTreeSet::new();
    for page in values(&read("all.html")?, "href").filter(|page| page.ends_with(".html")) {
        let Some((kind, name)) = item(page) else {
            continue;
        };
        if ["struct", "enum", "trait", "union"].contains(&kind) {
            let members = members(&read(page)?);
            names.extend(
                members
                    .into_iter()
                    .map(|member| format!("{name}::{member}")),
            );
        }
        names.insert(name);
    }
    Ok(names)
}

/// The kind and the name of the item that a page is about: `types/struct.Thing.html`.
fn item(page: &str) -> Option<(&str, String)> {
    let (modules, file) = page.rsplit_once('/').unwrap_or(("", page));
    let (kind, name) = file.strip_suffix(".html")?.split_once('.')?;
    if modules.starts_with("..") {
        return None;
    }
    let modules = modules.split('/').filter(|module| !module.is_empty());
    let path: Vec<_> = modules.chain([name]).collect();
    Some((kind, path.join("::")))
}

/// The members of an item that it has by itself, by the anchors of its page.
fn members(page: &str) -> BTreeSet<String> {
    let end = FROM_TRAITS.iter().filter_map(|section| {
        let start = format!("id=\"{section}");
        page.find(&start)
    });
    let own = &page[..end.min().unwrap_or(page.len())];
    values(own, "id").filter_map(member).collect()
}

/// The sections of a page that list what comes from traits, and who has this one.
const FROM_TRAITS: [&str; 6] = [
    "trait-implementations",
    "synthetic-implementations",
    "blanket-implementations",
    "deref-methods",
    "foreign-impls",
    "implementors",
];

fn member(anchor: &str) -> Option<String> {
    let (kind, name) = anchor.split_once('.')?;
    let name = match kind {
        "structfield" | "method" | "tymethod" | "associatedconstant" | "associatedtype" => {
            name.to_owned()
        }
        // The heading of a variant's fields, and not a field.
        "variant" if name.ends_with(".fields") => return None,
        "variant" => name.replace(".field.", "::"),
        _ => return None,
    };
    // The fields of tuples have numbers, which are part of the type's own line.
    let last = name.rsplit("::").next().unwrap_or_default();
    let is_number = last.starts_with(|character: char| character.is_ascii_digit());
    (!is_number).then_some(name)
}

/// The values of an attribute in a page.
fn values<'a>(page: &'a str, attribute: &str) -> impl Iterator<Item = &'a str> {
    let start = format!(" {attribute}=\"");
    let mut rest = page;
    std::iter::from_fn(move || {
        let (_, after) = rest.split_once(&start)?;
        let (value, after) = after.split_once('"')?;
        rest = after;
        Some(value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_tells_its_item_and_the_members_of_it() {
        assert_eq!(
            item("types/struct.Thing.html"),
            Some(("struct", "types::Thing".to_owned()))
        );
        assert_eq!(item("index.html"), None);
        assert_eq!(item("../other/struct.Thing.html"), None);
        let page = r##"<a href="#method.clone"> <section id="variant.Open"> <span id="variant.Open.field.0">
            <h4 id="variant.Named.fields"><span id="variant.Named.field.name"> <section id="method.len"> <h2 id="trait-implementations">
            <section id="method.clone">"##;
        let expected = ["Named::name", "Open", "len"];
        assert_eq!(members(page), BTreeSet::from(expected.map(str::to_owned)));
    }

    #[test]
    fn a_page_that_is_not_there_says_how_it_is_written() {
        let error = names(Path::new("/nowhere")).expect_err("no page");
        assert!(error.contains("cargo doc"), "{error}");
    }
}
