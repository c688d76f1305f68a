//! What the slices above do with cases.

use kernel::{Actor, Id, Language};
use serde_json::json;
use store::{Change, Entry, Query, StoreError};

use crate::desk::search_text;
use crate::record::{Basis, Case, CaseClock, EntryKind, soonest};
use crate::sql::{self, MessageRow, NewEntry};
use crate::{Clock, ClockRefusal, Desk};

/// A case about to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase {
    /// The name of a registered kind.
    pub kind: &'static str,
    /// What people will call it; without one the case gets a number of its own.
    pub reference: Option<String>,
    pub title: String,
    pub summary: String,
    /// What it is about, in the words of the slice that opens it: `production:01J…`.
    pub subject: String,
    pub applicant: Option<Id>,
    /// How whoever waits is called and written to.
    pub contact_name: String,
    pub contact_email: String,
    pub language: Language,
}

#[derive(Debug, thiserror::Error)]
pub enum CaseProblem {
    #[error("no slice registered the kind of case `{0}`")]
    NoSuchKind(String),
    #[error("the case's clock cannot be set")]
    Clock(#[from] ClockRefusal),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Opens a case, starts its clocks, and begins its timeline.
pub async fn open_case(desk: &Desk, change: &Change, new: NewCase) -> Result<Case, CaseProblem> {
    let kind = desk.kinds.find(new.kind).ok_or_else(|| CaseProblem::NoSuchKind(new.kind.to_owned()))?;
    let calendar = desk.working_calendar(change).await?;
    let today = desk.today(change.moment());
    let id = change.fresh_id();
    let clock = |basis, source: &str, days| {
        let clock = Clock::start(&calendar, today, days)?;
        let (source, reason) = (source.to_owned(), String::new());
        Ok::<_, ClockRefusal>(CaseClock {
            id: change.fresh_id(),
            case_id: id,
            basis,
            source,
            clock,
            reason,
            escalated: 0,
        })
    };
    let promise = kind.promised_working_days.map(|days| clock(Basis::Promise, "", days));
    let law = kind.statutory.as_ref().map(|law| clock(Basis::Law, &law.source, law.working_days));
    let clocks: Vec<CaseClock> = promise.into_iter().chain(law).collect::<Result<_, _>>()?;
    let reference = match new.reference {
        Some(reference) => reference,
        None => {
            let year = today.year();
            let number = change.next_number(&format!("case-{year}")).await?;
            format!("{}-{year}-C{number:04}", desk.country)
        }
    };
    let state = kind.first_state();
    let case = Case {
        id,
        title_key: desk.title_key(&new.title),
        search: search_text(&reference, &new.title, &new.summary),
        reference,
        kind: kind.name.to_owned(),
        title: new.title,
        state: state.name.to_owned(),
        turn: state.turn,
        is_closed: state.is_closed,
        owner: None,
        subject: new.subject,
        applicant: new.applicant,
        contact_name: new.contact_name,
        contact_email: new.contact_email,
        language: new.language.to_string(),
        summary: new.summary,
        due_on: soonest(&clocks),
        opened_at: change.moment(),
        changed_at: change.moment(),
        closed_at: None,
    };
    sql::insert_case(change, &case).await?;
    for clock in &clocks {
        sql::insert_clock(change, clock).await?;
    }
    for requirement in &kind.requirements {
        sql::set_requirement(change, id, requirement.name, "missing", "").await?;
    }
    let entry = NewEntry { after: case.state.clone(), ..NewEntry::new(EntryKind::Status, "opened") };
    sql::insert_entry(change, id, &entry).await?;
    change
        .record(Entry::new("case", id, "opened").after(json!({ "reference": case.reference, "kind": case.kind })))
        .await;
    Ok(case)
}

pub async fn find_case(db: &impl Query, id: Id) -> Result<Option<Case>, StoreError> {
    sql::find_case(db, id).await
}

pub async fn find_case_by_reference(db: &impl Query, reference: &str) -> Result<Option<Case>, StoreError> {
    sql::find_case_by_reference(db, reference).await
}

/// Every case on something, the newest first.
pub async fn cases_of_subject(db: &impl Query, subject: &str) -> Result<Vec<Case>, StoreError> {
    sql::list_cases_of_subject(db, subject).await
}

/// Every case of somebody who waits for an answer, the newest first.
pub async fn cases_of_applicant(db: &impl Query, account: Id) -> Result<Vec<Case>, StoreError> {
    sql::list_cases_of_applicant(db, account).await
}

/// Says what a case is about once that is known, as when an inquiry becomes a production.
pub async fn set_subject(change: &Change, case: &Case, subject: &str, applicant: Option<Id>) -> Result<(), StoreError> {
    sql::set_case_subject(change, case.id, subject, applicant).await?;
    change.record(Entry::new("case", case.id, "belongs").after(json!({ "subject": subject }))).await;
    Ok(())
}

/// Writes to the office, for the applicant: from the portal, or from a mail that was `called` so by its sender's
/// program. The same mail a second time is not written again.
pub async fn write_to_office(
    change: &Change,
    case: &Case,
    name: &str,
    text: &str,
    called: Option<&str>,
) -> Result<Option<Id>, StoreError> {
    let message_id = called.unwrap_or_default();
    if !message_id.is_empty() && sql::count_messages_called(change, case.id, message_id).await? > 0 {
        return Ok(None);
    }
    let id = change.fresh_id();
    let moment = change.moment();
    let message = MessageRow {
        id,
        case_id: case.id,
        direction: "in".to_owned(),
        channel: if called.is_some() { "mail" } else { "portal" }.to_owned(),
        actor: change.by().actor.clone(),
        name: name.to_owned(),
        text: text.to_owned(),
        sent_at: moment,
        leaves_at: moment,
        taken_back_at: None,
        letter: None,
        message_id: message_id.to_owned(),
    };
    sql::insert_message(change, &message).await?;
    let entry = NewEntry { refers: Some(id), ..NewEntry::new(EntryKind::Message, "received") };
    sql::insert_entry(change, case.id, &entry).await?;
    sql::set_case_touched(change, case.id).await?;
    change.record(Entry::new("message", id, "received").after(json!({ "case": case.reference }))).await;
    Ok(Some(id))
}

/// Something that has happened to a message, as the applicant may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutsideMessage {
    pub id: Id,
    pub from_office: bool,
    pub actor: Actor,
    pub name: String,
    pub text: String,
    pub sent_at: jiff::Timestamp,
}

/// The messages of a case as its applicant may read them, the newest first: none that can still be taken back, and
/// never a note.
pub async fn messages_outside(
    db: &impl Query,
    case: &Case,
    now: jiff::Timestamp,
    before: Option<Id>,
    limit: i64,
) -> Result<Vec<OutsideMessage>, StoreError> {
    let before = before.map_or_else(|| "Z".repeat(26), |id| id.to_string());
    let messages = sql::list_messages(db, case.id, &before, limit).await?;
    let visible = messages.into_iter().filter(|message| message.leaves_at <= now && message.taken_back_at.is_none());
    let outside = visible.map(|message| OutsideMessage {
        id: message.id,
        from_office: message.direction == "out",
        actor: message.actor,
        name: message.name,
        text: message.text,
        sent_at: message.sent_at,
    });
    Ok(outside.collect())
}
