//! The types of events, told apart by the name that comes with each.

use heck::ToPascalCase;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Fields, File, Item, parse_quote};

use super::{
    docs, ident,
    operations::properties,
    tree::{self, missing, module, within},
};
use crate::{
    SpecError,
    document::{EventNode, event_nodes, str_at},
};

/// What a schema of somebody who takes part is called.
const IDENTIFIER: &str = "CommunicationIdentifierModel";

/// Keeps only the types.
pub fn only_types(file: &mut File) {
    file.items
        .retain(|item| matches!(item, Item::Mod(module) if module.ident == "types"));
}

/// Lets long numbers be read from texts as well, as which some events have them.
pub fn read_numbers(file: &mut File) -> Result<(), SpecError> {
    for item in module(&mut file.items, "types")? {
        let Item::Struct(item) = item else { continue };
        for field in &mut item.fields {
            if within(&field.ty, "Option").is_some_and(|of| tree::is(of, "i64")) {
                field.attrs.push(parse_quote!(
                    #[serde(default, deserialize_with = "crate::events::number::from_number_or_text")]
                ));
            }
        }
    }
    Ok(())
}

/// Derives `Default` for the types without a property that is required.
pub fn derive_default(file: &mut File) -> Result<(), SpecError> {
    for item in module(&mut file.items, "types")? {
        let Item::Struct(item) = item else { continue };
        let is_optional =
            |field: &syn::Field| ["Option", "Map"].iter().any(|of| tree::is(&field.ty, of));
        if item.fields.iter().all(is_optional) {
            tree::derive(&mut item.attrs, &["Default"]);
        }
    }
    Ok(())
}

/// Adds the enum of all events, as data for the macro in src/events/, to the types.
pub fn list(file: &mut File, document: &serde_json::Value) -> Result<(), SpecError> {
    let events = event_nodes(document);
    let prefix = prefix(&events);
    let types = module(&mut file.items, "types")?;
    let variants = events
        .iter()
        .map(|event| variant(types, event, &prefix))
        .collect::<Result<Vec<_>, _>>()?;
    let properties = properties(document);
    let properties = properties.iter();
    types.push(parse_quote!(crate::events::data::chat_events! {
        properties [#(#properties)*] #(#variants)*
    }));
    Ok(())
}

/// What the names of all events start with, up to the start of a word.
fn prefix(events: &[EventNode<'_>]) -> String {
    let mut names = events.iter().map(|event| event.name);
    let first = names.next().unwrap_or_default();
    let common = names.fold(first, |common, name| {
        let same = common.chars().zip(name.chars()).take_while(|(a, b)| a == b);
        &common[..same.map(|(c, _)| c.len_utf8()).sum()]
    });
    let is_start = |at: &usize| {
        let rest = &first[*at..];
        events.len() > 1 && rest.starts_with(char::is_uppercase)
    };
    let end = (0..=common.len())
        .rev()
        .filter(|at| first.is_char_boundary(*at));
    let end = end.into_iter().find(is_start);
    let end = end.or_else(|| first.rfind('.').map(|dot| dot + 1));
    first[..end.unwrap_or_default()].to_owned()
}

fn variant(types: &[Item], event: &EventNode<'_>, prefix: &str) -> Result<TokenStream, SpecError> {
    let short = event.name.strip_prefix(prefix).unwrap_or(event.name);
    let (variant, schema, name) = (
        ident(&short.to_pascal_case()),
        ident(event.schema),
        event.name,
    );
    let item = types.iter().find_map(|item| match item {
        Item::Struct(item) if item.ident == schema => Some(item),
        _ => None,
    });
    let item = item.ok_or_else(|| missing(format!("struct `{schema}`")))?;
    let mut thread = None;
    let mut people = Vec::new();
    for field in &item.fields {
        let Some(ident) = &field.ident else { continue };
        let of = within(&field.ty, "Option");
        if ident == "thread_id" {
            thread = Some(ident);
        } else if of.is_some_and(|of| tree::name(of).is_some_and(|name| name == IDENTIFIER)) {
            people.push(ident);
        }
    }
    let thread = thread.ok_or_else(|| missing(format!("field `thread_id` of `{schema}`")))?;
    let (recipient, initiators): (Vec<_>, Vec<_>) = people
        .into_iter()
        .partition(|ident| ident.to_string().starts_with("recipient"));
    let docs = docs(&format!(
        "{}\n\nEvent `{name}`.",
        str_at(event.node, "description")
    ));
    Ok(quote! {
        #(#docs)*
        #variant(#schema) = #name {
            thread: #thread, initiator: [#(#initiators),*], recipient: [#(#recipient),*],
        }
    })
}

/// Says of the property that keeps what the document does not declare what it is.
pub fn describe_rest(file: &mut File) -> Result<(), SpecError> {
    for item in module(&mut file.items, "types")? {
        let Item::Struct(item) = item else { continue };
        let Fields::Named(fields) = &mut item.fields else {
            continue;
        };
        for field in &mut fields.named {
            // progenitor calls it so; one that is declared is optional.
            if field.ident.as_ref().is_some_and(|ident| ident == "extra")
                && tree::is(&field.ty, "Map")
            {
                let text = docs("Properties that the document does not declare, as they arrived.");
                field.attrs.splice(0..0, text);
            }
        }
    }
    Ok(())
}
