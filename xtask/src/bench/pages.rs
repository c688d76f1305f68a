use std::process::Command;

use anyhow::{Result, ensure};

/// The bench lives with the program, which it serves from; here it is only started.
pub(crate) fn run(_: &[String]) -> Result<()> {
    let status = Command::new(env!("CARGO")).args(["bench", "--package", "tereze", "--bench", "pages"]).status()?;
    ensure!(status.success(), "the bench of pages ended with {status}");
    Ok(())
}
