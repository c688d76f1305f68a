//! What an act did, case by case, and the way back.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Id;
use web::{Form, Page, WebError, show};

use super::act::with_done;
use crate::act::Skip;
use crate::line::Reader;
use crate::operation::{CannotUndo, can_be_undone};
use crate::toast::{Toast, deed};
use crate::{Desk, sql};

#[derive(Template)]
#[template(path = "cases/operation.html")]
struct OperationPage {
    page: Page,
    toast: Option<Toast>,
    deed: String,
    who: String,
    when: String,
    undone: Option<String>,
    undo: Option<String>,
    rows: Vec<Row>,
}

struct Row {
    href: String,
    reference: String,
    result: String,
}

pub(super) async fn see(
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
    let db = &desk.store;
    let Some(operation) = sql::find_operation(db, id).await? else { return Err(WebError::NotFound) };
    let reader = Reader::of(&page, &desk, db).await?;
    let rows = sql::list_operation_cases(db, id).await?;
    let may_undo = can_be_undone(&operation, page.now());
    // Its own toast would only repeat the page.
    let toast = if form.typed("done").parse::<Id>().is_ok() { None } else { Toast::of(&page, db, &form).await? };
    let template = OperationPage {
        toast,
        deed: deed(&page, &operation.kind),
        who: reader.actor_name(&operation.actor),
        when: page.moment(operation.moment),
        undone: operation.undone_at.map(|moment| page.moment(moment)),
        undo: may_undo.then(|| page.link(format!("office/operations/{id}/undo"))),
        rows: rows
            .into_iter()
            .map(|row| Row {
                href: page.link(format!("office/cases/{}", row.reference)),
                result: page.say(Skip::label(&row.result)).to_string(),
                reference: row.reference,
            })
            .collect(),
        page: page.clone(),
    };
    show(StatusCode::OK, &template)
}

pub(super) async fn undo(
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
    let change = desk.store.change(page.by("case.undo")).await?;
    let Some(operation) = sql::find_operation(&change, id).await? else { return Err(WebError::NotFound) };
    let here = page.link(format!("office/operations/{id}"));
    let done = match crate::operation::undo(&change, &operation).await? {
        Ok(rows) => {
            change.commit().await?;
            let skipped = rows.iter().filter(|row| row.result.is_err()).count();
            return Ok(Redirect::to(&format!("{here}?kept={skipped}")).into_response());
        }
        Err(CannotUndo::Undone) => "already-undone",
        Err(CannotUndo::TooOld) => "too-old",
        Err(CannotUndo::Decision) => "decided",
    };
    Ok(Redirect::to(&with_done(&here, done)).into_response())
}
