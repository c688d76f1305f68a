use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use costs::{
    Column, Confidence, DayOrder, DecimalMark, Field, Mapping, Options, ProblemKind, Refusal, Severity, Staged,
};
use kernel::{Currency, Day};
use rulebook::{Facts, Ledger, Rulebook};
use web::{Form, Page, WebError, show};

use super::draft::Draft;
use super::page::{day, day_text};
use crate::desk::speaker;
use crate::result::{Question, QuestionKind, of_columns, take_columns};
use crate::{Budget, Desk, RowNote};

#[derive(Template)]
#[template(path = "calculator/mapping.html")]
struct MappingPage {
    page: Page,
    form: Form,
    draft: Draft,
    budget: Budget,
    columns: Vec<ColumnRow>,
    problems: Vec<ProblemRow>,
    sums: Vec<String>,
    totals: Vec<TotalRow>,
    /// To choose from where the file does not say in which currency it is.
    currencies: Vec<String>,
    /// What the rules want to know of a line and the file does not say of all.
    gaps: Vec<Question>,
    on: Option<Day>,
}

struct ColumnRow {
    /// The name of the form's field.
    field: String,
    letter: String,
    heading: String,
    samples: Vec<String>,
    chosen: &'static str,
    /// The key of the word for how sure the reading is.
    confidence: &'static str,
    badge: &'static str,
    conventions: Vec<Convention>,
}

/// How a column is to be read where its cells can be read in two ways.
struct Convention {
    field: String,
    label: &'static str,
    /// Value and the key of the word.
    ways: [(&'static str, &'static str); 2],
}

struct ProblemRow {
    severity: &'static str,
    said: String,
    places: String,
    fix: String,
}

struct TotalRow {
    label: String,
    place: String,
    stated: String,
    counted: String,
    agrees: bool,
}

impl MappingPage {
    fn new(page: Page, mut form: Form, desk: &Desk, draft: Draft, read: Read) -> Self {
        let Read { budget, ledger } = read;
        let gaps = of_columns(&page, desk.own(), &ledger);
        let currencies = if wants_currency(&budget.staged) { desk.currencies() } else { Vec::new() };
        if form.typed("currency").is_empty() {
            form.fill("currency", budget.staged.mapping.constant(Field::Currency).unwrap_or_default());
        }
        let columns = column_rows(&budget.staged, &form);
        let problems = problem_rows(&page, &budget.staged);
        let reader = speaker(&page);
        let money = |(currency, sum): (kernel::Currency, kernel::Exact)| {
            kernel::Money::from_exact(&sum, currency).map(|money| reader.money(&money)).unwrap_or_default()
        };
        let sums = budget.staged.sums().into_iter().map(money).collect();
        let total = |check: &costs::TotalCheck| TotalRow {
            label: check.label.clone(),
            place: check.origin.to_string(),
            stated: reader.money(&check.stated),
            counted: check.counted.map(|counted| reader.money(&counted)).unwrap_or_default(),
            agrees: check.agrees(),
        };
        let totals = budget.staged.totals.iter().filter(|check| check.counted.is_some()).map(total).collect();
        let on = form.typed("on").parse().ok();
        Self { page, form, draft, budget, columns, problems, sums, totals, currencies, gaps, on }
    }

    fn fields(&self) -> Vec<(&'static str, String)> {
        Field::ALL.iter().map(|field| (field.name(), self.page.say(field.key()).to_string())).collect()
    }

    fn agree(&self) -> usize {
        self.totals.iter().filter(|total| total.agrees).count()
    }

    fn disagree(&self) -> usize {
        self.totals.len() - self.agree()
    }

    fn day(&self) -> String {
        self.on.map(|day| day_text(&self.page, day)).unwrap_or_default()
    }
}

#[derive(serde::Deserialize)]
pub(super) struct Asked {
    on: Option<String>,
}

pub(super) async fn ask(
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let draft = Draft::find(&desk.drafts(), &id, page.site().clock().now())?.ok_or(WebError::NotFound)?;
    let read = Read::of(&desk, costs::stage(&draft.bytes, &draft.name, &Options::default())?)?;
    let mut form = Form::default();
    form.fill("on", asked.on.filter(|on| !on.is_empty()).unwrap_or_else(|| page.today().to_string()));
    show(StatusCode::OK, &MappingPage::new(page, form, &desk, draft, read))
}

pub(super) async fn submit(
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let draft = Draft::find(&desk.drafts(), &id, page.site().clock().now())?.ok_or(WebError::NotFound)?;
    let (staged, is_as_shown) = match restaged(&draft, &form) {
        Ok(read) => read,
        Err(refusal) => {
            form.refuse_with("sheet", refusal.key(), refusal.arguments());
            (costs::stage(&draft.bytes, &draft.name, &Options::default())?, false)
        }
    };
    let read = Read::of(&desk, staged)?;
    let on = day(&mut form, "on");
    // Of another sheet nobody has seen the columns yet.
    if !form.is_refused() && (form.typed("step") != "work-out" || !is_as_shown) {
        return show(StatusCode::OK, &MappingPage::new(page, form, &desk, draft, read));
    }
    if !form.is_refused() && !read.budget.staged.is_usable() {
        form.refuse("columns", "mapping-blocked");
    }
    let facts = on.and_then(|on| facts(&desk, &mut form, on));
    let Some(facts) = facts.filter(|_| !form.is_refused()) else {
        return show(StatusCode::UNPROCESSABLE_ENTITY, &MappingPage::new(page, form, &desk, draft, read));
    };
    let id = read.keep(&desk, &facts)?;
    Ok(Redirect::to(&page.link(format!("estimates/{id}"))).into_response())
}

/// The file as the form wants it read, and whether that is the sheet the person has seen.
fn restaged(draft: &Draft, form: &Form) -> Result<(Staged, bool), Refusal> {
    let sheet = Some(form.typed("sheet")).filter(|sheet| !sheet.is_empty());
    let options = Options { sheet, ..Options::default() };
    let first = costs::stage(&draft.bytes, &draft.name, &options)?;
    let is_as_shown = sheet.is_none() || form.typed("sheet-shown") == first.mapping.sheet;
    let mut mapping = if is_as_shown { chosen(&first.mapping, form) } else { first.mapping };
    if let Ok(currency) = form.typed("currency").parse::<Currency>() {
        mapping.constants.insert(Field::Currency, currency.code().to_owned());
    }
    let staged = costs::stage(&draft.bytes, &draft.name, &Options { mapping: Some(&mapping), ..options })?;
    Ok((staged, is_as_shown))
}

/// What was told for lines that do not say it themselves.
fn facts(desk: &Desk, form: &mut Form, on: Day) -> Option<Facts> {
    let book: &Rulebook = desk.own();
    let mut facts = Facts::on(on);
    take_columns(book, form, &mut facts);
    if book.estimate(&facts, None, &desk.tables(book)).is_err() {
        form.refuse("columns", "mapping-not-an-answer");
    }
    (!form.is_refused()).then_some(facts)
}

/// A file as it was understood, and its lines as the rulebook wants them.
struct Read {
    budget: Budget,
    ledger: Ledger,
}

impl Read {
    fn of(desk: &Desk, staged: Staged) -> Result<Self, WebError> {
        let (book, budget): (&Rulebook, _) = (desk.own(), Budget { staged });
        let (ledger, _) = budget.ledger(book, &desk.home(book)).map_err(LedgerFault)?;
        Ok(Self { budget, ledger })
    }

    fn keep(&self, desk: &Desk, facts: &Facts) -> Result<String, WebError> {
        let (book, budget): (&Rulebook, _) = (desk.own(), &self.budget);
        let note =
            |row: usize| RowNote { place: budget.origin(row).unwrap_or_default(), text: budget.description(row) };
        let notes = (0..budget.staged.lines.len()).map(note).collect();
        Ok(desk.archive().keep(book, facts, Some(&self.ledger), &desk.tables(book), notes)?)
    }
}

/// Whether some amounts have no currency, or all have one that no column says.
fn wants_currency(staged: &Staged) -> bool {
    let has_column = staged.mapping.column_of(Field::Currency).is_some();
    let is_missing = staged.problems.groups().any(|(_, kind, _)| kind == ProblemKind::CurrencyUnknown);
    is_missing || (!has_column && staged.mapping.constant(Field::Currency).is_some())
}

#[derive(Debug, thiserror::Error)]
#[error("a staged line does not fit the rulebook's columns: {0}")]
struct LedgerFault(rulebook::LedgerProblem);

/// The mapping with what the person chose for each column.
fn chosen(found: &Mapping, form: &Form) -> Mapping {
    let mut mapping = found.clone();
    let picked: BTreeMap<String, &str> =
        form.pairs().iter().map(|(name, value)| (name.clone(), value.as_str())).collect();
    for column in &found.columns {
        if let Some(name) = picked.get(&format!("column-{}", column.column)) {
            mapping.set(column.column, Field::from_name(name));
        }
    }
    for column in &mut mapping.columns {
        column.decimal_mark = match form.typed(&mark_field(column.column)) {
            "comma" => Some(DecimalMark::Comma),
            "point" => Some(DecimalMark::Point),
            _ => column.decimal_mark,
        };
        column.day_order = match form.typed(&order_field(column.column)) {
            "day" => Some(DayOrder::DayFirst),
            "month" => Some(DayOrder::MonthFirst),
            _ => column.day_order,
        };
    }
    mapping
}

fn mark_field(column: Column) -> String {
    format!("mark-{column}")
}

fn order_field(column: Column) -> String {
    format!("order-{column}")
}

/// What is asked of a column: what is unclear in it, and what was answered before.
fn conventions(staged: &Staged, form: &Form, column: Column) -> Vec<Convention> {
    let is_unclear = |wanted: ProblemKind| {
        staged.problems.groups().any(|(_, kind, group)| {
            kind == wanted && group.first.iter().any(|problem| problem.origin.column == Some(column))
        })
    };
    let mark = Convention {
        field: mark_field(column),
        label: "mapping-decimal-mark",
        ways: [("comma", "mapping-comma"), ("point", "mapping-point")],
    };
    let order = Convention {
        field: order_field(column),
        label: "mapping-day-order",
        ways: [("day", "mapping-day-first"), ("month", "mapping-month-first")],
    };
    let all = [(ProblemKind::AmountAmbiguous, mark), (ProblemKind::DateAmbiguous, order)];
    let asked = all.into_iter().filter(|(kind, way)| is_unclear(*kind) || !form.typed(&way.field).is_empty());
    asked.map(|(_, convention)| convention).collect()
}

fn column_rows(staged: &Staged, form: &Form) -> Vec<ColumnRow> {
    let row = |column: &costs::MappedColumn| {
        let (confidence, badge) = match column.confidence {
            Confidence::Sure => ("mapping-sure", "badge-done"),
            Confidence::Check => ("mapping-check", "badge-open"),
            Confidence::None => ("mapping-none", ""),
        };
        ColumnRow {
            field: format!("column-{}", column.column),
            letter: column.column.to_string(),
            heading: column.heading.clone(),
            samples: column.samples.clone(),
            chosen: column.field.map_or("", Field::name),
            confidence,
            badge,
            conventions: conventions(staged, form, column.column),
        }
    };
    staged.mapping.columns.iter().map(row).collect()
}

fn problem_rows(page: &Page, staged: &Staged) -> Vec<ProblemRow> {
    let groups = staged.problems.groups();
    let row = |(severity, kind, group): (Severity, costs::ProblemKind, &costs::Group)| {
        let fill = |key: String| {
            let arguments = group.first.first().map(costs::Problem::arguments).unwrap_or_default();
            let said = page.say(key).count("count", group.count);
            arguments.into_iter().fold(said, |said, (name, text)| said.with(name, text)).to_string()
        };
        let places = group.first.iter().take(6).map(|problem| problem.origin.to_string());
        ProblemRow {
            severity: match severity {
                Severity::Blocker => "warning",
                Severity::Warning => "open",
                Severity::Note => "info",
            },
            said: fill(kind.group_key()),
            places: places.collect::<Vec<_>>().join(", "),
            fix: fill(kind.fix_key()),
        }
    };
    groups.map(row).collect()
}
