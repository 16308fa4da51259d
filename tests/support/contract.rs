//! Checks the client against a document: calls each documented example of each operation, and gives the documented
//! responses.

use std::{collections::BTreeMap, fmt};

use acs_chat::{ChatClient, ChatError, RetryPolicy};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;
use uuid::Uuid;

use super::{
    Mock, Reply, Request, TOKEN,
    differences::differences,
    dispatch::{self, CallError, Given, Returned},
    document::{self, API_VERSION, Operation},
};

/// All that RFC 3986 lets stand in a path segment as it is.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');

/// What every HTTP client may send.
const USUAL: [&str; 8] = [
    "host",
    "accept",
    "accept-encoding",
    "content-type",
    "content-length",
    "user-agent",
    "connection",
    "authorization",
];

/// By which a call is found again.
const REQUEST_IDS: [&str; 2] = ["x-ms-client-request-id", "x-ms-return-client-request-id"];

/// The parameter that the client makes up where it is not given.
const REPEATABILITY: &str = "repeatability-request-id";

/// What became of one documented response of one example.
pub struct Outcome {
    pub operation: String,
    pub example: String,
    pub status: String,
    /// Everything that was not as documented.
    pub wrong: Vec<String>,
    /// What the document lacks for a call to be possible.
    pub lacks: Option<String>,
}

impl Outcome {
    /// Whether a call that the document has all for was not as documented.
    pub fn is_wrong(&self) -> bool {
        self.lacks.is_none() && !self.wrong.is_empty()
    }

    /// What was not as documented, each with its place.
    fn lines(&self) -> impl Iterator<Item = String> {
        let place = format!("{} {} {}", self.operation, self.example, self.status);
        let wrong = self.wrong.iter();
        wrong.map(move |wrong| format!("{}: {wrong}", place.trim_end()))
    }
}

impl fmt::Display for Outcome {
    /// A row of a table.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let result = match (&self.lacks, self.wrong.is_empty()) {
            (Some(lacks), _) => format!("not replayed: {lacks}"),
            (None, true) => "ok".to_owned(),
            (None, false) => self.wrong.join("; ").replace('|', "\\|"),
        };
        let Self {
            operation,
            example,
            status,
            ..
        } = self;
        write!(f, "| {operation} | {example} | {status} | {result} |")
    }
}

/// Makes every documented call of `promised`, against a service that keeps to `served`, and returns how many
/// responses were as promised, or everything that was not.
pub async fn run(promised: &Value, served: &Value) -> Result<usize, Vec<String>> {
    let outcomes = outcomes(promised, served).await;
    let wrong: Vec<String> = outcomes.iter().flat_map(Outcome::lines).collect();
    match wrong.is_empty() {
        true => Ok(outcomes.iter().filter(|one| one.lacks.is_none()).count()),
        false => Err(wrong),
    }
}

/// Makes every documented call of `promised`, against a service that keeps to `served`. A response with a body
/// that the example does not give is left out.
pub async fn outcomes(promised: &Value, served: &Value) -> Vec<Outcome> {
    let mock = Mock::start(Reply::default()).await;
    // With the HTTP client of its own.
    let client = ChatClient::builder(mock.url())
        .credential(TOKEN)
        .retry(RetryPolicy::none())
        .build()
        .expect("a client");
    let (promised, served) = (
        document::operations_of(promised),
        document::operations_of(served),
    );
    let outcome = |operation: &str, example: &str, status: &str, wrong| Outcome {
        operation: operation.to_owned(),
        example: example.to_owned(),
        status: status.to_owned(),
        wrong,
        lacks: None,
    };
    let offers = offers(&promised).into_iter();
    let mut all: Vec<_> = offers
        .map(|(id, wrong)| outcome(id, "", "", vec![wrong]))
        .collect();
    for operation in promised {
        let Some(serving) = served.iter().find(|other| other.id == operation.id) else {
            let wrong = vec!["it is not served".to_owned()];
            all.push(outcome(operation.id, "", "", wrong));
            continue;
        };
        if operation.examples().is_empty() {
            let lacks = Some("the operation has no example".to_owned());
            let none = outcome(operation.id, "", "", Vec::new());
            all.push(Outcome { lacks, ..none });
        }
        for example in operation.examples() {
            for status in operation.statuses() {
                let case = Case {
                    operation,
                    example,
                    status,
                };
                if case.is_documented() {
                    let wrong = case.run(serving, &mock, &client).await;
                    let lacks = case.lacks();
                    let run = outcome(operation.id, example, &status.to_string(), wrong);
                    all.push(Outcome { lacks, ..run });
                }
            }
        }
    }
    all
}

/// Whether the client offers exactly what the document has.
fn offers<'a>(promised: &[Operation<'a>]) -> Vec<(&'a str, String)> {
    let mut wrong = Vec::new();
    for offered in dispatch::OFFERED {
        let id = offered.id;
        let Some(operation) = promised.iter().find(|operation| operation.id == id) else {
            wrong.push((id, "the client offers it, the document does not".to_owned()));
            continue;
        };
        let all = operation.parameters();
        let known = all
            .iter()
            .filter_map(|parameter| parameter["name"].as_str());
        let mut known: Vec<_> = known.filter(|name| *name != API_VERSION).collect();
        let mut offers = offered.parameters.to_vec();
        known.sort_unstable();
        offers.sort_unstable();
        if known != offers {
            wrong.push((
                id,
                format!("the client offers the parameters {offers:?}, the document has {known:?}"),
            ));
        }
    }
    wrong
}

/// One documented response of one example.
struct Case<'a> {
    operation: Operation<'a>,
    example: &'a str,
    status: u16,
}

impl<'a> Case<'a> {
    async fn run(&self, serving: &Operation<'_>, mock: &Mock, client: &ChatClient) -> Vec<String> {
        let Some(response) = serving.response(self.status) else {
            return vec!["it is not served".to_owned()];
        };
        mock.reply(reply(serving, self.status, response, self.example));
        let given = self.given();
        let outcome = dispatch::call(client, self.operation.id, &given).await;
        let received = mock.take();
        let mut wrong = match received.as_slice() {
            [request] => self.sent(request, &given),
            _ => vec![format!("{} requests were sent", received.len())],
        };
        wrong.extend(match outcome {
            Ok(returned) => self.returned(&returned),
            Err(CallError::Chat(error)) => self.failed(&error),
            Err(CallError::Uncallable(why)) => vec![why],
        });
        wrong
    }

    /// Whether the example has everything that is needed to hold the client against it.
    fn is_documented(&self) -> bool {
        let response = self.operation.response(self.status);
        let has_body =
            !self.is_bodiless() && response.is_some_and(|response| response["content"].is_object());
        !has_body || self.expected().is_some()
    }

    /// What a call requires and the example does not have.
    fn lacks(&self) -> Option<String> {
        let optional = [API_VERSION, REPEATABILITY];
        let needs = |holder: &Value| holder["required"] == true;
        let has = |holder| self.operation.example(holder, self.example).is_some();
        let parameters = self.operation.parameters().into_iter();
        let mut lacking = parameters.filter(|parameter| needs(parameter) && !has(parameter));
        let lacking = lacking.find_map(|parameter| {
            let name = parameter["name"].as_str()?;
            let is_given = optional.iter().any(|one| one.eq_ignore_ascii_case(name));
            (!is_given).then(|| format!("the example has no `{name}`"))
        });
        let body = self.operation.body();
        let no_body = body.filter(|body| needs(body) && !has(body));
        lacking.or_else(|| no_body.map(|_| "the example has no body".to_owned()))
    }

    /// The documented parameters and body.
    fn given(&self) -> Given {
        let mut parameters = BTreeMap::new();
        for parameter in self.operation.parameters() {
            let name = parameter["name"].as_str().unwrap_or_default();
            // The version is no example but the same on every call.
            if name == API_VERSION {
                continue;
            }
            if let Some(value) = self.operation.example(parameter, self.example) {
                let joined = joined(parameter, value).map(Value::from);
                parameters.insert(name.to_owned(), joined.unwrap_or_else(|| value.clone()));
            }
        }
        let body = self.operation.body();
        let is_bytes = body.is_some_and(|body| self.operation.is_bytes(body));
        let has_choice =
            is_bytes && !self.operation.is_form() && self.operation.media_types().len() > 1;
        let content_type = body.and_then(|body| self.operation.media_type(body, self.example));
        let body = body.and_then(|body| self.operation.example(body, self.example));
        Given {
            parameters,
            body: body.cloned(),
            content_type: content_type.filter(|_| has_choice).map(str::to_owned),
        }
    }

    /// Whether HTTP allows no body, whatever is documented.
    fn is_bodiless(&self) -> bool {
        self.operation.method == "HEAD"
    }

    /// What is documented to come back.
    fn expected(&self) -> Option<&'a Value> {
        if self.is_bodiless() {
            return None;
        }
        let response = self.operation.response(self.status)?;
        let name = named(&self.operation, response, self.example, self.status);
        self.operation.example(response, &name)
    }

    fn sent(&self, request: &Request, given: &Given) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut expect = |what: &str, expected: String, found: String| {
            if expected != found {
                wrong.push(format!("sent {what} is {found:?} instead of {expected:?}"));
            }
        };
        let method = self.operation.method.to_owned();
        expect("method", method, request.method.clone());
        expect("path", self.path(given), request.path().to_owned());
        let version = self.version();
        let mut values = self.query_values(given);
        values.extend(version.as_ref().map(|version| (API_VERSION, version)));
        let query = pairs(values.iter().copied());
        let found = as_given(request.query(), &values);
        expect("query", format!("{query:?}"), format!("{found:?}"));
        for (name, expected) in self.headers(given, &request.body) {
            let found = request.header(&name);
            let matches = match &expected {
                Header::Is(value) => found == Some(value),
                Header::Uuid => found.is_some_and(|id| Uuid::parse_str(id).is_ok()),
                Header::Any => found.is_some(),
                Header::Absent => found.is_none(),
            };
            if !matches {
                expect(
                    &format!("header {name}"),
                    format!("{expected:?}"),
                    format!("{found:?}"),
                );
            }
        }
        let known = self.operation.names("header");
        for (name, _) in &request.headers {
            let name = name.to_lowercase();
            let all = USUAL.iter().chain(&REQUEST_IDS).chain(&known);
            if !all
                .into_iter()
                .any(|known| known.eq_ignore_ascii_case(&name))
            {
                expect("header", "none".to_owned(), name);
            }
        }
        if let (Some(body), Some(Value::String(text))) = (self.operation.body(), &given.body)
            && self.operation.is_bytes(body)
        {
            if request.body != dispatch::bytes(text) {
                wrong.push(format!(
                    "sent body is {:?} instead of {text:?}",
                    request.body
                ));
            }
            return wrong;
        }
        if let (true, Some(Value::Object(fields))) = (self.operation.is_form(), &given.body) {
            let fields: Vec<_> = fields
                .iter()
                .map(|(key, value)| (key.as_str(), value))
                .collect();
            let expected = pairs(fields.iter().copied());
            let found = as_given(request.form(), &fields);
            if expected != found {
                wrong.push(format!("sent form is {found:?} instead of {expected:?}"));
            }
            return wrong;
        }
        match (&given.body, request.json()) {
            (Some(expected), Some(found)) => {
                wrong.extend(differences("sent body", expected, &found));
            }
            (None, None) if request.body.is_empty() => {}
            (expected, _) => wrong.push(format!(
                "sent body is {:?} instead of {expected:?}",
                String::from_utf8_lossy(&request.body)
            )),
        }
        wrong
    }

    fn path(&self, given: &Given) -> String {
        let mut path = self.operation.path.to_owned();
        for name in self.operation.names("path") {
            let value = given.parameters.get(name).map(text);
            let value = utf8_percent_encode(&value.unwrap_or_default(), SEGMENT).to_string();
            path = path.replace(&format!("{{{name}}}"), &value);
        }
        path
    }

    /// What the query says of the version.
    fn version(&self) -> Option<Value> {
        let parameters = self.operation.parameters().into_iter();
        let is_sent = |parameter: &&Value| parameter["in"] == "query";
        let mut found = parameters.filter(is_sent);
        let found = found.find(|parameter| parameter["name"] == API_VERSION)?;
        let known = || Value::from(acs_chat::API_VERSION);
        Some(found.get("example").cloned().unwrap_or_else(known))
    }

    fn query_values<'b>(&self, given: &'b Given) -> Vec<(&'a str, &'b Value)>
    where
        'a: 'b,
    {
        let mut values = Vec::new();
        for parameter in self.operation.parameters() {
            let name = parameter["name"].as_str().unwrap_or_default();
            let value = given.parameters.get(name);
            if let (true, Some(value)) = (parameter["in"] == "query", value) {
                values.push((name, value));
            }
        }
        values
    }

    fn headers(&self, given: &Given, body: &[u8]) -> Vec<(String, Header)> {
        let is = |value: &str| Header::Is(value.to_owned());
        let accepted: Vec<&str> = self.operation.accepted().into_iter().collect();
        let offered = self.operation.media_types();
        let plain = offered.iter().find(|media| **media == "application/json");
        let chosen = given.content_type.as_deref();
        let media_type = chosen.or(plain.or(offered.first()).copied());
        let media_type = media_type.filter(|_| given.body.is_some());
        let mut headers = vec![
            ("authorization".to_owned(), is(&format!("Bearer {TOKEN}"))),
            (
                "accept".to_owned(),
                match accepted.is_empty() {
                    true => Header::Any,
                    false => is(&accepted.join(", ")),
                },
            ),
            ("user-agent".to_owned(), Header::Any),
            ("x-ms-client-request-id".to_owned(), Header::Uuid),
            ("x-ms-return-client-request-id".to_owned(), is("true")),
            (
                "content-type".to_owned(),
                media_type.map_or(Header::Absent, is),
            ),
            ("transfer-encoding".to_owned(), Header::Absent),
        ];
        if given.body.is_some() {
            headers.push(("content-length".to_owned(), is(&body.len().to_string())));
        }
        for name in self.operation.names("header") {
            let header = match given.parameters.get(name).map(text) {
                Some(value) => is(&value),
                // The id that the client makes up where none is given.
                None if name.eq_ignore_ascii_case(REPEATABILITY) => Header::Uuid,
                None => Header::Absent,
            };
            headers.push((name.to_owned(), header));
        }
        headers
    }

    fn returned(&self, returned: &Returned) -> Vec<String> {
        if !(200..300).contains(&self.status) {
            return vec![format!("the call succeeded with {}", returned.status)];
        }
        let mut wrong = Vec::new();
        if returned.status.as_u16() != self.status {
            wrong.push(format!("the status is {}", returned.status));
        }
        let response = self.operation.response(self.status);
        let expected = match self.expected() {
            Some(Value::String(example))
                if response.is_some_and(|r| self.operation.is_bytes(r)) =>
            {
                String::from_utf8_lossy(&dispatch::bytes(example)).into()
            }
            expected => expected.cloned().unwrap_or_default(),
        };
        wrong.extend(differences("value", &expected, &returned.value));
        wrong
    }

    fn failed(&self, error: &ChatError) -> Vec<String> {
        let (ChatError::Service(service), false) = (error, (200..300).contains(&self.status))
        else {
            return vec![format!("the call failed: {error}")];
        };
        let mut wrong = Vec::new();
        if service.status().as_u16() != self.status {
            wrong.push(format!("the error's status is {}", service.status()));
        }
        if self.is_bodiless() {
            return wrong;
        }
        let Some(expected) = self.expected() else {
            wrong.push("the error has no example".to_owned());
            return wrong;
        };
        if !service.is_documented_shape() {
            wrong.push("the error's shape counts as undocumented".to_owned());
        }
        let response = self.operation.response(self.status);
        let schema = response.and_then(|response| self.operation.schema_name(response));
        if schema != Some("CommunicationErrorResponse") {
            let whole = service.body_as().unwrap_or(Value::Null);
            wrong.extend(differences("error", expected, &whole));
            return wrong;
        }
        let told = [("code", error.code()), ("message", error.message())];
        for (name, found) in told {
            let expected = expected["error"][name].as_str();
            if found != expected {
                wrong.push(format!(
                    "the error's {name} is {found:?} instead of {expected:?}"
                ));
            }
        }
        let typed = serde_json::to_value(service.error()).unwrap_or_default();
        wrong.extend(differences("error", expected, &typed));
        wrong
    }
}

/// What a header must be.
#[derive(Debug)]
enum Header {
    Is(String),
    Uuid,
    Any,
    Absent,
}

fn reply<'a>(serving: &Operation<'a>, status: u16, response: &'a Value, example: &str) -> Reply {
    let example = &named(serving, response, example, status);
    let body = serving.example(response, example);
    let media_type = serving
        .media_type(response, example)
        .unwrap_or("application/json");
    let content_type = ("content-type".to_owned(), media_type.to_owned());
    let written = |body: &Value| match body.as_str() {
        Some(text) if serving.is_bytes(response) => dispatch::bytes(text),
        _ => body.to_string().into_bytes(),
    };
    Reply {
        status,
        headers: body.iter().map(|_| content_type.clone()).collect(),
        body: body.map(written).unwrap_or_default(),
        ..Reply::default()
    }
}

/// The name of an example in a response, which can have one for each of several statuses.
fn named(operation: &Operation<'_>, response: &Value, example: &str, status: u16) -> String {
    let own = format!("{example} {status}");
    match operation.media_type(response, &own) {
        Some(_) => own,
        None => example.to_owned(),
    }
}

/// A parameter's value as it is written.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => plain(number.to_string()),
        value => value.to_string(),
    }
}

/// A number without a fraction of zero: `3` and `3.0` are one.
fn plain(number: String) -> String {
    match number.strip_suffix(".0") {
        Some(whole) => whole.to_owned(),
        None => number,
    }
}

/// The pairs that a query or a form has of these values, in alphabetical order: one for each item of a list, none for
/// null.
fn pairs<'v>(values: impl Iterator<Item = (&'v str, &'v Value)>) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for (name, value) in values.filter(|(_, value)| !value.is_null()) {
        let several = value.as_array().map(Vec::as_slice);
        let several = several.unwrap_or(std::slice::from_ref(value)).iter();
        pairs.extend(several.map(|value| (name.to_owned(), text(value))));
    }
    pairs.sort();
    pairs
}

/// The pairs that were sent, with the numbers among them as [`text`] writes them.
fn as_given(mut sent: Vec<(String, String)>, values: &[(&str, &Value)]) -> Vec<(String, String)> {
    let is_number = |name: &str| {
        let of_name = values.iter().find(|(other, _)| *other == name);
        of_name.is_some_and(|(_, value)| match value {
            Value::Array(several) => several.iter().all(Value::is_number),
            value => value.is_number(),
        })
    };
    for (name, text) in &mut sent {
        if is_number(name) {
            *text = plain(std::mem::take(text));
        }
    }
    sent.sort();
    sent
}

/// Several values of a parameter that goes out as one text.
fn joined(parameter: &Value, value: &Value) -> Option<String> {
    let several = value.as_array()?;
    let joint = match parameter["style"].as_str() {
        Some("spaceDelimited") => " ",
        Some("pipeDelimited") => "|",
        _ if parameter["in"] == "query" && parameter["explode"] != false => return None,
        _ => ",",
    };
    let texts: Vec<String> = several.iter().map(text).collect();
    Some(texts.join(joint))
}
