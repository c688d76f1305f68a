use kernel::Id;
use store::{Change, Query, Row, StoreError, values};

use super::accounts::unreadable;
use crate::book::Merge;

pub(crate) async fn insert_merge(change: &Change, merge: &Merge) -> Result<(), StoreError> {
    let unwritable = |_| unreadable("before");
    change
        .run(
            "insert into party_merge (id, kept_id, gone_id, before, after, made_at, undone_at) \
             values ($1, $2, $3, $4, $5, $6, '')",
            values![
                merge.id,
                merge.kept,
                merge.gone,
                serde_json::to_string(&merge.before).map_err(unwritable)?,
                serde_json::to_string(&merge.after).map_err(unwritable)?,
                change.moment()
            ],
        )
        .await
        .map(drop)
}

pub(crate) async fn find_merge(db: &impl Query, id: Id) -> Result<Option<Merge>, StoreError> {
    let row = db
        .row(
            "select id, kept_id, gone_id, before, after, made_at from party_merge where id = $1 and undone_at = '' \
             and before <> ''",
            values![id],
        )
        .await?;
    row.as_ref().map(merge_of).transpose()
}

/// Merges into a record that can still be undone, the latest first.
pub(crate) async fn list_merges_into(db: &impl Query, kept: Id) -> Result<Vec<Merge>, StoreError> {
    let rows = db
        .rows(
            "select id, kept_id, gone_id, before, after, made_at from party_merge \
             where kept_id = $1 and undone_at = '' and before <> '' order by id desc",
            values![kept],
        )
        .await?;
    rows.iter().map(merge_of).collect()
}

pub(crate) async fn set_undone(change: &Change, id: Id) -> Result<bool, StoreError> {
    let undone = change
        .run("update party_merge set undone_at = $2 where id = $1 and undone_at = ''", values![id, change.moment()])
        .await?;
    Ok(undone == 1)
}

/// Forgets what the records were before they became one, of a record or of all before a moment.
pub(crate) async fn blank_merges_of(change: &Change, party: Id) -> Result<u64, StoreError> {
    change
        .run(
            "update party_merge set before = '', after = '' where (kept_id = $1 or gone_id = $1) and before <> ''",
            values![party],
        )
        .await
}

pub(crate) async fn blank_merges_before(change: &Change, moment: jiff::Timestamp) -> Result<u64, StoreError> {
    change
        .run("update party_merge set before = '', after = '' where made_at < $1 and before <> ''", values![moment])
        .await
}

pub(crate) async fn list_gone_into(db: &impl Query, kept: Id) -> Result<Vec<Id>, StoreError> {
    let rows = db.rows("select id from party_alias where party_id = $1 order by id", values![kept]).await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// The record that an old id leads to now; the aliases of one that goes away follow it, so one step is enough.
pub(crate) async fn find_alias(db: &impl Query, old: Id) -> Result<Option<Id>, StoreError> {
    let row = db.row("select party_id from party_alias where id = $1", values![old]).await?;
    row.map(|row| row.get("party_id")).transpose()
}

pub(crate) async fn insert_alias(change: &Change, old: Id, now: Id) -> Result<(), StoreError> {
    change.run("insert into party_alias (id, party_id) values ($1, $2)", values![old, now]).await.map(drop)
}

pub(crate) async fn set_alias(change: &Change, old: Id, now: Id) -> Result<(), StoreError> {
    change.run("update party_alias set party_id = $2 where id = $1", values![old, now]).await.map(drop)
}

pub(crate) async fn delete_alias(change: &Change, old: Id) -> Result<(), StoreError> {
    change.run("delete from party_alias where id = $1", values![old]).await.map(drop)
}

fn merge_of(row: &Row) -> Result<Merge, StoreError> {
    let (before, after): (String, String) = (row.get("before")?, row.get("after")?);
    Ok(Merge {
        id: row.get("id")?,
        kept: row.get("kept_id")?,
        gone: row.get("gone_id")?,
        before: serde_json::from_str(&before).map_err(|_| unreadable("before"))?,
        after: serde_json::from_str(&after).map_err(|_| unreadable("after"))?,
        made_at: row.get("made_at")?,
    })
}
