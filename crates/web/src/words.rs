use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_decimal::input::Decimal;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use kernel::Language;
use unic_langid::LanguageIdentifier;

/// The words files of a crate: one text per language, embedded in the program.
#[derive(Debug, Clone, Copy)]
pub struct SliceWords {
    pub slice: &'static str,
    /// Language tag and the text of its `.ftl` file.
    pub files: &'static [(&'static str, &'static str)],
}

/// One words file, wherever it came from.
#[derive(Debug, Clone)]
pub struct WordSource {
    /// Who wrote it, for messages: a crate or a file name.
    pub owner: String,
    pub language: Language,
    pub text: Cow<'static, str>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordsProblem {
    #[error("words of {owner} in {language}: {what}")]
    Unreadable { owner: String, language: Language, what: String },
    #[error("no words at all in {0}")]
    NoLanguage(Language),
}

/// Every sentence of the site in every language of the site.
pub struct Words {
    bundles: BTreeMap<Language, FluentBundle<FluentResource>>,
    /// The order in which languages stand in for one that lacks a sentence.
    order: Vec<Language>,
}

impl SliceWords {
    pub fn sources(&self) -> impl Iterator<Item = WordSource> {
        self.files.iter().filter_map(|(tag, text)| {
            let language = tag.parse().ok()?;
            Some(WordSource { owner: self.slice.to_owned(), language, text: Cow::Borrowed(text) })
        })
    }
}

impl Words {
    /// `languages` with their full locale (`en-GB`); sources in other languages are passed over.
    /// No key may be said twice: whose sentence would it be?
    pub fn gather(languages: &[(Language, &str)], sources: &[WordSource]) -> Result<Self, Vec<WordsProblem>> {
        let mut bundles = BTreeMap::new();
        let mut problems = Vec::new();
        for (language, locale) in languages {
            let identifier: LanguageIdentifier = locale.parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
            // Isolating marks are for mixed directions; they would end up in copied figures and in tests.
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(grouped));
            let mut files = sources.iter().filter(|source| source.language == *language).peekable();
            if files.peek().is_none() {
                problems.push(WordsProblem::NoLanguage(*language));
            }
            for source in files {
                let mut refuse = |what| {
                    problems.push(WordsProblem::Unreadable { owner: source.owner.clone(), language: *language, what });
                };
                match FluentResource::try_new(source.text.clone().into_owned()) {
                    Ok(resource) => {
                        if let Err(errors) = bundle.add_resource(resource) {
                            errors.iter().for_each(|error| refuse(error.to_string()));
                        }
                    }
                    Err((_, errors)) => errors.iter().for_each(|error| refuse(error.to_string())),
                }
            }
            bundles.insert(*language, bundle);
        }
        let order = languages.iter().map(|(language, _)| *language).collect();
        if problems.is_empty() { Ok(Self { bundles, order }) } else { Err(problems) }
    }

    /// The sentence for a key; fill its places with [`Phrase::with`].
    pub fn say<'w>(&'w self, language: Language, key: &str) -> Phrase<'w> {
        Phrase { words: self, language, key: key.to_owned(), args: FluentArgs::new() }
    }

    pub fn has(&self, language: Language, key: &str) -> bool {
        self.bundles.get(&language).is_some_and(|bundle| bundle.has_message(key))
    }
}

/// A sentence on its way to a reader. Printing it looks the words up.
pub struct Phrase<'w> {
    words: &'w Words,
    language: Language,
    key: String,
    args: FluentArgs<'static>,
}

impl Phrase<'_> {
    /// Fills a place with a finished text, such as a formatted amount.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.args.set(name.to_owned(), value.to_string());
        self
    }

    /// Fills a place with a number of things, which also chooses the plural form.
    #[must_use]
    pub fn count(mut self, name: &str, number: usize) -> Self {
        self.args.set(name.to_owned(), FluentValue::from(number));
        self
    }
}

/// The asked language, then the others in the site's order. A key nobody has prints itself, and is logged: tests and
/// `tidy` keep that from happening.
impl fmt::Display for Phrase<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let others = self.words.order.iter().filter(|other| **other != self.language);
        for language in std::iter::once(&self.language).chain(others) {
            let Some(bundle) = self.words.bundles.get(language) else { continue };
            let Some(pattern) = bundle.get_message(&self.key).and_then(|message| message.value()) else { continue };
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(&self.args), &mut errors);
            for error in errors {
                tracing::error!(key = self.key, "words for `{}` in {language}: {error}", self.key);
            }
            return out.write_str(&text);
        }
        tracing::error!(key = self.key, "no words for `{}` in {}", self.key, self.language);
        out.write_str(&self.key)
    }
}

/// Counts are written as the language groups digits.
fn grouped(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let decimal: Decimal = number.value.to_string().parse().ok()?;
    memoizer.with_try_get::<Grouping, _, _>((), |grouping| grouping.0.format(&decimal).to_string()).ok()
}

struct Grouping(icu_decimal::DecimalFormatter);

impl Memoizable for Grouping {
    type Args = ();
    type Error = icu_provider::DataError;

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, Self::Error> {
        let locale = language.to_string().parse().unwrap_or(icu_locale_core::Locale::UNKNOWN);
        icu_decimal::DecimalFormatter::try_new(locale.into(), icu_decimal::options::DecimalFormatterOptions::default())
            .map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::{WordSource, Words};
    use kernel::Language;

    fn source(tag: &str, text: &'static str) -> WordSource {
        WordSource { owner: "test".to_owned(), language: tag.parse().unwrap(), text: text.into() }
    }

    fn russian() -> Language {
        "ru".parse().unwrap()
    }

    fn words(sources: &[WordSource]) -> Words {
        match Words::gather(&[(russian(), "ru-KZ"), (Language::ENGLISH, "en-GB")], sources) {
            Ok(words) => words,
            Err(problems) => panic!("{problems:?}"),
        }
    }

    #[test]
    fn counts_choose_the_plural_and_are_grouped() {
        let lines =
            "lines = { $count ->\n [one] { $count } строка\n [few] { $count } строки\n *[other] { $count } строк\n}";
        let words = words(&[source("ru", lines), source("en", "x = y")]);
        let said = |count| words.say(russian(), "lines").count("count", count).to_string();
        assert_eq!(said(21), "21 строка");
        assert_eq!(said(3), "3 строки");
        assert_eq!(said(12_345), "12\u{a0}345 строк");
    }

    #[test]
    fn another_language_stands_in_and_then_the_key() {
        let words = words(&[source("ru", "a = а"), source("en", "a = a\nb = { $what } b")]);
        assert_eq!(words.say(russian(), "b").with("what", 7).to_string(), "7 b");
        assert_eq!(words.say(russian(), "c").to_string(), "c");
    }

    #[test]
    fn a_key_said_twice_is_refused() {
        let sources = [source("ru", "a = а"), source("en", "a = a"), source("en", "a = again")];
        let problems = Words::gather(&[(russian(), "ru"), (Language::ENGLISH, "en")], &sources).err().unwrap();
        assert_eq!(problems.len(), 1, "{problems:?}");
    }
}
