use std::sync::Arc;

use jiff::Timestamp;
use kernel::{Actor, Day, Id};

use crate::StoreError;

/// What goes into a statement. Even nothing has a kind: PostgreSQL wants to know it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Whole(Option<i64>),
    Real(Option<f64>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
}

/// The values of a statement in the order of its places: `values![id, title]`.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { vec![$($crate::Value::from($value)),*] };
}

/// What came out of a statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub(crate) names: Arc<[String]>,
    pub(crate) cells: Vec<Cell>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Nothing,
    Whole(i64),
    Real(f64),
    Text(String),
    Bytes(Vec<u8>),
}

/// A type that a column can be read as.
pub trait FromCell: Sized {
    #[doc(hidden)]
    fn from_cell(cell: ReadCell<'_>) -> Option<Self>;
}

#[doc(hidden)]
pub struct ReadCell<'r>(&'r Cell);

impl Row {
    /// The value of a column; a column that is not there or of another kind is a fault of ours.
    pub fn get<T: FromCell>(&self, column: &str) -> Result<T, StoreError> {
        let at = self.names.iter().position(|name| name == column);
        let cell = at.and_then(|at| self.cells.get(at));
        cell.and_then(|cell| T::from_cell(ReadCell(cell)))
            .ok_or_else(|| StoreError::Column { column: column.to_owned(), wanted: std::any::type_name::<T>() })
    }
}

impl FromCell for String {
    fn from_cell(cell: ReadCell<'_>) -> Option<Self> {
        match cell.0 {
            Cell::Text(text) => Some(text.clone()),
            Cell::Nothing | Cell::Whole(_) | Cell::Real(_) | Cell::Bytes(_) => None,
        }
    }
}

impl FromCell for i64 {
    fn from_cell(cell: ReadCell<'_>) -> Option<Self> {
        match cell.0 {
            Cell::Whole(number) => Some(*number),
            Cell::Nothing | Cell::Text(_) | Cell::Real(_) | Cell::Bytes(_) => None,
        }
    }
}

impl FromCell for bool {
    fn from_cell(cell: ReadCell<'_>) -> Option<Self> {
        match i64::from_cell(cell)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl FromCell for f64 {
    fn from_cell(cell: ReadCell<'_>) -> Option<Self> {
        match cell.0 {
            Cell::Real(number) => Some(*number),
            Cell::Nothing | Cell::Text(_) | Cell::Whole(_) | Cell::Bytes(_) => None,
        }
    }
}

impl FromCell for Vec<u8> {
    fn from_cell(cell: ReadCell<'_>) -> Option<Self> {
        match cell.0 {
            Cell::Bytes(bytes) => Some(bytes.clone()),
            Cell::Nothing | Cell::Text(_) | Cell::Whole(_) | Cell::Real(_) => None,
        }
    }
}

impl<T: FromCell> FromCell for Option<T> {
    fn from_cell(cell: ReadCell<'_>) -> Option<Self> {
        match cell.0 {
            Cell::Nothing => Some(None),
            Cell::Whole(_) | Cell::Real(_) | Cell::Text(_) | Cell::Bytes(_) => T::from_cell(cell).map(Some),
        }
    }
}

macro_rules! written_as_text {
    ($($kind:ty),*) => { $(
        impl FromCell for $kind {
            fn from_cell(cell: ReadCell<'_>) -> Option<Self> {
                String::from_cell(cell)?.parse().ok()
            }
        }

        impl From<$kind> for Value {
            fn from(value: $kind) -> Self {
                Self::Text(Some(value.to_string()))
            }
        }

        impl From<&$kind> for Value {
            fn from(value: &$kind) -> Self {
                Self::Text(Some(value.to_string()))
            }
        }

        impl From<Option<$kind>> for Value {
            fn from(value: Option<$kind>) -> Self {
                Self::Text(value.map(|value| value.to_string()))
            }
        }
    )* };
}

written_as_text!(Id, Day, Actor);

/// Always as long, so that texts sort as moments do.
fn moment_text(moment: Timestamp) -> String {
    format!("{moment:.3}")
}

impl FromCell for Timestamp {
    fn from_cell(cell: ReadCell<'_>) -> Option<Self> {
        String::from_cell(cell)?.parse().ok()
    }
}

impl From<Timestamp> for Value {
    fn from(moment: Timestamp) -> Self {
        Self::Text(Some(moment_text(moment)))
    }
}

impl From<Option<Timestamp>> for Value {
    fn from(moment: Option<Timestamp>) -> Self {
        Self::Text(moment.map(moment_text))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}

impl From<Option<&str>> for Value {
    fn from(text: Option<&str>) -> Self {
        Self::Text(text.map(str::to_owned))
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(Some(text.clone()))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(Some(text))
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Whole(Some(number))
    }
}

impl From<Option<i64>> for Value {
    fn from(number: Option<i64>) -> Self {
        Self::Whole(number)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Whole(Some(i64::from(truth)))
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Real(Some(number))
    }
}

impl From<Option<f64>> for Value {
    fn from(number: Option<f64>) -> Self {
        Self::Real(number)
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(Some(bytes))
    }
}

impl From<Option<Vec<u8>>> for Value {
    fn from(bytes: Option<Vec<u8>>) -> Self {
        Self::Bytes(bytes)
    }
}
