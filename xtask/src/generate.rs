//! `cargo xtask gen NAME`: files that are generated and checked in. Running a generator twice changes nothing.
//!
//! A new generator is a file in `generate/` and a line in this table.

use crate::{Chore, dispatch};
use anyhow::Result;

const GENERATORS: &[Chore] = &[];

pub(crate) fn run(words: &[String]) -> Result<()> {
    dispatch("cargo xtask gen", GENERATORS, words)
}
