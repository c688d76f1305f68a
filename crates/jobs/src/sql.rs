use jiff::Timestamp;
use kernel::Id;
use store::{Change, Query, Row, StoreError, values};

use crate::{GivenUp, Job};

/// A job that is this worker's for a while.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Leased {
    pub(crate) id: Id,
    pub(crate) kind: String,
    pub(crate) args: String,
    /// Also the proof of the lease: whoever leases it after us counts on.
    pub(crate) attempt: u32,
}

pub(crate) async fn insert_job(change: &Change, id: Id, job: &Job) -> Result<u64, StoreError> {
    let sql = "insert into job (id, kind, args, unique_key, state, run_at, attempts, failure, made_at) \
               values ($1, $2, $3, $4, 'waiting', $5, 0, '', $6) on conflict do nothing";
    let values = values![id, job.kind, job.args.to_string(), job.key.clone(), job.run_at, change.moment()];
    change.run(sql, values).await
}

pub(crate) async fn list_due(db: &impl Query, now: Timestamp, most: i64) -> Result<Vec<(Id, String)>, StoreError> {
    let sql = "select id, kind from job \
               where (state = 'waiting' and run_at <= $1) or (state = 'running' and leased_until < $1) \
               order by run_at, id limit $2";
    db.rows(sql, values![now, most]).await?.iter().map(|row| Ok((row.get("id")?, row.get("kind")?))).collect()
}

/// Nothing if another worker was faster.
pub(crate) async fn set_leased(
    change: &Change,
    id: Id,
    now: Timestamp,
    until: Timestamp,
) -> Result<Option<Leased>, StoreError> {
    let sql = "update job set state = 'running', leased_until = $3, attempts = attempts + 1 \
               where id = $1 and ((state = 'waiting' and run_at <= $2) or (state = 'running' and leased_until < $2)) \
               returning id, kind, args, attempts";
    change.row(sql, values![id, now, until]).await?.as_ref().map(leased).transpose()
}

pub(crate) async fn set_done(change: &Change, leased: &Leased, now: Timestamp) -> Result<u64, StoreError> {
    let sql = "update job set state = 'done', leased_until = null, failure = '', ended_at = $3 \
               where id = $1 and attempts = $2 and state = 'running'";
    change.run(sql, values![leased.id, i64::from(leased.attempt), now]).await
}

/// If another job of its key has come to wait meanwhile, this one waits without a key.
pub(crate) async fn set_waiting_again(
    change: &Change,
    leased: &Leased,
    run_at: Timestamp,
    failure: &str,
) -> Result<u64, StoreError> {
    let sql = "update job set state = 'waiting', leased_until = null, run_at = $3, failure = $4, \
               unique_key = case when exists (select 1 from job other where other.state = 'waiting' \
               and other.kind = job.kind and other.unique_key = job.unique_key) then null else unique_key end \
               where id = $1 and attempts = $2 and state = 'running'";
    change.run(sql, values![leased.id, i64::from(leased.attempt), run_at, failure]).await
}

pub(crate) async fn set_given_up(
    change: &Change,
    leased: &Leased,
    now: Timestamp,
    failure: &str,
) -> Result<u64, StoreError> {
    let sql = "update job set state = 'given up', leased_until = null, failure = $4, ended_at = $3 \
               where id = $1 and attempts = $2 and state = 'running'";
    change.run(sql, values![leased.id, i64::from(leased.attempt), now, failure]).await
}

pub(crate) async fn set_tried_again(change: &Change, id: Id, now: Timestamp) -> Result<u64, StoreError> {
    let sql = "update job set state = 'waiting', run_at = $2, attempts = 0, unique_key = null, ended_at = null \
               where id = $1 and state = 'given up'";
    change.run(sql, values![id, now]).await
}

pub(crate) async fn set_dismissed(change: &Change, id: Id) -> Result<u64, StoreError> {
    let sql = "update job set state = 'dismissed' where id = $1 and state = 'given up'";
    change.run(sql, values![id]).await
}

pub(crate) async fn list_given_up(db: &impl Query, most: i64) -> Result<Vec<GivenUp>, StoreError> {
    let sql = "select id, kind, args, attempts, failure, made_at, ended_at from job \
               where state = 'given up' order by ended_at desc, id desc limit $1";
    db.rows(sql, values![most]).await?.iter().map(given_up).collect()
}

pub(crate) async fn count_given_up(db: &impl Query) -> Result<i64, StoreError> {
    let sql = "select count(*) as number from job where state = 'given up'";
    db.number(sql, values![]).await
}

pub(crate) async fn count_waiting(db: &impl Query) -> Result<i64, StoreError> {
    let sql = "select count(*) as number from job where state in ('waiting', 'running')";
    db.number(sql, values![]).await
}

pub(crate) async fn delete_done(change: &Change, before: Timestamp) -> Result<u64, StoreError> {
    let sql = "delete from job where state in ('done', 'dismissed') and ended_at < $1";
    change.run(sql, values![before]).await
}

pub(crate) async fn find_ran_for(db: &impl Query, kind: &str) -> Result<Option<Timestamp>, StoreError> {
    let sql = "select ran_for from job_schedule where kind = $1";
    db.row(sql, values![kind]).await?.map(|row| row.get("ran_for")).transpose()
}

pub(crate) async fn set_ran_for(change: &Change, kind: &str, ran_for: Timestamp) -> Result<u64, StoreError> {
    let sql = "insert into job_schedule (kind, ran_for) values ($1, $2) \
               on conflict (kind) do update set ran_for = excluded.ran_for where job_schedule.ran_for < excluded.ran_for";
    change.run(sql, values![kind, ran_for]).await
}

fn leased(row: &Row) -> Result<Leased, StoreError> {
    let attempts: i64 = row.get("attempts")?;
    let attempt = u32::try_from(attempts).unwrap_or(u32::MAX);
    Ok(Leased { id: row.get("id")?, kind: row.get("kind")?, args: row.get("args")?, attempt })
}

fn given_up(row: &Row) -> Result<GivenUp, StoreError> {
    let args: String = row.get("args")?;
    Ok(GivenUp {
        id: row.get("id")?,
        kind: row.get("kind")?,
        args: serde_json::from_str(&args).unwrap_or_default(),
        attempts: row.get("attempts")?,
        failure: row.get("failure")?,
        made_at: row.get("made_at")?,
        ended_at: row.get("ended_at")?,
    })
}
