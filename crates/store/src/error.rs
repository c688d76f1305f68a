/// Something of ours broke, or somebody else was faster.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("cannot {doing}")]
    Database { doing: String, source: sqlx::Error },
    #[error("column `{column}` is not there or not a {wanted}")]
    Column { column: String, wanted: &'static str },
    #[error("a change by {actor} for `{reason}` recorded nothing")]
    Unrecorded { actor: String, reason: String },
    #[error("the database was made by a newer Tereze: it has the step `{0}`, which this one does not know")]
    Newer(String),
    #[error("the step `{0}` was changed after this database had taken it")]
    ChangedStep(String),
    #[error("`{place}` is neither a file nor an address that begins with `postgres://`")]
    NoPlace { place: String },
    #[error("table `{0}` has rows already; choose an empty database")]
    NotEmpty(String),
    #[error("table `{table}` cannot be read back: {what}")]
    Unreadable { table: String, what: String },
    #[error("the schemas differ: `{0}` is missing")]
    NoTable(String),
}

impl StoreError {
    /// True if a row of that key is there already.
    pub fn is_taken(&self) -> bool {
        match self {
            Self::Database { source, .. } => {
                source.as_database_error().is_some_and(|error| error.is_unique_violation())
            }
            Self::Column { .. }
            | Self::Unrecorded { .. }
            | Self::Newer(_)
            | Self::ChangedStep(_)
            | Self::NoPlace { .. }
            | Self::NotEmpty(_)
            | Self::Unreadable { .. }
            | Self::NoTable(_) => false,
        }
    }
}

/// Says what was being done when the database refused: `.doing("read accounts")`.
pub(crate) trait Doing<T> {
    fn doing(self, doing: impl Into<String>) -> Result<T, StoreError>;
}

impl<T> Doing<T> for Result<T, sqlx::Error> {
    fn doing(self, doing: impl Into<String>) -> Result<T, StoreError> {
        self.map_err(|source| StoreError::Database { doing: doing.into(), source })
    }
}
