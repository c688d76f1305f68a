use axum::extract::{Path, State as Shared};
use axum::response::{IntoResponse, Redirect, Response};
use web::{Form, Page, WebError};

use super::record::refused;
use super::{completeness_of, place_of, record_link};
use crate::record::completeness::PUBLISHABLE;
use crate::record::location::{Location, State};
use crate::{Desk, confirm, write};

/// Publishes, takes back, withdraws. What lacks too much is not published; the page lists what is missing.
pub(super) async fn set(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, slug)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let wanted = State::from_word(form.typed("state")).filter(|state| *state != State::Silent);
    let wanted = wanted.ok_or(WebError::NotFound)?;
    let change = desk.store.change(page.by("places.state")).await?;
    let place = place_of(&change, &slug).await?;
    if wanted == State::Published {
        let completeness = completeness_of(&change, &desk, &place).await?;
        if !completeness.may_be_published() {
            drop(change);
            let filled = vec![("percent", completeness.percent.to_string()), ("least", PUBLISHABLE.to_string())];
            form.refuse_with("state", "places-refused-incomplete", filled);
            return refused(page, &desk, &slug, form).await;
        }
    }
    if place.state != wanted {
        let confirmed_on = match wanted {
            State::Published => Some(page.today()),
            State::Draft | State::Silent | State::Withdrawn => place.confirmed_on,
        };
        let after = Location { state: wanted, confirmed_on, ..place.clone() };
        write::set_location(&change, &place, &after, "state changed").await?;
        change.commit().await?;
    }
    Ok(Redirect::to(&record_link(&page, &slug)).into_response())
}

/// Writes to the owner now, and not in half a year.
pub(super) async fn ask_owner(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, slug)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let back = record_link(&page, &slug);
    let change = desk.store.change(page.by("places.ask-owner")).await?;
    let place = place_of(&change, &slug).await?;
    if let Some(earlier) = change.once(form.typed("once"), &back).await? {
        return Ok(Redirect::to(&earlier).into_response());
    }
    if confirm::ask(&desk, &change, &place).await? {
        change.commit().await?;
        return Ok(Redirect::to(&format!("{back}#asked")).into_response());
    }
    drop(change);
    form.refuse("asked", "places-no-owner-address");
    refused(page, &desk, &slug, form).await
}
