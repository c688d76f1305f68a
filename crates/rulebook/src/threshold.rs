//! Amounts at which a rule changes its mind: how far the production is from each.

use kernel::{Currency, Exact};

use crate::book::{ExceptionId, ExprId, Level, NodeKind, Rulebook, Type};
use crate::estimate::Estimate;
use crate::explain::Piece;
use crate::syntax::Op;
use crate::value::Value;

/// A condition of an exception that compares two amounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Threshold {
    pub exception: ExceptionId,
    /// What is compared, and with what.
    pub amount: Vec<Piece>,
    pub limit: Vec<Piece>,
    pub limit_value: Exact,
    pub currency: Currency,
    /// How much the amount is below the limit; below nought: above it.
    pub short_by: Exact,
    /// The exception is one for amounts below the limit, not above.
    pub from_below: bool,
    /// The exception applied.
    pub applied: bool,
}

impl Rulebook {
    pub fn thresholds(&self, estimate: &Estimate) -> Vec<Threshold> {
        let mut found = Vec::new();
        for (at, exception) in self.exceptions.iter().enumerate() {
            let is_line = self.figure(exception.figure).is_none_or(|figure| figure.level == Level::Line);
            if is_line {
                continue;
            }
            let mut waiting = vec![exception.when];
            while let Some(id) = waiting.pop() {
                match self.node(id).kind {
                    NodeKind::Binary(Op::And, left, right) => waiting.extend([left, right]),
                    NodeKind::Binary(op, left, right) => {
                        found.extend(self.threshold(ExceptionId(at), op, left, right, estimate));
                    }
                    _ => {}
                }
            }
        }
        found
    }

    fn threshold(
        &self,
        id: ExceptionId,
        op: Op,
        left: ExprId,
        right: ExprId,
        estimate: &Estimate,
    ) -> Option<Threshold> {
        let from_below = match op {
            Op::Less | Op::AtMost => true,
            Op::Greater | Op::AtLeast => false,
            _ => return None,
        };
        let Type::Money(currency) = self.node(right).of else { return None };
        let known = |id: ExprId| estimate.expr_value(self, id).as_ref().and_then(Value::known_number);
        let (amount_value, limit_value) = (known(left)?, known(right)?);
        let figure = self.exceptions.get(id.0)?.figure;
        Some(Threshold {
            exception: id,
            amount: self.pieces(left),
            limit: self.pieces(right),
            limit_value,
            currency,
            short_by: limit_value.minus(&amount_value)?,
            from_below,
            applied: estimate.applied(figure).contains(&id),
        })
    }
}
