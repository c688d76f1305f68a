use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rulebook::FactProblem;
use web::{Form, Page, WebError};

use super::{page, questions, saved, sensitivity, show_live, show_refused};
use crate::{Desk, Saved};

/// The same production with other answers, or with one amount moved: another estimate with an address of its own.
pub(super) async fn submit(
    reader: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let old = saved(&desk, &id)?;
    let wish = form.typed("move").to_owned();
    let is_live = form.typed("then") == "live";
    let mut beside: Vec<String> = form.all("beside").take(page::MOST_BESIDE).map(str::to_owned).collect();
    let new = if wish.is_empty() {
        let mut facts = old.facts.clone();
        questions::take(&old.book, &mut form, &mut facts);
        if !form.is_refused()
            && let Err(problems) = old.book.estimate(&facts, None, &old.tables)
        {
            problems.iter().for_each(|problem| refuse(&mut form, problem));
        }
        if is_live {
            if form.is_refused() {
                return show_refused(reader, &form);
            }
            return show_live(reader, &desk, &Saved { facts, ..old });
        }
        if form.is_refused() {
            return page::show_with(reader, &desk, &id, old, form, beside, StatusCode::UNPROCESSABLE_ENTITY);
        }
        desk.archive().keep(&old.book, &facts, old.ledger.as_ref(), &old.tables, old.rows)?
    } else {
        let moved = sensitivity::asked(&old, &wish).ok_or(WebError::NotFound)?;
        desk.archive().keep(&old.book, &moved.facts, moved.ledger.as_ref(), &moved.tables, old.rows)?
    };
    if form.typed("then") == "beside" {
        beside.insert(0, id);
    }
    beside.retain(|other| *other != new);
    beside.truncate(page::MOST_BESIDE);
    let query: Vec<String> = beside.iter().map(|other| format!("with={other}")).collect();
    let query = if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) };
    Ok(Redirect::to(&reader.link(format!("estimates/{new}{query}"))).into_response())
}

fn refuse(form: &mut Form, problem: &FactProblem) {
    match problem {
        FactProblem::OutOfRange { name, found, low, high } => form.refuse_with(
            format!("fact-{name}"),
            "result-out-of-range",
            vec![("found", found.clone()), ("low", low.clone()), ("high", high.clone())],
        ),
        FactProblem::UnknownReading { name, found, .. } => {
            form.refuse_with(format!("open-{name}"), "result-not-a-number", vec![("typed", found.clone())]);
        }
        FactProblem::UnknownName { name, .. } | FactProblem::RangeReversed { name } => {
            form.refuse_with(format!("fact-{name}"), "result-not-a-number", vec![("typed", name.clone())]);
        }
        FactProblem::NotOfType { name, found, .. } => {
            form.refuse_with(format!("fact-{name}"), "result-not-a-number", vec![("typed", found.clone())]);
        }
    }
}
