//! The subsidy: its specification, the calculator, and estimates with their reasons.
//!
//! **Invariants.** The page, the program and a share link give the same figure from the same rulebook text, facts and
//! ledger. Nothing is typed in by hand that the engine can say. A share link keeps the text it was worked out by.

// What every surface shares, in reading order.
mod answer;
mod archive;
mod budget;
mod facts_file;
mod formula;
mod library;

pub use answer::{Answer, Bar, Outcome, Reason};
pub use archive::{Archive, ArchiveProblem, RowNote, Saved};
pub use budget::{Budget, Unread, home_of};
pub use facts_file::{FactsFile, FactsFileProblem};
pub use formula::{Shown, Speaker, own_words as formula_words};
pub use library::{Library, LibraryProblem};
