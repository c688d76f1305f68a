use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::pool::PoolOptions;
use sqlx::postgres::{PgConnectOptions, PgPool};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqliteSynchronous};

use crate::error::Doing;
use crate::query::statement;
use crate::{Chance, StoreError};

/// Where the records are.
#[derive(Clone, PartialEq, Eq)]
pub enum Place {
    Sqlite(PathBuf),
    Postgres(String),
}

/// The records. Cloning it gives another handle to the same ones.
#[derive(Clone)]
pub struct Store {
    pub(crate) pools: Pools,
    pub(crate) place: Arc<Place>,
    chance: Chance,
}

#[derive(Clone)]
pub(crate) enum Pools {
    /// Many readers, one writer: SQLite has one anyway, and waiting here is fairer than trying again there.
    Sqlite {
        read: SqlitePool,
        write: SqlitePool,
    },
    Postgres(PgPool),
}

/// How long a request waits for its turn before it is told that we are too busy.
const PATIENCE: Duration = Duration::from_secs(15);

impl Store {
    /// Opens the records of a place; a SQLite file is made if it is not there.
    pub async fn open(place: Place, chance: Chance) -> Result<Self, StoreError> {
        let pools = match &place {
            Place::Sqlite(path) => {
                let options = SqliteConnectOptions::new()
                    .filename(path)
                    .create_if_missing(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    // A commit that was told to somebody is on the disk.
                    .synchronous(SqliteSynchronous::Full)
                    .foreign_keys(true)
                    .busy_timeout(PATIENCE)
                    .pragma("cache_size", "-32768")
                    .statement_cache_capacity(512);
                let opening = || format!("open {}", path.display());
                let write = PoolOptions::new().max_connections(1).acquire_timeout(PATIENCE);
                let write = write.connect_with(options.clone()).await.doing(opening())?;
                let read = PoolOptions::new().max_connections(8).acquire_timeout(PATIENCE);
                let read = read.connect_with(options.pragma("query_only", "on")).await.doing(opening())?;
                Pools::Sqlite { read, write }
            }
            Place::Postgres(address) => {
                let opening = || format!("open {place:?}");
                let options: PgConnectOptions = address.parse().doing(opening())?;
                let options = options.statement_cache_capacity(512);
                let pool = PoolOptions::new().max_connections(16).acquire_timeout(PATIENCE);
                Pools::Postgres(pool.connect_with(options).await.doing(opening())?)
            }
        };
        Ok(Self { pools, place: Arc::new(place), chance })
    }

    pub fn place(&self) -> &Place {
        &self.place
    }

    pub fn chance(&self) -> &Chance {
        &self.chance
    }

    /// Something nobody guesses, for links that are mailed.
    pub fn secret(&self) -> String {
        self.chance.secret()
    }

    /// Makes a schema of PostgreSQL, for those who share a database; SQLite has a file for each.
    pub async fn make_schema(&self, schema: &str) -> Result<(), StoreError> {
        match &self.pools {
            Pools::Sqlite { .. } => Ok(()),
            Pools::Postgres(pool) => {
                let name: String =
                    schema.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '_').collect();
                let sql = statement(format!("create schema if not exists {name}"));
                sqlx::query(sql).execute(pool).await.doing("make a schema").map(drop)
            }
        }
    }

    /// Waits until all handles have given their connections back.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

impl FromStr for Place {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, StoreError> {
        match text.split_once("://") {
            Some(("postgres" | "postgresql", _)) => Ok(Self::Postgres(text.to_owned())),
            Some(_) => Err(StoreError::NoPlace { place: text.to_owned() }),
            None if text.is_empty() => Err(StoreError::NoPlace { place: text.to_owned() }),
            None => Ok(Self::Sqlite(PathBuf::from(text))),
        }
    }
}

/// Without the password: places stand in logs.
impl fmt::Debug for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(out, "{}", path.display()),
            Self::Postgres(address) => match address.rsplit_once('@') {
                Some((_, machine)) => write!(out, "postgres://{machine}"),
                None => out.write_str(address),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn a_place_is_a_file_or_a_server_and_is_told_without_its_password() {
        assert_eq!("data/tereze.db".parse::<Place>().unwrap(), Place::Sqlite("data/tereze.db".into()));
        let server: Place = "postgres://tereze:secret@db.example/film".parse().unwrap();
        assert_eq!(format!("{server:?}"), "postgres://db.example/film");
        assert!("mysql://db".parse::<Place>().is_err() && "".parse::<Place>().is_err());
    }
}
