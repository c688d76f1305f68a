//! Exceptions: what each overrides, and that two of one rank never disagree.

use std::collections::BTreeMap;

use kernel::Exact;

use super::{Checker, Meaning};
use crate::book::{ExceptionId, ExprId, NodeKind, Type};
use crate::diagnostic::Diagnostic;
use crate::syntax::{ExceptionStatement, Level, Op, Statement, StatementKind};

/// How deeply exceptions to exceptions may be nested.
const DEPTH: usize = 20;

impl Checker {
    pub(super) fn attach_exceptions(&mut self, statements: &[Statement]) {
        let mut parents: BTreeMap<ExceptionId, Meaning> = BTreeMap::new();
        for statement in statements {
            let StatementKind::Exception(exception) = &statement.kind else { continue };
            let Some(id) = self.exceptions.get(&statement.span).copied() else { continue };
            match self.meaning(&exception.to) {
                Some(parent @ (Meaning::Figure(_) | Meaning::Exception(_))) => {
                    parents.insert(id, parent);
                }
                Some(_) => {
                    let message = format!("`{}` is not a definition or an exception", exception.to.text);
                    self.report(Diagnostic::error("not-a-figure", exception.to.span, message));
                }
                None => {}
            }
        }
        for (id, parent) in &parents {
            let mut at = *parent;
            for _ in 0..DEPTH {
                match at {
                    Meaning::Exception(up) => match parents.get(&up) {
                        Some(next) => at = *next,
                        None => break,
                    },
                    _ => break,
                }
            }
            let span = self.book.exceptions.get(id.0).map(|exception| exception.span).unwrap_or_default();
            match at {
                Meaning::Figure(figure) => {
                    if let Some(exception) = self.book.exceptions.get_mut(id.0) {
                        exception.figure = figure;
                    }
                    let siblings = match parent {
                        Meaning::Figure(figure) => {
                            self.book.figures.get_mut(figure.0).map(|figure| &mut figure.exceptions)
                        }
                        Meaning::Exception(up) => self.book.exceptions.get_mut(up.0).map(|up| &mut up.exceptions),
                        _ => None,
                    };
                    siblings.into_iter().for_each(|siblings| siblings.push(*id));
                }
                _ => {
                    let message = "this exception overrides itself, or exceptions are nested too deeply";
                    self.report(Diagnostic::error("cycle", span, message));
                }
            }
        }
    }

    pub(super) fn define_exception(&mut self, statement: &ExceptionStatement, whole: &Statement) {
        let Some(id) = self.exceptions.get(&whole.span).copied() else { return };
        let Some(figure) = self.book.exceptions.get(id.0).map(|exception| exception.figure) else { return };
        let Some((of, level)) = self.book.figure(figure).map(|figure| (figure.of, figure.level)) else { return };
        let when = self.expr_of(&statement.when, Type::Bool);
        let then = self.expr_of(&statement.then, of);
        let (Some(when), Some(then)) = (when, then) else { return };
        if level != Level::Line && (self.book.is_per_row(when) || self.book.is_per_row(then)) {
            let message = "what it overrides is one value, but this changes from line to line";
            self.report(Diagnostic::error("per-row", whole.span, message));
        }
        if let Some(exception) = self.book.exceptions.get_mut(id.0) {
            (exception.when, exception.then) = (when, then);
        }
    }

    /// Two exceptions of one rank to one thing give the same, or cannot both apply.
    pub(super) fn check_exceptions(&mut self) {
        let rank = |id: &ExceptionId, checker: &Self| checker.book.exceptions.get(id.0).map_or(0, |e| e.rank);
        let mut families: Vec<Vec<ExceptionId>> = Vec::new();
        families.extend(self.book.figures.iter().map(|figure| figure.exceptions.clone()));
        families.extend(self.book.exceptions.iter().map(|exception| exception.exceptions.clone()));
        for at in 0..self.book.figures.len() {
            let mut sorted = self.book.figures.get(at).map(|figure| figure.exceptions.clone()).unwrap_or_default();
            sorted.sort_by_key(|id| std::cmp::Reverse(rank(id, self)));
            if let Some(figure) = self.book.figures.get_mut(at) {
                figure.exceptions = sorted;
            }
        }
        for at in 0..self.book.exceptions.len() {
            let mut sorted = self.book.exceptions.get(at).map(|up| up.exceptions.clone()).unwrap_or_default();
            sorted.sort_by_key(|id| std::cmp::Reverse(rank(id, self)));
            if let Some(up) = self.book.exceptions.get_mut(at) {
                up.exceptions = sorted;
            }
        }
        for family in families {
            for (at, first) in family.iter().enumerate() {
                for second in family.iter().skip(at + 1) {
                    self.check_two(*first, *second);
                }
            }
        }
    }

    fn check_two(&mut self, first: ExceptionId, second: ExceptionId) {
        let (Some(a), Some(b)) = (self.book.exceptions.get(first.0), self.book.exceptions.get(second.0)) else {
            return;
        };
        let same_result = a.then == b.then && a.exceptions.is_empty() && b.exceptions.is_empty();
        let vouched = a.exclusive || b.exclusive;
        if a.rank != b.rank || same_result || vouched || self.are_disjoint(a.when, b.when) {
            return;
        }
        let figure = self.book.figure(a.figure).map_or(String::new(), |figure| figure.name.clone());
        let message = format!("two exceptions to `{figure}` may apply at once and give different results");
        let diagnostic = Diagnostic::error("overlapping-exceptions", b.span, message)
            .related(a.span, "the other one")
            .hint("say which goes first with `rank 2`, or write `exclusive` if the law makes them exclude each other");
        self.report(diagnostic);
    }

    /// Whether two conditions can be shown never to hold together.
    fn are_disjoint(&self, a: ExprId, b: ExprId) -> bool {
        let mut facts = Vec::new();
        self.gather(a, true, &mut facts);
        self.gather(b, true, &mut facts);
        let mut by_subject: BTreeMap<ExprId, Vec<Limit>> = BTreeMap::new();
        for (subject, limit) in facts {
            by_subject.entry(subject).or_default().push(limit);
        }
        by_subject.values().any(|limits| self.is_empty(limits))
    }

    /// The simple conditions that must all hold if the expression has the given truth.
    fn gather(&self, id: ExprId, truth: bool, facts: &mut Vec<(ExprId, Limit)>) {
        let node = self.book.node(id);
        match &node.kind {
            NodeKind::Binary(Op::And, a, b) if truth => {
                self.gather(*a, true, facts);
                self.gather(*b, true, facts);
            }
            NodeKind::Binary(Op::Or, a, b) if !truth => {
                self.gather(*a, false, facts);
                self.gather(*b, false, facts);
            }
            NodeKind::Not(inner) => self.gather(*inner, !truth, facts),
            NodeKind::Binary(op, a, b) => {
                let op = if truth { *op } else { opposite(*op) };
                if let Some(value) = self.plain(*b) {
                    facts.push((*a, Limit::Compare(op, value)));
                }
            }
            NodeKind::In(of, list) => {
                let values: Option<Vec<Plain>> = list.iter().map(|item| self.plain(*item)).collect();
                if let Some(values) = values {
                    facts.push((*of, if truth { Limit::OneOf(values) } else { Limit::NoneOf(values) }));
                }
            }
            _ if node.of == Type::Bool && !matches!(node.kind, NodeKind::Truth(_)) => {
                facts.push((id, Limit::Compare(Op::Equal, Plain::Choice(u8::from(truth)))));
            }
            _ => {}
        }
    }

    fn plain(&self, id: ExprId) -> Option<Plain> {
        match self.book.node(id).kind {
            NodeKind::Number(number) => Some(Plain::Number(number)),
            NodeKind::Date(day) => Some(Plain::Number(Exact::whole(day.number().into()))),
            NodeKind::Choice(at) => Some(Plain::Choice(at)),
            NodeKind::Truth(truth) => Some(Plain::Choice(u8::from(truth))),
            _ => None,
        }
    }

    fn is_empty(&self, limits: &[Limit]) -> bool {
        let choices: Vec<u8> =
            (0..=u8::MAX).filter(|at| limits.iter().all(|limit| limit.allows(&Plain::Choice(*at)))).collect();
        let is_choice = limits.iter().any(|limit| limit.values().iter().any(|value| matches!(value, Plain::Choice(_))));
        if is_choice {
            return choices.is_empty();
        }
        // Between and at the numbers named there is nothing new: trying those is enough.
        let mut named: Vec<Exact> = limits.iter().flat_map(Limit::values).filter_map(Plain::number).collect();
        named.sort_unstable();
        let half = |a: Exact, b: Exact| a.plus(&b).and_then(|sum| sum.over(&Exact::whole(2)));
        let mut trials = named.clone();
        trials.extend(named.windows(2).filter_map(|pair| half(*pair.first()?, *pair.get(1)?)));
        trials.extend(named.first().and_then(|first| first.minus(&Exact::ONE)));
        trials.extend(named.last().and_then(|last| last.plus(&Exact::ONE)));
        !trials.iter().any(|trial| limits.iter().all(|limit| limit.allows(&Plain::Number(*trial))))
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Plain {
    Number(Exact),
    Choice(u8),
}

impl Plain {
    fn number(self) -> Option<Exact> {
        match self {
            Self::Number(number) => Some(number),
            Self::Choice(_) => None,
        }
    }
}

enum Limit {
    Compare(Op, Plain),
    OneOf(Vec<Plain>),
    NoneOf(Vec<Plain>),
}

impl Limit {
    fn values(&self) -> Vec<Plain> {
        match self {
            Self::Compare(_, value) => vec![*value],
            Self::OneOf(values) | Self::NoneOf(values) => values.clone(),
        }
    }

    fn allows(&self, value: &Plain) -> bool {
        match self {
            Self::OneOf(values) => values.contains(value),
            Self::NoneOf(values) => !values.contains(value),
            Self::Compare(Op::Equal, other) => value == other,
            Self::Compare(Op::NotEqual, other) => value != other,
            Self::Compare(op, other) => match (value.number(), other.number()) {
                (Some(value), Some(other)) => match op {
                    Op::Less => value < other,
                    Op::AtMost => value <= other,
                    Op::Greater => value > other,
                    Op::AtLeast => value >= other,
                    _ => true,
                },
                _ => true,
            },
        }
    }
}

fn opposite(op: Op) -> Op {
    match op {
        Op::Equal => Op::NotEqual,
        Op::NotEqual => Op::Equal,
        Op::Less => Op::AtLeast,
        Op::AtMost => Op::Greater,
        Op::Greater => Op::AtMost,
        Op::AtLeast => Op::Less,
        other => other,
    }
}
