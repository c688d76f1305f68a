use kernel::Language;

use super::location::Location;
use crate::field::FIELDS;

/// How much of what a place must have is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completeness {
    pub percent: u8,
    /// The keys of the names of what is missing, in the order of the form.
    pub missing: Vec<&'static str>,
}

/// What the photos of a place come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pictures {
    pub published: usize,
    /// Those that say to which side they look.
    pub with_bearing: usize,
}

/// A place below it is not published.
pub const PUBLISHABLE: u8 = 70;
/// A place above it is gold.
pub const GOLD: u8 = 95;

const WANTED_PHOTOS: usize = 12;

/// From the column "must" of what is written of a place.
pub fn completeness(location: &Location, pictures: Pictures, languages: &[Language]) -> Completeness {
    let has_names = languages.iter().all(|language| location.names.get(*language).is_some());
    let facts = &location.facts;
    let of_itself = [
        ("places-must-names", has_names),
        ("places-must-aliases", !location.aliases.is_empty()),
        ("places-must-region", location.destination.is_some()),
        ("places-must-position", location.position.is_some()),
        ("places-must-photos", pictures.published >= WANTED_PHOTOS),
        ("places-must-bearings", pictures.published > 0 && pictures.with_bearing == pictures.published),
        ("places-must-looks", !location.looks.is_empty()),
        ("places-must-sources", !facts.is_empty() && facts.iter().all(|fact| !fact.source.is_empty())),
        ("places-must-checked", !facts.is_empty() && facts.iter().all(|fact| fact.checked_on.is_some())),
    ];
    let needed = FIELDS.iter().filter(|field| field.is_needed(location.kind.is_indoors));
    let of_fields = needed.map(|field| (field.label, location.fact(field.key).is_some_and(|fact| !fact.is_empty())));
    let all: Vec<(&'static str, bool)> = of_itself.into_iter().chain(of_fields).collect();
    let there = all.iter().filter(|(_, is_there)| *is_there).count();
    // Rounds down: what is complete lacks nothing.
    let percent = (there * 100).checked_div(all.len()).unwrap_or(0);
    let missing = all.iter().filter(|(_, is_there)| !is_there).map(|(label, _)| *label).collect();
    Completeness { percent: u8::try_from(percent).unwrap_or(0), missing }
}

impl Completeness {
    pub fn may_be_published(&self) -> bool {
        self.percent >= PUBLISHABLE
    }

    pub fn is_gold(&self) -> bool {
        self.percent >= GOLD
    }
}
