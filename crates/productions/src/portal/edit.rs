use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use web::{Form, Page, WebError, show};

use super::entry::enter;
use crate::Desk;
use crate::edit::{Edited, Editing, Field};

/// One field of what a producer told us.
#[derive(Template)]
#[template(path = "portal/edit.html")]
struct EditPage {
    page: Page,
    editing: Editing,
}

/// A field that is the team's to write, and not the office's own.
fn field_of(word: &str) -> Result<Field, WebError> {
    let field = Field::from_word(word).filter(|field| Field::OF_PRODUCERS.contains(field));
    field.ok_or(WebError::NotFound)
}

pub(super) async fn ask(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference, word)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let field = field_of(&word)?;
    let inside = enter(desk.store(), &page, &reference, field.act()).await?;
    let back = inside.address(&page);
    let editing = Editing::new(&inside.production, field, back, Vec::new(), desk.currency());
    show(StatusCode::OK, &EditPage { page, editing })
}

pub(super) async fn submit(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference, word)): Path<(String, String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let field = field_of(&word)?;
    let change = desk.store().change(page.by("production.edit")).await?;
    let inside = enter(&change, &page, &reference, field.act()).await?;
    let back = inside.address(&page);
    let mut editing = Editing::new(&inside.production, field, back, Vec::new(), desk.currency());
    match editing.take(&page, &change, &inside.production, form).await? {
        Edited::Saved => {
            change.commit().await?;
            Ok(Redirect::to(&editing.back).into_response())
        }
        Edited::Unchanged => Ok(Redirect::to(&editing.back).into_response()),
        Edited::Refused => show(StatusCode::UNPROCESSABLE_ENTITY, &EditPage { page, editing }),
        Edited::Overtaken => show(StatusCode::CONFLICT, &EditPage { page, editing }),
    }
}
