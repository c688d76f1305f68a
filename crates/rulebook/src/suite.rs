//! Runs the `test` statements of a rulebook.

use std::collections::BTreeMap;

use kernel::{Day, RateTable};

use crate::book::{ExprId, FigureId, NodeKind, Rulebook};
use crate::diagnostic::Diagnostic;
use crate::estimate::Estimate;
use crate::facts::{Facts, Given};
use crate::ledger::{Cell, Ledger};
use crate::source::{ClauseId, Span};
use crate::syntax::{Expectation, ExpectationKind, TestFact, TestLines, TestRate, TestStatement, Word};
use crate::value::{Ask, Failure, Kind, Value};
use crate::walk::Tables;

/// One test and what came of it.
#[derive(Debug, Clone)]
pub struct Tested {
    pub name: String,
    pub clause: ClauseId,
    /// Ids of published worked examples that it reproduces or refutes.
    pub examples: Vec<String>,
    pub source: Option<String>,
    /// What the engine gave for each figure named, for people to read beside the test.
    pub shown: Vec<Shown>,
    /// The published figures it proves wrong, and why.
    pub refuted: Vec<Refuted>,
    /// Nothing here: the test passes.
    pub failures: Vec<Diagnostic>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub figure: FigureId,
    pub value: Value,
}

/// A published figure that the engine does not give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refuted {
    pub figure: FigureId,
    pub published: Value,
    pub because: String,
}

/// The facts of one test, complete after `same but`.
#[derive(Clone, Default)]
struct Setting {
    as_of: Option<Day>,
    known: Option<Day>,
    rates: Vec<TestRate>,
    given: BTreeMap<String, TestFact>,
    decide: BTreeMap<String, String>,
    lines: Option<TestLines>,
}

impl Rulebook {
    pub fn run_tests(&self) -> Vec<Tested> {
        let mut setting = Setting::default();
        let mut results = Vec::new();
        for (clause, test) in &self.tests {
            setting.change(test);
            let mut tested = Tested {
                name: test.name.text.clone(),
                clause: *clause,
                examples: test.examples.clone(),
                source: test.source.clone(),
                shown: Vec::new(),
                refuted: Vec::new(),
                failures: Vec::new(),
            };
            match self.estimate_of(&setting, test) {
                Ok(estimate) => self.compare(test, &estimate, &mut tested),
                Err(diagnostics) => tested.failures = diagnostics,
            }
            if test.expect.is_empty() && test.refutes.is_empty() {
                let message = format!("the test `{}` expects nothing", test.name.text);
                tested.failures.push(Diagnostic::error("empty-test", test.name.span, message));
            }
            results.push(tested);
        }
        results
    }

    /// The day a test or a visitor means who names none: the last day that was reviewed and on which the award is in force.
    pub fn usual_day(&self) -> Option<Day> {
        let reviewed = self.reviewed_to?;
        let award = self.award?;
        let periods: Vec<_> = self
            .in_force
            .iter()
            .filter(|period| period.governs.is_empty() || period.governs.contains(&award))
            .collect();
        let covers =
            periods.iter().any(|period| period.from <= reviewed && period.until.is_none_or(|until| until >= reviewed));
        let last = periods.iter().filter_map(|period| period.until).filter(|until| *until < reviewed).max();
        Some(if covers { reviewed } else { last.unwrap_or(reviewed) })
    }

    fn estimate_of(&self, setting: &Setting, test: &TestStatement) -> Result<Estimate, Vec<Diagnostic>> {
        let at_name = |message: String| vec![Diagnostic::error("bad-test", test.name.span, message)];
        let as_of = setting.as_of.or_else(|| self.usual_day());
        let as_of = as_of.ok_or_else(|| at_name("say the day with `as_of`, or `reviewed_to` in `doc`".to_owned()))?;
        let mut facts = Facts::on(as_of);
        facts.known_on = setting.known;
        facts.decided.clone_from(&setting.decide);
        for (name, fact) in &setting.given {
            let given = match fact {
                TestFact::Is(text) => Given::Is(text.clone()),
                TestFact::Within(low, high) => Given::Within(low.clone(), high.clone()),
            };
            facts.given.insert(name.clone(), given);
        }
        let ledger = setting
            .lines
            .as_ref()
            .map(|lines| self.test_ledger(lines))
            .transpose()
            .map_err(|diagnostic| vec![*diagnostic])?;
        let tables = self.test_tables(&setting.rates);
        self.estimate(&facts, ledger.as_ref(), &tables).map_err(|problems| {
            problems.iter().map(|problem| Diagnostic::error("bad-fact", test.name.span, problem.to_string())).collect()
        })
    }

    fn test_tables(&self, rates: &[TestRate]) -> Tables {
        let mut tables = Tables::new();
        for table in &self.tables {
            let mut filled = RateTable::new(table.to, 10, "test");
            for rate in rates.iter().filter(|rate| rate.table.text == table.name) {
                filled.insert(rate.currency, kernel::Quote { day: rate.day, one_unit: rate.rate });
            }
            tables.insert(table.name.clone(), filled);
        }
        tables
    }

    fn test_ledger(&self, lines: &TestLines) -> Result<Ledger, Box<Diagnostic>> {
        let mut columns = Vec::new();
        for word in &lines.columns {
            let id = self.find_column(&word.text);
            let unknown =
                || Box::new(Diagnostic::error("not-a-column", word.span, format!("`{}` is not a column", word.text)));
            columns.push(id.ok_or_else(unknown)?);
        }
        let mut rows: Vec<Vec<Option<Cell>>> = Vec::new();
        for (number, row) in lines.rows.iter().enumerate() {
            let mut cells: Vec<Option<Cell>> = vec![None; self.columns.len()];
            for (id, text) in columns.iter().zip(row) {
                let Some(text) = text else { continue };
                let wrong = || {
                    let column = self.columns.get(id.0).map_or("", |column| column.name.as_str());
                    let message = format!("row {}: `{text}` does not fit the column `{column}`", number + 1);
                    Box::new(Diagnostic::error("bad-cell", lines.span, message))
                };
                let cell = self.cell(*id, text).ok_or_else(wrong)?;
                if let Some(slot) = cells.get_mut(id.0) {
                    *slot = Some(cell);
                }
            }
            rows.push(cells);
        }
        Ledger::new(self, rows)
            .map_err(|problem| Box::new(Diagnostic::error("bad-cell", lines.span, problem.to_string())))
    }

    fn compare(&self, test: &TestStatement, estimate: &Estimate, tested: &mut Tested) {
        for expectation in &test.expect {
            if let Err(message) = self.expected(expectation, estimate, tested) {
                tested.failures.push(Diagnostic::error(
                    "test-failed",
                    expectation.span,
                    format!("{}: {message}", test.name.text),
                ));
            }
        }
        for refutation in &test.refutes {
            match self.is(&refutation.figure, &refutation.value, estimate) {
                Ok((id, true, _)) => {
                    let name = &refutation.figure.text;
                    let message = format!(
                        "{}: the engine gives `{name}` {} too, which is called wrong here",
                        test.name.text, refutation.value
                    );
                    tested.failures.push(Diagnostic::error("test-failed", refutation.span, message));
                    tested.show(id, estimate);
                }
                Ok((id, false, published)) => {
                    tested.show(id, estimate);
                    tested.refuted.push(Refuted { figure: id, published, because: refutation.because.clone() });
                }
                Err(message) => tested.failures.push(Diagnostic::error("test-failed", refutation.span, message)),
            }
        }
    }

    /// Whether a figure is a value, and that value.
    fn is(&self, word: &Word, text: &str, estimate: &Estimate) -> Result<(FigureId, bool, Value), String> {
        let (id, value) = self.found(word, estimate)?;
        let of = self.figure(id).map(|figure| figure.of).ok_or("no such figure")?;
        let literal = self.literal(of, text).ok_or_else(|| format!("`{text}` is not `{}`", self.type_text(of)))?;
        let expected: Value = literal.into();
        Ok((id, expected.kind == value.kind, expected))
    }

    fn found<'e>(&self, word: &Word, estimate: &'e Estimate) -> Result<(FigureId, &'e Value), String> {
        let id = self.find_figure(&word.text).ok_or_else(|| format!("there is no figure `{}`", word.text))?;
        let value = estimate.value(id).ok_or_else(|| format!("`{}` is a line; sum it in a total first", word.text))?;
        Ok((id, value))
    }

    fn expected(&self, expectation: &Expectation, estimate: &Estimate, tested: &mut Tested) -> Result<(), String> {
        let word = match &expectation.kind {
            ExpectationKind::Asks(names) => return self.expected_asks(names, estimate),
            ExpectationKind::Is(word, _) | ExpectationKind::In(word, _, _) | ExpectationKind::Unknown(word) => word,
            ExpectationKind::NotInForce(word, _)
            | ExpectationKind::Conflict(word)
            | ExpectationKind::Undefined(word) => word,
            ExpectationKind::GovernedBy(word, _) => word,
        };
        let (id, value) = self.found(word, estimate)?;
        tested.show(id, estimate);
        let of = self.figure(id).map(|figure| figure.of).ok_or("no such figure")?;
        let holds = match &expectation.kind {
            ExpectationKind::Is(word, text) => self.is(word, text, estimate)?.1,
            ExpectationKind::In(_, low, high) => {
                let end = |text: &str| {
                    self.literal(of, text).ok_or_else(|| format!("`{text}` is not `{}`", self.type_text(of)))
                };
                let (low, high): (Value, Value) = (end(low)?.into(), end(high)?.into());
                low.hull(high).kind == value.kind
            }
            ExpectationKind::Unknown(_) => !value.is_known(),
            ExpectationKind::NotInForce(_, wanted) => match value.failure() {
                Some(Failure::NotInForce { since, .. }) => wanted.is_none() || since == wanted,
                _ => false,
            },
            ExpectationKind::Conflict(_) => matches!(value.failure(), Some(Failure::Conflict { .. })),
            ExpectationKind::Undefined(_) => {
                matches!(value.failure(), Some(Failure::Overflow | Failure::DivisionByZero | Failure::NoRate { .. }))
            }
            ExpectationKind::GovernedBy(_, limb) => {
                let governing = self.governing(id, estimate);
                if governing.as_deref() == Some(limb.text.as_str()) {
                    true
                } else {
                    return Err(format!("`{}` is governed by `{}`", word.text, governing.unwrap_or_default()));
                }
            }
            ExpectationKind::Asks(_) => true,
        };
        if holds {
            return Ok(());
        }
        let written = self.text.get(expectation.span.start..expectation.span.end).unwrap_or("");
        Err(format!("expected `{written}`, but it is {}", self.show(value, of)))
    }

    fn expected_asks(&self, names: &[Word], estimate: &Estimate) -> Result<(), String> {
        let asked: Vec<String> = estimate.asks.iter().map(|ask| self.ask_name(*ask).to_owned()).collect();
        let wanted: Vec<String> = names.iter().map(|word| word.text.clone()).collect();
        if asked == wanted { Ok(()) } else { Err(format!("asks {{{}}}", asked.join(", "))) }
    }

    pub fn ask_name(&self, ask: Ask) -> &str {
        match ask {
            Ask::Input(id) => self.inputs.get(id.0).map_or("", |input| &input.name),
            Ask::Total(id) => self.figures.get(id.0).map_or("", |figure| &figure.name),
            Ask::Open(id) => self.opens.get(id.0).map_or("", |open| &open.name),
            Ask::Column(id) => self.columns.get(id.0).map_or("", |column| &column.name),
        }
    }

    /// The limb of a `min` or `max` that decided a figure, by the name it carries.
    pub fn governing(&self, id: FigureId, estimate: &Estimate) -> Option<String> {
        let figure = self.figure(id)?;
        let root = match estimate.applied(id).last().and_then(|exception| self.exceptions.get(exception.0)) {
            Some(exception) => exception.then,
            None => match figure.body {
                crate::book::Body::Expr(expr) => expr,
                crate::book::Body::Aggregate(_) => return None,
            },
        };
        let mut waiting = vec![root];
        while let Some(expr) = waiting.pop() {
            let node = self.node(expr);
            if let (NodeKind::Call(_, arguments), Some(at)) = (&node.kind, estimate.log.governs.get(&expr)) {
                let deciding = *arguments.get(*at)?;
                // A limb that is a `min` or `max` itself names its own limb.
                match self.node(deciding).kind {
                    NodeKind::Call(..) if estimate.log.governs.contains_key(&deciding) => {
                        waiting.push(deciding);
                        continue;
                    }
                    _ => return Some(self.carried_name(deciding)),
                }
            }
            waiting.extend(node.kind.children().into_iter().rev());
        }
        None
    }

    /// The first name in an expression, or its value where it has none.
    pub(crate) fn carried_name(&self, id: ExprId) -> String {
        let node = self.node(id);
        match &node.kind {
            NodeKind::Figure(figure) => self.figure(*figure).map_or(String::new(), |figure| figure.name.clone()),
            NodeKind::Input(input) => self.inputs.get(input.0).map_or(String::new(), |input| input.name.clone()),
            NodeKind::Open(open) => self.opens.get(open.0).map_or(String::new(), |open| open.name.clone()),
            NodeKind::Param { param, .. } => self.params.get(param.0).map_or(String::new(), |param| param.name.clone()),
            NodeKind::Number(number) => number.to_string(),
            kind => kind.children().first().map_or(String::new(), |child| self.carried_name(*child)),
        }
    }

    /// A value as the language writes it, with what is not known about it.
    pub fn show(&self, value: &Value, of: crate::book::Type) -> String {
        let bound = |number: &Option<kernel::Exact>| match number {
            Some(number) => crate::book::Bound::Number(*number).show(of),
            None => "…".to_owned(),
        };
        match &value.kind {
            Kind::Number { low, high } if low == high && low.is_some() => bound(low),
            Kind::Number { low, high } => format!("{}..{}", bound(low), bound(high)),
            Kind::Truth { may_be_true: true, may_be_false: false } => "true".to_owned(),
            Kind::Truth { may_be_true: false, may_be_false: true } => "false".to_owned(),
            Kind::Truth { .. } => "true or false".to_owned(),
            Kind::Choice(bits) => {
                let names: Vec<&str> = match of {
                    crate::book::Type::Choice(list) => {
                        let list = self.list(list).iter().enumerate();
                        list.filter(|(at, _)| bits >> at & 1 == 1).map(|(_, name)| name.as_str()).collect()
                    }
                    _ => Vec::new(),
                };
                names.join(" or ")
            }
            Kind::Day { low, high } => {
                let day = |day: &Option<Day>| day.map_or_else(|| "…".to_owned(), |day| day.to_string());
                if low == high { day(low) } else { format!("{}..{}", day(low), day(high)) }
            }
            Kind::Failed(failure) => match failure {
                Failure::NotInForce { since: Some(since), .. } => format!("not_in_force since {since}"),
                Failure::NotInForce { since: None, .. } => "not_in_force".to_owned(),
                Failure::Conflict { clauses } => {
                    let anchors: Vec<&str> = clauses.iter().map(|clause| self.anchor(*clause)).collect();
                    format!("conflict between {}", anchors.join(" and "))
                }
                Failure::Overflow => "undefined (too large)".to_owned(),
                Failure::DivisionByZero => "undefined (division by zero)".to_owned(),
                Failure::NoRate { currency, day } => format!("undefined (no rate for {currency} on {day})"),
            },
        }
    }
}

impl Tested {
    pub fn passed(&self) -> bool {
        self.failures.is_empty()
    }

    fn show(&mut self, figure: FigureId, estimate: &Estimate) {
        if let Some(value) = estimate.value(figure)
            && !self.shown.iter().any(|shown| shown.figure == figure)
        {
            self.shown.push(Shown { figure, value: value.clone() });
        }
    }

    /// Where the first failure stands.
    pub fn span(&self) -> Option<Span> {
        self.failures.first().map(|failure| failure.span)
    }
}

impl Setting {
    fn change(&mut self, test: &TestStatement) {
        if !test.same {
            *self = Self::default();
        }
        self.as_of = test.as_of.or(self.as_of);
        self.known = test.known.or(self.known);
        if !test.rates.is_empty() {
            self.rates.clone_from(&test.rates);
        }
        for word in &test.unset {
            self.given.remove(&word.text);
            self.decide.remove(&word.text);
        }
        for (word, fact) in &test.given {
            self.given.insert(word.text.clone(), fact.clone());
        }
        for (word, reading) in &test.decide {
            self.decide.insert(word.text.clone(), reading.clone());
        }
        if test.lines.is_some() {
            self.lines.clone_from(&test.lines);
        }
    }
}

impl Rulebook {
    /// A parameter's value as the language writes it.
    pub fn param_text(&self, param: &crate::book::Param, row: &crate::book::ParamRow) -> String {
        self.show(&row.value.into(), param.of)
    }
}

impl Rulebook {
    pub fn test_count(&self) -> usize {
        self.tests.len()
    }

    /// What a parameter is on a day, for each group of names that share a value: the names, and the value.
    pub fn param_on(&self, param: &crate::book::Param, day: Day) -> Vec<(String, String)> {
        let Some(id) = self.params.iter().position(|other| other.name == param.name).map(crate::book::ParamId) else {
            return Vec::new();
        };
        let shown = |key: Option<u8>| match self.param_row(id, key, day, None) {
            Ok((_, value)) => self.show(&value.into(), param.of),
            Err(failure) => self.show(&Value::failed(failure), param.of),
        };
        match param.by {
            None => vec![(String::new(), shown(None))],
            Some(list) => {
                let names = self.list(list).iter().enumerate();
                names.map(|(at, name)| (name.clone(), shown(u8::try_from(at).ok()))).collect()
            }
        }
    }

    /// The blocks of law under a clause, as they are written.
    pub fn law_of(&self, anchor: &str) -> String {
        let Some(clause) = self.document.find(anchor) else { return String::new() };
        let blocks = self.document.blocks.iter().filter(|block| block.clause == clause);
        blocks.filter_map(|block| self.text.get(block.span.start..block.span.end)).collect::<Vec<_>>().join("\n")
    }
}

impl Rulebook {
    /// The estimates behind the tests, as far as each could be worked out.
    pub(crate) fn test_estimates(&self) -> Vec<Estimate> {
        let mut setting = Setting::default();
        let mut estimates = Vec::new();
        for (_, test) in &self.tests {
            setting.change(test);
            estimates.extend(self.estimate_of(&setting, test));
        }
        estimates
    }
}
