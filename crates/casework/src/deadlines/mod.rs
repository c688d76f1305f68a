//! Every promised and every statutory day in one queue, the soonest first; and the clocks that stand, with their reasons.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use web::{Form, Page, WebError, show};

use crate::clock::Escalation;
use crate::line::{Line, Reader};
use crate::sql;
use crate::{Basis, CaseClock, ClockState, Desk};

const A_PAGE: i64 = 100;

#[derive(Template)]
#[template(path = "deadlines/deadlines.html")]
struct DeadlinesPage {
    page: Page,
    running: Vec<Deadline>,
    paused: Vec<Deadline>,
    next: Option<String>,
    kind: &'static str,
}

struct Deadline {
    line: Line,
    basis: String,
    source: String,
    when: String,
    left: String,
    urgency: &'static str,
    percent: i64,
    escalation: &'static str,
    reason: String,
}

pub(crate) async fn see(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let db = &desk.store;
    let reader = Reader::of(&page, &desk, db).await?;
    let after = form.typed("after").split_once('~').unwrap_or_default();
    let mut clocks = sql::list_running_clocks(db, after, A_PAGE + 1).await?;
    let is_last = i64::try_from(clocks.len()).unwrap_or(i64::MAX) <= A_PAGE;
    clocks.truncate(usize::try_from(A_PAGE).unwrap_or(usize::MAX));
    let next = clocks.last().filter(|_| !is_last).and_then(|last| {
        let due_on = last.clock.due_on()?;
        Some(format!("{}?after={due_on}~{}", page.link("office/deadlines"), last.id))
    });
    let paused = if form.typed("after").is_empty() { sql::list_paused_clocks(db, A_PAGE).await? } else { Vec::new() };
    let mut wanted = None;
    if form.typed("basis") == "law" {
        wanted = Some(Basis::Law);
    } else if form.typed("basis") == "promise" {
        wanted = Some(Basis::Promise);
    }
    clocks.retain(|clock| wanted.is_none_or(|basis| clock.basis == basis));
    let template = DeadlinesPage {
        running: deadlines(&reader, &clocks).await?,
        paused: deadlines(&reader, &paused).await?,
        next,
        kind: wanted.map_or("", Basis::name),
        page: page.clone(),
    };
    show(StatusCode::OK, &template)
}

async fn deadlines(reader: &Reader<'_>, clocks: &[CaseClock]) -> Result<Vec<Deadline>, WebError> {
    let page = reader.page;
    let now = reader.desk.office_time(page.now());
    let mut deadlines = Vec::new();
    for clock in clocks {
        let Some(case) = sql::find_case(&reader.desk.store, clock.case_id).await? else { continue };
        let (left, urgency) = reader.left(clock.clock.due_on(), false);
        let percent = clock.clock.percent_gone(&reader.calendar, reader.desk.hours, now);
        let when = match clock.clock.state {
            ClockState::Running { due_on } => reader.deadline(due_on, None),
            ClockState::Paused { left, .. } => {
                page.say("clock-paused").count("left", usize::try_from(left.max(0)).unwrap_or(0)).to_string()
            }
            ClockState::Met { .. } | ClockState::Stopped { .. } => String::new(),
        };
        deadlines.push(Deadline {
            line: reader.line(&case),
            basis: page.say(clock.basis.label()).to_string(),
            source: clock.source.clone(),
            when,
            left,
            urgency,
            percent,
            escalation: match Escalation::from_percent(percent) {
                Escalation::Calm | Escalation::Half => "",
                Escalation::Near => "near-due",
                Escalation::Over => "late",
            },
            reason: crate::case::said_reason(page, &clock.reason),
        });
    }
    Ok(deadlines)
}
