//! `cargo xtask bench NAME`: measurements that print their ratios and fail when the contestants disagree.
//!
//! A new bench is a file in `bench/` and a line in this table.

mod ledger;

use crate::{Chore, dispatch};
use anyhow::Result;

const BENCHES: &[Chore] =
    &[Chore { name: "ledger", about: "100,000 rows of a workbook to checked lines", run: ledger::run }];

pub(crate) fn run(words: &[String]) -> Result<()> {
    dispatch("cargo xtask bench", BENCHES, words)
}
