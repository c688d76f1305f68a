//! Finding known words in a text by their beginnings, so that case endings do not matter.

use std::collections::HashMap;

use crate::names::{fold, is_letter};

#[derive(Debug)]
pub(crate) struct Keywords<T> {
    /// By the first two letters, without which no word of the text need be compared.
    entries: HashMap<[char; 2], Vec<Entry<T>>>,
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

impl<T> Entry<T> {
    fn rest_fits(&self, after: &[&str]) -> bool {
        self.rest.len() <= after.len() && self.rest.iter().zip(after).all(|(stem, word)| stem.fits(word))
    }
}

fn first_two(word: &str) -> Option<[char; 2]> {
    let mut letters = word.chars();
    Some([letters.next()?, letters.next()?])
}

impl<T: Copy> Keywords<T> {
    pub(crate) fn new<'a>(words: impl Iterator<Item = (&'a str, T)>) -> Self {
        let entry = |(word, meaning): (&str, T)| {
            let mut stems = word.split(' ').map(Stem::new);
            // The rules live as long as the program, and lines point to the one that decided.
            let kept: &'static str = Box::leak(word.trim_end_matches('$').to_owned().into_boxed_str());
            Some(Entry { first: stems.next()?, rest: stems.collect(), meaning, word: kept })
        };
        let mut entries: HashMap<[char; 2], Vec<Entry<T>>> = HashMap::new();
        for entry in words.filter_map(entry) {
            if let Some(letters) = first_two(&entry.first.letters) {
                entries.entry(letters).or_default().push(entry);
            }
        }
        Self { entries }
    }

    /// The keyword that begins first in the text; of several there the longest.
    pub(crate) fn find(&self, text: &str) -> Option<Hit<T>> {
        let folded = fold(text);
        let is_part = |sign: char| is_letter(sign) || matches!(sign, '-' | '&' | '\'');
        let words: Vec<&str> = folded.split(|sign| !is_part(sign)).filter(|word| !word.is_empty()).collect();
        words.iter().enumerate().find_map(|(place, word)| self.at(word, words.get(place + 1..).unwrap_or_default()))
    }

    fn at(&self, word: &str, after: &[&str]) -> Option<Hit<T>> {
        let mut best: Option<(usize, &Entry<T>)> = None;
        for entry in self.entries.get(&first_two(word)?)? {
            let is_longer = best.is_none_or(|(length, _)| entry.word.len() > length);
            if is_longer && entry.first.fits(word) && entry.rest_fits(after) {
                best = Some((entry.word.len(), entry));
            }
        }
        best.map(|(_, entry)| Hit { meaning: entry.meaning, word: entry.word })
    }
}
