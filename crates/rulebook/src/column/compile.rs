//! From checked expressions to instructions. Whatever has no whole-number form gives up, and the walker takes over.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kernel::Exact;

use super::item::{Item, Number};
use super::op::{Counts, Num, Op, Program, Sum, Total, Why};
use crate::book::{ExceptionId, ExprId, FigureId, NodeKind, Rulebook, Step, Summand, Type};
use crate::ledger::{Cells, Ledger};
use crate::syntax::Level;
use crate::walk::Walk;

pub(super) fn link(walk: &mut Walk<'_>, ledger: &Ledger) -> Option<Program> {
    let book = walk.book;
    if !book.aggregates().all(|(id, _)| book.is_early(id)) {
        return None;
    }
    let mut linker = Linker {
        book,
        walk,
        ledger,
        program: Program::default(),
        known: HashMap::new(),
        lines: BTreeMap::new(),
        must_be_none: Vec::new(),
    };
    for step in &book.order {
        if let Step::Figure(id) = step
            && book.figure(*id).is_some_and(|figure| figure.level == Level::Line)
        {
            linker.line(*id)?;
        }
    }
    linker.totals()?;
    if let Some((gross, counted)) = book.counts {
        let (gross, counted) = (linker.lines.get(&gross)?, linker.lines.get(&counted)?);
        let why = counted.reason;
        let (gross, counted) = (gross.item.number()?.num, counted.item.number()?.num);
        linker.program.counts = Some(Counts { gross, counted, why });
    }
    Some(linker.finish())
}

pub(super) struct Line {
    pub(super) item: Item,
    reason: Why,
}

pub(super) struct Linker<'l, 'a> {
    pub(super) book: &'a Rulebook,
    pub(super) walk: &'l mut Walk<'a>,
    pub(super) ledger: &'l Ledger,
    program: Program,
    known: HashMap<Op, usize>,
    pub(super) lines: BTreeMap<FigureId, Line>,
    /// Masks that hold for no row unless two clauses are in conflict.
    must_be_none: Vec<usize>,
}

impl Linker<'_, '_> {
    /// The register that an instruction writes; equal instructions are written once.
    pub(super) fn emit(&mut self, op: Op) -> usize {
        if let Some(register) = self.known.get(&op) {
            return *register;
        }
        let register = self.program.ops.len();
        self.program.ops.push((register, op.clone()));
        self.known.insert(op, register);
        register
    }

    fn line(&mut self, id: FigureId) -> Option<()> {
        let figure = self.book.figure(id)?;
        let crate::book::Body::Expr(expr) = figure.body else { return None };
        let repeats = match self.book.node(expr).kind {
            NodeKind::Figure(other) => self.lines.get(&other).map(|line| line.reason),
            _ => None,
        };
        let base_reason = repeats.unwrap_or(Why::Const(0));
        let base = self.expr(expr)?;
        let (item, reason) = self.with_exceptions(figure.of, base, base_reason, &figure.exceptions)?;
        let item = self.settled(item, figure.of)?;
        self.lines.insert(id, Line { item, reason });
        Some(())
    }

    /// Lowest rank first, so that the highest has the last word.
    fn with_exceptions(
        &mut self,
        of: Type,
        base: Item,
        base_reason: Why,
        exceptions: &[ExceptionId],
    ) -> Option<(Item, Why)> {
        let (mut item, mut reason) = (base, base_reason);
        let mut masks: Vec<(i64, bool, usize)> = Vec::new();
        // The result of the exception before, the mask it was chosen by, and what it was chosen over.
        let mut before: Option<(ExprId, usize, Item)> = None;
        for id in exceptions.iter().rev() {
            let exception = self.book.exceptions.get(id.0)?;
            let when = self.expr(exception.when)?;
            let mask = self.mask(when)?;
            if exception.exclusive || masks.iter().any(|(_, exclusive, _)| *exclusive) {
                for (rank, exclusive, other) in &masks {
                    if *rank == exception.rank && (*exclusive || exception.exclusive) {
                        let both = self.program.ops.len();
                        self.program.ops.push((both, Op::And(*other, mask)));
                        self.must_be_none.push(both);
                    }
                }
            }
            masks.push((exception.rank, exception.exclusive, mask));
            let number = u16::try_from(id.0 + 1).ok()?;
            let then = self.expr(exception.then)?;
            let is_plain = exception.exceptions.is_empty();
            // The same result as the exception before: one choice serves both.
            let (any, over) = match before.take() {
                Some((result, outer, over)) if is_plain && result == exception.then => {
                    (self.emit(Op::Or(outer, mask)), over)
                }
                _ => (mask, item),
            };
            let (then, deepest) = self.with_exceptions(of, then, Why::Const(number), &exception.exceptions)?;
            item = self.select(any, then, over.clone(), of)?;
            reason = Why::Register(self.emit(Op::Reason { mask, then: deepest, otherwise: reason }));
            before = is_plain.then_some((exception.then, any, over));
        }
        Some((item, reason))
    }

    /// A line's value in the parts its type is counted in.
    fn settled(&mut self, item: Item, of: Type) -> Option<Item> {
        match of {
            Type::Money(currency) => self.in_parts(item, currency.units()).map(Item::Number),
            Type::Bool => self.mask(item).map(Item::Mask),
            Type::Count | Type::Points | Type::Days => self.in_parts(item, 1).map(Item::Number),
            Type::Rate => match item {
                Item::Number(_) => Some(item),
                _ => None,
            },
            _ => None,
        }
    }

    /// The number counted in `denominator` parts of one.
    pub(super) fn in_parts(&mut self, item: Item, denominator: i64) -> Option<Number> {
        match item {
            Item::Scalar(number) => {
                let parts = number.times(&Exact::whole(denominator.into())).filter(Exact::is_whole)?.numerator();
                let num = Num::Const(i64::try_from(parts).ok()?);
                Some(Number { num, denominator, low: parts, high: parts })
            }
            Item::Number(number) if number.denominator == denominator => Some(number),
            Item::Number(number) if denominator % number.denominator == 0 => {
                let by = denominator / number.denominator;
                let (low, high) = (number.low * i128::from(by), number.high * i128::from(by));
                self.arithmetic(Op::Times(number.num, by), denominator, low, high)
            }
            _ => None,
        }
    }

    /// An instruction whose result is known to stay within 64 bits.
    pub(super) fn arithmetic(&mut self, op: Op, denominator: i64, low: i128, high: i128) -> Option<Number> {
        let fits = i64::try_from(low).is_ok() && i64::try_from(high).is_ok() && low > i64::MIN.into();
        fits.then(|| Number { num: Num::Register(self.emit(op)), denominator, low, high })
    }

    pub(super) fn mask(&mut self, item: Item) -> Option<usize> {
        match item {
            Item::Mask(mask) => Some(mask),
            _ => None,
        }
    }

    pub(super) fn select(&mut self, mask: usize, then: Item, otherwise: Item, of: Type) -> Option<Item> {
        if let (Item::Mask(then), Item::Mask(otherwise)) = (&then, &otherwise) {
            let not = self.emit(Op::Not(mask));
            let (held, rest) = (self.emit(Op::And(mask, *then)), self.emit(Op::And(not, *otherwise)));
            return Some(Item::Mask(self.emit(Op::Or(held, rest))));
        }
        let denominator = match (of, &then, &otherwise) {
            (Type::Money(currency) | Type::Exact(currency), ..) => currency.units(),
            (_, Item::Number(number), _) | (_, _, Item::Number(number)) => number.denominator,
            (_, Item::Scalar(a), Item::Scalar(b)) => {
                i64::try_from(a.denominator()).ok()?.checked_mul(i64::try_from(b.denominator()).ok()?)?
            }
            _ => return None,
        };
        let (then, otherwise) = (self.in_parts(then, denominator)?, self.in_parts(otherwise, denominator)?);
        let (low, high) = (then.low.min(otherwise.low), then.high.max(otherwise.high));
        let op = Op::Select { mask, then: then.num, otherwise: otherwise.num };
        self.arithmetic(op, denominator, low, high).map(Item::Number)
    }

    fn totals(&mut self) -> Option<()> {
        let book = self.book;
        for (figure, aggregate) in book.aggregates() {
            if self.walk.is_given(figure) {
                continue;
            }
            let mask = match aggregate.filter {
                Some(filter) => {
                    let filter = self.expr(filter)?;
                    Some(self.mask(filter)?)
                }
                None => None,
            };
            let (of, denominator) = match aggregate.sum {
                None => (None, 1),
                Some(summand) => self.summand(summand).map(|number| (Some(number), number.denominator))?,
            };
            let keys: Vec<usize> = aggregate.groups.iter().map(|group| group.key.0).collect();
            for group in &aggregate.groups {
                let lane = self.ledger.lane(group.key)?;
                if matches!(lane.cells, Cells::Choice(_)) && lane.missing.is_some() {
                    return None;
                }
            }
            let sum = self.program.sums.len();
            self.program.sums.push(Sum {
                of: of.map(|number| number.num),
                mask,
                keys: keys.clone(),
                small: is_small(of),
            });
            let mut measures = Vec::new();
            for (at, group) in aggregate.groups.iter().enumerate() {
                measures.push(match group.of {
                    None => None,
                    Some(summand) => {
                        let number = self.summand(summand)?;
                        if number.denominator != denominator {
                            return None;
                        }
                        let keys = keys.iter().skip(at).copied().collect();
                        let small = is_small(Some(number));
                        self.program.sums.push(Sum { of: Some(number.num), mask: None, keys, small });
                        Some(self.program.sums.len() - 1)
                    }
                });
            }
            self.program.totals.push(Total { figure, sum, measures, denominator });
        }
        Some(())
    }

    fn summand(&mut self, summand: Summand) -> Option<Number> {
        match summand {
            Summand::Line(line) => self.lines.get(&line)?.item.number(),
            Summand::Column(column) => self.column(column)?.number(),
        }
    }

    /// The registers that are read when all instructions are done.
    fn kept(&self) -> Vec<usize> {
        let mut kept = self.must_be_none.clone();
        if let Some(Counts { gross, counted, why }) = &self.program.counts {
            kept.extend([gross.register(), counted.register(), why.register()].into_iter().flatten());
        }
        for sum in &self.program.sums {
            kept.extend(sum.of.and_then(|num| num.register()).into_iter().chain(sum.mask));
        }
        kept
    }

    /// Drops what nothing needs and gives registers anew, so that few are in use at once.
    fn finish(mut self) -> Program {
        let end = self.program.ops.len();
        // The last instruction that reads each register, if any does.
        let mut last_use: Vec<Option<usize>> = vec![None; end];
        let read = |last_use: &mut [Option<usize>], register: usize, at: usize| {
            if let Some(last) = last_use.get_mut(register) {
                last.get_or_insert(at);
            }
        };
        self.kept().into_iter().for_each(|register| read(&mut last_use, register, end));
        for (at, op) in self.program.ops.iter().rev() {
            if last_use.get(*at).is_some_and(Option::is_some) {
                op.reads().into_iter().for_each(|register| read(&mut last_use, register, *at));
            }
        }
        let ops = std::mem::take(&mut self.program.ops);
        let mut names: Vec<Option<(OpKind, usize)>> = vec![None; end];
        let mut free: Vec<(OpKind, usize)> = Vec::new();
        for (at, op) in ops {
            if last_use.get(at).is_none_or(Option::is_none) {
                continue;
            }
            let kind = OpKind::of(&op);
            let reads: BTreeSet<usize> = op.reads().into_iter().collect();
            let place = match free.iter().position(|(free_kind, _)| *free_kind == kind) {
                Some(at) => free.swap_remove(at).1,
                None => {
                    self.program.registers += 1;
                    self.program.registers - 1
                }
            };
            self.program.ops.push((place, op.renamed(&|register| name(&names, register))));
            if let Some(slot) = names.get_mut(at) {
                *slot = Some((kind, place));
            }
            let done = reads.into_iter().filter(|read| last_use.get(*read) == Some(&Some(at)));
            free.extend(done.filter_map(|read| names.get(read).copied().flatten()));
        }
        self.rename_kept(&|register| name(&names, register));
        self.program
    }

    fn rename_kept(&mut self, name: &impl Fn(usize) -> usize) {
        self.program.counts = self.program.counts.take().map(|Counts { gross, counted, why }| Counts {
            gross: gross.renamed(name),
            counted: counted.renamed(name),
            why: why.renamed(name),
        });
        for sum in &mut self.program.sums {
            sum.of = sum.of.map(|num| num.renamed(name));
            sum.mask = sum.mask.map(name);
        }
        self.program.never = self.must_be_none.iter().map(|register| name(*register)).collect();
    }
}

/// Where a register is now. One that is nowhere has no room, and the walker takes over.
fn name(names: &[Option<(OpKind, usize)>], register: usize) -> usize {
    names.get(register).copied().flatten().map_or(usize::MAX, |(_, place)| place)
}

/// Registers of one kind may take each other's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OpKind {
    Mask,
    Reason,
    Number,
}

impl OpKind {
    fn of(op: &Op) -> Self {
        match op {
            Op::MaskConst(_)
            | Op::MaskChoice { .. }
            | Op::MaskTruth { .. }
            | Op::MaskDay { .. }
            | Op::MaskNum { .. } => Self::Mask,
            Op::And(..) | Op::Or(..) | Op::Not(_) => Self::Mask,
            Op::Reason { .. } => Self::Reason,
            Op::Scale { .. } | Op::Plus(..) | Op::Minus(..) | Op::Least(..) | Op::Greatest(..) => Self::Number,
            Op::Size(_) | Op::Times(..) | Op::Select { .. } => Self::Number,
        }
    }
}

fn is_small(number: Option<Number>) -> bool {
    number.is_none_or(|number| number.low > -(1 << 54) && number.high < 1 << 54)
}
