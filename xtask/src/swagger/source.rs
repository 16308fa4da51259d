//! The published files: read on demand, never from outside their tree.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::failure::Failure;
use crate::place::{self, Place};
use crate::workspace;

/// A file of the tree.
struct File {
    path: PathBuf,
    shown: String,
    value: Value,
}

/// A value in a file of the tree.
#[derive(Clone)]
pub struct Node {
    file: Rc<File>,
    pointer: String,
}

/// What tells one node from another: its file and its JSON pointer.
pub type Key = (PathBuf, String);

/// The files that a document may refer to, with those read so far.
pub struct Tree {
    root: PathBuf,
    files: BTreeMap<PathBuf, Rc<File>>,
}

impl Tree {
    /// Opens the document at `path` and gives its top node.
    ///
    /// `root` is the directory that references must stay in. Without one it follows from the
    /// published layout `<root>/<service>/<stable or preview>/<version>/<document>`; a document
    /// that does not lie in such a layout may only refer to files in its own directory.
    pub fn open(path: &Path, root: Option<&Path>) -> Result<(Self, Node), Failure> {
        let path = canonical(path)?;
        let root = match root {
            Some(root) => canonical(root)?,
            None => published_root(&path).to_owned(),
        };
        if !path.starts_with(&root) {
            return Err(Failure::new(
                workspace::shown(&path),
                format!("lies outside --root {}", workspace::shown(&root)),
            ));
        }
        let mut tree = Self {
            root,
            files: BTreeMap::new(),
        };
        let top = Node {
            file: tree.file(&path)?,
            pointer: String::new(),
        };
        Ok((tree, top))
    }

    /// How many files were read so far.
    pub fn size(&self) -> usize {
        self.files.len()
    }

    /// The entries of `/definitions` of every file read so far, in the order of the files' paths.
    pub fn definitions(&self) -> Vec<Node> {
        self.files
            .values()
            .filter_map(|file| {
                let top = Node {
                    file: file.clone(),
                    pointer: String::new(),
                };
                top.child("definitions")?.fields().ok()
            })
            .flatten()
            .map(|(_, definition)| definition)
            .collect()
    }

    /// Follows the `$ref` of `node`, and those that it leads to, to a node that is not itself
    /// nothing but a `$ref`. Gives `node` itself if it has none.
    pub fn follow(&mut self, node: &Node) -> Result<Node, Failure> {
        let mut seen = vec![node.key()];
        let mut current = match node.reference() {
            Some(_) => self.target(node)?,
            None => return Ok(node.clone()),
        };
        while current.is_only_reference() {
            if seen.contains(&current.key()) {
                return Err(node.fail("is a cycle of references that leads to no value"));
            }
            seen.push(current.key());
            current = self.target(&current)?;
        }
        Ok(current)
    }

    /// The same, for a comparison that a broken reference only answers with no.
    pub fn follow_any(&mut self, node: &Node) -> Option<Node> {
        node.reference()?;
        self.follow(node).ok()
    }

    /// The node that the `$ref` of `node` names.
    pub fn target(&mut self, node: &Node) -> Result<Node, Failure> {
        let at = node.place().child("$ref");
        let reference = node
            .reference()
            .ok_or_else(|| Failure::new(&at, "should be a string"))?;
        let (file, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let file = if file.is_empty() {
            node.file.clone()
        } else {
            self.referred_file(node, &at, reference, &decode(file))?
        };
        let target = Node {
            file,
            pointer: decode(fragment),
        };
        match target.file.value.pointer(&target.pointer) {
            Some(_) => Ok(target),
            None => Err(Failure::new(
                at,
                format!("refers to `{reference}`, where there is nothing"),
            )),
        }
    }

    fn referred_file(
        &mut self,
        node: &Node,
        at: &Place,
        reference: &str,
        file: &str,
    ) -> Result<Rc<File>, Failure> {
        let outside = || {
            Failure::new(
                at,
                format!(
                    "refers to `{reference}`, outside the tree {} (--root names another)",
                    workspace::shown(&self.root)
                ),
            )
        };
        if file.contains("://") || Path::new(file).has_root() {
            return Err(outside());
        }
        let directory = node.file.path.parent().unwrap_or(&self.root);
        // Judged before the disk is touched, so that nothing outside is even looked for; judged
        // again below, because a link inside the tree may lead out of it.
        let path = normal(&directory.join(file));
        if !path.starts_with(&self.root) {
            return Err(outside());
        }
        let path = fs::canonicalize(&path).map_err(|e| {
            Failure::new(
                at,
                format!("refers to `{reference}`, which cannot be read: {e}"),
            )
        })?;
        if !path.starts_with(&self.root) {
            return Err(outside());
        }
        self.file(&path)
    }

    fn file(&mut self, path: &Path) -> Result<Rc<File>, Failure> {
        if let Some(file) = self.files.get(path) {
            return Ok(file.clone());
        }
        let file = Rc::new(File {
            shown: workspace::shown(path),
            value: workspace::read_json(path)?,
            path: path.to_owned(),
        });
        self.files.insert(path.to_owned(), file.clone());
        Ok(file)
    }
}

impl Node {
    /// The value itself.
    pub fn value(&self) -> &Value {
        self.file
            .value
            .pointer(&self.pointer)
            .unwrap_or(&Value::Null)
    }

    /// Where it stands, for people.
    pub fn place(&self) -> Place {
        Place::new(&self.file.shown, &self.pointer)
    }

    /// Where it stands, for comparison.
    pub fn key(&self) -> Key {
        (self.file.path.clone(), self.pointer.clone())
    }

    /// Whether it stands in the same file as `other`.
    pub fn in_file_of(&self, other: &Self) -> bool {
        self.file.path == other.file.path
    }

    /// The file's name without its extension.
    pub fn file_stem(&self) -> String {
        let stem = self.file.path.file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    }

    /// The last token of its pointer, or the file's name for a whole file.
    pub fn last_name(&self) -> String {
        match self.pointer.rsplit_once('/') {
            Some((_, token)) => token.replace("~1", "/").replace("~0", "~"),
            None => self.file_stem(),
        }
    }

    /// A failure at this place.
    pub fn fail(&self, message: impl std::fmt::Display) -> Failure {
        Failure::new(self.place(), message)
    }

    /// The member `key`, if this is an object that has it.
    pub fn child(&self, key: &str) -> Option<Self> {
        self.value().as_object()?.contains_key(key).then(|| Self {
            file: self.file.clone(),
            pointer: place::child(&self.pointer, key),
        })
    }

    /// The string at the member `key`, if there is one.
    pub fn str(&self, key: &str) -> Option<&str> {
        self.value().get(key)?.as_str()
    }

    /// Whether the member `key` is `true`.
    pub fn is_true(&self, key: &str) -> bool {
        self.value().get(key) == Some(&Value::Bool(true))
    }

    /// All members, in the order of the source; fails on anything but an object.
    pub fn fields(&self) -> Result<Vec<(String, Self)>, Failure> {
        let object = self
            .value()
            .as_object()
            .ok_or_else(|| self.fail("should be an object"))?;
        Ok(object
            .keys()
            .filter_map(|key| Some((key.clone(), self.child(key)?)))
            .collect())
    }

    /// All elements; fails on anything but an array.
    pub fn items(&self) -> Result<Vec<Self>, Failure> {
        let array = self
            .value()
            .as_array()
            .ok_or_else(|| self.fail("should be an array"))?;
        Ok((0..array.len())
            .map(|index| Self {
                file: self.file.clone(),
                pointer: place::child(&self.pointer, &index.to_string()),
            })
            .collect())
    }

    /// The text; fails on anything but a string.
    pub fn text(&self) -> Result<String, Failure> {
        let text = self.value().as_str();
        Ok(text
            .ok_or_else(|| self.fail("should be a string"))?
            .to_owned())
    }

    /// The elements, each a string.
    pub fn texts(&self) -> Result<Vec<String>, Failure> {
        self.items()?.iter().map(Self::text).collect()
    }

    /// Its `$ref`, if it is an object that has one.
    pub fn reference(&self) -> Option<&str> {
        self.str("$ref")
    }

    /// Whether it is an object of one member, a `$ref`.
    pub fn is_only_reference(&self) -> bool {
        self.reference().is_some() && self.value().as_object().is_some_and(|o| o.len() == 1)
    }
}

fn canonical(path: &Path) -> Result<PathBuf, Failure> {
    fs::canonicalize(path).map_err(|e| Failure::new(path.display(), format!("cannot be read: {e}")))
}

fn published_root(path: &Path) -> &Path {
    let directory = path.parent().unwrap_or(path);
    let stage = directory.parent();
    let in_layout = stage
        .and_then(Path::file_name)
        .is_some_and(|name| name == "stable" || name == "preview");
    stage
        .filter(|_| in_layout)
        .and_then(Path::parent)
        .and_then(Path::parent)
        .unwrap_or(directory)
}

fn normal(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                out.pop();
            }
            Component::CurDir => {}
            part => out.push(part),
        }
    }
    out
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
