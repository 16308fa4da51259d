//! A value that may be null, where null says something.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value, or a null that is sent as such.
///
/// In a JSON merge patch an absent property stays as it is, and a null one is removed. An optional property of a
/// patch that refers to an object, or is nullable, is therefore an `Option<Nullable<T>>`: `None` leaves it alone,
/// `Some(Nullable::Null)` removes it.
///
/// ```
/// # #[cfg(convenience = "set_retention")] {
/// use acs_chat::{Nullable, types::UpdateChatThreadRequest};
///
/// let patch = UpdateChatThreadRequest::builder().retention_policy(Nullable::Null).build()?;
/// assert_eq!(serde_json::to_string(&patch)?, r#"{"retentionPolicy":null}"#);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Nullable<T> {
    /// Null: remove what is there.
    #[default]
    Null,
    /// A value: put it there.
    Value(T),
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl From<&str> for Nullable<String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}

impl<T: Serialize> Serialize for Nullable<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Value(value) => value.serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Nullable<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Option::deserialize(deserializer)?;
        Ok(value.map_or(Self::Null, Self::Value))
    }
}

/// Reads a property that is there: an `Option` by itself would take null for absent.
#[allow(
    dead_code,
    reason = "not every document has a merge patch with an object in it"
)]
pub(crate) fn given<'de, T, D>(deserializer: D) -> Result<Option<Nullable<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Nullable::deserialize(deserializer).map(Some)
}

#[cfg(feature = "schemars")]
#[cfg_attr(docsrs, doc(cfg(feature = "schemars")))]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Nullable<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Nullable_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Option::<T>::json_schema(generator)
    }
}
