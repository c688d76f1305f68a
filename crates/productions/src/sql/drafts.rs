use jiff::Timestamp;
use kernel::Id;
use store::{Change, Query, StoreError, values};

use super::{perhaps, text};
use crate::start::Draft;

pub(crate) async fn insert_draft(change: &Change, draft: &Draft) -> Result<(), StoreError> {
    change
        .run(
            "insert into inquiry_draft (id, answers, language, script_file, script_name, started_at, changed_at, \
             production_id, promised_at, zone) values ($1, $2, $3, '', '', $4, $4, '', '', '')",
            values![&draft.id, draft.answers_text(), &draft.language, change.moment()],
        )
        .await
        .map(drop)
}

pub(crate) async fn find_draft(db: &impl Query, id: &str) -> Result<Option<Draft>, StoreError> {
    let row = db.row("select * from inquiry_draft where id = $1", values![id]).await?;
    let Some(row) = row else { return Ok(None) };
    let answers: String = row.get("answers")?;
    Ok(Some(Draft {
        id: row.get("id")?,
        answers: Draft::answers_of(&answers).ok_or_else(|| super::unreadable("answers"))?,
        language: row.get("language")?,
        script: perhaps(&row, "script_file")?,
        script_name: row.get("script_name")?,
        changed_at: row.get("changed_at")?,
        production: perhaps(&row, "production_id")?,
        promised_at: perhaps(&row, "promised_at")?,
        zone: row.get("zone")?,
    }))
}

pub(crate) async fn set_draft(change: &Change, draft: &Draft) -> Result<(), StoreError> {
    change
        .run(
            "update inquiry_draft set answers = $2, language = $3, script_file = $4, script_name = $5, changed_at = $6 \
             where id = $1 and production_id = ''",
            values![
                &draft.id,
                draft.answers_text(),
                &draft.language,
                text(draft.script),
                &draft.script_name,
                change.moment(),
            ],
        )
        .await
        .map(drop)
}

/// What was sent is in the production now: the draft keeps only what its confirmation page says.
pub(crate) async fn set_draft_sent(
    change: &Change,
    id: &str,
    production: Id,
    promised_at: Timestamp,
    zone: &str,
) -> Result<u64, StoreError> {
    change
        .run(
            "update inquiry_draft set answers = '[]', script_file = '', script_name = '', production_id = $2, \
             promised_at = $3, zone = $4, changed_at = $5 where id = $1 and production_id = ''",
            values![id, production, promised_at, zone, change.moment()],
        )
        .await
}

/// Drafts that nobody has opened since, and that were never sent.
pub(crate) async fn delete_drafts_before(change: &Change, moment: Timestamp) -> Result<u64, StoreError> {
    change.run("delete from inquiry_draft where changed_at < $1 and production_id = ''", values![moment]).await
}
