//! Finding known words in a text by their beginnings, so that case endings do not matter.

use crate::names::fold;

#[derive(Debug)]
pub(crate) struct Keywords<T> {
    /// Sorted by the first word.
    entries: Vec<Entry<T>>,
}

#[derive(Debug)]
struct Entry<T> {
    first: Stem,
    rest: Vec<Stem>,
    meaning: T,
    word: &'static str,
}

#[derive(Debug)]
struct Stem {
    letters: String,
    /// No other ending is allowed.
    is_whole: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit<T> {
    pub(crate) meaning: T,
    /// The rule: the word as the data have it.
    pub(crate) word: &'static str,
}

impl Stem {
    fn new(word: &str) -> Self {
        let letters = word.trim_end_matches('$').to_owned();
        Self { is_whole: letters.len() < word.len(), letters }
    }

    fn fits(&self, word: &str) -> bool {
        if self.is_whole { word == self.letters } else { word.starts_with(&self.letters) }
    }
}

impl<T: Copy> Keywords<T> {
    pub(crate) fn new<'a>(words: impl Iterator<Item = (&'a str, T)>) -> Self {
        let entry = |(word, meaning): (&str, T)| {
            let mut stems = word.split(' ').map(Stem::new);
            // The rules live as long as the program, and lines point to the one that decided.
            let kept: &'static str = Box::leak(word.trim_end_matches('$').to_owned().into_boxed_str());
            Some(Entry { first: stems.next()?, rest: stems.collect(), meaning, word: kept })
        };
        let mut entries: Vec<Entry<T>> = words.filter_map(entry).collect();
        entries.sort_by(|one, other| one.first.letters.cmp(&other.first.letters));
        Self { entries }
    }

    /// The keyword that begins first in the text; of several there the longest.
    pub(crate) fn find(&self, text: &str) -> Option<Hit<T>> {
        let folded = fold(text);
        let is_part = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '&' | '\'');
        let words: Vec<&str> = folded.split(|sign| !is_part(sign)).filter(|word| !word.is_empty()).collect();
        words.iter().enumerate().find_map(|(place, word)| self.at(word, words.get(place + 1..).unwrap_or_default()))
    }

    fn at(&self, word: &str, after: &[&str]) -> Option<Hit<T>> {
        let mut best: Option<(usize, &Entry<T>)> = None;
        let end = self.entries.partition_point(|entry| entry.first.letters.as_str() <= word);
        let initial = word.chars().next()?;
        // What begins like the word stands before it, as far back as the first letter is the same.
        for entry in self.entries.get(..end)?.iter().rev() {
            if !entry.first.letters.starts_with(initial) {
                break;
            }
            let rest_fits =
                entry.rest.len() <= after.len() && entry.rest.iter().zip(after).all(|(stem, word)| stem.fits(word));
            if entry.first.fits(word) && rest_fits && best.is_none_or(|(length, _)| entry.word.len() > length) {
                best = Some((entry.word.len(), entry));
            }
        }
        best.map(|(_, entry)| Hit { meaning: entry.meaning, word: entry.word })
    }
}
