//! A Latin `o` inside a Cyrillic word looks right, but search, sorting and screen readers stumble over it.
//!
//! Rust identifiers are watched by the compiler; this watches what people read.

use super::Finding;
use super::tree::{Tree, numbered};

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.texts(&[".ftl", ".html", ".md"]) {
        for (line, content) in numbered(text) {
            for word in content.split(|letter: char| !letter.is_alphabetic()).filter(|word| is_mixed(word)) {
                let spelt = word.chars().map(|letter| if letter.is_ascii() { '_' } else { letter });
                let message = format!("`{word}` mixes Latin and Cyrillic letters: {}", spelt.collect::<String>());
                findings.push(Finding::error(path, line, message, "type the marked letters in the word's own script"));
            }
        }
    }
    findings
}

fn is_mixed(word: &str) -> bool {
    let is_cyrillic = |letter: char| ('\u{0400}'..='\u{052f}').contains(&letter);
    word.chars().any(is_cyrillic) && word.chars().any(|letter| letter.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::findings;

    #[test]
    fn a_latin_letter_in_a_cyrillic_word_is_found_and_marked() {
        let files = [("words/kk.ftl", "title = Кинoфильм\n")];
        let expected = "error: words/kk.ftl:1: `Кинoфильм` mixes Latin and Cyrillic letters: Кин_фильм";
        assert_eq!(findings(check, &files), expected);
    }

    #[test]
    fn words_of_one_script_side_by_side_are_fine() {
        assert_eq!(findings(check, &[("words/kk.ftl", "file = xlsx-файл, { $қосу } бір терезе\n")]), "");
    }
}
