//! What somebody typed, as the ways in which it can be read.

use kernel::fold;

use crate::spelling::{chunks, plain_words, stems};

/// What stands between two spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chunk {
    pub(crate) typed: String,
    pub(crate) words: Vec<Word>,
    /// Had the other keyboard been on.
    pub(crate) other_layout: Vec<Word>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) exact: String,
    pub(crate) stems: Vec<String>,
    /// The last one may still be typed.
    pub(crate) is_last: bool,
    /// Long enough to be read with one letter wrong.
    pub(crate) may_be_misspelled: bool,
    /// `the`, `в`: counts where it stands, and is asked of nobody.
    pub(crate) is_small: bool,
}

const LEAST_FOR_TYPO: usize = 5;
const MOST_CHUNKS: usize = 24;

/// Folded: words that join others.
const SMALL_WORDS: &[&str] = &[
    "a", "an", "and", "at", "by", "for", "from", "in", "is", "near", "of", "on", "or", "te", "to", "vit", "v", "i",
    "na", "s", "u", "k", "po", "ot", "do", "iz", "za", "dlia", "ili", "okolo", "nad", "pod", "jane", "men", "ben",
    "pen", "ucin",
];

pub(crate) fn read(text: &str) -> Vec<Chunk> {
    let mut all: Vec<Chunk> = Vec::new();
    for typed in chunks(text).take(MOST_CHUNKS) {
        let words = words(&typed);
        let swapped = fold::other_layout(&typed);
        let other_layout = self::words(&swapped);
        if words.is_empty() && other_layout.is_empty() {
            continue;
        }
        all.push(Chunk { typed, words, other_layout });
    }
    if let Some(last) = all.last_mut() {
        for words in [&mut last.words, &mut last.other_layout] {
            words.last_mut().into_iter().for_each(|word| word.is_last = true);
        }
    }
    all
}

fn words(chunk: &str) -> Vec<Word> {
    let words = plain_words(chunk).into_iter().filter_map(|raw| {
        let exact = fold::words(&raw).concat();
        let letters = raw.chars().filter(|letter| letter.is_alphabetic()).count();
        (!exact.is_empty()).then(|| Word {
            stems: stems(&raw, &exact),
            is_last: false,
            // `zzzzzz` is spelled `z`, which is one letter from everything short.
            may_be_misspelled: letters >= LEAST_FOR_TYPO && exact.len() + 1 >= LEAST_FOR_TYPO,
            is_small: SMALL_WORDS.contains(&exact.as_str()),
            exact,
        })
    });
    words.collect()
}
