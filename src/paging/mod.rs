//! Lists that are returned in pages.

mod continuation;
mod cycle;
mod items;
mod link;
mod page;
mod pages;

pub use continuation::Continuation;
pub use items::Items;
pub(crate) use page::sealed;
pub use page::{Page, Paged};
pub use pages::Pages;
