//! The incentive language: a rulebook in Markdown is law, program, documentation and tests at once.
//!
//! `check` turns text into a [`Rulebook`], or into diagnostics that say what is wrong, where and what to do.
//! [`Rulebook::estimate`] runs it on [`Facts`] and a [`Ledger`]; the same rulebook, facts and ledger give the same
//! for ever. [`Rulebook::run_tests`] runs the tests written in it.
//!
//! **Invariants.** No input or output, no clock, no floating point. Nothing panics on any input.
//! Column programs and the walker give the same on every line.

// In reading order: text to statements, statements to a rulebook, a rulebook to figures.
mod diagnostic;
mod source;
mod token;
mod syntax;
mod parse;
mod book;
mod visit;
mod check;
mod value;
mod literal;
mod facts;
mod ledger;
mod walk;
mod column;
mod estimate;
mod suite;
mod explain;
mod threshold;
mod conversion;
mod coverage;

pub use book::{
    Aggregate, Body, Bound, Column, ColumnId, Exception, ExceptionId, ExprId, Figure, FigureId, Group, InForce, Input,
    InputId, Level, ListId, Open, OpenId, Param, ParamId, ParamRow, ParamValue, Points, Reading, Rulebook, Summand,
    Table, TableId, Type, Untranslatable,
};
pub use check::check;
pub use conversion::Conversion;
pub use coverage::Untested;
pub use diagnostic::{Diagnostic, Severity};
pub use estimate::{Engine, Estimate, NotCounted, OpenReport, Receipt, RowProblem, Rows, missing_rates};
pub use explain::{Excepted, Explanation, FORMULA_WORDS, Piece, Target};
pub use facts::{FactProblem, Facts, Given};
pub use ledger::{Cell, Ledger, LedgerProblem};
pub use source::{Clause, ClauseId, Document, Span};
pub use suite::{Refuted, Shown, Tested};
pub use threshold::Threshold;
pub use value::{Ask, Failure, Kind, Value};
pub use walk::Tables;
