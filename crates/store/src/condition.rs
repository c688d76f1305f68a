//! What state a database is in, for those who look after it.

use crate::connect::Pools;
use crate::error::Doing;
use crate::migrate::{steps_missing, tables_of};
use crate::query::statement;
use crate::{Migration, Query, Store, StoreError, values};

impl Store {
    /// The steps that the database has not taken yet; nothing is done. Refused as in [`Store::migrate`].
    pub async fn missing_steps(&self, steps: &[Migration]) -> Result<Vec<String>, StoreError> {
        if self.is_empty().await? {
            return steps_missing(steps, Vec::new());
        }
        let rows = self.rows("select name, hash from migration", values![]).await?;
        let known = rows.iter().map(|row| Ok((row.get("name")?, row.get("hash")?)));
        steps_missing(steps, known.collect::<Result<_, StoreError>>()?)
    }

    /// Whether there is no table at all.
    pub async fn is_empty(&self) -> Result<bool, StoreError> {
        let sql = match &self.pools {
            Pools::Sqlite { .. } => "select count(*) as number from sqlite_master where type = 'table'",
            Pools::Postgres(_) => {
                "select count(*) as number from information_schema.tables where table_schema = current_schema()"
            }
        };
        Ok(self.number(sql, values![]).await? == 0)
    }

    /// What the database finds wrong with itself: nothing, if it is sound. PostgreSQL watches over its own pages.
    pub async fn integrity(&self) -> Result<Vec<String>, StoreError> {
        match &self.pools {
            Pools::Sqlite { .. } => {
                let sql = "select integrity_check as said from pragma_integrity_check";
                let said = self.rows(sql, values![]).await?;
                let said: Vec<String> = said.iter().map(|row| row.get("said")).collect::<Result<_, _>>()?;
                Ok(said.into_iter().filter(|line| line != "ok").collect())
            }
            Pools::Postgres(_) => {
                self.number("select count(*) as number from audit_head", values![]).await.map(|_| Vec::new())
            }
        }
    }

    /// How many bytes the database takes.
    pub async fn size(&self) -> Result<i64, StoreError> {
        let sql = match &self.pools {
            Pools::Sqlite { .. } => {
                "select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()"
            }
            Pools::Postgres(_) => "select pg_database_size(current_database()) as bytes",
        };
        self.number(sql, values![]).await
    }

    /// Takes away the tables of these steps, all of them or none: for a database that was being filled and that nobody
    /// has used yet.
    pub async fn take_away(&self, steps: &[Migration]) -> Result<(), StoreError> {
        let tables = std::iter::once("migration").chain(tables_of(steps));
        let drops: Vec<String> = tables.map(|table| format!("drop table if exists {table}")).collect();
        let sql = statement(drops.join(";\n"));
        let doing = "take the tables away";
        match &self.pools {
            Pools::Sqlite { write, .. } => {
                let mut turn = write.begin_with("begin immediate").await.doing(doing)?;
                sqlx::raw_sql(sql).execute(&mut *turn).await.doing(doing)?;
                turn.commit().await.doing(doing)
            }
            Pools::Postgres(pool) => {
                let mut turn = pool.begin().await.doing(doing)?;
                sqlx::raw_sql(sql).execute(&mut *turn).await.doing(doing)?;
                turn.commit().await.doing(doing)
            }
        }
    }
}
