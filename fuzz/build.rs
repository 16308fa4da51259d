//! Lists the schemas of the API's document, each of which is a type of the client.

use std::{env, error::Error, fs, path::Path};

const SPEC: &str = concat!("../", include!("../spec/current.rs"));

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={SPEC}");
    println!("cargo::rerun-if-changed=build.rs");
    let document: serde_json::Value = serde_json::from_str(&fs::read_to_string(SPEC)?)?;
    let schemas = document["components"]["schemas"].as_object();
    let names: Vec<&str> = schemas
        .into_iter()
        .flat_map(|all| all.keys().map(String::as_str))
        .collect();
    let list = format!("schemas! {{ {} }}\n", names.join(" "));
    fs::write(Path::new(&env::var("OUT_DIR")?).join("schemas.rs"), list)?;
    Ok(())
}
