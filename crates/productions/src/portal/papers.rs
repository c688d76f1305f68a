use askama::Template;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use casework::{OutsidePaper, PAPERS};
use files::PutError;
use kernel::Id;
use web::{Form, Page, Upload, WebError, show};

use super::entry::{Inside, Tab, enter};
use crate::record::Production;
use crate::role::Act;
use crate::{Desk, file};

/// The papers of a production: what the team sent in and what the office gave them.
#[derive(Template)]
#[template(path = "portal/papers.html")]
struct PapersPage {
    page: Page,
    tabs: Vec<Tab>,
    reference: String,
    title: String,
    papers: Vec<Paper>,
    action: String,
    may_add: bool,
    accept: String,
    form: Form,
}

struct Paper {
    paper: OutsidePaper,
    case: String,
    link: String,
}

pub(super) async fn list(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let inside = enter(desk.store(), &page, &reference, Act::SeeDocuments).await?;
    answer(page, &desk, StatusCode::OK, inside, Form::default()).await
}

/// All papers of all cases of a production.
pub(super) async fn papers(desk: &Desk, production: &Production) -> Result<Vec<(String, OutsidePaper)>, WebError> {
    let mut papers = Vec::new();
    for case in casework::cases_of_subject(desk.store(), &Production::subject(production.id)).await? {
        let of_case = casework::papers_outside(desk.store(), &case).await?;
        papers.extend(of_case.into_iter().map(|paper| (case.reference.clone(), paper)));
    }
    Ok(papers)
}

async fn answer(page: Page, desk: &Desk, status: StatusCode, inside: Inside, form: Form) -> Result<Response, WebError> {
    let action = format!("{}/documents", inside.address(&page));
    let papers = papers(desk, &inside.production).await?.into_iter();
    let papers = papers.map(|(case, paper)| Paper { link: format!("{action}/{}", paper.file), case, paper });
    let template = PapersPage {
        tabs: inside.tabs(&page, "/documents"),
        reference: inside.production.reference.to_string(),
        title: inside.production.title.clone(),
        papers: papers.collect(),
        may_add: inside.may(Act::AddDocument),
        accept: PAPERS.endings(),
        action,
        form,
        page,
    };
    show(status, &template)
}

pub(super) async fn add(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
    upload: Upload,
) -> Result<Response, WebError> {
    let inside = enter(desk.store(), &page, &reference, Act::AddDocument).await?;
    let mut form = upload.form.clone();
    let stored = match upload.file("file") {
        None => {
            form.refuse("file", "team-papers-no-file");
            None
        }
        Some(file) => match desk.keep().put_bytes(&file.bytes, &file.name, &PAPERS).await {
            Ok(stored) => Some(stored),
            Err(PutError::Refused(refusal)) => {
                form.refuse_with("file", refusal.key(), refusal.arguments());
                form.refuse_with("file", refusal.fix_key(), refusal.arguments());
                None
            }
            Err(PutError::Failed(error)) => return Err(error.into()),
        },
    };
    let change = desk.store().change(page.by("document.add")).await?;
    let case = file::main_case(&change, &inside.production).await?;
    if case.is_none() {
        form.refuse("file", "portal-no-case");
    }
    let (Some(stored), Some(case)) = (stored, case) else {
        return answer(page, &desk, StatusCode::UNPROCESSABLE_ENTITY, inside, form).await;
    };
    let to = format!("{}/documents", inside.address(&page));
    if let Some(earlier) = change.once(form.typed("once"), &to).await? {
        return Ok(Redirect::to(&earlier).into_response());
    }
    let title: String = form.typed("name").trim().chars().take(200).collect();
    casework::add_document(desk.cases(), &change, &case, "", &title, &stored).await?;
    change.commit().await?;
    Ok(Redirect::to(&to).into_response())
}

pub(super) async fn download(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference, file)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let inside = enter(desk.store(), &page, &reference, Act::SeeDocuments).await?;
    let id: Id = file.parse().map_err(|_| WebError::NotFound)?;
    let papers = papers(&desk, &inside.production).await?;
    let known = papers.iter().any(|(_, paper)| paper.file == id);
    let kept = files::find_file(desk.store(), id).await?.filter(|_| known).ok_or(WebError::NotFound)?;
    // A file that is still being scanned is there, but not yet.
    let readable = kept.readable_by(&page.actor()).map_err(|_| WebError::Conflict)?;
    let bytes = desk.keep().bytes(&readable).await?;
    let headers = [
        (header::CONTENT_TYPE, readable.kind.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, files::download_header(&readable.name)),
    ];
    Ok((headers, bytes).into_response())
}
