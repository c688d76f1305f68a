//! `cargo xtask bench NAME`: measurements that print their ratios and fail when the contestants disagree.
//!
//! A new bench is a file in `bench/` and a line in this table.

mod ledger;
mod pages;
mod photos;
mod rulebook;
mod search;

use crate::{Chore, dispatch};
use anyhow::Result;

const BENCHES: &[Chore] = &[
    Chore { name: "ledger", about: "100,000 rows of a workbook to checked lines", run: ledger::run },
    Chore { name: "pages", about: "pages of an office with 100,000 cases beside a bare handler", run: pages::run },
    Chore { name: "photos", about: "a photograph to all its copies beside vipsthumbnail", run: photos::run },
    Chore {
        name: "rulebook",
        about: "the engine beside loops written by hand, on a million lines",
        run: rulebook::run,
    },
    Chore { name: "search", about: "a million places, beside tantivy by hand and FTS5", run: search::run },
];

pub(crate) fn run(words: &[String]) -> Result<()> {
    dispatch("cargo xtask bench", BENCHES, words)
}
