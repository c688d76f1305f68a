//! Acts on one case. Each is one operation, which can be undone.

use axum::extract::{Path, State};
use axum::response::Response;
use kernel::Id;
use web::{Form, Page, WebError};

use super::page::refused;
use super::{back, found, is_sent_again, text_of_length};
use crate::Desk;
use crate::act::Act;
use crate::operation::perform;

const LONGEST_TITLE: usize = 200;
const LONGEST_SUMMARY: usize = 4_000;
const LONGEST_REASON: usize = 1_000;

type Address = Path<(String, String)>;

pub(super) async fn assign(
    page: Page,
    State(desk): State<Desk>,
    path: Address,
    form: Form,
) -> Result<Response, WebError> {
    let owner = match form.typed("owner") {
        "" => None,
        account => Some(account.parse::<Id>().map_err(|_| WebError::NotFound)?),
    };
    let staff = people::list_staff(&desk.store).await?;
    if owner.is_some_and(|owner| staff.iter().all(|colleague| colleague.account != owner)) {
        return Err(WebError::NotFound);
    }
    act(&page, &desk, &path.1, &form, &Act::Assign(owner), "").await
}

pub(super) async fn state(
    page: Page,
    State(desk): State<Desk>,
    path: Address,
    form: Form,
) -> Result<Response, WebError> {
    let reason: String = form.typed("reason").trim().chars().take(LONGEST_REASON).collect();
    let state = form.typed("state").to_owned();
    act(&page, &desk, &path.1, &form, &Act::SetState(state), &reason).await
}

pub(super) async fn rename(
    page: Page,
    State(desk): State<Desk>,
    path: Address,
    form: Form,
) -> Result<Response, WebError> {
    let mut form = form;
    let now = found(&desk.store, &path.1).await?.title;
    is_as_seen(&mut form, "title", &now);
    match text_of_length(&mut form, "title", LONGEST_TITLE).filter(|_| !form.is_refused()) {
        Some(title) => act(&page, &desk, &path.1, &form, &Act::Rename(title), "").await,
        None => refused(page, desk, &path.1, form).await,
    }
}

pub(super) async fn describe(
    page: Page,
    State(desk): State<Desk>,
    path: Address,
    form: Form,
) -> Result<Response, WebError> {
    let mut form = form;
    let now = found(&desk.store, &path.1).await?.summary;
    is_as_seen(&mut form, "summary", &now);
    match text_of_length(&mut form, "summary", LONGEST_SUMMARY).filter(|_| !form.is_refused()) {
        Some(summary) => act(&page, &desk, &path.1, &form, &Act::Describe(summary), "").await,
        None => refused(page, desk, &path.1, form).await,
    }
}

/// Nobody overwrites what they have not seen: the form carries the text as it was when it was opened.
fn is_as_seen(form: &mut Form, field: &'static str, now: &str) {
    let seen = form.pairs().iter().find(|(name, _)| name == "seen").map(|(_, seen)| seen.replace("\r\n", "\n"));
    if seen.is_some_and(|seen| seen != now) {
        form.refuse_with(field, "refused-changed", vec![("now", now.to_owned())]);
    }
}

/// Pauses a clock, lets it run again, or gives it more time: the first and the last with a reason.
pub(super) async fn clock(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference, clock)): Path<(String, String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let clock: Id = clock.parse().map_err(|_| WebError::NotFound)?;
    let mut form = form;
    let field = format!("reason-{clock}");
    let deed = form.typed("deed").to_owned();
    if deed == "resume" {
        return act(&page, &desk, &reference, &form, &Act::Resume { clock }, "").await;
    }
    let Some(reason) = text_of_length(&mut form, &field, LONGEST_REASON) else {
        return refused(page, desk, &reference, form).await;
    };
    if deed == "pause" {
        return act(&page, &desk, &reference, &form, &Act::Pause { clock }, &reason).await;
    }
    let days_field = format!("days-{clock}");
    let days = form.typed(&days_field).trim().replace('\u{2212}', "-").parse::<i64>();
    match days.ok().filter(|days| (-250..=250).contains(days) && *days != 0) {
        Some(days) => act(&page, &desk, &reference, &form, &Act::Extend { clock, days }, &reason).await,
        None => {
            form.refuse(days_field, "refused-days");
            refused(page, desk, &reference, form).await
        }
    }
}

async fn act(
    page: &Page,
    desk: &Desk,
    reference: &str,
    form: &Form,
    act: &Act,
    reason: &str,
) -> Result<Response, WebError> {
    let change = desk.store.change(page.by(format!("case.{}", act.name()))).await?;
    let case = found(&change, reference).await?;
    if is_sent_again(&change, form).await? {
        return Ok(back(page, &case, ""));
    }
    let outcome = perform(desk, &change, &[case.id], act, reason).await?;
    let Some(operation) = outcome.operation else {
        let skip = outcome.rows.first().and_then(|row| row.result.as_ref().err());
        return Ok(back(page, &case, skip.map_or("gone", |skip| skip.name())));
    };
    change.commit().await?;
    Ok(back(page, &case, &operation.to_string()))
}
