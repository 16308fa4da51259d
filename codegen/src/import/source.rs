//! The published files: read on demand, never from outside their tree.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::files;
use crate::{
    SpecError,
    document::{follow_chain, pointer},
};

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

/// The identity of a node: its file and its JSON pointer.
pub type Key = (PathBuf, String);

/// The files that a document may refer to; each is read at most once.
pub struct Tree {
    root: PathBuf,
    files: BTreeMap<PathBuf, Rc<File>>,
}

impl Tree {
    /// Opens the document at `path` and returns its top node.
    ///
    /// `root` is the directory that references must stay in. The default is that of the
    /// published layout `<root>/<service>/<stable or preview>/<version>/<document>`; a document
    /// outside such a layout may only refer to files in its own directory.
    pub fn open(path: &Path, root: Option<&Path>) -> Result<(Self, Node), SpecError> {
        let path = canonical(path)?;
        let root = match root {
            Some(root) => canonical(root)?,
            None => published_root(&path).to_owned(),
        };
        if !path.starts_with(&root) {
            let what = format!("lies outside --root {}", files::shown(&root));
            return Err(SpecError::of_file(files::shown(&path), what));
        }
        let mut tree = Self {
            root,
            files: BTreeMap::new(),
        };
        let top = Node::top(tree.file(&path)?);
        Ok((tree, top))
    }

    /// The paths of the files read so far.
    pub fn paths(&self) -> Vec<PathBuf> {
        self.files.keys().cloned().collect()
    }

    /// The number of files read so far.
    pub fn size(&self) -> usize {
        self.files.len()
    }

    /// The entries of `/definitions` of every file read so far, in the order of the files' paths.
    pub fn definitions(&self) -> Vec<Node> {
        let tops = self.files.values().map(|file| Node::top(file.clone()));
        tops.filter_map(|top| top.child("definitions")?.fields().ok())
            .flatten()
            .map(|(_, definition)| definition)
            .collect()
    }

    /// Follows the reference of `node`, and those that it leads to, to a node that is more than a reference. Returns
    /// `node` itself if it is no reference.
    pub fn follow(&mut self, node: &Node) -> Result<Node, SpecError> {
        self.follow_until(node, |_| false)
    }

    /// Follows the reference of `node` like [`Self::follow`], but not beyond a node that `is_end` accepts.
    pub fn follow_until(
        &mut self,
        node: &Node,
        is_end: impl Fn(&Node) -> bool,
    ) -> Result<Node, SpecError> {
        if node.value().get("$ref").is_none() {
            return Ok(node.clone());
        }
        let first = self.target(node)?;
        let end = follow_chain(first, |next| {
            let is_end = !next.is_only_reference() || is_end(next);
            (!is_end).then(|| self.target(next)).transpose()
        })?;
        end.ok_or_else(|| node.error("is a cycle of references that leads to no value"))
    }

    /// The node that the reference of `node` names.
    pub fn target(&mut self, node: &Node) -> Result<Node, SpecError> {
        let error = |what: String| node.at("$ref").error(what);
        let reference = node
            .reference()
            .ok_or_else(|| error("should be a string".to_owned()))?;
        let (file, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let file = if file.is_empty() {
            node.file.clone()
        } else {
            let path = self.referred_path(node, &decode(file));
            let path = path.map_err(|why| error(format!("refers to `{reference}`, {why}")))?;
            self.file(&path)?
        };
        let target = Node {
            file,
            pointer: decode(fragment),
        };
        match target.file.value.pointer(&target.pointer) {
            Some(_) => Ok(target),
            None => Err(error(format!(
                "refers to `{reference}`, where there is nothing"
            ))),
        }
    }

    /// The path of the file that `node` refers to as `file`, or why there is none.
    fn referred_path(&self, node: &Node, file: &str) -> Result<PathBuf, String> {
        let root = files::shown(&self.root);
        let outside = format!("outside the tree {root} (--root names another)");
        if file.contains("://") || Path::new(file).has_root() {
            return Err(outside);
        }
        let directory = node.file.path.parent().unwrap_or(&self.root);
        // Checked before the disk is accessed, so that nothing outside is even looked for; checked
        // again below, because a link inside the tree may lead out of it.
        let path = normal(&directory.join(file));
        if !path.starts_with(&self.root) {
            return Err(outside);
        }
        match fs::canonicalize(&path) {
            Err(e) => Err(format!("which cannot be read: {e}")),
            Ok(path) if !path.starts_with(&self.root) => Err(outside),
            Ok(path) => Ok(path),
        }
    }

    /// The files of JSON in `directory` beside the file of `node`, at any depth, in the order of their paths. Links are not
    /// followed.
    pub fn beside(&mut self, node: &Node, directory: &str) -> Result<Vec<Node>, SpecError> {
        let mut paths = Vec::new();
        let mut directories = vec![node.file.path.with_file_name(directory)];
        while let Some(directory) = directories.pop() {
            let error =
                |e| SpecError::of_file(files::shown(&directory), format!("cannot be read: {e}"));
            let entries = match fs::read_dir(&directory) {
                Err(e) if e.kind() == io::ErrorKind::NotFound => continue,
                entries => entries.map_err(error)?,
            };
            for entry in entries {
                let entry = entry.map_err(error)?;
                let (path, kind) = (entry.path(), entry.file_type().map_err(error)?);
                if kind.is_dir() {
                    directories.push(path);
                } else if kind.is_file() && path.extension().is_some_and(|it| it == "json") {
                    paths.push(path);
                }
            }
        }
        paths.sort();
        let nodes = paths.iter().map(|path| Ok(Node::top(self.file(path)?)));
        nodes.collect()
    }

    fn file(&mut self, path: &Path) -> Result<Rc<File>, SpecError> {
        if let Some(file) = self.files.get(path) {
            return Ok(file.clone());
        }
        let file = Rc::new(File {
            shown: files::shown(path),
            value: files::read_json(path)?,
            path: path.to_owned(),
        });
        self.files.insert(path.to_owned(), file.clone());
        Ok(file)
    }
}

impl Node {
    fn top(file: Rc<File>) -> Self {
        Self {
            file,
            pointer: String::new(),
        }
    }

    /// The member or element `key`, whether it exists or not.
    fn at(&self, key: &str) -> Self {
        Self {
            file: self.file.clone(),
            pointer: pointer::child(&self.pointer, key),
        }
    }

    /// The value itself.
    pub fn value(&self) -> &Value {
        self.file
            .value
            .pointer(&self.pointer)
            .unwrap_or(&Value::Null)
    }

    /// The file and pointer, for display.
    pub fn place(&self) -> String {
        format!("{}#{}", self.file.shown, self.pointer)
    }

    /// An error, or another message, about this node.
    pub fn error(&self, what: impl fmt::Display) -> SpecError {
        SpecError::at(&self.pointer, what).in_file(&self.file.shown)
    }

    /// The node's identity.
    pub fn key(&self) -> Key {
        (self.file.path.clone(), self.pointer.clone())
    }

    /// Whether it is in the same file as `other`.
    pub fn in_file_of(&self, other: &Self) -> bool {
        self.file.path == other.file.path
    }

    /// The file's name without its extension.
    pub fn file_stem(&self) -> String {
        let stem = self.file.path.file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    }

    /// The path of its file without the extension, below `directory` beside the file of `other`.
    pub fn path_below(&self, other: &Self, directory: &str) -> Option<String> {
        let directory = other.file.path.with_file_name(directory);
        let path = self.file.path.strip_prefix(directory).ok()?;
        Some(path.with_extension("").to_string_lossy().into_owned())
    }

    /// The last key of its pointer, or the file's name for a whole file.
    pub fn last_name(&self) -> String {
        pointer::last_key(&self.pointer).unwrap_or_else(|| self.file_stem())
    }

    /// The member `key`, if this is an object that has it.
    pub fn child(&self, key: &str) -> Option<Self> {
        let has = self.value().as_object()?.contains_key(key);
        has.then(|| self.at(key))
    }

    /// The string at the member `key`, if there is one.
    pub fn str(&self, key: &str) -> Option<&str> {
        self.value().get(key)?.as_str()
    }

    /// All members, in the order of the source; fails on anything but an object.
    pub fn fields(&self) -> Result<Vec<(String, Self)>, SpecError> {
        let object = self
            .value()
            .as_object()
            .ok_or_else(|| self.error("should be an object"))?;
        Ok(object
            .keys()
            .map(|key| (key.clone(), self.at(key)))
            .collect())
    }

    /// All elements; fails on anything but an array.
    pub fn items(&self) -> Result<Vec<Self>, SpecError> {
        let array = self
            .value()
            .as_array()
            .ok_or_else(|| self.error("should be an array"))?;
        Ok((0..array.len())
            .map(|index| self.at(&index.to_string()))
            .collect())
    }

    /// The string; fails on anything else.
    pub fn text(&self) -> Result<String, SpecError> {
        let text = self.value().as_str();
        Ok(text
            .ok_or_else(|| self.error("should be a string"))?
            .to_owned())
    }

    /// The elements, each a string.
    pub fn texts(&self) -> Result<Vec<String>, SpecError> {
        self.items()?.iter().map(Self::text).collect()
    }

    /// The members of the member `key`; none if there is no such member.
    pub fn fields_of(&self, key: &str) -> Result<Vec<(String, Self)>, SpecError> {
        self.child(key)
            .as_ref()
            .map_or(Ok(Vec::new()), Self::fields)
    }

    /// The elements of the member `key`; none if there is no such member.
    pub fn items_of(&self, key: &str) -> Result<Vec<Self>, SpecError> {
        self.child(key).as_ref().map_or(Ok(Vec::new()), Self::items)
    }

    /// The strings of the member `key`; none if there is no such member.
    pub fn texts_of(&self, key: &str) -> Result<Vec<String>, SpecError> {
        self.child(key).as_ref().map_or(Ok(Vec::new()), Self::texts)
    }

    /// Its `$ref`, if it is an object that has one.
    pub fn reference(&self) -> Option<&str> {
        self.str("$ref")
    }

    /// Whether it is a reference without siblings.
    pub fn is_only_reference(&self) -> bool {
        self.reference().is_some() && self.value().as_object().is_some_and(|o| o.len() == 1)
    }
}

fn canonical(path: &Path) -> Result<PathBuf, SpecError> {
    fs::canonicalize(path)
        .map_err(|e| SpecError::of_file(path.display().to_string(), format!("cannot be read: {e}")))
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
