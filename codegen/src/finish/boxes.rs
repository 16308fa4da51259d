//! An optional property of a type that holds itself is absent where it was not given: progenitor boxes the option, which is
//! then sent as null.

use syn::{
    Fields, File, Item, Type, parse_quote,
    visit_mut::{self, VisitMut},
};

use super::tree::{module, within};
use crate::SpecError;

/// Makes every `Box<Option<T>>` an `Option<Box<T>>`.
pub fn turn(file: &mut File) -> Result<(), SpecError> {
    let types = module(&mut file.items, "types")?;
    for item in types.iter_mut() {
        if let Item::Struct(item) = item
            && let Fields::Named(fields) = &mut item.fields
        {
            for field in &mut fields.named {
                if optional(&field.ty).is_some() {
                    field.attrs.push(parse_quote!(
                        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
                    ));
                }
            }
        }
        Turn.visit_item_mut(item);
    }
    Ok(())
}

fn optional(of: &Type) -> Option<&Type> {
    within(within(of, "Box")?, "Option")
}

struct Turn;

impl VisitMut for Turn {
    fn visit_type_mut(&mut self, of: &mut Type) {
        if let Some(value) = optional(of) {
            *of = parse_quote!(::std::option::Option<::std::boxed::Box<#value>>);
        }
        visit_mut::visit_type_mut(self, of);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::fixture::flat;

    #[test]
    fn an_option_is_not_boxed() {
        let mut file: File = parse_quote! {
            pub mod types {
                pub struct Tree {
                    #[serde(default)]
                    pub left: ::std::boxed::Box<::std::option::Option<Tree>>,
                    pub right: ::std::boxed::Box<Tree>,
                }
                pub mod builder {
                    pub struct Tree {
                        left: Result<::std::boxed::Box<::std::option::Option<super::Tree>>, String>,
                    }
                }
            }
        };
        turn(&mut file).expect("turned");
        let expected: File = parse_quote! {
            pub mod types {
                pub struct Tree {
                    #[serde(default)]
                    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
                    pub left: ::std::option::Option<::std::boxed::Box<Tree>>,
                    pub right: ::std::boxed::Box<Tree>,
                }
                pub mod builder {
                    pub struct Tree {
                        left: Result<::std::option::Option<::std::boxed::Box<super::Tree>>, String>,
                    }
                }
            }
        };
        assert_eq!(flat(&file), flat(&expected));
    }
}
