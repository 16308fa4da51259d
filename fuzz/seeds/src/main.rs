//! Writes the seeds of the fuzz targets into `corpus/`, from the documented examples. What an example lacks, because the
//! document does not speak of it, is added from the forms that it can have: dates, envelopes of errors, links.

use std::{collections::BTreeSet, error::Error, fs, path::Path};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// The token of the targets, as it is and as JSON may write it.
const TOKENS: [&str; 2] = ["s3cr3t+t0k/en==", r"s3cr3t\u002Bt0k\/en\u003D\u003d"];

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

fn main() -> Result<(), Box<dyn Error>> {
    let document = read(include!("../../../spec/current.rs"))?;
    let events = read(include!("../../../spec/current_events.rs"))?;
    let seeds = Seeds {
        examples: examples(&document),
        deliveries: deliveries(&events),
        schemas: names(&document["components"]["schemas"]),
    };
    for (target, inputs) in seeds.all() {
        let directory = Path::new(ROOT).join("corpus").join(target);
        fs::create_dir_all(&directory)?;
        for (index, input) in inputs.iter().enumerate() {
            fs::write(directory.join(format!("seed-{index:03}")), input)?;
        }
        println!("{target}: {} seeds", inputs.len());
    }
    Ok(())
}

fn read(path: &str) -> Result<Value, Box<dyn Error>> {
    let text = fs::read_to_string(Path::new(ROOT).join("..").join(path))?;
    Ok(serde_json::from_str(&text)?)
}

/// The deliveries of the document of events.
fn deliveries(document: &Value) -> Vec<&Value> {
    let schemas = document["components"]["schemas"].as_object();
    let schemas = schemas.into_iter().flatten();
    let examples = schemas.filter_map(|(_, schema)| schema["x-acs-event"]["examples"].as_object());
    examples.flatten().map(|(_, delivery)| delivery).collect()
}

/// A documented example.
struct Example<'d> {
    /// The number of its operation, in the document's order.
    operation: u8,
    /// The status of the response; `None` for a request.
    status: Option<String>,
    /// The name of its schema.
    schema: &'d str,
    value: &'d Value,
}

fn names(node: &Value) -> Vec<&str> {
    node.as_object()
        .into_iter()
        .flatten()
        .map(|(name, _)| name.as_str())
        .collect()
}

fn follow<'d>(document: &'d Value, node: &'d Value) -> &'d Value {
    let reference = node["$ref"]
        .as_str()
        .and_then(|reference| reference.strip_prefix('#'));
    reference
        .and_then(|pointer| document.pointer(pointer))
        .unwrap_or(node)
}

fn examples(document: &Value) -> Vec<Example<'_>> {
    let items = document["paths"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(_, item)| item);
    let is_method = |(name, _): &(&String, &Value)| METHODS.contains(&name.as_str());
    let operations = items
        .filter_map(Value::as_object)
        .flat_map(move |item| item.iter().filter(is_method).map(|(_, node)| node));
    let mut all = Vec::new();
    for (operation, node) in operations.enumerate() {
        let responses = node["responses"].as_object().into_iter().flatten();
        let responses = responses.map(|(status, response)| (Some(status.clone()), response));
        let body = node.get("requestBody").map(|body| (None, body));
        for (status, holder) in body.into_iter().chain(responses) {
            let content = follow(document, holder)["content"]
                .as_object()
                .into_iter()
                .flatten();
            for (_, media) in content {
                let schema = media["schema"]["$ref"]
                    .as_str()
                    .and_then(|reference| reference.rsplit('/').next());
                for (_, example) in media["examples"].as_object().into_iter().flatten() {
                    all.push(Example {
                        operation: u8::try_from(operation).unwrap_or_default(),
                        status: status.clone(),
                        schema: schema.unwrap_or_default(),
                        value: &follow(document, example)["value"],
                    });
                }
            }
        }
    }
    all
}

struct Seeds<'d> {
    examples: Vec<Example<'d>>,
    schemas: Vec<&'d str>,
    deliveries: Vec<&'d Value>,
}

type Inputs = Vec<Vec<u8>>;

impl Seeds<'_> {
    fn all(&self) -> [(&'static str, Inputs); 12] {
        [
            ("continuation", self.continuations()),
            ("delivery", self.deliveries()),
            ("document", edits(16)),
            ("error_body", self.error_bodies()),
            ("identifier", self.identifiers()),
            ("import", edits(1)),
            ("next_link", self.next_links()),
            ("request", self.requests()),
            ("response", self.responses()),
            ("retry_after", retry_after()),
            ("token", tokens()),
            ("types", self.types()),
        ]
    }

    /// Deliveries of events as they are, in batches and in binary mode, and the question of a subscription.
    fn deliveries(&self) -> Inputs {
        let plain = |body: String| format!("{}{body}", "\n".repeat(7)).into_bytes();
        let question = json!([{
            "id": "1", "eventType": "Microsoft.EventGrid.SubscriptionValidationEvent",
            "data": { "validationCode": "512d38b6" },
        }]);
        let each = self.deliveries.iter().flat_map(|delivery| {
            let header = |name: &str| delivery[name].as_str().unwrap_or_default();
            let binary = ["specversion", "id", "type", "time", "subject"].map(header);
            let binary = format!("\n{}\n\n{}", binary.join("\n"), delivery["data"]);
            let binary = binary.into_bytes();
            [
                plain(delivery.to_string()),
                plain(json!([delivery]).to_string()),
                binary,
            ]
        });
        unique(each.chain([plain(question.to_string())]))
    }

    /// The successes of each operation, also with a member that names the token and has another type.
    fn responses(&self) -> Inputs {
        let is_success = |example: &&Example| {
            example
                .status
                .as_ref()
                .is_some_and(|status| status.starts_with('2'))
        };
        let examples = self.examples.iter().filter(is_success);
        unique(examples.flat_map(|example| {
            let body = example.value.to_string();
            let echoes = TOKENS.map(|token| {
                let metadata = format!(r#"{{"metadata":{{"{token}":5}},"#);
                body.replacen('{', &metadata, 1)
            });
            let bodies = [body].into_iter().chain(echoes);
            bodies.map(|body| input(&[example.operation], &body))
        }))
    }

    /// The examples of each schema, and those of what is in them: a schema of the right members takes them.
    fn types(&self) -> Inputs {
        let number = |schema: &str| self.schemas.iter().position(|name| *name == schema);
        let whole = self.examples.iter().filter_map(|example| {
            let schema = u8::try_from(number(example.schema)?).ok()?;
            Some(input(&[schema], &example.value.to_string()))
        });
        let inner = self
            .examples
            .iter()
            .flat_map(|example| parts(example.value))
            .flat_map(|value| {
                (0..self.schemas.len()).filter_map(move |schema| {
                    Some(input(&[u8::try_from(schema).ok()?], &value.to_string()))
                })
            });
        let mut all = unique(whole);
        all.extend(unique(inner).into_iter().step_by(7));
        all
    }

    /// The documented errors, in each envelope, with the token in them.
    fn error_bodies(&self) -> Inputs {
        let errors = self
            .examples
            .iter()
            .filter(|example| example.value.get("error").is_some());
        let mut all = Vec::new();
        for example in errors {
            let status = example
                .status
                .as_ref()
                .and_then(|status| status.parse::<u16>().ok())
                .unwrap_or(500);
            let head = [
                example.operation,
                u8::try_from(status - 400).unwrap_or_default(),
            ];
            let error = &example.value["error"];
            let live = json!({ "CommunicationError": { "Code": error["code"], "Message": error["message"], "Details": [error] } });
            let nested = json!({ "error": { "code": error["code"], "message": 7, "innererror": error, "details": [live] } });
            for body in [example.value, &live, &nested, error] {
                all.push(input(&head, &format!("application/json\n{body}")));
            }
            for token in TOKENS {
                let body = format!(
                    r#"{{"error":{{"code":"Unauthorized","message":"not valid: {token}\n"}}}}"#
                );
                all.push(input(&head, &format!("{token}\n{body}")));
            }
            all.push(input(
                &head,
                "text/html\n<html><body>Bad gateway</body></html>",
            ));
        }
        unique(all.into_iter())
    }

    /// The raw ids and models of all examples, and a raw id of each kind.
    fn identifiers(&self) -> Inputs {
        let parts = self
            .examples
            .iter()
            .flat_map(|example| parts(example.value));
        let models = parts.filter(|value| value.get("rawId").is_some());
        let documented = models.flat_map(|model| {
            [
                model["rawId"].as_str().unwrap_or_default().to_owned(),
                model.to_string(),
            ]
        });
        let kinds = [
            "4:+14255550123",
            "4:+14255550123_a",
            "4:anonymous",
            "8:spool:a",
            "8:orgid:a",
            "8:dod:a",
            "8:gcch:a",
            "8:teamsvisitor:a",
            "28:orgid:a",
            "28:dod:a",
            "28:gcch:a",
            "8:acs:a_b_c",
            "8:dod-acs:a_b_c",
            "8:gcch-acs:a_b",
        ];
        unique(
            documented
                .chain(kinds.map(str::to_owned))
                .map(String::into_bytes),
        )
    }

    fn links(&self) -> impl Iterator<Item = &str> {
        self.examples
            .iter()
            .filter_map(|example| example.value["nextLink"].as_str())
    }

    /// The documented links, and those of a gateway, for each client and list.
    fn next_links(&self) -> Inputs {
        let foreign = [
            "//contoso.example/chat/threads?a=%2F",
            "?a=b#c",
            "messages",
            "../x/messages?s=1",
            "https://[",
        ];
        let links = self.links().chain(foreign);
        unique(links.flat_map(|link| (0..8).map(move |selector| input(&[selector], link))))
    }

    fn continuations(&self) -> Inputs {
        let paths = self.links().filter_map(|link| link.splitn(4, '/').nth(3));
        let texts = paths.map(|path| format!("1 ChatThread_ListChatMessages 3 /{path}"));
        unique(texts.flat_map(|text| (0..2).map(move |selector| input(&[selector], &text))))
    }

    /// The documented bodies, with all that is right about a request, and with all but one thing.
    fn requests(&self) -> Inputs {
        let documented = self.examples.iter().flat_map(|example| {
            let flags = [
                0b01_1111, 0b11_1111, 0b01_1110, 0b01_1101, 0b01_1011, 0b01_0111, 0b00_1111,
            ];
            let body = if example.status.is_none() {
                example.value.to_string()
            } else {
                String::new()
            };
            flags.map(|flags| {
                input(
                    &[example.operation, flags],
                    &format!("1599016551277\nmaxPageSize=2\n{body}"),
                )
            })
        });
        unique(documented)
    }
}

/// A value and all in it.
fn parts(value: &Value) -> Vec<&Value> {
    let mut all = vec![value];
    let mut index = 0;
    while let Some(value) = all.get(index).copied() {
        match value {
            Value::Object(members) => all.extend(members.values()),
            Value::Array(items) => all.extend(items),
            _ => {}
        }
        index += 1;
    }
    all
}

fn tokens() -> Inputs {
    let claims = [
        "{\"exp\":1700000000}",
        "{\"exp\":1.7e9,\"skypeid\":\"acs:a\"}",
        "{\"exp\":-1}",
        "{\"exp\":1e300}",
        "[1]",
    ];
    let jwts = claims.map(|claims| format!("e30.{}.", URL_SAFE_NO_PAD.encode(claims)));
    claims
        .map(str::to_owned)
        .into_iter()
        .chain(jwts)
        .map(String::into_bytes)
        .collect()
}

fn retry_after() -> Inputs {
    let lines = [
        "7",
        "0",
        "1.5",
        "99999999999999999999",
        "Fri, 25 Dec 2043 12:00:00 GMT",
        "Friday, 25-Dec-43 12:00:00 GMT",
        "Fri Dec 25 12:00:00 2043",
        "1\n250",
        "1\nsoon\n40",
        "-1",
        "inf",
        "1e9",
    ];
    lines.map(|line| line.as_bytes().to_vec()).into()
}

/// Edits of each kind: for the generator, behind the byte that selects an operation.
fn edits(selectors: u8) -> Inputs {
    let kinds = (0..selectors).flat_map(|selector| (0..4).map(move |kind| (selector, kind)));
    let edit = |(selector, kind): (u8, u8)| {
        let edit = [0, 40 + selector * 7, kind, selector, kind * 5];
        let selector = if selectors == 1 {
            vec![]
        } else {
            vec![selector]
        };
        [&selector[..], &edit].concat()
    };
    kinds.map(edit).collect()
}

fn input(head: &[u8], rest: &str) -> Vec<u8> {
    [head, rest.as_bytes()].concat()
}

/// The inputs without repetition, in the same order on every run.
fn unique(inputs: impl Iterator<Item = Vec<u8>>) -> Inputs {
    inputs.collect::<BTreeSet<_>>().into_iter().collect()
}
