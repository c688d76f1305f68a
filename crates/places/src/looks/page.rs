use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use search::{Choice, Question};
use web::{Page, WebError, show};

use crate::Desk;
use crate::field::{self, LOOKS, find_look};
use crate::index::Found;
use crate::locations::{Line, lines};

#[derive(Template)]
#[template(path = "looks/list.html")]
struct ListPage {
    page: Page,
    looks: Vec<LookLine>,
}

#[derive(Template)]
#[template(path = "looks/look.html")]
struct LookPage {
    page: Page,
    look: &'static field::Choice,
    total: usize,
    lines: Vec<Line>,
    others: Vec<LookLine>,
}

struct LookLine {
    look: &'static field::Choice,
    count: usize,
}

const LOOK: &str = "look";
const MOST: usize = 60;

pub(super) async fn list(page: Page, State(desk): State<Desk>) -> Result<Response, WebError> {
    let question = Question { count: vec![LOOK.to_owned()], ..Question::default() };
    let found = desk.catalogue.ask(&question).await?;
    show(StatusCode::OK, &ListPage { looks: looks(&found), page })
}

pub(super) async fn see(
    page: Page,
    State(desk): State<Desk>,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let look = find_look(&slug).ok_or(WebError::NotFound)?;
    let question = Question {
        choices: vec![Choice { facet: LOOK.to_owned(), values: vec![slug.clone()] }],
        limit: MOST,
        count: vec![LOOK.to_owned()],
        ..Question::default()
    };
    let found = desk.catalogue.ask(&question).await?;
    let others = looks(&found).into_iter().filter(|other| other.look.word != slug);
    let template =
        LookPage { others: others.collect(), lines: lines(&page, &found.cards), total: found.total, look, page };
    show(StatusCode::OK, &template)
}

/// Those that some place has, in the order of the table.
fn looks(found: &Found) -> Vec<LookLine> {
    let count = |word: &str| found.counts.get(LOOK).and_then(|counts| counts.get(word)).copied().unwrap_or(0);
    LOOKS.iter().map(|look| LookLine { look, count: count(look.word) }).filter(|line| line.count > 0).collect()
}
