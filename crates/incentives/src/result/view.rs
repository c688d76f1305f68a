//! One estimate and its reader: what the top of the page says.

use kernel::{Exact, Money, Rounding};
use rulebook::{Facts, Failure, FigureId, Threshold, Type, Value};
use web::{Page, Step, StepKind, Waterfall};

use crate::{Answer, Bar, Desk, Outcome, Reason, Saved, Speaker};

/// Reasons and lines shown before the link to all of them.
pub(super) const MOST_SHOWN: usize = 5;

/// Everything the page is made of.
pub(super) struct View<'v> {
    pub(super) page: &'v Page,
    pub(super) desk: &'v Desk,
    pub(super) id: &'v str,
    pub(super) kept: &'v Saved,
    pub(super) answer: &'v Answer<'v>,
    pub(super) reader: &'v Speaker<'v>,
}

/// What the last text in force would have given.
pub(super) struct LastInForce {
    pub(super) said: String,
    pub(super) on: String,
}

/// A limit that was missed, may have been missed, or is near.
pub(super) struct ThresholdRow {
    pub(super) said: String,
    /// How its notice looks.
    pub(super) notice: &'static str,
}

impl View<'_> {
    pub(super) fn label(&self, name: &str) -> String {
        self.kept.book.label(name, self.page.language())
    }

    pub(super) fn figure_label(&self, id: FigureId) -> String {
        self.kept.book.figure(id).map(|figure| self.label(&figure.name)).unwrap_or_default()
    }

    pub(super) fn award_of(&self) -> Type {
        self.answer.estimate.award.and_then(|award| self.kept.book.figure(award)).map_or(Type::Rate, |figure| figure.of)
    }

    pub(super) fn headline(&self) -> String {
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

    /// The working in words: what was spent, what of it counts, and why the rest does not. Nothing where more than the
    /// lines decides what counts: then no figure of the waterfall is their sum.
    pub(super) fn in_words(&self) -> Option<String> {
        let (spent, counted) = self.answer.spent_and_counted()?;
        let mut figures = self.kept.book.waterfall.iter().map(|figure| self.answer.figure_money(*figure)).peekable();
        figures.next_if_eq(&Some(spent));
        if !figures.any(|amount| amount == Some(counted)) {
            return None;
        }
        let left = Money::from_minor(spent.minor().checked_sub(counted.minor())?, spent.currency());
        let reasons = self.answer.not_counted();
        if reasons.is_empty() {
            let said = self.page.say("result-all-counts").with("spent", self.page.money_rounded(spent));
            return (left.minor() == 0).then(|| said.to_string());
        }
        let lines = reasons.iter().map(|reason| reason.rows.len()).sum();
        let why =
            |reason: &Reason| format!("{} ({})", self.reason_label(reason), self.page.money_rounded(reason.amount));
        let why = reasons.iter().take(MOST_SHOWN).map(why).collect::<Vec<_>>().join("; ");
        let said = self.page.say("result-some-counts").with("spent", self.page.money_rounded(spent));
        let said = said.with("counted", self.page.money_rounded(counted)).with("left", self.page.money_rounded(left));
        Some(said.count("lines", lines).with("why", why).to_string())
    }

    pub(super) fn last_in_force(&self) -> Option<LastInForce> {
        let (Outcome::NotInForce, Some(day)) = (self.answer.outcome(), self.kept.book.usual_day()) else { return None };
        let mut facts: Facts = self.kept.facts.clone();
        facts.as_of = day;
        let kept = self.kept;
        let then = Answer::work_out(&kept.book, facts, None, kept.ledger.as_ref(), &kept.tables).ok()?;
        let value = self.reader.value(&kept.book, then.estimate.award_value()?, self.award_of(), None);
        let said = self.page.say("result-last-text").with("day", self.page.day(day)).with("amount", value);
        Some(LastInForce { said: said.to_string(), on: day.to_string() })
    }

    pub(super) fn waterfall(&self) -> Option<Waterfall> {
        let minus = |money: &Money| money.minor().checked_neg().map(|minor| Money::from_minor(minor, money.currency()));
        let difference = || self.page.say("result-step").to_string();
        let mut steps = Vec::new();
        for bar in self.answer.waterfall() {
            steps.push(match bar {
                Bar::Total { figure, amount } => Step { label: self.figure_label(figure), amount, kind: StepKind::Sum },
                Bar::Less(reason) => {
                    Step { label: self.reason_label(&reason), amount: minus(&reason.amount)?, kind: StepKind::Change }
                }
                Bar::Step { amount, .. } => {
                    Step { label: difference(), amount: minus(&amount)?, kind: StepKind::Change }
                }
            });
        }
        // A range has no bar of its own; what it may come to at most has.
        if let (Outcome::Unknown, Some((_, Some(most))), Some(last)) =
            (self.answer.outcome(), self.answer.award_range(), steps.last())
            && last.amount.currency() == most.currency()
        {
            let amount = Money::from_minor(most.minor().checked_sub(last.amount.minor())?, most.currency());
            let award = self.answer.estimate.award.map(|award| self.figure_label(award)).unwrap_or_default();
            let label = self.page.say("result-at-most").with("figure", award).to_string();
            steps.push(Step { label: difference(), amount, kind: StepKind::Change });
            steps.push(Step { label, amount: most, kind: StepKind::Sum });
        }
        (steps.len() > 1).then(|| Waterfall { title: self.page.say("result-waterfall").to_string(), steps })
    }

    pub(super) fn reason_label(&self, reason: &Reason) -> String {
        match reason.exception {
            Some(exception) => self.kept.book.exception_label(exception, self.page.language()),
            None => self.page.say("result-in-part").to_string(),
        }
    }

    /// Lines that could not be worked out, the first few with their places.
    pub(super) fn problems(&self) -> Vec<String> {
        let place =
            |row: usize| self.kept.rows.get(row).map_or_else(|| (row + 1).to_string(), |note| note.place.clone());
        let problems = &self.answer.estimate.row_problems;
        let said = |problem: &rulebook::RowProblem| {
            format!("{}: {}", place(problem.row), self.reader.failure(&self.kept.book, &problem.failure))
        };
        problems.iter().take(MOST_SHOWN).map(said).collect()
    }

    /// Limits below which nothing is paid: those that were missed, may have been, or are near.
    pub(super) fn thresholds(&self) -> Vec<ThresholdRow> {
        let mut rows: Vec<ThresholdRow> = Vec::new();
        if self.answer.outcome() == Outcome::NotInForce {
            return rows;
        }
        for threshold in self.kept.book.thresholds(&self.answer.estimate) {
            if !threshold.from_below || !threshold.leaves_nothing || threshold.otherwise == Some(false) {
                continue;
            }
            if let Some(row) = self.threshold(&threshold)
                && rows.iter().all(|other| other.said != row.said)
            {
                rows.push(row);
            }
        }
        rows
    }

    fn threshold(&self, threshold: &Threshold) -> Option<ThresholdRow> {
        let money = |number: &Exact| {
            let money = Money::from_exact(&number.round(Rounding::HalfUp, &Exact::ONE)?, threshold.currency)?;
            Some(self.page.money_rounded(money))
        };
        let is_below = threshold.short_by > Exact::ZERO;
        let size = if is_below { threshold.short_by } else { Exact::ZERO.minus(&threshold.short_by)? };
        if !is_below && size > threshold.limit_value.over(&Exact::whole(4))? {
            return None;
        }
        let (key, notice) = match (is_below, threshold.otherwise) {
            (true, Some(_)) => ("result-short-of", "notice-warning"),
            (true, None) => ("result-perhaps-short-of", "notice-open"),
            (false, _) => ("result-clear-of", "notice-info"),
        };
        let said = self.page.say(key).with("amount", money(&size)?).with("value", money(&threshold.limit_value)?);
        let said = said.with("what", self.reader.line(&self.kept.book, &threshold.amount, false));
        let said = said.with("limit", self.reader.line(&self.kept.book, &threshold.limit, false));
        Some(ThresholdRow { said: said.to_string(), notice })
    }

    pub(super) fn reading_label(&self, text: &str) -> String {
        match text {
            "true" => self.page.say("formula-true").to_string(),
            "false" => self.page.say("formula-false").to_string(),
            other => self.label(other),
        }
    }

    /// A change, with its sign.
    pub(super) fn signed(&self, number: &Exact, of: Type) -> String {
        let shown = self.reader.number(number, of);
        if *number > Exact::ZERO { format!("+{shown}") } else { shown }
    }
}

/// The figure, or the most it may be.
pub(super) fn most(value: Option<&Value>) -> Option<Exact> {
    match value?.kind {
        rulebook::Kind::Number { high, .. } => high,
        _ => None,
    }
}
