//! From text to the spellings under which it is kept and found.

use std::collections::HashMap;

use frostem::{Algorithm, Stemmer};
use kernel::{Language, fold};

use crate::kazakh;

/// A word in the spelling common to all scripts, and without its endings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spelled {
    pub(crate) exact: String,
    pub(crate) stems: Vec<String>,
}

/// Spells words and remembers what it spelled: most texts are made of the same few thousand.
pub(crate) struct Speller {
    russian: Stemmer,
    english: Stemmer,
    known: HashMap<(Language, String), Vec<Spelled>>,
}

const MOST_KNOWN: usize = 100_000;
/// Longer ones are no words.
const MOST_LETTERS: usize = 60;

impl Speller {
    pub(crate) fn new() -> Self {
        Self {
            russian: Stemmer::new(Algorithm::Russian),
            english: Stemmer::new(Algorithm::English),
            known: HashMap::new(),
        }
    }

    /// The words of a text in its order.
    pub(crate) fn spell(&mut self, language: Language, text: &str) -> Vec<Spelled> {
        let mut all = Vec::new();
        for chunk in chunks(text) {
            let key = (language, chunk);
            if let Some(known) = self.known.get(&key) {
                all.extend_from_slice(known);
                continue;
            }
            let spelled = spelled(&key.1, |raw, exact| self.stems(language, raw, exact));
            all.extend_from_slice(&spelled);
            if self.known.len() >= MOST_KNOWN {
                self.known.clear();
            }
            self.known.insert(key, spelled);
        }
        all
    }

    /// The word itself is one.
    fn stems(&self, language: Language, raw: &str, exact: &str) -> Vec<String> {
        let stems = match language.tag() {
            "ru" => vec![fold::fold(&self.russian.stem(raw))],
            "en" => vec![fold::fold(&self.english.stem(raw))],
            "kk" => kazakh::stems(exact).into_iter().map(str::to_owned).collect(),
            _ => Vec::new(),
        };
        with_itself(exact, stems)
    }
}

/// Every stem a typed word may have: its language is not known, only its script.
pub(crate) fn stems(raw: &str, exact: &str) -> Vec<String> {
    let is_latin = raw.is_ascii();
    let algorithm = if is_latin { Algorithm::English } else { Algorithm::Russian };
    let mut stems = vec![fold::fold(&Stemmer::new(algorithm).stem(raw))];
    stems.extend(kazakh::stems(exact).into_iter().map(str::to_owned));
    with_itself(exact, stems)
}

fn with_itself(exact: &str, mut stems: Vec<String>) -> Vec<String> {
    stems.push(exact.to_owned());
    stems.retain(|stem| !stem.is_empty());
    stems.sort();
    stems.dedup();
    stems
}

/// What stands between spaces, in small letters.
pub(crate) fn chunks(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace().map(|chunk| chunk.chars().take(MOST_LETTERS).flat_map(char::to_lowercase).collect())
}

/// The plain words of a chunk: letters and digits, without apostrophes.
pub(crate) fn plain_words(chunk: &str) -> Vec<String> {
    let kept: String = chunk.chars().filter(|letter| !is_apostrophe(*letter)).collect();
    // Signs that combine with a letter belong to it.
    let parts = |letter: char| !(letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&letter));
    kept.split(parts).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn spelled(chunk: &str, stems: impl Fn(&str, &str) -> Vec<String>) -> Vec<Spelled> {
    let mut all = Vec::new();
    for raw in plain_words(chunk) {
        let exact = fold::words(&raw).concat();
        if !exact.is_empty() {
            all.push(Spelled { stems: stems(&raw, &exact), exact });
        }
    }
    all
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ' | '`' | '‘' | 'ʻ')
}
