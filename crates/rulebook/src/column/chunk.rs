//! Runs a program, some rows at a time, with the widest instructions the machine has.

use std::collections::BTreeMap;
use std::mem;

use super::GroupSums;
use super::keep::Keep;
use super::kernels::{ROWS, Source, both, choose_each, compare_both, compare_each, each, whole_sum, wide_each};
use super::op::{DayOf, Factor, Num, Op, Program, Sum, Table, Why};
use crate::column::divide::Divider;
use crate::ledger::{Cells, Ledger};

/// What one instruction writes.
#[derive(Default)]
struct Register {
    numbers: Vec<i64>,
    mask: Vec<u8>,
    reasons: Vec<u16>,
}

/// The sums; what is kept beside them goes to `kept`.
pub(super) fn run(program: &Program, ledger: &Ledger, kept: &mut dyn Keep) -> Option<Vec<GroupSums>> {
    pulp::Arch::new().dispatch(AllChunks { program, ledger, kept })
}

/// Not a closure: only what is inlined on demand is compiled for the instructions found.
struct AllChunks<'a> {
    program: &'a Program,
    ledger: &'a Ledger,
    kept: &'a mut dyn Keep,
}

impl pulp::WithSimd for AllChunks<'_> {
    type Output = Option<Vec<GroupSums>>;

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _: S) -> Self::Output {
        let Self { program, ledger, kept } = self;
        let mut registers = registers(program)?;
        let mut sums: Vec<GroupSums> = program.sums.iter().map(|_| BTreeMap::new()).collect();
        let mut dense: Vec<Vec<i128>> = program.sums.iter().map(|sum| vec![0; dense_len(sum, ledger)]).collect();
        for start in (0..ledger.rows).step_by(ROWS) {
            let chunk = Chunk { ledger, start, rows: ROWS.min(ledger.rows - start) };
            chunk.work(program, &mut registers, kept)?;
            for ((sum, dense), sparse) in program.sums.iter().zip(&mut dense).zip(&mut sums) {
                chunk.sum(sum, dense, sparse, &registers)?;
            }
        }
        for ((sum, dense), sparse) in program.sums.iter().zip(dense).zip(&mut sums) {
            let keyed = (0_u32..).zip(dense).map(|(key, of_key)| (vec![key; sum.keys.len().min(1)], of_key));
            sparse.extend(keyed);
        }
        Some(sums)
    }
}

/// Room for what the instructions write.
fn registers(program: &Program) -> Option<Vec<Register>> {
    let mut registers: Vec<Register> = (0..program.registers).map(|_| Register::default()).collect();
    for (register, op) in &program.ops {
        let register = registers.get_mut(*register)?;
        match op {
            Op::MaskConst(_) | Op::MaskChoice { .. } | Op::MaskTruth { .. } | Op::MaskDay { .. } => {
                register.mask.resize(ROWS, 0)
            }
            Op::MaskNum { .. } | Op::And(..) | Op::Or(..) | Op::Not(_) => register.mask.resize(ROWS, 0),
            Op::Reason { .. } => register.reasons.resize(ROWS, 0),
            _ => register.numbers.resize(ROWS, 0),
        }
    }
    Some(registers)
}

/// One sum without groups; one per key with one group; several groups are kept in a map.
fn dense_len(sum: &Sum, ledger: &Ledger) -> usize {
    match sum.keys.as_slice() {
        [] => 1,
        [key] => ledger.lanes.get(*key).map_or(0, |lane| usize::try_from(lane.bounds.1).unwrap_or(0) + 1),
        _ => 0,
    }
}

struct Chunk<'a> {
    ledger: &'a Ledger,
    start: usize,
    rows: usize,
}

impl<'a> Chunk<'a> {
    /// Every instruction, and what is kept of the rows.
    #[inline(always)]
    fn work(&self, program: &Program, registers: &mut [Register], kept: &mut dyn Keep) -> Option<()> {
        for (at, op) in &program.ops {
            let mut register = mem::take(registers.get_mut(*at)?);
            let done = self.step(op, &mut register, registers);
            *registers.get_mut(*at)? = register;
            if !done {
                return None;
            }
        }
        for never in &program.never {
            if registers.get(*never)?.mask.get(..self.rows)?.contains(&1) {
                return None;
            }
        }
        if let Some(counts) = &program.counts {
            let (mut gross, mut counted, mut why) = ([0; ROWS], [0; ROWS], [0; ROWS]);
            kept.keep(
                self.start,
                self.source(counts.gross, registers)?.spread(gross.get_mut(..self.rows)?),
                self.source(counts.counted, registers)?.spread(counted.get_mut(..self.rows)?),
                self.why(counts.why, registers)?.spread(why.get_mut(..self.rows)?),
            );
        }
        Some(())
    }

    #[inline(always)]
    fn part<T>(&self, cells: &'a [T]) -> &'a [T] {
        cells.get(self.start..self.start + self.rows).unwrap_or(&[])
    }

    #[inline(always)]
    fn cells(&self, column: usize) -> Option<&'a Cells> {
        self.ledger.lanes.get(column).map(|lane| &lane.cells)
    }

    #[inline(always)]
    fn source<'r>(&self, num: Num, registers: &'r [Register]) -> Option<Source<'r, i64>>
    where
        'a: 'r,
    {
        Some(match num {
            Num::Const(number) => Source::All(number),
            Num::Register(at) => Source::Each(registers.get(at)?.numbers.get(..self.rows)?),
            Num::Column(column) => match self.cells(column)? {
                Cells::Money { minor: numbers, .. } | Cells::Number { scaled: numbers, .. } => {
                    Source::Each(self.part(numbers))
                }
                _ => return None,
            },
        })
    }

    #[inline(always)]
    fn why<'r>(&self, why: Why, registers: &'r [Register]) -> Option<Source<'r, u16>> {
        Some(match why {
            Why::Const(reason) => Source::All(reason),
            Why::Register(at) => Source::Each(registers.get(at)?.reasons.get(..self.rows)?),
        })
    }

    #[inline(always)]
    fn small(&self, column: usize, is_currency: bool) -> Option<&'a [u8]> {
        match (self.cells(column)?, is_currency) {
            (Cells::Money { currency, .. }, true) => Some(self.part(currency)),
            (Cells::Choice(cells) | Cells::Truth(cells), false) => Some(self.part(cells)),
            _ => None,
        }
    }

    #[inline(always)]
    fn days(&self, column: usize) -> Option<&'a [i32]> {
        match self.cells(column)? {
            Cells::Day(days) => Some(self.part(days)),
            _ => None,
        }
    }

    /// False if a row cannot be worked out here.
    #[inline(always)]
    fn step(&self, op: &Op, into: &mut Register, registers: &[Register]) -> bool {
        self.try_step(op, into, registers) == Some(true)
    }

    #[inline(always)]
    fn try_step(&self, op: &Op, into: &mut Register, registers: &[Register]) -> Option<bool> {
        let rows = self.rows;
        let mask = |at: usize| registers.get(at).and_then(|register| register.mask.get(..rows));
        match op {
            Op::MaskConst(truth) => into.mask.get_mut(..rows)?.fill(u8::from(*truth)),
            Op::MaskChoice { column, is } => {
                let cells = self.small(*column, false)?;
                each(into.mask.get_mut(..rows)?, cells, |cell| u8::from(cell == *is));
            }
            Op::MaskTruth { column } => into.mask.get_mut(..rows)?.copy_from_slice(self.small(*column, false)?),
            Op::MaskDay { day, compare, with } => {
                let (into, days) = (into.mask.get_mut(..rows)?, self.days(*day)?);
                match with {
                    DayOf::Const(with) => compare_each(into, days, *compare, *with),
                    DayOf::Column(with) => compare_both(into, days, *compare, self.days(*with)?),
                }
            }
            Op::MaskNum { left, compare, right } => {
                let into = into.mask.get_mut(..rows)?;
                match (self.source(*left, registers)?, self.source(*right, registers)?) {
                    (Source::Each(left), Source::All(right)) => compare_each(into, left, *compare, right),
                    (Source::All(left), Source::Each(right)) => compare_each(into, right, compare.turned(), left),
                    (Source::Each(left), Source::Each(right)) => compare_both(into, left, *compare, right),
                    (Source::All(left), Source::All(right)) => compare_each(into, &[left; ROWS], *compare, right),
                }
            }
            Op::And(a, b) => both(into.mask.get_mut(..rows)?, mask(*a)?, mask(*b)?, |a, b| a & b),
            Op::Or(a, b) => both(into.mask.get_mut(..rows)?, mask(*a)?, mask(*b)?, |a, b| a | b),
            Op::Not(a) => each(into.mask.get_mut(..rows)?, mask(*a)?, |a| a ^ 1),
            Op::Plus(a, b) => self.pairs(into, *a, *b, registers, |a, b| a.wrapping_add(b))?,
            Op::Minus(a, b) => self.pairs(into, *a, *b, registers, |a, b| a.wrapping_sub(b))?,
            Op::Least(a, b) => self.pairs(into, *a, *b, registers, i64::min)?,
            Op::Greatest(a, b) => self.pairs(into, *a, *b, registers, i64::max)?,
            Op::Size(a) => self.pairs(into, *a, Num::Const(0), registers, |a, _| a.wrapping_abs())?,
            Op::Times(a, by) => self.pairs(into, *a, Num::Const(*by), registers, |a, by| a.wrapping_mul(by))?,
            Op::Select { mask: at, then, otherwise } => {
                let (then, otherwise) = (self.source(*then, registers)?, self.source(*otherwise, registers)?);
                choose_each(into.numbers.get_mut(..rows)?, mask(*at)?, &then, &otherwise);
            }
            Op::Reason { mask: at, then, otherwise } => {
                let (then, otherwise) = (self.why(*then, registers)?, self.why(*otherwise, registers)?);
                choose_each(into.reasons.get_mut(..rows)?, mask(*at)?, &then, &otherwise);
            }
            Op::Scale { base, factor, divider, step, wide } => {
                let into = into.numbers.get_mut(..rows)?;
                let base = self.source(*base, registers)?;
                return self.scale(into, &base, factor, divider, *step, *wide);
            }
        }
        Some(true)
    }

    #[inline(always)]
    fn pairs(
        &self,
        into: &mut Register,
        left: Num,
        right: Num,
        registers: &[Register],
        apply: impl Fn(i64, i64) -> i64,
    ) -> Option<()> {
        let into = into.numbers.get_mut(..self.rows)?;
        match (self.source(left, registers)?, self.source(right, registers)?) {
            (Source::Each(left), Source::Each(right)) => both(into, left, right, apply),
            (Source::Each(left), Source::All(right)) => each(into, left, |left| apply(left, right)),
            (Source::All(left), Source::Each(right)) => each(into, right, |right| apply(left, right)),
            (Source::All(left), Source::All(right)) => into.fill(apply(left, right)),
        }
        Some(())
    }

    #[inline(always)]
    fn scale(
        &self,
        into: &mut [i64],
        base: &Source<'_, i64>,
        factor: &Factor,
        divider: &Divider,
        step: i64,
        wide: bool,
    ) -> Option<bool> {
        let (mut room, mut factors) = ([0; ROWS], [0; ROWS]);
        let base = base.spread(room.get_mut(..into.len())?);
        let factors = factors.get_mut(..into.len())?;
        match factor {
            Factor::Const(numerator) => factors.fill(*numerator),
            Factor::Table(table) => {
                self.factors(table, factors)?;
                if factors.iter().fold(false, |missing, factor| missing | (*factor == 0)) {
                    return Some(false);
                }
            }
        }
        let pairs = base.iter().zip(factors.iter());
        if wide {
            return Some(wide_each(into, pairs, divider, step));
        }
        divider.divide_each(into, pairs.map(|(base, factor)| base * factor));
        if step != 1 {
            into.iter_mut().for_each(|number| *number *= step);
        }
        Some(true)
    }

    /// Each row's numerator; nought where the table has none.
    #[inline(always)]
    fn factors(&self, table: &Table, factors: &mut [i64]) -> Option<()> {
        let numerators = table.numerators.as_slice();
        let at = |place: usize| numerators.get(place).copied().unwrap_or(0);
        let smalls = match table.by {
            Some((column, is_currency)) => Some(self.small(column, is_currency)?),
            None => None,
        };
        let (days, first) = (table.days.max(1), table.first_day);
        match (smalls, table.day) {
            (Some(smalls), Some(DayOf::Column(column))) => {
                both(factors, smalls, self.days(column)?, |small, day| {
                    at(usize::from(small) * days + day.wrapping_sub(first) as usize)
                });
            }
            (None, Some(DayOf::Column(column))) => {
                each(factors, self.days(column)?, |day| at(day.wrapping_sub(first) as usize));
            }
            // With one day for all rows the table has one column.
            (Some(smalls), _) => each(factors, smalls, |small| at(usize::from(small))),
            (None, _) => factors.fill(at(0)),
        }
        Some(())
    }

    #[inline(always)]
    fn sum(&self, sum: &Sum, dense: &mut [i128], sparse: &mut GroupSums, registers: &[Register]) -> Option<()> {
        let mask = match sum.mask {
            Some(at) => Some(registers.get(at)?.mask.get(..self.rows)?),
            None => None,
        };
        let source = match sum.of {
            Some(num) => self.source(num, registers)?,
            None => Source::All(1),
        };
        if sum.keys.is_empty() {
            *dense.first_mut()? += whole_sum(&source, mask, self.rows, sum.small);
            return Some(());
        }
        for row in 0..self.rows {
            if mask.is_some_and(|mask| mask.get(row) == Some(&0)) {
                continue;
            }
            let number = match &source {
                Source::Each(numbers) => *numbers.get(row)?,
                Source::All(number) => *number,
            };
            let key = |column: &usize| self.ledger.key(crate::book::ColumnId(*column), self.start + row);
            match sum.keys.as_slice() {
                [column] => *dense.get_mut(key(column) as usize)? += i128::from(number),
                columns => *sparse.entry(columns.iter().map(key).collect()).or_default() += i128::from(number),
            }
        }
        Some(())
    }
}
