use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Money;
use serde_json::json;
use store::Entry;
use web::{Form, Page, Visitor, WebError, show};

use super::discretion::{Known, known};
use crate::edit::Field;
use crate::record::Production;
use crate::show::band;
use crate::sql::{self, ProductionFilter};
use crate::{Desk, LeadSource, MoneyRange, Stage};

/// On one page of the list; a board shows this many of each stage.
const ON_PAGE: i64 = 50;
/// The most that a board looks through.
const ON_BOARD: i64 = 400;

/// The prospects, or all productions: as a list or as a board.
#[derive(Template)]
#[template(path = "office/list.html")]
struct ListPage {
    page: Page,
    title: &'static str,
    form: Form,
    here: String,
    is_board: bool,
    /// Prospects only: what waits, how likely, how much.
    is_pipeline: bool,
    rows: Vec<Row>,
    columns: Vec<Column>,
    stages: Vec<Stage>,
    total: usize,
    /// What the shown prospects may leave in the country; empty if nobody said.
    spend: String,
    more: Option<String>,
    as_list: String,
    as_board: String,
    staff: Vec<Visitor>,
    duty: Form,
}

struct Row {
    /// Empty if it is not for its reader to open.
    link: String,
    reference: String,
    title: String,
    stage: Stage,
    waits: String,
    next: String,
    is_late: bool,
    chance: String,
    spend: String,
    source: &'static str,
}

struct Column {
    stage: Stage,
    rows: Vec<Row>,
}

impl ListPage {
    fn sources(&self) -> [LeadSource; 13] {
        LeadSource::ALL
    }
}

/// What may come: productions that are still being studied.
pub(super) async fn pipeline(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let stages: Vec<Stage> = Stage::ALL.into_iter().filter(|stage| stage.is_prospect()).collect();
    list(page, &desk, form, "office-pipeline", "office/pipeline", stages).await
}

pub(super) async fn productions(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    list(page, &desk, form, "office-productions", "office/productions", Stage::ALL.to_vec()).await
}

async fn list(
    page: Page,
    desk: &Desk,
    form: Form,
    title: &'static str,
    path: &str,
    stages: Vec<Stage>,
) -> Result<Response, WebError> {
    let chosen = Stage::from_word(form.typed("stage")).filter(|stage| stages.contains(stage));
    let wanted: Vec<&str> = match chosen {
        Some(stage) => vec![stage.word()],
        None => stages.iter().map(|stage| stage.word()).collect(),
    };
    let source = LeadSource::from_word(form.typed("source")).map(LeadSource::word).unwrap_or_default();
    let filter = ProductionFilter {
        stages: format!(",{},", wanted.join(",")),
        source: source.to_owned(),
        officer: if form.chose("mine", "yes") { own(&page) } else { String::new() },
        text: people::fold::fold(form.typed("text")),
    };
    let is_board = form.typed("as") == "board";
    let staff = people::list_staff(desk.store()).await?;
    let after = (form.typed("after-day"), form.typed("after"));
    let limit = if is_board { ON_BOARD } else { ON_PAGE };
    let found = sql::list_productions(desk.store(), &filter, after, limit).await?;
    let total = usize::try_from(sql::count_productions(desk.store(), &filter).await?).unwrap_or(0);
    let (rows, open) = rows(&page, desk, &found, &filter.text, &staff).await?;
    // What nobody may know of is not counted either.
    let total = total.saturating_sub(found.len().saturating_sub(rows.len()));
    let spend = spend_of(&page, desk, &open);
    let more = found.last().filter(|_| !is_board && found.len() as i64 == limit).map(|last| {
        let day = last.next_on.map_or_else(|| "9999-12-31".to_owned(), |day| day.to_string());
        with(&page, path, &form, &[("after-day", &day), ("after", &last.id.to_string())])
    });
    let (rows, columns) = if is_board { (Vec::new(), columns(rows, &stages)) } else { (rows, Vec::new()) };
    let mut duty = Form::default();
    duty.fill("account", sql::find_duty(desk.store()).await?.map(|id| id.to_string()).unwrap_or_default());
    let template = ListPage {
        here: page.link(path),
        as_list: with(&page, path, &form, &[("as", "list")]),
        as_board: with(&page, path, &form, &[("as", "board")]),
        is_pipeline: path == "office/pipeline",
        title,
        form,
        is_board,
        rows,
        columns,
        stages,
        total,
        spend,
        more,
        staff,
        duty,
        page,
    };
    show(StatusCode::OK, &template)
}

fn own(page: &Page) -> String {
    page.visitor().map(|visitor| visitor.account.to_string()).unwrap_or_default()
}

/// The same list with other settings.
fn with(page: &Page, path: &str, form: &Form, changed: &[(&str, &str)]) -> String {
    let kept = ["stage", "source", "mine", "text", "as"].into_iter().map(|field| (field, form.typed(field)));
    let kept = kept.filter(|(field, value)| !value.is_empty() && !changed.iter().any(|(other, _)| other == field));
    let query: Vec<String> =
        kept.chain(changed.iter().copied()).map(|(field, value)| format!("{field}={}", escaped(value))).collect();
    format!("{}?{}", page.link(path), query.join("&"))
}

fn escaped(value: &str) -> String {
    let escape = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    value.bytes().map(escape).collect()
}

/// The lines of what was found, as much of each as its reader may know, and the productions they may know all of.
async fn rows(
    page: &Page,
    desk: &Desk,
    found: &[Production],
    text: &str,
    staff: &[Visitor],
) -> Result<(Vec<Row>, Vec<Production>), WebError> {
    let (mut rows, mut open) = (Vec::new(), Vec::new());
    for production in found {
        match known(desk.store(), page, production).await? {
            Known::All => {
                rows.push(row(page, production, staff));
                open.push(production.clone());
            }
            Known::CodeName => {
                let name = production.outside_name().unwrap_or_default();
                let said = people::fold::fold(&format!("{} {name}", production.reference));
                // That a search for the title finds it would tell the title.
                if said.contains(text) {
                    rows.push(veiled(production, name));
                }
            }
            Known::Nothing => {}
        }
    }
    Ok((rows, open))
}

/// A production of which only the code name may be known.
fn veiled(production: &Production, name: &str) -> Row {
    Row {
        link: String::new(),
        reference: production.reference.to_string(),
        title: name.to_owned(),
        stage: production.stage,
        waits: String::new(),
        next: String::new(),
        is_late: false,
        chance: String::new(),
        spend: String::new(),
        source: production.source.label(),
    }
}

fn row(page: &Page, production: &Production, staff: &[Visitor]) -> Row {
    Row {
        link: page.link(format!("office/productions/{}", production.reference)),
        reference: production.reference.to_string(),
        title: production.title.clone(),
        stage: production.stage,
        waits: production.waits_for.clone(),
        next: Field::Next.shown(page, production, staff),
        is_late: production.next_on.is_some_and(|day| day < page.today()) && !production.stage.is_over(),
        chance: Field::Chance.shown(page, production, staff),
        spend: Field::Spend.shown(page, production, staff),
        source: production.source.label(),
    }
}

/// One column for each stage, the empty ones too: a board shows where nothing is.
fn columns(rows: Vec<Row>, stages: &[Stage]) -> Vec<Column> {
    let mut columns: Vec<Column> = stages.iter().map(|stage| Column { stage: *stage, rows: Vec::new() }).collect();
    for row in rows {
        if let Some(column) = columns.iter_mut().find(|column| column.stage == row.stage) {
            column.rows.push(row);
        }
    }
    columns
}

/// What those on the page are expected to leave in the country, for each currency in which somebody said so.
fn spend_of(page: &Page, desk: &Desk, found: &[Production]) -> String {
    let mut currencies = vec![desk.currency()];
    for range in found.iter().filter_map(|production| production.spend) {
        if !currencies.contains(&range.currency()) {
            currencies.push(range.currency());
        }
    }
    let sums = currencies.into_iter().filter_map(|currency| {
        let (least, most): (Money, Money) =
            sql::sum_of(found.iter().filter_map(|production| production.spend), currency);
        let said = most.minor() > 0;
        said.then(|| MoneyRange::new(Some(least.minor()), Some(most.minor()), currency)).flatten()
    });
    sums.map(|range| band(page, &range)).collect::<Vec<_>>().join(" + ")
}

/// Who answers new inquiries from now on.
pub(super) async fn set_duty(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let staff = people::list_staff(desk.store()).await?;
    let chosen = staff.iter().find(|visitor| visitor.account.to_string() == form.typed("account"));
    let Some(chosen) = chosen else { return Err(WebError::NotFound) };
    let change = desk.store().change(page.by("duty.set")).await?;
    sql::set_duty(&change, chosen.account).await?;
    change.record(Entry::new("duty", "today", "set").after(json!({ "account": chosen.account.to_string() }))).await;
    change.commit().await?;
    Ok(Redirect::to(&page.link("office/pipeline")).into_response())
}
