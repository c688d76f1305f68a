//! Places chosen for somebody: a visitor's own list, and what the office puts together for a production. Both have a
//! link that opens without an account, and can be taken along as an archive and on paper.
//!
//! **Invariants.** What leaves is made of [`places::Shown`], and never as the office sees it: no owner's contact and no
//! exact position of a rounded place is in a page, an archive or a paper. Of an opening we keep when, what and in which
//! language; of a reader no more than the fingerprint of a cookie. A link ends on its last day.

// Pure.
mod record;
mod propose;
mod sun;
mod said;
// With the store.
mod desk;
mod sql;
mod keeper;
mod pictures;
mod sheet;
mod gather;
mod candidates;
mod edit;
// To take along.
mod archive;
mod paper;
mod hand_out;
// The pages.
mod list;
mod link;
mod office;
#[cfg(test)]
mod tests;

pub use desk::Desk;

use store::Migration;
use web::{Routes, SliceWords};

/// The words of the slice.
pub fn own_words() -> Vec<SliceWords> {
    vec![SliceWords {
        slice: "packages",
        files: &[
            ("en", include_str!("../words/en.ftl")),
            ("ru", include_str!("../words/ru.ftl")),
            ("kk", include_str!("../words/kk.ftl")),
        ],
    }]
}

/// The tables of the slice.
pub fn migrations() -> Vec<Migration> {
    vec![Migration { owner: "packages", name: "0001", sql: include_str!("../migrations/0001.sql") }]
}

/// Every page of the slice.
pub fn routes(desk: Desk) -> Routes {
    list::routes().merge(link::routes()).merge(office::routes()).with_state(desk)
}
