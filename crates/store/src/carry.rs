//! Carrying everything from one database to another, and proving that it arrived.

use futures_util::TryStreamExt;
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};
use sqlx::{PgTransaction, SqliteTransaction};

use crate::chance::hex;
use crate::connect::Pools;
use crate::error::Doing;
use crate::migrate::tables_of;
use crate::query::{for_postgres, for_sqlite, postgres_row, sqlite_row, statement};
use crate::value::Cell;
use crate::{Migration, Row, Store, StoreError, Value};

/// All tables as they were at one moment, whatever is changed meanwhile.
pub struct Snapshot {
    open: Open,
    tables: Vec<&'static str>,
}

enum Open {
    Sqlite(SqliteTransaction<'static>),
    Postgres(PgTransaction<'static>),
}

/// How many rows a table has, and a hash over all of them that does not depend on their order or the database.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct TableHash {
    pub table: String,
    pub rows: u64,
    pub hash: String,
}

/// What was carried over.
pub type Carried = Vec<TableHash>;

impl Store {
    pub async fn snapshot(&self, steps: &[Migration]) -> Result<Snapshot, StoreError> {
        let open = match &self.pools {
            Pools::Sqlite { read, .. } => Open::Sqlite(read.begin().await.doing("begin a snapshot")?),
            Pools::Postgres(pool) => {
                let begin = "begin transaction isolation level repeatable read, read only";
                Open::Postgres(pool.begin_with(begin).await.doing("begin a snapshot")?)
            }
        };
        Ok(Snapshot { open, tables: tables_of(steps) })
    }

    /// Fills empty tables from lines of JSON as [`Snapshot::each_line`] gives them, all of them or none.
    /// `lines` is asked for each table in turn.
    pub async fn fill<E, L>(
        &self,
        steps: &[Migration],
        mut lines: impl FnMut(&str) -> Result<L, E>,
    ) -> Result<Carried, E>
    where
        L: Iterator<Item = Result<String, E>>,
        E: From<StoreError>,
    {
        let mut filling = self.begin_filling().await?;
        for table in tables_of(steps) {
            filling.clear_made_rows(table).await?;
            let mut shape = None;
            for line in lines(table)? {
                let row = read_line(table, &line?)?;
                filling.insert(table, row, &mut shape).await?;
            }
        }
        filling.commit().await?;
        self.snapshot(steps).await?.hashes().await.map_err(E::from)
    }

    async fn begin_filling(&self) -> Result<Filling, StoreError> {
        Ok(match &self.pools {
            Pools::Sqlite { write, .. } => {
                Filling::Sqlite(write.begin_with("begin immediate").await.doing("begin to fill")?)
            }
            Pools::Postgres(pool) => Filling::Postgres(pool.begin().await.doing("begin to fill")?),
        })
    }
}

impl Snapshot {
    /// In the order in which they can be filled.
    pub fn tables(&self) -> &[&'static str] {
        &self.tables
    }

    /// Gives every row of a table as a line of JSON; bytes are `{"hex": "…"}`. Rows come in the order of their keys.
    pub async fn each_line<E: From<StoreError>>(
        &mut self,
        table: &'static str,
        mut take: impl FnMut(String) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = || statement(format!("select * from {table} order by 1"));
        let doing = || format!("read table {table}");
        let mut names = None;
        match &mut self.open {
            Open::Sqlite(open) => {
                let mut rows = sqlx::query(sql()).fetch(&mut **open);
                while let Some(row) = rows.try_next().await.doing(doing())? {
                    take(write_line(&sqlite_row(&row, &mut names).doing(doing())?))?;
                }
            }
            Open::Postgres(open) => {
                let mut rows = sqlx::query(sql()).fetch(&mut **open);
                while let Some(row) = rows.try_next().await.doing(doing())? {
                    take(write_line(&postgres_row(&row, &mut names).doing(doing())?))?;
                }
            }
        }
        Ok(())
    }

    /// Rows and hash of every table.
    pub async fn hashes(&mut self) -> Result<Carried, StoreError> {
        let mut carried = Vec::new();
        for table in self.tables.clone() {
            let mut lines: Vec<[u8; 32]> = Vec::new();
            self.each_line(table, |line| {
                lines.push(Sha256::digest(line.as_bytes()).into());
                Ok::<_, StoreError>(())
            })
            .await?;
            carried.push(TableHash::of(table, lines));
        }
        Ok(carried)
    }
}

impl TableHash {
    /// Of a table whose lines, as [`Snapshot::each_line`] gives them, have these hashes. In words: the SHA-256 of each
    /// line, sorted, one behind the other, and of these the SHA-256.
    pub fn of(table: &str, mut lines: Vec<[u8; 32]>) -> Self {
        lines.sort_unstable();
        let mut whole = Sha256::new();
        lines.iter().for_each(|line| whole.update(line));
        let rows = lines.len().try_into().unwrap_or(u64::MAX);
        Self { table: table.to_owned(), rows, hash: hex(&whole.finalize()) }
    }
}

enum Filling {
    Sqlite(SqliteTransaction<'static>),
    Postgres(PgTransaction<'static>),
}

impl Filling {
    /// A migration may have put rows in; anything more than those means that somebody uses the database already.
    async fn clear_made_rows(&mut self, table: &'static str) -> Result<(), StoreError> {
        let doing = || format!("empty table {table}");
        let used = if table == "audit_head" { "position > 0" } else { "1 = 1" };
        let count = statement(format!("select count(*) from {table} where {used}"));
        let delete = statement(format!("delete from {table}"));
        let rows: i64 = match self {
            Self::Sqlite(open) => sqlx::query_scalar(count).fetch_one(&mut **open).await.doing(doing())?,
            Self::Postgres(open) => sqlx::query_scalar(count).fetch_one(&mut **open).await.doing(doing())?,
        };
        if rows > 0 {
            return Err(StoreError::NotEmpty(table.to_owned()));
        }
        match self {
            Self::Sqlite(open) => sqlx::query(delete).execute(&mut **open).await.doing(doing()).map(drop),
            Self::Postgres(open) => sqlx::query(delete).execute(&mut **open).await.doing(doing()).map(drop),
        }
    }

    async fn insert(&mut self, table: &'static str, row: Row, shape: &mut Option<Shape>) -> Result<(), StoreError> {
        let doing = || format!("fill table {table}");
        if shape.as_ref().is_none_or(|shape| shape.names != *row.names) {
            *shape = Some(self.shape(table, &row).await?);
        }
        let Some(shape) = shape else { return Ok(()) };
        let values = row.cells.into_iter().zip(&shape.kinds).map(|(cell, kind)| value_of(cell, *kind)).collect();
        let sql = statement(shape.insert.clone());
        match self {
            Self::Sqlite(open) => {
                for_sqlite(sqlx::query(sql), values).execute(&mut **open).await.doing(doing()).map(drop)
            }
            Self::Postgres(open) => {
                for_postgres(sqlx::query(sql), values).execute(&mut **open).await.doing(doing()).map(drop)
            }
        }
    }

    /// The columns of a table with their kinds, for rows that have exactly those.
    async fn shape(&mut self, table: &'static str, row: &Row) -> Result<Shape, StoreError> {
        use sqlx::Row as _;
        let doing = || format!("read the columns of {table}");
        let declared: Vec<(String, String)> = match self {
            Self::Sqlite(open) => {
                let sql = "select name, type from pragma_table_info($1)";
                let rows = sqlx::query(sql).bind(table).fetch_all(&mut **open).await.doing(doing())?;
                rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect::<Result<_, _>>().doing(doing())?
            }
            Self::Postgres(open) => {
                let sql = "select column_name::text, data_type::text from information_schema.columns \
                           where table_name = $1 and table_schema = current_schema()";
                let rows = sqlx::query(sql).bind(table).fetch_all(&mut **open).await.doing(doing())?;
                rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect::<Result<_, _>>().doing(doing())?
            }
        };
        let mut kinds = Vec::new();
        for name in row.names.iter() {
            let kind = declared.iter().find(|(known, _)| known == name).map(|(_, kind)| kind.to_ascii_lowercase());
            kinds.push(match kind.as_deref() {
                Some("bigint") => Kind::Whole,
                Some("double precision") => Kind::Real,
                Some("blob" | "bytea") => Kind::Bytes,
                Some(_) => Kind::Text,
                None => {
                    let what = format!("there is no column `{name}`");
                    return Err(StoreError::Unreadable { table: table.to_owned(), what });
                }
            });
        }
        if kinds.len() != declared.len() {
            let what = "some columns are missing".to_owned();
            return Err(StoreError::Unreadable { table: table.to_owned(), what });
        }
        let places = (1..=kinds.len()).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ");
        let insert = format!("insert into {table} ({}) values ({places})", row.names.join(", "));
        Ok(Shape { names: row.names.to_vec(), kinds, insert })
    }

    async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(open) => open.commit().await.doing("commit what was filled"),
            Self::Postgres(open) => open.commit().await.doing("commit what was filled"),
        }
    }
}

struct Shape {
    names: Vec<String>,
    kinds: Vec<Kind>,
    insert: String,
}

#[derive(Clone, Copy)]
enum Kind {
    Whole,
    Real,
    Text,
    Bytes,
}

fn value_of(cell: Cell, kind: Kind) -> Value {
    match (cell, kind) {
        (Cell::Whole(number), Kind::Real) => Value::Real(number.to_string().parse().ok()),
        (Cell::Whole(number), _) => Value::Whole(Some(number)),
        (Cell::Real(number), _) => Value::Real(Some(number)),
        (Cell::Text(text), _) => Value::Text(Some(text)),
        (Cell::Bytes(bytes), _) => Value::Bytes(Some(bytes)),
        (Cell::Nothing, Kind::Whole) => Value::Whole(None),
        (Cell::Nothing, Kind::Real) => Value::Real(None),
        (Cell::Nothing, Kind::Text) => Value::Text(None),
        (Cell::Nothing, Kind::Bytes) => Value::Bytes(None),
    }
}

fn write_line(row: &Row) -> String {
    let cell = |cell: &Cell| match cell {
        Cell::Nothing => Json::Null,
        Cell::Whole(number) => (*number).into(),
        Cell::Real(number) => serde_json::json!({ "real": format!("{number:e}") }),
        Cell::Text(text) => text.as_str().into(),
        Cell::Bytes(bytes) => serde_json::json!({ "hex": hex(bytes) }),
    };
    let fields: Map<String, Json> = row.names.iter().cloned().zip(row.cells.iter().map(cell)).collect();
    Json::Object(fields).to_string()
}

fn read_line(table: &str, line: &str) -> Result<Row, StoreError> {
    let unreadable = |what: String| StoreError::Unreadable { table: table.to_owned(), what };
    let fields: Map<String, Json> = serde_json::from_str(line).map_err(|error| unreadable(error.to_string()))?;
    let mut names = Vec::new();
    let mut cells = Vec::new();
    for (name, json) in fields {
        let cell = match &json {
            Json::Null => Some(Cell::Nothing),
            Json::Number(number) => number.as_i64().map(Cell::Whole),
            Json::String(text) => Some(Cell::Text(text.clone())),
            Json::Object(wrapped) => match (wrapped.get("hex"), wrapped.get("real")) {
                (Some(Json::String(text)), None) => from_hex(text).map(Cell::Bytes),
                (None, Some(Json::String(text))) => text.parse().ok().map(Cell::Real),
                _ => None,
            },
            Json::Bool(_) | Json::Array(_) => None,
        };
        cells.push(cell.ok_or_else(|| unreadable(format!("`{name}` is {json}")))?);
        names.push(name);
    }
    Ok(Row { names: names.into(), cells })
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text.chars().map(|digit| digit.to_digit(16)?.try_into().ok()).collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0)?;
    Some(digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect())
}
