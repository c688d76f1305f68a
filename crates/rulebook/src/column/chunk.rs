//! Runs a program, some rows at a time, with the widest instructions the machine has.

use std::collections::BTreeMap;
use std::mem;

use super::op::{Compare, DayOf, Factor, Num, Op, Output, Program, Sum, Table};
use super::{GroupSums, Run};
use crate::column::divide::Divider;
use crate::ledger::{Cells, Ledger};

/// Few enough that all registers stay in the nearest cache.
const ROWS: usize = 512;

/// What one instruction writes.
#[derive(Default)]
struct Register {
    numbers: Vec<i64>,
    mask: Vec<u8>,
    reasons: Vec<u16>,
}

pub(super) fn run(program: &Program, ledger: &Ledger) -> Option<Run> {
    pulp::Arch::new().dispatch(|| all_chunks(program, ledger))
}

#[inline(always)]
fn all_chunks(program: &Program, ledger: &Ledger) -> Option<Run> {
    let mut registers: Vec<Register> = (0..program.registers).map(|_| Register::default()).collect();
    for (register, op) in &program.ops {
        let register = registers.get_mut(*register)?;
        match op {
            Op::MaskConst(_) | Op::MaskChoice { .. } | Op::MaskTruth { .. } | Op::MaskDay { .. } => {
                register.mask.resize(ROWS, 0)
            }
            Op::MaskNum { .. } | Op::And(..) | Op::Or(..) | Op::Not(_) => register.mask.resize(ROWS, 0),
            Op::Reason { .. } | Op::ReasonConst(_) => register.reasons.resize(ROWS, 0),
            _ => register.numbers.resize(ROWS, 0),
        }
    }
    let mut lines: BTreeMap<_, Vec<i64>> = BTreeMap::new();
    for output in &program.outputs {
        if let Output::Line { figure, .. } = output {
            lines.insert(*figure, Vec::with_capacity(ledger.rows));
        }
    }
    let mut reasons = Vec::with_capacity(ledger.rows);
    let mut sums: Vec<GroupSums> = program.sums.iter().map(|_| BTreeMap::new()).collect();
    let mut dense: Vec<Vec<i128>> = program.sums.iter().map(|sum| vec![0; dense_len(sum, ledger)]).collect();
    let mut start = 0;
    while start < ledger.rows {
        let rows = ROWS.min(ledger.rows - start);
        let chunk = Chunk { ledger, start, rows };
        for (at, op) in &program.ops {
            let mut register = mem::take(registers.get_mut(*at)?);
            let done = chunk.step(op, &mut register, &registers);
            *registers.get_mut(*at)? = register;
            if !done {
                return None;
            }
        }
        for never in &program.never {
            if registers.get(*never)?.mask.get(..rows)?.contains(&1) {
                return None;
            }
        }
        for output in &program.outputs {
            match output {
                Output::Line { figure, from } => {
                    let line = lines.get_mut(figure)?;
                    match chunk.source(*from, &registers)? {
                        Source::Each(numbers) => line.extend_from_slice(numbers),
                        Source::All(number) => line.resize(line.len() + rows, number),
                    }
                }
                Output::Reasons { from } => reasons.extend_from_slice(registers.get(*from)?.reasons.get(..rows)?),
            }
        }
        for ((sum, dense), sparse) in program.sums.iter().zip(&mut dense).zip(&mut sums) {
            chunk.sum(sum, dense, sparse, &registers)?;
        }
        start += rows;
    }
    for ((sum, dense), sparse) in program.sums.iter().zip(dense).zip(&mut sums) {
        if sum.keys.is_empty() {
            sparse.insert(Vec::new(), dense.first().copied().unwrap_or(0));
        } else {
            sparse.extend(
                dense.into_iter().enumerate().map(|(key, sum)| (vec![u32::try_from(key).unwrap_or(u32::MAX)], sum)),
            );
        }
    }
    Some(Run { lines, reasons, sums })
}

/// One sum without groups; one per key with one group; several groups are kept in a map.
fn dense_len(sum: &Sum, ledger: &Ledger) -> usize {
    match sum.keys.as_slice() {
        [] => 1,
        [key] => ledger.lanes.get(*key).map_or(0, |lane| usize::try_from(lane.bounds.1).unwrap_or(0) + 1),
        _ => 0,
    }
}

enum Source<'a> {
    Each(&'a [i64]),
    All(i64),
}

struct Chunk<'a> {
    ledger: &'a Ledger,
    start: usize,
    rows: usize,
}

impl<'a> Chunk<'a> {
    #[inline(always)]
    fn part<T>(&self, cells: &'a [T]) -> &'a [T] {
        cells.get(self.start..self.start + self.rows).unwrap_or(&[])
    }

    #[inline(always)]
    fn cells(&self, column: usize) -> Option<&'a Cells> {
        self.ledger.lanes.get(column).map(|lane| &lane.cells)
    }

    #[inline(always)]
    fn source<'r>(&self, num: Num, registers: &'r [Register]) -> Option<Source<'r>>
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
                let (into, mask) = (into.numbers.get_mut(..rows)?, mask(*at)?);
                let choose = |held: u8, then: i64, otherwise: i64| if held != 0 { then } else { otherwise };
                match (self.source(*then, registers)?, self.source(*otherwise, registers)?) {
                    (Source::All(then), Source::Each(otherwise)) => {
                        both(into, mask, otherwise, |m, o| choose(m, then, o))
                    }
                    (Source::Each(then), Source::All(otherwise)) => {
                        both(into, mask, then, |m, t| choose(m, t, otherwise))
                    }
                    (Source::All(then), Source::All(otherwise)) => each(into, mask, |m| choose(m, then, otherwise)),
                    (Source::Each(then), Source::Each(otherwise)) => {
                        for (((into, mask), then), otherwise) in into.iter_mut().zip(mask).zip(then).zip(otherwise) {
                            *into = choose(*mask, *then, *otherwise);
                        }
                    }
                }
            }
            Op::ReasonConst(reason) => into.reasons.get_mut(..rows)?.fill(*reason),
            Op::Reason { mask: at, then, otherwise } => {
                let (into, mask) = (into.reasons.get_mut(..rows)?, mask(*at)?);
                let reasons = |at: usize| registers.get(at).and_then(|register| register.reasons.get(..rows));
                let pairs = reasons(*then)?.iter().zip(reasons(*otherwise)?);
                for ((into, held), (then, otherwise)) in into.iter_mut().zip(mask).zip(pairs) {
                    *into = if *held != 0 { *then } else { *otherwise };
                }
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
        base: &Source<'_>,
        factor: &Factor,
        divider: &Divider,
        step: i64,
        wide: bool,
    ) -> Option<bool> {
        let constant = [0_i64; ROWS];
        let filled;
        let base: &[i64] = match base {
            Source::Each(numbers) => numbers,
            Source::All(number) => {
                filled = constant.map(|_| *number);
                filled.get(..into.len())?
            }
        };
        let table = match factor {
            Factor::Const(numerator) => {
                if wide {
                    return Some(wide_each(into, base.iter().map(|base| (*base, *numerator)), divider, step));
                }
                each(into, base, |base| divider.divide(base * numerator) * step);
                return Some(true);
            }
            Factor::Table(table) => table,
        };
        let mut factors = [0_i64; ROWS];
        let factors = factors.get_mut(..into.len())?;
        self.factors(table, factors)?;
        if factors.iter().fold(false, |missing, factor| missing | (*factor == 0)) {
            return Some(false);
        }
        if wide {
            let pairs = base.iter().zip(factors.iter()).map(|(base, factor)| (*base, *factor));
            return Some(wide_each(into, pairs, divider, step));
        }
        both(into, base, factors, |base, factor| divider.divide(base * factor) * step);
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

/// Small numbers add up within 64 bits, as a chunk has 512 of them; greater ones are added one by one.
#[inline(always)]
fn whole_sum(source: &Source<'_>, mask: Option<&[u8]>, rows: usize, small: bool) -> i128 {
    let held = |mask: &[u8]| mask.iter().map(|held| i128::from(*held)).sum::<i128>();
    match (source, mask) {
        (Source::All(number), None) => i128::from(*number) * rows as i128,
        (Source::All(number), Some(mask)) => i128::from(*number) * held(mask),
        (Source::Each(numbers), mask) => match (small, mask) {
            (true, None) => i128::from(numbers.iter().fold(0_i64, |sum, number| sum.wrapping_add(*number))),
            (true, Some(mask)) => {
                let masked = numbers.iter().zip(mask).map(|(number, held)| if *held != 0 { *number } else { 0 });
                i128::from(masked.fold(0_i64, i64::wrapping_add))
            }
            (false, None) => numbers.iter().map(|number| i128::from(*number)).sum(),
            (false, Some(mask)) => {
                numbers.iter().zip(mask).filter(|(_, held)| **held != 0).map(|(number, _)| i128::from(*number)).sum()
            }
        },
    }
}

fn wide_each(into: &mut [i64], pairs: impl Iterator<Item = (i64, i64)>, divider: &Divider, step: i64) -> bool {
    for (into, (base, numerator)) in into.iter_mut().zip(pairs) {
        let scaled =
            divider.divide_wide(i128::from(base) * i128::from(numerator)).and_then(|number| number.checked_mul(step));
        match scaled {
            Some(number) => *into = number,
            None => return false,
        }
    }
    true
}

#[inline(always)]
fn each<A: Copy, B>(into: &mut [B], from: &[A], apply: impl Fn(A) -> B) {
    for (into, from) in into.iter_mut().zip(from) {
        *into = apply(*from);
    }
}

#[inline(always)]
fn both<A: Copy, B: Copy, C>(into: &mut [C], left: &[A], right: &[B], apply: impl Fn(A, B) -> C) {
    for ((into, left), right) in into.iter_mut().zip(left).zip(right) {
        *into = apply(*left, *right);
    }
}

#[inline(always)]
fn compare_each<T: Copy + Ord>(into: &mut [u8], left: &[T], compare: Compare, right: T) {
    match compare {
        Compare::Equal => each(into, left, |left| u8::from(left == right)),
        Compare::NotEqual => each(into, left, |left| u8::from(left != right)),
        Compare::Less => each(into, left, |left| u8::from(left < right)),
        Compare::AtMost => each(into, left, |left| u8::from(left <= right)),
        Compare::Greater => each(into, left, |left| u8::from(left > right)),
        Compare::AtLeast => each(into, left, |left| u8::from(left >= right)),
    }
}

#[inline(always)]
fn compare_both<T: Copy + Ord>(into: &mut [u8], left: &[T], compare: Compare, right: &[T]) {
    match compare {
        Compare::Equal => both(into, left, right, |left, right| u8::from(left == right)),
        Compare::NotEqual => both(into, left, right, |left, right| u8::from(left != right)),
        Compare::Less => both(into, left, right, |left, right| u8::from(left < right)),
        Compare::AtMost => both(into, left, right, |left, right| u8::from(left <= right)),
        Compare::Greater => both(into, left, right, |left, right| u8::from(left > right)),
        Compare::AtLeast => both(into, left, right, |left, right| u8::from(left >= right)),
    }
}

impl Compare {
    /// The same comparison with the sides exchanged.
    fn turned(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::AtMost => Self::AtLeast,
            Self::Greater => Self::Less,
            Self::AtLeast => Self::AtMost,
            same => same,
        }
    }
}
