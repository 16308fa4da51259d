//! The command line that progenitor writes: its commands stay, and what they do with bodies and responses is left to the
//! package `acs-chat-cli`, which can read and write more than a whole JSON file.

mod arguments;
mod execution;
mod repeated;

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::{
    File, Generics, Ident, ImplItemFn, Item, ItemImpl, Path, PathArguments, Type, parse_quote,
    visit_mut::{self, VisitMut},
};

use super::tree::{is, method, missing};
use crate::{
    SpecError,
    document::{media::Kind, operation::Operation},
};

/// Completes progenitor's command line.
pub fn complete(cli: &mut File, operations: &[Operation]) -> Result<(), SpecError> {
    Concrete.visit_file_mut(cli);
    repeated::take(cli);
    let before = cli.items.len();
    cli.items
        .retain(|item| !is_trait(item, "CliConfig") && !is_import_of_anyhow(item));
    if cli.items.len() + 2 != before {
        return Err(missing("trait `CliConfig` and import of anyhow"));
    }
    let found = cli.items.iter_mut().find_map(|item| match item {
        Item::Impl(item) if is(&item.self_ty, "Cli") => Some(item),
        _ => None,
    });
    let commands = found.ok_or_else(|| missing("impl `Cli`"))?;
    for operation in operations {
        arguments::complete(commands, operation)?;
        execution::complete(commands, operation)?;
    }
    let reads = operations.iter().filter(|operation| is_read(operation));
    let reads = reads.map(|operation| &operation.id);
    cli.items.push(parse_quote! {
        /// The operations that change nothing.
        pub const READS: &[&str] = &[#(#reads),*];
    });
    Ok(())
}

fn is_read(operation: &Operation) -> bool {
    ["GET", "HEAD"].contains(&operation.method.as_str())
}

fn is_trait(item: &Item, name: &str) -> bool {
    matches!(item, Item::Trait(item) if item.ident == name)
}

fn is_import_of_anyhow(item: &Item) -> bool {
    matches!(item, Item::Use(item) if item.tree.to_token_stream().to_string().starts_with("anyhow"))
}

/// One output in place of a parameter for it.
struct Concrete;

impl VisitMut for Concrete {
    fn visit_generics_mut(&mut self, generics: &mut Generics) {
        let bounds = generics.params.to_token_stream().to_string();
        if bounds.contains("CliConfig") {
            *generics = Generics::default();
        }
    }

    fn visit_type_mut(&mut self, of: &mut Type) {
        visit_mut::visit_type_mut(self, of);
        if matches!(of, Type::Path(path) if path.path.is_ident("T")) {
            *of = parse_quote!(Output);
        }
    }

    fn visit_path_mut(&mut self, path: &mut Path) {
        visit_mut::visit_path_mut(self, path);
        if let Some(last) = path.segments.last_mut()
            && last.ident == "Cli"
        {
            last.arguments = PathArguments::None;
        }
    }
}

fn content_type(operation: &Operation) -> Option<TokenStream> {
    let name = format_ident!("{}", operation.content_type()?);
    Some(quote!(types::#name))
}

/// The function that reads a body without a structure.
fn reader(operation: &Operation) -> Option<Ident> {
    match operation.body.as_ref()?.sent.kind {
        Kind::Bytes => Some(format_ident!("read_bytes")),
        Kind::Text => Some(format_ident!("read_text")),
        Kind::Json | Kind::Form => None,
    }
}

/// The function of an operation with this prefix.
fn function<'f>(
    commands: &'f mut ItemImpl,
    prefix: &str,
    operation: &Operation,
) -> Result<&'f mut ImplItemFn, SpecError> {
    let name = format!("{prefix}_{}", operation.name);
    method(commands, &name).ok_or_else(|| missing(format!("function `{name}`")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::fixture::{assert_has, assert_stops, command_line, flat, operations};

    fn completed() -> File {
        let mut file = command_line();
        complete(&mut file, operations()).expect("completed");
        file
    }

    #[test]
    fn there_is_one_output_and_no_hook() {
        let file = completed();
        assert_has(
            &file,
            quote! {
                pub struct Cli {
                    client: Client,
                    config: Output,
                }
            },
        );
        assert_has(
            &file,
            quote!(
                pub fn new(client: Client, config: Output) -> Self {
                    Self { client, config }
                }
            ),
        );
        let text = flat(&file);
        for gone in [
            "CliConfig",
            "self.config.execute",
            "success",
            "template",
            "todo!",
        ] {
            assert!(!text.contains(gone), "{gone}");
        }
        assert_has(
            &file,
            quote!(
                pub const READS: &[&str] = &["Things_ListThings"];
            ),
        );
    }

    #[test]
    fn a_list_is_streamed_up_to_a_limit() {
        let file = completed();
        assert_has(
            &file,
            quote!(self.config.list(matches, request.stream()).await),
        );
        assert_has(
            &file,
            quote!(.about("List the things.\n\nLists them.").arg(crate::output::limit())),
        );
        assert_eq!(flat(&file).matches("limit()").count(), 1);

        let mut operations = operations().to_vec();
        operations[0].parameters[1].rust = "limit".to_owned();
        let mut file = command_line();
        complete(&mut file, &operations).expect("completed");
        assert!(
            !flat(&file).contains("limit()"),
            "the operation has its own"
        );
    }

    #[test]
    fn single_arguments_change_what_the_body_says() {
        let file = completed();
        assert_has(
            &file,
            quote! {
                let mut request = self.client.create_thing();
                if let Some(body) = crate::body::read_json::<types::Thing>(matches)? {
                    request = request.body(body);
                }
                if let Some(value) = matches.get_one::<::std::string::String>("name") {
                    request = request.body_map(|body| { body.name(value.clone()) });
                }
            },
        );
        assert_has(
            &file,
            quote! {
                let response = request.send().await?;
                self.config.item(&response)
            },
        );
        assert_eq!(
            flat(&file).matches("arg(crate::body::json(false))").count(),
            2
        );
    }

    #[test]
    fn bodies_without_a_structure_are_read_and_written_as_they_are() {
        let file = completed();
        assert_has(
            &file,
            quote! {
                .arg(crate::body::raw(true))
                .arg(crate::body::content_type().value_parser(::clap::value_parser!(types::SetPictureContentType)))
            },
        );
        assert_has(
            &file,
            quote! {
                if let Some(body) = crate::body::read_bytes(matches)? {
                    request = request.body(body);
                }
                if let Some(value) = matches.get_one::<types::SetPictureContentType>("content-type") {
                    request = request.content_type(value.clone());
                }
            },
        );
        assert_has(
            &file,
            quote! {
                let response = request.send().await?;
                self.config.bytes(response.into_inner()).await
            },
        );
        assert_has(&file, quote!(request.send().await?; Ok(())));
    }

    #[test]
    fn a_changed_command_line_stops_the_build() {
        assert_stops(
            |file| complete(file, operations()),
            &[
                (
                    "pub trait CliConfig",
                    "pub trait Config",
                    "trait `CliConfig` and import of anyhow",
                ),
                (
                    "use anyhow::Context as _;",
                    "",
                    "trait `CliConfig` and import of anyhow",
                ),
                (
                    "pub fn cli_notify()",
                    "pub fn notify()",
                    "function `cli_notify`",
                ),
                (
                    "async fn execute_notify(",
                    "async fn notify(",
                    "function `execute_notify`",
                ),
                (
                    "new(\"json-body-template\")",
                    "new(\"template\")",
                    "argument `json-body` of `create_thing`",
                ),
                (
                    "serde_json::from_str::<",
                    "read::<",
                    "body of `create_thing`",
                ),
                (
                    "self.config.success_item(&r)",
                    "self.config.item(&r)",
                    "conclusion of `list_things`",
                ),
                (
                    "self.config.execute_notify(matches, &mut request)?;",
                    "",
                    "conclusion of `notify`",
                ),
            ],
        );
    }
}
