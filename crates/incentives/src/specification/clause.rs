use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use rulebook::Rulebook;
use web::{Page, WebError, show};

use super::formula::Look;
use super::from_shelf;
use super::view::{ClauseView, Named, View};
use crate::Desk;

#[derive(Template)]
#[template(path = "specification/clause.html")]
struct ClausePage {
    page: Page,
    own: bool,
    book: Named,
    clause: ClauseView,
    before: Option<Named>,
    after: Option<Named>,
    reviewed: Option<String>,
    hash: String,
    /// The blocks of law as they are written.
    law: String,
}

pub(super) async fn own(
    page: Page,
    State(desk): State<Desk>,
    Path((_, anchor)): Path<(String, String)>,
) -> Result<Response, WebError> {
    see(page.clone(), &desk, desk.own(), &anchor)
}

pub(super) async fn other(
    page: Page,
    State(desk): State<Desk>,
    Path((_, country, scheme, anchor)): Path<(String, String, String, String)>,
) -> Result<Response, WebError> {
    let id = format!("{country}/{scheme}");
    from_shelf(&page, &desk, &id, &format!("/clauses/{anchor}"), |book| see(page.clone(), &desk, book, &anchor))
}

fn see(page: Page, desk: &Desk, book: &Rulebook, anchor: &str) -> Result<Response, WebError> {
    let view = View::new(&page, desk, book);
    let clauses = view.clauses();
    let at = clauses.iter().position(|id| book.anchor(*id) == anchor).ok_or(WebError::NotFound)?;
    let near = |at: Option<usize>| at.and_then(|at| clauses.get(at)).map(|id| view.clause_named(*id));
    let clause = clauses.get(at).and_then(|id| view.clause(*id)).ok_or(WebError::NotFound)?;
    let template = ClausePage {
        own: view.is_own(),
        book: Named { label: view.title().text, href: view.href() },
        clause,
        before: near(at.checked_sub(1)),
        after: near(at.checked_add(1)),
        reviewed: book.reviewed_to.map(|day| page.day(day)),
        hash: book.hash.clone(),
        law: book.law_of(anchor),
        page: page.clone(),
    };
    show(StatusCode::OK, &template)
}
