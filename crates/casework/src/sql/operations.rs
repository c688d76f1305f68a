use jiff::Timestamp;
use kernel::{Actor, Id};
use store::{Change, Query, Row, StoreError, values};

use super::perhaps;

/// An act of an officer on one case or many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OperationRow {
    pub(crate) id: Id,
    pub(crate) kind: String,
    pub(crate) argument: String,
    pub(crate) actor: Actor,
    pub(crate) moment: Timestamp,
    pub(crate) changed: i64,
    pub(crate) skipped: i64,
    pub(crate) undone_at: Option<Timestamp>,
}

/// What it did to one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OperationCase {
    pub(crate) case_id: Id,
    pub(crate) reference: String,
    /// `done`, or the name of what stood in the way.
    pub(crate) result: String,
    pub(crate) before: String,
    pub(crate) after: String,
}

pub(crate) async fn insert_operation(change: &Change, operation: &OperationRow) -> Result<(), StoreError> {
    change
        .run(
            "insert into case_operation (id, kind, argument, actor, moment, changed, skipped, undone_at, undone_by) \
             values ($1, $2, $3, $4, $5, $6, $7, '', '')",
            values![
                operation.id,
                &operation.kind,
                &operation.argument,
                &operation.actor,
                operation.moment,
                operation.changed,
                operation.skipped,
            ],
        )
        .await
        .map(drop)
}

pub(crate) async fn insert_operation_case(
    change: &Change,
    operation: Id,
    case: &OperationCase,
) -> Result<(), StoreError> {
    change
        .run(
            "insert into case_operation_row (operation_id, case_id, reference, result, before, after) \
             values ($1, $2, $3, $4, $5, $6)",
            values![operation, case.case_id, &case.reference, &case.result, &case.before, &case.after],
        )
        .await
        .map(drop)
}

pub(crate) async fn find_operation(db: &impl Query, id: Id) -> Result<Option<OperationRow>, StoreError> {
    let row = db
        .row(
            "select id, kind, argument, actor, moment, changed, skipped, undone_at from case_operation where id = $1",
            values![id],
        )
        .await?;
    let read = |row: &Row| {
        Ok(OperationRow {
            id: row.get("id")?,
            kind: row.get("kind")?,
            argument: row.get("argument")?,
            actor: row.get("actor")?,
            moment: row.get("moment")?,
            changed: row.get("changed")?,
            skipped: row.get("skipped")?,
            undone_at: perhaps(row, "undone_at")?,
        })
    };
    row.as_ref().map(read).transpose()
}

pub(crate) async fn list_operation_cases(db: &impl Query, id: Id) -> Result<Vec<OperationCase>, StoreError> {
    let rows = db
        .rows(
            "select case_id, reference, result, before, after from case_operation_row where operation_id = $1 \
             order by reference",
            values![id],
        )
        .await?;
    let read = |row: &Row| {
        Ok(OperationCase {
            case_id: row.get("case_id")?,
            reference: row.get("reference")?,
            result: row.get("result")?,
            before: row.get("before")?,
            after: row.get("after")?,
        })
    };
    rows.iter().map(read).collect()
}

/// Marks an operation as undone; nought if it was already.
pub(crate) async fn set_operation_undone(change: &Change, id: Id) -> Result<u64, StoreError> {
    change
        .run(
            "update case_operation set undone_at = $2, undone_by = $3 where id = $1 and undone_at = ''",
            values![id, change.moment(), &change.by().actor],
        )
        .await
}
