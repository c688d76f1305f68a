use std::process::Command;

use anyhow::{Result, ensure};

/// The bench lives with the pages of places, which it serves; here it is only started.
pub(crate) fn run(words: &[String]) -> Result<()> {
    let bench = ["bench", "--package", "places", "--bench", "search", "--"];
    let status = Command::new(env!("CARGO")).args(bench).args(words).status()?;
    ensure!(status.success(), "the bench of search ended with {status}");
    Ok(())
}
