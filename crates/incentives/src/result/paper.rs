//! An estimate on paper: the same view as its page, and under it how each figure was worked out, for somebody who has
//! nothing but the sheets.

use std::collections::BTreeSet;

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use documents::Template;
use rulebook::{Excepted, FigureId, Level, Target};
use serde_json::{Value, json};
use web::{Form, Page, WebError};

use super::questions::{self, Question, QuestionKind};
use super::view::View;
use super::{KeptFacts, outcome_key, saved};
use crate::desk::speaker;
use crate::{Answer, Desk, Outcome, Reason};

const TEMPLATE: Template = Template { name: "estimate", text: include_str!("estimate.typ") };

/// Lines shown under a reason; all of them are at the estimate's address.
const MOST_LINES: usize = 20;

/// The profile's own word.
const COMMISSION: &str = "commission-name";

/// Words of the template that stand as they are.
const WORDS: [&str; 27] = [
    "paper-answers",
    "paper-question",
    "paper-answer",
    "paper-formulas",
    "result-assumed",
    "result-command",
    "result-figures",
    "result-from",
    "result-keep",
    "result-keep-text",
    "result-not-counted",
    "result-open",
    "result-params",
    "result-part",
    "result-rate",
    "result-rate-currency",
    "result-rate-days",
    "result-rates",
    "result-receipt",
    "result-row-problems",
    "result-source",
    "result-state",
    "result-until",
    "result-untranslatable",
    "result-value",
    "waterfall-amount",
    "waterfall-step",
];

pub(super) async fn download(
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let kept = saved(&desk, &id)?;
    let answer = Answer::work_out(&kept.book, kept.facts.clone(), None, kept.ledger.as_ref(), &kept.tables)
        .map_err(KeptFacts)?;
    let reader = speaker(&page);
    let view = View { page: &page, desk: &desk, id: &id, kept: &kept, answer: &answer, reader: &reader };
    let bytes = documents::pdf(&TEMPLATE, &view.paper(), page.site().clock().now())?;
    let day = kept.facts.as_of;
    let short = id.get(..8).unwrap_or(&id);
    let name = format!("attachment; filename=\"estimate-{day}-{short}.pdf\"");
    Ok(([(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, name)], bytes)
        .into_response())
}

impl View<'_> {
    fn paper(&self) -> Value {
        let (page, book) = (self.page, &self.kept.book);
        let title = self.answer.estimate.award.map(|award| self.figure_label(award)).unwrap_or_default();
        let words = WORDS.iter().map(|key| ((*key).to_owned(), Value::String(page.say(key).to_string())));
        let notes = self.answer.estimate.award_value().map(|value| self.answer.outcome_note(value, page.language()));
        json!({
            "title": format!("{} · {title}", page.say("result-title")),
            "summary": self.headline(),
            "language": page.language().tag(),
            "from": page.say(COMMISSION).to_string(),
            "dated": page.say("paper-dated").with("day", page.day(page.today())).to_string(),
            "footing": page.say("paper-footing").to_string(),
            "waterfall": page.say("result-waterfall").to_string(),
            "words": words.collect::<serde_json::Map<_, _>>(),
            "label": title,
            "outcome": page.say(outcome_key(self.answer.outcome())).to_string(),
            "headline": self.headline(),
            "law": page.say("result-law").with("day", page.day(self.kept.facts.as_of)).to_string(),
            "indicative": page.say("result-indicative").to_string(),
            "rulebook": format!("{} · {}", self.book_title(), book.id),
            "in_words": self.in_words(),
            "notices": self.paper_notices(),
            "steps": self.paper_steps(),
            "reasons": self.answer.not_counted().iter().map(|reason| self.paper_reason(reason)).collect::<Vec<_>>(),
            "answers": self.paper_answers(),
            "open": self.paper_open(),
            "figures": self.figures().iter().filter(|row| row.is_main).map(|row| json!([row.label, row.value, page.say(row.outcome).to_string()])).collect::<Vec<_>>(),
            "formulas": self.paper_formulas(),
            "notes": notes.unwrap_or_default(),
            "problems": self.problems(),
            "params": self.params().iter().map(|row| json!([row.label, row.value, row.from, row.until, row.source])).collect::<Vec<_>>(),
            "rates": self.rates().iter().map(|row| json!([row.currency, row.rate, row.days, row.source])).collect::<Vec<_>>(),
            "assumed": self.assumed(),
            "address": page.absolute(&page.link(format!("estimates/{}", self.id))),
            "command": self.command(),
            "receipt": self.receipt().iter().map(|(key, value)| json!([page.say(key).to_string(), value])).collect::<Vec<_>>(),
        })
    }

    /// What a reader must know before the figures.
    fn paper_notices(&self) -> Vec<Value> {
        let mut notices = Vec::new();
        if let Some(last) = self.last_in_force() {
            notices.push(json!([last.said, [self.page.say("result-last-text-note").to_string()]]));
        }
        notices.extend(self.gaps().into_iter().map(|gap| json!([gap, []])));
        notices.extend(self.thresholds().into_iter().map(|threshold| json!([threshold.said, []])));
        if let Some(version) = self.version() {
            let now = self.page.say("result-version-now").with("amount", version.now.as_str()).to_string();
            notices.push(json!([self.page.say("result-version").to_string(), [now]]));
        }
        notices
    }

    fn paper_steps(&self) -> Vec<Value> {
        let Some(waterfall) = self.waterfall() else { return Vec::new() };
        let steps = waterfall.steps.iter().zip(waterfall.places()).map(|(step, place)| {
            json!({
                "label": step.label,
                "amount": self.page.money(step.amount),
                "kind": step.class(),
                "left": place.left,
                "width": place.width,
            })
        });
        steps.collect()
    }

    fn paper_reason(&self, reason: &Reason) -> Value {
        let shown = reason.rows.iter().take(MOST_LINES);
        let lines: Vec<Value> = shown
            .map(|row| match self.kept.rows.get(*row) {
                Some(note) => json!([note.text, note.place]),
                None => json!(["", (row + 1).to_string()]),
            })
            .collect();
        let more = reason.rows.len().saturating_sub(MOST_LINES);
        let exception = reason.exception.and_then(|id| self.kept.book.exceptions.get(id.0));
        json!({
            "label": self.reason_label(reason),
            "amount": self.reader.money(&reason.amount),
            "count": self.page.say("rows-count").count("count", reason.rows.len()).to_string(),
            "clause": exception.map(|exception| self.clause(exception.clause)),
            "lines": lines,
            "more": (more > 0).then(|| self.page.say("paper-more-lines").count("count", more).to_string()),
        })
    }

    /// What was told, and what was not although it would narrow the answer.
    fn paper_answers(&self) -> Vec<Value> {
        let kept = self.kept;
        let form = questions::filled(&kept.book, &kept.facts);
        let asked =
            questions::questions(self.page, &kept.book, &self.answer.estimate, &kept.facts, kept.ledger.as_ref());
        let mut rows = vec![json!([self.page.say("calculator-on").to_string(), self.page.day(kept.facts.as_of)])];
        for question in asked.iter().filter(|question| question.wanted) {
            let answer = self.told(question, &form).unwrap_or_else(|| self.page.say("paper-narrows").to_string());
            rows.push(json!([question.label, answer]));
        }
        rows
    }

    fn told(&self, question: &Question, form: &Form) -> Option<String> {
        let typed = form.typed(&question.field);
        if typed.is_empty() {
            return None;
        }
        Some(match &question.kind {
            QuestionKind::Choice(options) => {
                let chosen = options.iter().find(|(value, _)| value == typed);
                chosen.map_or_else(|| typed.to_owned(), |(_, text)| text.clone())
            }
            QuestionKind::Day => {
                typed.parse::<kernel::Day>().map_or_else(|_| typed.to_owned(), |day| self.page.day(day))
            }
            QuestionKind::Number => format!("{typed} {}", question.unit).trim().to_owned(),
        })
    }

    fn paper_open(&self) -> Vec<Value> {
        let rows = self.open().into_iter().map(|row| {
            let name = row.field.trim_start_matches("open-");
            let decided = self.kept.facts.decided.get(name).map(|reading| self.reading_label(reading));
            // As on the page: what changes nothing is named and no more.
            let readings = row.readings.into_iter().filter(|_| row.matters);
            json!({
                "because": row.because,
                "decided": decided.unwrap_or_else(|| self.page.say("result-undecided").to_string()),
                "matters": row.matters.then(|| self.page.say("result-open-matters").to_string()),
                "readings": readings.map(|(_, text)| text).collect::<Vec<_>>(),
            })
        });
        rows.collect()
    }

    /// Each figure of the production, then those of a line that they rest on.
    fn paper_formulas(&self) -> Vec<Value> {
        let book = &self.kept.book;
        let mut figures: Vec<FigureId> = self.figures().iter().filter_map(|row| book.find_figure(&row.name)).collect();
        let mut seen: BTreeSet<FigureId> = figures.iter().copied().collect();
        let mut formulas = Vec::new();
        while !figures.is_empty() {
            let mut below = Vec::new();
            for figure in figures {
                let Some((formula, rests_on)) = self.paper_formula(figure) else { continue };
                formulas.push(formula);
                below.extend(rests_on.into_iter().filter(|figure| seen.insert(*figure)));
            }
            figures = below;
        }
        formulas
    }

    fn paper_formula(&self, id: FigureId) -> Option<(Value, Vec<FigureId>)> {
        let (book, page, reader) = (&self.kept.book, self.page, self.reader);
        let figure = book.figure(id)?;
        let explanation = book.explain(id, Some(&self.answer.estimate))?;
        let is_line = figure.level == Level::Line;
        let value = match &explanation.value {
            Some(value) => reader.value(book, value, explanation.of, Some(&figure.name)),
            None => page.say("paper-each-line").to_string(),
        };
        let state = explanation.value.as_ref().map(|value| page.say(outcome_key(Outcome::of(value))).to_string());
        let formula = if explanation.given {
            page.say("result-given").to_string()
        } else {
            reader.line(book, &explanation.formula, false)
        };
        let worked = (!explanation.given && !is_line).then(|| reader.line(book, &explanation.formula, true));
        let governed = explanation.governed_by.as_ref();
        let rests_on = explanation.rests_on.iter().filter_map(|target| match target {
            Target::Figure(figure) => Some(*figure),
            Target::Input(_) | Target::Param(_) | Target::Open(_) | Target::Column(_) | Target::Table(_) => None,
        });
        let shown = json!({
            "label": self.label(&figure.name),
            "value": value,
            "state": state,
            "formula": formula,
            "worked": worked.filter(|worked| *worked != formula),
            "governed": governed.map(|limb| page.say("result-governed").with("limb", self.label(limb)).to_string()),
            "exceptions": explanation.exceptions.iter().map(|exception| self.paper_exception(exception)).collect::<Vec<_>>(),
            "clause": format!("{} {}", page.say("result-clause"), self.clause(explanation.clause)),
        });
        Some((shown, rests_on.collect()))
    }

    fn paper_exception(&self, exception: &Excepted) -> Value {
        let (book, page) = (&self.kept.book, self.page);
        let line = |pieces| self.reader.line(book, pieces, false);
        let (when, then) = (line(&exception.when), line(&exception.then));
        let applied = exception.applied.map(|applied| if applied { "result-applied" } else { "result-not-applied" });
        json!({
            "label": book.exception_label(exception.exception, page.language()),
            "applied": applied.map(|key| page.say(key).to_string()),
            "text": format!("{} {when} {} {then}", page.say("formula-if"), page.say("formula-then")),
        })
    }

    /// The title in the reader's language is that of the clause which has it.
    fn book_title(&self) -> &str {
        let book = &self.kept.book;
        let clause = book.document.clauses.iter().find(|clause| clause.title == book.title);
        clause.and_then(|clause| clause.title_in(self.page.language())).unwrap_or(&book.title)
    }

    fn clause(&self, id: rulebook::ClauseId) -> String {
        let clause = self.kept.book.clause(id);
        clause
            .map(|clause| clause.title_in(self.page.language()).unwrap_or(&clause.title).to_owned())
            .unwrap_or_default()
    }
}
