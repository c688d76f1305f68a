use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use rulebook::Rulebook;
use web::{Page, WebError, show};

use super::formula::Look;
use super::from_shelf;
use super::glance::{Glance, Status};
use super::prose::{Said, language_name};
use super::view::{ClauseView, View};
use crate::Desk;

#[derive(Template)]
#[template(path = "specification/overview.html")]
struct Overview {
    page: Page,
    own: bool,
    title: Said,
    status: Status,
    periods: Vec<String>,
    reviewed: Option<String>,
    /// In which languages the law itself is authentic.
    authentic: String,
    tests: String,
    hash: String,
    glance: Option<Glance>,
    clauses: Vec<ClauseView>,
}

pub(super) async fn own(page: Page, State(desk): State<Desk>) -> Result<Response, WebError> {
    see(page.clone(), &desk, desk.own())
}

pub(super) async fn other(
    page: Page,
    State(desk): State<Desk>,
    Path((_, country, scheme)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let id = format!("{country}/{scheme}");
    from_shelf(&page, &desk, &id, "", |book| see(page.clone(), &desk, book))
}

fn see(page: Page, desk: &Desk, book: &Rulebook) -> Result<Response, WebError> {
    let view = View::new(&page, desk, book);
    let authentic = book.languages.iter().filter(|(_, authentic)| *authentic);
    let template = Overview {
        own: view.is_own(),
        title: view.title(),
        status: view.status(),
        periods: view.periods(None),
        reviewed: book.reviewed_to.map(|day| page.day(day)),
        authentic: authentic.map(|(language, _)| language_name(&page, *language)).collect::<Vec<_>>().join(", "),
        tests: view.examples(|_| true).said,
        hash: book.hash.clone(),
        glance: view.glance(),
        clauses: view.clauses().into_iter().filter_map(|id| view.clause(id)).collect(),
        page: page.clone(),
    };
    show(StatusCode::OK, &template)
}
