//! Expressions to instructions, one function for each kind.

use kernel::{Day, Exact, Rounding};

use super::compile::Linker;
use super::divide::Divider;
use super::item::{ExactFactor, ExactTable, Item, Number, rates};
use super::op::{Compare, DayOf, Num, Op};
use crate::book::{ColumnId, ExprId, ListId, NodeKind, ParamId, ParamValue, TableId, Type};
use crate::ledger::{Cells, Lane};
use crate::syntax::{Function, Op as Operator};
use crate::value::Kind;

/// Rates are laid out by day; a ledger over more days than this is left to the walker.
const MOST_DAYS: i64 = 40_000;

impl Linker<'_, '_> {
    pub(super) fn expr(&mut self, id: ExprId) -> Option<Item> {
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
                let mut any = None;
                for item in list {
                    let item = self.expr(*item)?;
                    let equal = self.binary(Operator::Equal, of.clone(), item)?;
                    let equal = self.mask(equal)?;
                    any = Some(any.map_or(equal, |any| self.emit(Op::Or(any, equal))));
                }
                any.map(Item::Mask)
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

    pub(super) fn column(&mut self, column: ColumnId) -> Option<Item> {
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
        let earliest = rates.and_then(|rates| Day::from_number(first.saturating_sub(rates.reach())));
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
            let begin = earliest.map_or(0, |earliest| quotes.partition_point(|quote| quote.day < earliest));
            let quotes = quotes.get(begin..)?.iter().map(|quote| (quote.day.number(), quote));
            let mut quotes = quotes.take_while(|(day, _)| *day <= last).peekable();
            while let Some((day, quote)) = quotes.next() {
                // A quote serves from its day on, until the next one or until it is too old.
                let next = quotes.peek().map_or(i32::MAX, |(day, _)| *day);
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
                    ParamValue::Number(number) => {
                        self.walk.log.params.insert((id, at));
                        Some(number)
                    }
                    _ => None,
                }));
            }
        }
        Some(Item::Rates(ExactTable { by, day, first_day: first, days, values, scale: Exact::ONE }))
    }
}
