//! Reads from the generated client which Rust types each operation takes and gives: the generator decides on those.

use std::collections::BTreeMap;

use syn::{
    FnArg, GenericArgument, ImplItem, Item, ItemImpl, PathArguments, ReturnType, Type,
    TypeParamBound, WherePredicate,
};

/// The types of one operation.
pub struct Signature {
    /// What each setter of the generated builder takes, by its name, in the generated order.
    pub setters: Vec<(String, Type)>,
    /// What a success holds.
    pub returns: Type,
}

/// The signatures of all generated builders, by the builder's name.
pub fn signatures(client: &syn::File) -> BTreeMap<String, Signature> {
    let builder = client.items.iter().find_map(|item| match item {
        Item::Mod(module) if module.ident == "builder" => module.content.as_ref(),
        _ => None,
    });
    let items = builder.into_iter().flat_map(|(_, items)| items);
    items
        .filter_map(|item| match item {
            Item::Impl(item) if item.trait_.is_none() => signature(item),
            _ => None,
        })
        .collect()
}

fn signature(item: &ItemImpl) -> Option<(String, Signature)> {
    let Type::Path(path) = &*item.self_ty else {
        return None;
    };
    let name = path.path.segments.last()?.ident.to_string();
    let mut setters = Vec::new();
    let mut returns = None;
    for item in &item.items {
        let ImplItem::Fn(function) = item else {
            continue;
        };
        let takes_self = matches!(function.sig.inputs.first(), Some(FnArg::Receiver(_)));
        if function.sig.ident == "send" {
            returns = success(&function.sig.output);
        } else if let (true, Some(target)) = (takes_self, converted(&function.sig.generics)) {
            setters.push((function.sig.ident.to_string(), target));
        }
    }
    Some((
        name,
        Signature {
            setters,
            returns: returns?,
        },
    ))
}

/// `T` of a bound `V: TryInto<T>`.
fn converted(generics: &syn::Generics) -> Option<Type> {
    let predicates = &generics.where_clause.as_ref()?.predicates;
    predicates.iter().find_map(|predicate| {
        let WherePredicate::Type(predicate) = predicate else {
            return None;
        };
        predicate.bounds.iter().find_map(|bound| match bound {
            TypeParamBound::Trait(bound) => {
                let segment = bound.path.segments.last()?;
                (segment.ident == "TryInto").then(|| argument(&segment.arguments))?
            }
            _ => None,
        })
    })
}

/// `T` of `Result<ResponseValue<T>, …>`.
fn success(output: &ReturnType) -> Option<Type> {
    let ReturnType::Type(_, result) = output else {
        return None;
    };
    inner(result).and_then(|response| inner(&response))
}

/// The first type argument of a type.
pub fn inner(outer: &Type) -> Option<Type> {
    let Type::Path(path) = outer else {
        return None;
    };
    argument(&path.path.segments.last()?.arguments)
}

fn argument(arguments: &PathArguments) -> Option<Type> {
    let PathArguments::AngleBracketed(arguments) = arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(argument) => Some(argument.clone()),
        _ => None,
    })
}
