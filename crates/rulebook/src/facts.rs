//! What is told about a production: dates, answers, totals, decisions on open points.

use std::collections::BTreeMap;

use kernel::{Day, Exact};

use crate::book::{Bound, ColumnId, FigureId, InputId, Rulebook, Type};
use crate::diagnostic::nearest;
use crate::ledger::Cell;
use crate::literal::Literal;
use crate::syntax::Level;
use crate::value::{Ask, Kind, Value};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The day whose law applies.
    pub as_of: Day,
    /// What was public by this day counts; nothing means: all that is in the rulebook.
    pub known_on: Option<Day>,
    /// Inputs, totals and defines by name; for a column, the value of its empty cells.
    pub given: BTreeMap<String, Given>,
    /// Open points by name and the reading chosen, as it is written in the rulebook.
    pub decided: BTreeMap<String, String>,
}

/// As a person writes it: `30%`, `1_000 KZT`, `2025-06-01`, `film`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    Is(String),
    Within(String, String),
}

/// A fact that does not fit the rulebook. The surroundings put it in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactProblem {
    UnknownName { name: String, meant: Option<String> },
    NotOfType { name: String, found: String, wanted: String },
    OutOfRange { name: String, found: String, low: String, high: String },
    RangeReversed { name: String },
    UnknownReading { name: String, found: String, readings: Vec<String> },
}

impl std::fmt::Display for FactProblem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnknownName { name, meant: Some(meant) } => {
                write!(out, "nothing is named `{name}`; did you mean `{meant}`?")
            }
            Self::UnknownName { name, meant: None } => write!(out, "nothing is named `{name}`"),
            Self::NotOfType { name, found, wanted } => write!(out, "`{name}` is `{wanted}`, not `{found}`"),
            Self::OutOfRange { name, found, low, high } => {
                write!(out, "`{name}` is between {low} and {high}, not `{found}`")
            }
            Self::RangeReversed { name } => write!(out, "the range of `{name}` ends before it begins"),
            Self::UnknownReading { name, found, readings } => {
                write!(out, "`{found}` is no reading of `{name}`; it is one of {}", readings.join(", "))
            }
        }
    }
}

impl Facts {
    pub fn on(as_of: Day) -> Self {
        Self { as_of, known_on: None, given: BTreeMap::new(), decided: BTreeMap::new() }
    }

    pub fn give(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.given.insert(name.into(), Given::Is(value.into()));
    }
}

/// Facts that fit the rulebook.
#[derive(Debug, Clone)]
pub(crate) struct BoundFacts {
    pub(crate) as_of: Day,
    pub(crate) known_on: Option<Day>,
    pub(crate) inputs: Vec<Option<Value>>,
    pub(crate) figures: Vec<Option<Value>>,
    pub(crate) cells: Vec<Option<Cell>>,
    /// For each open point the reading decided on.
    pub(crate) readings: Vec<Option<usize>>,
}

impl Rulebook {
    pub(crate) fn bind(&self, facts: &Facts) -> Result<BoundFacts, Vec<FactProblem>> {
        let mut bound = BoundFacts {
            as_of: facts.as_of,
            known_on: facts.known_on,
            inputs: vec![None; self.inputs.len()],
            figures: vec![None; self.figures.len()],
            cells: vec![None; self.columns.len()],
            readings: vec![None; self.opens.len()],
        };
        let mut problems = Vec::new();
        for (name, given) in &facts.given {
            let result = match (
                self.find_input(name),
                self.find_fact_figure(name),
                self.find_column(name),
                self.find_open(name),
            ) {
                (Some(id), ..) => self.bind_input(id, given).map(|value| set(&mut bound.inputs, id.0, value)),
                (_, Some(id), ..) => self.bind_figure(id, given).map(|value| set(&mut bound.figures, id.0, value)),
                (_, _, Some(id), _) => self.bind_cell(id, given).map(|cell| set(&mut bound.cells, id.0, cell)),
                (.., Some(_)) => match given {
                    Given::Is(text) => self.bind_reading(name, text).map(|(id, at)| set(&mut bound.readings, id, at)),
                    Given::Within(..) => Err(FactProblem::RangeReversed { name: name.clone() }),
                },
                _ => Err(self.unknown_fact(name)),
            };
            problems.extend(result.err());
        }
        for (name, text) in &facts.decided {
            match self.bind_reading(name, text) {
                Ok((id, at)) => set(&mut bound.readings, id, at),
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() { Ok(bound) } else { Err(problems) }
    }

    fn find_fact_figure(&self, name: &str) -> Option<FigureId> {
        self.find_figure(name).filter(|id| self.figure(*id).is_some_and(|figure| figure.level != Level::Line))
    }

    fn unknown_fact(&self, name: &str) -> FactProblem {
        let inputs = self.inputs.iter().map(|input| input.name.as_str());
        let figures =
            self.figures.iter().filter(|figure| figure.level != Level::Line).map(|figure| figure.name.as_str());
        let opens = self.opens.iter().map(|open| open.name.as_str());
        let columns = self.columns.iter().map(|column| column.name.as_str());
        let meant = nearest(name, inputs.chain(figures).chain(opens).chain(columns)).map(str::to_owned);
        FactProblem::UnknownName { name: name.to_owned(), meant }
    }

    fn bind_reading(&self, name: &str, text: &str) -> Result<(usize, usize), FactProblem> {
        let id = self.find_open(name).ok_or_else(|| self.unknown_fact(name))?;
        let readings: Vec<String> =
            self.opens.get(id.0).into_iter().flat_map(|open| &open.readings).map(|r| r.text.clone()).collect();
        match readings.iter().position(|reading| reading == text.trim()) {
            Some(at) => Ok((id.0, at)),
            None => Err(FactProblem::UnknownReading { name: name.to_owned(), found: text.to_owned(), readings }),
        }
    }

    fn bind_input(&self, id: InputId, given: &Given) -> Result<Value, FactProblem> {
        let Some(input) = self.inputs.get(id.0) else { return Ok(Value::truth(false)) };
        let value = self.bind_value(&input.name, input.of, given)?;
        let Some((low, high)) = input.within else { return Ok(value.ask_if_unknown(Ask::Input(id))) };
        let bounds = Value::between(low, high);
        let inside = match (&value.kind, &bounds.kind) {
            (Kind::Number { low: a, high: b }, Kind::Number { low: c, high: d }) => a >= c && b <= d,
            (Kind::Day { low: a, high: b }, Kind::Day { low: c, high: d }) => a >= c && b <= d,
            _ => true,
        };
        if inside {
            return Ok(value.ask_if_unknown(Ask::Input(id)));
        }
        let found = match given {
            Given::Is(text) => text.clone(),
            Given::Within(low, high) => format!("{low}..{high}"),
        };
        let (low, high) = (low.show(input.of), high.show(input.of));
        Err(FactProblem::OutOfRange { name: input.name.clone(), found, low, high })
    }

    fn bind_figure(&self, id: FigureId, given: &Given) -> Result<Value, FactProblem> {
        let Some(figure) = self.figure(id) else { return Ok(Value::truth(false)) };
        Ok(self.bind_value(&figure.name, figure.of, given)?.ask_if_unknown(Ask::Total(id)))
    }

    fn bind_value(&self, name: &str, of: Type, given: &Given) -> Result<Value, FactProblem> {
        let read = |text: &str| {
            let wrong =
                || FactProblem::NotOfType { name: name.to_owned(), found: text.to_owned(), wanted: self.type_text(of) };
            self.literal(of, text).ok_or_else(wrong)
        };
        match given {
            Given::Is(text) => Ok(read(text)?.into()),
            Given::Within(low, high) => match (read(low)?, read(high)?) {
                (Literal::Number(low), Literal::Number(high)) if low <= high => Ok(Value::range(Some(low), Some(high))),
                (Literal::Day(low), Literal::Day(high)) if low <= high => {
                    Ok(Value::of(Kind::Day { low: Some(low), high: Some(high) }))
                }
                _ => Err(FactProblem::RangeReversed { name: name.to_owned() }),
            },
        }
    }

    fn bind_cell(&self, id: ColumnId, given: &Given) -> Result<Cell, FactProblem> {
        let Some(column) = self.columns.get(id.0) else { return Ok(Cell::Truth(false)) };
        let text = match given {
            Given::Is(text) => text,
            Given::Within(..) => return Err(FactProblem::RangeReversed { name: column.name.clone() }),
        };
        self.cell(id, text).ok_or_else(|| FactProblem::NotOfType {
            name: column.name.clone(),
            found: text.clone(),
            wanted: self.type_text(column.of),
        })
    }
}

fn set<T>(slots: &mut [Option<T>], at: usize, value: T) {
    if let Some(slot) = slots.get_mut(at) {
        *slot = Some(value);
    }
}

impl Value {
    fn ask_if_unknown(self, ask: Ask) -> Self {
        if self.is_known() { self } else { self.asking(ask) }
    }

    pub(crate) fn between(low: Bound, high: Bound) -> Self {
        match (low, high) {
            (Bound::Number(low), Bound::Number(high)) => Self::range(Some(low), Some(high)),
            (Bound::Day(low), Bound::Day(high)) => Self::of(Kind::Day { low: Some(low), high: Some(high) }),
            _ => Self::range(None, None),
        }
    }
}

impl From<Literal> for Value {
    fn from(literal: Literal) -> Self {
        match literal {
            Literal::Number(number) => Self::number(number),
            Literal::Day(day) => Self::day(day),
            Literal::Truth(truth) => Self::truth(truth),
            Literal::Choice(at) => Self::choice(at),
        }
    }
}

impl Bound {
    pub fn show(&self, of: Type) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Number(number) if of == Type::Rate => {
                number.times(&Exact::whole(100)).map_or_else(|| number.to_string(), |percent| format!("{percent}%"))
            }
            Self::Number(number) => match of.currency() {
                Some(currency) => format!("{number} {currency}"),
                None => number.to_string(),
            },
        }
    }
}
