use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use web::{Form, Page, Waterfall, WebError, show};

use super::questions::{self, Question, QuestionKind};
use super::scenarios::{Scenario, ScenarioRow};
use super::tables::{FigureRow, MovedRow, OpenRow, ParamRow, RateRow, ReasonRow};
use super::versions::Version;
use super::view::{LastInForce, ThresholdRow, View};
use super::{KeptFacts, badge, outcome_key, saved, sensitivity};
use crate::desk::speaker;
use crate::{Answer, Desk, Saved};

/// Other estimates beside this one.
pub(super) const MOST_BESIDE: usize = 3;

#[derive(Template)]
#[template(path = "result/result.html")]
struct ResultPage {
    page: Page,
    id: String,
    form: Form,
    beside: Vec<String>,
    /// The name of the award in the rulebook, and what it is called.
    award: String,
    label: String,
    headline: String,
    in_words: Option<String>,
    outcome: &'static str,
    badge: &'static str,
    law: String,
    notes: Vec<String>,
    last: Option<LastInForce>,
    waterfall: Option<Waterfall>,
    reasons: Vec<ReasonRow>,
    problems: Vec<String>,
    gaps: Vec<String>,
    thresholds: Vec<ThresholdRow>,
    questions: Vec<Question>,
    open: Vec<OpenRow>,
    moved: Vec<MovedRow>,
    scenarios: Vec<Scenario>,
    scenario_rows: Vec<ScenarioRow>,
    figures: Vec<FigureRow>,
    params: Vec<ParamRow>,
    rates: Vec<RateRow>,
    assumed: Vec<String>,
    version: Option<Version>,
    receipt: Vec<(&'static str, String)>,
    command: String,
    has_lines: bool,
    has_kept_lines: bool,
}

impl ResultPage {
    fn has_more_questions(&self) -> bool {
        self.questions.iter().any(|question| !question.wanted)
    }

    fn has_settled_points(&self) -> bool {
        self.open.iter().any(|point| !point.matters)
    }

    fn has_figures_between(&self) -> bool {
        self.figures.iter().any(|figure| !figure.is_main)
    }
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
        in_words: view.in_words(),
        outcome: outcome_key(outcome),
        badge: badge(outcome),
        law: page.say("result-law").with("day", page.day(kept.facts.as_of)).to_string(),
        notes,
        last: view.last_in_force(),
        waterfall: view.waterfall(),
        reasons: answer.not_counted().iter().map(|reason| view.reason(reason)).collect(),
        problems: view.problems(),
        gaps: view.gaps(),
        thresholds: view.thresholds(),
        questions: questions::questions(&page, &kept.book, &answer.estimate, &kept.facts, kept.ledger.as_ref()),
        open: view.open(),
        moved: sensitivity::moved(&kept).iter().map(|moved| view.moved(moved)).collect(),
        scenarios,
        scenario_rows,
        figures: view.figures(),
        params: view.params(),
        rates: view.rates(),
        assumed: view.assumed(),
        version: view.version(),
        receipt: view.receipt(),
        command: view.command(),
        has_lines: kept.ledger.is_some() && kept.book.counts.is_some(),
        has_kept_lines: kept.ledger.is_some(),
        award: award.map(|award| award.name.clone()).unwrap_or_default(),
        label,
        beside,
        id: id.to_owned(),
        form,
        page: page.clone(),
    };
    show(status, &template)
}
