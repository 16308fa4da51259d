//! What the fuzz targets share: an in-process service and clients of it, the document, and checks of errors and values.

pub mod calls;
pub mod check;
pub mod edit;
pub mod service;
pub mod spec;
