use jiff::Timestamp;
use kernel::{Actor, Id};
use store::{Change, Query, Row, StoreError, values};

use super::{perhaps, unreadable};
use crate::record::EntryKind;

/// Something that happened on a case, about to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NewEntry {
    pub(crate) kind: EntryKind,
    /// A word such as `moved`; its sentence is in the words files.
    pub(crate) deed: &'static str,
    pub(crate) field: &'static str,
    pub(crate) before: String,
    pub(crate) after: String,
    pub(crate) reason: String,
    pub(crate) refers: Option<Id>,
    pub(crate) operation: Option<Id>,
}

/// Something that happened, with the words it refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TimelineEntry {
    pub(crate) position: i64,
    pub(crate) kind: EntryKind,
    pub(crate) moment: Timestamp,
    pub(crate) actor: Actor,
    pub(crate) deed: String,
    pub(crate) field: String,
    pub(crate) before: String,
    pub(crate) after: String,
    pub(crate) reason: String,
    pub(crate) refers: Option<Id>,
    pub(crate) operation: Option<Id>,
    pub(crate) operation_kind: String,
    pub(crate) is_undone: bool,
    pub(crate) note: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) message_name: Option<String>,
    pub(crate) direction: Option<String>,
    pub(crate) leaves_at: Option<Timestamp>,
    pub(crate) is_taken_back: bool,
}

impl NewEntry {
    pub(crate) fn new(kind: EntryKind, deed: &'static str) -> Self {
        let none = String::new;
        Self { kind, deed, field: "", before: none(), after: none(), reason: none(), refers: None, operation: None }
    }
}

pub(crate) async fn insert_entry(change: &Change, case_id: Id, entry: &NewEntry) -> Result<(), StoreError> {
    change
        .run(
            "insert into case_entry (case_id, position, kind, moment, actor, deed, field, before, after, reason, \
             refers, operation) select $1, coalesce(max(position), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 \
             from case_entry where case_id = $1",
            values![
                case_id,
                entry.kind.name(),
                change.moment(),
                &change.by().actor,
                entry.deed,
                entry.field,
                &entry.before,
                &entry.after,
                &entry.reason,
                crate::record::text_of(entry.refers.as_ref()),
                crate::record::text_of(entry.operation.as_ref()),
            ],
        )
        .await
        .map(drop)
}

/// A page of the timeline, the newest first; `kind` is one kind or all.
pub(crate) async fn list_entries(
    db: &impl Query,
    case_id: Id,
    kind: Option<EntryKind>,
    before: i64,
    limit: i64,
) -> Result<Vec<TimelineEntry>, StoreError> {
    let rows = match kind {
        None => {
            db.rows(
                "select e.position, e.kind, e.moment, e.actor, e.deed, e.field, e.before, e.after, e.reason, e.refers, \
                 e.operation, coalesce(o.undone_at, '') as undone_at, coalesce(o.kind, '') as operation_kind, n.body as note, m.body as message, \
                 m.name as message_name, m.direction, m.leaves_at, coalesce(m.taken_back_at, '') as taken_back_at \
                 from case_entry e left join case_note n on n.id = e.refers \
                 left join case_message m on m.id = e.refers left join case_operation o on o.id = e.operation \
                 where e.case_id = $1 and e.position < $2 order by e.position desc limit $3",
                values![case_id, before, limit],
            )
            .await?
        }
        Some(kind) => {
            db.rows(
                "select e.position, e.kind, e.moment, e.actor, e.deed, e.field, e.before, e.after, e.reason, e.refers, \
                 e.operation, coalesce(o.undone_at, '') as undone_at, coalesce(o.kind, '') as operation_kind, n.body as note, m.body as message, \
                 m.name as message_name, m.direction, m.leaves_at, coalesce(m.taken_back_at, '') as taken_back_at \
                 from case_entry e left join case_note n on n.id = e.refers \
                 left join case_message m on m.id = e.refers left join case_operation o on o.id = e.operation \
                 where e.case_id = $1 and e.kind = $4 and e.position < $2 order by e.position desc limit $3",
                values![case_id, before, limit, kind.name()],
            )
            .await?
        }
    };
    rows.iter().map(entry_of).collect()
}

fn entry_of(row: &Row) -> Result<TimelineEntry, StoreError> {
    let kind: String = row.get("kind")?;
    let (undone_at, taken_back_at): (String, String) = (row.get("undone_at")?, row.get("taken_back_at")?);
    Ok(TimelineEntry {
        position: row.get("position")?,
        kind: EntryKind::from_name(&kind).ok_or_else(|| unreadable::<EntryKind>("kind"))?,
        moment: row.get("moment")?,
        actor: row.get("actor")?,
        deed: row.get("deed")?,
        field: row.get("field")?,
        before: row.get("before")?,
        after: row.get("after")?,
        reason: row.get("reason")?,
        refers: perhaps(row, "refers")?,
        operation: perhaps(row, "operation")?,
        operation_kind: row.get("operation_kind")?,
        is_undone: !undone_at.is_empty(),
        note: row.get("note")?,
        message: row.get("message")?,
        message_name: row.get("message_name")?,
        direction: row.get("direction")?,
        leaves_at: row.get("leaves_at")?,
        is_taken_back: !taken_back_at.is_empty(),
    })
}
