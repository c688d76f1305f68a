use askama::Template;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use icalendar::{Calendar, Component, Event};
use web::{Page, WebError, show};

use super::Draft;
use super::page::zone_of;
use crate::record::Production;
use crate::{Desk, contact, sql};

/// What was received, by whom it is answered and when. It can be opened again for as long as the file is there.
#[derive(Template)]
#[template(path = "start/sent.html")]
struct SentPage {
    page: Page,
    reference: String,
    /// Empty if nobody is named.
    officer: String,
    /// In the commission's zone and in the sender's.
    deadline: String,
    calendar: String,
    portal: String,
}

pub(super) async fn sent(
    page: Page,
    State(desk): State<Desk>,
    Path((_, secret)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (draft, production) = find(&desk, &secret).await?;
    let officer = match production.officer {
        Some(account) => contact::name_of(desk.store(), account).await?,
        None => String::new(),
    };
    let promised_at = draft.promised_at.unwrap_or(production.made_at);
    let zone = zone_of(&desk, &draft.zone);
    let template = SentPage {
        reference: production.reference.to_string(),
        officer,
        deadline: page.deadline(promised_at, Some(&zone)),
        calendar: page.link(format!("start/{secret}/answer.ics")),
        portal: page.link(format!("portal/productions/{}", production.reference)),
        page,
    };
    show(StatusCode::OK, &template)
}

/// The promised hour for the sender's calendar.
pub(super) async fn calendar(
    page: Page,
    State(desk): State<Desk>,
    Path((_, secret)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (draft, production) = find(&desk, &secret).await?;
    let at = draft.promised_at.unwrap_or(production.made_at);
    let stamp = |moment: jiff::Timestamp| moment.strftime("%Y%m%dT%H%M%SZ").to_string();
    let title = page.say("sent-calendar").with("reference", production.reference.to_string()).to_string();
    let mut event = Event::new();
    event.uid(&format!("{}-answer@tereze", production.id)).summary(&title);
    event.url(&page.absolute(&page.link(format!("start/{secret}/sent"))));
    event.add_property("DTSTART", stamp(at)).add_property("DTEND", stamp(at));
    event.add_property("DTSTAMP", stamp(production.made_at));
    let mut calendar = Calendar::new();
    calendar.push(event.done());
    let kind = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")];
    Ok((kind, calendar.done().to_string()).into_response())
}

async fn find(desk: &Desk, secret: &str) -> Result<(Draft, Production), WebError> {
    let draft = Draft::find(desk.store(), secret).await?.ok_or(WebError::NotFound)?;
    let id = draft.production.ok_or(WebError::NotFound)?;
    let production = sql::find_production(desk.store(), id).await?.ok_or(WebError::NotFound)?;
    Ok((draft, production))
}
