//! What owners were asked, and what they said.

use jiff::Timestamp;
use kernel::Id;
use store::{Change, Query, Row, StoreError, values};

use super::unreadable;
use crate::confirm::{Answer, Question};

pub(crate) async fn insert_question(change: &Change, question: &Question) -> Result<(), StoreError> {
    change
        .run(
            "insert into location_question (id, location_id, asked_at, silent_after, answer, answered_at, said) \
             values ($1, $2, $3, $4, $5, null, '')",
            values![&question.id, question.location, question.asked_at, question.silent_after, question.answer.word()],
        )
        .await
        .map(drop)
}

pub(crate) async fn set_answer(change: &Change, id: &str, answer: Answer, said: &str) -> Result<(), StoreError> {
    change
        .run(
            "update location_question set answer = $2, answered_at = $3, said = $4 where id = $1",
            values![id, answer.word(), change.moment(), said],
        )
        .await
        .map(drop)
}

pub(crate) async fn find_question(db: &impl Query, id: &str) -> Result<Option<Question>, StoreError> {
    let row = db
        .row(
            "select id, location_id, asked_at, silent_after, answer, said from location_question where id = $1",
            values![id],
        )
        .await?;
    row.as_ref().map(question_of).transpose()
}

/// The latest first.
pub(crate) async fn list_questions(db: &impl Query, location: Id) -> Result<Vec<Question>, StoreError> {
    let rows = db
        .rows(
            "select id, location_id, asked_at, silent_after, answer, said from location_question \
             where location_id = $1 order by asked_at desc",
            values![location],
        )
        .await?;
    rows.iter().map(question_of).collect()
}

/// Those that nobody answered in time.
pub(crate) async fn list_overdue(db: &impl Query, now: Timestamp, most: i64) -> Result<Vec<Question>, StoreError> {
    let rows = db
        .rows(
            "select id, location_id, asked_at, silent_after, answer, said from location_question \
             where answer = 'none' and silent_after <= $1 order by silent_after limit $2",
            values![now, most],
        )
        .await?;
    rows.iter().map(question_of).collect()
}

fn question_of(row: &Row) -> Result<Question, StoreError> {
    let answer: String = row.get("answer")?;
    Ok(Question {
        id: row.get("id")?,
        location: row.get("location_id")?,
        asked_at: row.get("asked_at")?,
        silent_after: row.get("silent_after")?,
        answer: Answer::from_word(&answer).ok_or_else(|| unreadable("answer", "answer of an owner"))?,
        said: row.get("said")?,
    })
}
