//! A cost ledger as columns, in the order of the rulebook's `column` statements.

use std::collections::HashMap;
use std::sync::Arc;

use kernel::{Currency, Day, Exact, Money};
use sha2::{Digest, Sha256};

use crate::book::{ColumnId, NodeKind, Rulebook, Type};
use crate::literal::Literal;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    pub(crate) rows: usize,
    pub(crate) lanes: Vec<Arc<Lane>>,
    /// The currencies that money lanes refer to by number.
    pub(crate) currencies: Vec<Currency>,
    hash: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lane {
    pub(crate) cells: Cells,
    /// Which cells are empty; nothing if none is.
    pub(crate) missing: Option<Vec<bool>>,
    /// The least and the greatest number, day or choice in it.
    pub(crate) bounds: (i64, i64),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cells {
    Money {
        minor: Vec<i64>,
        currency: Vec<u8>,
    },
    /// Each number times `denominator`.
    Number {
        scaled: Vec<i64>,
        denominator: i64,
    },
    Choice(Vec<u8>),
    Truth(Vec<u8>),
    /// Days since 1970-01-01.
    Day(Vec<i32>),
    Key {
        ids: Vec<u32>,
        names: Vec<String>,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Money(Money),
    Number(Exact),
    Choice(u8),
    Truth(bool),
    Day(Day),
    Key(String),
}

/// What is wrong with a row that a ledger cannot take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LedgerProblem {
    /// The cell is not of the column's type.
    NotOfType {
        row: usize,
        column: String,
    },
    TooManyCells {
        row: usize,
    },
    /// More than 255 currencies, or a number too fine to be counted exactly.
    TooFine {
        row: usize,
        column: String,
    },
}

impl std::fmt::Display for LedgerProblem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotOfType { row, column } => write!(out, "row {row}: the cell of `{column}` is not of its type"),
            Self::TooManyCells { row } => write!(out, "row {row} has more cells than there are columns"),
            Self::TooFine { row, column } => write!(out, "row {row}: `{column}` cannot be counted exactly"),
        }
    }
}

impl Ledger {
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// SHA-256 of the content, in hexadecimal.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// Rows as cells in the order of the rulebook's columns; a row may be shorter, the rest is empty.
    pub fn new<R: AsRef<[Option<Cell>]>>(
        book: &Rulebook,
        rows: impl IntoIterator<Item = R>,
    ) -> Result<Self, LedgerProblem> {
        let mut builders: Vec<Builder> =
            book.columns.iter().map(|column| Builder::new(&column.name, column.of)).collect();
        let mut currencies = Vec::new();
        let mut count = 0;
        for row in rows {
            let row = row.as_ref();
            if row.len() > builders.len() {
                return Err(LedgerProblem::TooManyCells { row: count + 1 });
            }
            for (at, builder) in builders.iter_mut().enumerate() {
                let cell = row.get(at).and_then(Option::as_ref);
                builder.push(count + 1, cell, &mut currencies)?;
            }
            count += 1;
        }
        let lanes: Vec<Arc<Lane>> =
            builders.into_iter().map(|builder| builder.finish().map(Arc::new)).collect::<Result<_, _>>()?;
        let hash = hash(count, &lanes, &currencies, book);
        Ok(Self { rows: count, lanes, currencies, hash })
    }

    /// How many cells of each column are empty.
    pub fn missing(&self) -> Vec<usize> {
        self.lanes.iter().map(|lane| lane.missing_count()).collect()
    }

    pub(crate) fn lane(&self, id: ColumnId) -> Option<&Lane> {
        self.lanes.get(id.0).map(Arc::as_ref)
    }

    /// The cell as it is; `None` if it is empty.
    pub fn cell(&self, id: ColumnId, row: usize) -> Option<Cell> {
        let lane = self.lane(id)?;
        if lane.is_missing(row) {
            return None;
        }
        Some(match &lane.cells {
            Cells::Money { minor, currency } => {
                let currency = self.currencies.get(usize::from(*currency.get(row)?))?;
                Cell::Money(Money::from_minor(*minor.get(row)?, *currency))
            }
            Cells::Number { scaled, denominator } => {
                Cell::Number(Exact::fraction((*scaled.get(row)?).into(), (*denominator).into())?)
            }
            Cells::Choice(cells) => Cell::Choice(*cells.get(row)?),
            Cells::Truth(cells) => Cell::Truth(*cells.get(row)? != 0),
            Cells::Day(cells) => Cell::Day(Day::from_number(*cells.get(row)?)?),
            Cells::Key { ids, names } => Cell::Key(names.get(usize::try_from(*ids.get(row)?).ok()?)?.clone()),
        })
    }

    /// The ledger with empty cells filled from facts and the rulebook's defaults, and how many of each column were.
    pub(crate) fn filled(&self, book: &Rulebook, given: &[Option<Cell>], as_of: Day) -> (Self, Vec<usize>) {
        let mut filled = self.clone();
        let mut counts = vec![0; book.columns.len()];
        for (at, column) in book.columns.iter().enumerate() {
            let default = column.default.and_then(|id| match book.node(id).kind {
                NodeKind::AsOf => Some(Cell::Day(as_of)),
                NodeKind::Date(day) => Some(Cell::Day(day)),
                NodeKind::Number(number) => match column.of {
                    Type::Money(currency) => Money::from_exact(&number, currency).map(Cell::Money),
                    _ => Some(Cell::Number(number)),
                },
                NodeKind::Truth(truth) => Some(Cell::Truth(truth)),
                NodeKind::Choice(at) => Some(Cell::Choice(at)),
                _ => None,
            });
            let Some(cell) = given.get(at).cloned().flatten().or(default) else { continue };
            let (lanes, currencies) = (&mut filled.lanes, &mut filled.currencies);
            if let (Some(lane), Some(count)) = (lanes.get_mut(at), counts.get_mut(at))
                && lane.missing.is_some()
            {
                *count = Arc::make_mut(lane).fill(&cell, currencies);
            }
        }
        (filled, counts)
    }
}

impl Lane {
    pub(crate) fn is_missing(&self, row: usize) -> bool {
        self.missing.as_ref().is_some_and(|missing| missing.get(row).copied().unwrap_or(true))
    }

    pub(crate) fn missing_count(&self) -> usize {
        self.missing.as_ref().map_or(0, |missing| missing.iter().filter(|missing| **missing).count())
    }

    /// Puts a value into the empty cells and says how many there were. What does not fit the lane changes nothing.
    fn fill(&mut self, cell: &Cell, currencies: &mut Vec<Currency>) -> usize {
        let Some(missing) = self.missing.take() else { return 0 };
        let empty: Vec<usize> =
            missing.iter().enumerate().filter(|(_, missing)| **missing).map(|(row, _)| row).collect();
        fn put<T: Copy>(cells: &mut [T], rows: &[usize], value: T) {
            for row in rows {
                if let Some(slot) = cells.get_mut(*row) {
                    *slot = value;
                }
            }
        }
        match (&mut self.cells, cell) {
            (Cells::Choice(cells), Cell::Choice(value)) => put(cells, &empty, *value),
            (Cells::Truth(cells), Cell::Truth(value)) => put(cells, &empty, u8::from(*value)),
            (Cells::Day(cells), Cell::Day(value)) => put(cells, &empty, value.number()),
            (Cells::Money { minor, currency }, Cell::Money(value)) => {
                let Some(at) = currency_at(currencies, value.currency()) else {
                    self.missing = Some(missing);
                    return 0;
                };
                put(minor, &empty, value.minor());
                put(currency, &empty, at);
            }
            (Cells::Number { scaled, denominator }, Cell::Number(value)) => {
                let number = value.times(&Exact::whole((*denominator).into())).filter(Exact::is_whole);
                let Some(number) = number.and_then(|number| i64::try_from(number.numerator()).ok()) else {
                    self.missing = Some(missing);
                    return 0;
                };
                put(scaled, &empty, number);
            }
            (Cells::Key { ids, names }, Cell::Key(value)) => {
                names.push(value.clone());
                let id = u32::try_from(names.len() - 1).unwrap_or(u32::MAX);
                put(ids, &empty, id);
            }
            _ => {
                self.missing = Some(missing);
                return 0;
            }
        }
        self.bounds = self.cells.bounds();
        empty.len()
    }
}

impl Cells {
    fn bounds(&self) -> (i64, i64) {
        fn ends<T: Copy + Ord + Into<i64>>(cells: &[T]) -> (i64, i64) {
            let low = cells.iter().min().copied().map_or(0, Into::into);
            (low, cells.iter().max().copied().map_or(0, Into::into))
        }
        match self {
            Self::Money { minor: numbers, .. } | Self::Number { scaled: numbers, .. } => ends(numbers),
            Self::Choice(cells) | Self::Truth(cells) => ends(cells),
            Self::Day(cells) => ends(cells),
            Self::Key { ids, .. } => ends(ids),
        }
    }
}

struct Builder<'a> {
    name: &'a str,
    of: Type,
    cells: Cells,
    numbers: Vec<Exact>,
    keys: HashMap<String, u32>,
    missing: Vec<bool>,
}

impl<'a> Builder<'a> {
    fn new(name: &'a str, of: Type) -> Self {
        let cells = match of {
            Type::Money(_) | Type::MoneyByCurrency | Type::Exact(_) => {
                Cells::Money { minor: Vec::new(), currency: Vec::new() }
            }
            Type::Rate | Type::Count | Type::Points | Type::Days => {
                Cells::Number { scaled: Vec::new(), denominator: 1 }
            }
            Type::Date => Cells::Day(Vec::new()),
            Type::Bool => Cells::Truth(Vec::new()),
            Type::Key => Cells::Key { ids: Vec::new(), names: Vec::new() },
            Type::Choice(_) => Cells::Choice(Vec::new()),
        };
        Self { name, of, cells, numbers: Vec::new(), keys: HashMap::new(), missing: Vec::new() }
    }

    fn push(&mut self, row: usize, cell: Option<&Cell>, currencies: &mut Vec<Currency>) -> Result<(), LedgerProblem> {
        let wrong = || LedgerProblem::NotOfType { row, column: self.name.to_owned() };
        self.missing.push(cell.is_none());
        match (&mut self.cells, cell) {
            (Cells::Money { minor, currency }, Some(Cell::Money(money))) => {
                if let Type::Money(only) = self.of
                    && only != money.currency()
                {
                    return Err(wrong());
                }
                let too_many = || LedgerProblem::TooFine { row, column: self.name.to_owned() };
                currency.push(currency_at(currencies, money.currency()).ok_or_else(too_many)?);
                minor.push(money.minor());
            }
            (Cells::Money { minor, currency }, None) => {
                minor.push(0);
                currency.push(0);
            }
            (Cells::Number { .. }, Some(Cell::Number(number))) => {
                if self.of != Type::Rate && !number.is_whole() {
                    return Err(wrong());
                }
                self.numbers.push(*number);
            }
            (Cells::Number { .. }, None) => self.numbers.push(Exact::ZERO),
            (Cells::Choice(cells), Some(Cell::Choice(at))) => cells.push(*at),
            (Cells::Choice(cells), None) => cells.push(0),
            (Cells::Truth(cells), Some(Cell::Truth(truth))) => cells.push(u8::from(*truth)),
            (Cells::Truth(cells), None) => cells.push(0),
            (Cells::Day(cells), Some(Cell::Day(day))) => cells.push(day.number()),
            (Cells::Day(cells), None) => cells.push(0),
            (Cells::Key { ids, names }, cell) => {
                let key = match cell {
                    Some(Cell::Key(key)) => key.as_str(),
                    None => "",
                    Some(_) => return Err(wrong()),
                };
                let id = match self.keys.get(key) {
                    Some(id) => *id,
                    None => {
                        let id = u32::try_from(names.len()).unwrap_or(u32::MAX);
                        names.push(key.to_owned());
                        self.keys.insert(key.to_owned(), id);
                        id
                    }
                };
                ids.push(id);
            }
            _ => return Err(wrong()),
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Lane, LedgerProblem> {
        if let Cells::Number { scaled, denominator } = &mut self.cells {
            let mut common: i128 = 1;
            for (at, number) in self.numbers.iter().enumerate() {
                let below = number.denominator();
                let step = below / greatest_common_divisor(common, below);
                common = common
                    .checked_mul(step)
                    .filter(|common| *common <= 1_000_000_000_000)
                    .ok_or_else(|| LedgerProblem::TooFine { row: at + 1, column: self.name.to_owned() })?;
            }
            *denominator = i64::try_from(common).unwrap_or(1);
            for (at, number) in self.numbers.iter().enumerate() {
                let number =
                    number.times(&Exact::whole(common)).and_then(|number| i64::try_from(number.numerator()).ok());
                scaled
                    .push(number.ok_or_else(|| LedgerProblem::TooFine { row: at + 1, column: self.name.to_owned() })?);
            }
        }
        let missing = self.missing.iter().any(|missing| *missing).then_some(self.missing);
        Ok(Lane { bounds: self.cells.bounds(), cells: self.cells, missing })
    }
}

fn greatest_common_divisor(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.abs().max(1), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

fn currency_at(currencies: &mut Vec<Currency>, currency: Currency) -> Option<u8> {
    let at = currencies.iter().position(|known| *known == currency).unwrap_or_else(|| {
        currencies.push(currency);
        currencies.len() - 1
    });
    u8::try_from(at).ok()
}

fn hash(rows: usize, lanes: &[Arc<Lane>], currencies: &[Currency], book: &Rulebook) -> String {
    let mut sha = Sha256::new();
    sha.update((rows as u64).to_le_bytes());
    currencies.iter().for_each(|currency| sha.update(currency.code()));
    for (lane, column) in lanes.iter().zip(&book.columns) {
        sha.update(column.name.as_bytes());
        match &lane.cells {
            Cells::Money { minor, currency } => {
                minor.iter().for_each(|minor| sha.update(minor.to_le_bytes()));
                sha.update(currency);
            }
            Cells::Number { scaled, denominator } => {
                sha.update(denominator.to_le_bytes());
                scaled.iter().for_each(|number| sha.update(number.to_le_bytes()));
            }
            Cells::Choice(cells) | Cells::Truth(cells) => sha.update(cells),
            Cells::Day(cells) => cells.iter().for_each(|day| sha.update(day.to_le_bytes())),
            Cells::Key { ids, names } => {
                ids.iter().for_each(|id| sha.update(id.to_le_bytes()));
                names.iter().for_each(|name| sha.update(format!("{}:{name}", name.len())));
            }
        }
        let missing = lane.missing.iter().flatten().map(|missing| u8::from(*missing)).collect::<Vec<u8>>();
        sha.update(missing);
    }
    sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Rulebook {
    /// A cell from its text, by the column's type. Money needs its currency beside it: `100 USD`.
    pub fn cell(&self, id: ColumnId, text: &str) -> Option<Cell> {
        let column = self.columns.get(id.0)?;
        match column.of {
            Type::MoneyByCurrency => text.parse().ok().map(Cell::Money),
            Type::Money(currency) => match self.literal(column.of, text)? {
                Literal::Number(number) => Money::from_exact(&number, currency).map(Cell::Money),
                _ => None,
            },
            Type::Key => Some(Cell::Key(text.trim().to_owned())),
            of => Some(match self.literal(of, text)? {
                Literal::Number(number) => Cell::Number(number),
                Literal::Day(day) => Cell::Day(day),
                Literal::Truth(truth) => Cell::Truth(truth),
                Literal::Choice(at) => Cell::Choice(at),
            }),
        }
    }
}

impl Ledger {
    pub fn has_currency(&self, currency: Currency) -> bool {
        self.currencies.contains(&currency)
    }
}

impl Rulebook {
    /// A cell as the language writes it: what [`Rulebook::cell`] reads back.
    pub fn cell_text(&self, id: ColumnId, cell: &Cell) -> String {
        match cell {
            Cell::Money(money) => money.to_string(),
            Cell::Number(number) => number.to_string(),
            Cell::Choice(at) => match self.columns.get(id.0).map(|column| column.of) {
                Some(Type::Choice(list)) => self.list(list).get(usize::from(*at)).cloned().unwrap_or_default(),
                _ => String::new(),
            },
            Cell::Truth(truth) => truth.to_string(),
            Cell::Day(day) => day.to_string(),
            Cell::Key(key) => key.clone(),
        }
    }
}
