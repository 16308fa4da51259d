//! Structs can gain properties: a version of the API may add some, to requests and responses alike.

use syn::{Fields, File, Item, parse_quote};

use super::{
    docs,
    tree::{missing, module},
};
use crate::SpecError;

/// Makes all structs of the module `types` that have properties `#[non_exhaustive]`, and says so in its docs.
pub fn mark(file: &mut File) -> Result<(), SpecError> {
    let mut found = false;
    for item in module(&mut file.items, "types")? {
        if let Item::Struct(item) = item
            && matches!(item.fields, Fields::Named(_))
        {
            found = true;
            item.attrs.push(parse_quote!(#[non_exhaustive]));
        }
    }
    if !found {
        return Err(missing("struct with properties"));
    }
    for item in &mut file.items {
        if let Item::Mod(module) = item
            && module.ident == "types"
        {
            module.attrs.push(parse_quote!(#[doc = ""]));
            module.attrs.extend(docs(
                "Structs are built by their `builder` and are `#[non_exhaustive]`: a version of the API may add properties.",
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;
    use crate::finish::fixture::{assert_has, client, flat};

    #[test]
    fn structs_with_properties_and_only_they_can_gain_some() {
        let mut file = client();
        mark(&mut file).expect("marked");
        assert_has(&file, quote!(#[non_exhaustive] pub struct Thing));
        let text = flat(&file);
        let marked = text.matches("#[non_exhaustive]pubstruct").count();
        let types = text.split("pubmodbuilder{").next().expect("the types");
        assert_eq!(marked, types.matches("pubstruct").count());
        assert!(text.contains("#[non_exhaustive]`"), "the docs say so");
    }

    #[test]
    fn a_client_without_structs_stops_the_build() {
        let mut file: File = parse_quote!(
            pub mod types {
                pub struct Names(pub Vec<String>);
            }
        );
        let error = mark(&mut file).expect_err("nothing to do").to_string();
        assert!(error.contains("no struct with properties"), "{error}");
    }
}
