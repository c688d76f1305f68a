use jiff::Timestamp;
use kernel::{Day, Id, Language, LocalText};
use people::Visibility;

use super::position::{Position, Precision};
use crate::field::{Field, Kind};

/// A place one can film, with everything the office knows of it. Pages, feeds and papers show a [`crate::Shown`].
#[derive(Debug, Clone, PartialEq)]
pub struct Location {
    pub id: Id,
    /// Its address for ever: `charyn-canyon`.
    pub slug: String,
    pub names: LocalText,
    /// Other spellings and older names, for finding it.
    pub aliases: Vec<String>,
    pub kind: &'static Kind,
    /// The region or city it belongs to.
    pub destination: Option<Id>,
    pub state: State,
    pub position: Option<Position>,
    pub precision: Precision,
    /// Kept back for a production: in no list, and watermarked in packages.
    pub is_unreleased: bool,
    /// In the order of [`crate::FIELDS`], one for each field at most.
    pub facts: Vec<Fact>,
    /// What it can stand in for.
    pub looks: Vec<Look>,
    pub credits: Vec<Credit>,
    pub uses: Vec<Use>,
    /// Rises with every change of any location: who keeps an index asks for what is above the last one seen.
    pub revision: i64,
    pub changed_at: Timestamp,
    /// When the owner last said that all is still so; until they have, when it was published.
    pub confirmed_on: Option<Day>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Only the office sees it.
    Draft,
    Published,
    /// Its owner did not confirm it in time: hidden until somebody hears from them.
    Silent,
    Withdrawn,
}

/// One thing known about a place: by whom it was said, and when it was last looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub field: &'static Field,
    /// As [`Field::check`] writes it; empty where the words are all there is to say.
    pub value: String,
    /// The words, or a note on the value.
    pub note: LocalText,
    pub source: String,
    pub checked_on: Option<Day>,
    pub visibility: Visibility,
    pub is_uncertain: bool,
}

/// What a place can stand in for; the photo that proves it, if there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    pub slug: String,
    pub photo: Option<Id>,
}

/// A work that was made here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    pub id: Id,
    pub title: String,
    pub year: Option<i64>,
    /// What was shot here.
    pub scene: LocalText,
    pub wikidata: String,
    pub imdb: String,
    pub days: Option<i64>,
    pub source: String,
}

/// Days on which somebody worked here: what neighbours and soil have to bear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    pub id: Id,
    pub starts_on: Day,
    pub days: i64,
    /// For the office only.
    pub production: String,
}

impl Location {
    pub fn name(&self, language: Language) -> &str {
        self.names.or_other(language).unwrap_or(&self.slug)
    }

    pub fn fact(&self, key: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.field.key == key)
    }

    /// Whether the public may learn that it exists.
    pub fn is_listed(&self) -> bool {
        self.state == State::Published && !self.is_unreleased
    }

    /// Days of work here in a calendar year.
    pub fn days_used(&self, year: i16) -> i64 {
        self.uses.iter().filter(|used| used.starts_on.year() == year).map(|used| used.days).sum()
    }
}

impl State {
    pub const ALL: [Self; 4] = [Self::Draft, Self::Published, Self::Silent, Self::Withdrawn];

    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Silent => "silent",
            Self::Withdrawn => "withdrawn",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Draft => "places-state-draft",
            Self::Published => "places-state-published",
            Self::Silent => "places-state-silent",
            Self::Withdrawn => "places-state-withdrawn",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

impl Fact {
    /// A value that was just said, as open as its field is by itself.
    pub fn new(field: &'static Field, value: impl Into<String>, note: LocalText) -> Self {
        Self {
            field,
            value: value.into(),
            note,
            source: String::new(),
            checked_on: None,
            visibility: field.visibility,
            is_uncertain: false,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.value.is_empty() && self.note.is_empty()
    }
}
