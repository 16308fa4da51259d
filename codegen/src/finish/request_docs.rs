//! Docs of the client's methods, of request builders and their setters, from the document.

use std::collections::{BTreeMap, BTreeSet};

use syn::{Attribute, File, Ident, ImplItem, ImplItemFn, Item};

use super::{
    docs, ident,
    operations::error_types,
    response_headers, snake,
    tree::{each_builder, is_doc, is_impl_of, is_word, missing, module, type_names},
};
use crate::{
    SpecError,
    document::operation::{API_VERSION, Operation, Repeatable},
    lower::ERROR_RESPONSE,
};

/// Writes the docs, in place of progenitor's where it has some.
pub fn complete(file: &mut File, operations: &[Operation]) -> Result<(), SpecError> {
    let types = type_names(module(&mut file.items, "types")?);
    let impls = file.items.iter_mut().filter_map(|item| match item {
        Item::Impl(item) if is_impl_of(item, "Client") => Some(&mut item.items),
        _ => None,
    });
    let methods = impls.flatten().filter_map(|item| match item {
        ImplItem::Fn(method) => Some((method.sig.ident.to_string(), method)),
        _ => None,
    });
    let mut methods: BTreeMap<String, &mut ImplItemFn> = methods.collect();
    for operation in operations {
        let method = methods.remove(&ident(&operation.name).to_string());
        let method = method.ok_or_else(|| missing(format!("method `{}`", operation.name)))?;
        replace(&mut method.attrs, &text(operation, &types));
    }
    each_builder(file, operations, |operation, builder| {
        let name = &operation.name;
        let docs = format!(
            "A request of [`ChatClient::{name}`](crate::ChatClient::{name}).\n\nSource: operation `{}`.",
            operation.id
        );
        replace(&mut builder.item.attrs, &docs);
        for item in &mut builder.methods.items {
            if let ImplItem::Fn(function) = item
                && let Some(docs) = method_docs(operation, &function.sig.ident)
            {
                replace(&mut function.attrs, &docs);
            }
        }
        Ok(())
    })?;
    for item in &mut file.items {
        if let Item::Mod(module) = item
            && module.ident == "builder"
        {
            replace(
                &mut module.attrs,
                "Request builders, one for each operation: set its parameters, then call `send` or `.await` it.",
            );
        }
    }
    Ok(())
}

fn replace(attributes: &mut Vec<Attribute>, text: &str) {
    attributes.retain(|attribute| !is_doc(attribute));
    attributes.splice(0..0, docs(text));
}

/// The docs of a method of a request builder; `None` for one that has its own.
fn method_docs(operation: &Operation, method: &Ident) -> Option<String> {
    let source = |description: &str, name: &str, place: &str| {
        format!("{description}\n\nSource: `{name}`, {place}.")
    };
    Some(match method.to_string().as_str() {
        "new" => "Starts a request.".to_owned(),
        "send" => {
            "Sends the request, as often as the retry policy and the operation allow.\n\n# Errors\nSee the method of the client.".to_owned()
        }
        "body" => {
            let body = operation.body.as_ref()?;
            let docs = source(&body.description, "body", "the request body");
            format!("{docs}\n\nTakes the type or its builder; what a builder lacks is reported by `send`.")
        }
        "body_map" => "Changes the builder of the body.".to_owned(),
        _ => {
            let mut parameters = operation.parameters.iter();
            let parameter = parameters.find(|parameter| is_word(method, &parameter.rust))?;
            let place = match parameter.place.as_str() {
                "path" => "a path parameter",
                "header" => "a header",
                _ => "a query parameter",
            };
            source(&parameter.description, &parameter.name, place)
        }
    })
}

/// The docs of a method of the client.
fn text(operation: &Operation, types: &BTreeSet<String>) -> String {
    let summary = operation.summary.trim_end_matches('.');
    let mut text = format!("{summary}.\n\n{}\n", operation.description);
    if operation.long_running {
        let headers = response_headers::type_name(operation);
        text.push_str(&format!(
            "\nThe operation goes on after its response. How far it is, a GET of its `Operation-Location` says: [`{headers}`](crate::request::{headers}).\n"
        ));
    }
    text.push_str("\n# Parameters\n");
    let parameters = operation.parameters.iter();
    for parameter in parameters.filter(|parameter| parameter.name != API_VERSION) {
        let is_repeatability = matches!(&operation.repeatable, Repeatable::ByHeader(header) if *header == parameter.name);
        let optional = match (is_repeatability, parameter.required) {
            (true, _) => " (a new UUID by default)",
            (false, false) => " (optional)",
            (false, true) => "",
        };
        let (name, description) = (snake(&parameter.rust), &parameter.description);
        text.push_str(&format!("- `{name}`{optional}: {description}\n"));
    }
    if let Some(body) = &operation.body {
        let optional = if body.required { "" } else { " (optional)" };
        text.push_str(&format!("- `body`{optional}: {}\n", body.description));
    }
    text.push_str(&format!("\n# Returns\n{}\n", operation.returns));
    if !operation.headers.is_empty() {
        let headers = response_headers::type_name(operation);
        text.push_str(&format!(
            "\n[`{headers}`](crate::request::{headers}) reads the headers of the response.\n"
        ));
    }
    text.push_str("\n# Errors\nA [`ChatError`](crate::ChatError); the service's own errors are [`ChatError::Service`](crate::ChatError::Service). ");
    let errors = error_types(operation, types);
    if errors.values().any(|name| *name != ERROR_RESPONSE) {
        let errors = errors
            .iter()
            .map(|(status, name)| format!("[`{name}`](crate::types::{name}) ({status})"));
        let errors = errors.collect::<Vec<_>>().join(", ");
        text.push_str(&format!(
            "Their [`body_as`](crate::ServiceError::body_as) is a {errors}. "
        ));
    }
    text.push_str(&match &operation.repeatable {
        Repeatable::ByMethod => format!("Retries are safe: the method is {}.", operation.method),
        Repeatable::ByHeader(header) => format!("Retries are safe: the service recognizes a repeated request by its `{header}`."),
        Repeatable::Because(reason) => format!("Retries are safe: {reason}"),
        Repeatable::No => "A repeated request could be processed twice, so it is retried only if the service did not process it; see [`ChatError::may_have_been_processed`](crate::ChatError::may_have_been_processed).".to_owned(),
    });
    text.push_str(&format!(
        "\n\nSource: operation `{}`, `{} {}`.",
        operation.id, operation.method, operation.path
    ));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::fixture::{assert_stops, builder_method, client, operations};

    fn completed() -> File {
        let mut file = client();
        complete(&mut file, operations()).expect("completed");
        file
    }

    /// The docs of something, a line each.
    fn lines(attributes: &[Attribute]) -> Vec<String> {
        let lines = attributes
            .iter()
            .filter_map(|attribute| match &attribute.meta {
                syn::Meta::NameValue(syn::MetaNameValue {
                    value:
                        syn::Expr::Lit(syn::ExprLit {
                            lit: syn::Lit::Str(line),
                            ..
                        }),
                    ..
                }) => Some(line.value().trim().to_owned()),
                _ => None,
            });
        lines.collect()
    }

    #[test]
    fn a_method_of_the_client_has_the_docs_of_its_operation() {
        let file = completed();
        let methods = file.items.iter().filter_map(|item| match item {
            Item::Impl(item) if is_impl_of(item, "Client") => Some(&item.items),
            _ => None,
        });
        let docs: Vec<_> = methods
            .flatten()
            .filter_map(|item| match item {
                ImplItem::Fn(function) => {
                    Some((function.sig.ident.to_string(), lines(&function.attrs)))
                }
                _ => None,
            })
            .collect();
        let of = |name: &str| {
            docs.iter()
                .find(|(other, _)| other == name)
                .map(|(_, docs)| docs.clone())
                .expect("docs")
        };
        assert_eq!(
            of("list_things"),
            [
                "List the things.",
                "",
                "Lists them.",
                "",
                "# Parameters",
                "- `chat_thread_id`: The chatThreadId.",
                "- `max_page_size` (optional): The maxPageSize.",
                "",
                "# Returns",
                "The things.",
                "",
                "# Errors",
                "A [`ChatError`](crate::ChatError); the service's own errors are [`ChatError::Service`](crate::ChatError::Service). Their [`body_as`](crate::ServiceError::body_as) is a [`Absent`](crate::types::Absent) (404), [`Wrong`](crate::types::Wrong) (default). Retries are safe: the method is GET.",
                "",
                "Source: operation `Things_ListThings`, `GET /threads/{chatThreadId}/things`.",
            ]
        );
        for (name, line) in [
            (
                "create_thing",
                "- `repeatability_request_id` (a new UUID by default): The repeatability-request-id.",
            ),
            ("create_thing", "- `body`: The thing."),
            (
                "create_thing",
                "A [`ChatError`](crate::ChatError); the service's own errors are [`ChatError::Service`](crate::ChatError::Service). Retries are safe: the service recognizes a repeated request by its `repeatability-request-id`.",
            ),
            ("notify", "- `body` (optional):"),
        ] {
            assert!(
                of(name).iter().any(|other| other == line),
                "{line} is not in {:?}",
                of(name)
            );
        }
        assert!(of("notify").iter().any(|line| line.ends_with("it is retried only if the service did not process it; see [`ChatError::may_have_been_processed`](crate::ChatError::may_have_been_processed).")));
    }

    #[test]
    fn a_request_builder_and_its_methods_have_docs_of_their_own() {
        let mut file = completed();
        let builder = module(&mut file.items, "builder")
            .expect("builders")
            .iter()
            .find_map(|item| match item {
                Item::Struct(item) if item.ident == "CreateThing" => Some(lines(&item.attrs)),
                _ => None,
            });
        assert_eq!(
            builder.expect("a builder"),
            [
                "A request of [`ChatClient::create_thing`](crate::ChatClient::create_thing).",
                "",
                "Source: operation `Things_CreateThing`."
            ]
        );
        for (method, expected) in [
            ("new", vec!["Starts a request."]),
            (
                "send",
                vec![
                    "Sends the request, as often as the retry policy and the operation allow.",
                    "",
                    "# Errors",
                    "See the method of the client.",
                ],
            ),
            ("type_", vec!["The type.", "", "Source: `type`, a header."]),
            (
                "api_version",
                vec![
                    "The api-version.",
                    "",
                    "Source: `api-version`, a query parameter.",
                ],
            ),
            (
                "body",
                vec![
                    "The thing.",
                    "",
                    "Source: `body`, the request body.",
                    "",
                    "Takes the type or its builder; what a builder lacks is reported by `send`.",
                ],
            ),
            ("body_map", vec!["Changes the builder of the body."]),
        ] {
            assert_eq!(
                lines(&builder_method(&mut file, "CreateThing", method).attrs),
                expected,
                "{method}"
            );
        }
        let path = builder_method(&mut file, "SetPicture", "thing_id");
        assert_eq!(
            lines(&path.attrs),
            ["The thingId.", "", "Source: `thingId`, a path parameter."]
        );
    }

    #[test]
    fn a_client_without_a_method_or_a_builder_stops_the_build() {
        assert_stops(
            |file| complete(file, operations()),
            &[
                ("pub mod types {", "pub mod others {", "module `types`"),
                ("pub fn notify(", "pub fn other(", "method `notify`"),
                (
                    "pub struct Notify<'a>",
                    "pub struct Other<'a>",
                    "request builder `Notify`",
                ),
            ],
        );
    }
}
