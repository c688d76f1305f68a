//! What an expression is while a program is linked: the same for all rows, a number per row, a table of rates.

use std::sync::Arc;

use kernel::Exact;

use super::op::{DayOf, Factor, Num, Table};
use crate::syntax::Op as Operator;

#[derive(Debug, Clone)]
pub(super) enum Item {
    /// The same for all rows.
    Scalar(Exact),
    Number(Number),
    /// Not rounded yet: a number times a factor.
    Unrounded {
        base: Number,
        factor: ExactFactor,
    },
    /// A rate that changes from row to row.
    Rates(ExactTable),
    Mask(usize),
    Choice(usize),
    ChoiceOf(u8),
    Day(DayOf),
}

/// `num / denominator`, between two bounds in those parts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Number {
    pub(super) num: Num,
    pub(super) denominator: i64,
    pub(super) low: i128,
    pub(super) high: i128,
}

#[derive(Debug, Clone)]
pub(super) enum ExactFactor {
    Const(Exact),
    Table(ExactTable),
}

#[derive(Debug, Clone)]
pub(super) struct ExactTable {
    pub(super) by: Option<(usize, bool)>,
    pub(super) day: Option<DayOf>,
    pub(super) first_day: i32,
    pub(super) days: usize,
    pub(super) values: Vec<Option<Exact>>,
    /// Every value is meant times this.
    pub(super) scale: Exact,
}

impl Item {
    pub(super) fn number(&self) -> Option<Number> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}

/// Rates reckoned with rates, each with the one of its own name and day.
pub(super) fn rates(op: Operator, left: &Item, right: &Item) -> Option<Item> {
    let apply = |a: &Exact, b: &Exact| match op {
        Operator::Plus => a.plus(b),
        Operator::Minus => a.minus(b),
        Operator::Times => a.times(b),
        _ => a.over(b),
    };
    let each = |table: &ExactTable, apply: &dyn Fn(usize, &Exact) -> Option<Exact>| {
        let scaled = |value: &Option<Exact>| value.and_then(|value| value.times(&table.scale));
        let values = table.values.iter().enumerate();
        let values = values.map(|(at, value)| scaled(value).and_then(|value| apply(at, &value))).collect();
        Some(Item::Rates(ExactTable { values, scale: Exact::ONE, ..table.clone() }))
    };
    match (left, right) {
        (Item::Rates(table), Item::Scalar(number)) => each(table, &|_, value| apply(value, number)),
        (Item::Scalar(number), Item::Rates(table)) => each(table, &|_, value| apply(number, value)),
        (Item::Rates(a), Item::Rates(b))
            if (a.by, a.day, a.first_day, a.days) == (b.by, b.day, b.first_day, b.days) =>
        {
            each(a, &|at, value| {
                b.values.get(at).copied().flatten().and_then(|other| apply(value, &other.times(&b.scale)?))
            })
        }
        (Item::Scalar(a), Item::Scalar(b)) => apply(a, b).map(Item::Scalar),
        _ => None,
    }
}

impl ExactTable {
    pub(super) fn times(self, by: &Exact) -> Option<Self> {
        Some(Self { scale: self.scale.times(by)?, ..self })
    }

    /// Whole numerators over one divisor, and the greatest numerator in size. A value of nought has no place here:
    /// nought means that there is none.
    pub(super) fn whole_numbers(&self) -> Option<(Factor, i64, i128)> {
        let mut common: i128 = 1;
        // A bank's rates have few denominators between them: a division for each of those, none for each rate.
        let mut by: Vec<(i128, i64)> = Vec::new();
        for below in self.values.iter().flatten().map(Exact::denominator) {
            if !by.iter().any(|(known, _)| *known == below) {
                common = least_common_multiple(common, below)?;
                by.push((below, 0));
            }
        }
        let scale = self.scale.over(&Exact::whole(common))?;
        let (times, divisor) = (scale.numerator(), i64::try_from(scale.denominator()).ok()?);
        let mut most = 0;
        for (below, by) in &mut by {
            *by = i64::try_from((common / *below).checked_mul(times)?).ok()?;
        }
        let mut numerators = Vec::with_capacity(self.values.len());
        for value in &self.values {
            let numerator = match value {
                Some(value) if value.is_zero() || times == 0 => return None,
                Some(value) => {
                    let (_, by) = by.iter().find(|(below, _)| *below == value.denominator())?;
                    i64::try_from(value.numerator()).ok()?.checked_mul(*by)?
                }
                None => 0,
            };
            most = most.max(numerator.unsigned_abs());
            numerators.push(numerator);
        }
        let (by, day, first_day, days) = (self.by, self.day, self.first_day, self.days);
        let table = Table { by, day, first_day, days, numerators };
        Some((Factor::Table(Arc::new(table)), divisor, most.into()))
    }
}

impl ExactFactor {
    pub(super) fn times(self, by: &Exact) -> Option<Self> {
        Some(match self {
            Self::Const(factor) => Self::Const(factor.times(by)?),
            Self::Table(table) => Self::Table(table.times(by)?),
        })
    }

    pub(super) fn whole_numbers(&self) -> Option<(Factor, i64, i128)> {
        match self {
            Self::Const(factor) => {
                let numerator = i64::try_from(factor.numerator()).ok()?;
                let divisor = i64::try_from(factor.denominator()).ok()?;
                Some((Factor::Const(numerator), divisor, i128::from(numerator).abs()))
            }
            Self::Table(table) => table.whole_numbers(),
        }
    }
}

impl Factor {
    pub(super) fn may_be_negative(&self) -> bool {
        match self {
            Self::Const(numerator) => *numerator < 0,
            Self::Table(table) => table.numerators.iter().any(|numerator| *numerator < 0),
        }
    }
}

fn least_common_multiple(a: i128, b: i128) -> Option<i128> {
    // One over each, added, has the common denominator; a shared factor is taken out.
    let step = Exact::fraction(a, b)?.denominator();
    a.checked_mul(step).filter(|common| *common < 1 << 62)
}
