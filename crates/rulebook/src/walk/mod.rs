//! The reference: walks the expressions of a rulebook one by one, with exact fractions and with what is not known.
//! Slow and plain on purpose; the column programs must agree with it, and explanations are read off it.

mod eval;
mod force;

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Exact, RateTable};

use crate::book::{
    Aggregate, Body, ColumnId, ExceptionId, ExprId, FigureId, Group, InputId, NodeKind, OpenId, ParamId, Rulebook,
    Step, Summand, TableId,
};
use crate::facts::BoundFacts;
use crate::ledger::{Cells, Ledger};
use crate::syntax::Level;
use crate::value::{Ask, Failure, Kind, Value};

/// The dated exchange rates, by the name the rulebook gives them.
pub type Tables = BTreeMap<String, RateTable>;

/// One evaluation, under one reading of the open points.
pub(crate) struct Walk<'a> {
    pub(crate) book: &'a Rulebook,
    facts: &'a BoundFacts,
    tables: Vec<Option<&'a RateTable>>,
    ledger: Option<&'a Ledger>,
    readings: &'a [Option<usize>],
    inputs: Vec<Option<Value>>,
    opens: Vec<Option<Value>>,
    figures: Vec<Option<Value>>,
    lines: Vec<Option<Vec<Value>>>,
    /// Per line and row the exception that decided, as its number plus one; nought where none did.
    reasons: Vec<Vec<u16>>,
    /// Totals that the column programs have worked out already.
    pub(crate) ready: BTreeMap<FigureId, Value>,
    pub(crate) log: Log,
}

/// What an evaluation came to.
pub(crate) struct Walked {
    pub(crate) inputs: Vec<Option<Value>>,
    pub(crate) figures: Vec<Option<Value>>,
    pub(crate) log: Log,
}

impl Walked {
    pub(crate) fn figure_value(&self, id: FigureId) -> Option<&Value> {
        self.figures.get(id.0).and_then(Option::as_ref)
    }
}

/// What an evaluation did, for explanations.
#[derive(Debug, Clone, Default)]
pub(crate) struct Log {
    /// The exceptions that applied, outermost first, per figure of the production.
    pub(crate) applied: BTreeMap<FigureId, Vec<ExceptionId>>,
    /// Which argument of a `min` or `max` decided.
    pub(crate) governs: BTreeMap<ExprId, usize>,
    /// Which rows of parameters were read.
    pub(crate) params: BTreeSet<(ParamId, usize)>,
    /// What each expression of the production came to.
    pub(crate) values: BTreeMap<ExprId, Value>,
}

impl<'a> Walk<'a> {
    pub(crate) fn new(
        book: &'a Rulebook,
        facts: &'a BoundFacts,
        tables: &'a Tables,
        ledger: Option<&'a Ledger>,
        readings: &'a [Option<usize>],
    ) -> Self {
        Self {
            book,
            facts,
            tables: book.tables.iter().map(|table| tables.get(&table.name)).collect(),
            ledger,
            readings,
            inputs: vec![None; book.inputs.len()],
            opens: vec![None; book.opens.len()],
            figures: vec![None; book.figures.len()],
            lines: vec![None; book.figures.len()],
            reasons: vec![Vec::new(); book.figures.len()],
            ready: BTreeMap::new(),
            log: Log::default(),
        }
    }

    /// What does not rest on the ledger. Column programs take it from here.
    pub(crate) fn before_lines(&mut self) {
        for step in &self.book.order {
            if !self.is_line(*step) && !self.book.after_totals.contains(step) {
                self.step(*step);
            }
        }
    }

    /// Every line for every row.
    pub(crate) fn all_lines(&mut self) {
        for step in &self.book.order {
            if let Step::Figure(id) = step
                && self.is_line(*step)
            {
                self.line(*id);
            }
        }
    }

    /// The totals that rest on lines alone, for runs that do not change those.
    pub(crate) fn early_totals(&mut self) -> BTreeMap<FigureId, Value> {
        let book = self.book;
        let early = book.aggregates().filter(|(id, _)| book.is_early(*id));
        early.map(|(id, aggregate)| (id, self.aggregate(id, aggregate))).collect()
    }

    /// The totals and what rests on them.
    pub(crate) fn after_lines(&mut self) {
        for step in &self.book.order {
            if self.book.after_totals.contains(step) {
                self.step(*step);
            }
        }
    }

    pub(crate) fn figure_value(&self, id: FigureId) -> Option<&Value> {
        self.figures.get(id.0).and_then(Option::as_ref)
    }

    pub(crate) fn as_of(&self) -> kernel::Day {
        self.facts.as_of
    }

    pub(crate) fn known_on(&self) -> Option<kernel::Day> {
        self.facts.known_on
    }

    /// Whether a figure is a fact and need not be worked out.
    pub(crate) fn is_given(&self, id: FigureId) -> bool {
        self.facts.figures.get(id.0).is_some_and(Option::is_some)
    }

    pub(crate) fn finish(self) -> Walked {
        Walked { inputs: self.inputs, figures: self.figures, log: self.log }
    }

    pub(crate) fn line_values(&self, id: FigureId) -> Option<&[Value]> {
        self.lines.get(id.0).and_then(Option::as_deref)
    }

    pub(crate) fn line_reasons(&self, id: FigureId) -> &[u16] {
        self.reasons.get(id.0).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn table(&self, id: TableId) -> Option<&'a RateTable> {
        self.tables.get(id.0).copied().flatten()
    }

    fn is_line(&self, step: Step) -> bool {
        match step {
            Step::Figure(id) => self.book.figure(id).is_some_and(|figure| figure.level == Level::Line),
            _ => false,
        }
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Input(id) => {
                let value = self.input(id);
                put(&mut self.inputs, id.0, value);
            }
            Step::Open(id) => {
                let value = self.open(id);
                put(&mut self.opens, id.0, value);
            }
            Step::Figure(id) => {
                let value = self.production_figure(id);
                put(&mut self.figures, id.0, value);
            }
        }
    }

    fn input(&mut self, id: InputId) -> Value {
        if let Some(Some(value)) = self.facts.inputs.get(id.0) {
            return value.clone();
        }
        let Some(input) = self.book.inputs.get(id.0) else { return Value::truth(false) };
        let unknown = match (input.within, input.of) {
            (Some((low, high)), _) => Value::between(low, high),
            (None, crate::book::Type::Bool) => Value::of(Kind::Truth { may_be_true: true, may_be_false: true }),
            (None, crate::book::Type::Choice(list)) => {
                let count = u32::try_from(self.book.list(list).len()).unwrap_or(u32::MAX);
                Value::of(Kind::Choice(1_u128.checked_shl(count).map_or(u128::MAX, |bits| bits - 1)))
            }
            (None, crate::book::Type::Date) => Value::of(Kind::Day { low: None, high: None }),
            (None, _) => Value::range(None, None),
        };
        let unknown = if unknown.is_known() { unknown } else { unknown.asking(Ask::Input(id)) };
        let Some((default, when)) = input.default else { return unknown };
        let default = self.eval(default, None);
        match when {
            None => default,
            Some(when) => {
                let when = self.eval(when, None);
                Value::select(&when, || default, || unknown)
            }
        }
    }

    fn open(&mut self, id: OpenId) -> Value {
        let Some(open) = self.book.opens.get(id.0) else { return Value::truth(false) };
        let decided = self.readings.get(id.0).copied().flatten();
        let readings: Vec<Value> = open
            .readings
            .iter()
            .enumerate()
            .filter(|(at, _)| decided.is_none_or(|decided| decided == *at))
            .map(|(_, reading)| self.eval(reading.expr, None))
            .collect();
        let several = readings.len() > 1;
        let hull = readings.into_iter().reduce(Value::hull).unwrap_or_else(|| Value::truth(false));
        if several && !hull.is_known() { hull.asking(Ask::Open(id)) } else { hull }
    }

    fn production_figure(&mut self, id: FigureId) -> Value {
        let Some(figure) = self.book.figure(id) else { return Value::truth(false) };
        if let Some(Some(given)) = self.facts.figures.get(id.0) {
            return given.clone();
        }
        let base = match &figure.body {
            Body::Expr(expr) => Base::Expr(*expr),
            Body::Aggregate(aggregate) => match self.ready.remove(&id) {
                Some(ready) => Base::Value(ready),
                None => Base::Value(self.aggregate(id, aggregate)),
            },
        };
        let mut applied = Vec::new();
        let mut value = self.with_exceptions(&base, &figure.exceptions, None, &mut applied);
        self.log.applied.insert(id, applied);
        if matches!(figure.body, Body::Aggregate(_)) {
            value.taints.extend(self.line_taints(id));
        }
        value.taints.extend(&figure.taints);
        match self.book.not_in_force(id, self.facts) {
            Some(failure) => Value { kind: Kind::Failed(failure), ..value },
            None => value,
        }
    }

    fn line(&mut self, id: FigureId) {
        let (Some(figure), Some(ledger)) = (self.book.figure(id), self.ledger) else { return };
        let Body::Expr(expr) = &figure.body else { return };
        let base = Base::Expr(*expr);
        // A line that only repeats another one keeps the other one's reasons.
        let repeats = match self.book.node(*expr).kind {
            NodeKind::Figure(other) => Some(other),
            _ => None,
        };
        let mut values = Vec::with_capacity(ledger.rows());
        let mut reasons = Vec::with_capacity(ledger.rows());
        let mut applied = Vec::new();
        for row in 0..ledger.rows() {
            applied.clear();
            let mut value = self.with_exceptions(&base, &figure.exceptions, Some(row), &mut applied);
            // What touches a line touches every total over it, whichever rows there are: see `line_taints`.
            value.taints.clear();
            values.push(value);
            let inherited =
                repeats.and_then(|other| self.reasons.get(other.0)).and_then(|reasons| reasons.get(row)).copied();
            let reason = applied.last().map(|id| u16::try_from(id.0 + 1).unwrap_or(u16::MAX));
            reasons.push(reason.or(inherited).unwrap_or(0));
        }
        if let (Some(lines), Some(slot)) = (self.lines.get_mut(id.0), self.reasons.get_mut(id.0)) {
            (*lines, *slot) = (Some(values), reasons);
        }
    }

    /// What could not be encoded and touches the lines under a total.
    fn line_taints(&self, id: FigureId) -> BTreeSet<usize> {
        let mut taints = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut waiting: Vec<Step> = self.book.needs(Step::Figure(id)).iter().copied().collect();
        while let Some(step) = waiting.pop() {
            if !seen.insert(step) {
                continue;
            }
            let value = match step {
                Step::Figure(id) => self.figure_value(id),
                Step::Input(id) => self.inputs.get(id.0).and_then(Option::as_ref),
                Step::Open(id) => self.opens.get(id.0).and_then(Option::as_ref),
            };
            taints.extend(value.into_iter().flat_map(|value| &value.taints));
            if let Step::Figure(id) = step
                && self.is_line(step)
            {
                taints.extend(self.book.figure(id).into_iter().flat_map(|figure| &figure.taints));
                waiting.extend(self.book.needs(step));
            }
        }
        taints
    }

    /// The base, unless exceptions apply. `applied` receives those that certainly did, outermost first.
    fn with_exceptions(
        &mut self,
        base: &Base,
        exceptions: &[ExceptionId],
        row: Option<usize>,
        applied: &mut Vec<ExceptionId>,
    ) -> Value {
        let mut possible: Option<Value> = None;
        let mut conditions: Vec<Value> = Vec::new();
        let mut rest = exceptions;
        while let Some(first) = rest.first().and_then(|id| self.book.exceptions.get(id.0)) {
            let same_rank =
                rest.iter().take_while(|id| self.book.exceptions.get(id.0).is_some_and(|e| e.rank == first.rank));
            let (now, later) = rest.split_at(same_rank.count());
            rest = later;
            let mut certain: Option<(ExceptionId, Value)> = None;
            for id in now {
                let Some(exception) = self.book.exceptions.get(id.0) else { continue };
                let when = self.eval(exception.when, row);
                let truth = when.known_truth();
                if when.failure().is_some() {
                    return when;
                }
                conditions.push(when);
                if truth == Some(false) {
                    continue;
                }
                let mut inner = vec![*id];
                let value = self.with_exceptions(&Base::Expr(exception.then), &exception.exceptions, row, &mut inner);
                match (truth, &certain) {
                    (Some(true), Some((other, before))) if before.kind != value.kind => {
                        let clause =
                            |id: &ExceptionId| self.book.exceptions.get(id.0).map(|e| e.clause).unwrap_or_default();
                        return Value::failed(Failure::Conflict { clauses: vec![clause(other), clause(id)] });
                    }
                    (Some(true), None) => {
                        if possible.is_none() {
                            applied.extend(inner);
                        }
                        certain = Some((*id, value));
                    }
                    (Some(true), Some(_)) => {}
                    (_, _) => {
                        possible = Some(match possible {
                            Some(other) => other.hull(value),
                            None => value,
                        });
                    }
                }
            }
            if let Some((_, value)) = certain {
                return Self::settle(possible, value, &conditions);
            }
        }
        let base = match base {
            Base::Expr(expr) => self.eval(*expr, row),
            Base::Value(value) => value.clone(),
        };
        Self::settle(possible, base, &conditions)
    }

    /// The last word, and what else it may have been if some condition is not known.
    fn settle(possible: Option<Value>, certain: Value, conditions: &[Value]) -> Value {
        let Some(possible) = possible else {
            let mut value = certain;
            conditions.iter().for_each(|condition| value.taints.extend(&condition.taints));
            return value;
        };
        let mut value = possible.hull(certain);
        for condition in conditions {
            value.taints.extend(&condition.taints);
            if !value.is_known() {
                value.asks.extend(&condition.asks);
            }
        }
        value
    }

    fn aggregate(&mut self, id: FigureId, aggregate: &Aggregate) -> Value {
        let Some(ledger) = self.ledger else {
            let currency_free = Value::range(None, None).asking(Ask::Total(id));
            return match self.book.figure(id).map(|figure| figure.of) {
                Some(_) => currency_free,
                None => Value::truth(false),
            };
        };
        let mut groups: Sums = BTreeMap::new();
        let mut measured: Vec<Sums> = vec![BTreeMap::new(); aggregate.groups.len()];
        for row in 0..ledger.rows() {
            let keys: Vec<u32> = aggregate.groups.iter().map(|group| ledger.key(group.key, row)).collect();
            for (at, (sums, group)) in measured.iter_mut().zip(&aggregate.groups).enumerate() {
                if let Some(of) = group.of {
                    add(sums, keys.iter().skip(at).copied().collect(), &self.summand(of, row));
                }
            }
            let filter = match aggregate.filter {
                Some(filter) => self.eval(filter, Some(row)),
                None => Value::truth(true),
            };
            if filter.known_truth() == Some(false) {
                continue;
            }
            let amount = match aggregate.sum {
                None => Value::number(Exact::ONE),
                Some(summand) => self.summand(summand, row),
            };
            let counted = Value::select(&filter, || amount, || Value::number(Exact::ZERO));
            add(&mut groups, keys, &counted);
        }
        self.limit_groups(groups, &measured, &aggregate.groups)
    }

    fn summand(&self, summand: Summand, row: usize) -> Value {
        match summand {
            Summand::Column(column) => self.cell(column, row),
            Summand::Line(line) => {
                let value = self.line_values(line).and_then(|values| values.get(row)).cloned();
                value.unwrap_or_else(|| Value::number(Exact::ZERO))
            }
        }
    }

    /// Applies each group's limit, inside first, and adds up.
    pub(crate) fn limit_groups(&mut self, mut sums: Sums, measured: &[Sums], groups: &[Group]) -> Value {
        for (at, group) in groups.iter().enumerate() {
            let limit = self.eval(group.limit, None);
            let mut outer: Sums = BTreeMap::new();
            for (keys, sum) in sums {
                let measure = group.of.and_then(|_| measured.get(at)).map(|sums| sums.get(&keys).cloned());
                let measure =
                    measure.map_or_else(|| sum.clone(), |of| of.unwrap_or_else(|| Value::number(Exact::ZERO)));
                let limited = match (group.at_most, group.of) {
                    (true, None) => Value::extreme(&[sum, limit.clone()], true),
                    (at_most, _) => {
                        let accept = if at_most { [true, true, false] } else { [false, true, true] };
                        let inside = measure.compare(&limit, accept);
                        Value::select(&inside, || sum, || Value::number(Exact::ZERO))
                    }
                };
                add(&mut outer, keys.into_iter().skip(1).collect(), &limited);
            }
            sums = outer;
        }
        sums.into_values().fold(Value::number(Exact::ZERO), |sum, value| sum.plus(&value))
    }

    pub(crate) fn eval(&mut self, id: ExprId, row: Option<usize>) -> Value {
        let value = self.eval_kind(id, row);
        if row.is_none() {
            self.log.values.insert(id, value.clone());
        }
        value
    }
}

/// Sums by the keys of their groups, the innermost group's first.
pub(crate) type Sums = BTreeMap<Vec<u32>, Value>;

fn add(sums: &mut Sums, keys: Vec<u32>, value: &Value) {
    let sum = sums.entry(keys).or_insert_with(|| Value::number(Exact::ZERO));
    *sum = sum.plus(value);
}

enum Base {
    Expr(ExprId),
    Value(Value),
}

fn put<T>(slots: &mut [Option<T>], at: usize, value: T) {
    if let Some(slot) = slots.get_mut(at) {
        *slot = Some(value);
    }
}

impl Ledger {
    /// The group a row belongs to by a column of keys or of an `enum`.
    pub(crate) fn key(&self, column: ColumnId, row: usize) -> u32 {
        match self.lane(column).map(|lane| &lane.cells) {
            Some(Cells::Key { ids, .. }) => ids.get(row).copied().unwrap_or(0),
            Some(Cells::Choice(cells)) => cells.get(row).copied().map_or(0, u32::from),
            _ => 0,
        }
    }
}

impl Rulebook {
    pub(crate) fn aggregates(&self) -> impl Iterator<Item = (FigureId, &Aggregate)> {
        self.figures.iter().enumerate().filter_map(|(at, figure)| match &figure.body {
            Body::Aggregate(aggregate) => Some((FigureId(at), aggregate)),
            Body::Expr(_) => None,
        })
    }

    /// Whether a total rests on no other total.
    pub(crate) fn is_early(&self, id: FigureId) -> bool {
        self.needs(Step::Figure(id)).is_disjoint(&self.after_totals)
    }
}
