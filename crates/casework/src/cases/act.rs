//! One act on many cases: shown first, then done.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Id;
use store::StoreError;
use web::{Form, Page, WebError, show};

use super::{all_cases, filter_of};
use crate::act::{Act, Skip};
use crate::line::{Line, Reader, me};
use crate::operation::{OutcomeRow, perform, preview};
use crate::{Case, Desk, View, sql};

/// So many cases are changed in one step.
const MOST_AT_ONCE: usize = 500;
pub(crate) const LONGEST_REASON: usize = 1_000;

#[derive(Template)]
#[template(path = "cases/preview.html")]
struct PreviewPage {
    page: Page,
    act: &'static str,
    what: String,
    argument: String,
    reason: String,
    picks: Vec<Id>,
    back: String,
    view: String,
    changed: usize,
    rows: Vec<Row>,
}

struct Row {
    line: Line,
    /// The case as it would be.
    after: Option<Line>,
    skip: String,
}

pub(super) async fn act(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let me = me(&page)?;
    let back = format!("{}?{}", page.link("office/cases"), View::from_query(form.typed("view")).query());
    let Some(act) = read(&form, form.typed("act")) else {
        return Ok(Redirect::to(&with_done(&back, "nothing")).into_response());
    };
    let cases = picked(&page, &desk, &form, me).await?;
    if cases.is_empty() {
        return Ok(Redirect::to(&with_done(&back, "nothing")).into_response());
    }
    let reason: String = form.typed("reason").trim().chars().take(LONGEST_REASON).collect();
    if form.typed("step") == "do" {
        let ids: Vec<Id> = cases.iter().map(|case| case.id).collect();
        let change = desk.store.change(page.by(format!("case.{}", act.name()))).await?;
        if change.once(form.typed("once"), &back).await?.is_some() {
            return Ok(Redirect::to(&back).into_response());
        }
        let outcome = perform(&desk, &change, &ids, &act, &reason).await?;
        let Some(operation) = outcome.operation else {
            return Ok(Redirect::to(&with_done(&back, "nothing")).into_response());
        };
        change.commit().await?;
        return Ok(Redirect::to(&with_done(&back, &operation.to_string())).into_response());
    }
    let reader = Reader::of(&page, &desk, &desk.store).await?;
    let outcome = preview(&desk, &desk.store, page.now(), cases, &act).await?;
    let template = PreviewPage {
        what: described(&reader, &act),
        act: act.name(),
        argument: act.argument(),
        reason,
        picks: outcome.rows.iter().filter(|row| row.result.is_ok()).map(|row| row.case.id).collect(),
        changed: outcome.changed(),
        rows: outcome.rows.iter().map(|row| row_of(&reader, row)).collect(),
        view: View::from_query(form.typed("view")).query(),
        page: page.clone(),
        back,
    };
    show(StatusCode::OK, &template)
}

/// The act that a form names, if it can be done to many cases.
fn read(form: &Form, name: &str) -> Option<Act> {
    // A preview hands the argument on in one field, the list has one field for each act.
    let argument = |field: &str| {
        let handed = form.typed("argument");
        if form.typed("step") == "do" { handed.to_owned() } else { form.typed(field).trim().to_owned() }
    };
    match name {
        "assign" => match argument("owner").as_str() {
            "" => Some(Act::Assign(None)),
            account => account.parse().ok().map(|account| Act::Assign(Some(account))),
        },
        "move" => {
            let days = argument("days").replace('\u{2212}', "-");
            days.parse().ok().filter(|days: &i64| (-250..=250).contains(days)).map(Act::MoveDeadline)
        }
        "state" => Some(Act::SetState(argument("state"))),
        _ => None,
    }
}

async fn picked(page: &Page, desk: &Desk, form: &Form, me: Id) -> Result<Vec<Case>, StoreError> {
    let db = &desk.store;
    if form.chose("all", "yes") {
        let view = View::from_query(form.typed("view"));
        let calendar = desk.working_calendar(db).await?;
        let filter = filter_of(&view, &calendar, desk.today(page.now()), me);
        return all_cases(db, &view, &filter, MOST_AT_ONCE).await;
    }
    let mut cases: Vec<Case> = Vec::new();
    for id in form.all("pick").filter_map(|id| id.parse::<Id>().ok()).take(MOST_AT_ONCE) {
        if cases.iter().all(|case| case.id != id) {
            cases.extend(sql::find_case(db, id).await?);
        }
    }
    Ok(cases)
}

fn described(reader: &Reader<'_>, act: &Act) -> String {
    let page = reader.page;
    match act {
        Act::Assign(None) => page.say("preview-unassign").to_string(),
        Act::Assign(Some(owner)) => page.say("preview-assign").with("name", reader.name(*owner)).to_string(),
        Act::MoveDeadline(days) if *days < 0 => {
            page.say("preview-move-back").count("days", usize::try_from(days.unsigned_abs()).unwrap_or(0)).to_string()
        }
        Act::MoveDeadline(days) => {
            page.say("preview-move").count("days", usize::try_from(*days).unwrap_or(0)).to_string()
        }
        Act::SetState(state) => {
            let label = reader.desk.kinds.all().iter().find_map(|kind| kind.state(state)).map(|state| state.label);
            let name = label.map_or_else(|| state.clone(), |label| page.say(label).to_string());
            page.say("preview-state").with("name", name).to_string()
        }
        Act::Decide(_)
        | Act::Rename(_)
        | Act::Describe(_)
        | Act::Pause { .. }
        | Act::Resume { .. }
        | Act::Extend { .. } => crate::toast::deed(page, act.name()),
    }
}

fn row_of(reader: &Reader<'_>, row: &OutcomeRow) -> Row {
    Row {
        line: reader.line(&row.case),
        after: row.result.as_ref().ok().map(|after| reader.line(after)),
        skip: row
            .result
            .as_ref()
            .err()
            .map(|skip| reader.page.say(Skip::label(skip.name())).to_string())
            .unwrap_or_default(),
    }
}

pub(crate) fn with_done(address: &str, done: &str) -> String {
    let joint = if address.ends_with('?') {
        ""
    } else if address.contains('?') {
        "&"
    } else {
        "?"
    };
    format!("{address}{joint}done={done}")
}
