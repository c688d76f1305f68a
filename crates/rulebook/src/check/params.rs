//! Parameter rows: plain values, dates in order, nothing said twice.

use super::{Checker, Meaning};
use crate::book::{NodeKind, ParamRow, ParamValue, Type};
use crate::diagnostic::{Diagnostic, nearest};
use crate::syntax::{self, Expr, ExprKind, Word};

impl Checker {
    pub(super) fn define_param(&mut self, name: &Word, rows: &[syntax::ParamRow]) {
        let Some((Meaning::Param(id), _)) = self.names.get(&name.text).copied() else { return };
        let Some((of, by)) = self.book.params.get(id.0).map(|param| (param.of, param.by)) else { return };
        let mut stored: Vec<ParamRow> = Vec::new();
        for row in rows {
            let keys = match (by, row.keys.is_empty()) {
                (None, true) => None,
                (None, false) => {
                    self.report(Diagnostic::error("missing-key", row.span, format!("`{}` has no key", name.text)));
                    continue;
                }
                (Some(_), true) => {
                    let hint = "write the rows as `NAME { 2024-01-01: … }`";
                    let message = format!("say for which names this row of `{}` holds", name.text);
                    self.report(Diagnostic::error("missing-key", row.span, message).hint(hint));
                    continue;
                }
                (Some(list), false) => {
                    let names = self.book.list(list).to_vec();
                    Some(row.keys.iter().filter_map(|key| self.key_of(key, &names)).collect::<Vec<u8>>())
                }
            };
            if row.until.is_some_and(|until| until < row.from) {
                self.report(Diagnostic::error("dates-reversed", row.span, "the row ends before it begins"));
            }
            let Some(value) = self.param_value(&row.value, of) else { continue };
            let row = ParamRow {
                keys,
                from: row.from,
                until: row.until,
                value,
                known: row.known,
                cite: row.cite.clone(),
                certainty: row.certainty.clone(),
                span: row.span,
            };
            let twin = stored.iter().find(|other| {
                other.from == row.from && other.known == row.known && other.keys == row.keys && other.value == row.value
            });
            if let Some(twin) = twin {
                let diagnostic = Diagnostic::warning("row-twice", row.span, "the same row stands twice")
                    .related(twin.span, "here first");
                self.report(diagnostic);
            }
            stored.push(row);
        }
        if let Some(param) = self.book.params.get_mut(id.0) {
            param.rows = stored;
        }
    }

    fn key_of(&mut self, key: &Word, names: &[String]) -> Option<u8> {
        let at = names.iter().position(|name| *name == key.text);
        if at.is_none() {
            let mut diagnostic = Diagnostic::error(
                "not-in-list",
                key.span,
                format!("`{}` is not one of {}", key.text, names.join(", ")),
            );
            if let Some(meant) = nearest(&key.text, names.iter().map(String::as_str)) {
                diagnostic = diagnostic.hint(format!("did you mean `{meant}`?"));
            }
            self.report(diagnostic);
        }
        at.and_then(|at| u8::try_from(at).ok())
    }

    fn param_value(&mut self, expr: &Expr, of: Type) -> Option<ParamValue> {
        // In a table of amounts the currency need not stand in every row.
        let kind = match (&expr.kind, of) {
            (ExprKind::Number(number), Type::Money(currency)) => ExprKind::Money(*number, currency),
            (kind, _) => kind.clone(),
        };
        let id = self.expr_of(&Expr { kind, span: expr.span }, of)?;
        match self.book.node(id).kind {
            NodeKind::Number(number) => Some(ParamValue::Number(number)),
            NodeKind::Date(day) => Some(ParamValue::Day(day)),
            NodeKind::Truth(truth) => Some(ParamValue::Truth(truth)),
            NodeKind::Choice(at) => Some(ParamValue::Choice(at)),
            _ => {
                self.report(Diagnostic::error("not-plain", expr.span, "a parameter's value is a plain value"));
                None
            }
        }
    }
}
