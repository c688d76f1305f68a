//! The file's own totals against the lines they stand for.

use std::collections::BTreeMap;

use kernel::{Currency, Money};

use crate::{
    Limits, Mapping, Origin, Problem, ProblemKind, Problems, TotalCheck,
    cells::Cells,
    names::TotalWord,
    reading::{Amount, Row, RowKind},
};

/// How many of the places where a sum may have begun are tried for one total.
const TRIED: usize = 24;

pub(crate) struct Totals<'a> {
    mapping: &'a Mapping,
    cells: &'a Cells,
    running: BTreeMap<Currency, i128>,
    lines: usize,
    last_row: u32,
    /// Where a sum may begin: at the first line, after each total, at each heading.
    begins: Vec<Begin>,
    pub(crate) checks: Vec<TotalCheck>,
}

#[derive(Debug, Clone)]
struct Begin {
    /// The row that opened it, so that the columns of one row open it once.
    index: Option<u32>,
    lines: usize,
    first_row: Option<u32>,
    running: BTreeMap<Currency, i128>,
}

impl<'a> Totals<'a> {
    pub(crate) fn new(mapping: &'a Mapping, cells: &'a Cells) -> Self {
        let start = Begin { index: None, lines: 0, first_row: None, running: BTreeMap::new() };
        Self {
            mapping,
            cells,
            running: BTreeMap::new(),
            lines: 0,
            last_row: 0,
            begins: vec![start],
            checks: Vec::new(),
        }
    }

    pub(crate) fn count(&mut self, row: u32, money: Money) {
        let sum = self.running.entry(money.currency()).or_default();
        *sum = sum.saturating_add(money.minor().into());
        self.lines += 1;
        self.last_row = row;
        for begin in self.begins.iter_mut().rev().take_while(|begin| begin.first_row.is_none()) {
            begin.first_row = Some(row);
        }
    }

    pub(crate) fn begin_section(&mut self, index: u32) {
        // A heading right after another begins no other sum.
        if self.begins.last().is_some_and(|last| last.lines == self.lines && last.index.is_some()) {
            return;
        }
        self.begins.push(Begin {
            index: Some(index),
            lines: self.lines,
            first_row: None,
            running: self.running.clone(),
        });
        // The first line's place stays; of the others only the nearest are ever tried.
        if self.begins.len() > 4 * TRIED {
            self.begins.drain(1..2 * TRIED);
        }
    }

    /// Compares a total with each stretch of lines it could stand for: the nearest that fits is it.
    pub(crate) fn check(&mut self, row: &Row, problems: &mut Problems, limits: &Limits) {
        let Some(amount) = row.amount else { return };
        let origin = Origin { sheet: self.mapping.sheet.clone(), row: Some(row.number), column: Some(amount.column) };
        let label = row.label.map(|cell| self.cells.sheet.shown(cell).into_owned()).unwrap_or_default();
        let nearest = self.begins.iter().rev().take(TRIED).filter(|begin| begin.lines < self.lines);
        let tried: Vec<&Begin> = nearest.chain(self.begins.first()).collect();
        let found = tried.iter().find_map(|begin| {
            let stated = self.stated(&amount, begin)?;
            (self.sum_since(begin, stated.currency()) == i128::from(stated.minor())).then_some((*begin, stated))
        });
        let expected = match row.kind {
            RowKind::Total(TotalWord::Grand) => self.begins.first(),
            RowKind::Total(TotalWord::Part) | RowKind::Entry | RowKind::Heading => tried.first().copied(),
        };
        let check = match (found, expected) {
            (Some((begin, stated)), _) => Some((begin, stated, true)),
            (None, Some(begin)) => match self.stated(&amount, begin) {
                // Lines of several currencies have no one sum.
                Some(stated) if self.currencies_since(begin) <= 1 => Some((begin, stated, false)),
                _ => None,
            },
            (None, None) => None,
        };
        match check {
            Some((begin, stated, agrees)) => {
                let minor = self.sum_since(begin, stated.currency());
                let counted = i64::try_from(minor).ok().map(|minor| Money::from_minor(minor, stated.currency()));
                let rows = begin.first_row.map(|first| (first, self.last_row));
                if !agrees {
                    let expected = counted.map(|counted| counted.to_string()).unwrap_or_default();
                    let found = stated.to_string();
                    let kind = ProblemKind::TotalDiffers;
                    problems.add(Problem { kind, origin: origin.clone(), found, expected }, limits);
                }
                self.checks.push(TotalCheck { origin, label, stated, counted, rows });
            }
            None => {
                let found = format!("{label}: {}", amount.number);
                let kind = ProblemKind::TotalNotChecked;
                problems.add(Problem { kind, origin, found, expected: String::new() }, limits);
            }
        }
        // A row with totals in several columns ends one stretch, not several.
        if self.begins.last().is_none_or(|last| last.index != Some(row.index)) {
            let running = self.running.clone();
            self.begins.push(Begin { index: Some(row.index), lines: self.lines, first_row: None, running });
        }
    }

    /// The total as money: in its own currency, else in the only one of the lines.
    fn stated(&self, amount: &Amount, begin: &Begin) -> Option<Money> {
        if let Some(money) = amount.money {
            return Some(money);
        }
        let mut used = self.running.keys().filter(|currency| self.has_since(begin, **currency));
        let currency = used.next().filter(|_| used.next().is_none())?;
        Some(amount.number.money(*currency)?.money)
    }

    fn has_since(&self, begin: &Begin, currency: Currency) -> bool {
        self.sum_since(begin, currency) != 0
    }

    fn currencies_since(&self, begin: &Begin) -> usize {
        self.running.keys().filter(|currency| self.has_since(begin, **currency)).count()
    }

    fn sum_since(&self, begin: &Begin, currency: Currency) -> i128 {
        let now = self.running.get(&currency).copied().unwrap_or(0);
        let then = begin.running.get(&currency).copied().unwrap_or(0);
        now.saturating_sub(then)
    }
}
