//! What a client has.

use std::collections::BTreeMap;

use syn::{File, Ident, Item, ItemStruct, Type, parse_quote};

use super::{constructor::required, same::same, table::Need};
use crate::{
    Document, SpecError,
    document::operation::{API_VERSION, REPEATABILITY, THREAD},
    finish::{
        ident, snake,
        tree::{each_builder, is_word, module},
    },
    lower::Lowered,
};

/// The types and operations of a client.
pub struct Client {
    pub structs: BTreeMap<String, ItemStruct>,
    enums: BTreeMap<String, Vec<(String, Option<Type>)>>,
    calls: BTreeMap<String, Call>,
}

/// An operation.
struct Call {
    /// Its parameters and body with their types, and whether they are required.
    parameters: Vec<(Ident, Type, bool)>,
    /// What `send` returns or, of a list, `stream`.
    returns: Type,
    is_on_thread: bool,
}

impl Client {
    /// Reads the finished client.
    pub fn read(
        file: &mut File,
        document: &Document,
        lowered: &Lowered,
    ) -> Result<Self, SpecError> {
        let types = module(&mut file.items, "types")?;
        let structs = types.iter().filter_map(|item| match item {
            Item::Struct(item) => Some((item.ident.to_string(), item.clone())),
            _ => None,
        });
        Ok(Self {
            structs: structs.collect(),
            enums: enums(lowered),
            calls: calls(file, document)?,
        })
    }

    /// What it does not have of a need.
    pub fn lacks(&self, need: &Need) -> Vec<String> {
        match need {
            Need::Convenience(_) => Vec::new(),
            Need::Struct {
                name,
                fields,
                created,
            } => match self.structs.get(name) {
                Some(item) => lacks_fields(item, fields, *created),
                None => vec![format!("`{name}` is missing")],
            },
            Need::Enum { name, variants } => match self.enums.get(name) {
                Some(there) => lacks_variants(name, there, variants),
                None => vec![format!("`{name}` is missing")],
            },
            Need::Call {
                handle,
                name,
                parameters,
                returns,
            } => {
                let shown = format!("`{handle}::{name}`");
                let on_thread = handle == "ChatThread";
                match self.calls.get(name) {
                    Some(call) if call.is_on_thread || !on_thread => {
                        call.lacks(&shown, on_thread, parameters, returns.as_deref())
                    }
                    _ => vec![format!("{shown} is missing")],
                }
            }
        }
    }
}

/// The enums that the lowering took out of the document.
fn enums(lowered: &Lowered) -> BTreeMap<String, Vec<(String, Option<Type>)>> {
    let enums = lowered.enums.iter().map(|open| {
        let values = open.values.iter();
        let variants = values.map(|value| (value.variant.clone(), None));
        (open.name.clone(), variants.collect())
    });
    let unions = lowered.unions.iter().map(|union| {
        let variants = union.kinds.iter().map(|kind| {
            let schema = ident(&kind.schema);
            (kind.variant.clone(), Some(parse_quote!(#schema)))
        });
        (union.name.clone(), variants.collect())
    });
    enums.chain(unions).collect()
}

fn calls(file: &mut File, document: &Document) -> Result<BTreeMap<String, Call>, SpecError> {
    let mut calls = BTreeMap::new();
    each_builder(file, &document.operations, |operation, mut builder| {
        let mut parameters = Vec::new();
        let mut is_on_thread = false;
        for parameter in &operation.parameters {
            is_on_thread |= parameter.place == "path" && parameter.name == THREAD;
            if parameter.name != API_VERSION {
                let required = parameter.required && parameter.name != REPEATABILITY;
                let of = builder.value_type(&parameter.rust)?.clone();
                parameters.push((snake(&parameter.rust), of, required));
            }
        }
        if let Some(body) = &operation.body {
            // Of a body in one of several media types there are several setters.
            if let Ok(of) = builder.setter_type("body") {
                parameters.push((snake("body"), of, body.required));
            }
        }
        let returns = match (&operation.pageable, builder.returned()?) {
            (Some(_), page) => parse_quote!(Items<#page>),
            (None, returned) => returned,
        };
        let call = Call {
            parameters,
            returns,
            is_on_thread,
        };
        calls.insert(operation.name.clone(), call);
        Ok(())
    })?;
    Ok(calls)
}

impl Call {
    fn lacks(
        &self,
        shown: &str,
        on_thread: bool,
        given: &[(Ident, Type)],
        returns: Option<&Type>,
    ) -> Vec<String> {
        let mut lacks = Vec::new();
        for (name, of) in given {
            match self.parameters.iter().find(|(there, ..)| there == name) {
                None => lacks.push(format!("`{name}` of {shown} is missing")),
                Some((_, there, _)) if !same(there, of) => {
                    lacks.push(format!("`{name}` of {shown} has another type"));
                }
                Some(_) => {}
            }
        }
        let filled = |name: &Ident| on_thread && is_word(name, THREAD);
        let required = self.parameters.iter().filter(|(.., required)| *required);
        for (name, ..) in required.filter(|(name, ..)| !filled(name)) {
            if !given.iter().any(|(given, _)| given == name) {
                lacks.push(format!("{shown} requires `{name}`"));
            }
        }
        if returns.is_some_and(|returns| !same(&self.returns, returns)) {
            lacks.push(format!("{shown} returns another type"));
        }
        lacks
    }
}

fn lacks_fields(item: &ItemStruct, fields: &[(Option<Ident>, Type)], created: bool) -> Vec<String> {
    let mut lacks = Vec::new();
    let shown = |name: &Option<Ident>| match name {
        Some(name) => format!("`{}.{name}`", item.ident),
        None => format!("`{}.0`", item.ident),
    };
    for (name, of) in fields {
        match item.fields.iter().find(|field| field.ident == *name) {
            None => lacks.push(format!("{} is missing", shown(name))),
            Some(field) if !same(&field.ty, of) => {
                lacks.push(format!("{} has another type", shown(name)));
            }
            Some(_) => {}
        }
    }
    if created {
        for (name, _) in required(item) {
            if !fields.iter().any(|(field, _)| field.as_ref() == Some(name)) {
                lacks.push(format!("`{}` requires `{name}`", item.ident));
            }
        }
    }
    lacks
}

fn lacks_variants(
    name: &str,
    there: &[(String, Option<Type>)],
    variants: &[(String, Option<Type>)],
) -> Vec<String> {
    let mut lacks = Vec::new();
    for (variant, of) in variants {
        match there.iter().find(|(there, _)| there == variant) {
            None => lacks.push(format!("`{name}::{variant}` is missing")),
            Some((_, there)) => match (there, of) {
                (None, None) => {}
                (Some(there), Some(of)) if same(there, of) => {}
                _ => lacks.push(format!("`{name}::{variant}` holds another type")),
            },
        }
    }
    lacks
}
