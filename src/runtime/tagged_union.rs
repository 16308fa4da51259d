//! Values of several kinds, told apart by one property: a kind that the document does not know is kept whole.

/// Defines a union from its tag and its kinds.
#[allow(unused_macros, reason = "not every document has a union")]
macro_rules! tagged_union {
    (
        $(#[$attribute:meta])*
        $name:ident, $tag:ident = $tag_name:literal {
            $( $(#[$variant_doc:meta])* $variant:ident($schema:ident) = $value:literal, )+
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$variant_doc])* $variant($schema), )+
            /// A kind that the document does not know, with all its properties; it is sent back unchanged.
            UnknownKind(serde_json::Map<String, serde_json::Value>),
        }

        impl $name {
            #[doc = concat!("The value of `", $tag_name, "`; empty where a kind that is unknown has none.")]
            pub fn $tag(&self) -> &str {
                match self {
                    $( Self::$variant(_) => $value, )+
                    Self::UnknownKind(value) => value.get($tag_name).and_then(|tag| tag.as_str()).unwrap_or_default(),
                }
            }
        }

        $(
            impl From<$schema> for $name {
                fn from(value: $schema) -> Self {
                    Self::$variant(value)
                }
            }
        )+

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #[derive(serde::Serialize)]
                struct Tagged<'a, T> {
                    #[serde(rename = $tag_name)]
                    tag: &'a str,
                    #[serde(flatten)]
                    value: &'a T,
                }
                let tag = self.$tag();
                match self {
                    $( Self::$variant(value) => Tagged { tag, value }.serialize(serializer), )+
                    Self::UnknownKind(value) => value.serialize(serializer),
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let mut value = serde_json::Map::deserialize(deserializer)?;
                match value.get($tag_name).and_then(|tag| tag.as_str()) {
                    $(
                        Some($value) => {
                            value.remove($tag_name);
                            $crate::runtime::decode::decode_value(value.into()).map(Self::$variant)
                        }
                    )+
                    _ => Ok(Self::UnknownKind(value)),
                }
            }
        }

        #[cfg(feature = "schemars")]
        #[cfg_attr(docsrs, doc(cfg(feature = "schemars")))]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let kinds = [$(
                    schemars::json_schema!({
                        "allOf": [generator.subschema_for::<$schema>()],
                        "type": "object",
                        "required": [$tag_name],
                        "properties": { $tag_name: { "type": "string", "enum": [$value] } },
                    })
                ),+];
                schemars::json_schema!({ "oneOf": kinds })
            }
        }
    };
}

#[allow(unused_imports, reason = "not every document has a union")]
pub(crate) use tagged_union;
