use jiff::Timestamp;
use kernel::{Id, Language};
use store::{Change, Query, Row, StoreError, values};

use crate::outbox::Mark;
use crate::{Address, Attachment, Letter, Posted, Purpose, Reference, SecondLanguage};

pub(crate) async fn insert_letter(
    change: &Change,
    id: Id,
    letter: &Letter,
    message_id: &str,
    send_at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "insert into letter (id, to_name, to_address, language, subject, body, second_language, second_body, \
               reference, purpose, unsubscribe, in_reply_to, message_id, state, reason, posted_at, send_at) \
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'waiting', '', $14, $15)";
    let (second_language, second_body) = letter
        .second
        .as_ref()
        .map_or((String::new(), String::new()), |second| (second.language.to_string(), second.text.clone()));
    let reference = letter.reference.as_ref().map_or("", Reference::as_str);
    let (purpose, unsubscribe) = (letter.purpose.word(), letter.purpose.unsubscribe());
    let in_reply_to = letter.in_reply_to.as_deref().unwrap_or_default();
    let values = values![
        id,
        letter.to.name(),
        letter.to.address(),
        letter.language.tag(),
        &letter.subject,
        &letter.text,
        second_language,
        second_body,
        reference,
        purpose,
        unsubscribe,
        in_reply_to,
        message_id,
        change.moment(),
        send_at,
    ];
    change.run(sql, values).await?;
    Ok(())
}

pub(crate) async fn insert_attachment(
    change: &Change,
    letter: Id,
    position: usize,
    attachment: &Attachment,
) -> Result<(), StoreError> {
    let sql = "insert into letter_attachment (letter, position, name, media_type, content) values ($1, $2, $3, $4, $5)";
    let position = i64::try_from(position).unwrap_or(i64::MAX);
    let Attachment { name, media_type, content } = attachment;
    change.run(sql, values![letter, position, name, media_type, content.clone()]).await?;
    Ok(())
}

pub(crate) async fn list_attachments(db: &impl Query, letter: Id) -> Result<Vec<Attachment>, StoreError> {
    let sql = "select name, media_type, content from letter_attachment where letter = $1 order by position";
    let attachment = |row: &Row| {
        Ok(Attachment { name: row.get("name")?, media_type: row.get("media_type")?, content: row.get("content")? })
    };
    db.rows(sql, values![letter]).await?.iter().map(attachment).collect()
}

pub(crate) async fn find_letter(db: &impl Query, id: Id) -> Result<Option<Posted>, StoreError> {
    let sql = "select id, to_name, to_address, language, subject, body, second_language, second_body, reference, \
               purpose, unsubscribe, in_reply_to, message_id, state, reason, posted_at, send_at, ended_at \
               from letter where id = $1";
    db.row(sql, values![id]).await?.as_ref().map(posted).transpose()
}

pub(crate) async fn list_letters(db: &impl Query, before: Option<Id>, most: i64) -> Result<Vec<Posted>, StoreError> {
    let sql = "select id, to_name, to_address, language, subject, body, second_language, second_body, reference, \
               purpose, unsubscribe, in_reply_to, message_id, state, reason, posted_at, send_at, ended_at \
               from letter where ($1 = '' or id < $1) order by id desc limit $2";
    let before = before.map_or_else(String::new, |before| before.to_string());
    db.rows(sql, values![before, most]).await?.iter().map(posted).collect()
}

pub(crate) async fn list_letters_to(db: &impl Query, address: &str, most: i64) -> Result<Vec<Posted>, StoreError> {
    let sql = "select id, to_name, to_address, language, subject, body, second_language, second_body, reference, \
               purpose, unsubscribe, in_reply_to, message_id, state, reason, posted_at, send_at, ended_at \
               from letter where to_address = $1 order by id desc limit $2";
    db.rows(sql, values![address, most]).await?.iter().map(posted).collect()
}

pub(crate) async fn list_letters_of(
    db: &impl Query,
    reference: &Reference,
    most: i64,
) -> Result<Vec<Posted>, StoreError> {
    let sql = "select id, to_name, to_address, language, subject, body, second_language, second_body, reference, \
               purpose, unsubscribe, in_reply_to, message_id, state, reason, posted_at, send_at, ended_at \
               from letter where reference = $1 order by id desc limit $2";
    db.rows(sql, values![reference.as_str(), most]).await?.iter().map(posted).collect()
}

pub(crate) async fn set_taken_back(change: &Change, id: Id, now: Timestamp) -> Result<u64, StoreError> {
    let sql = "update letter set state = 'taken back', ended_at = $2 \
               where id = $1 and state = 'waiting' and send_at > $2";
    change.run(sql, values![id, now]).await
}

pub(crate) async fn set_waiting_again(change: &Change, id: Id, now: Timestamp) -> Result<u64, StoreError> {
    let sql = "update letter set state = 'waiting', reason = '', send_at = $2, ended_at = null \
               where id = $1 and state = 'failed'";
    change.run(sql, values![id, now]).await
}

/// A letter that is a key is forgotten with it.
pub(crate) async fn set_sent(change: &Change, id: Id, now: Timestamp, forget: bool) -> Result<u64, StoreError> {
    let sql = "update letter set state = 'sent', reason = '', ended_at = $2, \
               body = case when purpose = 'key' and $3 = 1 then '' else body end where id = $1 and state = 'waiting'";
    change.run(sql, values![id, now, forget]).await
}

pub(crate) async fn set_trouble(change: &Change, id: Id, reason: &str) -> Result<u64, StoreError> {
    let sql = "update letter set reason = $2 where id = $1 and state = 'waiting'";
    change.run(sql, values![id, reason]).await
}

pub(crate) async fn set_failed(change: &Change, id: Id, now: Timestamp, reason: &str) -> Result<u64, StoreError> {
    let sql = "update letter set state = 'failed', reason = $3, ended_at = $2 where id = $1 and state = 'waiting'";
    change.run(sql, values![id, now, reason]).await
}

/// Touches no row if the mail has been received before.
pub(crate) async fn insert_received(
    change: &Change,
    message_id: &str,
    sender: &str,
    now: Timestamp,
) -> Result<u64, StoreError> {
    let sql = "insert into received_mail (message_id, sender, received_at) values ($1, $2, $3) on conflict do nothing";
    change.run(sql, values![message_id, sender, now]).await
}

pub(crate) async fn count_received(db: &impl Query, sender: &str, since: Timestamp) -> Result<i64, StoreError> {
    let sql = "select count(*) as number from received_mail where sender = $1 and received_at > $2";
    db.number(sql, values![sender, since]).await
}

pub(crate) async fn delete_received(change: &Change, before: Timestamp) -> Result<u64, StoreError> {
    let sql = "delete from received_mail where received_at < $1";
    change.run(sql, values![before]).await
}

pub(crate) async fn list_failed_letters(db: &impl Query, most: i64) -> Result<Vec<Posted>, StoreError> {
    let sql = "select id, to_name, to_address, language, subject, body, second_language, second_body, reference, \
               purpose, unsubscribe, in_reply_to, message_id, state, reason, posted_at, send_at, ended_at \
               from letter where state = 'failed' order by id desc limit $1";
    db.rows(sql, values![most]).await?.iter().map(posted).collect()
}

pub(crate) async fn count_waiting_letters(db: &impl Query) -> Result<i64, StoreError> {
    let sql = "select count(*) as number from letter where state = 'waiting'";
    db.number(sql, values![]).await
}

pub(crate) async fn count_failed_letters(db: &impl Query) -> Result<i64, StoreError> {
    let sql = "select count(*) as number from letter where state = 'failed'";
    db.number(sql, values![]).await
}

fn posted(row: &Row) -> Result<Posted, StoreError> {
    let text = |column: &str| row.get::<String>(column);
    let optional = |column: &str| Ok::<_, StoreError>(Some(text(column)?).filter(|text| !text.is_empty()));
    let language = |column: &str| text(column)?.parse::<Language>().map_err(|_| wrong(column));
    let second = match optional("second_body")? {
        Some(text) => Some(SecondLanguage { language: language("second_language")?, text }),
        None => None,
    };
    let reference = optional("reference")?.map(|reference| reference.parse::<Reference>()).transpose();
    Ok(Posted {
        id: row.get("id")?,
        to: Address::check(&text("to_name")?, &text("to_address")?).map_err(|_| wrong("to_address"))?,
        language: language("language")?,
        subject: text("subject")?,
        text: text("body")?,
        second,
        reference: reference.map_err(|_| wrong("reference"))?,
        purpose: purpose(row)?,
        in_reply_to: optional("in_reply_to")?,
        message_id: text("message_id")?,
        posted_at: row.get("posted_at")?,
        send_at: row.get("send_at")?,
        mark: mark(row)?,
    })
}

fn purpose(row: &Row) -> Result<Purpose, StoreError> {
    match row.get::<String>("purpose")?.as_str() {
        "correspondence" => Ok(Purpose::Correspondence),
        "statutory" => Ok(Purpose::Statutory),
        "key" => Ok(Purpose::Key),
        "notice" => Ok(Purpose::Notice { unsubscribe: row.get("unsubscribe")? }),
        _ => Err(wrong("purpose")),
    }
}

fn mark(row: &Row) -> Result<Mark, StoreError> {
    let reason: String = row.get("reason")?;
    let at = row.get::<Option<Timestamp>>("ended_at")?.ok_or_else(|| wrong("ended_at"));
    match row.get::<String>("state")?.as_str() {
        "waiting" => Ok(Mark::Waiting { trouble: Some(reason).filter(|reason| !reason.is_empty()) }),
        "sent" => Ok(Mark::Sent { at: at? }),
        "failed" => Ok(Mark::Failed { at: at?, reason }),
        "taken back" => Ok(Mark::TakenBack { at: at? }),
        _ => Err(wrong("state")),
    }
}

fn wrong(column: &str) -> StoreError {
    StoreError::Column { column: column.to_owned(), wanted: "a word that we write" }
}
