//! Amounts at which a rule changes its mind: how far the production is from each.

use kernel::{Currency, Exact};

use crate::book::{ExceptionId, ExprId, Level, NodeKind, Rulebook, Type};
use crate::estimate::Estimate;
use crate::explain::Piece;
use crate::syntax::Op;
use crate::value::{Kind, Value};

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
    /// Whether everything else that the exception demands holds; nothing if that is not known.
    pub otherwise: Option<bool>,
    /// Where the exception applies, nothing is left of the figure.
    pub leaves_nothing: bool,
}

impl Rulebook {
    pub fn thresholds(&self, estimate: &Estimate) -> Vec<Threshold> {
        let mut found = Vec::new();
        for (at, exception) in self.exceptions.iter().enumerate() {
            let is_line = self.figure(exception.figure).is_none_or(|figure| figure.level == Level::Line);
            if is_line {
                continue;
            }
            let conditions = self.conditions(exception.when);
            for condition in &conditions {
                let others = conditions.iter().filter(|other| *other != condition);
                found.extend(self.threshold(ExceptionId(at), *condition, others, estimate));
            }
        }
        found
    }

    /// What has to hold together.
    fn conditions(&self, when: ExprId) -> Vec<ExprId> {
        let (mut conditions, mut waiting) = (Vec::new(), vec![when]);
        while let Some(id) = waiting.pop() {
            match self.node(id).kind {
                NodeKind::Binary(Op::And, left, right) => waiting.extend([right, left]),
                _ => conditions.push(id),
            }
        }
        conditions
    }

    fn threshold<'e>(
        &self,
        id: ExceptionId,
        condition: ExprId,
        others: impl Iterator<Item = &'e ExprId>,
        estimate: &Estimate,
    ) -> Option<Threshold> {
        let NodeKind::Binary(op, left, right) = self.node(condition).kind else { return None };
        let from_below = match op {
            Op::Less | Op::AtMost => true,
            Op::Greater | Op::AtLeast => false,
            _ => return None,
        };
        let Type::Money(currency) = self.node(right).of else { return None };
        let known = |id: ExprId| estimate.expr_value(self, id).as_ref().and_then(Value::known_number);
        let (amount_value, limit_value) = (known(left)?, known(right)?);
        let then = self.exceptions.get(id.0)?.then;
        Some(Threshold {
            exception: id,
            amount: self.pieces(left),
            limit: self.pieces(right),
            limit_value,
            currency,
            short_by: limit_value.minus(&amount_value)?,
            from_below,
            otherwise: self.all_hold(others, estimate),
            leaves_nothing: matches!(self.node(then).kind, NodeKind::Number(number) if number.is_zero()),
        })
    }

    fn all_hold<'e>(&self, conditions: impl Iterator<Item = &'e ExprId>, estimate: &Estimate) -> Option<bool> {
        let mut sure = true;
        for condition in conditions {
            let value =
                if self.is_settled(*condition, estimate) { estimate.expr_value(self, *condition) } else { None };
            match value.map(|value| value.kind) {
                Some(Kind::Truth { may_be_true: false, .. }) => return Some(false),
                Some(Kind::Truth { may_be_false: false, .. }) => {}
                _ => sure = false,
            }
        }
        sure.then_some(true)
    }

    /// Whether a condition has the same value under every reading. A figure by itself has all of them in its value.
    fn is_settled(&self, condition: ExprId, estimate: &Estimate) -> bool {
        if matches!(self.node(condition).kind, NodeKind::Figure(_) | NodeKind::Input(_)) {
            return true;
        }
        let mut settled = true;
        self.visit(condition, &mut |kind| match kind {
            NodeKind::Open(id) => {
                settled &= estimate.open.iter().any(|report| report.open == *id && report.decided.is_some());
            }
            NodeKind::Figure(id) => settled &= estimate.value(*id).is_some_and(Value::is_known),
            _ => {}
        });
        settled
    }
}

#[cfg(test)]
mod tests {
    use crate::{Facts, Tables, check};

    const LAW: &str = "# A {#a}\n```law\ndoc \"xn/a\" languages {en authentic} reviewed_to 2025-01-01\naward subsidy\n\
        input spent: money EUR\nopen needed: bool in {true, false} because \"nobody says\"\n\
        define subsidy: money EUR = spent\n\
        exception short to subsidy when needed and spent < 100 EUR then 0 EUR\n\
        exception long to subsidy when spent > 900 EUR then 900 EUR\n```\n";

    /// For each threshold: how far below, whether the rest holds, whether nothing is left.
    fn found(spent: &str, needed: &str) -> Vec<(String, Option<bool>, bool)> {
        let (book, diagnostics) = check(LAW);
        let book = book.unwrap_or_else(|| panic!("{diagnostics:?}"));
        let mut facts = Facts::on("2025-01-01".parse().unwrap());
        facts.give("spent", spent);
        if !needed.is_empty() {
            facts.decided.insert("needed".to_owned(), needed.to_owned());
        }
        let estimate = book.estimate(&facts, None, &Tables::new()).unwrap();
        let thresholds = book.thresholds(&estimate).into_iter();
        thresholds.map(|found| (found.short_by.to_string(), found.otherwise, found.leaves_nothing)).collect()
    }

    #[test]
    fn a_threshold_says_whether_the_rest_of_its_condition_holds() {
        let long = ("860".to_owned(), Some(true), false);
        assert_eq!(found("40 EUR", ""), [("60".to_owned(), None, true), long.clone()]);
        assert_eq!(found("40 EUR", "true"), [("60".to_owned(), Some(true), true), long.clone()]);
        // What stands before is false, so that the amounts were never compared.
        assert_eq!(found("40 EUR", "false"), [long]);
    }
}
