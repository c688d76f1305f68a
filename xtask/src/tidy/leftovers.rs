//! What is unfinished does not land.

use super::Finding;
use super::tree::{Tree, numbered};

/// Spelt in two halves, so that this file does not find itself.
const MARKS: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X:"),
    concat!("to", "do!("),
    concat!("unimple", "mented!("),
    concat!("#[ign", "ore"),
];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.texts(&[".rs", ".html", ".css", ".ftl", ".mjs", ".sh", ".toml", ".md"]) {
        for (line, content) in numbered(text) {
            for mark in MARKS.iter().filter(|mark| content.contains(**mark)) {
                let hint = "finish it, or file an issue and delete the mark";
                findings.push(Finding::error(path, line, format!("leftover `{mark}`"), hint));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::findings;

    #[test]
    fn what_is_unfinished_is_found_with_its_line() {
        let text = concat!("fn award() {\n    to", "do!()\n}\n// FIX", "ME: rounding\n");
        let expected = concat!("error: a.rs:2: leftover `to", "do!(`\nerror: a.rs:4: leftover `FIX", "ME`");
        assert_eq!(findings(check, &[("a.rs", text), ("a.svg", text)]), expected);
    }

    #[test]
    fn a_word_that_only_contains_a_mark_in_small_letters_is_fine() {
        assert_eq!(findings(check, &[("a.rs", "// todos los gastos\n")]), "");
    }
}
