//! The request of each operation: what the caller fills in, checked and put together; typed as the generator typed it.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Ident, Item, Type, parse_quote};

use super::{
    doc, ident,
    signatures::{Signature, inner, signatures},
};
use crate::{
    SpecError,
    document::media::Kind,
    document::operation::{API_VERSION, Operation, Repeatable, THREAD},
    lower::ERROR_RESPONSE,
};

/// Reads from the generated client what the request of each operation is to hold.
pub fn requests<'a>(
    operations: &'a [Operation],
    client: &syn::File,
) -> Result<Vec<Request<'a>>, SpecError> {
    let (signatures, types) = (signatures(client), type_names(client));
    let requests = operations.iter();
    let requests = requests.map(|operation| Request::new(operation, &signatures, &types));
    requests.collect()
}

/// The types that the generator made of schemas.
fn type_names(client: &syn::File) -> BTreeSet<String> {
    let types = client.items.iter().find_map(|item| match item {
        Item::Mod(module) if module.ident == "types" => module.content.as_ref(),
        _ => None,
    });
    let items = types.into_iter().flat_map(|(_, items)| items);
    let names = items.filter_map(|item| match item {
        Item::Struct(item) => Some(item.ident.to_string()),
        Item::Enum(item) => Some(item.ident.to_string()),
        _ => None,
    });
    names.collect()
}

/// Emits the constants, the client's methods and the request types of all operations.
pub fn emit(requests: &[Request], version: &str) -> Result<syn::File, SpecError> {
    let constants = requests.iter().map(Request::constant);
    let methods = requests.iter().map(Request::method);
    let thread_methods = requests.iter().filter_map(Request::thread_method);
    let types = requests.iter().map(Request::request);
    let tokens = quote! {
        use crate::operation::Operation;

        /// The version of the API that this client speaks, sent with every call.
        pub const API_VERSION: &str = #version;

        #(#constants)*

        /// The operations of the API.
        impl crate::ChatClient {
            #(#methods)*
        }

        /// The operations of the API that concern one thread, with its id filled in.
        impl crate::ChatThread {
            #(#thread_methods)*
        }

        /// Requests, one type for each operation: what a method of the client begins, to be completed and sent.
        #[allow(unused_imports, reason = "no document needs all of them")]
        pub mod request {
            use progenitor_client::{ByteStream, ResponseValue};

            use super::API_VERSION;
            use crate::{
                ChatError, RetryPolicy, call::Call, draft::Draft,
                paging::{Continuation, Items, Pages},
                types,
            };

            #(#types)*
        }
    };
    syn::parse2(tokens).map_err(|error| {
        SpecError::new(
            "/paths",
            format!("the requests can't be written: {error}"),
            "look at codegen/src/finish/operations.rs",
        )
    })
}

/// An operation, with the Rust types that the generator gave it.
pub struct Request<'a> {
    pub operation: &'a Operation,
    pub fields: Vec<Field<'a>>,
    returns: Type,
    /// The types of its errors by status, `default` among them; those without a type of their own are left out.
    errors: BTreeMap<&'a str, &'a str>,
}

/// Something the caller gives.
pub struct Field<'a> {
    /// As the generated builder calls it.
    pub setter: Ident,
    /// As the API calls it.
    pub name: &'a str,
    pub place: Place,
    required: bool,
    pub ty: Type,
    description: &'a str,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Place {
    Path,
    Query,
    Header,
    /// The header that is filled in where the caller leaves it out.
    Repeatability,
    Body,
    /// The media type of the body, where there is a choice.
    ContentType,
}

impl<'a> Request<'a> {
    fn new(
        operation: &'a Operation,
        signatures: &BTreeMap<String, Signature>,
        types: &BTreeSet<String>,
    ) -> Result<Self, SpecError> {
        let missing = |what: &str| {
            SpecError::new(
                &operation.place,
                format!("the generated client has no {what}"),
                "the generator names it in another way than codegen/src/document/operation.rs expects: mend that",
            )
        };
        let name = &operation.type_name;
        let signature = signatures
            .get(name)
            .ok_or_else(|| missing(&format!("builder `{name}`")))?;
        let mut fields = Vec::new();
        for (setter, ty) in &signature.setters {
            if setter == "body" {
                let body = operation
                    .body
                    .as_ref()
                    .ok_or_else(|| missing("body in the document"))?;
                fields.push(Field {
                    setter: ident(setter),
                    name: "body",
                    place: Place::Body,
                    required: body.required,
                    ty: match body.sent.kind {
                        // The generated type can't be cloned, and a request can.
                        Kind::Bytes => parse_quote!(::bytes::Bytes),
                        Kind::Json if !body.required => inner(ty).unwrap_or_else(|| ty.clone()),
                        _ => ty.clone(),
                    },
                    description: &body.description,
                });
                if let Some(content_type) = operation.content_type() {
                    let ty = ident(&content_type);
                    fields.push(Field {
                        setter: ident("content_type"),
                        name: "content-type",
                        place: Place::ContentType,
                        required: false,
                        ty: parse_quote!(types::#ty),
                        description: "What the body is; by default the first of the documented media types.",
                    });
                }
                continue;
            }
            let same =
                |name: &str| heck::ToSnakeCase::to_snake_case(name) == setter.trim_end_matches('_');
            let parameter = operation
                .parameters
                .iter()
                .find(|parameter| same(&parameter.name));
            let parameter = parameter
                .ok_or_else(|| missing(&format!("parameter for its setter `{setter}`")))?;
            if parameter.name == API_VERSION {
                continue;
            }
            let place = match (parameter.place.as_str(), &operation.repeatable) {
                ("path", _) => Place::Path,
                ("header", Repeatable::ByHeader(header)) if *header == parameter.name => {
                    Place::Repeatability
                }
                ("header", _) => Place::Header,
                _ => Place::Query,
            };
            fields.push(Field {
                setter: ident(setter),
                name: &parameter.name,
                place,
                required: parameter.required,
                ty: ty.clone(),
                description: &parameter.description,
            });
        }
        let errors = operation.errors.iter();
        let errors = errors.filter(|(_, name)| types.contains(*name));
        Ok(Self {
            operation,
            fields,
            returns: signature.returns.clone(),
            errors: errors
                .map(|(status, name)| (status.as_str(), name.as_str()))
                .collect(),
        })
    }

    /// Whether a success is bytes, which are not decoded.
    pub fn is_raw(&self) -> bool {
        let returns = &self.returns;
        quote!(#returns).to_string() == "ByteStream"
    }

    fn constant_name(&self) -> Ident {
        format_ident!("{}", self.operation.name.to_uppercase())
    }

    fn constant(&self) -> TokenStream {
        let Operation {
            id,
            method,
            path,
            success,
            accept,
            may_be_empty,
            ..
        } = self.operation;
        let name = self.constant_name();
        let method = ident(method);
        let media_type = match &self.operation.body {
            Some(body) => {
                let media_type = body.media_type();
                quote!(Some(http::HeaderValue::from_static(#media_type)))
            }
            None => quote!(None),
        };
        let accept = accept.iter().map(String::as_str).collect::<Vec<_>>();
        let accept = match accept.join(", ") {
            none if none.is_empty() => quote!(None),
            some => quote!(Some(http::HeaderValue::from_static(#some))),
        };
        let is_documented = self.is_documented();
        let repeatable = self.operation.repeatable != Repeatable::No;
        quote! {
            static #name: Operation = Operation {
                id: #id,
                method: http::Method::#method,
                path: #path,
                media_type: #media_type,
                accept: #accept,
                success: #success,
                may_be_empty: #may_be_empty,
                repeatable: #repeatable,
                is_documented: #is_documented,
            };
        }
    }

    /// Whether an error's body is what the document describes for its status.
    fn is_documented(&self) -> TokenStream {
        let is = |name: &str| {
            let ty = ident(name);
            quote!(crate::error::is::<crate::types::#ty>(body))
        };
        let names = self.error_types();
        let mut any = names.iter().map(|name| is(name));
        if let ([_], Some(only)) = (&names[..], any.next()) {
            return quote!(|_, body| #only);
        }
        let by_status = self.errors.iter().filter_map(|(status, name)| {
            let (status, is) = (status.parse::<u16>().ok()?, is(name));
            Some(quote!(#status => #is,))
        });
        // A status that the document does not have: any of its errors.
        let any = names.iter().map(|name| is(name));
        let rest = match self.errors.get("default") {
            Some(name) => is(name),
            None => quote!(#(#any)||*),
        };
        quote!(|status, body| match status { #(#by_status)* _ => #rest })
    }

    /// The types that its errors have, each once; that of the API's errors where it has none.
    fn error_types(&self) -> Vec<&str> {
        let names: BTreeSet<&str> = self.errors.values().copied().collect();
        match names.is_empty() {
            true => vec![ERROR_RESPONSE],
            false => names.into_iter().collect(),
        }
    }

    fn method(&self) -> TokenStream {
        let (method, constant) = (ident(&self.operation.name), self.constant_name());
        let request = ident(&self.operation.type_name);
        let docs = doc(&self.docs());
        quote! {
            #docs
            pub fn #method(&self) -> request::#request {
                request::#request::new(self.call(&#constant))
            }
        }
    }

    /// The same on the handle to a thread, for an operation with the thread in its path.
    fn thread_method(&self) -> Option<TokenStream> {
        let field = self
            .fields
            .iter()
            .find(|field| field.place == Place::Path && field.name == THREAD)?;
        let (method, setter) = (ident(&self.operation.name), &field.setter);
        let request = ident(&self.operation.type_name);
        let name = &self.operation.name;
        let docs = doc(&format!(
            "{}: [`ChatClient::{name}`](crate::ChatClient::{name}) for this thread.",
            self.operation.summary,
        ));
        Some(quote! {
            #docs
            pub fn #method(&self) -> request::#request {
                self.client().#method().#setter(self.id())
            }
        })
    }

    /// What the method and the request type say of the operation.
    fn docs(&self) -> String {
        let operation = self.operation;
        let mut text = format!("{}.\n\n{}\n\n", operation.summary, operation.description);
        text.push_str("# Parameters\n");
        for field in &self.fields {
            let optional = match field {
                Field { required: true, .. } => "",
                Field {
                    place: Place::Repeatability,
                    ..
                } => " (a new UUID where it is left out)",
                _ => " (optional)",
            };
            text.push_str(&format!(
                "- `{}`{optional}: {}\n",
                field.setter, field.description
            ));
        }
        text.push_str(&format!("\n# Returns\n{}\n", operation.returns));
        text.push_str("\n# Errors\nA [`ChatError`](crate::ChatError); the service's own answers are [`ChatError::Service`](crate::ChatError::Service). ");
        if self.error_types() != [ERROR_RESPONSE] {
            let types = self.errors.iter();
            let types =
                types.map(|(status, name)| format!("[`{name}`](crate::types::{name}) ({status})"));
            let types = types.collect::<Vec<_>>().join(", ");
            text.push_str(&format!(
                "Its [`body_as`](crate::ServiceError::body_as) is a {types}. "
            ));
        }
        text.push_str(&match &operation.repeatable {
            Repeatable::ByMethod => format!("Sending it twice does no harm, since it is a {}.", operation.method),
            Repeatable::ByHeader(header) => format!("Sending it twice does no harm: the service knows it again by its `{header}`."),
            Repeatable::Because(reason) => format!("Sending it twice does no harm: {reason}"),
            Repeatable::No => "Sending it twice could do it twice, so it is tried again only where the service can't have acted on it; see [`ChatError::maybe_sent`](crate::ChatError::maybe_sent).".to_owned(),
        });
        text.push_str(&format!(
            "\n\nSource: operation `{}`, `{} {}`.",
            operation.id, operation.method, operation.path
        ));
        text
    }

    fn request(&self) -> TokenStream {
        let name = ident(&self.operation.type_name);
        let docs = doc(&self.docs());
        let setters: Vec<&Ident> = self.fields.iter().map(|field| &field.setter).collect();
        let declarations = self.fields.iter().map(Field::declaration);
        let functions = self.fields.iter().map(Field::setter);
        let send = self.send();
        let options = options();
        // What a person wrote does not belong into a log.
        let shown = self
            .fields
            .iter()
            .filter(|field| field.place != Place::Body);
        let shown = shown.map(|field| {
            let (setter, name) = (&field.setter, field.setter.to_string());
            quote!(.field(#name, &self.#setter))
        });
        let type_name = name.to_string();
        quote! {
            #docs
            #[derive(Clone)]
            #[must_use = "a request does nothing until it is sent"]
            pub struct #name {
                call: Call,
                #(#declarations,)*
            }

            impl #name {
                pub(super) fn new(call: Call) -> Self {
                    Self { call, #(#setters: None,)* }
                }

                #(#functions)*
                #options
                #send
            }

            impl std::fmt::Debug for #name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.debug_struct(#type_name)#(#shown)*.finish_non_exhaustive()
                }
            }
        }
    }

    fn send(&self) -> TokenStream {
        let returns = &self.returns;
        let draft = self.draft();
        if self.operation.pageable.is_some() {
            let list = self.list();
            return quote!(#list #draft);
        }
        let send = match quote!(#returns).to_string().as_str() {
            "()" => quote!(send_empty),
            _ if self.is_raw() => quote!(send_raw),
            _ => quote!(send),
        };
        quote! {
            /// Sends the request, as often as the retry policy and the operation allow.
            ///
            /// # Errors
            /// See the request's own description.
            pub async fn send(self) -> Result<ResponseValue<#returns>, ChatError> {
                self.draft()?.#send().await
            }

            #draft
        }
    }

    /// Checks what the caller gave, and puts the request together from it.
    fn draft(&self) -> TokenStream {
        let setters: Vec<&Ident> = self.fields.iter().map(|field| &field.setter).collect();
        let checks = self.fields.iter().map(Field::check);
        let path = self.path();
        let version = self
            .operation
            .parameters
            .iter()
            .any(|parameter| parameter.name == API_VERSION);
        let version = version.then(|| quote!(draft.query(#API_VERSION, &API_VERSION)?;));
        let parts = self.fields.iter().map(|field| field.part(self.operation));
        let has_choice = self.operation.content_type().is_some();
        let call = has_choice.then(|| quote!(mut));
        quote! {
            fn draft(self) -> Result<Draft, ChatError> {
                let Self { #call call, #(#setters,)* } = self;
                #(#checks)*
                #[allow(unused_mut)]
                let mut draft = Draft::new(call, &[#(#path),*]);
                #version
                #(#parts)*
                Ok(draft)
            }
        }
    }

    /// The segments of the path, with the parameters in their places.
    fn path(&self) -> impl Iterator<Item = TokenStream> {
        let parameters = self
            .fields
            .iter()
            .filter(|field| field.place == Place::Path);
        let parameters: Vec<(String, &Ident)> = parameters
            .map(|field| (format!("{{{}}}", field.name), &field.setter))
            .collect();
        let segments = self.operation.path.trim_start_matches('/').split('/');
        segments.map(move |segment| {
            let whole = parameters.iter().find(|(name, _)| name == segment);
            if let Some((_, setter)) = whole {
                return quote!(&#setter);
            }
            let parts = parameters.iter().filter(|(name, _)| segment.contains(name));
            let (names, values): (Vec<&String>, Vec<&Ident>) =
                parts.map(|(name, setter)| (name, *setter)).unzip();
            if names.is_empty() {
                return quote!(#segment);
            }
            quote!(&#segment #(.replace(#names, &#values))*)
        })
    }

    /// A list can be had page by page and item by item too.
    fn list(&self) -> TokenStream {
        let returns = &self.returns;
        let path = self
            .fields
            .iter()
            .filter(|field| field.place == Place::Path && field.is_text());
        let path = path.map(|field| {
            let (name, setter) = (field.name, &field.setter);
            quote!((#name, self.#setter.as_deref()))
        });
        quote! {
            /// Sends the request for one page, as often as the retry policy allows.
            ///
            /// # Errors
            /// See the request's own description.
            pub async fn send(self) -> Result<ResponseValue<#returns>, ChatError> {
                self.draft()?.send().await
            }

            /// The whole list, page by page.
            pub fn pages(self) -> Pages<#returns> {
                let call = self.call.clone();
                Pages::new(call, Box::new(move || self.clone().draft()))
            }

            /// The whole list, item by item.
            pub fn stream(self) -> Items<#returns> {
                Items::new(self.pages(), None)
            }

            /// The rest of a list, item by item, from where it was left.
            ///
            /// # Errors
            /// [`ChatError::InvalidRequest`] where the continuation is of another operation or of another path.
            pub fn resume(self, continuation: &Continuation) -> Result<Items<#returns>, ChatError> {
                let pages = self.resume_pages(continuation)?;
                Ok(Items::new(pages, Some(continuation.clone())))
            }

            /// The rest of a list, page by page, from where it was left; a page of which only a part has been had
            /// comes whole.
            ///
            /// # Errors
            /// [`ChatError::InvalidRequest`] where the continuation is of another operation or of another path.
            pub fn resume_pages(self, continuation: &Continuation) -> Result<Pages<#returns>, ChatError> {
                Pages::from(self.call.clone(), continuation, &[#(#path),*])
            }
        }
    }
}

impl Field<'_> {
    /// Whether it is bytes, which every source of bytes is taken for.
    pub fn is_bytes(&self) -> bool {
        let ty = &self.ty;
        quote!(#ty).to_string().ends_with(":: Bytes")
    }

    fn is_text(&self) -> bool {
        let ty = &self.ty;
        quote!(#ty).to_string().ends_with(":: String")
    }

    fn declaration(&self) -> TokenStream {
        let (setter, ty) = (&self.setter, &self.ty);
        match self.place {
            Place::Body if !self.is_bytes() => quote!(#setter: Option<Result<#ty, String>>),
            _ => quote!(#setter: Option<#ty>),
        }
    }

    fn setter(&self) -> TokenStream {
        let (setter, ty) = (&self.setter, &self.ty);
        let docs = doc(&format!(
            "{}\n\nSource: `{}`, {}.",
            self.description,
            self.name,
            self.place.text()
        ));
        if self.place == Place::Body && !self.is_bytes() {
            return quote! {
                #docs
                ///
                /// It takes the type itself or a builder of it, whose gaps are reported when the request is sent.
                pub fn #setter<B>(mut self, value: B) -> Self
                where
                    B: TryInto<#ty>,
                    B::Error: std::fmt::Display,
                {
                    self.#setter = Some(value.try_into().map_err(|error| error.to_string()));
                    self
                }
            };
        }
        let convertible =
            self.is_text() || self.is_bytes() || quote!(#ty).to_string().contains("types ::");
        let (argument, value) = if convertible {
            (quote!(impl Into<#ty>), quote!(value.into()))
        } else {
            (quote!(#ty), quote!(value))
        };
        quote! {
            #docs
            pub fn #setter(mut self, value: #argument) -> Self {
                self.#setter = Some(#value);
                self
            }
        }
    }

    /// What has to be true of it before the request is put together.
    fn check(&self) -> TokenStream {
        let (setter, name) = (&self.setter, self.name);
        match (self.place, self.required) {
            (Place::Path, _) if self.is_text() => quote! {
                let #setter = call.path(#name, #setter)?;
            },
            (Place::Path, _) => quote! {
                let #setter = call.path(#name, #setter.map(|value| value.to_string()))?;
            },
            (Place::Repeatability, _) => quote! {
                let #setter = call.repeatability_id(#name, #setter)?;
            },
            (Place::Header, true) => quote! {
                let #setter = call.header(#name, &call.given(#name, #setter)?.to_string())?;
            },
            (Place::Header, false) => quote! {
                let #setter = #setter.map(|value| call.header(#name, &value.to_string())).transpose()?;
            },
            (Place::Query, true) => quote! {
                let #setter = call.given(#name, #setter)?;
            },
            (Place::Query, false) => TokenStream::new(),
            (Place::Body, true) if self.is_bytes() => quote! {
                let #setter = call.given(#name, #setter)?;
            },
            (Place::Body, false) if self.is_bytes() => TokenStream::new(),
            (Place::ContentType, _) => quote! {
                call.media_type = #setter.map(|value| call.header(#name, &value.to_string())).transpose()?;
            },
            (Place::Body, true) => quote! {
                let #setter = call.body(call.given(#name, #setter)?)?;
            },
            (Place::Body, false) => quote! {
                let #setter = #setter.map(|body| call.body(body)).transpose()?;
            },
        }
    }

    /// Where it goes in the request; nothing for a part of the path.
    fn part(&self, operation: &Operation) -> TokenStream {
        let (setter, name) = (&self.setter, self.name);
        let part = match self.place {
            Place::Path | Place::ContentType => return TokenStream::new(),
            Place::Query => quote!(draft.query(#name, &#setter)?;),
            Place::Header | Place::Repeatability => {
                let name = name.to_lowercase();
                quote!(draft.header(const { http::HeaderName::from_static(#name) }, #setter);)
            }
            Place::Body => match operation.body.as_ref().map(|body| body.sent.kind) {
                Some(Kind::Form) => quote!(draft.form(&#setter)?;),
                Some(Kind::Text | Kind::Bytes) => quote!(draft.bytes(#setter);),
                Some(Kind::Json) | None => quote!(draft.json(&#setter)?;),
            },
        };
        if self.required || self.place == Place::Repeatability {
            return part;
        }
        quote! {
            if let Some(#setter) = #setter {
                #part
            }
        }
    }
}

impl Place {
    fn text(self) -> &'static str {
        match self {
            Self::Path => "a path parameter",
            Self::Query => "a query parameter",
            Self::Header | Self::Repeatability => "a header",
            Self::Body => "the request body",
            Self::ContentType => "the media types of the request body",
        }
    }
}

/// What every request can be told about itself.
fn options() -> TokenStream {
    quote! {
        /// Lets this call have a retry policy of its own, in place of the client's.
        pub fn retry(mut self, policy: RetryPolicy) -> Self {
            self.call.retry = Some(policy);
            self
        }

        /// Gives this call its `x-ms-client-request-id`, which all its attempts carry; a new UUID where it is left
        /// out.
        pub fn client_request_id(mut self, id: impl Into<String>) -> Self {
            self.call.client_request_id = Some(id.into());
            self
        }
    }
}
