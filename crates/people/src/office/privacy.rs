//! What a person may ask of us: everything we have about them, and that we forget them.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Id;
use store::Entry;
use web::{Form, Page, WebError, show};

use crate::Desk;
use crate::book;
use crate::personal;
use crate::record::{Party, Sort};

#[derive(Template)]
#[template(path = "office/erase.html")]
struct ErasePage {
    page: Page,
    form: Form,
    id: Id,
    name: String,
}

pub(super) async fn export(
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let party = person(&desk, &id).await?;
    let zip = personal::export_of_person(&desk, &party, page.now()).await?;
    let change = desk.change(&page, "people.export").await?;
    change.record(Entry::new(party.sort.word(), party.id, "exported for the person")).await;
    change.commit().await?;
    Ok(download(zip))
}

pub(super) async fn ask_erasure(
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let party = person(&desk, &id).await?;
    show(StatusCode::OK, &erase_page(page, &party, Form::default()))
}

/// Cannot be undone, so it is the one act here that is asked twice.
pub(super) async fn erase(
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let party = person(&desk, &id).await?;
    if form.typed("sure") != "yes" {
        form.refuse("sure", "people-erase-not-sure");
        return show(StatusCode::UNPROCESSABLE_ENTITY, &erase_page(page, &party, form));
    }
    let change = desk.change(&page, "people.erase").await?;
    if !personal::erase(&desk, &change, &party).await? {
        drop(change);
        form.refuse("sure", "people-erase-staff");
        return show(StatusCode::CONFLICT, &erase_page(page, &party, form));
    }
    change.commit().await?;
    Ok(Redirect::to(&page.link("office/people")).into_response())
}

pub(crate) fn download(zip: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/zip"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"personal-data.zip\""),
    ];
    (headers, zip).into_response()
}

async fn person(desk: &Desk, id: &str) -> Result<Party, WebError> {
    let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
    book::find(desk.store(), id).await?.filter(|party| party.sort == Sort::Person).ok_or(WebError::NotFound)
}

fn erase_page(page: Page, party: &Party, form: Form) -> ErasePage {
    ErasePage { id: party.id, name: party.name(page.language().tag()), form, page }
}
