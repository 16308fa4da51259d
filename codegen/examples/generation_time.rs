//! How long each step takes on a document of many operations and schemas:
//! `cargo run -p acs-chat-codegen --example generation_time -- 500 1000 2000`.

use std::{env, error::Error, time::Instant};

use acs_chat_codegen::{Document, Features, finish, generate, lower, to_text};
use progenitor::Generator;
use serde_json::{Map, Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    println!(
        "| operations and schemas | read | lowered | by progenitor | finished | written | all |"
    );
    println!("|---|---|---|---|---|---|---|");
    for count in env::args().skip(1) {
        let count: usize = count.parse()?;
        let document = document(count);
        let mut times = vec![Instant::now()];
        let document = Document::new(document)?;
        times.push(Instant::now());
        let lowered = lower::for_client(&document)?;
        times.push(Instant::now());
        let mut client = generate(
            &lowered,
            Features { schemars: true },
            Generator::generate_tokens,
        )?;
        times.push(Instant::now());
        finish::client(&mut client, &document, &lowered)?;
        times.push(Instant::now());
        let text = to_text(&client);
        times.push(Instant::now());
        assert!(text.contains("pub fn "));
        let steps = times.windows(2).map(|step| step[1] - step[0]);
        let all = steps.clone().sum();
        let steps = steps.chain([all]);
        let steps: Vec<_> = steps
            .map(|step| format!("{:.1} s", step.as_secs_f64()))
            .collect();
        println!("| {count} | {} |", steps.join(" | "));
    }
    Ok(())
}

/// A chain of schemas, each with an operation that returns it.
fn document(count: usize) -> Value {
    let parameter = |name: &str, place: &str, of: &str| json!({ "name": name, "in": place, "required": place == "path", "description": "d", "schema": { "type": of } });
    let refer =
        |number: usize| json!({ "$ref": format!("#/components/schemas/Model{}", number % count) });
    let schemas: Map<_, _> = (0..count)
        .map(|number| {
            let schema = json!({
                "type": "object",
                "description": "d",
                "required": ["id"],
                "properties": {
                    "id": { "type": "string", "description": "d" },
                    "count": { "type": "integer", "format": "int32", "description": "d" },
                    "next": refer(number + 1),
                },
            });
            (format!("Model{number}"), schema)
        })
        .collect();
    let paths: Map<_, _> = (0..count)
        .map(|number| {
            let operation = json!({
                "operationId": format!("Models_Get{number}"),
                "summary": "s",
                "description": "d",
                "parameters": [parameter("id", "path", "string"), parameter("top", "query", "integer")],
                "responses": { "200": { "description": "d", "content": { "application/json": { "schema": refer(number) } } } },
            });
            (format!("/models{number}/{{id}}"), json!({ "get": operation }))
        })
        .collect();
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Models", "version": "2030-01-01" },
        "paths": paths,
        "components": { "schemas": schemas },
    })
}
