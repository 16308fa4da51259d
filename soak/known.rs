//! The state of a thread as its only writer knows it, to which reads are compared.

use acs_chat::types::{ChatMessage, ChatThreadProperties};

use super::log::Outcome;

/// A thread: its messages, and the topics that it may have.
#[derive(Debug, Default)]
pub struct Known {
    pub id: String,
    topics: Vec<String>,
    pub messages: Vec<KnownMessage>,
}

/// A message: its id, and the contents that it may have, `None` once it is deleted.
#[derive(Debug)]
pub struct KnownMessage {
    pub id: String,
    contents: Vec<Option<String>>,
    /// Whether an edit or a deletion was requested.
    pub changed: bool,
    /// The content and the version of the last read.
    read: Option<(Option<String>, u64)>,
}

impl Known {
    pub fn new(id: String, topic: String) -> Self {
        Self {
            id,
            topics: vec![topic],
            messages: Vec::new(),
        }
    }

    pub fn sent(&mut self, id: String, content: String) {
        self.messages.push(KnownMessage {
            id,
            contents: vec![Some(content)],
            changed: false,
            read: None,
        });
    }

    pub fn renamed(&mut self, topic: String, outcome: Outcome) {
        write(&mut self.topics, topic, outcome);
    }

    /// What is wrong with the properties that were read.
    pub fn check_properties(&self, read: &ChatThreadProperties) -> Result<(), String> {
        if read.id == self.id && self.topics.contains(&read.topic) {
            return Ok(());
        }
        Err(format!("{} with {:?}, not {self:?}", read.id, read.topic))
    }

    /// What is wrong with a page of the newest messages.
    pub fn check_page(&mut self, read: &[ChatMessage]) -> Result<(), String> {
        let versions = read.iter().map(version).collect::<Result<Vec<_>, _>>()?;
        if !versions.is_sorted_by(|newer, older| newer > older) {
            return Err(format!("a page of the versions {versions:?}"));
        }
        for message in read {
            let known = self.messages.iter_mut().find(|at| at.id == message.id);
            if let Some(known) = known {
                known.check(message)?;
            }
        }
        Ok(())
    }
}

impl KnownMessage {
    /// A change of the content, `None` for a deletion.
    pub fn write(&mut self, content: Option<String>, outcome: Outcome) {
        self.changed = true;
        write(&mut self.contents, content, outcome);
    }

    /// What is wrong with this message as it was read: its id, a content that was not written, a version that is another
    /// for the same content or not newer for another.
    pub fn check(&mut self, read: &ChatMessage) -> Result<(), String> {
        let content = match read.deleted_on {
            Some(_) => None,
            None => read
                .content
                .as_ref()
                .and_then(|content| content.message.clone()),
        };
        let version = version(read)?;
        let is_known = read.id == self.id && self.contents.contains(&content);
        let is_in_order = self.read.as_ref().is_none_or(|(before, old)| {
            if *before == content {
                version == *old
            } else {
                version > *old
            }
        });
        if !is_known || !is_in_order {
            return Err(format!("{} {version} {content:?}, not {self:?}", read.id));
        }
        self.read = Some((content, version));
        Ok(())
    }
}

fn version(message: &ChatMessage) -> Result<u64, String> {
    let version = &message.version;
    version
        .parse()
        .map_err(|_| format!("the version {version:?}"))
}

fn write<T>(values: &mut Vec<T>, value: T, outcome: Outcome) {
    match outcome {
        Outcome::Succeeded => *values = vec![value],
        Outcome::Unknown => values.push(value),
        Outcome::Failed => {}
    }
}
