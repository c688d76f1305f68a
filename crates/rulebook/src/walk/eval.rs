//! What each kind of expression comes to.

use kernel::{Exact, RateProblem};

use super::Walk;
use crate::book::{Band, ColumnId, ExprId, NodeKind, ParamId, ParamValue, TableId, Type};
use crate::ledger::{Cell, Cells};
use crate::syntax::{Function, Op};
use crate::value::{Ask, Failure, Kind, Value};

impl Walk<'_> {
    pub(super) fn eval_kind(&mut self, id: ExprId, row: Option<usize>) -> Value {
        let node = self.book.node(id);
        match &node.kind {
            NodeKind::Number(number) => Value::number(*number),
            NodeKind::Date(day) => Value::day(*day),
            NodeKind::Truth(truth) => Value::truth(*truth),
            NodeKind::Choice(at) => Value::choice(*at),
            NodeKind::AsOf => Value::day(self.facts.as_of),
            NodeKind::Column(column) => row.map_or_else(|| Value::truth(false), |row| self.cell(*column, row)),
            NodeKind::Input(input) => {
                self.inputs.get(input.0).cloned().flatten().unwrap_or_else(|| Value::truth(false))
            }
            NodeKind::Open(open) => self.opens.get(open.0).cloned().flatten().unwrap_or_else(|| Value::truth(false)),
            NodeKind::Figure(figure) => {
                let in_row = row.and_then(|row| self.line_values(*figure)?.get(row).cloned());
                in_row.or_else(|| self.figure_value(*figure).cloned()).unwrap_or_else(|| Value::truth(false))
            }
            NodeKind::Param { param, key, at } => self.param(*param, *key, *at, row),
            NodeKind::Negate(inner) => self.eval(*inner, row).negated(),
            NodeKind::Not(inner) => self.eval(*inner, row).not(),
            NodeKind::Months(date, months) => self.eval(*date, row).months_on(*months),
            NodeKind::Binary(op, left, right) => self.binary(*op, *left, *right, row),
            NodeKind::In(of, list) => {
                let of = self.eval(*of, row);
                list.iter().fold(Value::truth(false), |found, item| {
                    let item = self.eval(*item, row);
                    found.or(&of.compare(&item, [false, true, false]))
                })
            }
            NodeKind::If(condition, then, otherwise) => {
                let condition = self.eval(*condition, row);
                match condition.known_truth() {
                    Some(true) => self.eval(*then, row).with_taints(&condition),
                    Some(false) => self.eval(*otherwise, row).with_taints(&condition),
                    None => {
                        let (then, otherwise) = (self.eval(*then, row), self.eval(*otherwise, row));
                        Value::select(&condition, || then, || otherwise)
                    }
                }
            }
            NodeKind::Call(function, arguments) => self.call(id, *function, arguments, row),
            NodeKind::Round(mode, step, inner) => self.eval(*inner, row).rounded(*mode, step),
            NodeKind::Bands { marginal, of, bands } => self.bands(*marginal, *of, bands, row),
            NodeKind::Convert { column, table, on } => self.convert(*column, *table, *on, row),
        }
    }

    pub(super) fn cell(&self, column: ColumnId, row: usize) -> Value {
        let ask = Ask::Column(column);
        let Some(ledger) = self.ledger else { return Value::range(None, None).asking(ask) };
        match ledger.cell(column, row) {
            Some(Cell::Money(money)) => Value::number(money.exact()),
            Some(Cell::Number(number)) => Value::number(number),
            Some(Cell::Choice(at)) => Value::choice(at),
            Some(Cell::Truth(truth)) => Value::truth(truth),
            Some(Cell::Day(day)) => Value::day(day),
            Some(Cell::Key(_)) => Value::truth(false),
            None => match ledger.lane(column).map(|lane| &lane.cells) {
                Some(Cells::Choice(_)) => {
                    let names = match self.book.columns.get(column.0).map(|column| column.of) {
                        Some(Type::Choice(list)) => self.book.list(list).len(),
                        _ => 0,
                    };
                    let bits =
                        1_u128.checked_shl(u32::try_from(names).unwrap_or(u32::MAX)).map_or(u128::MAX, |bits| bits - 1);
                    Value::of(Kind::Choice(bits)).asking(ask)
                }
                Some(Cells::Truth(_)) => Value::of(Kind::Truth { may_be_true: true, may_be_false: true }).asking(ask),
                Some(Cells::Day(_)) => Value::of(Kind::Day { low: None, high: None }).asking(ask),
                _ => Value::range(None, None).asking(ask),
            },
        }
    }

    fn binary(&mut self, op: Op, left: ExprId, right: ExprId, row: Option<usize>) -> Value {
        let left = self.eval(left, row);
        // What the left side decides alone needs no right side.
        match (op, left.known_truth()) {
            (Op::And, Some(false)) | (Op::Or, Some(true)) => return left,
            _ => {}
        }
        let right = self.eval(right, row);
        match op {
            Op::And => left.and(&right),
            Op::Or => left.or(&right),
            Op::Plus => left.plus(&right),
            Op::Minus => left.minus(&right),
            Op::Times => left.times(&right),
            Op::Over => left.over(&right),
            Op::Less => left.compare(&right, [true, false, false]),
            Op::AtMost => left.compare(&right, [true, true, false]),
            Op::Equal => left.compare(&right, [false, true, false]),
            Op::NotEqual => left.compare(&right, [true, false, true]),
            Op::Greater => left.compare(&right, [false, false, true]),
            Op::AtLeast => left.compare(&right, [false, true, true]),
        }
    }

    fn call(&mut self, id: ExprId, function: Function, arguments: &[ExprId], row: Option<usize>) -> Value {
        let values: Vec<Value> = arguments.iter().map(|argument| self.eval(*argument, row)).collect();
        match (function, values.as_slice()) {
            (Function::Min | Function::Max, all) => {
                let least = function == Function::Min;
                let value = Value::extreme(all, least);
                if row.is_none()
                    && value.is_known()
                    && let Some(at) = all.iter().position(|candidate| candidate.kind == value.kind)
                {
                    self.log.governs.insert(id, at);
                }
                value
            }
            (Function::Abs, [number]) => number.absolute(),
            (Function::Year, [day]) => match day.kind {
                Kind::Day { low, high } => {
                    let year = |day: Option<kernel::Day>| day.map(|day| Exact::whole(day.year().into()));
                    Value { kind: Kind::Number { low: year(low), high: year(high) }, ..day.clone() }
                }
                _ => day.clone(),
            },
            (Function::WithinShare, [part, share, rest]) => {
                let others = Value::number(Exact::ONE).minus(share);
                let ceiling = rest.times(share).over(&others);
                // A share of all or more is no limit.
                let limited = share.compare(&Value::number(Exact::ONE), [true, false, false]);
                Value::select(&limited, || Value::extreme(&[part.clone(), ceiling], true), || part.clone())
            }
            (Function::Apportion, [amount, part, whole]) => amount.times(part).over(whole),
            _ => Value::truth(false),
        }
    }

    fn bands(&mut self, marginal: bool, of: ExprId, bands: &[Band], row: Option<usize>) -> Value {
        let of = self.eval(of, row);
        let limits: Vec<Option<Value>> =
            bands.iter().map(|band| band.limit.map(|limit| self.eval(limit, row))).collect();
        let values: Vec<Value> = bands.iter().map(|band| self.eval(band.value, row)).collect();
        if marginal {
            // The part of the number inside each band, at the band's rate.
            let zero = Value::number(Exact::ZERO);
            let mut sum = zero.clone();
            let mut floor = zero.clone();
            for (limit, rate) in limits.iter().zip(&values) {
                let upper = match limit {
                    Some(limit) => Value::extreme(&[of.clone(), limit.clone()], true),
                    None => of.clone(),
                };
                let inside = Value::extreme(&[upper.minus(&floor), zero.clone()], false);
                sum = sum.plus(&inside.times(rate));
                floor = limit.clone().unwrap_or(floor);
            }
            return self.tight_marginal(&of, &limits, &values).unwrap_or(sum);
        }
        let mut result = values.last().cloned().unwrap_or_else(|| Value::truth(false));
        for ((band, limit), value) in bands.iter().zip(&limits).zip(&values).rev().skip(1) {
            let Some(limit) = limit else { continue };
            let inside = of.compare(limit, [true, band.inclusive, false]);
            let after = result;
            result = Value::select(&inside, || value.clone(), || after);
        }
        result
    }

    /// With known limits and rates not below zero the result rises with the number: its ends give the ends.
    fn tight_marginal(&self, of: &Value, limits: &[Option<Value>], rates: &[Value]) -> Option<Value> {
        let Kind::Number { low, high } = of.kind else { return None };
        let known = |value: &Value| value.known_number();
        let limits: Vec<Option<Exact>> =
            limits.iter().map(|limit| limit.as_ref().map(known)).map(Option::flatten).collect();
        let rates: Vec<Exact> = rates.iter().map(known).collect::<Option<_>>()?;
        let all_limits_known = limits.iter().rev().skip(1).all(Option::is_some);
        if !all_limits_known || rates.iter().any(Exact::is_negative) {
            return None;
        }
        let at = |number: Exact| -> Option<Exact> {
            let (mut sum, mut floor) = (Exact::ZERO, Exact::ZERO);
            for (limit, rate) in limits.iter().zip(&rates) {
                let upper = limit.map_or(number, |limit| number.min(limit));
                let inside = upper.minus(&floor)?.max(Exact::ZERO);
                sum = sum.plus(&inside.times(rate)?)?;
                floor = limit.unwrap_or(floor);
            }
            Some(sum)
        };
        let end = |end: Option<Exact>| match end {
            Some(number) => at(number).map(Some),
            None => Some(None),
        };
        let mut value = Value::range(end(low)?, end(high)?);
        value.taints.clone_from(&of.taints);
        if !value.is_known() {
            value.asks.clone_from(&of.asks);
        }
        Some(value)
    }

    fn param(&mut self, id: ParamId, key: Option<ExprId>, at: Option<ExprId>, row: Option<usize>) -> Value {
        let key = key.map(|key| self.eval(key, row));
        let at = at.map_or_else(|| Value::day(self.facts.as_of), |at| self.eval(at, row));
        if let Some(failed) = key.iter().chain([&at]).find(|value| value.failure().is_some()) {
            return failed.clone();
        }
        let Some(param) = self.book.params.get(id.0) else { return Value::truth(false) };
        let keys: Vec<Option<u8>> = match key.as_ref().map(|key| &key.kind) {
            Some(Kind::Choice(bits)) => (0..128_u8).filter(|at| bits >> at & 1 == 1).map(Some).collect(),
            _ => vec![None],
        };
        let days: Vec<kernel::Day> = match at.known_day() {
            Some(day) => vec![day],
            None => {
                // Not known when: the value of each row that may serve.
                let Kind::Day { low, high } = at.kind else { return Value::truth(false) };
                let begins = param.rows.iter().map(|row| row.from).chain(low).chain(high);
                begins.filter(|day| low.is_none_or(|low| *day >= low) && high.is_none_or(|high| *day <= high)).collect()
            }
        };
        let mut found: Option<Value> = None;
        for key in keys {
            for day in &days {
                let value = match self.book.param_row(id, key, *day, self.facts.known_on) {
                    Ok((at, value)) => {
                        self.log.params.insert((id, at));
                        value.into()
                    }
                    Err(failure) => Value::failed(failure),
                };
                found = Some(match found {
                    Some(other) => other.hull(value),
                    None => value,
                });
            }
        }
        let mut value =
            found.unwrap_or_else(|| Value::failed(Failure::NotInForce { since: None, clause: param.clause }));
        for rests_on in key.iter().chain([&at]) {
            value.taints.extend(&rests_on.taints);
            if !value.is_known() {
                value.asks.extend(&rests_on.asks);
            }
        }
        value
    }

    fn convert(&mut self, column: ColumnId, table: TableId, on: ExprId, row: Option<usize>) -> Value {
        let on = self.eval(on, row);
        let (Some(ledger), Some(row)) = (self.ledger, row) else { return Value::range(None, None) };
        let Some(Cell::Money(money)) = ledger.cell(column, row) else { return self.cell(column, row) };
        let to = self.book.tables.get(table.0).map(|table| table.to);
        if to == Some(money.currency()) {
            return Value::number(money.exact());
        }
        let Some(day) = on.known_day() else {
            let mut value = Value::range(None, None);
            value.asks = on.asks;
            return value;
        };
        let quote = match self.table(table) {
            Some(table) => table.on(money.currency(), day),
            None => Err(RateProblem::NoCurrency(money.currency())),
        };
        match quote {
            Ok(quote) => match money.exact().times(&quote.one_unit) {
                Some(amount) => Value::number(amount),
                None => Value::failed(Failure::Overflow),
            },
            Err(_) => Value::failed(Failure::NoRate { currency: money.currency(), day }),
        }
    }
}

impl Value {
    fn with_taints(mut self, of: &Self) -> Self {
        self.taints.extend(&of.taints);
        self
    }
}

impl From<ParamValue> for Value {
    fn from(value: ParamValue) -> Self {
        match value {
            ParamValue::Number(number) => Self::number(number),
            ParamValue::Day(day) => Self::day(day),
            ParamValue::Truth(truth) => Self::truth(truth),
            ParamValue::Choice(at) => Self::choice(at),
        }
    }
}
