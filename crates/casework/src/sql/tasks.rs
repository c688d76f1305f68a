use jiff::Timestamp;
use kernel::{Day, Id};
use store::{Change, Query, Row, StoreError, values};

use super::perhaps;

/// Something that somebody has to do by a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TaskRow {
    pub(crate) id: Id,
    pub(crate) title: String,
    pub(crate) owner: Option<Id>,
    pub(crate) due_on: Option<Day>,
    pub(crate) done_at: Option<Timestamp>,
    /// The case it belongs to.
    pub(crate) reference: String,
}

pub(crate) async fn insert_task(
    change: &Change,
    case_id: Id,
    title: &str,
    owner: Option<Id>,
    due_on: Option<Day>,
) -> Result<(), StoreError> {
    change
        .run(
            "insert into case_task (id, case_id, title, owner, due_on, done_at, made_at, made_by) \
             values ($1, $2, $3, $4, $5, '', $6, $7)",
            values![
                change.fresh_id(),
                case_id,
                title,
                crate::record::text_of(owner.as_ref()),
                crate::record::text_of(due_on.as_ref()),
                change.moment(),
                &change.by().actor,
            ],
        )
        .await
        .map(drop)
}

pub(crate) async fn list_tasks(db: &impl Query, case_id: Id) -> Result<Vec<TaskRow>, StoreError> {
    let rows = db
        .rows(
            "select t.id, t.title, t.owner, t.due_on, t.done_at, c.reference from case_task t \
             join case_record c on c.id = t.case_id where t.case_id = $1 order by t.done_at, t.due_on, t.id",
            values![case_id],
        )
        .await?;
    rows.iter().map(task_of).collect()
}

/// What somebody still has to do up to a day, tasks without a day among them.
pub(crate) async fn list_tasks_of(
    db: &impl Query,
    owner: Id,
    until: Day,
    limit: i64,
) -> Result<Vec<TaskRow>, StoreError> {
    let rows = db
        .rows(
            "select t.id, t.title, t.owner, t.due_on, t.done_at, c.reference from case_task t \
             join case_record c on c.id = t.case_id where t.owner = $1 and t.done_at = '' and t.due_on <= $2 \
             order by t.due_on, t.id limit $3",
            values![owner, until, limit],
        )
        .await?;
    rows.iter().map(task_of).collect()
}

pub(crate) async fn find_task(db: &impl Query, case_id: Id, id: Id) -> Result<Option<TaskRow>, StoreError> {
    let row = db
        .row(
            "select t.id, t.title, t.owner, t.due_on, t.done_at, c.reference from case_task t \
             join case_record c on c.id = t.case_id where t.case_id = $1 and t.id = $2",
            values![case_id, id],
        )
        .await?;
    row.as_ref().map(task_of).transpose()
}

pub(crate) async fn set_task_done(change: &Change, id: Id, done: bool) -> Result<(), StoreError> {
    let done_at = done.then(|| change.moment());
    change
        .run("update case_task set done_at = $2 where id = $1", values![id, crate::record::moment_text(done_at)])
        .await
        .map(drop)
}

fn task_of(row: &Row) -> Result<TaskRow, StoreError> {
    Ok(TaskRow {
        id: row.get("id")?,
        title: row.get("title")?,
        owner: perhaps(row, "owner")?,
        due_on: perhaps(row, "due_on")?,
        done_at: perhaps(row, "done_at")?,
        reference: row.get("reference")?,
    })
}
