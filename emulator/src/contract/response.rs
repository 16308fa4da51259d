//! Whether an answer is one that the document describes.

use super::Operation;
use serde_json::Value;

impl Operation {
    /// What is wrong with an answer, if anything is. Message content is left out of the words.
    pub(crate) fn mismatch(&self, status: u16, body: Option<&Value>) -> Option<String> {
        let Some(described) = self
            .responses
            .get(&status.to_string())
            .or_else(|| self.undescribed(status))
        else {
            return Some(format!("{} does not document the status {status}", self.id));
        };
        match (described, body) {
            (None, None) => None,
            (None, Some(_)) => Some(format!("{} documents no body for {status}", self.id)),
            (Some(_), None) => Some(format!("{} documents a body for {status}", self.id)),
            (Some(schema), Some(body)) => {
                let error = schema.iter_errors(body).next()?;
                Some(format!(
                    "{} {status}: {} at {}",
                    self.id,
                    error.masked(),
                    error.instance_path()
                ))
            }
        }
    }

    /// Errors of other statuses have the documented shape as well.
    fn undescribed(&self, status: u16) -> Option<&Option<jsonschema::Validator>> {
        (status >= 400)
            .then(|| {
                self.responses
                    .get("default")
                    .or_else(|| self.responses.get("401"))
            })
            .flatten()
    }
}
