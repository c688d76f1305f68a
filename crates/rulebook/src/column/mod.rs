//! Lines and totals as flat programs over the columns of a ledger, some hundred rows at a time.
//!
//! A program is linked for one ledger and one set of facts: whatever is the same for every row is worked out by the
//! walker first. What cannot be said in whole numbers of smallest units, or rests on something unknown, is left to
//! the walker entirely: the two always give the same.

mod chunk;
mod compile;
mod divide;
mod item;
mod keep;
mod kernels;
mod op;
mod operate;

use std::collections::BTreeMap;

use kernel::Exact;

use crate::book::{Aggregate, FigureId, Rulebook};
use crate::ledger::Ledger;
use crate::value::Value;
use crate::walk::{Sums, Walk};

pub(crate) use keep::{EachRow, Keep, LeftOut};
pub(crate) use op::Program;

/// Sums of one accumulator by the keys of its groups; without groups there is one, with no keys.
type GroupSums = BTreeMap<Vec<u32>, i128>;

impl Program {
    /// Nothing if the walker must do it: something is unknown, missing or too large.
    pub(crate) fn link(walk: &mut Walk<'_>, ledger: &Ledger) -> Option<Self> {
        compile::link(walk, ledger)
    }

    /// One sum per total, or per group of a total, and what is kept of the rows. Nothing if a row needs the walker
    /// after all, such as one whose exchange rate is missing.
    pub(crate) fn run(&self, ledger: &Ledger, kept: &mut dyn Keep) -> Option<Vec<GroupSums>> {
        chunk::run(self, ledger, kept)
    }

    /// The totals, groups limited.
    pub(crate) fn totals(&self, walk: &mut Walk<'_>, sums: &[GroupSums]) -> BTreeMap<FigureId, Value> {
        let mut totals = BTreeMap::new();
        for total in &self.totals {
            let Some(aggregate) = walk.book.aggregate(total.figure) else { continue };
            let values = |at: usize| -> Sums {
                let sums = sums.get(at).into_iter().flatten();
                sums.map(|(keys, sum)| (keys.clone(), self.value(*sum, total.denominator))).collect()
            };
            let measured: Vec<Sums> = total.measures.iter().map(|at| at.map(values).unwrap_or_default()).collect();
            let value = walk.limit_groups(values(total.sum), &measured, &aggregate.groups);
            totals.insert(total.figure, value);
        }
        totals
    }

    fn value(&self, sum: i128, denominator: i64) -> Value {
        Value::number(Exact::fraction(sum, denominator.into()).unwrap_or(Exact::ZERO))
    }
}

impl Rulebook {
    fn aggregate(&self, id: FigureId) -> Option<&Aggregate> {
        match &self.figure(id)?.body {
            crate::book::Body::Aggregate(aggregate) => Some(aggregate),
            crate::book::Body::Expr(_) => None,
        }
    }
}
