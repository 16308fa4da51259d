//! Reads JSON whose objects name each member once: of two members with one name, parsers keep either.

use std::{cell::RefCell, fmt};

use serde_json::{
    Map, Number, Value,
    de::{Deserializer, StrRead},
};

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};

use super::pointer::child;
use crate::SpecError;

/// Parses `text`, which is JSON with nothing but white space around it.
pub fn parse(text: &str) -> Result<Value, SpecError> {
    let twice = RefCell::new(None);
    let mut deserializer = Deserializer::new(StrRead::new(text));
    let place = String::new();
    let root = At {
        place,
        twice: &twice,
    };
    let value = root
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value))
        .map_err(|error| {
            SpecError::new("", format!("is not JSON: {error}"), "restore the document")
        })?;
    match twice.into_inner() {
        None => Ok(value),
        Some(place) => Err(SpecError::new(
            place,
            "the object has two members of this name",
            "keep one of them: what the other says would be lost",
        )),
    }
}

/// A value at a place of the document.
struct At<'t> {
    place: String,
    /// The first member that is there twice.
    twice: &'t RefCell<Option<String>>,
}

impl At<'_> {
    fn within(&self, key: &str) -> Self {
        Self {
            place: child(&self.place, key),
            twice: self.twice,
        }
    }
}

impl<'de> DeserializeSeed<'de> for At<'_> {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for At<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        let number = Number::from_f64(value);
        number
            .map(Value::Number)
            .ok_or_else(|| E::custom("a number is not finite"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element_seed(self.within(&items.len().to_string()))? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            let value = map.next_value_seed(self.within(&key))?;
            let place = child(&self.place, &key);
            if members.insert(key, value).is_some() {
                self.twice.borrow_mut().get_or_insert(place);
            }
        }
        Ok(Value::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_json_is_read_as_it_is() {
        let text = r#"{"b":[1,-2,2.5,true,null,"x\u00e4",{}],"a":{"b":18446744073709551615}}"#;
        let expected: Value = serde_json::from_str(text).expect("JSON");
        let found = parse(text).expect("JSON");
        assert_eq!(found, expected);
        assert_eq!(found.to_string(), expected.to_string(), "the order stays");
    }

    #[test]
    fn a_member_that_is_there_twice_is_named() {
        for (text, place) in [
            (r#"{"a":1,"b":2,"a":3}"#, "/a"),
            (r#"{"paths":{"/a":{"get":{},"get":{}}}}"#, "/paths/~1a/get"),
            (r#"[{"a":1},{"a":[{"x":1,"x":1}]}]"#, "/1/a/0/x"),
        ] {
            let error = parse(text).expect_err(text).to_string();
            let said = format!("at {place}: the object has two members of this name; keep one");
            assert!(error.starts_with(&said), "{error}");
        }
    }
}
