use kernel::Id;
use store::{Change, Query, Row, StoreError, values};

use super::first;

/// A filter with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SavedView {
    pub(crate) id: Id,
    pub(crate) owner: Id,
    pub(crate) name: String,
    pub(crate) query: String,
    pub(crate) is_shared: bool,
    pub(crate) is_pinned: bool,
}

pub(crate) async fn insert_view(change: &Change, view: &SavedView) -> Result<(), StoreError> {
    change
        .run(
            "insert into case_view (id, owner, name, query, is_shared, is_pinned, made_at) \
             values ($1, $2, $3, $4, $5, $6, $7)",
            values![view.id, view.owner, &view.name, &view.query, view.is_shared, view.is_pinned, change.moment(),],
        )
        .await
        .map(drop)
}

/// Somebody's own views and those that are shared, pinned ones first.
pub(crate) async fn list_views(db: &impl Query, account: Id) -> Result<Vec<SavedView>, StoreError> {
    let rows = db
        .rows(
            "select id, owner, name, query, is_shared, is_pinned from case_view where owner = $1 or is_shared = 1 \
             order by is_pinned desc, name, id limit 200",
            values![account],
        )
        .await?;
    rows.iter().map(view_of).collect()
}

/// A view, if this person may see it.
pub(crate) async fn find_view(db: &impl Query, account: Id, id: Id) -> Result<Option<SavedView>, StoreError> {
    let row = db
        .row(
            "select id, owner, name, query, is_shared, is_pinned from case_view \
             where id = $2 and (owner = $1 or is_shared = 1)",
            values![account, id],
        )
        .await?;
    row.as_ref().map(view_of).transpose()
}

/// Only its owner takes a view away.
pub(crate) async fn delete_view(change: &Change, account: Id, id: Id) -> Result<u64, StoreError> {
    change.run("delete from case_view where id = $2 and owner = $1", values![account, id]).await
}

/// Puts a new secret in the place of the old one; `view_id` is empty for all that is somebody's.
pub(crate) async fn set_feed(change: &Change, account: Id, view_id: &str, fingerprint: &str) -> Result<(), StoreError> {
    change.run("delete from case_feed where account = $1 and view_id = $2", values![account, view_id]).await?;
    change
        .run(
            "insert into case_feed (id, account, view_id, made_at) values ($1, $2, $3, $4)",
            values![fingerprint, account, view_id, change.moment()],
        )
        .await
        .map(drop)
}

/// Whose calendar a secret opens, and which view.
pub(crate) async fn find_feed(db: &impl Query, fingerprint: &str) -> Result<Option<(Id, Option<Id>)>, StoreError> {
    let row = db.row("select account, view_id from case_feed where id = $1", values![fingerprint]).await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some((row.get("account")?, super::perhaps(&row, "view_id")?)))
}

pub(crate) async fn find_shortcuts_off(db: &impl Query, account: Id) -> Result<bool, StoreError> {
    let rows = db.rows("select is_off from case_shortcut where account = $1", values![account]).await?;
    Ok(first(&rows, "is_off")?.unwrap_or(false))
}

pub(crate) async fn set_shortcuts_off(change: &Change, account: Id, is_off: bool) -> Result<(), StoreError> {
    change
        .run(
            "insert into case_shortcut (account, is_off) values ($1, $2) \
             on conflict (account) do update set is_off = $2",
            values![account, is_off],
        )
        .await
        .map(drop)
}

fn view_of(row: &Row) -> Result<SavedView, StoreError> {
    Ok(SavedView {
        id: row.get("id")?,
        owner: row.get("owner")?,
        name: row.get("name")?,
        query: row.get("query")?,
        is_shared: row.get("is_shared")?,
        is_pinned: row.get("is_pinned")?,
    })
}
