use std::future::Future;
use std::sync::Arc;

use sqlx::postgres::{PgArguments, PgRow, Postgres};
use sqlx::query::Query as Prepared;
use sqlx::sqlite::{Sqlite, SqliteArguments, SqliteRow};
use sqlx::{AssertSqlSafe, Column, Executor, PgConnection, Row as _, SqlStr, SqliteConnection, TypeInfo, ValueRef};

use crate::connect::Pools;
use crate::error::Doing;
use crate::value::Cell;
use crate::{Row, Store, StoreError, Value};

/// What can be asked: the store as it stands, or a change and what it has done so far. A statement is a text of the
/// program, never put together from what somebody typed.
pub trait Query: Sync {
    fn rows(&self, sql: &'static str, values: Vec<Value>) -> impl Future<Output = Result<Vec<Row>, StoreError>> + Send;

    /// The first row, if there is one.
    fn row(
        &self,
        sql: &'static str,
        values: Vec<Value>,
    ) -> impl Future<Output = Result<Option<Row>, StoreError>> + Send {
        async move { Ok(self.rows(sql, values).await?.into_iter().next()) }
    }

    /// The only column of the only row, a whole number: for counts and sums.
    fn number(&self, sql: &'static str, values: Vec<Value>) -> impl Future<Output = Result<i64, StoreError>> + Send {
        async move {
            let row = self.row(sql, values).await?;
            let cell = row.as_ref().and_then(|row| row.cells.first());
            match cell {
                Some(Cell::Whole(number)) => Ok(*number),
                Some(Cell::Nothing | Cell::Real(_) | Cell::Text(_) | Cell::Bytes(_)) | None => {
                    Err(StoreError::Column { column: sql.to_owned(), wanted: "whole number" })
                }
            }
        }
    }
}

impl Query for Store {
    async fn rows(&self, sql: &'static str, values: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        match &self.pools {
            Pools::Sqlite { read, .. } => {
                let mut connection = read.acquire().await.doing(first_words(sql))?;
                sqlite_rows(&mut connection, sql, values).await
            }
            Pools::Postgres(pool) => {
                let mut connection = pool.acquire().await.doing(first_words(sql))?;
                postgres_rows(&mut connection, sql, values).await
            }
        }
    }
}

impl Store {
    /// Whether the database understands a statement; nothing is done.
    pub async fn prepare(&self, sql: String) -> Result<(), StoreError> {
        let doing = first_words(&sql).to_owned();
        match &self.pools {
            Pools::Sqlite { read, .. } => {
                let mut connection = read.acquire().await.doing(doing.clone())?;
                (&mut *connection).prepare(statement(sql)).await.doing(doing).map(drop)
            }
            Pools::Postgres(pool) => {
                let mut connection = pool.acquire().await.doing(doing.clone())?;
                (&mut *connection).prepare(statement(sql)).await.doing(doing).map(drop)
            }
        }
    }
}

/// A statement that this crate made from names it knows.
pub(crate) fn statement(sql: String) -> SqlStr {
    use sqlx::SqlSafeStr;
    AssertSqlSafe(sql).into_sql_str()
}

pub(crate) async fn sqlite_rows(
    connection: &mut SqliteConnection,
    sql: &'static str,
    values: Vec<Value>,
) -> Result<Vec<Row>, StoreError> {
    let rows = for_sqlite(sqlx::query(sql), values).fetch_all(connection).await.doing(first_words(sql))?;
    let mut names = None;
    rows.iter().map(|row| sqlite_row(row, &mut names).doing(first_words(sql))).collect()
}

pub(crate) async fn postgres_rows(
    connection: &mut PgConnection,
    sql: &'static str,
    values: Vec<Value>,
) -> Result<Vec<Row>, StoreError> {
    let rows = for_postgres(sqlx::query(sql), values).fetch_all(connection).await.doing(first_words(sql))?;
    let mut names = None;
    rows.iter().map(|row| postgres_row(row, &mut names).doing(first_words(sql))).collect()
}

type Bound<'q, D, A> = Prepared<'q, D, A>;

pub(crate) fn for_sqlite(
    query: Bound<'_, Sqlite, SqliteArguments>,
    values: Vec<Value>,
) -> Bound<'_, Sqlite, SqliteArguments> {
    values.into_iter().fold(query, |query, value| match value {
        Value::Whole(number) => query.bind(number),
        Value::Real(number) => query.bind(number),
        Value::Text(text) => query.bind(text),
        Value::Bytes(bytes) => query.bind(bytes),
    })
}

pub(crate) fn for_postgres(
    query: Bound<'_, Postgres, PgArguments>,
    values: Vec<Value>,
) -> Bound<'_, Postgres, PgArguments> {
    values.into_iter().fold(query, |query, value| match value {
        Value::Whole(number) => query.bind(number),
        Value::Real(number) => query.bind(number),
        Value::Text(text) => query.bind(text),
        Value::Bytes(bytes) => query.bind(bytes),
    })
}

type Names = Option<Arc<[String]>>;

pub(crate) fn sqlite_row(row: &SqliteRow, names: &mut Names) -> Result<Row, sqlx::Error> {
    let names = names.get_or_insert_with(|| names_of(row.columns())).clone();
    let cell = |at: usize| {
        let value = row.try_get_raw(at)?;
        if value.is_null() {
            return Ok(Cell::Nothing);
        }
        // What is stored says its kind; a computed column has no declared one.
        let kind = value.type_info().name().to_owned();
        match kind.as_str() {
            "INTEGER" | "BOOLEAN" => row.try_get_unchecked(at).map(Cell::Whole),
            "REAL" => row.try_get_unchecked(at).map(Cell::Real),
            "BLOB" => row.try_get_unchecked(at).map(Cell::Bytes),
            _ => row.try_get_unchecked(at).map(Cell::Text),
        }
    };
    let cells = (0..row.len()).map(cell).collect::<Result<_, _>>()?;
    Ok(Row { names, cells })
}

pub(crate) fn postgres_row(row: &PgRow, names: &mut Names) -> Result<Row, sqlx::Error> {
    let names = names.get_or_insert_with(|| names_of(row.columns())).clone();
    let cell = |at: usize| {
        let value = row.try_get_raw(at)?;
        if value.is_null() {
            return Ok(Cell::Nothing);
        }
        let kind = value.type_info().name().to_owned();
        match kind.as_str() {
            "INT8" => row.try_get(at).map(Cell::Whole),
            "INT4" => row.try_get::<i32, _>(at).map(|number| Cell::Whole(number.into())),
            "BOOL" => row.try_get::<bool, _>(at).map(|truth| Cell::Whole(truth.into())),
            "FLOAT8" => row.try_get(at).map(Cell::Real),
            "BYTEA" => row.try_get(at).map(Cell::Bytes),
            _ => row.try_get(at).map(Cell::Text),
        }
    };
    let cells = (0..row.len()).map(cell).collect::<Result<_, _>>()?;
    Ok(Row { names, cells })
}

fn names_of<C: Column>(columns: &[C]) -> Arc<[String]> {
    columns.iter().map(|column| column.name().to_owned()).collect()
}

/// Enough of a statement to know which it was.
pub(crate) fn first_words(sql: &str) -> &str {
    sql.char_indices().nth(60).and_then(|(end, _)| sql.get(..end)).unwrap_or(sql)
}
