//! The builder of a type is called `…Builder`; progenitor calls it like the type.

use std::collections::BTreeSet;

use quote::format_ident;
use syn::{
    File, Item, Path,
    visit_mut::{self, VisitMut},
};

use super::tree::{is_impl_of, missing, module, type_names};
use crate::SpecError;

/// Renames the builders of the module `types::builder`, and what refers to them.
pub fn rename(file: &mut File) -> Result<(), SpecError> {
    let builders = module(module(&mut file.items, "types")?, "builder")?;
    let mut rename = Rename {
        names: type_names(builders),
        is_inside: true,
    };
    if rename.names.is_empty() {
        return Err(missing("builder of a type"));
    }
    for item in builders {
        if let Item::Struct(item) = item {
            item.ident = format_ident!("{}Builder", item.ident);
        }
        rename.visit_item_mut(item);
    }
    rename.is_inside = false;
    rename.visit_file_mut(file);
    Ok(())
}

struct Rename {
    names: BTreeSet<String>,
    /// Whether the path stands in the module of the builders.
    is_inside: bool,
}

impl VisitMut for Rename {
    fn visit_path_mut(&mut self, path: &mut Path) {
        visit_mut::visit_path_mut(self, path);
        let outside = path.segments.iter().rev().nth(1);
        let refers = match self.is_inside {
            true => outside.is_none(),
            false => outside.is_some_and(|segment| segment.ident == "builder"),
        };
        if let (true, Some(last)) = (refers, path.segments.last_mut())
            && self.names.contains(&last.ident.to_string())
        {
            last.ident = format_ident!("{}Builder", last.ident);
        }
    }

    fn visit_item_impl_mut(&mut self, item: &mut syn::ItemImpl) {
        // `builder::X` is a request builder where the client stands, and the builder of a type in the module `types`.
        if !is_impl_of(item, "Client") {
            visit_mut::visit_item_impl_mut(self, item);
        }
    }
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    #[test]
    fn builders_of_types_and_what_refers_to_them() {
        let mut file: File = parse_quote! {
            pub mod types {
                pub struct Thing;
                impl Thing {
                    pub fn builder() -> builder::Thing { Default::default() }
                }
                pub mod builder {
                    pub struct Thing { other: Result<super::Thing, String> }
                    impl TryFrom<Thing> for super::Thing {}
                }
            }
            impl Client {
                pub fn thing(&self) -> builder::Thing { builder::Thing::new(self) }
            }
            pub mod builder {
                pub struct Thing { body: Result<types::builder::Thing, String> }
            }
        };
        rename(&mut file).expect("renamed");
        let expected: File = parse_quote! {
            pub mod types {
                pub struct Thing;
                impl Thing {
                    pub fn builder() -> builder::ThingBuilder { Default::default() }
                }
                pub mod builder {
                    pub struct ThingBuilder { other: Result<super::Thing, String> }
                    impl TryFrom<ThingBuilder> for super::Thing {}
                }
            }
            impl Client {
                pub fn thing(&self) -> builder::Thing { builder::Thing::new(self) }
            }
            pub mod builder {
                pub struct Thing { body: Result<types::builder::ThingBuilder, String> }
            }
        };
        assert_eq!(
            prettyplease::unparse(&file),
            prettyplease::unparse(&expected)
        );
    }
}
