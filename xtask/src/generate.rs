//! `cargo xtask gen NAME`: files that are generated and checked in. Running a generator twice changes nothing.
//!
//! A new generator is a file in `generate/` and a line in this table.

mod tokens;

use crate::{Chore, dispatch};
use anyhow::Result;

const GENERATORS: &[Chore] =
    &[Chore { name: "tokens", about: "the style sheet's custom properties, from tokens.json", run: tokens::run }];

pub(crate) fn run(words: &[String]) -> Result<()> {
    dispatch("cargo xtask gen", GENERATORS, words)
}
