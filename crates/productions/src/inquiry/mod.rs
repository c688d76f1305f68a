//! What somebody without an account tells us about their film, page by page.
//!
//! **Invariants.** What was typed is kept as it was typed until it is sent; a page is checked when it is left and all of
//! them again before they become an inquiry. An [`Inquiry`] has been checked.

mod checks;
mod step;
#[cfg(test)]
mod tests;
mod zones;

use jiff::tz::TimeZone;
use kernel::{Day, Language};

use crate::{Confidentiality, LeadSource, MoneyRange};

pub(crate) use checks::{Checking, check, check_step, day};
pub use step::Step;
pub(crate) use zones::ZONES;

/// What is asked for, checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Inquiry {
    pub what: What,
    pub when: When,
    pub looks: String,
    /// Nothing if they do not know yet.
    pub budget: Option<MoneyRange>,
    pub needs: Vec<Need>,
    pub needs_note: String,
    pub who: Who,
}

#[derive(Debug, Clone, PartialEq)]
pub struct What {
    pub title: String,
    pub format: Format,
    pub brief: String,
    pub confidentiality: Confidentiality,
    pub code_name: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct When {
    pub starts_on: Option<Day>,
    pub ends_on: Option<Day>,
    pub shooting_days: Option<i64>,
    pub is_flexible: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Who {
    pub name: String,
    pub email: String,
    pub company: String,
    pub country: String,
    pub phone: String,
    pub zone: TimeZone,
    pub language: Language,
    pub source: LeadSource,
    /// The event they come from, if the link that led them here named one.
    pub source_event: String,
}

/// What kind of work it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    Feature,
    Series,
    Documentary,
    Short,
    Animation,
    Commercial,
    MusicVideo,
    Show,
    Photo,
    Student,
    Other,
}

/// What they want from the commission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Need {
    Locations,
    Incentive,
    Permits,
    Partner,
    Crew,
    Facilities,
    Travel,
    CoProduction,
    Heritage,
}

impl Format {
    pub const ALL: [Self; 11] = [
        Self::Feature,
        Self::Series,
        Self::Documentary,
        Self::Short,
        Self::Animation,
        Self::Commercial,
        Self::MusicVideo,
        Self::Show,
        Self::Photo,
        Self::Student,
        Self::Other,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Feature => "feature",
            Self::Series => "series",
            Self::Documentary => "documentary",
            Self::Short => "short",
            Self::Animation => "animation",
            Self::Commercial => "commercial",
            Self::MusicVideo => "music-video",
            Self::Show => "show",
            Self::Photo => "photo",
            Self::Student => "student",
            Self::Other => "other",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Feature => "format-feature",
            Self::Series => "format-series",
            Self::Documentary => "format-documentary",
            Self::Short => "format-short",
            Self::Animation => "format-animation",
            Self::Commercial => "format-commercial",
            Self::MusicVideo => "format-music-video",
            Self::Show => "format-show",
            Self::Photo => "format-photo",
            Self::Student => "format-student",
            Self::Other => "format-other",
        }
    }
}

impl Need {
    pub const ALL: [Self; 9] = [
        Self::Locations,
        Self::Incentive,
        Self::Permits,
        Self::Partner,
        Self::Crew,
        Self::Facilities,
        Self::Travel,
        Self::CoProduction,
        Self::Heritage,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Locations => "locations",
            Self::Incentive => "incentive",
            Self::Permits => "permits",
            Self::Partner => "partner",
            Self::Crew => "crew",
            Self::Facilities => "facilities",
            Self::Travel => "travel",
            Self::CoProduction => "co-production",
            Self::Heritage => "heritage",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|need| need.word() == word)
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Locations => "need-locations",
            Self::Incentive => "need-incentive",
            Self::Permits => "need-permits",
            Self::Partner => "need-partner",
            Self::Crew => "need-crew",
            Self::Facilities => "need-facilities",
            Self::Travel => "need-travel",
            Self::CoProduction => "need-co-production",
            Self::Heritage => "need-heritage",
        }
    }
}
