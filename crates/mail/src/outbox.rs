use jiff::{SignedDuration, Timestamp};
use jobs::Job;
use kernel::{Id, Language};
use serde_json::json;
use store::{Change, Entry, Query, StoreError};

use crate::{Address, Desk, Letter, Purpose, Reference, SecondLanguage, sql};

/// A letter in the outbox, sent or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    pub id: Id,
    pub to: Address,
    pub language: Language,
    pub subject: String,
    pub text: String,
    pub second: Option<SecondLanguage>,
    pub reference: Option<Reference>,
    pub purpose: Purpose,
    pub in_reply_to: Option<String>,
    pub message_id: String,
    pub posted_at: Timestamp,
    pub send_at: Timestamp,
    pub(crate) mark: Mark,
}

/// What became of a letter, at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It can be taken back until then.
    Held {
        until: Timestamp,
    },
    /// On its way to the mail server; after a failure, with what went wrong last.
    Queued {
        trouble: Option<String>,
    },
    Sent {
        at: Timestamp,
    },
    Failed {
        at: Timestamp,
        reason: String,
    },
    TakenBack {
        at: Timestamp,
    },
}

/// What is written down of the state; whether a waiting letter is held depends on the moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mark {
    Waiting { trouble: Option<String> },
    Sent { at: Timestamp },
    Failed { at: Timestamp, reason: String },
    TakenBack { at: Timestamp },
}

/// The job that sends.
pub(crate) const SEND: &str = "mail.send";

/// Puts a letter into the outbox, in the change that is its reason.
pub async fn post(change: &Change, desk: &Desk, letter: &Letter) -> Result<Id, StoreError> {
    let hold = match letter.purpose {
        Purpose::Key => SignedDuration::ZERO,
        Purpose::Correspondence | Purpose::Statutory | Purpose::Notice { .. } => {
            SignedDuration::from_secs(i64::from(letter.hold_seconds))
        }
    };
    let id = change.fresh_id();
    let send_at = change.moment().checked_add(hold).unwrap_or(change.moment());
    let message_id = desk.message_id(id, letter.reference.as_ref());
    sql::insert_letter(change, id, letter, &message_id, send_at).await?;
    for (position, attachment) in letter.attachments.iter().enumerate() {
        sql::insert_attachment(change, id, position, attachment).await?;
    }
    enqueue(change, id, send_at).await?;
    let about = json!({ "to": letter.to.address(), "subject": letter.subject, "purpose": letter.purpose.word() });
    change.record(Entry::new("letter", id, "posted").after(about)).await;
    Ok(id)
}

/// Stops a letter that is still held. Answers false if it was too late.
pub async fn take_back(change: &Change, id: Id) -> Result<bool, StoreError> {
    let stopped = sql::set_taken_back(change, id, change.moment()).await? == 1;
    if stopped {
        change.record(Entry::new("letter", id, "taken back")).await;
    }
    Ok(stopped)
}

/// Gives a letter that failed another chance. Answers false if it had not failed.
pub async fn try_again(change: &Change, id: Id) -> Result<bool, StoreError> {
    let waits = sql::set_waiting_again(change, id, change.moment()).await? == 1;
    if waits {
        enqueue(change, id, change.moment()).await?;
        change.record(Entry::new("letter", id, "tried again")).await;
    }
    Ok(waits)
}

pub async fn find(db: &impl Query, id: Id) -> Result<Option<Posted>, StoreError> {
    sql::find_letter(db, id).await
}

/// Letters older than one, latest first; from the beginning without one.
pub async fn list(db: &impl Query, before: Option<Id>, most: i64) -> Result<Vec<Posted>, StoreError> {
    sql::list_letters(db, before, most).await
}

/// Letters to an address, latest first.
pub async fn list_to(db: &impl Query, address: &str, most: i64) -> Result<Vec<Posted>, StoreError> {
    sql::list_letters_to(db, address, most).await
}

/// Letters about a matter, latest first.
pub async fn list_of(db: &impl Query, reference: &Reference, most: i64) -> Result<Vec<Posted>, StoreError> {
    sql::list_letters_of(db, reference, most).await
}

/// Letters that could not be sent, latest first: the office tries again, or writes to another address.
pub async fn list_failed(db: &impl Query, most: i64) -> Result<Vec<Posted>, StoreError> {
    sql::list_failed_letters(db, most).await
}

/// Held, or on their way to the mail server.
pub async fn count_waiting(db: &impl Query) -> Result<i64, StoreError> {
    sql::count_waiting_letters(db).await
}

pub async fn count_failed(db: &impl Query) -> Result<i64, StoreError> {
    sql::count_failed_letters(db).await
}

async fn enqueue(change: &Change, id: Id, run_at: Timestamp) -> Result<(), StoreError> {
    let args = json!({ "letter": id.to_string() });
    jobs::enqueue(change, Job { kind: SEND, args, run_at, key: Some(id.to_string()) }).await?;
    Ok(())
}

impl Posted {
    pub fn state(&self, now: Timestamp) -> State {
        match &self.mark {
            Mark::Waiting { .. } if now < self.send_at => State::Held { until: self.send_at },
            Mark::Waiting { trouble } => State::Queued { trouble: trouble.clone() },
            Mark::Sent { at } => State::Sent { at: *at },
            Mark::Failed { at, reason } => State::Failed { at: *at, reason: reason.clone() },
            Mark::TakenBack { at } => State::TakenBack { at: *at },
        }
    }
}
