use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use casework::Case;
use kernel::{Actor, Day};
use store::Query;
use web::{Form, Page, Visitor, WebError, show};

use super::discretion::{Known, known};
use super::timeline::{Happening, happenings};
use crate::edit::Field;
use crate::record::{AttachedEstimate, Member, Production};
use crate::script::ScriptKind;
use crate::show::{chance, zone_name};
use crate::vault::KeptScript;
use crate::{Desk, LostReason, Stage, TeamRole, sql};

/// All of one production: what it is, what happened, what comes next.
#[derive(Template)]
#[template(path = "office/production.html")]
pub(super) struct ProductionPage {
    page: Page,
    production: Production,
    reference: String,
    facts: Vec<(Field, String)>,
    address: String,
    steps: Vec<(Stage, &'static str)>,
    next: &'static [Stage],
    form: Form,
    team: Vec<Member>,
    cases: Vec<CaseRow>,
    scripts: Vec<ScriptRow>,
    estimates: Vec<AttachedEstimate>,
    happenings: Vec<Happening>,
    contact: Option<(String, String)>,
    organisation: Option<(String, String)>,
    zone: String,
    copied_from: Option<(String, String)>,
}

struct CaseRow {
    link: String,
    reference: String,
    title: String,
    due_on: Option<Day>,
    is_closed: bool,
    is_late: bool,
}

struct ScriptRow {
    script: KeptScript,
    link: String,
    is_text: bool,
    shut: Option<&'static str>,
}

impl ProductionPage {
    fn lost_reasons(&self) -> [LostReason; 11] {
        LostReason::ALL
    }

    fn roles(&self) -> [TeamRole; 6] {
        TeamRole::ALL
    }
}

/// The production of an address, for who may know of it; 404 for what is no reference, too.
pub(crate) async fn find(db: &impl Query, page: &Page, reference: &str) -> Result<Production, WebError> {
    let reference = reference.parse().map_err(|_| WebError::NotFound)?;
    let production = sql::find_production_by_reference(db, &reference).await?.ok_or(WebError::NotFound)?;
    match known(db, page, &production).await? {
        Known::All => Ok(production),
        Known::CodeName => Err(WebError::Forbidden),
        Known::Nothing => Err(WebError::NotFound),
    }
}

pub(super) async fn show_production(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let production = find(desk.store(), &page, &reference).await?;
    answer(page, &desk, StatusCode::OK, production, Form::default()).await
}

/// The page with what was typed into its forms, when one of them was refused.
pub(super) async fn answer(
    page: Page,
    desk: &Desk,
    status: StatusCode,
    production: Production,
    form: Form,
) -> Result<Response, WebError> {
    let store = desk.store();
    let staff = people::list_staff(store).await?;
    let subject = Production::subject(production.id);
    let cases = casework::cases_of_subject(store, &subject).await?;
    let scripts = sql::list_scripts(store, production.id).await?;
    let happenings = happenings(&page, desk, &production, &cases, &staff).await?;
    let copied_from = match production.copied_from {
        Some(id) => sql::find_production(store, id).await?,
        None => None,
    };
    let reference = production.reference.to_string();
    let address = page.link(format!("office/productions/{reference}"));
    let template = ProductionPage {
        facts: Field::ALL.into_iter().map(|field| (field, field.shown(&page, &production, &staff))).collect(),
        steps: way(production.stage),
        next: production.stage.next(),
        team: sql::list_members(store, production.id).await?,
        cases: cases.iter().map(|case| case_row(&page, case)).collect(),
        scripts: scripts.into_iter().map(|script| script_row(&page, &address, script)).collect(),
        estimates: sql::list_estimates(store, production.id).await?,
        contact: party(&page, desk, "people", production.contact).await?,
        organisation: party(&page, desk, "organisations", production.organisation).await?,
        zone: zone_name(&page, &production.zone, page.now()),
        copied_from: copied_from.map(|from| {
            (page.link(format!("office/productions/{}", from.reference)), format!("{} {}", from.reference, from.title))
        }),
        happenings,
        reference,
        address,
        form,
        production,
        page,
    };
    show(status, &template)
}

/// The usual way, with what is done, now and to come; a production that left it stands alone.
pub(crate) fn way(stage: Stage) -> Vec<(Stage, &'static str)> {
    let Some(now) = Stage::WAY.iter().position(|step| *step == stage) else { return vec![(stage, "now")] };
    let state = |at: usize| match at.cmp(&now) {
        std::cmp::Ordering::Less => "done",
        std::cmp::Ordering::Equal => "now",
        std::cmp::Ordering::Greater => "next",
    };
    Stage::WAY.iter().enumerate().map(|(at, step)| (*step, state(at))).collect()
}

fn case_row(page: &Page, case: &Case) -> CaseRow {
    CaseRow {
        link: page.link(format!("office/cases/{}", case.reference)),
        reference: case.reference.clone(),
        title: case.title.clone(),
        due_on: case.due_on,
        is_closed: case.is_closed,
        is_late: !case.is_closed && case.due_on.is_some_and(|day| day < page.today()),
    }
}

fn script_row(page: &Page, address: &str, script: KeptScript) -> ScriptRow {
    ScriptRow {
        link: format!("{address}/scripts/{}", script.id),
        is_text: script.kind != ScriptKind::Pdf,
        shut: script.shut(page.today()).map(|shut| shut.key()),
        script,
    }
}

/// Name and page of somebody in the address book.
async fn party(
    page: &Page,
    desk: &Desk,
    folder: &str,
    id: Option<kernel::Id>,
) -> Result<Option<(String, String)>, WebError> {
    let Some(id) = id else { return Ok(None) };
    let name = people::name_of(desk.store(), id, page.language().tag()).await?;
    Ok(name.map(|name| (name, page.link(format!("office/{folder}/{id}")))))
}

/// Whether a member of staff belongs to the file, so that its scripts open to them.
pub(crate) fn works_on(visitor: &Visitor, production: &Production, cases: &[Case]) -> bool {
    let own = Some(visitor.account);
    production.officer == own || production.next_owner == own || cases.iter().any(|case| case.owner == own)
}

/// How an actor is called on the pages of the office.
pub(super) fn called(page: &Page, actor: &Actor, staff: &[Visitor], team: &[Member]) -> String {
    match actor {
        Actor::Account(id) => {
            let officer = staff.iter().find(|visitor| visitor.account == *id).map(|visitor| visitor.name.clone());
            let member = || team.iter().find(|member| member.account == Some(*id)).map(|member| member.name.clone());
            officer.or_else(member).unwrap_or_else(|| page.say("actor-unknown").to_string())
        }
        Actor::Stranger => page.say("actor-stranger").to_string(),
        Actor::Program(_) => page.say("actor-program").to_string(),
    }
}

impl ProductionPage {
    fn chance(&self) -> String {
        self.production.chance.map(|range| chance(&self.page, &range)).unwrap_or_default()
    }
}
