use sha2::{Digest, Sha256};
use sqlx::Row as _;

use crate::chance::hex;
use crate::connect::Pools;
use crate::error::Doing;
use crate::query::statement;
use crate::{Store, StoreError};

/// One step of the schema. Steps are only ever added: a change that an older program cannot live with is made in three
/// (add the new, move over, drop the old), each in its own release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Migration {
    /// The crate that owns the tables.
    pub owner: &'static str,
    /// `0001`, counted within the owner.
    pub name: &'static str,
    /// In the dialect that both databases share; `blob` stands for bytes.
    pub sql: &'static str,
}

/// The store's own tables come first everywhere.
const OWN: Migration = Migration { owner: "store", name: "0001", sql: include_str!("../migrations/0001.sql") };

/// Any number that nothing else on the server uses: two programs that start at once take turns.
const TURN: i64 = 7_463_728_001;

impl Migration {
    /// What the database calls it once it has been taken.
    pub fn step(&self) -> String {
        format!("{}-{}", self.owner, self.name)
    }

    fn hash(&self) -> String {
        hex(&Sha256::digest(self.sql.as_bytes()))
    }

    /// The tables that the step makes, in order.
    pub(crate) fn tables(&self) -> impl Iterator<Item = &'static str> {
        self.sql.lines().filter_map(|line| line.trim().strip_prefix("create table ")?.split([' ', '(']).next())
    }

    /// PostgreSQL calls bytes `bytea`, and sorts text by letters unless it is told to sort by bytes as SQLite does.
    fn for_postgres(&self) -> String {
        let word = |word: &str| match word {
            "text" => "text collate \"C\"".to_owned(),
            "blob" => "bytea".to_owned(),
            other => other.to_owned(),
        };
        let mut lines = Vec::new();
        let mut is_table = false;
        for line in self.sql.lines() {
            is_table |= line.trim_start().starts_with("create table ") || line.trim_start().starts_with("alter table ");
            lines.push(match is_table {
                true => {
                    // The first word of a line is a name: a column may be called `text`.
                    let indent = line.len() - line.trim_start().len();
                    let (margin, content) = line.split_at(indent);
                    let (name, types) = content.split_once(' ').unwrap_or((content, ""));
                    let types = types.split(' ').map(|piece| {
                        let bare = piece.trim_end_matches([',', ';']);
                        format!("{}{}", word(bare), piece.get(bare.len()..).unwrap_or_default())
                    });
                    let types = types.collect::<Vec<_>>().join(" ");
                    format!("{margin}{name} {types}").trim_end().to_owned()
                }
                false => line.to_owned(),
            });
            is_table &= !line.trim_end().ends_with(';');
        }
        lines.join("\n")
    }
}

impl Store {
    /// Takes the steps that are missing, each whole or not at all. A database with steps of a newer program, or with
    /// a step that was changed since, is refused before anything is done.
    pub async fn migrate(&self, steps: &[Migration]) -> Result<Vec<String>, StoreError> {
        let steps: Vec<Migration> = std::iter::once(OWN).chain(steps.iter().copied()).collect();
        let mut taken = Vec::new();
        match &self.pools {
            Pools::Sqlite { write, .. } => {
                let mut turn = write.begin_with("begin immediate").await.doing("begin to migrate")?;
                sqlx::raw_sql(LEDGER).execute(&mut *turn).await.doing("read the schema's steps")?;
                let rows = sqlx::query(TAKEN).fetch_all(&mut *turn).await.doing("read the schema's steps")?;
                let known = rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect::<Result<_, _>>();
                for step in missing(&steps, known.doing("read the schema's steps")?)? {
                    let sql = statement(step.sql.to_owned());
                    sqlx::raw_sql(sql).execute(&mut *turn).await.doing(step.step())?;
                    sqlx::query(TAKE)
                        .bind(step.step())
                        .bind(step.hash())
                        .execute(&mut *turn)
                        .await
                        .doing(step.step())?;
                    taken.push(step.step());
                }
                turn.commit().await.doing("commit the schema")?;
            }
            Pools::Postgres(pool) => {
                let mut turn = pool.begin().await.doing("begin to migrate")?;
                sqlx::query("select pg_advisory_xact_lock($1)")
                    .bind(TURN)
                    .execute(&mut *turn)
                    .await
                    .doing("wait for a turn to migrate")?;
                sqlx::raw_sql(LEDGER).execute(&mut *turn).await.doing("read the schema's steps")?;
                let rows = sqlx::query(TAKEN).fetch_all(&mut *turn).await.doing("read the schema's steps")?;
                let known = rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect::<Result<_, _>>();
                for step in missing(&steps, known.doing("read the schema's steps")?)? {
                    let sql = statement(step.for_postgres());
                    sqlx::raw_sql(sql).execute(&mut *turn).await.doing(step.step())?;
                    sqlx::query(TAKE)
                        .bind(step.step())
                        .bind(step.hash())
                        .execute(&mut *turn)
                        .await
                        .doing(step.step())?;
                    taken.push(step.step());
                }
                turn.commit().await.doing("commit the schema")?;
            }
        }
        Ok(taken)
    }
}

const LEDGER: &str = "create table if not exists migration (name text primary key, hash text not null)";
const TAKEN: &str = "select name, hash from migration";
const TAKE: &str = "insert into migration (name, hash) values ($1, $2)";

/// The store's tables and those of the steps, in the order in which they were made.
pub(crate) fn tables_of(steps: &[Migration]) -> Vec<&'static str> {
    std::iter::once(&OWN).chain(steps).flat_map(Migration::tables).collect()
}

/// The names of the steps that a database with these ones lacks, the store's own among them.
pub(crate) fn steps_missing(steps: &[Migration], known: Vec<(String, String)>) -> Result<Vec<String>, StoreError> {
    let steps: Vec<Migration> = std::iter::once(OWN).chain(steps.iter().copied()).collect();
    Ok(missing(&steps, known)?.iter().map(Migration::step).collect())
}

fn missing(steps: &[Migration], known: Vec<(String, String)>) -> Result<Vec<Migration>, StoreError> {
    for (name, hash) in &known {
        match steps.iter().find(|step| step.step() == *name) {
            None => return Err(StoreError::Newer(name.clone())),
            Some(step) if step.hash() != *hash => return Err(StoreError::ChangedStep(name.clone())),
            Some(_) => {}
        }
    }
    let is_known = |step: &&Migration| known.iter().any(|(name, _)| *name == step.step());
    Ok(steps.iter().filter(|step| !is_known(step)).copied().collect())
}

#[cfg(test)]
mod tests {
    use super::Migration;

    #[test]
    fn postgres_sorts_text_by_bytes_and_has_its_own_word_for_them() {
        let sql = "create table a (\n    id text primary key,\n    face blob not null,\n    text text\n);\ninsert into a values ('text');";
        let step = Migration { owner: "a", name: "0001", sql };
        let expected = "create table a (\n    id text collate \"C\" primary key,\n    face bytea not null,\n    text text collate \"C\"\n);\ninsert into a values ('text');";
        assert_eq!(step.for_postgres(), expected);
        assert_eq!(step.tables().collect::<Vec<_>>(), ["a"]);
    }
}
