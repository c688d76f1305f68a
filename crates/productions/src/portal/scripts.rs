use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use store::Query;
use web::{Form, Page, Upload, WebError, show};

use super::entry::{Inside, Tab, enter};
use crate::role::Act;
use crate::script::ScriptKind;
use crate::vault::{KeptScript, Opening, pages};
use crate::{Desk, sql};

/// The scripts of a production: who may read them, until when, and who did.
#[derive(Template)]
#[template(path = "portal/scripts.html")]
struct ScriptsPage {
    page: Page,
    tabs: Vec<Tab>,
    reference: String,
    title: String,
    rows: Vec<Row>,
    action: String,
    may_add: bool,
    may_withdraw: bool,
    may_see_log: bool,
    form: Form,
}

struct Row {
    script: KeptScript,
    link: String,
    is_text: bool,
    shut: Option<&'static str>,
}

/// Who opened a script.
#[derive(Template)]
#[template(path = "portal/log.html")]
struct LogPage {
    page: Page,
    reference: String,
    title: String,
    back: String,
    openings: Vec<Opening>,
}

pub(super) async fn list(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let inside = enter(desk.store(), &page, &reference, Act::SeeScripts).await?;
    answer(page, &desk, StatusCode::OK, inside, Form::default()).await
}

async fn answer(page: Page, desk: &Desk, status: StatusCode, inside: Inside, form: Form) -> Result<Response, WebError> {
    let action = format!("{}/scripts", inside.address(&page));
    let scripts = sql::list_scripts(desk.store(), inside.production.id).await?;
    let rows = scripts.into_iter().map(|script| Row {
        link: format!("{action}/{}", script.id),
        is_text: script.kind != ScriptKind::Pdf,
        shut: script.shut(page.today()).map(|shut| shut.key()),
        script,
    });
    let template = ScriptsPage {
        tabs: inside.tabs(&page, "/scripts"),
        reference: inside.production.reference.to_string(),
        title: inside.production.title.clone(),
        rows: rows.collect(),
        may_add: inside.may(Act::AddScript),
        may_withdraw: inside.may(Act::WithdrawScript),
        may_see_log: inside.may(Act::SeeScriptLog),
        action,
        form,
        page,
    };
    show(status, &template)
}

pub(super) async fn give(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
    upload: Upload,
) -> Result<Response, WebError> {
    let inside = enter(desk.store(), &page, &reference, Act::AddScript).await?;
    let mut form = upload.form.clone();
    if !pages::take(&page, &desk, &inside.production, &mut form, upload.file("script")).await? {
        return answer(page, &desk, StatusCode::UNPROCESSABLE_ENTITY, inside, form).await;
    }
    Ok(Redirect::to(&format!("{}/scripts", inside.address(&page))).into_response())
}

pub(super) async fn read(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference, script)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let inside = enter(desk.store(), &page, &reference, Act::SeeScripts).await?;
    let script = find(desk.store(), &inside, &script).await?;
    let back = format!("{}/scripts", inside.address(&page));
    pages::read(page, &desk, &inside.production, &script, back).await
}

pub(super) async fn log(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference, script)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let inside = enter(desk.store(), &page, &reference, Act::SeeScriptLog).await?;
    let script = find(desk.store(), &inside, &script).await?;
    let template = LogPage {
        reference: inside.production.reference.to_string(),
        back: format!("{}/scripts", inside.address(&page)),
        openings: sql::list_openings(desk.store(), script.id).await?,
        title: script.title,
        page,
    };
    show(StatusCode::OK, &template)
}

pub(super) async fn withdraw(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference, script)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let change = desk.store().change(page.by("script.withdraw")).await?;
    let inside = enter(&change, &page, &reference, Act::WithdrawScript).await?;
    let script = find(&change, &inside, &script).await?;
    if script.withdrawn_at.is_none() {
        pages::withdraw(&change, &inside.production, &script, &page.actor()).await?;
        change.commit().await?;
    }
    Ok(Redirect::to(&format!("{}/scripts", inside.address(&page))).into_response())
}

async fn find(db: &impl Query, inside: &Inside, script: &str) -> Result<KeptScript, WebError> {
    let id = script.parse().map_err(|_| WebError::NotFound)?;
    sql::find_script(db, inside.production.id, id).await?.ok_or(WebError::NotFound)
}
