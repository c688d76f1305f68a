use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Id;
use web::{Form, Page, WebError, show};

use crate::Desk;
use crate::book;
use crate::record::KeyKind;

#[derive(Template)]
#[template(path = "office/duplicates.html")]
struct DuplicatesPage {
    page: Page,
    count: usize,
    pairs: Vec<Pair>,
}

struct Pair {
    left: Id,
    right: Id,
    left_name: String,
    right_name: String,
    reasons: Vec<KeyKind>,
}

/// On one page; the likeliest come first, and what was looked at goes away.
const AT_ONCE: usize = 100;

pub(super) async fn list(page: Page, State(desk): State<Desk>) -> Result<Response, WebError> {
    let found = desk.book().duplicates(desk.store()).await?;
    let count = found.len();
    let mut pairs = Vec::new();
    let language = page.language();
    for like in found.into_iter().take(AT_ONCE) {
        let left_name = book::name_of(desk.store(), like.left, language.tag()).await?.unwrap_or_default();
        let right_name = book::name_of(desk.store(), like.right, language.tag()).await?.unwrap_or_default();
        pairs.push(Pair { left: like.left, right: like.right, left_name, right_name, reasons: like.reasons });
    }
    show(StatusCode::OK, &DuplicatesPage { page, count, pairs })
}

pub(super) async fn are_two(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let ids: (Result<Id, _>, Result<Id, _>) = (form.typed("left").parse(), form.typed("right").parse());
    let (Ok(left), Ok(right)) = ids else { return Err(WebError::NotFound) };
    let change = desk.change(&page, "people.distinct").await?;
    let both = (book::find(&change, left).await?, book::find(&change, right).await?);
    let (Some(left), Some(right)) = both else { return Err(WebError::NotFound) };
    desk.book().set_distinct(&change, left.id, right.id).await?;
    change.commit().await?;
    Ok(Redirect::to(&page.link("office/duplicates")).into_response())
}
