//! Every statement of the slice's own tables.

mod cases;
mod clocks;
mod days;
mod decisions;
mod documents;
mod lists;
mod messages;
mod operations;
mod tasks;
mod timeline;
mod views;

pub(crate) use cases::*;
pub(crate) use clocks::*;
pub(crate) use days::*;
pub(crate) use decisions::*;
pub(crate) use documents::*;
pub(crate) use lists::*;
pub(crate) use messages::*;
pub(crate) use operations::*;
pub(crate) use tasks::*;
pub(crate) use timeline::*;
pub(crate) use views::*;

use store::{FromCell, Row, StoreError};

/// A text column in which nothing is the empty text.
pub(super) fn perhaps<T: std::str::FromStr>(row: &Row, column: &str) -> Result<Option<T>, StoreError> {
    let text: String = row.get(column)?;
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| unreadable::<T>(column))
}

pub(super) fn unreadable<T>(column: &str) -> StoreError {
    StoreError::Column { column: column.to_owned(), wanted: std::any::type_name::<T>() }
}

pub(super) fn first<T: FromCell>(rows: &[Row], column: &str) -> Result<Option<T>, StoreError> {
    rows.first().map(|row| row.get(column)).transpose()
}
