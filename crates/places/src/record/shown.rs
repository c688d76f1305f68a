use kernel::{Id, Language, LocalText};
use people::Reader;

use super::location::{Credit, Fact, Location, Look};
use super::position::{Position, Precision};
use crate::field::Kind;

/// What somebody may see of a place. Whatever leaves the office is made of this and of nothing else.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    pub id: Id,
    pub slug: String,
    pub names: LocalText,
    pub aliases: Vec<String>,
    pub kind: &'static Kind,
    pub destination: Option<Id>,
    /// Already rounded, if it may not be told exactly.
    pub position: Option<Position>,
    pub precision: Precision,
    pub is_unreleased: bool,
    pub facts: Vec<Fact>,
    pub looks: Vec<Look>,
    pub credits: Vec<Credit>,
    /// Year and days, the latest first: how much is asked of it.
    pub days_used: Vec<(i16, i64)>,
}

/// What `reader` may see of a place; whether they may see it at all is [`Location::is_listed`].
pub fn shown(location: &Location, reader: Reader) -> Shown {
    let may_see = |fact: &&Fact| fact.visibility.lets(reader) && fact.field.least_visibility().lets(reader);
    let position = match (location.precision, reader) {
        (Precision::Rounded { metres }, Reader::Anybody | Reader::VerifiedProducer) => {
            location.position.map(|exact| exact.snapped(metres))
        }
        (Precision::Rounded { .. } | Precision::Exact | Precision::Uncertain, _) => location.position,
    };
    Shown {
        id: location.id,
        slug: location.slug.clone(),
        names: location.names.clone(),
        aliases: location.aliases.clone(),
        kind: location.kind,
        destination: location.destination,
        position,
        precision: location.precision,
        is_unreleased: location.is_unreleased,
        facts: location.facts.iter().filter(may_see).cloned().collect(),
        looks: location.looks.clone(),
        credits: location.credits.clone(),
        days_used: days_used(location),
    }
}

impl Shown {
    pub fn name(&self, language: Language) -> &str {
        self.names.or_other(language).unwrap_or(&self.slug)
    }

    pub fn fact(&self, key: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.field.key == key)
    }

    /// The value of a fact; nothing where it is not known or may not be seen.
    pub fn value(&self, key: &str) -> &str {
        self.fact(key).map_or("", |fact| fact.value.as_str())
    }
}

fn days_used(location: &Location) -> Vec<(i16, i64)> {
    let mut years: Vec<i16> = location.uses.iter().map(|used| used.starts_on.year()).collect();
    years.sort_unstable_by(|one, other| other.cmp(one));
    years.dedup();
    years.into_iter().map(|year| (year, location.days_used(year))).collect()
}
