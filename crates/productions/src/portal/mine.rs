use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use casework::Turn;
use kernel::Day;
use web::{Page, WebError, show};

use super::messages::unread;
use crate::{Desk, file, sql};

/// The productions somebody belongs to: whose turn it is, what comes next, what they have not read.
#[derive(Template)]
#[template(path = "portal/mine.html")]
struct MinePage {
    page: Page,
    rows: Vec<Row>,
}

struct Row {
    link: String,
    reference: String,
    title: String,
    stage: &'static str,
    turn: &'static str,
    is_yours: bool,
    next: Option<Day>,
    unread: usize,
}

pub(super) async fn mine(page: Page, State(desk): State<Desk>) -> Result<Response, WebError> {
    let visitor = page.visitor().ok_or(WebError::NotFound)?.clone();
    let mut rows = Vec::new();
    for production in sql::list_productions_of(desk.store(), visitor.account, &visitor.email).await? {
        let case = file::main_case(desk.store(), &production).await?;
        let turn = case.as_ref().map_or(Turn::Nobody, |case| case.turn);
        rows.push(Row {
            link: page.link(format!("portal/productions/{}", production.reference)),
            reference: production.reference.to_string(),
            title: production.title.clone(),
            stage: production.stage.label(),
            turn: turn.label_outside(),
            is_yours: turn == Turn::Applicant,
            next: case.and_then(|case| case.due_on).or(production.next_on),
            unread: unread(&page, &desk, &production, visitor.account).await?,
        });
    }
    show(StatusCode::OK, &MinePage { page, rows })
}
