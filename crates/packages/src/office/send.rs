use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use mail::{Address, Letter};
use serde_json::json;
use store::{Change, Entry};
use web::{Form, Page, WebError};

use super::change::back;
use super::package::{answer, found};
use crate::record::{Package, State as Condition};
use crate::{Desk, sql};

const LONGEST_LETTER: usize = 10_000;

/// What the letter says unless somebody writes another one, in the recipient's language.
pub(super) fn letter(page: &Page, package: &Package) -> String {
    let words = page.site().words();
    let locale = page.site().locale(package.language);
    let until = package.expires_on.map(|day| locale.day(day)).unwrap_or_default();
    words
        .say(package.language, "package-letter")
        .with("name", &package.recipient)
        .with("title", &package.title)
        .with("link", page.absolute(&package.path()))
        .with("until", until)
        .with("officer", page.visitor().map(|visitor| visitor.name.clone()).unwrap_or_default())
        .to_string()
}

/// Opens the link and posts the letter; for a minute it can be taken back on the case.
pub(super) async fn send(
    page: Page,
    State(desk): State<Desk>,
    Path((_, package)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let mut form = form;
    let mut package = found(&page, &desk, &package).await?;
    let mut text: String = form.typed("message").trim().replace("\r\n", "\n").chars().take(LONGEST_LETTER).collect();
    let has_places = sql::list_places(desk.store(), package.id).await?.iter().any(|chosen| !chosen.is_taken_out);
    if text.is_empty() {
        form.refuse("message", "package-letter-missing");
    }
    if !has_places {
        form.refuse("message", "package-empty");
    }
    if package.shut(page.today()).is_some() {
        form.refuse("message", "package-shut");
    }
    if Address::check(&package.recipient, &package.email).is_err() {
        form.refuse("message", "package-email-wrong");
    }
    if form.is_refused() {
        return answer(page, &desk, StatusCode::UNPROCESSABLE_ENTITY, package, form).await;
    }
    let link = page.absolute(&package.path());
    if !text.contains(&link) {
        text = format!("{text}\n\n{link}");
    }
    let change = desk.store().change(page.by("package.send")).await?;
    if change.once(form.typed("once"), "package").await?.is_some() {
        return Ok(back(&page, package.id, "sent", ""));
    }
    post(&page, &desk, &change, &package, &text).await?;
    package.state = Condition::Shared;
    package.shared_at = package.shared_at.or(Some(change.moment()));
    package.sent_at = Some(change.moment());
    sql::set_package(&change, &package).await?;
    let until = package.expires_on.map(|day| day.to_string());
    change.record(Entry::new("package", package.id, "sent").after(json!({ "until": until }))).await;
    change.commit().await?;
    Ok(back(&page, package.id, "sent", ""))
}

/// To the applicant of its case, on its timeline; to whoever else by mail alone.
async fn post(page: &Page, desk: &Desk, change: &Change, package: &Package, text: &str) -> Result<(), WebError> {
    let case = match package.case {
        Some(id) => casework::find_case(change, id).await?,
        None => None,
    };
    let same = case.filter(|case| case.contact_email.eq_ignore_ascii_case(&package.email));
    if let Some(case) = same {
        casework::write_to_applicant(page, desk.cases(), change, &case, text).await?;
        return Ok(());
    }
    let Ok(to) = Address::check(&package.recipient, &package.email) else { return Ok(()) };
    let subject =
        page.site().words().say(package.language, "package-subject").with("title", &package.title).to_string();
    mail::post(change, &desk.cases().mail, &Letter::new(to, package.language, subject, text)).await?;
    Ok(())
}
