//! How slices write into text columns what is not text, and read it back.

use std::str::FromStr;

use crate::{Row, StoreError};

/// A text column in which nothing is the empty text.
pub fn perhaps<T: FromStr>(row: &Row, column: &str) -> Result<Option<T>, StoreError> {
    let text: String = row.get(column)?;
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| unreadable(column))
}

/// A word of ours in a column.
pub fn known<T>(row: &Row, column: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
    let text: String = row.get(column)?;
    read(&text).ok_or_else(|| unreadable(column))
}

/// What [`perhaps`] reads back.
pub fn text<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// A column that holds what this program never writes.
pub fn unreadable(column: &str) -> StoreError {
    StoreError::Column { column: column.to_owned(), wanted: "word of this program" }
}
