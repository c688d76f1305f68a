use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Id;
use serde_json::json;
use store::Entry;
use web::{Form, Page, WebError};

use super::package::{answer, found};
use crate::edit::{self, Added};
use crate::gather::may_be_in;
use crate::record::{Contact, LONGEST_LINE, LONGEST_NOTE, State as Condition, reader_of};
use crate::said::day;
use crate::{Desk, sql};

pub(super) async fn settings(
    page: Page,
    State(desk): State<Desk>,
    Path((_, package)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let mut form = form;
    let mut package = found(&page, &desk, &package).await?;
    let typed = |form: &Form, field: &str, most: usize| form.typed(field).trim().chars().take(most).collect::<String>();
    package.title = typed(&form, "title", LONGEST_LINE);
    package.words = typed(&form, "words", LONGEST_NOTE);
    package.recipient = typed(&form, "recipient", LONGEST_LINE);
    package.email = typed(&form, "email", LONGEST_LINE);
    if package.title.is_empty() {
        form.refuse("title", "package-title-missing");
    }
    if package.recipient.is_empty() {
        form.refuse("recipient", "package-recipient-missing");
    }
    if !package.email.is_empty() && mail::Address::check(&package.recipient, &package.email).is_err() {
        form.refuse("email", "package-email-wrong");
    }
    let days = [("sun-on", &mut package.sun_on), ("expires-on", &mut package.expires_on)];
    for (field, kept) in days {
        let written = form.typed(field).trim().to_owned();
        *kept = day(&written);
        if !written.is_empty() && kept.is_none() {
            form.refuse(field, "package-day-wrong");
        }
    }
    if package.expires_on.is_none_or(|day| day < page.today()) && !form.is_refused() {
        form.refuse("expires-on", "package-expiry-past");
    }
    package.language = page.site().language(form.typed("language")).unwrap_or(package.language);
    package.contact = Contact::from_word(form.typed("contact")).unwrap_or(package.contact);
    package.reader = reader_of(form.typed("reader")).unwrap_or(package.reader);
    if form.is_refused() {
        return answer(page, &desk, StatusCode::UNPROCESSABLE_ENTITY, package, form).await;
    }
    let change = desk.store().change(page.by("package.settings")).await?;
    sql::set_package(&change, &package).await?;
    let after = json!({ "contact": package.contact.word(), "until": package.expires_on.map(|day| day.to_string()) });
    change.record(Entry::new("package", package.id, "set").after(after)).await;
    change.commit().await?;
    Ok(back(&page, package.id, "saved", ""))
}

/// One place or several, for a scene perhaps.
pub(super) async fn add(
    page: Page,
    State(desk): State<Desk>,
    Path((_, package)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let package = found(&page, &desk, &package).await?;
    let change = desk.store().change(page.by("package.add")).await?;
    let (mut added, mut is_full) = (0_usize, false);
    // `ID scene words`: each box says for which heading it stands.
    for chosen in form.all("location") {
        let (id, scene) = chosen.split_once(' ').unwrap_or((chosen, ""));
        let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let location = places::find_location(&change, id).await?;
        let location = location.filter(|location| may_be_in(package.kind, location)).ok_or(WebError::NotFound)?;
        match edit::add(&change, &package, location.id, scene).await? {
            Added::New => added += 1,
            Added::Already => {}
            Added::TooMany => is_full = true,
        }
    }
    if added > 0 {
        change.commit().await?;
    }
    Ok(back(&page, package.id, if is_full { "full" } else { "added" }, ""))
}

pub(super) async fn place(
    page: Page,
    State(desk): State<Desk>,
    Path((_, package, place)): Path<(String, String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let package = found(&page, &desk, &package).await?;
    let change = desk.store().change(page.by("package.edit")).await?;
    edit::act(&change, &package, &place, &form).await?;
    change.commit().await?;
    Ok(back(&page, package.id, "saved", &format!("#place-{place}")))
}

/// The link leads nowhere from now on.
pub(super) async fn withdraw(
    page: Page,
    State(desk): State<Desk>,
    Path((_, package)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let mut package = found(&page, &desk, &package).await?;
    package.state = Condition::Withdrawn;
    let change = desk.store().change(page.by("package.withdraw")).await?;
    sql::set_package(&change, &package).await?;
    change.record(Entry::new("package", package.id, "withdrawn")).await;
    change.commit().await?;
    Ok(back(&page, package.id, "withdrawn", ""))
}

pub(super) fn back(page: &Page, package: Id, done: &str, at: &str) -> Response {
    Redirect::to(&format!("{}?done={done}{at}", page.link(format!("office/packages/{package}")))).into_response()
}
