//! Gives each expression its type and stores it.

use kernel::Exact;

use super::{Checker, Meaning};
use crate::book::{Band, ExprId, NodeKind, Type};
use crate::diagnostic::{Diagnostic, nearest};
use crate::source::Span;
use crate::syntax::{BandStatement, Expr, ExprKind, Function, Op, SpanUnit, Word};

impl Checker {
    /// The expression, if it fits what is declared. `None` means that something was reported.
    pub(super) fn expr_of(&mut self, expr: &Expr, expected: Type) -> Option<ExprId> {
        let id = self.infer(expr, Some(expected))?;
        self.must_fit(expected, id, expr.span).then_some(id)
    }

    /// `expected` helps to understand bare numbers and the names of a list; the caller checks the type.
    pub(super) fn infer(&mut self, expr: &Expr, expected: Option<Type>) -> Option<ExprId> {
        Some(match &expr.kind {
            ExprKind::Number(number) => {
                let of = match expected {
                    Some(of @ (Type::Count | Type::Points | Type::Days)) if number.is_whole() => of,
                    _ => Type::Rate,
                };
                self.node(NodeKind::Number(*number), of)
            }
            ExprKind::Money(amount, currency) => {
                if amount.scaled(currency.decimals()).is_none() {
                    let message = format!(
                        "{currency} has no amount this small; its smallest unit has {} decimals",
                        currency.decimals()
                    );
                    self.report(Diagnostic::error("too-fine", expr.span, message));
                    return None;
                }
                self.node(NodeKind::Number(*amount), Type::Money(*currency))
            }
            ExprKind::Date(day) => self.node(NodeKind::Date(*day), Type::Date),
            ExprKind::Truth(truth) => self.node(NodeKind::Truth(*truth), Type::Bool),
            ExprKind::Period(count, SpanUnit::Days) => {
                self.node(NodeKind::Number(Exact::whole((*count).into())), Type::Days)
            }
            ExprKind::Period(_, SpanUnit::Months) => {
                let message = "months can only be added to a date, or taken from one";
                self.report(Diagnostic::error("type-mismatch", expr.span, message));
                return None;
            }
            ExprKind::Name(name) => return self.name_expr(&Word { text: name.clone(), span: expr.span }, expected),
            ExprKind::Lookup { name, key, at } => return self.lookup(name, key.as_deref(), at.as_deref(), expr.span),
            ExprKind::Negate(inner) => {
                let id = self.infer(inner, expected)?;
                let of = self.book.node(id).of;
                if !of.is_number() {
                    return self.mismatch("a number", of, inner.span);
                }
                if let NodeKind::Number(number) = self.book.node(id).kind
                    && let Some(negated) = number.negated()
                {
                    return Some(self.node(NodeKind::Number(negated), of));
                }
                self.node(NodeKind::Negate(id), of)
            }
            ExprKind::Not(inner) => {
                let id = self.expr_of(inner, Type::Bool)?;
                self.node(NodeKind::Not(id), Type::Bool)
            }
            ExprKind::Binary(op, left, right) => return self.binary(*op, left, right, expr.span, expected),
            ExprKind::In(of, list) => {
                let of_id = self.infer(of, None)?;
                let of_type = self.book.node(of_id).of;
                let items: Vec<_> = list.iter().map(|item| self.expr_of(item, of_type)).collect();
                let items: Option<Vec<_>> = items.into_iter().collect();
                self.node(NodeKind::In(of_id, items?), Type::Bool)
            }
            ExprKind::If(condition, then, otherwise) => {
                let condition = self.expr_of(condition, Type::Bool);
                let (then_id, otherwise_id) = self.pair(then, otherwise, expected)?;
                let of = self.joined(then_id, otherwise_id, otherwise.span)?;
                self.node(NodeKind::If(condition?, then_id, otherwise_id), of)
            }
            ExprKind::Call(function, arguments) => return self.call(*function, arguments, expr.span, expected),
            ExprKind::Round(mode, step, inner) => {
                let id = self.infer(inner, None)?;
                let of = match self.book.node(id).of {
                    Type::Exact(currency) | Type::Money(currency) => {
                        if step.scaled(currency.decimals()).is_none() {
                            let message = format!("{step} is finer than the smallest unit of {currency}");
                            self.report(Diagnostic::error("too-fine", expr.span, message));
                            return None;
                        }
                        Type::Money(currency)
                    }
                    Type::Rate => Type::Rate,
                    other => return self.mismatch("an amount or a rate to round", other, inner.span),
                };
                self.node(NodeKind::Round(*mode, *step, id), of)
            }
            ExprKind::Bands { marginal, of, bands } => return self.bands(*marginal, of, bands, expected),
            ExprKind::Convert { column, table, on } => {
                let on_id = self.expr_of(on, Type::Date);
                let column_id = self.column(column)?;
                let is_by_currency =
                    self.book.columns.get(column_id.0).is_some_and(|found| found.of == Type::MoneyByCurrency);
                if !is_by_currency {
                    let message = format!("`{}` is not a column of money by currency", column.text);
                    self.report(Diagnostic::error("type-mismatch", column.span, message));
                    return None;
                }
                let table_id = match self.meaning(table)? {
                    Meaning::Table(id) => id,
                    _ => {
                        let message = format!("`{}` is not a table of rates", table.text);
                        self.report(
                            Diagnostic::error("not-a-table", table.span, message)
                                .hint("declare it: `rates NAME to KZT`"),
                        );
                        return None;
                    }
                };
                let to = self.book.tables.get(table_id.0)?.to;
                self.node(NodeKind::Convert { column: column_id, table: table_id, on: on_id? }, Type::Exact(to))
            }
        })
    }

    fn mismatch(&mut self, wanted: &str, found: Type, span: Span) -> Option<ExprId> {
        let message = format!("expected {wanted}, found `{}`", self.book.type_text(found));
        self.report(Diagnostic::error("type-mismatch", span, message));
        None
    }

    fn name_expr(&mut self, word: &Word, expected: Option<Type>) -> Option<ExprId> {
        if word.text == "as_of" {
            return Some(self.node(NodeKind::AsOf, Type::Date));
        }
        // The context says which list a bare name is of; a list's name wins over a figure's there.
        if let Some(Type::Choice(list)) = expected
            && let Some(at) = self.book.list(list).iter().position(|name| *name == word.text)
        {
            return Some(self.node(NodeKind::Choice(u8::try_from(at).unwrap_or(u8::MAX)), Type::Choice(list)));
        }
        if let Some(Type::Choice(list)) = expected
            && !self.names.contains_key(&word.text)
        {
            let names = self.book.list(list).to_vec();
            let message = format!("`{}` is not one of {}", word.text, names.join(", "));
            let mut diagnostic = Diagnostic::error("not-in-list", word.span, message);
            if let Some(meant) = nearest(&word.text, names.iter().map(String::as_str)) {
                diagnostic = diagnostic.hint(format!("did you mean `{meant}`?"));
            }
            self.report(diagnostic);
            return None;
        }
        let (kind, of) = match self.meaning(word)? {
            Meaning::Column(id) => (NodeKind::Column(id), self.book.columns.get(id.0)?.of),
            Meaning::Input(id) => (NodeKind::Input(id), self.book.inputs.get(id.0)?.of),
            Meaning::Figure(id) => (NodeKind::Figure(id), self.book.figures.get(id.0)?.of),
            Meaning::Open(id) => (NodeKind::Open(id), self.book.opens.get(id.0)?.of),
            Meaning::Param(_) => return self.lookup(word, None, None, word.span),
            Meaning::Type(_) | Meaning::Table(_) | Meaning::Exception(_) => {
                let message = format!("`{}` has no value", word.text);
                self.report(Diagnostic::error("no-value", word.span, message));
                return None;
            }
        };
        if of == Type::MoneyByCurrency {
            let message = format!("`{}` holds several currencies", word.text);
            let hint = format!("convert it: `convert {} using TABLE on DATE`", word.text);
            self.report(Diagnostic::error("two-currencies", word.span, message).hint(hint));
            return None;
        }
        Some(self.node(kind, of))
    }

    fn lookup(&mut self, name: &Word, key: Option<&Expr>, at: Option<&Expr>, span: Span) -> Option<ExprId> {
        let param = match self.meaning(name)? {
            Meaning::Param(id) => id,
            _ => {
                let message = format!("`{}` is not a parameter", name.text);
                self.report(Diagnostic::error("not-a-parameter", name.span, message));
                return None;
            }
        };
        let (of, by) = self.book.params.get(param.0).map(|param| (param.of, param.by))?;
        let at_id = match at {
            Some(at) => Some(self.expr_of(at, Type::Date)?),
            None => None,
        };
        let key_id = match (by, key) {
            (None, None) => None,
            (Some(list), Some(key)) => Some(self.expr_of(key, Type::Choice(list))?),
            (Some(list), None) => {
                let message = format!("`{}` has a value for each of {}", name.text, self.book.list(list).join(", "));
                let hint = format!("write `{}(NAME)`", name.text);
                self.report(Diagnostic::error("missing-key", span, message).hint(hint));
                return None;
            }
            (None, Some(key)) => {
                self.report(Diagnostic::error("missing-key", key.span, format!("`{}` has no key", name.text)));
                return None;
            }
        };
        Some(self.node(NodeKind::Param { param, key: key_id, at: at_id }, of))
    }

    /// Two expressions of which one may explain the other: `kind = works`, `1 + points`.
    fn pair(&mut self, left: &Expr, right: &Expr, expected: Option<Type>) -> Option<(ExprId, ExprId)> {
        if needs_context(left) && !needs_context(right) {
            let right = self.infer(right, expected)?;
            let of = self.book.node(right).of;
            return Some((self.infer(left, Some(of))?, right));
        }
        let left_id = self.infer(left, expected);
        let of = left_id.map(|id| self.book.node(id).of);
        let right_id = self.infer(right, of.or(expected));
        Some((left_id?, right_id?))
    }

    fn joined(&mut self, left: ExprId, right: ExprId, span: Span) -> Option<Type> {
        let (a, b) = (self.book.node(left).of, self.book.node(right).of);
        let joined = Self::join(a, b);
        if joined.is_none() {
            let diagnostic = self.two_currencies(a, b, span);
            let both_money = a.currency().is_some() && b.currency().is_some();
            let diagnostic =
                if both_money { diagnostic } else { Diagnostic { code: "type-mismatch", hint: None, ..diagnostic } };
            self.report(diagnostic);
        }
        joined
    }

    fn binary(&mut self, op: Op, left: &Expr, right: &Expr, span: Span, expected: Option<Type>) -> Option<ExprId> {
        match op {
            Op::And | Op::Or => {
                let left = self.expr_of(left, Type::Bool);
                let right = self.expr_of(right, Type::Bool);
                Some(self.node(NodeKind::Binary(op, left?, right?), Type::Bool))
            }
            Op::Equal | Op::NotEqual | Op::Less | Op::AtMost | Op::Greater | Op::AtLeast => {
                let (left, right_id) = self.pair(left, right, None)?;
                let of = self.joined(left, right_id, span)?;
                let ordered = of.is_number() || of == Type::Date || matches!(op, Op::Equal | Op::NotEqual);
                if !ordered || of == Type::Key {
                    return self.mismatch("something that can be compared so", of, span);
                }
                Some(self.node(NodeKind::Binary(op, left, right_id), Type::Bool))
            }
            Op::Plus | Op::Minus => self.sum(op, left, right, span, expected),
            Op::Times => self.product(left, right, span),
            Op::Over => self.quotient(left, right, span),
        }
    }

    fn sum(&mut self, op: Op, left: &Expr, right: &Expr, span: Span, expected: Option<Type>) -> Option<ExprId> {
        if let ExprKind::Period(count, SpanUnit::Months) = right.kind {
            let date = self.expr_of(left, Type::Date)?;
            let months = if op == Op::Plus { count } else { count.checked_neg()? };
            return Some(self.node(NodeKind::Months(date, months), Type::Date));
        }
        let number = expected.filter(Type::is_number);
        let (left_id, right_id) = self.pair(left, right, number)?;
        let (a, b) = (self.book.node(left_id).of, self.book.node(right_id).of);
        let of = match (a, b) {
            (Type::Date, Type::Days) => Type::Date,
            (Type::Date, Type::Rate) if matches!(right.kind, ExprKind::Number(_)) => {
                let hint = "write the days: `30 days`";
                self.report(Diagnostic::error("type-mismatch", right.span, "expected `days`, found `rate`").hint(hint));
                return None;
            }
            (Type::Date, Type::Date) if op == Op::Minus => Type::Days,
            _ => {
                let of = self.joined(left_id, right_id, span)?;
                if !of.is_number() {
                    return self.mismatch("numbers", of, span);
                }
                of
            }
        };
        Some(self.node(NodeKind::Binary(op, left_id, right_id), of))
    }

    fn product(&mut self, left: &Expr, right: &Expr, span: Span) -> Option<ExprId> {
        let (left_id, right_id) = (self.infer(left, None), self.infer(right, None));
        let (left_id, right_id) = (left_id?, right_id?);
        let kind = |id: ExprId, checker: &Self| {
            let node = checker.book.node(id);
            let whole = matches!(node.kind, NodeKind::Number(number) if number.is_whole());
            (node.of, whole && node.of == Type::Rate)
        };
        let (a, b) = (kind(left_id, self), kind(right_id, self));
        let of = match (a, b) {
            ((Type::Money(c), _), (Type::Count, _) | (Type::Rate, true)) => Type::Money(c),
            ((Type::Count, _) | (Type::Rate, true), (Type::Money(c), _)) => Type::Money(c),
            ((Type::Money(c) | Type::Exact(c), _), (Type::Rate | Type::Count | Type::Points | Type::Days, _)) => {
                Type::Exact(c)
            }
            ((Type::Rate | Type::Count | Type::Points | Type::Days, _), (Type::Money(c) | Type::Exact(c), _)) => {
                Type::Exact(c)
            }
            ((Type::Count, _), (Type::Count, _) | (Type::Rate, true)) | ((Type::Rate, true), (Type::Count, _)) => {
                Type::Count
            }
            ((a, _), (b, _)) if a.is_number() && b.is_number() && a.currency().is_none() && b.currency().is_none() => {
                Type::Rate
            }
            ((a, _), (b, _)) if a.currency().is_some() && b.currency().is_some() => {
                self.report(Diagnostic::error("type-mismatch", span, "money times money is not money"));
                return None;
            }
            ((a, _), (b, _)) => return self.mismatch("numbers", if a.is_number() { b } else { a }, span),
        };
        Some(self.node(NodeKind::Binary(Op::Times, left_id, right_id), of))
    }

    fn quotient(&mut self, left: &Expr, right: &Expr, span: Span) -> Option<ExprId> {
        let (left_id, right_id) = (self.infer(left, None), self.infer(right, None));
        let (left_id, right_id) = (left_id?, right_id?);
        let (a, b) = (self.book.node(left_id).of, self.book.node(right_id).of);
        let of = match (a.currency(), b.currency()) {
            (Some(_), Some(_)) => {
                self.joined(left_id, right_id, span)?;
                Type::Rate
            }
            (Some(currency), None) if b.is_number() => Type::Exact(currency),
            (None, None) if a.is_number() && b.is_number() => Type::Rate,
            _ => return self.mismatch("numbers", if a.is_number() { b } else { a }, span),
        };
        Some(self.node(NodeKind::Binary(Op::Over, left_id, right_id), of))
    }

    fn call(&mut self, function: Function, arguments: &[Expr], span: Span, expected: Option<Type>) -> Option<ExprId> {
        let wanted = match function {
            Function::Min | Function::Max => arguments.len(),
            Function::Abs | Function::Year => 1,
            Function::WithinShare | Function::Apportion => 3,
        };
        if arguments.len() != wanted {
            let message = format!("expected {wanted} values in the brackets, found {}", arguments.len());
            self.report(Diagnostic::error("wrong-count", span, message));
            return None;
        }
        let ids: Option<Vec<_>> = match function {
            Function::Year => arguments.iter().map(|argument| self.expr_of(argument, Type::Date)).collect(),
            _ => {
                let number = expected
                    .filter(|of| of.is_number() && matches!(function, Function::Min | Function::Max | Function::Abs));
                let context = arguments.iter().find(|argument| !needs_context(argument));
                let of = context.and_then(|argument| self.infer(argument, number)).map(|id| self.book.node(id).of);
                arguments.iter().map(|argument| self.infer(argument, of.or(number))).collect()
            }
        };
        let ids = ids?;
        let types: Vec<Type> = ids.iter().map(|id| self.book.node(*id).of).collect();
        let first = *types.first()?;
        let of = match function {
            Function::Year => Type::Count,
            Function::Abs if first.is_number() => first,
            Function::Abs => return self.mismatch("a number", first, span),
            Function::Min | Function::Max => {
                let mut of = first;
                for (id, argument) in ids.iter().zip(arguments) {
                    of = match Self::join(of, self.book.node(*id).of) {
                        Some(joined) => joined,
                        None => return self.joined(*ids.first()?, *id, argument.span).map(|_| *id),
                    };
                }
                if !of.is_number() && of != Type::Date {
                    return self.mismatch("numbers or dates", of, span);
                }
                of
            }
            Function::WithinShare => match (types.first()?, types.get(1)?, types.get(2)?) {
                (Type::Money(a) | Type::Exact(a), Type::Rate, Type::Money(b) | Type::Exact(b)) if a == b => {
                    Type::Exact(*a)
                }
                _ => {
                    let hint = "write `within_share(part, 30%, rest)` with two amounts of one currency";
                    self.report(
                        Diagnostic::error("type-mismatch", span, "expected an amount, a rate and an amount").hint(hint),
                    );
                    return None;
                }
            },
            Function::Apportion => {
                let key_fits = Self::join(*types.get(1)?, *types.get(2)?).is_some_and(|of| of.is_number());
                match first {
                    Type::Money(currency) | Type::Exact(currency) if key_fits => Type::Exact(currency),
                    _ => {
                        let hint = "write `apportion(amount, part, whole)` with part and whole of one kind";
                        self.report(
                            Diagnostic::error("type-mismatch", span, "expected an amount, a part and a whole")
                                .hint(hint),
                        );
                        return None;
                    }
                }
            }
        };
        Some(self.node(NodeKind::Call(function, ids), of))
    }

    fn bands(&mut self, marginal: bool, of: &Expr, bands: &[BandStatement], expected: Option<Type>) -> Option<ExprId> {
        let of_id = self.infer(of, None)?;
        let of_type = self.book.node(of_id).of;
        if !of_type.is_number() {
            return self.mismatch("a number", of_type, of.span);
        }
        let mut stored = Vec::new();
        let mut result: Option<Type> = None;
        let mut last: Option<Exact> = None;
        for band in bands {
            let limit = match &band.limit {
                Some(limit) => Some(self.expr_of(limit, of_type)?),
                None => None,
            };
            if let (Some(id), Some(written)) = (limit, &band.limit)
                && let NodeKind::Number(number) = self.book.node(id).kind
            {
                if last.is_some_and(|last| number <= last) {
                    let message = "each limit must be above the one before it";
                    self.report(Diagnostic::error("bands-out-of-order", written.span, message));
                    return None;
                }
                last = Some(number);
            }
            let value = if marginal {
                self.expr_of(&band.value, Type::Rate)?
            } else {
                self.infer(&band.value, result.or(expected))?
            };
            let value_type = self.book.node(value).of;
            result = match result {
                None => Some(value_type),
                Some(before) => match Self::join(before, value_type) {
                    Some(joined) => Some(joined),
                    None => {
                        return self.mismatch(
                            &format!("`{}`", self.book.type_text(before)),
                            value_type,
                            band.value.span,
                        );
                    }
                },
            };
            stored.push(Band { limit, inclusive: band.inclusive, value });
        }
        let result = match (marginal, of_type) {
            (true, Type::Money(currency) | Type::Exact(currency)) => Type::Exact(currency),
            (true, _) => Type::Rate,
            (false, _) => result?,
        };
        Some(self.node(NodeKind::Bands { marginal, of: of_id, bands: stored }, result))
    }
}

/// Whether a bare number or name only makes sense beside something whose type is known.
fn needs_context(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Number(_) => true,
        ExprKind::Negate(inner) => needs_context(inner),
        _ => false,
    }
}
