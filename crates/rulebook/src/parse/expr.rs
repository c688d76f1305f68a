//! Expressions, by precedence climbing. Depth is bounded, so no text can exhaust the stack.

use kernel::{Exact, Rounding};

use super::{Parsed, Parser};
use crate::diagnostic::Diagnostic;
use crate::syntax::{BandStatement, Expr, ExprKind, Function, Op, SpanUnit};
use crate::token::TokenKind;

/// Deeper nesting, or a longer chain of operators, is refused.
const DEPTH: usize = 100;

impl Parser<'_> {
    pub(super) fn expr(&mut self) -> Parsed<Expr> {
        self.deeper()?;
        let expr = self.binary(0);
        self.depth -= 1;
        expr
    }

    fn deeper(&mut self) -> Parsed<()> {
        self.depth += 1;
        if self.depth > DEPTH {
            let message = "this is nested too deeply";
            return Err(Box::new(
                Diagnostic::error("too-deep", self.here(), message).hint("give a part of it a name with `define`"),
            ));
        }
        Ok(())
    }

    fn binary(&mut self, least: u8) -> Parsed<Expr> {
        let mut left = self.unary()?;
        let mut chained = 0;
        loop {
            if self.peek() == "in" && self.peek_ahead(1) == "{" && least <= 3 {
                self.at += 1;
                let list = self.list()?;
                let span = left.span.to(self.last());
                left = Expr { kind: ExprKind::In(Box::new(left), list), span };
                continue;
            }
            let Some((op, strength)) = operator(self.peek()) else { break };
            if strength < least {
                break;
            }
            self.at += 1;
            chained += 1;
            self.deeper()?;
            let right = self.binary(strength + 1)?;
            let span = left.span.to(right.span);
            left = Expr { kind: ExprKind::Binary(op, Box::new(left), Box::new(right)), span };
            if strength == 3 && operator(self.peek()).is_some_and(|(_, next)| next == 3) {
                let message = "comparisons cannot be chained";
                return Err(Box::new(
                    Diagnostic::error("chained-comparison", self.here(), message).hint("join two with `and`"),
                ));
            }
        }
        self.depth -= chained;
        Ok(left)
    }

    fn unary(&mut self) -> Parsed<Expr> {
        let start = self.here();
        let kind = match self.peek() {
            "-" => {
                self.at += 1;
                self.deeper()?;
                let inner = self.unary()?;
                self.depth -= 1;
                ExprKind::Negate(Box::new(inner))
            }
            "not" => {
                self.at += 1;
                self.deeper()?;
                let inner = self.binary(3)?;
                self.depth -= 1;
                ExprKind::Not(Box::new(inner))
            }
            "if" => {
                self.at += 1;
                let condition = self.expr()?;
                self.expect("then")?;
                let then = self.expr()?;
                self.expect("else")?;
                let otherwise = self.expr()?;
                ExprKind::If(Box::new(condition), Box::new(then), Box::new(otherwise))
            }
            _ => return self.primary(),
        };
        Ok(Expr { kind, span: start.to(self.last()) })
    }

    fn primary(&mut self) -> Parsed<Expr> {
        let start = self.here();
        let kind = match (self.kind(0), self.peek()) {
            (Some(TokenKind::Number), _) => self.number_or_money()?,
            (Some(TokenKind::Date), _) => ExprKind::Date(self.day()?),
            (_, "(") => {
                self.at += 1;
                let inner = self.expr()?;
                self.expect(")")?;
                return Ok(Expr { kind: inner.kind, span: start.to(self.last()) });
            }
            (_, "true" | "false") => {
                let truth = self.peek() == "true";
                self.at += 1;
                ExprKind::Truth(truth)
            }
            (_, "round") => self.round()?,
            (_, "marginal" | "steps") => self.bands()?,
            (_, "convert") => {
                self.at += 1;
                let column = self.word("the column to convert")?;
                self.expect("using")?;
                let table = self.word("the name of a table of rates")?;
                self.expect("on")?;
                let on = Box::new(self.unary()?);
                ExprKind::Convert { column, table, on }
            }
            (Some(TokenKind::Name), name) => match function(name).filter(|_| self.peek_ahead(1) == "(") {
                Some(function) => {
                    self.at += 1;
                    ExprKind::Call(function, self.arguments()?)
                }
                None => self.name_or_lookup()?,
            },
            _ => return Err(self.wanted("a value")),
        };
        Ok(Expr { kind, span: start.to(self.last()) })
    }

    fn number_or_money(&mut self) -> Parsed<ExprKind> {
        let here = self.here();
        let mut number = self.number()?;
        // `2/37` is one number, so that a statutory fraction needs no brackets.
        let slash = self.peek() == "/" && self.kind(1) == Some(TokenKind::Number);
        if slash
            && number.is_whole()
            && self.here().start == here.end
            && self.token(1).is_some_and(|next| next.span.start == here.end + 1)
        {
            self.at += 1;
            let below = self.number()?;
            number = number
                .over(&below)
                .ok_or_else(|| Box::new(Diagnostic::error("division-by-zero", here, "a division by zero")))?;
        }
        let unit = match self.peek() {
            "days" => Some(SpanUnit::Days),
            "months" => Some(SpanUnit::Months),
            _ => None,
        };
        if let Some(unit) = unit.filter(|_| number.is_whole()) {
            self.at += 1;
            let count = i64::try_from(number.numerator()).unwrap_or(i64::MAX);
            return Ok(ExprKind::Period(count, unit));
        }
        let is_currency = self.peek().len() == 3 && self.peek().bytes().all(|byte| byte.is_ascii_uppercase());
        if is_currency && self.kind(0) == Some(TokenKind::Name) {
            return Ok(ExprKind::Money(number, self.currency()?));
        }
        Ok(ExprKind::Number(number))
    }

    fn name_or_lookup(&mut self) -> Parsed<ExprKind> {
        let name = self.path("a name")?;
        let key = if self.peek() == "(" {
            self.at += 1;
            let key = self.expr()?;
            self.expect(")")?;
            Some(Box::new(key))
        } else {
            None
        };
        let at = if self.accept("at") { Some(Box::new(self.unary()?)) } else { None };
        if key.is_none() && at.is_none() {
            return Ok(ExprKind::Name(name.text));
        }
        Ok(ExprKind::Lookup { name, key, at })
    }

    fn round(&mut self) -> Parsed<ExprKind> {
        self.at += 1;
        let mode = match self.peek() {
            "half_up" => Rounding::HalfUp,
            "half_even" => Rounding::HalfEven,
            "down" => Rounding::Down,
            "up" => Rounding::Up,
            _ => return Err(self.wanted("`half_up`, `half_even`, `down` or `up`")),
        };
        self.at += 1;
        let here = self.here();
        let step = self.number()?;
        if step <= Exact::ZERO {
            return Err(Box::new(Diagnostic::error("bad-step", here, "the step to round to must be above zero")));
        }
        let start = self.expect("(")?;
        let inner = self.expr()?;
        self.expect(")").map_err(|diagnostic| Box::new(diagnostic.related(start, "opened here")))?;
        Ok(ExprKind::Round(mode, step, Box::new(inner)))
    }

    fn bands(&mut self) -> Parsed<ExprKind> {
        let marginal = self.peek() == "marginal";
        self.at += 1;
        let of = Box::new(self.unary()?);
        self.expect("{")?;
        let mut bands = Vec::new();
        loop {
            let (has_limit, inclusive) = match self.peek() {
                "up" => {
                    self.at += 1;
                    self.expect("to")?;
                    (true, true)
                }
                "below" => {
                    self.at += 1;
                    (true, false)
                }
                "above" => {
                    self.at += 1;
                    (false, false)
                }
                _ => return Err(self.wanted("`up to`, `below` or `above`")),
            };
            let limit = if has_limit { Some(self.expr()?) } else { None };
            self.expect(":")?;
            let value = self.expr()?;
            bands.push(BandStatement { limit, inclusive, value });
            if !has_limit {
                break;
            }
        }
        self.expect("}")?;
        Ok(ExprKind::Bands { marginal, of, bands })
    }

    fn arguments(&mut self) -> Parsed<Vec<Expr>> {
        self.expect("(")?;
        let mut arguments = vec![self.expr()?];
        while self.accept(",") {
            arguments.push(self.expr()?);
        }
        self.expect(")")?;
        Ok(arguments)
    }

    /// `{a, b}`
    pub(super) fn list(&mut self) -> Parsed<Vec<Expr>> {
        self.expect("{")?;
        let mut items = vec![self.expr()?];
        while self.accept(",") {
            items.push(self.expr()?);
        }
        self.expect("}")?;
        Ok(items)
    }
}

fn function(name: &str) -> Option<Function> {
    Some(match name {
        "min" => Function::Min,
        "max" => Function::Max,
        "abs" => Function::Abs,
        "year" => Function::Year,
        "within_share" => Function::WithinShare,
        "apportion" => Function::Apportion,
        _ => return None,
    })
}

/// The operator and how strongly it binds.
fn operator(shown: &str) -> Option<(Op, u8)> {
    Some(match shown {
        "or" => (Op::Or, 1),
        "and" => (Op::And, 2),
        "=" => (Op::Equal, 3),
        "!=" => (Op::NotEqual, 3),
        "<" => (Op::Less, 3),
        "<=" => (Op::AtMost, 3),
        ">" => (Op::Greater, 3),
        ">=" => (Op::AtLeast, 3),
        "+" => (Op::Plus, 4),
        "-" => (Op::Minus, 4),
        "*" => (Op::Times, 5),
        "/" => (Op::Over, 5),
        _ => return None,
    })
}
