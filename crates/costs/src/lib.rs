//! Cost ledgers: the bytes of a budget or ledger file in, a staged ledger out.
//!
//! ```
//! let file = "Account;Description;Amount;Currency\n1100;Script;1 200 000,50;KZT\n".as_bytes();
//! let staged = costs::stage(file, "budget.csv", &costs::Options::default())?;
//! assert!(staged.is_usable());
//! let line = &staged.lines[0];
//! assert_eq!(line.amount.to_string(), "1200000.50 KZT");
//! assert_eq!(staged.text(line, costs::Field::Description).as_deref(), Some("Script"));
//! assert_eq!(staged.origin(line, costs::Field::Amount).unwrap().to_string(), "'budget.csv'!C2");
//! # Ok::<(), costs::Refusal>(())
//! ```
//!
//! A file that cannot be read is a [`Refusal`]; everything else that is wrong is a [`Problem`] with its place, and
//! a ledger with a blocker among them is not used. What was found out about the columns is a [`Mapping`]: save it,
//! edit it, and give it back in [`Options`].
//!
//! **Invariants.** No input or output, no clock. An amount never passes through binary arithmetic. Nothing panics on
//! any bytes, and time and memory stay within [`Limits`]. All words by which files are understood are in `data/`.

// Opening: what the file is, and its cells.
mod biff;
mod container;
mod limits;
mod ods;
mod refusal;
mod sheet;
mod text_file;
mod workbook;
// Understanding: words, numbers, days, headings.
mod columns;
mod date;
mod decimal;
mod field;
mod header;
mod headings;
mod keywords;
mod mapping;
mod names;
mod number;
// Staging: lines, subtotals, totals, categories, problems.
mod category;
mod cells;
mod changes;
mod checks;
mod entry;
mod fingerprint;
mod nesting;
mod problem;
mod rates;
mod reading;
mod stage;
mod staged;
mod totals;

pub use category::{BudgetLine, Category, Decision, charts};
pub use changes::{Changes, changes};
pub use container::Format;
pub use date::DayOrder;
pub use field::{Field, Kind, Place};
pub use fingerprint::Fingerprint;
pub use headings::Confidence;
pub use limits::Limits;
pub use mapping::{MappedColumn, Mapping};
pub use number::DecimalMark;
pub use problem::{Group, Origin, Problem, ProblemKind, Problems, Severity};
pub use rates::{RatesRead, rates};
pub use refusal::Refusal;
pub use sheet::Column;
pub use stage::{Options, stage};
pub use staged::{Line, SheetChoice, Staged, TotalCheck};
pub use text_file::TextForm;

/// The sentences a person reads, in Fluent, by language.
pub const WORDS: [(&str, &str); 3] = [
    ("en", include_str!("../words/en.ftl")),
    ("ru", include_str!("../words/ru.ftl")),
    ("kk", include_str!("../words/kk.ftl")),
];
