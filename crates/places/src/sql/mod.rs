//! Every statement of the slice's own tables.

pub(crate) mod destinations;
pub(crate) mod index;
pub(crate) mod imports;
pub(crate) mod locations;
pub(crate) mod parts;
pub(crate) mod questions;
pub(crate) mod photos;

/// A cell with a word that the program does not know.
pub(crate) fn unreadable(column: &str, wanted: &'static str) -> store::StoreError {
    store::StoreError::Column { column: column.to_owned(), wanted }
}
