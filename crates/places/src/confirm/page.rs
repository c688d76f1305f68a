use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::response::Response;
use people::Reader;
use store::{Entry, Query};
use web::{Form, Page, WebError, show};

use super::{Answer, Question};
use crate::record::location::{Location, State};
use crate::record::shown::shown;
use crate::write::LOCATION;
use crate::{Desk, find, show as say, sql, write};

#[derive(Template)]
#[template(path = "confirm/confirm.html")]
struct ConfirmPage {
    page: Page,
    form: Form,
    name: String,
    action: String,
    /// What the public reads, as name and value.
    facts: Vec<(&'static str, String)>,
    answered: Option<&'static str>,
}

pub(super) async fn see(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, token)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (question, place) = asked(&desk.store, &token).await?;
    show(StatusCode::OK, &confirm_page(page, &token, &question, &place, Form::default()))
}

pub(super) async fn answer(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, token)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let change = desk.store.change(page.by("places.confirm")).await?;
    let (mut question, place) = asked(&change, &token).await?;
    if !question.answer.is_open() {
        return show(StatusCode::OK, &confirm_page(page, &token, &question, &place, form));
    }
    let said: String = form.typed("said").trim().chars().take(4_000).collect();
    let answer = match form.typed("answer") {
        "correct" => Answer::Correct,
        "changes" if !said.is_empty() => Answer::Changes,
        "withdraw" => Answer::Withdraw,
        other => {
            let (field, key) =
                if other == "changes" { ("said", "places-refused-said") } else { ("answer", "places-refused-answer") };
            form.refuse(field, key);
            return show(StatusCode::UNPROCESSABLE_ENTITY, &confirm_page(page, &token, &question, &place, form));
        }
    };
    sql::questions::set_answer(&change, &question.id, answer, &said).await?;
    let entry = Entry::new(LOCATION, place.id, "owner answered");
    change.record(entry.after(serde_json::json!({ "answer": answer.word() }))).await;
    let after = Location { state: state_after(place.state, answer), confirmed_on: Some(page.today()), ..place.clone() };
    write::set_location(&change, &place, &after, "state changed").await?;
    change.commit().await?;
    question.answer = answer;
    show(StatusCode::OK, &confirm_page(page, &token, &question, &after, Form::default()))
}

/// A place that was hidden for its owner's silence comes back; what the office has not published stays unpublished.
fn state_after(state: State, answer: Answer) -> State {
    match (answer, state) {
        (Answer::Withdraw, _) => State::Withdrawn,
        (Answer::Correct | Answer::Changes, State::Silent) => State::Published,
        (Answer::Correct | Answer::Changes | Answer::None | Answer::Silent, state) => state,
    }
}

async fn asked(db: &impl Query, token: &str) -> Result<(Question, Location), WebError> {
    let question = sql::questions::find_question(db, &store::fingerprint(token)).await?.ok_or(WebError::NotFound)?;
    let place = find::find_location(db, question.location).await?.ok_or(WebError::NotFound)?;
    Ok((question, place))
}

fn confirm_page(page: Page, token: &str, question: &Question, place: &Location, form: Form) -> ConfirmPage {
    let public = shown(place, Reader::Anybody);
    let facts = public.facts.iter().map(|fact| (fact.field.label, say::told(&page, fact)));
    ConfirmPage {
        name: place.name(page.language()).to_owned(),
        action: page.link(format!("confirm/{token}")),
        facts: facts.filter(|(_, told)| !told.is_empty()).collect(),
        answered: (!question.answer.is_open()).then(|| question.answer.label()),
        form,
        page,
    }
}
