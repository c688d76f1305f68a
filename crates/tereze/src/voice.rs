//! The program's words, in the language asked for, and its colours.

use std::io::IsTerminal;

use incentives::Speaker;
use kernel::Language;
use web::{Locale, SliceWords, Words};

use crate::{Failure, Kind};

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Colour {
    Auto,
    Always,
    Never,
}

/// What every command that speaks to people takes.
#[derive(clap::Args)]
pub(crate) struct VoiceArguments {
    /// Language of the answer: en, ru or kk
    #[arg(long, default_value = "en", global = true)]
    lang: String,
    /// Colours on the terminal; NO_COLOR turns them off too
    #[arg(long, value_enum, default_value = "auto", global = true)]
    color: Colour,
}

pub(crate) struct Voice {
    pub(crate) language: Language,
    words: Words,
    locale: Locale,
    colour: bool,
}

const LANGUAGES: [(&str, &str); 3] = [("en", "en-GB"), ("ru", "ru-KZ"), ("kk", "kk-KZ")];

pub(crate) fn own_words() -> SliceWords {
    SliceWords {
        slice: "program",
        files: &[
            ("en", include_str!("../words/en.ftl")),
            ("ru", include_str!("../words/ru.ftl")),
            ("kk", include_str!("../words/kk.ftl")),
        ],
    }
}

fn costs_words() -> SliceWords {
    SliceWords { slice: "costs", files: &costs::WORDS }
}

impl Voice {
    pub(crate) fn new(arguments: &VoiceArguments) -> Result<Self, Failure> {
        let spoken = LANGUAGES.iter().find(|(tag, _)| *tag == arguments.lang);
        let (tag, locale) = spoken.ok_or_else(|| {
            let failure = Kind::Usage.because(anyhow::anyhow!("the program does not speak `{}`", arguments.lang));
            failure.hint("write `--lang en`, `--lang ru` or `--lang kk`")
        })?;
        let wrong = |error: &dyn std::fmt::Display| Kind::Failed.because(anyhow::anyhow!("{error}"));
        let language: Language = tag.parse().map_err(|error| wrong(&error))?;
        let own = [web::own_words(), costs_words(), incentives::formula_words(), own_words()];
        let sources: Vec<_> =
            own.iter().flat_map(SliceWords::sources).filter(|source| source.language == language).collect();
        let words = Words::gather(&[(language, locale)], &sources)
            .map_err(|problems| wrong(&problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))?;
        let colour = match arguments.color {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => std::io::stdout().is_terminal() && !no_colour(),
        };
        Ok(Self { language, words, locale: Locale::new(locale).map_err(|error| wrong(&error))?, colour })
    }

    pub(crate) fn speaker(&self) -> Speaker<'_> {
        Speaker { language: self.language, words: &self.words, locale: &self.locale }
    }

    pub(crate) fn say(&self, key: &str) -> web::Phrase<'_> {
        self.words.say(self.language, key)
    }

    pub(crate) fn locale(&self) -> &Locale {
        &self.locale
    }

    pub(crate) fn colour(&self) -> bool {
        self.colour
    }

    pub(crate) fn bold(&self, text: &str) -> String {
        if self.colour { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    pub(crate) fn faint(&self, text: &str) -> String {
        if self.colour { format!("\u{1b}[2m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    pub(crate) fn lines(&self, count: usize) -> String {
        self.say("cli-lines").count("count", count).to_string()
    }
}

#[expect(clippy::disallowed_methods, reason = "the terminal's convention is an environment variable")]
fn no_colour() -> bool {
    std::env::var("NO_COLOR").is_ok_and(|value| !value.is_empty())
}

/// Some width for a text in a column; letters of all scripts count as one.
pub(crate) fn padded(text: &str, width: usize) -> String {
    let length = text.chars().count();
    format!("{text}{}", " ".repeat(width.saturating_sub(length)))
}

pub(crate) fn right(text: &str, width: usize) -> String {
    let length = text.chars().count();
    format!("{}{text}", " ".repeat(width.saturating_sub(length)))
}
