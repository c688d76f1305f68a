//! `cargo xtask ci`: what continuous integration runs, by the name that other chores have.

use crate::repository;
use anyhow::{Context, Result, ensure};
use std::process::Command;

pub(crate) fn run(words: &[String]) -> Result<()> {
    let test = repository().join("test");
    let status = Command::new(&test)
        .args(words)
        .current_dir(repository())
        .status()
        .with_context(|| format!("cannot start {}", test.display()))?;
    ensure!(status.success(), "`./test` found something");
    Ok(())
}
