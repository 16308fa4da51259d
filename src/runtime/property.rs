//! What the setters of type builders take.

use std::{collections::BTreeMap, error::Error};

use serde_json::{Map, Value};

use super::ConversionError;

/// A value that a property of type `T` can be set to.
///
/// | type of the property | what its setter takes |
/// |---|---|
/// | `Option<T>` | what `T` takes, or an `Option` of it |
/// | [`Nullable<T>`](crate::Nullable) | what `T` takes, or [`Nullable::Null`](crate::Nullable::Null) |
/// | `Vec<T>` | an iterator of what `T` takes |
/// | `BTreeMap<String, T>` | an iterator of pairs of a string and what `T` takes |
/// | any other | what converts into it by `TryFrom`: a builder into its type, `&str` into `String` |
///
/// `Marker` tells the rows apart and is inferred. The trait is for calling setters, not for implementing it: implement
/// `From` or `TryFrom` to let setters take a type of your own.
///
/// ```
/// use acs_chat::types::{ChatMessage, SendChatMessageRequest};
///
/// # fn example(message: ChatMessage) -> Result<(), acs_chat::types::error::ConversionError> {
/// // Text, or what another message has.
/// let named = SendChatMessageRequest::builder().content("Noon?").sender_display_name("Alice").build()?;
/// let copied = SendChatMessageRequest::builder()
///     .content("Noon?")
///     .sender_display_name(message.sender_display_name)
///     .metadata(message.metadata)
///     .build()?;
/// // Pairs.
/// let request = SendChatMessageRequest::builder().content("Noon?").metadata([("floor", "2")]).build()?;
/// # Ok(())
/// # }
/// ```
///
/// An identifier is a [`CommunicationIdentifier`](crate::CommunicationIdentifier), its model or a raw id. Lists take
/// identifiers, participants or their builders as participants:
///
/// ```
/// use acs_chat::{CommunicationIdentifier, types::{ChatParticipant, CreateChatThreadRequest}};
///
/// let joe = CommunicationIdentifier::from("8:acs:joe");
/// let named = ChatParticipant::builder().communication_identifier("8:acs:jane").display_name("Jane");
/// let request = CreateChatThreadRequest::builder().topic("Lunch").participants([named]).build()?;
/// let request = CreateChatThreadRequest::builder().topic("Lunch").participants([joe]).build()?;
/// # Ok::<(), acs_chat::types::error::ConversionError>(())
/// ```
///
/// What may be null takes a value, or null:
///
/// ```
/// # #[cfg(convenience = "set_retention")] {
/// use acs_chat::{Nullable, types::{ChatRetentionPolicy, UpdateChatThreadRequest}};
///
/// let kept = UpdateChatThreadRequest::builder().retention_policy(ChatRetentionPolicy::none()).build()?;
/// let removed = UpdateChatThreadRequest::builder().retention_policy(Nullable::Null).build()?;
/// # }
/// # Ok::<(), acs_chat::types::error::ConversionError>(())
/// ```
///
/// The item type of an empty list and the type of a `None` have to be named: `Vec::<ChatParticipant>::new()`,
/// `None::<String>`.
#[diagnostic::on_unimplemented(
    message = "a property of type `{T}` cannot be set to `{Self}`",
    label = "does not convert into the property's type",
    note = "an optional property takes what a required one takes, a list an iterator, a map an iterator of pairs",
    note = "convert the value first, or implement `TryFrom<{Self}>` for the property's type"
)]
pub trait IntoProperty<T, Marker> {
    /// Converts the value.
    ///
    /// # Errors
    /// Why the value, or one within it, cannot be converted.
    fn into_property(self) -> Result<T, ConversionError>;
}

/// A type that is neither optional nor a list nor a map.
pub trait Single {}

/// Marks a value that converts by `TryFrom`.
pub enum Converted {}

/// Marks a value that is boxed already.
pub enum Itself {}

/// Marks a value that is given for an `Option`, or to be boxed.
pub enum Wrapped {}

/// Marks an `Option` that is given for an `Option`.
pub enum Optional {}

/// Marks the items of a list.
pub enum Items {}

/// Marks the pairs of a map.
pub enum Pairs {}

#[diagnostic::do_not_recommend]
impl<V, T> IntoProperty<T, Converted> for V
where
    V: TryInto<T>,
    V::Error: Into<Box<dyn Error + Send + Sync>>,
    T: Single,
{
    fn into_property(self) -> Result<T, ConversionError> {
        self.try_into().map_err(ConversionError::caused_by)
    }
}

#[diagnostic::do_not_recommend]
impl<V, T, M> IntoProperty<Option<T>, (Wrapped, M)> for V
where
    V: IntoProperty<T, M>,
{
    fn into_property(self) -> Result<Option<T>, ConversionError> {
        self.into_property().map(Some)
    }
}

#[diagnostic::do_not_recommend]
impl<V, T, M> IntoProperty<Option<T>, (Optional, M)> for Option<V>
where
    V: IntoProperty<T, M>,
{
    fn into_property(self) -> Result<Option<T>, ConversionError> {
        self.map(V::into_property).transpose()
    }
}

#[diagnostic::do_not_recommend]
impl<V, T, M> IntoProperty<Box<T>, (Wrapped, M)> for V
where
    V: IntoProperty<T, M>,
{
    fn into_property(self) -> Result<Box<T>, ConversionError> {
        self.into_property().map(Box::new)
    }
}

#[diagnostic::do_not_recommend]
impl<T> IntoProperty<Box<T>, Itself> for Box<T> {
    fn into_property(self) -> Result<Box<T>, ConversionError> {
        Ok(self)
    }
}

#[diagnostic::do_not_recommend]
impl<I, T, M> IntoProperty<Vec<T>, (Items, M)> for I
where
    I: IntoIterator,
    I::Item: IntoProperty<T, M>,
{
    fn into_property(self) -> Result<Vec<T>, ConversionError> {
        let converted = self.into_iter().enumerate().map(|(index, item)| {
            item.into_property()
                .map_err(|error| error.within(&format!("[{index}]")))
        });
        converted.collect()
    }
}

#[diagnostic::do_not_recommend]
impl<I, K, V, N, T, M> IntoProperty<BTreeMap<N, T>, (Pairs, M)> for I
where
    I: IntoIterator<Item = (K, V)>,
    K: TryInto<N>,
    K::Error: Into<Box<dyn Error + Send + Sync>>,
    N: Ord,
    V: IntoProperty<T, M>,
{
    fn into_property(self) -> Result<BTreeMap<N, T>, ConversionError> {
        // A key is the caller's, which errors do not quote.
        let converted = self.into_iter().map(|(key, value)| {
            let key = key.try_into().map_err(ConversionError::caused_by);
            let pair = key.and_then(|key| Ok((key, value.into_property()?)));
            pair.map_err(|error| error.within("*"))
        });
        converted.collect()
    }
}

#[diagnostic::do_not_recommend]
impl<I, K, V> IntoProperty<Map<String, Value>, Pairs> for I
where
    I: IntoIterator<Item = (K, V)>,
    K: Into<String>,
    V: Into<Value>,
{
    fn into_property(self) -> Result<Map<String, Value>, ConversionError> {
        let pairs = self.into_iter();
        Ok(pairs
            .map(|(key, value)| (key.into(), value.into()))
            .collect())
    }
}
