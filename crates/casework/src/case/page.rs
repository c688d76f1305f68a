use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::tz::TimeZone;
use kernel::Id;
use store::{Query, StoreError};
use web::{Form, Page, Permission, Visitor, WebError, show};

use super::found;
use super::timeline::{Told, reason, requirement, tell};
use crate::clock::Escalation;
use crate::line::{Line, Reader, me};
use crate::record::EntryKind;
use crate::sql::{self, DecisionRow, DocumentRow, RequirementRow, TaskRow};
use crate::toast::Toast;
use crate::{Case, CaseClock, ClockState, Desk, Kind};

const A_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "case/case.html")]
struct CasePage {
    page: Page,
    form: Form,
    toast: Option<Toast>,
    base: String,
    line: Line,
    summary: String,
    contact: String,
    is_mine: bool,
    next_states: Vec<(String, String)>,
    outcomes: Vec<(String, String)>,
    decision: Option<Decision>,
    decisions: Vec<Decision>,
    clocks: Vec<ClockLine>,
    tasks: Vec<TaskLine>,
    requirements: Vec<RequirementLine>,
    papers: Vec<Paper>,
    accept: String,
    staff: Vec<Visitor>,
    owner: Option<Id>,
    kind: Option<EntryKind>,
    entries: Vec<Told>,
    older: Option<String>,
}

struct ClockLine {
    id: Id,
    name: String,
    source: String,
    deadline: String,
    left: String,
    urgency: &'static str,
    percent: i64,
    is_running: bool,
    is_paused: bool,
    reason: String,
    escalation: &'static str,
}

struct Decision {
    id: Id,
    outcome: String,
    grounds: String,
    state: String,
    who: String,
    when: String,
    decided_by: String,
    refusal: String,
    is_own: bool,
}

struct TaskLine {
    id: Id,
    title: String,
    owner: String,
    due: String,
    urgency: &'static str,
    is_done: bool,
}

struct RequirementLine {
    name: String,
    label: String,
    state: &'static str,
    badge: &'static str,
    reason: String,
}

struct Paper {
    title: String,
    name: String,
    version: String,
    href: String,
    when: String,
    is_newest: bool,
}

pub(super) async fn see(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let case = found(&desk.store, &reference).await?;
    let me = me(&page)?;
    // Looking is no write, but for those who had something to see.
    if sql::count_mentions_unseen(&desk.store, me, case.id).await? > 0 {
        let change = desk.store.upkeep(page.now()).await?;
        sql::set_mentions_seen(&change, me, case.id).await?;
        change.commit().await?;
    }
    show(StatusCode::OK, &CasePage::of(page, desk, &reference, form).await?)
}

/// The same page again, with what was typed and what is wrong with it.
pub(super) async fn refused(page: Page, desk: Desk, reference: &str, form: Form) -> Result<Response, WebError> {
    show(StatusCode::UNPROCESSABLE_ENTITY, &CasePage::of(page, desk, reference, form).await?)
}

impl CasePage {
    async fn of(page: Page, desk: Desk, reference: &str, form: Form) -> Result<Self, WebError> {
        let me = me(&page)?;
        let db = &desk.store;
        let case = found(db, reference).await?;
        let reader = Reader::of(&page, &desk, db).await?;
        let kind = desk.kinds.find(&case.kind);
        let shown = EntryKind::from_name(form.typed("show"));
        let before = form.typed("before").parse().unwrap_or(i64::MAX);
        let mut entries = sql::list_entries(db, case.id, shown, before, A_PAGE + 1).await?;
        let is_last = i64::try_from(entries.len()).unwrap_or(i64::MAX) <= A_PAGE;
        entries.truncate(usize::try_from(A_PAGE).unwrap_or(usize::MAX));
        let base = page.link(format!("office/cases/{}", case.reference));
        let older = entries.last().filter(|_| !is_last).map(|last| {
            let filter = shown.map(|kind| format!("show={}&", kind.name())).unwrap_or_default();
            format!("{base}?{filter}before={}#timeline", last.position)
        });
        let decisions = sql::list_decisions(db, case.id).await?;
        let decisions: Vec<Decision> = decisions.iter().map(|row| decision(&reader, kind, row)).collect();
        let (open, decisions): (Vec<_>, Vec<_>) = decisions.into_iter().partition(|row| row.state == "proposed");
        let clocks = sql::list_clocks(db, case.id).await?;
        let elsewhere = applicants_zone(db, &case).await?;
        let tasks = sql::list_tasks(db, case.id).await?;
        let requirements = sql::list_requirements(db, case.id).await?;
        let documents = sql::list_documents(db, case.id).await?;
        let said = |label: &str| page.say(label).to_string();
        let next = kind.into_iter().flat_map(|kind| kind.next_of(&case.state));
        let outcomes = kind.into_iter().flat_map(|kind| &kind.outcomes);
        Ok(Self {
            toast: Toast::of(&page, db, &form).await?,
            line: reader.line(&case),
            summary: case.summary.clone(),
            contact: contact(&case.contact_name, &case.contact_email),
            is_mine: case.owner == Some(me),
            next_states: next.map(|state| (state.name.to_owned(), said(state.label))).collect(),
            outcomes: outcomes.map(|outcome| (outcome.name.to_owned(), said(outcome.label))).collect(),
            decision: open.into_iter().next(),
            decisions,
            clocks: clocks.iter().map(|clock| clock_line(&reader, clock, elsewhere.as_ref())).collect(),
            tasks: tasks.iter().map(|task| task_line(&reader, task)).collect(),
            requirements: requirements.iter().map(|row| requirement_line(&page, kind, row)).collect(),
            papers: papers(&page, &base, &documents),
            accept: super::papers::PAPERS.endings(),
            staff: reader.staff.clone(),
            owner: case.owner,
            kind: shown,
            entries: entries.iter().map(|entry| tell(&reader, &case, kind, entry)).collect(),
            older,
            base,
            form,
            page: page.clone(),
        })
    }

    /// What is missing before the case can be decided.
    fn missing(&self) -> usize {
        self.requirements.iter().filter(|line| line.state != "requirement-accepted").count()
    }

    fn may_decide(&self) -> bool {
        self.page.may(Permission::Decide)
    }

    fn is_owner(&self, account: &Id) -> bool {
        self.owner == Some(*account)
    }

    fn clock_field(&self, name: &str, clock: &ClockLine) -> String {
        format!("{name}-{}", clock.id)
    }
}

/// Where whoever waits for the answer is, if their account says so: the deadline is told in their hours too.
async fn applicants_zone(db: &impl Query, case: &Case) -> Result<Option<TimeZone>, StoreError> {
    let Some(applicant) = case.applicant else { return Ok(None) };
    let account = people::find(db, applicant).await?;
    Ok(account.and_then(|account| TimeZone::get(&account.time_zone).ok()))
}

fn contact(name: &str, email: &str) -> String {
    [name, email].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn clock_line(reader: &Reader<'_>, clock: &CaseClock, elsewhere: Option<&TimeZone>) -> ClockLine {
    let page = reader.page;
    let now = reader.desk.office_time(page.now());
    let (left, urgency) = reader.left(clock.clock.due_on(), false);
    let days = |days: i64| usize::try_from(days.max(0)).unwrap_or(0);
    let deadline = match clock.clock.state {
        ClockState::Running { due_on } => reader.deadline(due_on, elsewhere),
        ClockState::Paused { left, .. } => page.say("clock-paused").count("left", days(left)).to_string(),
        ClockState::Met { on, due_on } if on <= due_on => page.say("clock-met").with("day", page.day(on)).to_string(),
        ClockState::Met { on, .. } => page.say("clock-met-late").with("day", page.day(on)).to_string(),
        ClockState::Stopped { on } => page.say("clock-stopped").with("day", page.day(on)).to_string(),
    };
    let percent = clock.clock.percent_gone(&reader.calendar, reader.desk.hours, now);
    ClockLine {
        id: clock.id,
        name: page.say(clock.basis.label()).to_string(),
        source: clock.source.clone(),
        deadline,
        left,
        urgency,
        percent,
        is_running: matches!(clock.clock.state, ClockState::Running { .. }),
        is_paused: matches!(clock.clock.state, ClockState::Paused { .. }),
        reason: reason(page, &clock.reason),
        escalation: match Escalation::from_percent(percent) {
            Escalation::Calm | Escalation::Half => "",
            Escalation::Near => "near-due",
            Escalation::Over => "late",
        },
    }
}

fn decision(reader: &Reader<'_>, kind: Option<&Kind>, row: &DecisionRow) -> Decision {
    let page = reader.page;
    let label = kind.and_then(|kind| kind.outcome(&row.outcome)).map(|outcome| outcome.label);
    let decided_by = row.decided_by.as_ref().map(|actor| reader.actor_name(actor)).unwrap_or_default();
    let decided_at = row.decided_at.map(|moment| page.moment(moment)).unwrap_or_default();
    Decision {
        id: row.id,
        outcome: label.map_or_else(|| row.outcome.clone(), |label| page.say(label).to_string()),
        grounds: row.grounds.clone(),
        state: row.state.clone(),
        who: reader.actor_name(&row.proposed_by),
        when: page.moment(row.proposed_at),
        decided_by: [decided_by, decided_at].join(" · "),
        refusal: row.refusal.clone(),
        is_own: row.proposed_by == page.actor(),
    }
}

impl Decision {
    fn label(&self) -> &'static str {
        match self.state.as_str() {
            "approved" => "decision-approved",
            "refused" => "decision-refused",
            _ => "decision-withdrawn",
        }
    }
}

fn task_line(reader: &Reader<'_>, task: &TaskRow) -> TaskLine {
    let is_done = task.done_at.is_some();
    let (due, urgency) = reader.left(task.due_on, is_done);
    TaskLine {
        id: task.id,
        title: task.title.clone(),
        owner: task.owner.map(|owner| reader.name(owner)).unwrap_or_default(),
        due,
        urgency,
        is_done,
    }
}

fn requirement_line(page: &Page, kind: Option<&Kind>, row: &RequirementRow) -> RequirementLine {
    let (state, badge) = match row.state.as_str() {
        "received" => ("requirement-received", ""),
        "accepted" => ("requirement-accepted", "badge-done"),
        "replace" => ("requirement-replace", "badge-warning"),
        _ => ("requirement-missing", "badge-open"),
    };
    let label = requirement(page, kind, &row.name);
    RequirementLine { name: row.name.clone(), label, state, badge, reason: row.reason.clone() }
}

impl RequirementLine {
    fn refusal_field(&self) -> String {
        format!("replace-{}", self.name)
    }
}

fn papers(page: &Page, base: &str, documents: &[DocumentRow]) -> Vec<Paper> {
    let mut newest = None;
    let papers = documents.iter().map(|document| {
        let is_newest = newest != Some(document.id);
        newest = Some(document.id);
        Paper {
            title: document.title.clone(),
            name: document.name.clone(),
            version: page.say("paper-version").with("number", document.number).to_string(),
            href: format!("{base}/documents/{}", document.version),
            when: page.moment(document.made_at),
            is_newest,
        }
    });
    papers.collect()
}
