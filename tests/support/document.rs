//! The document of the API, read at run time and without code of the crate: what it promises of each operation.

use std::{collections::BTreeSet, fmt, fs, sync::LazyLock};

use serde_json::Value;

/// The methods that a path can have, as the document and as requests write them.
const METHODS: [(&str, &str); 8] = [
    ("get", "GET"),
    ("put", "PUT"),
    ("post", "POST"),
    ("delete", "DELETE"),
    ("options", "OPTIONS"),
    ("head", "HEAD"),
    ("patch", "PATCH"),
    ("trace", "TRACE"),
];

/// The parameter that carries the API version on every call.
pub const API_VERSION: &str = "api-version";

/// The headers that are no parameters, whatever a document says.
const NO_PARAMETERS: [&str; 3] = ["accept", "content-type", "authorization"];

/// The document that the crate was built from.
pub fn document() -> &'static Value {
    static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
        let text = fs::read_to_string(env!("ACS_CHAT_SPEC")).expect("the document is there");
        serde_json::from_str(&text).expect("the document is JSON")
    });
    &DOCUMENT
}

/// What `node` refers to.
pub fn follow<'a>(document: &'a Value, mut node: &'a Value) -> &'a Value {
    while let Some(reference) = node.get("$ref").and_then(Value::as_str) {
        let pointer = reference.trim_start_matches('#');
        node = document
            .pointer(pointer)
            .unwrap_or_else(|| panic!("{reference} leads nowhere"));
    }
    node
}

/// The schema that stands behind a reference, alone or in an `allOf` of one, and its name.
pub fn schema<'a>(document: &'a Value, node: &'a Value) -> (Option<&'a str>, &'a Value) {
    let mut name = None;
    let mut node = node;
    loop {
        let inner = node["allOf"].as_array().and_then(|all| all.first());
        let reference = inner.unwrap_or(node)["$ref"].as_str();
        let Some(reference) = reference else {
            return (name, node);
        };
        name = reference.rsplit('/').next();
        node = follow(document, inner.unwrap_or(node));
    }
}

/// An operation as the document has it.
#[derive(Clone, Copy)]
pub struct Operation<'a> {
    document: &'a Value,
    pub id: &'a str,
    /// In capitals.
    pub method: &'static str,
    pub path: &'a str,
    pub node: &'a Value,
    shared: &'a Value,
}

impl fmt::Debug for Operation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Operation({})", self.id)
    }
}

/// All operations of the crate's document.
pub fn operations() -> Vec<Operation<'static>> {
    operations_of(document())
}

/// All operations of a document, in its order.
pub fn operations_of(document: &Value) -> Vec<Operation<'_>> {
    let paths = document["paths"].as_object().expect("paths");
    let mut all = Vec::new();
    for (path, item) in paths {
        for (name, method) in METHODS {
            if let Some(node) = item.get(name) {
                all.push(Operation {
                    document,
                    id: node["operationId"].as_str().expect("operationId"),
                    method,
                    path,
                    node,
                    shared: &item["parameters"],
                });
            }
        }
    }
    all
}

impl<'a> Operation<'a> {
    /// All parameters, those of the path included.
    pub fn parameters(&self) -> Vec<&'a Value> {
        let lists = [self.shared, &self.node["parameters"]];
        let all = lists.into_iter().filter_map(Value::as_array).flatten();
        all.map(|parameter| follow(self.document, parameter))
            .filter(|parameter| {
                let name = parameter["name"].as_str().unwrap_or_default();
                let is_none = |other: &&str| other.eq_ignore_ascii_case(name);
                parameter["in"] != "header" || !NO_PARAMETERS.iter().any(is_none)
            })
            .collect()
    }

    /// The names of the parameters in a place: `path`, `query` or `header`.
    pub fn names(&self, place: &str) -> Vec<&'a str> {
        let all = self.parameters().into_iter();
        all.filter(|parameter| parameter["in"] == place)
            .filter_map(|parameter| parameter["name"].as_str())
            .collect()
    }

    /// The body's schema, by media type.
    pub fn body(&self) -> Option<&'a Value> {
        let body = self.node.get("requestBody")?;
        Some(follow(self.document, body))
    }

    /// The media types that the body can have.
    pub fn media_types(&self) -> Vec<&'a str> {
        let content = self.body().and_then(|body| body["content"].as_object());
        let types = content.into_iter().flatten();
        types.map(|(media, _)| media.as_str()).collect()
    }

    /// The statuses that are documented by number, and for `default` 500 and those that it has examples of by number.
    pub fn statuses(&self) -> Vec<u16> {
        let responses = self.node["responses"].as_object().expect("responses");
        let status = |key: &String| match key.as_str() {
            "default" => Some(500),
            key => key.parse().ok(),
        };
        let mut statuses: Vec<u16> = responses.keys().filter_map(status).collect();
        statuses.extend(self.named_examples().filter_map(|name| split(name).1));
        statuses.sort_unstable();
        statuses.dedup();
        statuses
    }

    /// The response with a status.
    pub fn response(&self, status: u16) -> Option<&'a Value> {
        let responses = &self.node["responses"];
        let response = responses.get(status.to_string());
        let own = format!(" {status}");
        let has_own = |default: &&Value| {
            let content = default["content"].as_object().into_iter().flatten();
            let examples = content.filter_map(|(_, media)| media["examples"].as_object());
            examples.flatten().any(|(name, _)| name.ends_with(&own))
        };
        let default = || {
            responses
                .get("default")
                .filter(|default| status == 500 || has_own(default))
        };
        let response = response.or_else(default)?;
        Some(follow(self.document, response))
    }

    /// The media type of a body or a response in which an example stands.
    pub fn media_type<'b>(&self, holder: &'b Value, example: &str) -> Option<&'b str> {
        let mut content = holder["content"].as_object().into_iter().flatten();
        let found = content.find(|(_, media)| media["examples"].get(example).is_some());
        found.map(|(media_type, _)| media_type.as_str())
    }

    /// Whether a body or a response is anything else than JSON.
    pub fn is_bytes(&self, holder: &Value) -> bool {
        let content = holder["content"].as_object().into_iter().flatten();
        let kinds: Vec<(bool, bool)> = content
            .map(|(media_type, media)| {
                let (_, schema) = schema(self.document, &media["schema"]);
                (media_type.ends_with("json"), schema["format"] == "binary")
            })
            .collect();
        let is_json = kinds.is_empty() || kinds.iter().any(|(is_json, _)| *is_json);
        !is_json || kinds.iter().any(|(_, is_binary)| *is_binary)
    }

    /// Whether the body is a form.
    pub fn is_form(&self) -> bool {
        self.media_types().first() == Some(&"application/x-www-form-urlencoded")
    }

    /// The name of the schema of a JSON response.
    pub fn schema_name(&self, response: &'a Value) -> Option<&'a str> {
        let json = response.pointer("/content/application~1json/schema")?;
        schema(self.document, json).0
    }

    /// The first documented success.
    pub fn success_status(&self) -> u16 {
        let ok = |status: &u16| (200..300).contains(status);
        let status = self.statuses().into_iter().find(ok);
        status.expect("a documented success")
    }

    /// The schema of that success.
    pub fn success_schema(&self) -> Option<&'a Value> {
        self.response(self.success_status())?
            .pointer("/content/application~1json/schema")
    }

    /// The first example of that success.
    pub fn success_example(&self) -> Option<&'a Value> {
        self.first_example(self.response(self.success_status())?)
    }

    /// The first example of the body.
    pub fn request_example(&self) -> Option<&'a Value> {
        self.first_example(self.body()?)
    }

    fn first_example(&self, holder: &'a Value) -> Option<&'a Value> {
        let (_, media) = holder["content"].as_object()?.iter().next()?;
        let (_, example) = media["examples"].as_object()?.iter().next()?;
        follow(self.document, example).get("value")
    }

    /// The JSON examples of a response, by name.
    pub fn response_examples(&self, status: &str) -> Vec<(&'a str, &'a Value)> {
        let response = &self.node["responses"][status];
        let examples = follow(self.document, response)
            .pointer("/content/application~1json/examples")
            .and_then(Value::as_object);
        let examples = examples.into_iter().flatten();
        examples
            .map(|(name, example)| {
                let example = follow(self.document, example);
                (name.as_str(), &example["value"])
            })
            .collect()
    }

    /// Whether requests carry `repeatability-request-id`.
    pub fn has_repeatability_id(&self) -> bool {
        let mut headers = self.names("header").into_iter();
        headers.any(|name| name.eq_ignore_ascii_case("repeatability-request-id"))
    }

    /// Why sending it twice does no harm; `None` where nothing says so.
    pub fn harmless(&self) -> Option<String> {
        let is_merge_patch = self.media_types() == ["application/merge-patch+json"];
        match self.method {
            "GET" | "DELETE" => Some(format!("`{}`", self.method)),
            "PATCH" if is_merge_patch => Some("`PATCH` with a merge patch".to_owned()),
            _ if self.has_repeatability_id() => Some("`repeatability-request-id`".to_owned()),
            _ => {
                let reason = self.node["x-acs-repeatable"].as_str().map(str::trim);
                let reason = reason.filter(|reason| !reason.is_empty());
                reason.map(str::to_owned)
            }
        }
    }

    pub fn is_harmless(&self) -> bool {
        self.harmless().is_some()
    }

    /// The media types that any response can have.
    pub fn accepted(&self) -> BTreeSet<&'a str> {
        let responses = self.node["responses"].as_object().expect("responses");
        responses
            .values()
            .filter_map(|response| follow(self.document, response)["content"].as_object())
            .flat_map(|content| content.keys().map(String::as_str))
            .collect()
    }

    /// The names of all examples that any part of the operation has.
    pub fn examples(&self) -> BTreeSet<&'a str> {
        self.named_examples().map(|name| split(name).0).collect()
    }

    fn named_examples(&self) -> impl Iterator<Item = &'a str> {
        let mut holders = self.parameters();
        // All operations share this one, with the examples of each.
        holders.retain(|parameter| parameter["name"] != API_VERSION);
        let responses = self.node["responses"].as_object().expect("responses");
        let with_content = responses
            .values()
            .map(|response| follow(self.document, response))
            .chain(self.body());
        for holder in with_content {
            let content = holder["content"].as_object().into_iter().flatten();
            holders.extend(content.map(|(_, media)| media));
        }
        let examples = holders
            .into_iter()
            .filter_map(|holder| holder["examples"].as_object());
        examples.flat_map(|examples| examples.keys().map(String::as_str))
    }

    /// The value of an example, in whatever has `examples` or content with `examples`.
    pub fn example(&self, holder: &'a Value, name: &str) -> Option<&'a Value> {
        let content = holder["content"].as_object();
        let media = content.into_iter().flatten().map(|(_, media)| media);
        let mut holders = std::iter::once(holder).chain(media);
        let example = holders.find_map(|holder| holder.get("examples")?.get(name))?;
        follow(self.document, example).get("value")
    }
}

/// The name of an example, and the status behind it where one response has examples of several.
fn split(name: &str) -> (&str, Option<u16>) {
    let parts = name.rsplit_once(' ');
    match parts.and_then(|(name, status)| Some((name, status.parse().ok()?))) {
        Some((name, status)) => (name, Some(status)),
        None => (name, None),
    }
}
