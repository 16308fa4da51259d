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

#[cfg(test)]
mod tests {
    use quote::ToTokens;
    use syn::parse_quote;

    use super::*;

    #[test]
    fn setters_and_results_are_read_from_the_builders() {
        let client: syn::File = parse_quote! {
            pub mod builder {
                impl<'a> Do<'a> {
                    pub fn new(client: &'a super::Client) -> Self { todo!() }
                    pub fn id<V>(mut self, value: V) -> Self where V: std::convert::TryInto<String> { self }
                    pub fn not_a_setter(mut self) -> Self { self }
                    pub async fn send(self) -> Result<ResponseValue<types::Done>, Error<types::Wrong>> { todo!() }
                }
                impl<'a> NotSent<'a> {}
                impl Clone for Other {}
            }
            pub mod elsewhere {
                impl Do2 { pub async fn send(self) -> Result<ResponseValue<u8>, u8> { todo!() } }
            }
        };
        let found = signatures(&client);
        assert_eq!(found.keys().collect::<Vec<_>>(), ["Do"]);
        let signature = &found["Do"];
        let setters: Vec<_> = signature
            .setters
            .iter()
            .map(|(name, ty)| format!("{name}: {}", ty.to_token_stream()))
            .collect();
        assert_eq!(setters, ["id: String"]);
        assert_eq!(
            signature.returns.to_token_stream().to_string(),
            "types :: Done"
        );
    }

    #[test]
    fn the_first_type_argument() {
        for (outer, expected) in [
            ("Option<u8>", Some("u8")),
            ("Map<K, V>", Some("K")),
            ("u8", None),
            ("&'a [u8]", None),
            ("Cow<'a>", None),
        ] {
            let outer: Type = syn::parse_str(outer).expect("a type");
            let found = inner(&outer).map(|ty| ty.to_token_stream().to_string());
            assert_eq!(found.as_deref(), expected);
        }
    }
}
