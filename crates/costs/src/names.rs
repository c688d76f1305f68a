//! The words that stand inside cells: currencies, months, countries, totals. All of them come from `data/`.

use std::collections::HashMap;
use std::sync::LazyLock;

use kernel::Currency;
use serde::Deserialize;

use crate::{Kind, Place, sheet::is_blank};

#[derive(Debug, Default)]
pub(crate) struct Names {
    currencies: HashMap<String, Currency>,
    multipliers: HashMap<String, u32>,
    months: HashMap<String, i64>,
    kinds: HashMap<String, Kind>,
    places: HashMap<String, Place>,
    grand_totals: Vec<String>,
    part_totals: Vec<String>,
    totals_at_end: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TotalWord {
    Grand,
    Part,
}

#[derive(Deserialize, Default)]
struct NamesFile {
    currencies: HashMap<String, Vec<String>>,
    multipliers: HashMap<String, Vec<String>>,
    months: HashMap<String, Vec<String>>,
    totals: TotalsFile,
    kinds: HashMap<Kind, Vec<String>>,
    places: HashMap<String, Vec<String>>,
}

#[derive(Deserialize, Default)]
struct TotalsFile {
    grand: Vec<String>,
    part: Vec<String>,
    part_at_end: Vec<String>,
}

static SHIPPED: LazyLock<Names> = LazyLock::new(|| {
    let names: NamesFile = toml::from_str(include_str!("../data/names.toml")).unwrap_or_default();
    let countries = toml::from_str(include_str!("../data/countries.toml")).unwrap_or_default();
    Names::build(names, countries)
});

impl Names {
    pub(crate) fn shipped() -> &'static Self {
        &SHIPPED
    }

    fn build(file: NamesFile, countries: HashMap<String, Vec<String>>) -> Self {
        fn turned<T: Clone>(groups: impl Iterator<Item = (Option<T>, Vec<String>)>) -> HashMap<String, T> {
            groups
                .flat_map(|(meaning, words)| words.into_iter().filter_map(move |word| Some((word, meaning.clone()?))))
                .collect()
        }
        let country = |code: String| {
            let meaning = Place::from_code(&code);
            move |mut words: Vec<String>| {
                words.push(code.to_lowercase());
                (meaning, words)
            }
        };
        let side = |side: String| match side.as_str() {
            "home" => Some(Place::Home),
            _ => Some(Place::Abroad),
        };
        let sides = file.places.into_iter().map(|(name, words)| (side(name), words));
        let countries = countries.into_iter().map(|(code, words)| country(code)(words));
        Self {
            currencies: turned(file.currencies.into_iter().map(|(code, words)| (code.parse().ok(), words))),
            multipliers: turned(file.multipliers.into_iter().map(|(factor, words)| (factor.parse().ok(), words))),
            months: turned(file.months.into_iter().map(|(month, words)| (month.parse().ok(), words))),
            kinds: turned(file.kinds.into_iter().map(|(kind, words)| (Some(kind), words))),
            places: turned(countries.chain(sides)),
            grand_totals: file.totals.grand,
            part_totals: file.totals.part,
            totals_at_end: file.totals.part_at_end,
        }
    }

    pub(crate) fn currency(&self, word: &str) -> Option<Currency> {
        let folded = fold(word);
        let known = self.currencies.get(folded.as_str()).copied();
        known.or_else(|| word.trim_matches(is_blank).to_uppercase().parse().ok())
    }

    /// A currency's own name or sign, already folded.
    pub(crate) fn currency_word(&self, folded: &str) -> Option<Currency> {
        self.currencies.get(folded).copied()
    }

    /// The currency that a heading or title names somewhere: `Сумма, тыс. тенге`, `Amount (USD)`.
    pub(crate) fn currency_within(&self, text: &str) -> Option<Currency> {
        self.currencies_within(text).first().copied()
    }

    /// All of them; names of two words before names of one.
    pub(crate) fn currencies_within(&self, text: &str) -> Vec<Currency> {
        let folded = fold(text);
        let words: Vec<&str> = folded.split(is_word_end).filter(|word| !word.is_empty()).collect();
        let phrases = (1..=2).rev().flat_map(|length| words.windows(length).map(|words| words.join(" ")));
        // A single letter names no currency, a single sign does.
        let meant = phrases.filter(|phrase| phrase.chars().count() > 1 || !phrase.chars().all(char::is_alphabetic));
        meant.filter_map(|phrase| self.currencies.get(phrase.as_str()).copied()).collect()
    }

    pub(crate) fn is_multiplier(&self, word: &str) -> bool {
        let folded = fold(word);
        folded.split(is_word_end).any(|word| self.multipliers.contains_key(word))
    }

    /// By how much the numbers under this heading are to be multiplied: 1,000 for `тыс. тенге`.
    pub(crate) fn multiplier_within(&self, heading: &str) -> Option<u32> {
        let folded = fold(heading);
        let mut words = folded.split(is_word_end);
        // One letter is not enough in a heading: `m` may be metres.
        words.find_map(|word| self.multipliers.get(word).filter(|_| word.chars().count() > 1).copied())
    }

    pub(crate) fn month(&self, word: &str) -> Option<i64> {
        if word.is_empty() || word.starts_with(|sign: char| sign.is_ascii_digit()) {
            return None;
        }
        self.months.get(fold(word).as_str()).copied()
    }

    pub(crate) fn kind(&self, word: &str) -> Option<Kind> {
        self.kinds.get(fold(word).as_str()).copied()
    }

    pub(crate) fn place(&self, word: &str) -> Option<Place> {
        let folded = fold(word);
        let whole = self.places.get(folded.as_str()).copied();
        // `Казахстан, Алматы`: the part that is a country decides.
        whole.or_else(|| folded.split([',', '(', ')', '/', ';']).find_map(|part| self.places.get(part.trim()).copied()))
    }

    /// Whether a text is the label of a row of totals.
    pub(crate) fn total(&self, label: &str) -> Option<TotalWord> {
        if label.len() > 200 {
            return None;
        }
        let folded = fold(label);
        let begins = |word: &String| {
            folded.strip_prefix(word.as_str()).is_some_and(|rest| rest.chars().next().is_none_or(is_word_end))
        };
        let ends = |word: &String| {
            folded.strip_suffix(word.as_str()).is_some_and(|rest| rest.chars().next_back().is_some_and(is_word_end))
        };
        let is_part = || self.part_totals.iter().any(begins) || self.totals_at_end.iter().any(ends);
        if self.grand_totals.iter().any(begins) { Some(TotalWord::Grand) } else { is_part().then_some(TotalWord::Part) }
    }
}

/// A letter or digit. The table of all letters is asked only outside the two alphabets that files are full of.
pub(crate) fn is_letter(sign: char) -> bool {
    sign.is_ascii_alphanumeric()
        || matches!(sign, '\u{400}'..='\u{52f}')
        || (!sign.is_ascii() && sign.is_alphanumeric())
}

fn is_word_end(sign: char) -> bool {
    !is_letter(sign) && !matches!(sign, '$' | '€' | '₸' | '₽' | '£' | '\'')
}

/// A text as it is compared: small letters, `е` for `ё`, one space between words, no points at its ends.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split(is_blank).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        for letter in word.chars() {
            match letter {
                'A'..='Z' => folded.push(letter.to_ascii_lowercase()),
                '\0'..='\u{7f}' | 'а'..='я' => folded.push(letter),
                'ё' | 'Ё' => folded.push('е'),
                _ => folded.extend(letter.to_lowercase()),
            }
        }
    }
    let is_edge = |sign: char| matches!(sign, '.' | ',' | ':' | ';' | ' ' | '*' | '"' | '«' | '»');
    let kept = folded.trim_matches(is_edge);
    if kept.len() == folded.len() { folded } else { kept.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Names, TotalWord};
    use crate::{Kind, Place};

    #[test]
    fn the_shipped_words_are_read() {
        let names = Names::shipped();
        assert_eq!(names.currency("тг.").unwrap().code(), "KZT");
        assert_eq!(names.currency("Eur").unwrap().code(), "EUR");
        assert_eq!(names.currency("шт"), None);
        assert_eq!(names.currency_within("Сумма, тыс. тенге").unwrap().code(), "KZT");
        assert_eq!(names.currency_within("Amount (USD)").unwrap().code(), "USD");
        assert_eq!(names.currency_within("Amount"), None);
        assert_eq!(names.multiplier_within("Сумма, тыс. тенге"), Some(1000));
        assert_eq!(names.multiplier_within("Amount, m"), None);
        assert_eq!(names.month("Марта"), Some(3));
        assert_eq!(names.kind("Услуги"), Some(Kind::Services));
        assert_eq!(names.place("Қазақстан"), Place::from_code("KZ"));
        assert_eq!(names.place("Казахстан, Алматы"), Place::from_code("KZ"));
        assert_eq!(names.place("за рубежом"), Some(Place::Abroad));
    }

    #[test]
    fn totals_are_known_by_their_words() {
        let total = |label| Names::shipped().total(label);
        assert_eq!(total("ИТОГО по разделу 2"), Some(TotalWord::Part));
        assert_eq!(total("Всего по бюджету:"), Some(TotalWord::Grand));
        assert_eq!(total("Camera — total"), Some(TotalWord::Part));
        assert_eq!(total("GRAND TOTAL"), Some(TotalWord::Grand));
        assert_eq!(total("Totally new lenses"), None);
        assert_eq!(total("Барлығы"), Some(TotalWord::Grand));
    }
}
