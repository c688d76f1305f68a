use jiff::Timestamp;
use kernel::{Actor, Id};
use sqlx::{PgTransaction, SqliteTransaction};
use tokio::sync::Mutex;

use crate::audit::{self, Entry};
use crate::connect::Pools;
use crate::error::Doing;
use crate::query::{first_words, for_postgres, for_sqlite, postgres_rows, sqlite_rows, statement};
use crate::{Chance, Query, Row, Store, StoreError, Value, values};

/// Who changes something, when, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct By {
    pub actor: Actor,
    pub moment: Timestamp,
    /// A word such as `case.assign`, or what somebody gave as the reason.
    pub reason: String,
}

/// A write transaction. All of it happens at [`Change::commit`], or nothing does.
pub struct Change {
    open: Mutex<Open>,
    entries: Mutex<Vec<Entry>>,
    by: By,
    needs_entry: bool,
    chance: Chance,
}

enum Open {
    Sqlite(SqliteTransaction<'static>),
    Postgres(PgTransaction<'static>),
}

impl Store {
    /// Begins a change; it waits until the one before it has ended.
    pub async fn change(&self, by: By) -> Result<Change, StoreError> {
        let change = self.begin(by, true).await?;
        // On PostgreSQL the head of the chain is the turn; SQLite has one writer anyway.
        if let Open::Postgres(transaction) = &mut *change.open.lock().await {
            sqlx::query("select position from audit_head where id = 1 for update")
                .execute(&mut **transaction)
                .await
                .doing("wait for a turn to change something")?;
        }
        Ok(change)
    }

    /// Begins a write that nobody has to answer for.
    pub async fn upkeep(&self, moment: Timestamp) -> Result<Change, StoreError> {
        self.begin(By { actor: Actor::program("upkeep"), moment, reason: "upkeep".to_owned() }, false).await
    }

    async fn begin(&self, by: By, needs_entry: bool) -> Result<Change, StoreError> {
        let doing = || format!("begin `{}`", by.reason);
        let open = match &self.pools {
            Pools::Sqlite { write, .. } => Open::Sqlite(write.begin_with("begin immediate").await.doing(doing())?),
            Pools::Postgres(pool) => Open::Postgres(pool.begin().await.doing(doing())?),
        };
        let chance = self.chance().clone();
        Ok(Change { open: Mutex::new(open), entries: Mutex::default(), by, needs_entry, chance })
    }
}

impl Change {
    pub fn by(&self) -> &By {
        &self.by
    }

    pub fn moment(&self) -> Timestamp {
        self.by.moment
    }

    /// The name of a record that is about to be made.
    pub fn fresh_id(&self) -> Id {
        Id::new(self.by.moment.as_millisecond().try_into().unwrap_or(0), self.chance.number())
    }

    /// Writes; answers how many rows were touched.
    pub async fn run(&self, sql: &'static str, values: Vec<Value>) -> Result<u64, StoreError> {
        match &mut *self.open.lock().await {
            Open::Sqlite(transaction) => {
                let done = for_sqlite(sqlx::query(sql), values).execute(&mut **transaction).await;
                done.doing(first_words(sql)).map(|done| done.rows_affected())
            }
            Open::Postgres(transaction) => {
                let done = for_postgres(sqlx::query(sql), values).execute(&mut **transaction).await;
                done.doing(first_words(sql)).map(|done| done.rows_affected())
            }
        }
    }

    /// As [`Change::run`], for a statement that this crate has made from names of its own schema.
    pub(crate) async fn run_made(&self, table: &str, sql: String, values: Vec<Value>) -> Result<u64, StoreError> {
        let doing = format!("change table {table}");
        match &mut *self.open.lock().await {
            Open::Sqlite(transaction) => {
                let done = for_sqlite(sqlx::query(statement(sql)), values).execute(&mut **transaction).await;
                done.doing(doing).map(|done| done.rows_affected())
            }
            Open::Postgres(transaction) => {
                let done = for_postgres(sqlx::query(statement(sql)), values).execute(&mut **transaction).await;
                done.doing(doing).map(|done| done.rows_affected())
            }
        }
    }

    /// Says what this change does, for the chain. The entry is written at the commit.
    pub async fn record(&self, entry: Entry) {
        self.entries.lock().await.push(entry);
    }

    /// The next of numbers that have no gaps: if the change does not commit, the number is not used.
    pub async fn next_number(&self, counter: &str) -> Result<i64, StoreError> {
        self.number(
            "insert into counter (name, value) values ($1, 1) \
             on conflict (name) do update set value = counter.value + 1 returning value",
            values![counter],
        )
        .await
    }

    /// Marks a form as sent. If it was sent before, this gives what was answered then, and nothing is to be done.
    /// A form without a key is always new.
    pub async fn once(&self, key: &str, answer: &str) -> Result<Option<String>, StoreError> {
        if key.is_empty() {
            return Ok(None);
        }
        let key = crate::fingerprint(key);
        let earlier = self.row("select answer from sent_form where id = $1", values![&key]).await?;
        if let Some(earlier) = earlier {
            return earlier.get("answer").map(Some);
        }
        self.run(
            "insert into sent_form (id, answer, sent_at) values ($1, $2, $3)",
            values![&key, answer, self.by.moment],
        )
        .await?;
        Ok(None)
    }

    /// Makes all of it true.
    pub async fn commit(self) -> Result<(), StoreError> {
        let entries = std::mem::take(&mut *self.entries.lock().await);
        if self.needs_entry && entries.is_empty() {
            return Err(StoreError::Unrecorded { actor: self.by.actor.to_string(), reason: self.by.reason });
        }
        audit::append(&self, &entries).await?;
        match self.open.into_inner() {
            Open::Sqlite(transaction) => transaction.commit().await.doing("commit"),
            Open::Postgres(transaction) => transaction.commit().await.doing("commit"),
        }
    }
}

impl Query for Change {
    async fn rows(&self, sql: &'static str, values: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        match &mut *self.open.lock().await {
            Open::Sqlite(transaction) => sqlite_rows(transaction, sql, values).await,
            Open::Postgres(transaction) => postgres_rows(transaction, sql, values).await,
        }
    }
}
