use jiff::Timestamp;
use kernel::{Actor, Id};
use store::{Change, Query, Row, StoreError, values};

use super::perhaps;

/// A message between office and applicant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MessageRow {
    pub(crate) id: Id,
    pub(crate) case_id: Id,
    /// `in` to the office, or `out` of it.
    pub(crate) direction: String,
    /// `portal` or `mail`.
    pub(crate) channel: String,
    pub(crate) actor: Actor,
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) sent_at: Timestamp,
    /// Until then it can be taken back, and nobody outside sees it.
    pub(crate) leaves_at: Timestamp,
    pub(crate) taken_back_at: Option<Timestamp>,
    /// The letter in the outbox that carries it, if one does.
    pub(crate) letter: Option<Id>,
    /// What the mail that brought it was called.
    pub(crate) message_id: String,
}

/// Somebody was named in a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MentionRow {
    pub(crate) id: Id,
    pub(crate) reference: String,
    pub(crate) title: String,
    pub(crate) actor: Actor,
    pub(crate) text: String,
    pub(crate) made_at: Timestamp,
}

pub(crate) async fn insert_message(change: &Change, message: &MessageRow) -> Result<(), StoreError> {
    change
        .run(
            "insert into case_message (id, case_id, direction, channel, actor, name, body, sent_at, leaves_at, \
             taken_back_at, letter, message_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            values![
                message.id,
                message.case_id,
                &message.direction,
                &message.channel,
                &message.actor,
                &message.name,
                &message.text,
                message.sent_at,
                message.leaves_at,
                crate::record::moment_text(message.taken_back_at),
                crate::record::text_of(message.letter.as_ref()),
                &message.message_id,
            ],
        )
        .await
        .map(drop)
}

pub(crate) async fn find_message(db: &impl Query, case_id: Id, id: Id) -> Result<Option<MessageRow>, StoreError> {
    let row = db
        .row(
            "select id, case_id, direction, channel, actor, name, body, sent_at, leaves_at, taken_back_at, letter, \
             message_id from case_message where case_id = $1 and id = $2",
            values![case_id, id],
        )
        .await?;
    row.as_ref().map(message_of).transpose()
}

/// The newest messages, those still to be taken back among them.
pub(crate) async fn list_messages(
    db: &impl Query,
    case_id: Id,
    before: &str,
    limit: i64,
) -> Result<Vec<MessageRow>, StoreError> {
    let rows = db
        .rows(
            "select id, case_id, direction, channel, actor, name, body, sent_at, leaves_at, taken_back_at, letter, \
             message_id from case_message where case_id = $1 and id < $2 order by id desc limit $3",
            values![case_id, before, limit],
        )
        .await?;
    rows.iter().map(message_of).collect()
}

/// A mail that came twice is known by what it is called.
pub(crate) async fn count_messages_called(db: &impl Query, case_id: Id, message_id: &str) -> Result<i64, StoreError> {
    db.number("select count(*) from case_message where case_id = $1 and message_id = $2", values![case_id, message_id])
        .await
}

pub(crate) async fn set_message_taken_back(change: &Change, id: Id) -> Result<u64, StoreError> {
    change
        .run(
            "update case_message set taken_back_at = $2 where id = $1 and taken_back_at = '' and leaves_at > $2",
            values![id, change.moment()],
        )
        .await
}

pub(crate) async fn insert_note(change: &Change, case_id: Id, id: Id, text: &str) -> Result<(), StoreError> {
    change
        .run(
            "insert into case_note (id, case_id, actor, body, made_at) values ($1, $2, $3, $4, $5)",
            values![id, case_id, &change.by().actor, text, change.moment()],
        )
        .await
        .map(drop)
}

pub(crate) async fn insert_mention(change: &Change, account: Id, case_id: Id, note_id: Id) -> Result<(), StoreError> {
    change
        .run(
            "insert into case_mention (id, account, case_id, note_id, made_at, seen_at) \
             values ($1, $2, $3, $4, $5, '')",
            values![change.fresh_id(), account, case_id, note_id, change.moment()],
        )
        .await
        .map(drop)
}

pub(crate) async fn list_mentions(db: &impl Query, account: Id, limit: i64) -> Result<Vec<MentionRow>, StoreError> {
    let rows = db
        .rows(
            "select m.id, c.reference, c.title, n.actor, n.body, m.made_at from case_mention m \
             join case_note n on n.id = m.note_id join case_record c on c.id = m.case_id \
             where m.account = $1 and m.seen_at = '' order by m.id desc limit $2",
            values![account, limit],
        )
        .await?;
    let read = |row: &Row| {
        Ok(MentionRow {
            id: row.get("id")?,
            reference: row.get("reference")?,
            title: row.get("title")?,
            actor: row.get("actor")?,
            text: row.get("body")?,
            made_at: row.get("made_at")?,
        })
    };
    rows.iter().map(read).collect()
}

/// How often somebody is named in a case without having seen it.
pub(crate) async fn count_mentions_unseen(db: &impl Query, account: Id, case_id: Id) -> Result<i64, StoreError> {
    db.number(
        "select count(*) from case_mention where account = $1 and case_id = $2 and seen_at = ''",
        values![account, case_id],
    )
    .await
}

/// Whoever opens a case has seen where they are named in it.
pub(crate) async fn set_mentions_seen(change: &Change, account: Id, case_id: Id) -> Result<u64, StoreError> {
    change
        .run(
            "update case_mention set seen_at = $3 where account = $1 and case_id = $2 and seen_at = ''",
            values![account, case_id, change.moment()],
        )
        .await
}

fn message_of(row: &Row) -> Result<MessageRow, StoreError> {
    Ok(MessageRow {
        id: row.get("id")?,
        case_id: row.get("case_id")?,
        direction: row.get("direction")?,
        channel: row.get("channel")?,
        actor: row.get("actor")?,
        name: row.get("name")?,
        text: row.get("body")?,
        sent_at: row.get("sent_at")?,
        leaves_at: row.get("leaves_at")?,
        taken_back_at: perhaps(row, "taken_back_at")?,
        letter: perhaps(row, "letter")?,
        message_id: row.get("message_id")?,
    })
}
