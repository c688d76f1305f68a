//! `cargo xtask tidy`: checks what the compiler does not.
//!
//! A check is a function from the [`Tree`] to what it found. It reads nothing else, so its tests hand it a small
//! tree made of strings. A new check is a file in `tidy/` and a line in the table.

mod architecture;
mod decisions;
mod engine;
mod leftovers;
mod letters;
mod links;
mod manifests;
mod sizes;
mod tree;
mod words;

use crate::repository;
use anyhow::{Result, ensure};
use std::fmt;
use tree::Tree;

type Check = fn(&Tree) -> Vec<Finding>;

const CHECKS: &[(&str, Check)] = &[
    ("architecture", architecture::check),
    ("decisions", decisions::check),
    ("engine", engine::check),
    ("leftovers", leftovers::check),
    ("letters", letters::check),
    ("links", links::check),
    ("manifests", manifests::check),
    ("sizes", sizes::check),
    ("words", words::check),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Severity {
    Error,
    Warning,
}

/// What is wrong, where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Finding {
    severity: Severity,
    path: String,
    line: Option<usize>,
    message: String,
    hint: String,
}

impl Finding {
    fn error(path: &str, line: impl Into<Option<usize>>, message: String, hint: impl Into<String>) -> Self {
        Finding { severity: Severity::Error, path: path.to_owned(), line: line.into(), message, hint: hint.into() }
    }

    fn warning(path: &str, line: impl Into<Option<usize>>, message: String, hint: impl Into<String>) -> Self {
        Finding { severity: Severity::Warning, ..Finding::error(path, line, message, hint) }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(out, "{severity}: {}", self.path)?;
        if let Some(line) = self.line {
            write!(out, ":{line}")?;
        }
        write!(out, ": {}\n  hint: {}", self.message, self.hint)
    }
}

pub(crate) fn run(_words: &[String]) -> Result<()> {
    let tree = Tree::read(&repository())?;
    let mut errors = 0;
    let mut warnings = 0;
    for (name, check) in CHECKS {
        for finding in check(&tree) {
            match finding.severity {
                Severity::Error => errors += 1,
                Severity::Warning => warnings += 1,
            }
            println!("{finding} ({name})");
        }
    }
    println!("tidy: {} checks over {} files, {errors} errors, {warnings} warnings", CHECKS.len(), tree.count());
    ensure!(errors == 0, "the tree is not tidy");
    Ok(())
}

/// What a check says about a tree made of these files, one finding a line, without the hints.
#[cfg(test)]
fn findings(check: Check, files: &[(&str, &str)]) -> String {
    let lines = check(&Tree::of(files)).into_iter().map(|finding| {
        assert!(!finding.hint.is_empty(), "a finding says what to do");
        let text = finding.to_string();
        text.lines().next().map(str::to_owned).expect("a finding has a first line")
    });
    lines.collect::<Vec<_>>().join("\n")
}
