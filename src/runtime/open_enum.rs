//! Enums that the service may extend: a value that the document does not list is kept as it came.

use std::{fmt, marker::PhantomData};

use serde::de::{Error, Visitor};

/// Reads a value from a string that is copied only where the value keeps it.
pub(crate) struct FromText<T>(pub PhantomData<T>);

impl<T: for<'a> From<&'a str> + From<String>> Visitor<'_> for FromText<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        Ok(value.into())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<T, E> {
        Ok(value.into())
    }
}

/// Defines an open enum from its listed values.
#[allow(unused_macros, reason = "not every document has an open enum")]
macro_rules! open_enum {
    (
        $(#[$doc:meta])*
        $name:ident {
            $( $(#[$variant_doc:meta])* $variant:ident = $value:literal, )+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$variant_doc])* $variant, )+
            /// A value that the document does not list, as the service sent it; it is sent back unchanged.
            UnknownValue(String),
        }

        impl $name {
            /// The values that the document lists.
            pub const VALUES: &'static [&'static str] = &[$($value),+];

            /// The value as it is sent.
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$variant => $value, )+
                    Self::UnknownValue(value) => value,
                }
            }

            fn parse(value: &str) -> Option<Self> {
                match value {
                    $( $value => Some(Self::$variant), )+
                    _ => None,
                }
            }
        }

        impl From<&str> for $name {
            /// Every string is a value; one that the document does not list is kept as it is.
            fn from(value: &str) -> Self {
                Self::parse(value).unwrap_or_else(|| Self::UnknownValue(value.to_owned()))
            }
        }

        impl From<String> for $name {
            /// Every string is a value; one that the document does not list is kept as it is.
            fn from(value: String) -> Self {
                Self::parse(&value).unwrap_or(Self::UnknownValue(value))
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            fn from_str(value: &str) -> Result<Self, Self::Err> {
                Ok(value.into())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_string($crate::runtime::open_enum::FromText(std::marker::PhantomData))
            }
        }

        #[cfg(feature = "schemars")]
        #[cfg_attr(docsrs, doc(cfg(feature = "schemars")))]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                // The listed values are what the contract names; the decoder takes others too.
                schemars::json_schema!({ "type": "string", "enum": Self::VALUES })
            }
        }
    };
}

#[allow(unused_imports, reason = "not every document has an open enum")]
pub(crate) use open_enum;
