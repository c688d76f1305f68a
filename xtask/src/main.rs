//! The repository's chores: `cargo xtask` lists them.
//!
//! Each chore stands in one file and is one line in a table: `tidy` and `ci` here, generators in `generate.rs`,
//! benches in `bench.rs`.

#![expect(clippy::print_stdout, reason = "a chore speaks to the terminal")]

mod bench;
mod ci;
mod generate;
mod tidy;

use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::ExitCode;

/// Something `cargo xtask` can do. `run` gets the words that follow the name.
struct Chore {
    name: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result<()>,
}

const CHORES: &[Chore] = &[
    Chore { name: "tidy", about: "check architecture, words, sizes, links", run: tidy::run },
    Chore { name: "gen", about: "write the files that are generated and checked in", run: generate::run },
    Chore { name: "bench", about: "measure, and print the ratios", run: bench::run },
    Chore { name: "ci", about: "everything that continuous integration runs", run: ci::run },
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match dispatch("cargo xtask", CHORES, &words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the chore that the first word names; without a word, lists what there is.
fn dispatch(command: &str, chores: &[Chore], words: &[String]) -> Result<()> {
    let Some((name, rest)) = words.split_first() else {
        println!("usage: {command} NAME\n");
        for chore in chores {
            println!("  {:14} {}", chore.name, chore.about);
        }
        return Ok(());
    };
    match chores.iter().find(|chore| chore.name == name) {
        Some(chore) => (chore.run)(rest),
        None => bail!("`{command}` knows no `{name}`; without a name it lists what it knows"),
    }
}

/// The root of the repository, whatever folder the chore was called from.
fn repository() -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.pop();
    root
}
