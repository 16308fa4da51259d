//! Types that are the same, however their paths are written.

use syn::{GenericArgument, Path, PathArguments, Type};

/// Whether two types have the same last names, and so their arguments.
pub fn same(one: &Type, other: &Type) -> bool {
    match (one, other) {
        (Type::Path(one), Type::Path(other)) => same_paths(&one.path, &other.path),
        (Type::Tuple(one), Type::Tuple(other)) => one.elems.is_empty() && other.elems.is_empty(),
        _ => false,
    }
}

fn same_paths(one: &Path, other: &Path) -> bool {
    match (one.segments.last(), other.segments.last()) {
        (Some(one), Some(other)) => {
            let (these, those) = (types(&one.arguments), types(&other.arguments));
            let same_arguments = these
                .iter()
                .zip(&those)
                .all(|(one, other)| same(one, other));
            one.ident == other.ident && these.len() == those.len() && same_arguments
        }
        _ => false,
    }
}

fn types(arguments: &PathArguments) -> Vec<&Type> {
    let PathArguments::AngleBracketed(arguments) = arguments else {
        return Vec::new();
    };
    let types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(argument) => Some(argument),
        _ => None,
    });
    types.collect()
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    #[test]
    fn only_the_last_names_count() {
        let cases: [(Type, Type, bool); 6] = [
            (
                parse_quote!(::std::option::Option<::std::string::String>),
                parse_quote!(Option<String>),
                true,
            ),
            (parse_quote!(crate::types::A), parse_quote!(A), true),
            (parse_quote!(Option<A>), parse_quote!(Option<B>), false),
            (parse_quote!(Option<A>), parse_quote!(A), false),
            (
                parse_quote!(BTreeMap<A, B>),
                parse_quote!(BTreeMap<A, C>),
                false,
            ),
            (parse_quote!(()), parse_quote!(()), true),
        ];
        for (one, other, expected) in &cases {
            assert_eq!(same(one, other), *expected);
        }
    }
}
