//! Which types go together.

use super::{Checker, Meaning};
use crate::book::{ExprId, Type};
use crate::diagnostic::{Diagnostic, nearest};
use crate::source::Span;
use crate::syntax::{TypeKind, TypeName};

/// The longest list of names an `enum` may have: sets of them are kept as bits.
const LONGEST_LIST: usize = 120;

impl Checker {
    pub(super) fn type_of(&mut self, name: &TypeName) -> Option<Type> {
        Some(match &name.kind {
            TypeKind::Money(currency) => Type::Money(*currency),
            TypeKind::MoneyByCurrency => Type::MoneyByCurrency,
            TypeKind::Exact(currency) => Type::Exact(*currency),
            TypeKind::Rate => Type::Rate,
            TypeKind::Count => Type::Count,
            TypeKind::Points => Type::Points,
            TypeKind::Days => Type::Days,
            TypeKind::Date => Type::Date,
            TypeKind::Bool => Type::Bool,
            TypeKind::Key => Type::Key,
            TypeKind::Enum(words) => {
                let mut names: Vec<String> = Vec::new();
                for word in words {
                    if names.contains(&word.text) {
                        let message = format!("`{}` stands twice in this list", word.text);
                        self.report(Diagnostic::error("duplicate-name", word.span, message));
                    } else {
                        names.push(word.text.clone());
                    }
                }
                if names.len() > LONGEST_LIST {
                    let message = format!("a list has at most {LONGEST_LIST} names, this has {}", names.len());
                    self.report(Diagnostic::error("list-too-long", name.span, message));
                    return None;
                }
                Type::Choice(self.list(names))
            }
            TypeKind::Named(text) => match self.names.get(text) {
                Some((Meaning::Type(of), _)) => *of,
                _ => {
                    let kinds = ["money", "exact", "rate", "count", "points", "days", "date", "bool", "key", "enum"];
                    let mut diagnostic =
                        Diagnostic::error("unknown-type", name.span, format!("`{text}` is not a type"));
                    if let Some(meant) = nearest(text, kinds) {
                        diagnostic = diagnostic.hint(format!("did you mean `{meant}`?"));
                    }
                    self.report(diagnostic);
                    return None;
                }
            },
        })
    }

    /// The type that holds both, if there is one.
    pub(super) fn join(a: Type, b: Type) -> Option<Type> {
        match (a, b) {
            _ if a == b => Some(a),
            (Type::Money(x) | Type::Exact(x), Type::Money(y) | Type::Exact(y)) if x == y => Some(Type::Exact(x)),
            (Type::Rate, Type::Count | Type::Points | Type::Days) => Some(Type::Rate),
            (Type::Count | Type::Points | Type::Days, Type::Rate) => Some(Type::Rate),
            _ => None,
        }
    }

    /// Says so if a value of one type stands where another is declared.
    pub(super) fn must_fit(&mut self, expected: Type, id: ExprId, span: Span) -> bool {
        let actual = self.book.node(id).of;
        if actual == expected || (Self::join(expected, actual) == Some(expected)) {
            return true;
        }
        let (wanted, found) = (self.book.type_text(expected), self.book.type_text(actual));
        let diagnostic = match (expected, actual) {
            (Type::Money(x), Type::Exact(y)) if x == y => {
                Diagnostic::error("unrounded", span, format!("this is not rounded, but `{wanted}` is declared"))
                    .hint("say where the law rounds: `round half_up 0.01 (…)`")
            }
            (Type::Money(_) | Type::Exact(_), Type::Money(_) | Type::Exact(_)) => {
                self.two_currencies(expected, actual, span)
            }
            (_, Type::Rate) if expected.is_number() => {
                Diagnostic::error("type-mismatch", span, format!("expected `{wanted}`, found `{found}`"))
                    .hint("give the number its unit, such as `1_000 KZT` or `30 days`")
            }
            _ => Diagnostic::error("type-mismatch", span, format!("expected `{wanted}`, found `{found}`")),
        };
        self.report(diagnostic);
        false
    }

    pub(super) fn two_currencies(&self, a: Type, b: Type, span: Span) -> Diagnostic {
        let message = match (a.currency(), b.currency()) {
            (Some(a), Some(b)) => format!("{a} and {b} do not mix"),
            _ => format!("`{}` and `{}` do not mix", self.book.type_text(a), self.book.type_text(b)),
        };
        Diagnostic::error("two-currencies", span, message)
            .hint("convert one first: `convert column using table on date`")
    }
}
