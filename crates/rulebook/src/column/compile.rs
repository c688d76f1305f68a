//! From checked expressions to instructions. Whatever has no whole-number form gives up, and the walker takes over.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use kernel::{Day, Exact, Rounding};

use super::divide::Divider;
use super::op::{Compare, DayOf, Factor, Num, Op, Output, Program, Sum, Table, Total};
use crate::book::{
    ColumnId, ExceptionId, ExprId, FigureId, ListId, NodeKind, ParamId, Rulebook, Step, Summand, TableId, Type,
};
use crate::ledger::{Cells, Lane, Ledger};
use crate::syntax::{Function, Level, Op as Operator};
use crate::value::Kind;
use crate::walk::Walk;

/// Rates are laid out by day; a ledger over more days than this is left to the walker.
const MOST_DAYS: i64 = 40_000;

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
        for figure in [gross, counted] {
            let from = linker.lines.get(&figure)?.item.number()?.num;
            linker.program.outputs.push(Output::Line { figure, from });
        }
        let from = linker.lines.get(&counted)?.reason;
        linker.program.outputs.push(Output::Reasons { from });
    }
    Some(linker.finish())
}

#[derive(Debug, Clone)]
enum Item {
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
struct Number {
    num: Num,
    denominator: i64,
    low: i128,
    high: i128,
}

#[derive(Debug, Clone)]
enum ExactFactor {
    Const(Exact),
    Table(ExactTable),
}

#[derive(Debug, Clone)]
struct ExactTable {
    by: Option<(usize, bool)>,
    day: Option<DayOf>,
    first_day: i32,
    days: usize,
    values: Vec<Option<Exact>>,
    /// Every value is meant times this.
    scale: Exact,
}

struct Line {
    item: Item,
    reason: usize,
}

struct Linker<'l, 'a> {
    book: &'a Rulebook,
    walk: &'l mut Walk<'a>,
    ledger: &'l Ledger,
    program: Program,
    known: HashMap<Op, usize>,
    lines: BTreeMap<FigureId, Line>,
    /// Masks that hold for no row unless two clauses are in conflict.
    must_be_none: Vec<usize>,
}

impl Item {
    fn number(&self) -> Option<Number> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}

impl Linker<'_, '_> {
    /// The register that an instruction writes; equal instructions are written once.
    fn emit(&mut self, op: Op) -> usize {
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
        let base_reason = repeats.unwrap_or_else(|| self.emit(Op::ReasonConst(0)));
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
        base_reason: usize,
        exceptions: &[ExceptionId],
    ) -> Option<(Item, usize)> {
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
            let own_reason = self.emit(Op::ReasonConst(number));
            let then = self.expr(exception.then)?;
            let is_plain = exception.exceptions.is_empty();
            // The same result as the exception before: one choice serves both.
            let (any, over) = match before.take() {
                Some((result, outer, over)) if is_plain && result == exception.then => {
                    (self.emit(Op::Or(outer, mask)), over)
                }
                _ => (mask, item),
            };
            let (then, deepest) = self.with_exceptions(of, then, own_reason, &exception.exceptions)?;
            item = self.select(any, then, over.clone(), of)?;
            reason = self.emit(Op::Reason { mask, then: deepest, otherwise: reason });
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
    fn in_parts(&mut self, item: Item, denominator: i64) -> Option<Number> {
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
    fn arithmetic(&mut self, op: Op, denominator: i64, low: i128, high: i128) -> Option<Number> {
        let fits = i64::try_from(low).is_ok() && i64::try_from(high).is_ok() && low > i64::MIN.into();
        fits.then(|| Number { num: Num::Register(self.emit(op)), denominator, low, high })
    }

    fn mask(&mut self, item: Item) -> Option<usize> {
        match item {
            Item::Mask(mask) => Some(mask),
            _ => None,
        }
    }

    fn select(&mut self, mask: usize, then: Item, otherwise: Item, of: Type) -> Option<Item> {
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

    fn expr(&mut self, id: ExprId) -> Option<Item> {
        let node = self.book.node(id);
        if !self.book.is_per_row(id) {
            return self.same_for_all(id);
        }
        match &node.kind {
            NodeKind::Column(column) => self.column(*column),
            NodeKind::Figure(figure) => self.lines.get(figure).map(|line| line.item.clone()),
            NodeKind::Negate(inner) => {
                let zero = Item::Scalar(Exact::ZERO);
                let inner = self.expr(*inner)?;
                self.sum(Operator::Minus, zero, inner)
            }
            NodeKind::Not(inner) => {
                let inner = self.expr(*inner)?;
                let mask = self.mask(inner)?;
                Some(Item::Mask(self.emit(Op::Not(mask))))
            }
            NodeKind::Binary(op, left, right) => {
                let (left, right) = (self.expr(*left)?, self.expr(*right)?);
                self.binary(*op, left, right)
            }
            NodeKind::In(of, list) => {
                let of = self.expr(*of)?;
                let mut any = self.emit(Op::MaskConst(false));
                for item in list {
                    let item = self.expr(*item)?;
                    let equal = self.binary(Operator::Equal, of.clone(), item)?;
                    let equal = self.mask(equal)?;
                    any = self.emit(Op::Or(any, equal));
                }
                Some(Item::Mask(any))
            }
            NodeKind::If(condition, then, otherwise) => {
                let condition = self.expr(*condition)?;
                let mask = self.mask(condition)?;
                let (then, otherwise) = (self.expr(*then)?, self.expr(*otherwise)?);
                self.select(mask, then, otherwise, node.of)
            }
            NodeKind::Call(function, arguments) => self.call(*function, arguments),
            NodeKind::Round(mode, step, inner) => {
                let inner = self.expr(*inner)?;
                self.round(*mode, step, inner, node.of)
            }
            NodeKind::Param { param, key, at } => self.param(*param, *key, *at),
            NodeKind::Convert { column, table, on } => self.convert(*column, *table, *on),
            _ => None,
        }
    }

    fn same_for_all(&mut self, id: ExprId) -> Option<Item> {
        let value = self.walk.eval(id, None);
        Some(match value.kind {
            Kind::Number { .. } => Item::Scalar(value.known_number()?),
            Kind::Truth { .. } => Item::Mask(self.emit(Op::MaskConst(value.known_truth()?))),
            Kind::Choice(_) => Item::ChoiceOf(value.known_choice()?),
            Kind::Day { .. } => Item::Day(DayOf::Const(value.known_day()?.number())),
            Kind::Failed(_) => return None,
        })
    }

    /// A column without empty cells.
    fn lane(&self, column: ColumnId) -> Option<&Lane> {
        self.ledger.lane(column).filter(|lane| lane.missing.is_none())
    }

    fn column(&mut self, column: ColumnId) -> Option<Item> {
        let of = self.book.columns.get(column.0)?.of;
        let lane = self.lane(column)?;
        let (low, high) = (i128::from(lane.bounds.0), i128::from(lane.bounds.1));
        let number = |denominator| Item::Number(Number { num: Num::Column(column.0), denominator, low, high });
        Some(match (&lane.cells, of) {
            (Cells::Money { .. }, Type::Money(currency)) => number(currency.units()),
            (Cells::Number { denominator, .. }, _) => number(*denominator),
            (Cells::Choice(_), _) => Item::Choice(column.0),
            (Cells::Truth(_), _) => Item::Mask(self.emit(Op::MaskTruth { column: column.0 })),
            (Cells::Day(_), _) => Item::Day(DayOf::Column(column.0)),
            _ => return None,
        })
    }

    fn binary(&mut self, op: Operator, left: Item, right: Item) -> Option<Item> {
        match op {
            Operator::And | Operator::Or => {
                let (left, right) = (self.mask(left)?, self.mask(right)?);
                let op = if op == Operator::And { Op::And(left, right) } else { Op::Or(left, right) };
                Some(Item::Mask(self.emit(op)))
            }
            Operator::Plus | Operator::Minus | Operator::Times | Operator::Over
                if matches!(left, Item::Rates(_) | Item::Scalar(_))
                    && matches!(right, Item::Rates(_) | Item::Scalar(_)) =>
            {
                rates(op, &left, &right)
            }
            Operator::Plus | Operator::Minus => self.sum(op, left, right),
            Operator::Times => self.product(left, right),
            Operator::Over => match right {
                Item::Scalar(number) if !number.is_zero() => {
                    self.product(left, Item::Scalar(Exact::ONE.over(&number)?))
                }
                _ => None,
            },
            Operator::Equal => self.compare(Compare::Equal, left, right),
            Operator::NotEqual => self.compare(Compare::NotEqual, left, right),
            Operator::Less => self.compare(Compare::Less, left, right),
            Operator::AtMost => self.compare(Compare::AtMost, left, right),
            Operator::Greater => self.compare(Compare::Greater, left, right),
            Operator::AtLeast => self.compare(Compare::AtLeast, left, right),
        }
    }

    /// Two numbers in the same parts.
    fn level(&mut self, left: Item, right: Item) -> Option<(Number, Number)> {
        let parts = |item: &Item| match item {
            Item::Number(number) => Some(number.denominator),
            Item::Scalar(number) => i64::try_from(number.denominator()).ok(),
            _ => None,
        };
        let (a, b) = (parts(&left)?, parts(&right)?);
        let common = if a % b == 0 {
            a
        } else if b % a == 0 {
            b
        } else {
            a.checked_mul(b).filter(|common| *common <= 1_000_000_000_000)?
        };
        Some((self.in_parts(left, common)?, self.in_parts(right, common)?))
    }

    fn sum(&mut self, op: Operator, left: Item, right: Item) -> Option<Item> {
        let (left, right) = self.level(left, right)?;
        let (op, low, high) = if op == Operator::Plus {
            (Op::Plus(left.num, right.num), left.low + right.low, left.high + right.high)
        } else {
            (Op::Minus(left.num, right.num), left.low - right.high, left.high - right.low)
        };
        self.arithmetic(op, left.denominator, low, high).map(Item::Number)
    }

    fn product(&mut self, left: Item, right: Item) -> Option<Item> {
        let (item, factor) = match (left, right) {
            (item, factor @ (Item::Scalar(_) | Item::Rates(_)))
            | (factor @ (Item::Scalar(_) | Item::Rates(_)), item) => (item, factor),
            _ => return None,
        };
        match (item, factor) {
            (Item::Number(base), Item::Scalar(factor)) if factor.is_whole() => {
                let by = i64::try_from(factor.numerator()).ok()?;
                let ends = [base.low.checked_mul(by.into())?, base.high.checked_mul(by.into())?];
                let (low, high) = (*ends.iter().min()?, *ends.iter().max()?);
                self.arithmetic(Op::Times(base.num, by), base.denominator, low, high).map(Item::Number)
            }
            (Item::Number(base), Item::Scalar(factor)) => {
                Some(Item::Unrounded { base, factor: ExactFactor::Const(factor) })
            }
            (Item::Number(base), Item::Rates(table)) => {
                Some(Item::Unrounded { base, factor: ExactFactor::Table(table) })
            }
            (Item::Unrounded { base, factor }, Item::Scalar(by)) => {
                Some(Item::Unrounded { base, factor: factor.times(&by)? })
            }
            _ => None,
        }
    }

    fn compare(&mut self, compare: Compare, left: Item, right: Item) -> Option<Item> {
        let mask = match (left, right) {
            (Item::Choice(column), Item::ChoiceOf(is)) | (Item::ChoiceOf(is), Item::Choice(column)) => {
                let equal = self.emit(Op::MaskChoice { column, is });
                match compare {
                    Compare::Equal => equal,
                    Compare::NotEqual => self.emit(Op::Not(equal)),
                    _ => return None,
                }
            }
            (Item::Mask(a), Item::Mask(b)) => {
                // Equal where both hold or neither does.
                let (not_a, not_b) = (self.emit(Op::Not(a)), self.emit(Op::Not(b)));
                let (held, neither) = (self.emit(Op::And(a, b)), self.emit(Op::And(not_a, not_b)));
                let equal = self.emit(Op::Or(held, neither));
                match compare {
                    Compare::Equal => equal,
                    Compare::NotEqual => self.emit(Op::Not(equal)),
                    _ => return None,
                }
            }
            (Item::Day(DayOf::Column(day)), Item::Day(with)) => self.emit(Op::MaskDay { day, compare, with }),
            (Item::Day(with), Item::Day(DayOf::Column(day))) => {
                let turned = match compare {
                    Compare::Less => Compare::Greater,
                    Compare::AtMost => Compare::AtLeast,
                    Compare::Greater => Compare::Less,
                    Compare::AtLeast => Compare::AtMost,
                    same => same,
                };
                self.emit(Op::MaskDay { day, compare: turned, with })
            }
            (left, right) => {
                let (left, right) = self.level(left, right)?;
                self.emit(Op::MaskNum { left: left.num, compare, right: right.num })
            }
        };
        Some(Item::Mask(mask))
    }

    fn call(&mut self, function: Function, arguments: &[ExprId]) -> Option<Item> {
        let mut items = Vec::new();
        for argument in arguments {
            items.push(self.expr(*argument)?);
        }
        let mut items = items.into_iter();
        let mut result = items.next()?;
        match function {
            Function::Min | Function::Max => {
                for item in items {
                    let (a, b) = self.level(result, item)?;
                    let (op, low, high) = if function == Function::Min {
                        (Op::Least(a.num, b.num), a.low.min(b.low), a.high.min(b.high))
                    } else {
                        (Op::Greatest(a.num, b.num), a.low.max(b.low), a.high.max(b.high))
                    };
                    result = Item::Number(self.arithmetic(op, a.denominator, low, high)?);
                }
                Some(result)
            }
            Function::Abs => {
                let number = result.number()?;
                let high = number.low.abs().max(number.high.abs());
                self.arithmetic(Op::Size(number.num), number.denominator, 0, high).map(Item::Number)
            }
            _ => None,
        }
    }

    fn round(&mut self, mode: Rounding, step: &Exact, inner: Item, of: Type) -> Option<Item> {
        let Type::Money(currency) = of else { return None };
        let units = currency.units();
        let step_parts =
            i64::try_from(step.times(&Exact::whole(units.into())).filter(Exact::is_whole)?.numerator()).ok()?;
        let (base, factor) = match inner {
            Item::Unrounded { base, factor } => (base, factor),
            Item::Number(base) => (base, ExactFactor::Const(Exact::ONE)),
            Item::Scalar(number) => return Some(Item::Scalar(number.round(mode, step)?)),
            _ => return None,
        };
        // How many steps one part of the base is.
        let per_part = Exact::ONE.over(&step.times(&Exact::whole(base.denominator.into()))?)?;
        let (factor, divisor, most) = factor.times(&per_part)?.whole_numbers()?;
        let divider = Divider::new(divisor, mode)?;
        let size = base.low.abs().max(base.high.abs()).checked_mul(most)?;
        let result = (size / i128::from(divisor) + 1).checked_mul(step_parts.into())?;
        let (low, high) = (if base.low < 0 || factor.may_be_negative() { -result } else { 0 }, result);
        let wide = size > divider.ceiling();
        let op = Op::Scale { base: base.num, factor, divider, step: step_parts, wide };
        self.arithmetic(op, units, low, high).map(Item::Number)
    }

    /// The range of days that a day of a row may be.
    fn day_range(&mut self, on: ExprId) -> Option<(DayOf, i32, i32)> {
        match self.expr(on)? {
            Item::Day(DayOf::Const(day)) => Some((DayOf::Const(day), day, day)),
            Item::Day(DayOf::Column(column)) => {
                let (low, high) = self.lane(ColumnId(column))?.bounds;
                if high - low > MOST_DAYS {
                    return None;
                }
                Some((DayOf::Column(column), i32::try_from(low).ok()?, i32::try_from(high).ok()?))
            }
            _ => None,
        }
    }

    fn convert(&mut self, column: ColumnId, table: TableId, on: ExprId) -> Option<Item> {
        let lane = self.lane(column)?;
        let (low, high) = (i128::from(lane.bounds.0), i128::from(lane.bounds.1));
        let (day, first, last) = self.day_range(on)?;
        let to = self.book.tables.get(table.0)?.to;
        let rates = self.walk.table(table);
        let days = usize::try_from(last - first + 1).ok()?;
        let finest = self.ledger.currencies.iter().map(kernel::Currency::units).max().unwrap_or(1);
        let mut values = Vec::with_capacity(days * self.ledger.currencies.len());
        for currency in &self.ledger.currencies {
            // Of a currency counted in larger parts, one part is worth so many of the smallest.
            let parts = finest / currency.units();
            let worth = |one_unit: &Exact| {
                if parts == 1 { Some(*one_unit) } else { one_unit.times(&Exact::whole(parts.into())) }
            };
            if *currency == to {
                values.extend(std::iter::repeat_n(Some(worth(&Exact::ONE)?), days));
                continue;
            }
            let start = values.len();
            values.resize(start + days, None);
            let Some(rates) = rates else { continue };
            let into = values.get_mut(start..)?;
            let quotes = rates.quotes(*currency);
            let next = quotes.iter().skip(1).map(|quote| quote.day.number()).chain([i32::MAX]);
            for (quote, next) in quotes.iter().zip(next) {
                // A quote serves from its day on, until the next one or until it is too old.
                let day = quote.day.number();
                let end = next.min(day.saturating_add(rates.reach()).saturating_add(1)).min(last + 1);
                let (from, until) = ((day - first).max(0), (end - first).max(0));
                if let Some(served) = into.get_mut(usize::try_from(from).ok()?..usize::try_from(until).ok()?) {
                    served.fill(Some(worth(&quote.one_unit)?));
                }
            }
        }
        let scale = Exact::fraction(1, finest.into())?;
        let table = ExactTable { by: Some((column.0, true)), day: Some(day), first_day: first, days, values, scale };
        let base = Number { num: Num::Column(column.0), denominator: 1, low, high };
        Some(Item::Unrounded { base, factor: ExactFactor::Table(table) })
    }

    /// A parameter looked up by a column's name or a row's day.
    fn param(&mut self, id: ParamId, key: Option<ExprId>, at: Option<ExprId>) -> Option<Item> {
        let param = self.book.params.get(id.0)?;
        if !param.of.is_number() {
            return None;
        }
        let (day, first, last) = match at {
            Some(at) => self.day_range(at).map(|(day, first, last)| (Some(day), first, last))?,
            None => {
                let day = self.walk.as_of().number();
                (None, day, day)
            }
        };
        let names = |list: Option<ListId>| list.map_or(0, |list| self.book.list(list).len());
        let (by, keys): (Option<(usize, bool)>, Vec<Option<u8>>) = match key {
            None => (None, vec![None]),
            Some(key) => match self.expr(key)? {
                Item::ChoiceOf(at) => (None, vec![Some(at)]),
                Item::Choice(column) => {
                    let count = u8::try_from(names(param.by)).ok()?;
                    (Some((column, false)), (0..count).map(Some).collect())
                }
                _ => return None,
            },
        };
        let days = usize::try_from(last - first + 1).ok()?;
        let mut values = Vec::new();
        for key in keys {
            for day in first..=last {
                let row =
                    Day::from_number(day).and_then(|day| self.book.param_row(id, key, day, self.walk.known_on()).ok());
                values.push(row.and_then(|(at, value)| match value {
                    crate::book::ParamValue::Number(number) => {
                        self.walk.log.params.insert((id, at));
                        Some(number)
                    }
                    _ => None,
                }));
            }
        }
        Some(Item::Rates(ExactTable { by, day, first_day: first, days, values, scale: Exact::ONE }))
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

    /// Drops what nothing needs and gives registers anew, so that few are in use at once.
    fn finish(mut self) -> Program {
        let mut last_use: HashMap<usize, usize> = HashMap::new();
        let end = self.program.ops.len();
        let mut needed: BTreeSet<usize> = self.must_be_none.iter().copied().collect();
        let register = |num: &Num| match num {
            Num::Register(register) => Some(*register),
            _ => None,
        };
        for output in &self.program.outputs {
            needed.extend(match output {
                Output::Line { from, .. } => register(from),
                Output::Reasons { from } => Some(*from),
            });
        }
        for sum in &self.program.sums {
            needed.extend(sum.of.as_ref().and_then(register));
            needed.extend(sum.mask);
        }
        needed.iter().for_each(|register| {
            last_use.insert(*register, end);
        });
        for (at, op) in self.program.ops.iter().rev() {
            if needed.contains(at) {
                for read in op.reads() {
                    needed.insert(read);
                    last_use.entry(read).or_insert(*at);
                }
            }
        }
        let ops = std::mem::take(&mut self.program.ops);
        let mut names: HashMap<usize, usize> = HashMap::new();
        let mut free: Vec<(OpKind, usize)> = Vec::new();
        let mut kinds: HashMap<usize, OpKind> = HashMap::new();
        let mut count = 0;
        for (at, op) in ops {
            if !needed.contains(&at) {
                continue;
            }
            let kind = OpKind::of(&op);
            let reads: BTreeSet<usize> = op.reads().into_iter().collect();
            let place = match free.iter().position(|(free_kind, _)| *free_kind == kind) {
                Some(at) => free.swap_remove(at).1,
                None => {
                    count += 1;
                    count - 1
                }
            };
            let op = op.renamed(&|register| names.get(&register).copied().unwrap_or(usize::MAX));
            names.insert(at, place);
            kinds.insert(at, kind);
            self.program.ops.push((place, op));
            for read in reads {
                if last_use.get(&read) == Some(&at)
                    && let (Some(place), Some(kind)) = (names.get(&read), kinds.get(&read))
                {
                    free.push((*kind, *place));
                }
            }
        }
        let name = |register: usize| names.get(&register).copied().unwrap_or(usize::MAX);
        for output in &mut self.program.outputs {
            match output {
                Output::Line { from, .. } => *from = from.renamed(&name),
                Output::Reasons { from } => *from = name(*from),
            }
        }
        for sum in &mut self.program.sums {
            sum.of = sum.of.map(|num| num.renamed(&name));
            sum.mask = sum.mask.map(name);
        }
        self.program.never = self.must_be_none.iter().map(|register| name(*register)).collect();
        self.program.registers = count;
        self.program
    }
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
            Op::Reason { .. } | Op::ReasonConst(_) => Self::Reason,
            Op::Scale { .. } | Op::Plus(..) | Op::Minus(..) | Op::Least(..) | Op::Greatest(..) => Self::Number,
            Op::Size(_) | Op::Times(..) | Op::Select { .. } => Self::Number,
        }
    }
}

fn is_small(number: Option<Number>) -> bool {
    number.is_none_or(|number| number.low > -(1 << 54) && number.high < 1 << 54)
}

/// Rates reckoned with rates, each with the one of its own name and day.
fn rates(op: Operator, left: &Item, right: &Item) -> Option<Item> {
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
    fn times(self, by: &Exact) -> Option<Self> {
        Some(Self { scale: self.scale.times(by)?, ..self })
    }

    /// Whole numerators over one divisor, and the greatest numerator in size. A value of nought has no place here:
    /// nought means that there is none.
    fn whole_numbers(&self) -> Option<(Factor, i64, i128)> {
        let mut common: i128 = 1;
        let mut last_below = 1;
        for below in self.values.iter().flatten().map(Exact::denominator) {
            if below != last_below && common % below != 0 {
                common = least_common_multiple(common, below)?;
            }
            last_below = below;
        }
        let scale = self.scale.over(&Exact::whole(common))?;
        let (times, divisor) = (scale.numerator(), i64::try_from(scale.denominator()).ok()?);
        let mut most: i128 = 0;
        // Neighbours often have one denominator: the division is done once for them.
        let (mut last_below, mut by) = (1, common.checked_mul(times)?);
        let mut numerators = Vec::with_capacity(self.values.len());
        for value in &self.values {
            let numerator = match value {
                Some(value) if value.is_zero() || times == 0 => return None,
                Some(value) => {
                    if value.denominator() != last_below {
                        last_below = value.denominator();
                        by = (common / last_below).checked_mul(times)?;
                    }
                    value.numerator().checked_mul(by)?
                }
                None => 0,
            };
            most = most.max(numerator.abs());
            numerators.push(i64::try_from(numerator).ok()?);
        }
        let (by, day, first_day, days) = (self.by, self.day, self.first_day, self.days);
        let table = Table { by, day, first_day, days, numerators };
        Some((Factor::Table(Arc::new(table)), divisor, most))
    }
}

impl ExactFactor {
    fn times(self, by: &Exact) -> Option<Self> {
        Some(match self {
            Self::Const(factor) => Self::Const(factor.times(by)?),
            Self::Table(table) => Self::Table(table.times(by)?),
        })
    }

    fn whole_numbers(&self) -> Option<(Factor, i64, i128)> {
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
    fn may_be_negative(&self) -> bool {
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
