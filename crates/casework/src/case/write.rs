//! Messages to the applicant, and notes among colleagues: two forms, two tables.

use axum::extract::{Path, State};
use axum::response::Response;
use jiff::ToSpan;
use kernel::Id;
use mail::{Address, Letter, Reference};
use serde_json::json;
use store::{Change, Entry};
use web::{Form, Page, WebError};

use super::page::refused;
use super::{back, found, is_sent_again, text_of_length};
use crate::mention::mentioned;
use crate::record::EntryKind;
use crate::sql::{self, MessageRow, NewEntry};
use crate::{Case, Desk};

const LONGEST_TEXT: usize = 10_000;
/// So long a message can be taken back.
const SECONDS_TO_TAKE_BACK: i64 = 60;

pub(super) async fn message(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let mut form = form;
    let Some(text) = text_of_length(&mut form, "message", LONGEST_TEXT) else {
        return refused(page, desk, &reference, form).await;
    };
    let change = desk.store.change(page.by("case.message")).await?;
    let case = found(&change, &reference).await?;
    if is_sent_again(&change, &form).await? {
        return Ok(back(&page, &case, "sent"));
    }
    write_to_applicant(&page, &desk, &change, &case, &text).await?;
    change.commit().await?;
    Ok(back(&page, &case, "sent"))
}

/// Writes to the applicant, as the reader: by mail if we know their address. For a minute it can be taken back.
pub async fn write_to_applicant(
    page: &Page,
    desk: &Desk,
    change: &Change,
    case: &Case,
    text: &str,
) -> Result<Id, WebError> {
    let id = change.fresh_id();
    let moment = change.moment();
    let letter = post(page, desk, change, case, text).await?;
    let message = MessageRow {
        id,
        case_id: case.id,
        direction: "out".to_owned(),
        channel: if letter.is_some() { "mail" } else { "portal" }.to_owned(),
        actor: page.actor(),
        name: page.visitor().map(|visitor| visitor.name.clone()).unwrap_or_default(),
        text: text.to_owned(),
        sent_at: moment,
        leaves_at: moment.checked_add(SECONDS_TO_TAKE_BACK.seconds()).unwrap_or(moment),
        taken_back_at: None,
        letter,
        message_id: String::new(),
    };
    sql::insert_message(change, &message).await?;
    let entry = NewEntry { refers: Some(id), ..NewEntry::new(EntryKind::Message, "sent") };
    sql::insert_entry(change, case.id, &entry).await?;
    sql::set_case_touched(change, case.id).await?;
    change.record(Entry::new("message", id, "sent").after(json!({ "case": case.reference }))).await;
    Ok(id)
}

/// Into the outbox, if we know where the applicant is written to.
async fn post(page: &Page, desk: &Desk, change: &Change, case: &Case, text: &str) -> Result<Option<Id>, WebError> {
    let Ok(to) = Address::check(&case.contact_name, &case.contact_email) else { return Ok(None) };
    let language = case.language.parse().unwrap_or_else(|_| page.language());
    let words = page.site().words();
    let subject = words.say(language, "mail-subject").with("title", &case.title).to_string();
    let reference: Option<Reference> = case.reference.parse().ok();
    let letter = Letter { reference, ..Letter::new(to, language, subject, text) };
    Ok(Some(mail::post(change, &desk.mail, &letter).await?))
}

pub(super) async fn take_back(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference, message)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let id: Id = message.parse().map_err(|_| WebError::NotFound)?;
    let change = desk.store.change(page.by("case.take-back")).await?;
    let case = found(&change, &reference).await?;
    let Some(message) = sql::find_message(&change, case.id, id).await? else { return Err(WebError::NotFound) };
    if sql::set_message_taken_back(&change, id).await? == 0 {
        return Ok(back(&page, &case, "too-late"));
    }
    if let Some(letter) = message.letter
        && !mail::take_back(&change, letter).await?
    {
        return Ok(back(&page, &case, "too-late"));
    }
    let entry = NewEntry { refers: Some(id), ..NewEntry::new(EntryKind::Message, "taken-back") };
    sql::insert_entry(&change, case.id, &entry).await?;
    change.record(Entry::new("message", id, "taken back").after(json!({ "case": case.reference }))).await;
    change.commit().await?;
    Ok(back(&page, &case, "taken-back"))
}

pub(super) async fn note(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let mut form = form;
    let Some(text) = text_of_length(&mut form, "note", LONGEST_TEXT) else {
        return refused(page, desk, &reference, form).await;
    };
    let change = desk.store.change(page.by("case.note")).await?;
    let case = found(&change, &reference).await?;
    if is_sent_again(&change, &form).await? {
        return Ok(back(&page, &case, "noted"));
    }
    let id = change.fresh_id();
    sql::insert_note(&change, case.id, id, &text).await?;
    let staff = people::list_staff(&change).await?;
    for account in mentioned(&text, &staff) {
        sql::insert_mention(&change, account, case.id, id).await?;
    }
    let entry = NewEntry { refers: Some(id), ..NewEntry::new(EntryKind::Note, "noted") };
    sql::insert_entry(&change, case.id, &entry).await?;
    sql::set_case_touched(&change, case.id).await?;
    change.record(Entry::new("note", id, "noted").after(json!({ "case": case.reference }))).await;
    change.commit().await?;
    Ok(back(&page, &case, "noted"))
}
