use jiff::Timestamp;
use kernel::Id;
use serde_json::Value as Json;
use store::{Change, Entry, Query, StoreError};

use crate::sql;

/// Something to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// `mail.send`: who does it is in the [`Registry`](crate::Registry).
    pub kind: &'static str,
    /// Ids rather than contents: what is true is asked when it runs.
    pub args: Json,
    /// Not before.
    pub run_at: Timestamp,
    /// While a job of this kind and key waits, another is not added.
    pub key: Option<String>,
}

/// A job that nobody tries any more, until somebody says so.
#[derive(Debug, Clone, PartialEq)]
pub struct GivenUp {
    pub id: Id,
    pub kind: String,
    pub args: Json,
    pub attempts: i64,
    pub failure: String,
    pub made_at: Timestamp,
    pub ended_at: Timestamp,
}

/// Adds a job in the change that needs it. Answers whether it was added: one of its key may be waiting already.
pub async fn enqueue(change: &Change, job: Job) -> Result<bool, StoreError> {
    Ok(sql::insert_job(change, change.fresh_id(), &job).await? == 1)
}

/// Latest first, for the office.
pub async fn list_given_up(db: &impl Query, most: i64) -> Result<Vec<GivenUp>, StoreError> {
    sql::list_given_up(db, most).await
}

pub async fn count_given_up(db: &impl Query) -> Result<i64, StoreError> {
    sql::count_given_up(db).await
}

/// What has not been done yet, due or not.
pub async fn count_waiting(db: &impl Query) -> Result<i64, StoreError> {
    sql::count_waiting(db).await
}

/// Gives a job that was given up another chance, as if it were new. Answers false if it was not given up.
pub async fn try_again(change: &Change, id: Id) -> Result<bool, StoreError> {
    let found = sql::set_tried_again(change, id, change.moment()).await? == 1;
    if found {
        change.record(Entry::new("job", id, "tried again")).await;
    }
    Ok(found)
}

/// Takes a job that was given up off the office's list. Answers false if it was not given up.
pub async fn dismiss(change: &Change, id: Id) -> Result<bool, StoreError> {
    let found = sql::set_dismissed(change, id).await? == 1;
    if found {
        change.record(Entry::new("job", id, "dismissed")).await;
    }
    Ok(found)
}
