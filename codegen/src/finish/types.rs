//! A table of all types, for macros of the client's tests, so that no list of schemas is kept by hand.

use quote::quote;
use syn::File;

use super::{
    ident,
    tree::{module, type_names},
};
use crate::{SpecError, lower::Lowered};

/// The table of the types of a finished client.
pub fn table(client: &mut File, lowered: &Lowered) -> Result<String, SpecError> {
    let generated = type_names(module(&mut client.items, "types")?);
    let generated = generated.iter().map(|name| ident(name));
    let open = lowered.enums.iter().map(|open| ident(&open.name));
    let unions = lowered.unions.iter().map(|union| ident(&union.name));
    let rows = [
        quote!(generated: #(#generated)*;),
        quote!(open enums: #(#open)*;),
        quote!(unions: #(#unions)*;),
    ];
    let rows = rows.map(|row| format!("    {row}\n")).concat();
    Ok(format!("types! {{\n{rows}}}\n"))
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;
    use serde_json::json;

    use super::*;
    use crate::{
        Document,
        finish::fixture::{assert_stops, client, flat},
        lower,
    };

    fn lowered() -> Lowered {
        let document = json!({ "components": { "schemas": {
            "Colour": { "enum": ["red"], "x-ms-enum": { "modelAsString": true } },
            "Shape": {
                "oneOf": [],
                "discriminator": { "propertyName": "kind", "mapping": { "round": "#/components/schemas/Circle" } },
            },
            "Circle": { "type": "object" },
        } } });
        let document = Document::new(document).expect("a document");
        lower::for_client(&document).expect("lowered")
    }

    #[test]
    fn each_type_is_in_the_table_once() {
        let table = table(&mut client(), &lowered()).expect("a table");
        let expected = quote! { types! {
            generated: Absent CommunicationError CommunicationErrorResponse Page Thing Wrong;
            open enums: Colour;
            unions: Shape;
        } };
        let table: TokenStream = table.parse().expect("Rust");
        assert_eq!(flat(&table), flat(&expected));
    }

    #[test]
    fn a_client_without_types_stops_the_build() {
        assert_stops(
            |file| table(file, &lowered()).map(drop),
            &[("pub mod types {", "pub mod others {", "module `types`")],
        );
    }
}
