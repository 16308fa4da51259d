//! The crate's own build steps take the document.

use serde_json::Value;

use crate::openapi::Problem;
use acs_chat_codegen::{Features, SpecError, generate};

/// What stops a build of the crate from this document: nothing, or one problem, since the steps stop at the first.
pub fn generated(document: &Value) -> Vec<Problem> {
    let features = Features {
        schemars: true,
        httpmock: true,
    };
    let stopped = generate(document.clone(), features).err();
    let problem = |problem: SpecError| {
        let message = format!("does not generate: {}; {}", problem.what, problem.remedy);
        Problem::new(&problem.place, message)
    };
    stopped.map(problem).into_iter().collect()
}
