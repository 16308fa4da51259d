//! Lists that come in pages.

mod continuation;
mod items;
mod link;
mod pages;

pub use continuation::Continuation;
pub use items::Items;
pub use link::NextLinkError;
pub use pages::{Page, Pages};

/// A page of a list, as an operation marked `x-ms-pageable` returns it. It is implemented for the generated types;
/// there is nothing to implement outside of this crate.
///
/// Source: `x-ms-pageable` of the operations whose requests have `pages` and `stream`.
pub trait Paged: sealed::Sealed + serde::de::DeserializeOwned + Send + 'static {
    /// What the list holds.
    type Item: Send + Unpin + 'static;

    /// The items of this page.
    fn items(&self) -> &[Self::Item];

    /// The items of this page, by value.
    fn into_items(self) -> Vec<Self::Item>;

    /// The link to the next page; `None` on the last one.
    fn next_link(&self) -> Option<&str>;
}

pub(crate) mod sealed {
    /// Keeps `Paged` to the generated types.
    pub trait Sealed {}
}
