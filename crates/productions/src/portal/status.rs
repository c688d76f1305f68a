use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use casework::Turn;
use jiff::Timestamp;
use web::{Form, Page, WebError, show};

use super::entry::{Inside, Tab, enter};
use super::messages::unread;
use crate::edit::Field;
use crate::file::NotMoved;
use crate::office::way;
use crate::record::AttachedEstimate;
use crate::role::Act;
use crate::{Desk, Mover, Moving, Stage, contact, file, letters, sql};

/// Where a production stands, and the one thing that is wanted of its reader.
#[derive(Template)]
#[template(path = "portal/status.html")]
struct StatusPage {
    page: Page,
    tabs: Vec<Tab>,
    reference: String,
    title: String,
    steps: Vec<StepRow>,
    turn: &'static str,
    is_yours: bool,
    holder: String,
    due: String,
    unread: usize,
    facts: Vec<(Field, String, bool)>,
    estimates: Option<Vec<AttachedEstimate>>,
    moves: Vec<Stage>,
    address: String,
    may_export: bool,
    may_see_messages: bool,
    form: Form,
}

struct StepRow {
    stage: Stage,
    state: &'static str,
    since: Option<Timestamp>,
}

pub(super) async fn status(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let inside = enter(desk.store(), &page, &reference, Act::SeeStatus).await?;
    answer(page, &desk, StatusCode::OK, inside, Form::default()).await
}

async fn answer(page: Page, desk: &Desk, status: StatusCode, inside: Inside, form: Form) -> Result<Response, WebError> {
    let store = desk.store();
    let production = &inside.production;
    let case = file::main_case(store, production).await?;
    let turn = case.as_ref().map_or(Turn::Nobody, |case| case.turn);
    let holder = match case.as_ref().and_then(|case| case.owner).or(production.officer) {
        Some(account) => contact::name_of(store, account).await?,
        None => String::new(),
    };
    let due = case.as_ref().filter(|case| !case.is_closed && turn == Turn::Office);
    let due_at = due.and_then(|case| case.due_on).and_then(|day| desk.closing(day));
    let zone = letters::zone_of(desk, production);
    let taken = sql::list_steps(store, production.id).await?;
    let steps = way(production.stage).into_iter().map(|(stage, state)| {
        let since = taken.iter().rev().find(|step| step.to == stage).map(|step| step.moment);
        let since = since.or((stage == Stage::New).then_some(production.made_at));
        StepRow { stage, state, since: since.filter(|_| state != "next") }
    });
    let facts = if inside.may(Act::SeeBrief) { Field::OF_PRODUCERS.to_vec() } else { Vec::new() };
    let facts = facts.into_iter().map(|field| {
        let value = field.shown(&page, production, &[]);
        (field, value, inside.may(field.act()))
    });
    let estimates = match inside.may(Act::SeeMoney) {
        true => Some(sql::list_estimates(store, production.id).await?),
        false => None,
    };
    let allowed = inside.may(Act::MoveStage);
    let can_go = |to: &&Stage| {
        let moving = Moving { to: **to, note: "", lost: None };
        allowed && production.stage.check(&moving, Mover::Producer).is_ok()
    };
    let template = StatusPage {
        tabs: inside.tabs(&page, ""),
        reference: production.reference.to_string(),
        title: production.title.clone(),
        steps: steps.collect(),
        turn: turn.label_outside(),
        is_yours: turn == Turn::Applicant,
        holder,
        due: due_at.map(|at| page.deadline(at, Some(&zone))).unwrap_or_default(),
        unread: unread(&page, desk, production, inside.account).await?,
        facts: facts.collect(),
        estimates,
        moves: production.stage.next().iter().filter(can_go).copied().collect(),
        address: inside.address(&page),
        may_export: inside.may(Act::Export),
        may_see_messages: inside.may(Act::SeeMessages),
        form,
        page: page.clone(),
    };
    show(status, &template)
}

/// The producer's own steps: they commit, they wrap, the film comes out.
pub(super) async fn stage(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let change = desk.store().change(page.by("production.move")).await?;
    let inside = enter(&change, &page, &reference, Act::MoveStage).await?;
    let to = Stage::from_word(form.typed("stage")).ok_or(WebError::NotFound)?;
    let note = form.typed("note").to_owned();
    let moving = Moving { to, note: &note, lost: None };
    match file::move_on(&change, &inside.production, &moving, Mover::Producer).await {
        Ok(_) => {
            change.commit().await?;
            Ok(Redirect::to(&inside.address(&page)).into_response())
        }
        Err(NotMoved::Refused(refusal)) => {
            form.refuse("stage", refusal.key());
            answer(page, &desk, StatusCode::UNPROCESSABLE_ENTITY, inside, form).await
        }
        Err(NotMoved::Overtaken) => Err(WebError::Conflict),
        Err(NotMoved::Broken(error)) => Err(error.into()),
    }
}
