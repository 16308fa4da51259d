//! JSON pointers (RFC 6901), which name places in a document.

/// Escapes a key for use in a JSON pointer.
pub fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// A key of a JSON pointer as it is in the document.
pub fn unescape(key: &str) -> String {
    key.replace("~1", "/").replace("~0", "~")
}

/// The pointer to the member or element `key` of the value at `pointer`.
pub fn child(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", escape(key))
}

/// The last key of a pointer, unescaped; `None` for the pointer to the whole document.
pub fn last_key(pointer: &str) -> Option<String> {
    let (_, key) = pointer.rsplit_once('/')?;
    Some(unescape(key))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn keys_are_escaped_as_json_pointers_have_them() {
        assert_eq!(escape("/a~b/{c}"), "~1a~0b~1{c}");
        let document = json!({ "/a~b/{c}": 1 });
        let pointer = child("", "/a~b/{c}");
        assert_eq!(document.pointer(&pointer), Some(&json!(1)));
    }

    #[test]
    fn the_last_key_is_unescaped() {
        let pointer = child("/paths", "/a~1b");
        assert_eq!(last_key(&pointer).as_deref(), Some("/a~1b"));
        assert_eq!(last_key(""), None);
    }
}
