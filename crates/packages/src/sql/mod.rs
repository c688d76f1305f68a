//! Every statement of the slice's own tables.

mod packages;
mod places;
mod readers;

pub(crate) use packages::*;
pub(crate) use places::*;
pub(crate) use readers::*;

use store::{Row, StoreError};

/// A text column in which nothing is the empty text.
fn perhaps<T: std::str::FromStr>(row: &Row, column: &'static str) -> Result<Option<T>, StoreError> {
    let text: String = row.get(column)?;
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| unreadable(column))
}

/// A word of ours in a column.
fn known<T>(row: &Row, column: &'static str, read: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
    let text: String = row.get(column)?;
    read(&text).ok_or_else(|| unreadable(column))
}

fn unreadable(column: &str) -> StoreError {
    StoreError::Column { column: column.to_owned(), wanted: "word of this program" }
}

fn text<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
