//! Puts the pieces of a formula, and values, into a reader's language.

use kernel::{Currency, Day, Exact, Language, Money};
use rulebook::{Failure, Kind, Piece, Rulebook, Target, Type, Value};
use web::{Locale, SliceWords, Words};

/// The words between names.
pub fn own_words() -> SliceWords {
    SliceWords {
        slice: "formula",
        files: &[
            ("en", include_str!("../words/formula/en.ftl")),
            ("ru", include_str!("../words/formula/ru.ftl")),
            ("kk", include_str!("../words/formula/kk.ftl")),
        ],
    }
}

/// One reader: language, words, and how numbers are written.
pub struct Speaker<'a> {
    pub language: Language,
    pub words: &'a Words,
    pub locale: &'a Locale,
}

/// A part of a formula as it is shown; a name leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub text: String,
    pub target: Option<Target>,
}

impl Speaker<'_> {
    fn say(&self, key: &str) -> web::Phrase<'_> {
        self.words.say(self.language, key)
    }

    /// The formula with names (`values` false) or with what they came to.
    pub fn formula(&self, book: &Rulebook, pieces: &[Piece], values: bool) -> Vec<Shown> {
        let plain = |text: String| Shown { text, target: None };
        // `applicant = branch`: what an answer is called depends on the question before it.
        let question = |at: usize| {
            pieces.iter().take(at).rev().find_map(|piece| match piece {
                Piece::Name { target, of: Type::Choice(_), .. } => Some(book.target_name(*target)),
                _ => None,
            })
        };
        let shown = |(at, piece): (usize, &Piece)| match piece {
            Piece::Sign(sign) => plain((*sign).to_owned()),
            Piece::Word("rounded", Some(how)) => {
                let (mode, step) = how.split_once(' ').unwrap_or((how, ""));
                let step = step.parse::<Exact>().map_or_else(|_| step.to_owned(), |step| self.locale.number(&step, 6));
                plain(self.say(&format!("formula-rounded-{}", mode.replace('_', "-"))).with("step", step).to_string())
            }
            Piece::Word("months", Some(count)) => {
                plain(self.say("formula-months").count("count", count.parse().unwrap_or(0)).to_string())
            }
            Piece::Word("as-of", Some(day)) if values => {
                let day = day.parse::<Day>().map_or_else(|_| day.clone(), |day| self.locale.day(day));
                plain(self.say("formula-as-of-day").with("day", day).to_string())
            }
            Piece::Word(word, _) => plain(self.say(&format!("formula-{word}")).to_string()),
            Piece::Name { target, of, value: Some(value) } if values => {
                Shown { text: self.value(book, value, *of, Some(book.target_name(*target))), target: Some(*target) }
            }
            Piece::Name { target, .. } => {
                Shown { text: book.label(book.target_name(*target), self.language), target: Some(*target) }
            }
            Piece::Literal { value, of } => plain(self.value(book, value, *of, question(at))),
        };
        pieces.iter().enumerate().map(shown).collect()
    }

    /// The same as one line of text.
    pub fn line(&self, book: &Rulebook, pieces: &[Piece], values: bool) -> String {
        let mut line = String::new();
        for Shown { text, .. } in self.formula(book, pieces, values) {
            let tight = matches!(text.as_str(), ")" | ";" | ":") || line.ends_with('(') || line.is_empty();
            if !tight {
                line.push(' ');
            }
            line.push_str(&text);
        }
        line
    }

    /// A value in words and numbers; `name` finds the words for the options of a list.
    pub fn value(&self, book: &Rulebook, value: &Value, of: Type, name: Option<&str>) -> String {
        match &value.kind {
            Kind::Number { low: Some(low), high: Some(high) } if low == high => self.number(low, of),
            Kind::Number { low, high } => match (low, high) {
                (Some(low), Some(high)) => {
                    let (low, high) = (self.number(low, of), self.number(high, of));
                    self.say("formula-range").with("low", low).with("high", high).to_string()
                }
                (Some(low), None) => self.say("formula-from").with("low", self.number(low, of)).to_string(),
                (None, Some(high)) => self.say("formula-until").with("high", self.number(high, of)).to_string(),
                (None, None) => self.say("formula-anything").to_string(),
            },
            Kind::Truth { may_be_true: true, may_be_false: false } => self.say("formula-true").to_string(),
            Kind::Truth { may_be_true: false, may_be_false: true } => self.say("formula-false").to_string(),
            Kind::Truth { .. } => self.say("formula-either").to_string(),
            Kind::Choice(bits) => {
                let Type::Choice(list) = of else { return String::new() };
                let options = book.list(list).iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
                let labels = options.map(|(_, option)| book.option_label(name.unwrap_or(""), option, self.language));
                labels.collect::<Vec<_>>().join(" / ")
            }
            Kind::Day { low: Some(low), high: Some(high) } if low == high => self.locale.day(*low),
            Kind::Day { low: Some(low), high: Some(high) } => {
                let (low, high) = (self.locale.day(*low), self.locale.day(*high));
                self.say("formula-range").with("low", low).with("high", high).to_string()
            }
            Kind::Day { .. } => self.say("formula-anything").to_string(),
            Kind::Failed(failure) => self.failure(book, failure),
        }
    }

    pub fn failure(&self, book: &Rulebook, failure: &Failure) -> String {
        match failure {
            Failure::NotInForce { since: Some(since), .. } => {
                self.say("formula-not-in-force-since").with("day", self.locale.day(*since)).to_string()
            }
            Failure::NotInForce { since: None, .. } => self.say("formula-not-in-force").to_string(),
            Failure::Conflict { clauses } => {
                let titles =
                    clauses.iter().filter_map(|clause| book.clause(*clause)).map(|clause| clause.title.clone());
                self.say("formula-conflict").with("clauses", titles.collect::<Vec<_>>().join("; ")).to_string()
            }
            Failure::Overflow => self.say("formula-too-large").to_string(),
            Failure::DivisionByZero => self.say("formula-division-by-zero").to_string(),
            Failure::NoRate { currency, day } => {
                let phrase = self.say("formula-no-rate").with("currency", currency);
                phrase.with("day", self.locale.day(*day)).to_string()
            }
        }
    }

    pub fn number(&self, number: &Exact, of: Type) -> String {
        match of {
            Type::Money(currency) | Type::Exact(currency) => self.amount(number, currency),
            Type::Rate => match number.times(&Exact::whole(100)) {
                Some(percent) => self.say("percent").with("number", self.locale.number(&percent, 6)).to_string(),
                None => number.to_string(),
            },
            _ => self.locale.number(number, 6),
        }
    }

    pub fn money(&self, money: &Money) -> String {
        self.amount(&money.exact(), money.currency())
    }

    /// With the currency's code: a formula may hold several currencies.
    fn amount(&self, number: &Exact, currency: Currency) -> String {
        let amount = match number.scaled(currency.decimals()) {
            Some(_) => self.locale.fixed(number, currency.decimals()),
            None => self.locale.number(number, 6),
        };
        self.say("money-with-code").with("code", currency).with("amount", amount).to_string()
    }
}
