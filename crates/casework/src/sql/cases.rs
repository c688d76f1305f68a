use kernel::Id;
use store::{Change, Query, Row, StoreError, values};

use super::{perhaps, unreadable};
use crate::Turn;
use crate::record::{Case, Kept, NO_DAY, due_text, moment_text, text_of};

pub(crate) async fn insert_case(change: &Change, case: &Case) -> Result<(), StoreError> {
    change
        .run(
            "insert into case_record (id, reference, kind, title, title_key, state, turn, is_closed, owner, subject, \
             applicant, contact_name, contact_email, language, summary, due_on, opened_at, changed_at, closed_at, \
             search) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
            values![
                case.id,
                &case.reference,
                &case.kind,
                &case.title,
                &case.title_key,
                &case.state,
                case.turn.name(),
                case.is_closed,
                text_of(case.owner.as_ref()),
                &case.subject,
                text_of(case.applicant.as_ref()),
                &case.contact_name,
                &case.contact_email,
                &case.language,
                &case.summary,
                due_text(case.due_on),
                case.opened_at,
                case.changed_at,
                moment_text(case.closed_at),
                &case.search,
            ],
        )
        .await
        .map(drop)
}

pub(crate) async fn find_case(db: &impl Query, id: Id) -> Result<Option<Case>, StoreError> {
    let row = db
        .row(
            "select id, reference, kind, title, title_key, state, turn, is_closed, owner, subject, applicant, \
             contact_name, contact_email, language, summary, due_on, opened_at, changed_at, closed_at, search from case_record where id = $1",
            values![id],
        )
        .await?;
    row.as_ref().map(case_of).transpose()
}

pub(crate) async fn find_case_by_reference(db: &impl Query, reference: &str) -> Result<Option<Case>, StoreError> {
    let row = db
        .row(
            "select id, reference, kind, title, title_key, state, turn, is_closed, owner, subject, applicant, \
             contact_name, contact_email, language, summary, due_on, opened_at, changed_at, closed_at, search from case_record \
             where reference = $1",
            values![reference],
        )
        .await?;
    row.as_ref().map(case_of).transpose()
}

/// What a case is about, and everything on it, the newest first.
pub(crate) async fn list_cases_of_subject(db: &impl Query, subject: &str) -> Result<Vec<Case>, StoreError> {
    let rows = db
        .rows(
            "select id, reference, kind, title, title_key, state, turn, is_closed, owner, subject, applicant, \
             contact_name, contact_email, language, summary, due_on, opened_at, changed_at, closed_at, search from case_record \
             where subject = $1 order by opened_at desc, id desc",
            values![subject],
        )
        .await?;
    rows.iter().map(case_of).collect()
}

pub(crate) async fn list_cases_of_applicant(db: &impl Query, account: Id) -> Result<Vec<Case>, StoreError> {
    let rows = db
        .rows(
            "select id, reference, kind, title, title_key, state, turn, is_closed, owner, subject, applicant, \
             contact_name, contact_email, language, summary, due_on, opened_at, changed_at, closed_at, search from case_record \
             where applicant = $1 order by opened_at desc, id desc",
            values![account],
        )
        .await?;
    rows.iter().map(case_of).collect()
}

/// Writes all of a case that acts can change, but for its clocks.
pub(crate) async fn set_case(change: &Change, id: Id, kept: &Kept) -> Result<(), StoreError> {
    change
        .run(
            "update case_record set title = $2, title_key = $3, search = $4, state = $5, turn = $6, is_closed = $7, \
             owner = $8, summary = $9, due_on = $10, changed_at = $11, closed_at = $12 where id = $1",
            values![
                id,
                &kept.title,
                &kept.title_key,
                &kept.search,
                &kept.state,
                &kept.turn,
                kept.is_closed,
                &kept.owner,
                &kept.summary,
                &kept.due_on,
                &kept.changed_at,
                &kept.closed_at,
            ],
        )
        .await
        .map(drop)
}

/// Something happened on a case that changed none of its own columns.
pub(crate) async fn set_case_touched(change: &Change, id: Id) -> Result<(), StoreError> {
    change.run("update case_record set changed_at = $2 where id = $1", values![id, change.moment()]).await.map(drop)
}

pub(crate) async fn set_case_subject(
    change: &Change,
    id: Id,
    subject: &str,
    applicant: Option<Id>,
) -> Result<(), StoreError> {
    change
        .run(
            "update case_record set subject = $2, applicant = $3 where id = $1",
            values![id, subject, text_of(applicant.as_ref())],
        )
        .await
        .map(drop)
}

pub(super) fn case_of(row: &Row) -> Result<Case, StoreError> {
    let turn: String = row.get("turn")?;
    let due_on: String = row.get("due_on")?;
    Ok(Case {
        id: row.get("id")?,
        reference: row.get("reference")?,
        kind: row.get("kind")?,
        title: row.get("title")?,
        title_key: row.get("title_key")?,
        state: row.get("state")?,
        turn: Turn::from_name(&turn).ok_or_else(|| unreadable::<Turn>("turn"))?,
        is_closed: row.get("is_closed")?,
        owner: perhaps(row, "owner")?,
        subject: row.get("subject")?,
        applicant: perhaps(row, "applicant")?,
        contact_name: row.get("contact_name")?,
        contact_email: row.get("contact_email")?,
        language: row.get("language")?,
        summary: row.get("summary")?,
        due_on: if due_on == NO_DAY { None } else { perhaps(row, "due_on")? },
        opened_at: row.get("opened_at")?,
        changed_at: row.get("changed_at")?,
        closed_at: perhaps(row, "closed_at")?,
        search: row.get("search")?,
    })
}
