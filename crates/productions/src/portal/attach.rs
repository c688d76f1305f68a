use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Id;
use web::{Form, Page, WebError, show};

use crate::estimates::{EstimateSeen, attach_estimate, find_attachable};
use crate::{Desk, sql};

/// To which of their productions somebody attaches a figure.
#[derive(Template)]
#[template(path = "portal/attach.html")]
struct AttachPage {
    page: Page,
    form: Form,
    figure: String,
    action: String,
    /// Id and name.
    productions: Vec<(String, String)>,
}

pub(super) async fn ask(
    page: Page,
    State(desk): State<Desk>,
    Path((_, estimate)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let seen = find(&desk, &estimate)?;
    answer(page, &desk, StatusCode::OK, &seen, Form::default()).await
}

fn find(desk: &Desk, estimate: &str) -> Result<EstimateSeen, WebError> {
    desk.estimates().and_then(|estimates| estimates.find(estimate)).ok_or(WebError::NotFound)
}

async fn attachable(page: &Page, desk: &Desk) -> Result<Vec<(Id, String)>, WebError> {
    let visitor = page.visitor().ok_or(WebError::NotFound)?;
    Ok(find_attachable(desk.store(), visitor.account, &visitor.email).await?)
}

async fn answer(
    page: Page,
    desk: &Desk,
    status: StatusCode,
    seen: &EstimateSeen,
    form: Form,
) -> Result<Response, WebError> {
    let productions = attachable(&page, desk).await?.into_iter().map(|(id, name)| (id.to_string(), name));
    let template = AttachPage {
        productions: productions.collect(),
        figure: crate::show::figure(&page, seen.figure.as_ref()),
        action: page.link(format!("portal/estimates/{}", seen.estimate)),
        page,
        form,
    };
    show(status, &template)
}

pub(super) async fn submit(
    page: Page,
    State(desk): State<Desk>,
    Path((_, estimate)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let seen = find(&desk, &estimate)?;
    let attachable = attachable(&page, &desk).await?;
    let chosen = attachable.iter().find(|(id, _)| form.chose("production", &id.to_string()));
    let Some((id, _)) = chosen else {
        form.refuse("production", "start-choice-unknown");
        return answer(page, &desk, StatusCode::UNPROCESSABLE_ENTITY, &seen, form).await;
    };
    attach_estimate(desk.store(), page.by("estimate.attach"), *id, &seen).await?;
    let production = sql::find_production(desk.store(), *id).await?.ok_or(WebError::NotFound)?;
    Ok(Redirect::to(&page.link(format!("portal/productions/{}", production.reference))).into_response())
}
