//! The instructions of a column program.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::book::FigureId;
use crate::column::divide::Divider;

/// A number per row: a column of the ledger, a register, or the same for all rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Num {
    Column(usize),
    Register(usize),
    Const(i64),
}

/// Why each row does not count, as an exception's number plus one; nought is no reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Why {
    Register(usize),
    Const(u16),
}

/// A day per row, or one for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum DayOf {
    Column(usize),
    Const(i32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Compare {
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

/// What an amount is multiplied by before it is rounded: `numerator / divider`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Factor {
    Const(i64),
    Table(Arc<Table>),
}

/// Numerators by a small number (a currency, a name of a list) and a day. Nought means: no value for this row.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Table {
    /// The column of the small number, and whether it is the currency of a column of money.
    pub(crate) by: Option<(usize, bool)>,
    pub(crate) day: Option<DayOf>,
    pub(crate) first_day: i32,
    pub(crate) days: usize,
    pub(crate) numerators: Vec<i64>,
}

/// By its shape alone: to hash a thousand rates takes longer than to compare them once.
impl Hash for Table {
    fn hash<H: Hasher>(&self, into: &mut H) {
        (self.by, self.day, self.first_day, self.days).hash(into);
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Op {
    MaskConst(bool),
    MaskChoice {
        column: usize,
        is: u8,
    },
    MaskTruth {
        column: usize,
    },
    MaskDay {
        day: usize,
        compare: Compare,
        with: DayOf,
    },
    MaskNum {
        left: Num,
        compare: Compare,
        right: Num,
    },
    And(usize, usize),
    Or(usize, usize),
    Not(usize),
    /// `base × factor / divider`, rounded to a whole number of steps.
    Scale {
        base: Num,
        factor: Factor,
        divider: Divider,
        step: i64,
        wide: bool,
    },
    Plus(Num, Num),
    Minus(Num, Num),
    Least(Num, Num),
    Greatest(Num, Num),
    Size(Num),
    Times(Num, i64),
    Select {
        mask: usize,
        then: Num,
        otherwise: Num,
    },
    /// One reason where the mask holds, another elsewhere.
    Reason {
        mask: usize,
        then: Why,
        otherwise: Why,
    },
}

/// The gross line, the line that counts, and why a row does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) gross: Num,
    pub(crate) counted: Num,
    pub(crate) why: Why,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sum {
    /// Nothing counts the rows.
    pub(crate) of: Option<Num>,
    pub(crate) mask: Option<usize>,
    /// The columns of the group's keys.
    pub(crate) keys: Vec<usize>,
    /// Each number is below 2^54 in size, so that a chunk of them adds up within 64 bits.
    pub(crate) small: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Total {
    pub(crate) figure: FigureId,
    /// Which sum it is.
    pub(crate) sum: usize,
    /// For each group the sum its limit is measured on, if it is another.
    pub(crate) measures: Vec<Option<usize>>,
    /// How many of what is summed make one unit.
    pub(crate) denominator: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Program {
    /// Each instruction and the register it writes.
    pub(crate) ops: Vec<(usize, Op)>,
    pub(crate) registers: usize,
    pub(crate) counts: Option<Counts>,
    pub(crate) sums: Vec<Sum>,
    pub(crate) totals: Vec<Total>,
    /// Masks that hold for no row unless two clauses are in conflict.
    pub(crate) never: Vec<usize>,
}

impl Op {
    /// The registers it reads.
    pub(crate) fn reads(&self) -> Vec<usize> {
        let num = |num: &Num| num.register();
        match self {
            Self::MaskConst(_) | Self::MaskChoice { .. } | Self::MaskTruth { .. } | Self::MaskDay { .. } => Vec::new(),
            Self::MaskNum { left, right, .. } => num(left).into_iter().chain(num(right)).collect(),
            Self::And(a, b) | Self::Or(a, b) => vec![*a, *b],
            Self::Not(a) => vec![*a],
            Self::Scale { base, .. } => num(base).into_iter().collect(),
            Self::Plus(a, b) | Self::Minus(a, b) | Self::Least(a, b) | Self::Greatest(a, b) => {
                num(a).into_iter().chain(num(b)).collect()
            }
            Self::Size(a) | Self::Times(a, _) => num(a).into_iter().collect(),
            Self::Select { mask, then, otherwise } => {
                std::iter::once(*mask).chain(num(then)).chain(num(otherwise)).collect()
            }
            Self::Reason { mask, then, otherwise } => {
                std::iter::once(*mask).chain(then.register()).chain(otherwise.register()).collect()
            }
        }
    }

    /// The same with each register named anew.
    pub(crate) fn renamed(self, name: &impl Fn(usize) -> usize) -> Self {
        let num = |num: Num| num.renamed(name);
        match self {
            Self::MaskNum { left, compare, right } => Self::MaskNum { left: num(left), compare, right: num(right) },
            Self::And(a, b) => Self::And(name(a), name(b)),
            Self::Or(a, b) => Self::Or(name(a), name(b)),
            Self::Not(a) => Self::Not(name(a)),
            Self::Scale { base, factor, divider, step, wide } => {
                Self::Scale { base: num(base), factor, divider, step, wide }
            }
            Self::Plus(a, b) => Self::Plus(num(a), num(b)),
            Self::Minus(a, b) => Self::Minus(num(a), num(b)),
            Self::Least(a, b) => Self::Least(num(a), num(b)),
            Self::Greatest(a, b) => Self::Greatest(num(a), num(b)),
            Self::Size(a) => Self::Size(num(a)),
            Self::Times(a, k) => Self::Times(num(a), k),
            Self::Select { mask, then, otherwise } => {
                Self::Select { mask: name(mask), then: num(then), otherwise: num(otherwise) }
            }
            Self::Reason { mask, then, otherwise } => {
                Self::Reason { mask: name(mask), then: then.renamed(name), otherwise: otherwise.renamed(name) }
            }
            same => same,
        }
    }
}

impl Num {
    pub(crate) fn register(&self) -> Option<usize> {
        match self {
            Self::Register(register) => Some(*register),
            Self::Column(_) | Self::Const(_) => None,
        }
    }

    pub(crate) fn renamed(self, name: &impl Fn(usize) -> usize) -> Self {
        match self {
            Self::Register(register) => Self::Register(name(register)),
            same => same,
        }
    }
}

impl Why {
    pub(crate) fn register(&self) -> Option<usize> {
        match self {
            Self::Register(register) => Some(*register),
            Self::Const(_) => None,
        }
    }

    pub(crate) fn renamed(self, name: &impl Fn(usize) -> usize) -> Self {
        match self {
            Self::Register(register) => Self::Register(name(register)),
            Self::Const(reason) => Self::Const(reason),
        }
    }
}
