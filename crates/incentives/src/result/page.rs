use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Exact, Money, Rounding};
use rulebook::{Facts, Failure, FigureId, Level, Type, Value};
use web::{Form, Page, Step, StepKind, Waterfall, WebError, show};

use super::questions::{self, Question, QuestionKind};
use super::sensitivity::{self, What};
use super::versions::{self, Changed};
use super::{KeptFacts, saved};
use crate::desk::speaker;
use crate::{Answer, Bar, Desk, Outcome, Reason, Saved, Speaker};

/// Other estimates beside this one.
pub(super) const MOST_BESIDE: usize = 3;
/// Lines shown under a reason before the link to all of them.
const LINES_SHOWN: usize = 5;

#[derive(Template)]
#[template(path = "result/result.html")]
struct ResultPage {
    page: Page,
    id: String,
    form: Form,
    beside: Vec<String>,
    label: String,
    headline: String,
    outcome: &'static str,
    badge: &'static str,
    law: String,
    notes: Vec<String>,
    last: Option<LastInForce>,
    waterfall: Option<Waterfall>,
    reasons: Vec<ReasonRow>,
    problems: Vec<String>,
    thresholds: Vec<ThresholdRow>,
    questions: Vec<Question>,
    open: Vec<OpenRow>,
    moved: Vec<MovedRow>,
    scenarios: Vec<Scenario>,
    scenario_rows: Vec<ScenarioRow>,
    figures: Vec<FigureRow>,
    params: Vec<ParamRow>,
    assumed: Vec<String>,
    version: Option<Version>,
    receipt: Vec<(&'static str, String)>,
    command: String,
    has_lines: bool,
    has_kept_lines: bool,
}

/// What the last text in force would have given.
struct LastInForce {
    said: String,
    on: String,
}

struct ReasonRow {
    label: String,
    amount: String,
    count: usize,
    lines: Vec<(String, String)>,
    more: Option<String>,
}

struct ThresholdRow {
    said: String,
    below: bool,
}

struct OpenRow {
    field: String,
    because: String,
    matters: bool,
    readings: Vec<(String, String)>,
}

struct MovedRow {
    label: String,
    less: String,
    more: String,
}

struct Scenario {
    id: String,
    is_this: bool,
    name: String,
}

struct ScenarioRow {
    label: String,
    cells: Vec<(String, Option<String>)>,
}

struct FigureRow {
    name: String,
    label: String,
    value: String,
    outcome: &'static str,
}

struct ParamRow {
    label: String,
    value: String,
    from: String,
    until: String,
    source: String,
    certainty: String,
}

/// The rulebook has another text today.
struct Version {
    now: String,
    changes: Vec<Changed>,
}

pub(super) async fn see(
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response, WebError> {
    let kept = saved(&desk, &id)?;
    let form = questions::filled(&kept.book, &kept.facts);
    let query = query.unwrap_or_default();
    let beside = query.split('&').filter_map(|pair| pair.strip_prefix("with="));
    let beside = beside.filter(|other| *other != id).take(MOST_BESIDE).map(str::to_owned).collect();
    show_with(page, &desk, &id, kept, form, beside, StatusCode::OK)
}

pub(super) fn show_with(
    page: Page,
    desk: &Desk,
    id: &str,
    kept: Saved,
    form: Form,
    beside: Vec<String>,
    status: StatusCode,
) -> Result<Response, WebError> {
    let answer = Answer::work_out(&kept.book, kept.facts.clone(), None, kept.ledger.as_ref(), &kept.tables)
        .map_err(KeptFacts)?;
    let reader = speaker(&page);
    let view = View { page: &page, desk, id, kept: &kept, answer: &answer, reader: &reader };
    let award = answer.estimate.award.and_then(|award| kept.book.figure(award));
    let label = award.map(|award| kept.book.label(&award.name, page.language())).unwrap_or_default();
    let outcome = answer.outcome();
    let notes =
        answer.estimate.award_value().map(|value| answer.outcome_note(value, page.language())).unwrap_or_default();
    let (scenarios, scenario_rows) = view.scenarios(&beside)?;
    let template = ResultPage {
        headline: view.headline(),
        outcome: outcome_key(outcome),
        badge: match outcome {
            Outcome::Known => "badge-done",
            Outcome::Unknown | Outcome::Untranslatable => "badge-open",
            Outcome::NotInForce | Outcome::Conflict | Outcome::Undefined => "badge-warning",
        },
        law: page.say("result-law").with("day", page.day(kept.facts.as_of)).to_string(),
        notes,
        last: view.last_in_force(),
        waterfall: view.waterfall(),
        reasons: answer.not_counted().iter().map(|reason| view.reason(reason)).collect(),
        problems: view.problems(),
        thresholds: view.thresholds(),
        questions: questions::questions(&page, &kept.book, &answer.estimate, &kept.facts),
        open: view.open(),
        moved: sensitivity::moved(&kept).iter().map(|moved| view.moved(moved)).collect(),
        scenarios,
        scenario_rows,
        figures: view.figures(),
        params: view.params(),
        assumed: view.assumed(),
        version: view.version(),
        receipt: view.receipt(),
        command: view.command(),
        has_lines: kept.ledger.is_some() && kept.book.counts.is_some(),
        has_kept_lines: kept.ledger.is_some(),
        label,
        beside,
        id: id.to_owned(),
        form,
        page: page.clone(),
    };
    show(status, &template)
}

fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Known => "outcome-known",
        Outcome::Unknown => "outcome-unknown",
        Outcome::NotInForce => "outcome-not-in-force",
        Outcome::Conflict => "outcome-conflict",
        Outcome::Untranslatable => "outcome-untranslatable",
        Outcome::Undefined => "outcome-undefined",
    }
}

/// Everything the page is made of.
struct View<'v> {
    page: &'v Page,
    desk: &'v Desk,
    id: &'v str,
    kept: &'v Saved,
    answer: &'v Answer<'v>,
    reader: &'v Speaker<'v>,
}

impl View<'_> {
    fn label(&self, name: &str) -> String {
        self.kept.book.label(name, self.page.language())
    }

    fn figure_label(&self, id: FigureId) -> String {
        self.kept.book.figure(id).map(|figure| self.label(&figure.name)).unwrap_or_default()
    }

    fn award_of(&self) -> Type {
        self.answer.estimate.award.and_then(|award| self.kept.book.figure(award)).map_or(Type::Rate, |figure| figure.of)
    }

    /// An amount without decimals, rounded to the unit, for sentences; the exact one stands in the tables.
    fn headline(&self) -> String {
        match (self.answer.outcome(), self.answer.estimate.award_value()) {
            (Outcome::NotInForce, Some(value)) => {
                let day = self.page.day(self.kept.facts.as_of);
                match value.failure() {
                    Some(Failure::NotInForce { since: Some(since), .. }) => {
                        let said = self.page.say("result-not-in-force").with("day", day);
                        said.with("since", self.page.day(*since)).to_string()
                    }
                    _ => self.page.say("result-not-yet").with("day", day).to_string(),
                }
            }
            (Outcome::Unknown, Some(_)) => match self.answer.award_range() {
                Some((Some(low), Some(high))) if low.minor() == 0 => {
                    self.page.say("result-up-to").with("high", self.page.money(high)).to_string()
                }
                Some((Some(low), Some(high))) => {
                    let said = self.page.say("result-between").with("low", self.page.money(low));
                    said.with("high", self.page.money(high)).to_string()
                }
                Some((Some(low), None)) => {
                    self.page.say("result-at-least").with("low", self.page.money(low)).to_string()
                }
                _ => self.page.say("result-unknown").to_string(),
            },
            (_, Some(value)) => match self.answer.award() {
                Some(money) => self.page.money(money),
                None => self.reader.value(&self.kept.book, value, self.award_of(), None),
            },
            _ => String::new(),
        }
    }

    fn last_in_force(&self) -> Option<LastInForce> {
        let (Outcome::NotInForce, Some(day)) = (self.answer.outcome(), self.kept.book.usual_day()) else { return None };
        let mut facts: Facts = self.kept.facts.clone();
        facts.as_of = day;
        let kept = self.kept;
        let then = Answer::work_out(&kept.book, facts, None, kept.ledger.as_ref(), &kept.tables).ok()?;
        let value = self.reader.value(&kept.book, then.estimate.award_value()?, self.award_of(), None);
        let said = self.page.say("result-last-text").with("day", self.page.day(day)).with("amount", value);
        Some(LastInForce { said: said.to_string(), on: day.to_string() })
    }

    fn waterfall(&self) -> Option<Waterfall> {
        let minus = |money: &Money| money.minor().checked_neg().map(|minor| Money::from_minor(minor, money.currency()));
        let mut steps = Vec::new();
        for bar in self.answer.waterfall() {
            steps.push(match bar {
                Bar::Total { figure, amount } => Step { label: self.figure_label(figure), amount, kind: StepKind::Sum },
                Bar::Less(reason) => {
                    Step { label: self.reason_label(&reason), amount: minus(&reason.amount)?, kind: StepKind::Change }
                }
                Bar::Step { to, amount } => {
                    let label = self.page.say("result-step").with("figure", self.figure_label(to)).to_string();
                    Step { label, amount: minus(&amount)?, kind: StepKind::Change }
                }
            });
        }
        (steps.len() > 1).then(|| Waterfall { title: self.page.say("result-waterfall").to_string(), steps })
    }

    fn reason_label(&self, reason: &Reason) -> String {
        match reason.exception {
            Some(exception) => self.kept.book.exception_label(exception, self.page.language()),
            None => self.page.say("result-in-part").to_string(),
        }
    }

    fn reason(&self, reason: &Reason) -> ReasonRow {
        let note = |row: &usize| {
            let note = self.kept.rows.get(*row);
            note.map_or_else(|| ((row + 1).to_string(), String::new()), |note| (note.place.clone(), note.text.clone()))
        };
        let exception = reason.exception.and_then(|id| self.kept.book.exceptions.get(id.0));
        let name = exception.and_then(|exception| exception.label.clone());
        let more = (reason.rows.len() > LINES_SHOWN).then(|| {
            let query = name.map(|name| format!("?reason={name}")).unwrap_or_default();
            self.page.link(format!("estimates/{}/lines{query}", self.id))
        });
        ReasonRow {
            label: self.reason_label(reason),
            amount: self.reader.money(&reason.amount),
            count: reason.rows.len(),
            lines: reason.rows.iter().take(LINES_SHOWN).map(note).collect(),
            more,
        }
    }

    /// Lines that could not be worked out, the first few with their places.
    fn problems(&self) -> Vec<String> {
        let place =
            |row: usize| self.kept.rows.get(row).map_or_else(|| (row + 1).to_string(), |note| note.place.clone());
        let problems = &self.answer.estimate.row_problems;
        let said = |problem: &rulebook::RowProblem| {
            format!("{}: {}", place(problem.row), self.reader.failure(&self.kept.book, &problem.failure))
        };
        problems.iter().take(LINES_SHOWN).map(said).collect()
    }

    /// Limits that were missed, or are near.
    fn thresholds(&self) -> Vec<ThresholdRow> {
        let mut rows: Vec<ThresholdRow> = Vec::new();
        for threshold in self.kept.book.thresholds(&self.answer.estimate) {
            let Some(quarter) = threshold.limit_value.over(&Exact::whole(4)) else { continue };
            let size = threshold.short_by.max(Exact::ZERO.minus(&threshold.short_by).unwrap_or(Exact::ZERO));
            if !threshold.from_below || (!threshold.applied && size > quarter) {
                continue;
            }
            let below = threshold.short_by > Exact::ZERO;
            // Whether the limit holds at all may be open: then the open point says what it changes.
            if below && !threshold.applied {
                continue;
            }
            let key = if below { "result-short-of" } else { "result-clear-of" };
            let unit = Exact::ONE;
            let Some(money) =
                size.round(Rounding::HalfUp, &unit).and_then(|size| Money::from_exact(&size, threshold.currency))
            else {
                continue;
            };
            let said = self.page.say(key).with("amount", self.page.money_rounded(money));
            let said = said.with("what", self.reader.line(&self.kept.book, &threshold.amount, false));
            let said = said.with("limit", self.reader.line(&self.kept.book, &threshold.limit, false));
            let row = ThresholdRow { said: said.to_string(), below };
            if !rows.iter().any(|other| other.said == row.said) {
                rows.push(row);
            }
        }
        rows
    }

    fn open(&self) -> Vec<OpenRow> {
        let mut rows = Vec::new();
        for report in &self.answer.estimate.open {
            let Some(open) = self.kept.book.opens.get(report.open.0) else { continue };
            let reading = |(reading, value): (&rulebook::Reading, &Value)| {
                let label = self.reading_label(&reading.text);
                let award = self.reader.value(&self.kept.book, value, self.award_of(), None);
                (reading.text.clone(), if report.matters { format!("{label} — {award}") } else { label })
            };
            rows.push(OpenRow {
                field: format!("open-{}", open.name),
                because: open.because.or_other(self.page.language()).unwrap_or("").to_owned(),
                matters: report.matters,
                readings: open.readings.iter().zip(&report.readings).map(reading).collect(),
            });
        }
        rows.sort_by_key(|row| !row.matters);
        rows
    }

    fn reading_label(&self, text: &str) -> String {
        match text {
            "true" => self.page.say("formula-true").to_string(),
            "false" => self.page.say("formula-false").to_string(),
            other => self.label(other),
        }
    }

    fn moved(&self, moved: &sensitivity::Moved) -> MovedRow {
        let label = match &moved.what {
            What::Group { column, option } => self.kept.book.option_label(column, option, self.page.language()),
            What::Input(name) | What::Total(name) => self.label(name),
            What::Rate(currency) => self.page.say("result-rate-of").with("currency", currency).to_string(),
        };
        MovedRow { label, less: self.signed(&moved.less), more: self.signed(&moved.more) }
    }

    fn signed(&self, number: &Exact) -> String {
        let shown = self.reader.number(number, self.award_of());
        if *number > Exact::ZERO { format!("+{shown}") } else { shown }
    }

    fn scenarios(&self, beside: &[String]) -> Result<(Vec<Scenario>, Vec<ScenarioRow>), WebError> {
        if beside.is_empty() {
            return Ok((Vec::new(), Vec::new()));
        }
        let mut scenarios = vec![Scenario { id: self.id.to_owned(), is_this: true, name: "A".to_owned() }];
        let mut kept = Vec::new();
        for (other, name) in beside.iter().zip(["B", "C", "D"]) {
            if let Some(found) = self.desk.archive().find(other)? {
                scenarios.push(Scenario { id: other.clone(), is_this: false, name: name.to_owned() });
                kept.push(found);
            }
        }
        let mut estimates = Vec::new();
        for other in &kept {
            estimates.push((other, other.estimate().map_err(KeptFacts)?));
        }
        let book = &self.kept.book;
        let mut names: Vec<FigureId> = book.waterfall.clone();
        names.extend(self.answer.estimate.award.filter(|award| !book.waterfall.contains(award)));
        let mut rows = Vec::new();
        for id in names {
            let Some(figure) = book.figure(id) else { continue };
            let root = self.answer.estimate.value(id);
            let shown = |value: Option<&Value>| {
                value.map(|value| self.reader.value(book, value, figure.of, None)).unwrap_or_default()
            };
            let mut cells = vec![(shown(root), None)];
            for (other, estimate) in &estimates {
                let value = other.book.find_figure(&figure.name).and_then(|id| estimate.value(id));
                let difference = match (most(value), most(root)) {
                    (Some(value), Some(root)) => value.minus(&root).filter(|difference| !difference.is_zero()),
                    _ => None,
                };
                let difference = difference.map(|difference| {
                    let text = self.reader.number(&difference, figure.of);
                    if difference > Exact::ZERO { format!("+{text}") } else { text }
                });
                cells.push((shown(value), difference));
            }
            rows.push(ScenarioRow { label: self.label(&figure.name), cells });
        }
        for (at, input) in book.inputs.iter().enumerate() {
            let shown = |value: Option<&Value>| match value.filter(|value| value.is_known()) {
                Some(value) => self.reader.value(book, value, input.of, Some(&input.name)),
                None => self.page.say("result-not-told").to_string(),
            };
            let mut cells = vec![(shown(self.answer.estimate.input(rulebook::InputId(at))), None)];
            for (other, estimate) in &estimates {
                let value = other.book.find_input(&input.name).and_then(|id| estimate.input(id));
                cells.push((shown(value), None));
            }
            if cells.windows(2).any(|pair| matches!(pair, [a, b] if a.0 != b.0)) {
                rows.push(ScenarioRow { label: self.label(&input.name), cells });
            }
        }
        let mut cells = vec![(self.page.day(self.kept.facts.as_of), None)];
        cells.extend(kept.iter().map(|other| (self.page.day(other.facts.as_of), None)));
        rows.push(ScenarioRow { label: self.page.say("calculator-on").to_string(), cells });
        Ok((scenarios, rows))
    }

    fn figures(&self) -> Vec<FigureRow> {
        let row = |(id, value): (&FigureId, &Value)| {
            let figure = self.kept.book.figure(*id).filter(|figure| figure.level != Level::Line)?;
            Some(FigureRow {
                label: self.label(&figure.name),
                value: self.reader.value(&self.kept.book, value, figure.of, Some(&figure.name)),
                outcome: outcome_key(Outcome::of(value)),
                name: figure.name.clone(),
            })
        };
        self.answer.estimate.figures.iter().filter_map(row).collect()
    }

    fn params(&self) -> Vec<ParamRow> {
        let row = |(id, at): &(rulebook::ParamId, usize)| {
            let param = self.kept.book.params.get(id.0)?;
            let row = param.rows.get(*at)?;
            Some(ParamRow {
                label: self.label(&param.name),
                value: self.reader.value(&self.kept.book, &row.value.into(), param.of, Some(&param.name)),
                from: self.page.day(row.from),
                until: row.until.map(|day| self.page.day(day)).unwrap_or_default(),
                source: row.cite.clone().unwrap_or_default(),
                certainty: row.certainty.clone().unwrap_or_default(),
            })
        };
        self.answer.estimate.params.iter().filter_map(row).collect()
    }

    fn assumed(&self) -> Vec<String> {
        let said = |(id, rows): &(rulebook::ColumnId, usize)| {
            let column = self.kept.book.columns.get(id.0)?;
            let said = self.page.say("result-assumed-column").with("column", self.label(&column.name));
            Some(said.count("count", *rows).to_string())
        };
        self.answer.estimate.assumed.iter().filter_map(said).collect()
    }

    /// The same under the text of today, where that is another one.
    fn version(&self) -> Option<Version> {
        let new = self.desk.library().get(&self.kept.book.id)?;
        if new.hash == self.kept.book.hash {
            return None;
        }
        let estimate = self
            .ledger_for(new)
            .and_then(|ledger| new.estimate(&self.kept.facts, ledger.as_ref(), &self.kept.tables).ok());
        let value = estimate.as_ref().and_then(|estimate| estimate.award_value());
        let of = new.award.and_then(|award| new.figure(award)).map_or(Type::Rate, |figure| figure.of);
        let now = match value {
            Some(value) => self.reader.value(new, value, of, None),
            None => self.page.say("result-facts-do-not-fit").to_string(),
        };
        Some(Version { now, changes: versions::changes(&self.kept.book, new, self.reader) })
    }

    /// The kept ledger in the columns of another text: by name, as far as the cells still fit.
    fn ledger_for(&self, new: &rulebook::Rulebook) -> Option<Option<rulebook::Ledger>> {
        let Some(ledger) = &self.kept.ledger else { return Some(None) };
        let old = &self.kept.book;
        let rows = (0..ledger.rows()).map(|row| {
            let cell = |(at, column): (usize, &rulebook::Column)| {
                let before = old.find_column(&column.name)?;
                let text = old.cell_text(before, &ledger.cell(before, row)?);
                new.cell(rulebook::ColumnId(at), &text)
            };
            new.columns.iter().enumerate().map(cell).collect::<Vec<_>>()
        });
        rulebook::Ledger::new(new, rows).ok().map(Some)
    }

    fn receipt(&self) -> Vec<(&'static str, String)> {
        let receipt = &self.answer.estimate.receipt;
        let mut rows = vec![
            ("receipt-rulebook", format!("{} · {}", receipt.rulebook, receipt.rulebook_hash)),
            ("receipt-day", receipt.as_of.to_string()),
            ("receipt-facts", receipt.facts_hash.clone()),
        ];
        rows.extend(receipt.ledger_hash.clone().map(|hash| ("receipt-ledger", hash)));
        rows.extend(
            receipt.rates.iter().map(|(name, source, hash)| ("receipt-rates", format!("{name}, {source} · {hash}"))),
        );
        rows.push(("receipt-engine", receipt.engine.clone()));
        rows.push(("receipt-hash", receipt.hash.clone()));
        rows
    }

    /// The call of the program that gives the same figure.
    fn command(&self) -> String {
        let file = if self.kept.ledger.is_some() { format!(" estimate-{}.csv", self.id) } else { String::new() };
        let facts = &self.kept.facts;
        let mut command = format!("tereze estimate{file} --rulebook {} --on {}", self.kept.book.id, facts.as_of);
        for (name, given) in &facts.given {
            let value = match given {
                rulebook::Given::Is(text) => text.clone(),
                rulebook::Given::Within(low, high) => format!("{low}..{high}"),
            };
            command.push_str(&format!(" --set '{name}={value}'"));
        }
        for (name, reading) in &facts.decided {
            command.push_str(&format!(" --set '{name}={reading}'"));
        }
        command
    }
}

/// The figure, or the most it may be.
fn most(value: Option<&Value>) -> Option<Exact> {
    match value?.kind {
        rulebook::Kind::Number { high, .. } => high,
        _ => None,
    }
}
