//! What is known of a value: exactly it, a range, or why there is none. All arithmetic of the walker is here.

use std::collections::BTreeSet;

use kernel::{Currency, Day, Exact, Rounding};

use crate::book::{ColumnId, FigureId, InputId, OpenId};
use crate::source::ClauseId;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    pub kind: Kind,
    /// What is not known and would narrow the value.
    pub asks: BTreeSet<Ask>,
    /// What could not be encoded and touches the value; indexes into the rulebook's `untranslatable`.
    pub taints: BTreeSet<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// `None` is without limit.
    Number {
        low: Option<Exact>,
        high: Option<Exact>,
    },
    Truth {
        may_be_true: bool,
        may_be_false: bool,
    },
    /// The names of a list that it may be, as bits.
    Choice(u128),
    Day {
        low: Option<Day>,
        high: Option<Day>,
    },
    Failed(Failure),
}

/// Something whose answer is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ask {
    Input(InputId),
    /// A total that neither a ledger nor a fact gives.
    Total(FigureId),
    Open(OpenId),
    /// Cells of this column are empty.
    Column(ColumnId),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Nothing is in force on that day; `since` is the last day on which something was, if there was one.
    NotInForce {
        since: Option<Day>,
        clause: ClauseId,
    },
    /// Two clauses say different things.
    Conflict {
        clauses: Vec<ClauseId>,
    },
    Overflow,
    DivisionByZero,
    NoRate {
        currency: Currency,
        day: Day,
    },
}

impl Value {
    pub(crate) fn of(kind: Kind) -> Self {
        Self { kind, asks: BTreeSet::new(), taints: BTreeSet::new() }
    }

    pub(crate) fn number(number: Exact) -> Self {
        Self::range(Some(number), Some(number))
    }

    pub(crate) fn range(low: Option<Exact>, high: Option<Exact>) -> Self {
        Self::of(Kind::Number { low, high })
    }

    pub(crate) fn truth(truth: bool) -> Self {
        Self::of(Kind::Truth { may_be_true: truth, may_be_false: !truth })
    }

    pub(crate) fn choice(at: u8) -> Self {
        Self::of(Kind::Choice(1_u128.checked_shl(at.into()).unwrap_or(0)))
    }

    pub(crate) fn day(day: Day) -> Self {
        Self::of(Kind::Day { low: Some(day), high: Some(day) })
    }

    pub(crate) fn failed(failure: Failure) -> Self {
        Self::of(Kind::Failed(failure))
    }

    pub(crate) fn asking(mut self, ask: Ask) -> Self {
        self.asks.insert(ask);
        self
    }

    /// The same value as it depends on others: their taints stay, and their open questions while it is not known.
    fn from(mut self, others: &[&Self]) -> Self {
        for other in others {
            self.taints.extend(&other.taints);
            if !self.is_known() {
                self.asks.extend(&other.asks);
            }
        }
        self
    }

    pub fn is_known(&self) -> bool {
        match &self.kind {
            Kind::Number { low, high } => low.is_some() && low == high,
            Kind::Truth { may_be_true, may_be_false } => may_be_true != may_be_false,
            Kind::Choice(bits) => bits.count_ones() == 1,
            Kind::Day { low, high } => low.is_some() && low == high,
            Kind::Failed(_) => true,
        }
    }

    pub fn failure(&self) -> Option<&Failure> {
        match &self.kind {
            Kind::Failed(failure) => Some(failure),
            _ => None,
        }
    }

    pub fn known_number(&self) -> Option<Exact> {
        match self.kind {
            Kind::Number { low: Some(low), high: Some(high) } if low == high => Some(low),
            _ => None,
        }
    }

    pub fn known_truth(&self) -> Option<bool> {
        match self.kind {
            Kind::Truth { may_be_true: true, may_be_false: false } => Some(true),
            Kind::Truth { may_be_true: false, may_be_false: true } => Some(false),
            _ => None,
        }
    }

    pub fn known_choice(&self) -> Option<u8> {
        match self.kind {
            Kind::Choice(bits) if bits.count_ones() == 1 => u8::try_from(bits.trailing_zeros()).ok(),
            _ => None,
        }
    }

    pub fn known_day(&self) -> Option<Day> {
        match self.kind {
            Kind::Day { low: Some(low), high: Some(high) } if low == high => Some(low),
            _ => None,
        }
    }

    /// Either of two values; a question stays open unless they are equal.
    pub(crate) fn hull(self, other: Self) -> Self {
        if self.kind == other.kind {
            let mut both = self;
            both.taints.extend(&other.taints);
            both.asks.extend(&other.asks);
            return both;
        }
        let kind = match (&self.kind, &other.kind) {
            (Kind::Number { low: a, high: b }, Kind::Number { low: c, high: d }) => {
                Kind::Number { low: a.zip(*c).map(|(a, c)| a.min(c)), high: b.zip(*d).map(|(b, d)| b.max(d)) }
            }
            (Kind::Truth { may_be_true: a, may_be_false: b }, Kind::Truth { may_be_true: c, may_be_false: d }) => {
                Kind::Truth { may_be_true: a | c, may_be_false: b | d }
            }
            (Kind::Choice(a), Kind::Choice(b)) => Kind::Choice(a | b),
            (Kind::Day { low: a, high: b }, Kind::Day { low: c, high: d }) => {
                Kind::Day { low: a.zip(*c).map(|(a, c)| a.min(c)), high: b.zip(*d).map(|(b, d)| b.max(d)) }
            }
            // A failure under one reading and a value under another: nothing is certain.
            (Kind::Failed(_), other) | (other, Kind::Failed(_)) => other.without_limit(),
            (first, _) => first.without_limit(),
        };
        let mut both = Self::of(kind);
        both.asks = self.asks.union(&other.asks).copied().collect();
        both.taints = self.taints.union(&other.taints).copied().collect();
        both
    }

    /// `self` if the condition holds, else `other`.
    pub(crate) fn select(condition: &Self, then: impl FnOnce() -> Self, otherwise: impl FnOnce() -> Self) -> Self {
        match (&condition.kind, condition.known_truth()) {
            (Kind::Failed(_), _) => condition.clone(),
            (_, Some(true)) => then().from(&[condition]),
            (_, Some(false)) => otherwise().from(&[condition]),
            (_, None) => {
                let (then, otherwise) = (then(), otherwise());
                let same = then.kind == otherwise.kind && then.is_known();
                let both = then.hull(otherwise);
                if same { both } else { both.from(&[condition]) }
            }
        }
    }

    pub(crate) fn plus(&self, other: &Self) -> Self {
        if let (Kind::Day { .. }, Kind::Number { .. }) = (&self.kind, &other.kind) {
            return self.move_days(other, 1);
        }
        self.bounds(other, |a, b| both(a, b, Exact::plus))
    }

    pub(crate) fn minus(&self, other: &Self) -> Self {
        match (&self.kind, &other.kind) {
            (Kind::Day { .. }, Kind::Number { .. }) => self.move_days(other, -1),
            (Kind::Day { low: a, high: b }, Kind::Day { low: c, high: d }) => {
                let days = |x: &Option<Day>, y: &Option<Day>| {
                    x.zip(*y).map(|(x, y)| Exact::whole((i64::from(x.number()) - i64::from(y.number())).into()))
                };
                Self::range(days(a, d), days(b, c)).from(&[self, other])
            }
            _ => self.plus(&other.negated()),
        }
    }

    fn move_days(&self, days: &Self, sign: i64) -> Self {
        let Kind::Day { low, high } = self.kind else { return self.clone() };
        let Some(days_number) = days.known_number().filter(Exact::is_whole) else {
            return Self::of(Kind::Day { low: None, high: None }).from(&[self, days]);
        };
        let days_number = i64::try_from(days_number.numerator()).unwrap_or(i64::MAX).saturating_mul(sign);
        let moved = |day: Option<Day>| day.map(|day| day.plus_days(days_number));
        match (moved(low), moved(high)) {
            (Some(None), _) | (_, Some(None)) => Self::failed(Failure::Overflow),
            (low, high) => Self::of(Kind::Day { low: low.flatten(), high: high.flatten() }).from(&[self, days]),
        }
    }

    pub(crate) fn months_on(&self, months: i64) -> Self {
        let Kind::Day { low, high } = self.kind else { return self.clone() };
        let moved = |day: Option<Day>| day.map(|day| day.plus_months(months));
        match (moved(low), moved(high)) {
            (Some(None), _) | (_, Some(None)) => Self::failed(Failure::Overflow),
            (low, high) => Self::of(Kind::Day { low: low.flatten(), high: high.flatten() }).from(&[self]),
        }
    }

    pub(crate) fn negated(&self) -> Self {
        match self.kind {
            Kind::Number { low, high } => match (negate(high), negate(low)) {
                (Ok(low), Ok(high)) => Self::range(low, high).from(&[self]),
                _ => Self::failed(Failure::Overflow),
            },
            _ => self.clone(),
        }
    }

    pub(crate) fn absolute(&self) -> Self {
        let Kind::Number { low, high } = self.kind else { return self.clone() };
        if low.is_some_and(|low| !low.is_negative()) {
            return self.clone();
        }
        let negated = self.negated();
        if high.is_some_and(|high| !high.is_zero() && high.is_negative()) || high == Some(Exact::ZERO) {
            return negated;
        }
        let Kind::Number { high: other, .. } = negated.kind else { return negated };
        let most = high.zip(other).map(|(a, b)| a.max(b));
        Self::range(Some(Exact::ZERO), most).from(&[self])
    }

    pub(crate) fn times(&self, other: &Self) -> Self {
        let (Kind::Number { low: a, high: b }, Kind::Number { low: c, high: d }) = (&self.kind, &other.kind) else {
            return self.either_failure(other);
        };
        // Nothing times anything is nothing, and asks nobody.
        for zero in [self, other] {
            if zero.known_number() == Some(Exact::ZERO) {
                return Self::number(Exact::ZERO).from(&[self, other]);
            }
        }
        let limited = a.is_some() && b.is_some() && c.is_some() && d.is_some();
        if !limited {
            let positive = a.is_some_and(|a| !a.is_negative()) && c.is_some_and(|c| !c.is_negative());
            let low = if positive { both(*a, *c, Exact::times).unwrap_or(None) } else { None };
            let high = if positive { both(*b, *d, Exact::times).unwrap_or(None) } else { None };
            return Self::range(low, high).from(&[self, other]);
        }
        self.corners(other, |x, y| x.times(&y).ok_or(Failure::Overflow))
    }

    pub(crate) fn over(&self, other: &Self) -> Self {
        let (Kind::Number { low: a, high: b }, Kind::Number { low: c, high: d }) = (&self.kind, &other.kind) else {
            return self.either_failure(other);
        };
        if other.known_number() == Some(Exact::ZERO) {
            return Self::failed(Failure::DivisionByZero).from(&[self, other]);
        }
        let may_be_zero = c.is_none_or(|c| c <= Exact::ZERO) && d.is_none_or(|d| d >= Exact::ZERO);
        if may_be_zero || a.is_none() || b.is_none() || c.is_none() || d.is_none() {
            return Self::range(None, None).from(&[self, other]);
        }
        self.corners(other, |x, y| x.over(&y).ok_or(Failure::Overflow))
    }

    /// The least and the greatest of the four results at the ends.
    fn corners(&self, other: &Self, apply: impl Fn(Exact, Exact) -> Result<Exact, Failure>) -> Self {
        let (Kind::Number { low: a, high: b }, Kind::Number { low: c, high: d }) = (&self.kind, &other.kind) else {
            return self.either_failure(other);
        };
        let mut results = Vec::new();
        for x in [*a, *b].into_iter().flatten() {
            for y in [*c, *d].into_iter().flatten() {
                match apply(x, y) {
                    Ok(result) => results.push(result),
                    Err(failure) => return Self::failed(failure).from(&[self, other]),
                }
            }
        }
        Self::range(results.iter().min().copied(), results.iter().max().copied()).from(&[self, other])
    }

    fn either_failure(&self, other: &Self) -> Self {
        let failed = if self.failure().is_some() { self } else { other };
        failed.clone().from(&[self, other])
    }

    fn bounds(
        &self,
        other: &Self,
        apply: impl Fn(Option<Exact>, Option<Exact>) -> Result<Option<Exact>, Failure>,
    ) -> Self {
        let (Kind::Number { low: a, high: b }, Kind::Number { low: c, high: d }) = (&self.kind, &other.kind) else {
            return self.either_failure(other);
        };
        match (apply(*a, *c), apply(*b, *d)) {
            (Ok(low), Ok(high)) => Self::range(low, high).from(&[self, other]),
            (Err(failure), _) | (_, Err(failure)) => Self::failed(failure).from(&[self, other]),
        }
    }

    pub(crate) fn rounded(&self, mode: Rounding, step: &Exact) -> Self {
        let Kind::Number { low, high } = self.kind else { return self.clone() };
        let round = |end: Option<Exact>| end.map(|end| end.round(mode, step));
        match (round(low), round(high)) {
            (Some(None), _) | (_, Some(None)) => Self::failed(Failure::Overflow).from(&[self]),
            (low, high) => Self::range(low.flatten(), high.flatten()).from(&[self]),
        }
    }

    /// The least (or greatest) of several. Those that cannot decide the result leave no questions.
    pub(crate) fn extreme(values: &[Self], least: bool) -> Self {
        if let Some(failed) = values.iter().find(|value| value.failure().is_some()) {
            return failed.clone();
        }
        if values.iter().any(|value| matches!(value.kind, Kind::Day { .. })) {
            return Self::extreme_day(values, least);
        }
        let ends = |value: &Self| match value.kind {
            Kind::Number { low, high } => (low, high),
            _ => (None, None),
        };
        let lows: Vec<Option<Exact>> = values.iter().map(|value| ends(value).0).collect();
        let highs: Vec<Option<Exact>> = values.iter().map(|value| ends(value).1).collect();
        let known = |ends: &[Option<Exact>]| -> Option<Vec<Exact>> { ends.iter().copied().collect() };
        let (low, high) = if least {
            (known(&lows).and_then(|all| all.into_iter().min()), highs.iter().flatten().min().copied())
        } else {
            (lows.iter().flatten().max().copied(), known(&highs).and_then(|all| all.into_iter().max()))
        };
        let decides = |value: &&Self| match (ends(value), least) {
            ((Some(value_low), _), true) => high.is_none_or(|high| value_low <= high),
            ((_, Some(value_high)), false) => low.is_none_or(|low| value_high >= low),
            _ => true,
        };
        let deciding: Vec<&Self> = values.iter().filter(decides).collect();
        Self::range(low, high).from(&deciding)
    }

    fn extreme_day(values: &[Self], least: bool) -> Self {
        let days: Option<Vec<Day>> = values.iter().map(Self::known_day).collect();
        let all: Vec<&Self> = values.iter().collect();
        match days {
            Some(days) => {
                let day = if least { days.into_iter().min() } else { days.into_iter().max() };
                Self::of(Kind::Day { low: day, high: day }).from(&all)
            }
            None => Self::of(Kind::Day { low: None, high: None }).from(&all),
        }
    }

    pub(crate) fn not(&self) -> Self {
        match self.kind {
            Kind::Truth { may_be_true, may_be_false } => {
                Self::of(Kind::Truth { may_be_true: may_be_false, may_be_false: may_be_true }).from(&[self])
            }
            _ => self.clone(),
        }
    }

    pub(crate) fn and(&self, other: &Self) -> Self {
        if self.known_truth() == Some(false) {
            return self.clone();
        }
        if other.known_truth() == Some(false) {
            return other.clone();
        }
        match (&self.kind, &other.kind) {
            (Kind::Truth { may_be_true: a, may_be_false: b }, Kind::Truth { may_be_true: c, may_be_false: d }) => {
                Self::of(Kind::Truth { may_be_true: *a && *c, may_be_false: *b || *d }).from(&[self, other])
            }
            _ => self.either_failure(other),
        }
    }

    pub(crate) fn or(&self, other: &Self) -> Self {
        self.not().and(&other.not()).not()
    }

    /// -1, 0 or 1 as far as is known: whether it may be less, equal, greater.
    fn order(&self, other: &Self) -> Option<(bool, bool, bool)> {
        fn ranges<T: Ord + Copy>(a: Option<T>, b: Option<T>, c: Option<T>, d: Option<T>) -> (bool, bool, bool) {
            let less = a.zip(d).is_none_or(|(a, d)| a < d);
            let greater = b.zip(c).is_none_or(|(b, c)| b > c);
            let apart = b.zip(c).is_some_and(|(b, c)| b < c) || a.zip(d).is_some_and(|(a, d)| a > d);
            (less, !apart, greater)
        }
        match (&self.kind, &other.kind) {
            (Kind::Number { low: a, high: b }, Kind::Number { low: c, high: d }) => Some(ranges(*a, *b, *c, *d)),
            (Kind::Day { low: a, high: b }, Kind::Day { low: c, high: d }) => Some(ranges(*a, *b, *c, *d)),
            (Kind::Choice(a), Kind::Choice(b)) => Some((a | b != a & b || a.count_ones() > 1, a & b != 0, false)),
            (Kind::Truth { may_be_true: a, may_be_false: b }, Kind::Truth { may_be_true: c, may_be_false: d }) => {
                let may_be_equal = (*a && *c) || (*b && *d);
                let may_differ = (*a && *d) || (*b && *c);
                Some((may_differ, may_be_equal, false))
            }
            _ => None,
        }
    }

    /// A comparison; `accept` says for less, equal and greater whether it holds.
    pub(crate) fn compare(&self, other: &Self, accept: [bool; 3]) -> Self {
        let Some((less, equal, greater)) = self.order(other) else { return self.either_failure(other) };
        let may = [less, equal, greater];
        let may_be_true = may.iter().zip(accept).any(|(may, accept)| *may && accept);
        let may_be_false = may.iter().zip(accept).any(|(may, accept)| *may && !accept);
        Self::of(Kind::Truth { may_be_true, may_be_false }).from(&[self, other])
    }
}

impl Kind {
    fn without_limit(&self) -> Self {
        match self {
            Self::Number { .. } => Self::Number { low: None, high: None },
            Self::Truth { .. } => Self::Truth { may_be_true: true, may_be_false: true },
            Self::Choice(_) => Self::Choice(u128::MAX),
            Self::Day { .. } => Self::Day { low: None, high: None },
            Self::Failed(failure) => Self::Failed(failure.clone()),
        }
    }
}

fn both(
    a: Option<Exact>,
    b: Option<Exact>,
    apply: impl Fn(&Exact, &Exact) -> Option<Exact>,
) -> Result<Option<Exact>, Failure> {
    match (a, b) {
        (Some(a), Some(b)) => apply(&a, &b).map(Some).ok_or(Failure::Overflow),
        _ => Ok(None),
    }
}

fn negate(end: Option<Exact>) -> Result<Option<Exact>, Failure> {
    end.map(|end| end.negated().ok_or(Failure::Overflow)).transpose()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Kind, Value};
    use kernel::Exact;

    fn range(low: i64, high: i64) -> Value {
        Value::range(Some(Exact::whole(low.into())), Some(Exact::whole(high.into())))
    }

    fn contains(value: &Value, number: &Exact) -> bool {
        match value.kind {
            Kind::Number { low, high } => {
                low.is_none_or(|low| low <= *number) && high.is_none_or(|high| high >= *number)
            }
            _ => false,
        }
    }

    proptest! {
        /// Whatever the numbers in two ranges are, the result of the ranges holds the result of the numbers.
        #[test]
        fn ranges_hold_what_their_numbers_give(a in -50_i64..50, w in 0_i64..20, b in -50_i64..50, v in 0_i64..20, s in 0_i64..20, t in 0_i64..20) {
            let (x, y) = (a + s.min(w), b + t.min(v));
            let (left, right) = (range(a, a + w), range(b, b + v));
            let (p, q) = (Exact::whole(x.into()), Exact::whole(y.into()));
            prop_assert!(contains(&left.plus(&right), &p.plus(&q).unwrap()));
            prop_assert!(contains(&left.minus(&right), &p.minus(&q).unwrap()));
            prop_assert!(contains(&left.times(&right), &p.times(&q).unwrap()));
            prop_assert!(contains(&left.absolute(), &Exact::whole(x.abs().into())));
            prop_assert!(contains(&Value::extreme(&[left.clone(), right.clone()], true), &p.min(q)));
            prop_assert!(contains(&Value::extreme(&[left.clone(), right.clone()], false), &p.max(q)));
            if let Some(quotient) = p.over(&q) {
                prop_assert!(contains(&left.over(&right), &quotient));
            }
            let less = left.compare(&right, [true, false, false]);
            if let Some(truth) = less.known_truth() {
                prop_assert_eq!(truth, x < y);
            }
        }
    }

    #[test]
    fn false_and_unknown_is_false_and_asks_nobody() {
        let unknown = Value::of(Kind::Truth { may_be_true: true, may_be_false: true });
        assert_eq!(unknown.and(&Value::truth(false)).known_truth(), Some(false));
        assert_eq!(unknown.or(&Value::truth(true)).known_truth(), Some(true));
        assert_eq!(unknown.and(&Value::truth(true)).known_truth(), None);
    }
}
