//! `cargo xtask gen NAME`: files that are generated and checked in. Running a generator twice changes nothing.
//!
//! A new generator is a file in `generate/` and a line in this table.

mod map;
mod sample_budget;
mod tokens;

use crate::{Chore, dispatch};
use anyhow::Result;

const GENERATORS: &[Chore] = &[
    Chore { name: "map", about: "the ground of a profile's map, from borders, lakes and cities", run: map::run },
    Chore { name: "sample-budget", about: "the demo's budget of a feature film", run: sample_budget::run },
    Chore { name: "tokens", about: "the style sheet's custom properties, from tokens.json", run: tokens::run },
];

pub(crate) fn run(words: &[String]) -> Result<()> {
    dispatch("cargo xtask gen", GENERATORS, words)
}
