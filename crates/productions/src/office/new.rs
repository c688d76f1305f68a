use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use web::{Form, Page, WebError, show};

use crate::inquiry::Format;
use crate::record::Production;
use crate::{Confidentiality, Desk, LeadSource, Stage, file};

/// A file for a lead that came by telephone, mail or at a fair.
#[derive(Template)]
#[template(path = "office/new.html")]
struct NewPage {
    page: Page,
    form: Form,
}

impl NewPage {
    fn formats(&self) -> [Format; 11] {
        Format::ALL
    }

    fn sources(&self) -> [LeadSource; 13] {
        LeadSource::ALL
    }

    fn levels(&self) -> [Confidentiality; 3] {
        Confidentiality::ALL
    }
}

pub(super) async fn ask(page: Page, form: Form) -> Result<Response, WebError> {
    show(StatusCode::OK, &NewPage { page, form })
}

pub(super) async fn submit(page: Page, State(desk): State<Desk>, mut form: Form) -> Result<Response, WebError> {
    let title = form.typed("title").trim().to_owned();
    if title.is_empty() {
        form.refuse("title", "start-title-missing");
    }
    let format = Format::from_word(form.typed("format"));
    if format.is_none() {
        form.refuse("format", "start-format-missing");
    }
    let source = LeadSource::from_word(form.typed("source"));
    if source.is_none() {
        form.refuse("source", "production-source-missing");
    }
    let confidentiality = Confidentiality::from_word(form.typed("confidentiality")).unwrap_or(Confidentiality::Open);
    let code_name = form.typed("code-name").trim().to_owned();
    if confidentiality == Confidentiality::CodeName && code_name.is_empty() {
        form.refuse("code-name", "start-code-name-missing");
    }
    let (Some(format), Some(source)) = (format, source) else {
        return show(StatusCode::UNPROCESSABLE_ENTITY, &NewPage { page, form });
    };
    if form.is_refused() {
        return show(StatusCode::UNPROCESSABLE_ENTITY, &NewPage { page, form });
    }
    let change = desk.store().change(page.by("production.open")).await?;
    let now = page.now();
    let own = page.visitor().map(|visitor| visitor.account);
    let production = Production {
        id: change.fresh_id(),
        reference: file::fresh_reference(&desk, &change).await?,
        version: 1,
        title,
        code_name,
        confidentiality,
        format,
        brief: form.typed("brief").trim().to_owned(),
        synopsis: String::new(),
        looks: String::new(),
        needs: Vec::new(),
        needs_note: String::new(),
        starts_on: None,
        ends_on: None,
        shooting_days: None,
        is_flexible: false,
        budget: None,
        spend: None,
        chance: None,
        stage: Stage::Triaged,
        stage_since: now,
        lost_reason: None,
        source,
        source_event: form.typed("event").trim().to_owned(),
        waits_for: String::new(),
        next_step: String::new(),
        next_owner: None,
        next_on: None,
        officer: own,
        contact: None,
        organisation: None,
        language: page.language().tag().to_owned(),
        zone: desk.zone().iana_name().unwrap_or("UTC").to_owned(),
        copied_from: None,
        made_at: now,
        changed_at: now,
    };
    let to = page.link(format!("office/productions/{}", production.reference));
    if let Some(earlier) = change.once(form.typed("once"), &to).await? {
        return Ok(Redirect::to(&earlier).into_response());
    }
    file::insert(&change, &production).await?;
    change.commit().await?;
    Ok(Redirect::to(&to).into_response())
}
