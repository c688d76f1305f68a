use kernel::{Day, Id, Language, LocalText};

use super::position::Position;

/// A region or a city: what a production wants to know before it looks at places.
#[derive(Debug, Clone, PartialEq)]
pub struct Destination {
    pub id: Id,
    pub slug: String,
    pub kind: DestinationKind,
    /// The region that a city lies in.
    pub parent: Option<Id>,
    pub names: LocalText,
    /// As the state numbers it.
    pub code: String,
    pub position: Option<Position>,
    pub texts: Vec<DestinationText>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DestinationKind {
    Region,
    City,
}

/// What is said on one subject, by whom, and when it was last looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DestinationText {
    pub subject: Subject,
    pub said: LocalText,
    pub source: String,
    pub checked_on: Option<Day>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Summary,
    History,
    Culture,
    Climate,
    Access,
    Crew,
    Hotels,
    /// Who decides.
    Authority,
}

impl Destination {
    pub fn name(&self, language: Language) -> &str {
        self.names.or_other(language).unwrap_or(&self.slug)
    }

    pub fn text(&self, subject: Subject) -> Option<&DestinationText> {
        self.texts.iter().find(|text| text.subject == subject)
    }
}

impl DestinationKind {
    pub const ALL: [Self; 2] = [Self::Region, Self::City];

    pub fn word(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::City => "city",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Region => "places-region",
            Self::City => "places-city",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl Subject {
    pub const ALL: [Self; 8] = [
        Self::Summary,
        Self::History,
        Self::Culture,
        Self::Climate,
        Self::Access,
        Self::Crew,
        Self::Hotels,
        Self::Authority,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::History => "history",
            Self::Culture => "culture",
            Self::Climate => "climate",
            Self::Access => "access",
            Self::Crew => "crew",
            Self::Hotels => "hotels",
            Self::Authority => "authority",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Summary => "places-subject-summary",
            Self::History => "places-subject-history",
            Self::Culture => "places-subject-culture",
            Self::Climate => "places-subject-climate",
            Self::Access => "places-subject-access",
            Self::Crew => "places-subject-crew",
            Self::Hotels => "places-subject-hotels",
            Self::Authority => "places-subject-authority",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.word() == word)
    }
}
