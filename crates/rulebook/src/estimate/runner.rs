//! Runs a rulebook often enough to say what is known: once for all, and once for each combination of readings and
//! answers that reaches a figure.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use kernel::Exact;

use super::{Engine, Estimate, NotCounted, OpenReport, Receipt, RowProblem};
use crate::book::{Bound, ExceptionId, FigureId, InputId, OpenId, Rulebook, Step, Type};
use crate::column::{LeftOut, Program};
use crate::facts::BoundFacts;
use crate::ledger::Ledger;
use crate::value::{Ask, Kind, Value};
use crate::walk::{Tables, Walk, Walked};

/// More combinations of readings and answers than this are not tried one by one.
const COMBINATIONS: usize = 512;

/// The same for readings that change lines, as each takes a run over the whole ledger.
const LINE_COMBINATIONS: usize = 16;

pub(super) struct Runner<'a> {
    pub(super) book: &'a Rulebook,
    pub(super) tables: &'a Tables,
    pub(super) ledger: Option<&'a Ledger>,
    pub(super) engine: Engine,
    pub(super) lines_rest_on: BTreeSet<Step>,
    /// Whether every total rests on lines alone.
    pub(super) may_reuse: bool,
}

/// One thing that may be answered in several ways: an open point, or an unknown yes, no or choice.
#[derive(Debug, Clone)]
enum Dimension {
    Open(OpenId, usize),
    Gate(InputId, Vec<Value>),
}

impl Dimension {
    fn len(&self) -> usize {
        match self {
            Self::Open(_, count) => *count,
            Self::Gate(_, answers) => answers.len(),
        }
    }

    fn ask(&self) -> Ask {
        match self {
            Self::Open(id, _) => Ask::Open(*id),
            Self::Gate(id, _) => Ask::Input(*id),
        }
    }
}

/// Facts with some answers filled in.
struct Answered {
    facts: BoundFacts,
    touched: BTreeSet<Step>,
    answers: Vec<usize>,
}

/// What the lines come to, kept for further runs that do not change them.
#[derive(Default, PartialEq)]
struct Lines {
    totals: BTreeMap<FigureId, Value>,
    spent: Option<Exact>,
    counted: Option<Exact>,
    not_counted: Vec<NotCounted>,
    problems: Vec<RowProblem>,
    by_columns: bool,
    /// Found to be the same under each reading of the open points they rest on.
    under_every_reading: bool,
}

impl<'a> Runner<'a> {
    pub(super) fn estimate(&self, facts: &BoundFacts) -> Estimate {
        let mut lines = Lines::default();
        let base = match self.lines_under_every_reading(facts) {
            Some(same) => {
                lines = same;
                self.run(facts, &facts.readings, None, Some(&lines))
            }
            None => self.run(facts, &facts.readings, Some(&mut lines), None),
        };
        let mut figures = self.figures(&base);
        let mut log = base.log.clone();
        let mut dimensions = self.dimensions(facts, &figures);
        let size =
            |dimensions: &[Dimension]| dimensions.iter().map(Dimension::len).fold(1_usize, usize::saturating_mul);
        while size(&dimensions) > COMBINATIONS {
            dimensions.pop();
        }
        let award = self.book.award;
        // For each dimension and answer, what the award may be.
        let mut by_answer: Vec<Vec<Option<Value>>> =
            dimensions.iter().map(|dimension| vec![None; dimension.len()]).collect();
        if !dimensions.is_empty() {
            let mut merged: BTreeMap<FigureId, Value> = BTreeMap::new();
            let combinations = size(&dimensions);
            for at in 0..combinations {
                let (run, answers) = self.run_combination(facts, &dimensions, at, &lines);
                if at == 0 {
                    log = run.log.clone();
                }
                for (id, value) in self.figures(&run) {
                    if award == Some(id) {
                        for (slots, answer) in by_answer.iter_mut().zip(&answers) {
                            if let Some(slot) = slots.get_mut(*answer) {
                                *slot = Some(match slot.take() {
                                    Some(other) => other.hull(value.clone()),
                                    None => value.clone(),
                                });
                            }
                        }
                    }
                    let value = match merged.remove(&id) {
                        Some(other) => other.hull(value),
                        None => value,
                    };
                    merged.insert(id, value);
                }
            }
            figures = merged;
        }
        let matters: Vec<bool> = by_answer.iter().map(|answers| answers.windows(2).any(differ)).collect();
        let mut asks: BTreeSet<Ask> = BTreeSet::new();
        if let Some(value) = award.and_then(|award| figures.get(&award)).filter(|value| !value.is_known()) {
            let tried: BTreeSet<Ask> = dimensions.iter().map(Dimension::ask).collect();
            asks.extend(value.asks.iter().filter(|ask| !tried.contains(ask)));
            asks.extend(
                dimensions.iter().zip(&matters).filter(|(_, matters)| **matters).map(|(dimension, _)| dimension.ask()),
            );
        }
        let open =
            self.open_reports(facts, &dimensions, &by_answer, &matters, award.and_then(|award| figures.get(&award)));
        let asks = self.rank(facts, asks, award.and_then(|award| figures.get(&award)), &lines);
        Estimate {
            as_of: facts.as_of,
            known_on: facts.known_on,
            award,
            spent: lines.spent,
            counted: lines.counted,
            not_counted: lines.not_counted,
            row_problems: lines.problems,
            open,
            asks,
            assumed: Vec::new(),
            params: log.params.clone(),
            receipt: Receipt {
                rulebook: String::new(),
                rulebook_hash: String::new(),
                engine: String::new(),
                as_of: facts.as_of,
                known_on: None,
                facts_hash: String::new(),
                ledger_hash: None,
                rates: Vec::new(),
                hash: String::new(),
            },
            worked_by: if lines.by_columns { Engine::Columns } else { Engine::Walker },
            inputs: base.inputs,
            figures,
            log,
        }
    }

    /// What the lines come to if that is the same under every reading of the open points they rest on.
    fn lines_under_every_reading(&self, facts: &BoundFacts) -> Option<Lines> {
        let undecided = self.book.opens.iter().enumerate().filter(|(at, _)| {
            facts.readings.get(*at).copied().flatten().is_none()
                && self.lines_rest_on.contains(&Step::Open(OpenId(*at)))
        });
        let dimensions: Vec<Dimension> =
            undecided.map(|(at, open)| Dimension::Open(OpenId(at), open.readings.len())).collect();
        let combinations: usize = dimensions.iter().map(Dimension::len).fold(1, usize::saturating_mul);
        if dimensions.is_empty() || combinations > LINE_COMBINATIONS || !self.may_reuse || self.ledger.is_none() {
            return None;
        }
        let mut same: Option<Lines> = None;
        for number in 0..combinations {
            let changed = self.answered(facts, &dimensions, number).facts;
            let mut walk = Walk::new(self.book, &changed, self.tables, self.ledger, &changed.readings);
            walk.before_lines();
            let lines = self.lines(&mut walk);
            match &same {
                None => same = Some(lines),
                Some(before) if *before == lines => {}
                Some(_) => return None,
            }
        }
        same.map(|lines| Lines { under_every_reading: true, ..lines })
    }

    fn figures(&self, run: &Walked) -> BTreeMap<FigureId, Value> {
        let ids = (0..self.book.figures.len()).map(FigureId);
        ids.filter_map(|id| run.figure_value(id).map(|value| (id, value.clone()))).collect()
    }

    /// What may be answered in several ways and reaches some figure: open points first, then yes-or-no and choices,
    /// those with few answers first. What no figure asks for makes no difference and is not tried.
    fn dimensions(&self, facts: &BoundFacts, figures: &BTreeMap<FigureId, Value>) -> Vec<Dimension> {
        let award = self.book.award.and_then(|award| figures.get(&award));
        let by_award: BTreeSet<Ask> = award.into_iter().flat_map(|value| value.asks.iter().copied()).collect();
        let asked: BTreeSet<Ask> = figures.values().flat_map(|value| value.asks.iter().copied()).collect();
        let mut dimensions: Vec<Dimension> = Vec::new();
        let mut gates = Vec::new();
        for ask in asked {
            match ask {
                Ask::Open(id) if facts.readings.get(id.0).copied().flatten().is_none() => {
                    let readings = self.book.opens.get(id.0).map_or(0, |open| open.readings.len());
                    dimensions.push(Dimension::Open(id, readings));
                }
                Ask::Input(id) => {
                    let answers: Vec<Value> = match self.book.inputs.get(id.0).map(|input| input.of) {
                        Some(Type::Bool) => vec![Value::truth(true), Value::truth(false)],
                        Some(Type::Choice(list)) => {
                            let options = 0..self.book.list(list).len();
                            options.filter_map(|at| u8::try_from(at).ok()).map(Value::choice).collect()
                        }
                        _ => continue,
                    };
                    gates.push(Dimension::Gate(id, answers));
                }
                _ => {}
            }
        }
        gates.sort_by_key(Dimension::len);
        dimensions.extend(gates);
        // Where there is too much to try, what the award asks for is tried first.
        dimensions.sort_by_key(|dimension| !by_award.contains(&dimension.ask()));
        dimensions
    }

    fn run_combination(
        &self,
        facts: &BoundFacts,
        dimensions: &[Dimension],
        number: usize,
        lines: &Lines,
    ) -> (Walked, Vec<usize>) {
        let Answered { facts: changed, touched, answers } = self.answered(facts, dimensions, number);
        // Readings under which the lines were seen to be the same change them no more.
        let changes = |step: &Step| {
            self.lines_rest_on.contains(step) && !(lines.under_every_reading && matches!(step, Step::Open(_)))
        };
        let same_lines = self.may_reuse && !touched.iter().any(changes);
        (self.run(&changed, &changed.readings, None, same_lines.then_some(lines)), answers)
    }

    /// The facts with one answer to each dimension: the `number`-th combination.
    fn answered(&self, facts: &BoundFacts, dimensions: &[Dimension], number: usize) -> Answered {
        let mut rest = number;
        let mut changed = facts.clone();
        let mut touched = BTreeSet::new();
        let mut answers = Vec::new();
        for dimension in dimensions {
            let answer = rest % dimension.len().max(1);
            rest /= dimension.len().max(1);
            answers.push(answer);
            match dimension {
                Dimension::Open(id, _) => {
                    touched.insert(Step::Open(*id));
                    if let Some(slot) = changed.readings.get_mut(id.0) {
                        *slot = Some(answer);
                    }
                }
                Dimension::Gate(id, values) => {
                    touched.insert(Step::Input(*id));
                    if let (Some(slot), Some(value)) = (changed.inputs.get_mut(id.0), values.get(answer)) {
                        *slot = Some(value.clone());
                    }
                }
            }
        }
        Answered { facts: changed, touched, answers }
    }

    /// One evaluation. Lines are taken from an earlier one where given.
    fn run(
        &self,
        facts: &BoundFacts,
        readings: &[Option<usize>],
        keep: Option<&mut Lines>,
        known: Option<&Lines>,
    ) -> Walked {
        let mut walk = Walk::new(self.book, facts, self.tables, self.ledger, readings);
        walk.before_lines();
        match known {
            Some(lines) if self.ledger.is_some() => walk.ready = lines.totals.clone(),
            _ => {
                let fresh = self.lines(&mut walk);
                walk.ready = fresh.totals.clone();
                if let Some(keep) = keep {
                    *keep = fresh;
                }
            }
        }
        walk.after_lines();
        walk.finish()
    }

    fn lines(&self, walk: &mut Walk<'_>) -> Lines {
        let Some(ledger) = self.ledger else { return Lines::default() };
        if self.engine == Engine::Columns
            && let Some(program) = Program::link(walk, ledger)
        {
            let mut left_out = LeftOut::new(self.book.exceptions.len());
            if let Some(sums) = program.run(ledger, &mut left_out) {
                let lines = Lines { totals: program.totals(walk, &sums), by_columns: true, ..Lines::default() };
                return self.with_left_out(lines, left_out);
            }
        }
        walk.all_lines();
        self.walked_lines(walk)
    }

    fn with_left_out(&self, lines: Lines, left_out: LeftOut) -> Lines {
        let Some((gross, _)) = self.book.counts else { return lines };
        let currency = self.book.figure(gross).and_then(|figure| figure.of.currency());
        let decimals = currency.map_or(0, |currency| currency.decimals());
        let unit = |minor: i128| Exact::from_scaled(minor, decimals).unwrap_or(Exact::ZERO);
        let by_reason = (0_u16..).zip(left_out.by_reason).filter(|(_, (_, rows))| !rows.is_empty());
        let not_counted = by_reason.map(|(reason, (amount, rows))| NotCounted {
            exception: exception_of(reason),
            amount: unit(amount),
            rows,
        });
        Lines {
            spent: Some(unit(left_out.gross)),
            counted: Some(unit(left_out.counted)),
            not_counted: not_counted.collect(),
            ..lines
        }
    }

    fn walked_lines(&self, walk: &mut Walk<'_>) -> Lines {
        let mut lines = Lines { totals: walk.early_totals(), ..Lines::default() };
        for at in 0..self.book.figures.len() {
            for (row, value) in walk.line_values(FigureId(at)).into_iter().flatten().enumerate() {
                if let Some(failure) = value.failure()
                    && !lines.problems.iter().any(|problem| problem.row == row)
                {
                    lines.problems.push(RowProblem { row, failure: failure.clone() });
                }
            }
        }
        lines.problems.sort_by_key(|problem| problem.row);
        let Some((gross, counted)) = self.book.counts else { return lines };
        let (Some(gross_values), Some(counted_values)) = (walk.line_values(gross), walk.line_values(counted)) else {
            return lines;
        };
        let sum = |values: &[Value]| values.iter().try_fold(Exact::ZERO, |sum, value| sum.plus(&value.known_number()?));
        lines.spent = sum(gross_values);
        lines.counted = sum(counted_values);
        let mut groups: BTreeMap<u16, (Exact, Vec<usize>)> = BTreeMap::new();
        let rows = gross_values.iter().zip(counted_values).zip(walk.line_reasons(counted)).enumerate();
        for (row, ((gross, counted), reason)) in rows {
            let (Some(gross), Some(counted)) = (gross.known_number(), counted.known_number()) else { continue };
            if gross != counted {
                let group = groups.entry(*reason).or_insert((Exact::ZERO, Vec::new()));
                group.0 = gross.minus(&counted).and_then(|difference| group.0.plus(&difference)).unwrap_or(group.0);
                group.1.push(row);
            }
        }
        let not_counted = groups.into_iter();
        lines.not_counted = not_counted
            .map(|(reason, (amount, rows))| NotCounted { exception: exception_of(reason), amount, rows })
            .collect();
        lines
    }

    fn open_reports(
        &self,
        facts: &BoundFacts,
        dimensions: &[Dimension],
        by_answer: &[Vec<Option<Value>>],
        matters: &[bool],
        award: Option<&Value>,
    ) -> Vec<OpenReport> {
        let mut reports = Vec::new();
        for (at, open) in self.book.opens.iter().enumerate() {
            let id = OpenId(at);
            let decided = facts.readings.get(at).copied().flatten();
            let dimension =
                dimensions.iter().position(|dimension| matches!(dimension, Dimension::Open(other, _) if *other == id));
            let unknown = || Value::range(None, None);
            let readings = match dimension.and_then(|at| by_answer.get(at)) {
                Some(answers) => answers.iter().map(|answer| answer.clone().unwrap_or_else(unknown)).collect(),
                None => open.readings.iter().map(|_| award.cloned().unwrap_or_else(unknown)).collect(),
            };
            let matters = dimension.and_then(|at| matters.get(at)).copied().unwrap_or(false);
            reports.push(OpenReport { open: id, decided, readings, matters });
        }
        reports
    }

    /// What narrows the award most comes first; what the law makes a gate comes before amounts.
    fn rank(&self, facts: &BoundFacts, asks: BTreeSet<Ask>, award: Option<&Value>, lines: &Lines) -> Vec<Ask> {
        let now = award.and_then(width);
        let mut ranked: Vec<(u8, Removed, Ask)> = asks
            .into_iter()
            .map(|ask| {
                let gate = match ask {
                    Ask::Open(_) => 2,
                    Ask::Input(id) => match self.book.inputs.get(id.0).map(|input| input.of) {
                        Some(Type::Bool | Type::Choice(_)) => 0,
                        _ => 1,
                    },
                    Ask::Total(_) | Ask::Column(_) => 1,
                };
                let after = self.width_after(facts, ask, lines);
                let removed = match (now, after) {
                    (_, None) => Removed::Nothing,
                    (None, Some(after)) => Removed::Endless(Reverse(after)),
                    (Some(now), Some(after)) => now.minus(&after).map_or(Removed::Nothing, Removed::Some),
                };
                (gate, removed, ask)
            })
            .collect();
        ranked.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.cmp(&a.1)).then_with(|| a.2.cmp(&b.2)));
        ranked.into_iter().map(|(_, _, ask)| ask).collect()
    }

    /// The widest range that the award may still have once a number is answered, tried at both ends and the middle.
    fn width_after(&self, facts: &BoundFacts, ask: Ask, lines: &Lines) -> Option<Exact> {
        let Ask::Input(id) = ask else { return None };
        let award = self.book.award?;
        let answers: Vec<Value> = match facts.inputs.get(id.0).cloned().flatten().map(|value| value.kind) {
            Some(Kind::Number { low: Some(low), high: Some(high) }) => ends_and_middle(low, high),
            _ => match self.book.inputs.get(id.0).and_then(|input| input.within) {
                Some((Bound::Number(low), Bound::Number(high))) => ends_and_middle(low, high),
                _ => vec![Value::number(Exact::ZERO), Value::number(Exact::whole(1_000_000_000))],
            },
        };
        let is_number = self.book.inputs.get(id.0).is_some_and(|input| input.of.is_number());
        if !is_number {
            return None;
        }
        let same_lines = self.may_reuse && !self.lines_rest_on.contains(&Step::Input(id));
        answers.into_iter().try_fold(Exact::ZERO, |widest, answer| {
            let mut changed = facts.clone();
            if let Some(slot) = changed.inputs.get_mut(id.0) {
                *slot = Some(answer);
            }
            let run = self.run(&changed, &changed.readings, None, same_lines.then_some(lines));
            width(run.figure_value(award)?).map(|width| width.max(widest))
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Removed {
    Nothing,
    Some(Exact),
    /// From without limit to this; the narrower the better.
    Endless(Reverse<Exact>),
}

fn ends_and_middle(low: Exact, high: Exact) -> Vec<Value> {
    let middle = low.plus(&high).and_then(|sum| sum.over(&Exact::whole(2)));
    [Some(low), middle, Some(high)].into_iter().flatten().map(Value::number).collect()
}

fn width(value: &Value) -> Option<Exact> {
    match value.kind {
        Kind::Number { low: Some(low), high: Some(high) } => high.minus(&low),
        Kind::Number { .. } => None,
        _ => Some(Exact::ZERO),
    }
}

fn differ(pair: &[Option<Value>]) -> bool {
    match pair {
        [Some(a), Some(b)] => a.kind != b.kind,
        _ => false,
    }
}

pub(super) fn exception_of(reason: u16) -> Option<ExceptionId> {
    reason.checked_sub(1).map(|at| ExceptionId(at.into()))
}
