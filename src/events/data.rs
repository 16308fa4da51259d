//! What events say, told apart by their names: one that the document does not know is kept whole.

/// Defines the enum of all events from their names and the schemas of their payloads.
macro_rules! chat_events {
    (
        properties [$($property:literal)*]
        $(
            $(#[$docs:meta])*
            $variant:ident($schema:ident) = $name:literal {
                thread: $thread:ident, initiator: [$($initiator:ident)?], recipient: [$($recipient:ident)?],
            }
        )+
    ) => {
        /// What an event says.
        ///
        /// The events that end in `InThread`, and those of threads that have no word of a user in their names, come once
        /// for the thread; the others once for each participant but the one who did it, who is then the
        /// [`recipient`](Self::recipient). serde writes the payload, without the name.
        ///
        /// Source: `x-acs-event` of the document of events.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum ChatEventData {
            $( $(#[$docs])* $variant(Box<$schema>), )+
            /// An event that the document does not know.
            Unknown {
                /// Its name.
                name: String,
                /// All that came with it; null where nothing did.
                payload: serde_json::Value,
            },
        }

        impl ChatEventData {
            /// The names of the events that the document knows.
            pub const NAMES: &'static [&'static str] = &[$($name),+];

            /// Reads the payload of an event, or returns the path within it of what is wrong.
            pub(crate) fn read(
                name: String,
                payload: serde_json::Value,
            ) -> Result<Self, (String, serde_json::Error)> {
                use $crate::runtime::decode::decode_payload;

                match name.as_str() {
                    $( $name => decode_payload(payload, PROPERTIES).map(Self::$variant), )+
                    _ => Ok(Self::Unknown { name, payload }),
                }
            }

            /// Returns the name of the event, such as `Microsoft.Communication.ChatMessageReceivedInThread`.
            pub fn name(&self) -> &str {
                match self {
                    $( Self::$variant(_) => $name, )+
                    Self::Unknown { name, .. } => name,
                }
            }

            /// Returns the id of the thread.
            pub fn thread_id(&self) -> Option<&str> {
                match self {
                    $( Self::$variant(data) => data.$thread.as_deref(), )+
                    Self::Unknown { payload, .. } => payload.get("threadId")?.as_str(),
                }
            }

            /// Returns who did it: the sender of a message, or who changed the thread.
            pub fn initiator(&self) -> Option<$crate::CommunicationIdentifier> {
                match self {
                    $( $( Self::$variant(data) => data.$initiator.as_ref().map(Into::into), )? )+
                    #[allow(unreachable_patterns, reason = "all events of a document may have one")]
                    _ => None,
                }
            }

            /// Returns the participant whom the event is for, of an event that comes for each participant.
            pub fn recipient(&self) -> Option<$crate::CommunicationIdentifier> {
                match self {
                    $( $( Self::$variant(data) => data.$recipient.as_ref().map(Into::into), )? )+
                    #[allow(unreachable_patterns, reason = "all events of a document may have one")]
                    _ => None,
                }
            }
        }

        impl serde::Serialize for ChatEventData {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $( Self::$variant(data) => data.serialize(serializer), )+
                    Self::Unknown { payload, .. } => payload.serialize(serializer),
                }
            }
        }

        /// The payloads that the document knows.
        #[cfg(feature = "schemars")]
        impl schemars::JsonSchema for ChatEventData {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                "ChatEventData".into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let payloads = [$( generator.subschema_for::<$schema>() ),+];
                schemars::json_schema!({ "anyOf": payloads })
            }
        }

        /// The names of all properties of the document, in order, which errors may show.
        const PROPERTIES: &[&str] = &[$($property),*];
    };
}

pub(crate) use chat_events;
