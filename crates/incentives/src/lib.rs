//! The subsidy: its specification, the calculator, and estimates with their reasons.
//!
//! **Invariants.** The page, the program and a share link give the same figure from the same rulebook text, facts and
//! ledger. Nothing is typed in by hand that the engine can say. A share link keeps the text it was worked out by.

// What every surface shares, in reading order.
mod library;
mod budget;
mod facts_file;
mod answer;
mod formula;
mod archive;
// The pages.
mod desk;
mod calculator;
mod result;
mod specification;

pub use answer::{Answer, Bar, Outcome, Reason};
pub use archive::{Archive, ArchiveProblem, RowNote, Saved};
pub use budget::{Budget, Unread, home_of};
pub use desk::{Desk, Sample};
pub use facts_file::{FactsFile, FactsFileProblem};
pub use formula::{Shown, Speaker, own_words as formula_words};
pub use library::{Library, LibraryProblem};

/// The words of the slice: its own, of formulas, and of the ledgers it reads.
pub fn own_words() -> Vec<web::SliceWords> {
    let own = web::SliceWords {
        slice: "incentives",
        files: &[
            ("en", include_str!("../words/en.ftl")),
            ("ru", include_str!("../words/ru.ftl")),
            ("kk", include_str!("../words/kk.ftl")),
        ],
    };
    let ledgers = web::SliceWords { slice: "costs", files: &costs::WORDS };
    let specification = web::SliceWords {
        slice: "specification",
        files: &[
            ("en", include_str!("../words/specification/en.ftl")),
            ("ru", include_str!("../words/specification/ru.ftl")),
            ("kk", include_str!("../words/specification/kk.ftl")),
        ],
    };
    vec![own, formula_words(), ledgers, specification]
}

/// Every page of the slice.
pub fn routes(desk: Desk) -> web::Routes {
    calculator::routes().merge(result::routes()).merge(specification::routes()).with_state(desk)
}
