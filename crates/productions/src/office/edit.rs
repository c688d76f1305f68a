use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use web::{Form, Page, WebError, show};

use super::production::find;
use crate::Desk;
use crate::edit::{Edited, Editing, Field};

/// One field of one file.
#[derive(Template)]
#[template(path = "office/edit.html")]
struct EditPage {
    page: Page,
    editing: Editing,
}

pub(super) async fn ask(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference, word)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let field = Field::from_word(&word).ok_or(WebError::NotFound)?;
    let production = find(desk.store(), &page, &reference).await?;
    let back = page.link(format!("office/productions/{}", production.reference));
    let staff = people::list_staff(desk.store()).await?;
    let editing = Editing::new(&production, field, back, staff, desk.currency());
    show(StatusCode::OK, &EditPage { page, editing })
}

pub(super) async fn submit(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference, word)): Path<(String, String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let field = Field::from_word(&word).ok_or(WebError::NotFound)?;
    let staff = people::list_staff(desk.store()).await?;
    let change = desk.store().change(page.by("production.edit")).await?;
    let production = find(&change, &page, &reference).await?;
    let back = page.link(format!("office/productions/{}", production.reference));
    let mut editing = Editing::new(&production, field, back, staff, desk.currency());
    match editing.take(&page, &change, &production, form).await? {
        Edited::Saved => {
            change.commit().await?;
            Ok(Redirect::to(&editing.back).into_response())
        }
        Edited::Unchanged => Ok(Redirect::to(&editing.back).into_response()),
        Edited::Refused => show(StatusCode::UNPROCESSABLE_ENTITY, &EditPage { page, editing }),
        Edited::Overtaken => show(StatusCode::CONFLICT, &EditPage { page, editing }),
    }
}
