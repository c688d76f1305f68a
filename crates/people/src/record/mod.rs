//! What is known of a person or an organisation: a list of values, each with who may see it and until when it is kept.

mod field;
mod keys;
mod merge;

use kernel::{Id, Language};
use serde::{Deserialize, Serialize};

pub use field::{Entry, Field, Purpose, Reader, Visibility};
pub(crate) use keys::{Key, keys, pairs};
pub use keys::{KeyKind, Likeness};
pub(crate) use merge::{Before, Choice, Row, Slot, merged, side_by_side};

/// Whether a record is of somebody or of a company, an authority, a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    Person,
    Organisation,
}

/// A person or an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    #[serde(with = "id_as_text")]
    pub id: Id,
    pub sort: Sort,
    pub made_at: String,
    pub changed_at: String,
    /// By which lists are sorted.
    pub order_key: String,
    pub entries: Vec<Entry>,
}

impl Sort {
    pub fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Person, Self::Organisation].into_iter().find(|sort| sort.word() == word)
    }

    /// The folder of its pages.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Person => "people",
            Self::Organisation => "organisations",
        }
    }

    /// What a record of that sort can be.
    pub fn kinds(self) -> &'static [&'static str] {
        match self {
            Self::Person => &["producer", "crew", "official", "journalist", "teacher", "other"],
            Self::Organisation => &[
                "production-company",
                "service-company",
                "studio",
                "broadcaster",
                "distributor",
                "financier",
                "authority",
                "school",
                "association",
                "supplier",
                "other",
            ],
        }
    }
}

impl Party {
    pub fn of<'p>(&'p self, field: &'p Field) -> impl Iterator<Item = &'p Entry> {
        self.entries.iter().filter(move |entry| entry.field == *field && !entry.value.is_empty())
    }

    /// In the language wished for, else in any, else the id: a record is never without a handle.
    pub fn name(&self, language: &str) -> String {
        let names: Vec<&Entry> = self.of(&Field::Name).collect();
        let wished = names
            .iter()
            .find(|entry| entry.language == language)
            // A neighbour's language is nearer than the one for the world.
            .or_else(|| names.iter().find(|entry| entry.language != Language::ENGLISH.tag()))
            .or_else(|| names.first());
        let passport = || self.of(&Field::PassportName).next();
        wished.copied().or_else(passport).map_or_else(|| self.id.to_string(), |entry| entry.value.clone())
    }

    /// By what the record is sorted in lists of that language.
    pub(crate) fn sorted_as(&self, language: &str) -> String {
        self.of(&Field::SortAs).next().map_or_else(|| self.name(language), |entry| entry.value.clone())
    }

    /// What a reader may know of the record.
    pub fn seen_by(&self, reader: Reader) -> Vec<Entry> {
        let seen = self.entries.iter().filter(|entry| !entry.value.is_empty() && entry.visibility.lets(reader));
        seen.cloned().collect()
    }
}

pub(crate) mod id_as_text {
    use kernel::Id;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(id: &Id, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(id)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Id, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use kernel::Id;

    use super::{Entry, Field, Party, Purpose, Sort, Visibility};

    pub(crate) fn id(number: u8) -> Id {
        format!("01J0000000000000000000{number:04}").parse().unwrap()
    }

    pub(crate) fn entry(number: u8, field: Field, language: &str, value: &str) -> Entry {
        Entry {
            id: id(number),
            field,
            language: language.to_owned(),
            value: value.to_owned(),
            detail: String::new(),
            visibility: Visibility::OfficeOnly,
            purpose: Purpose::Service,
            keep_until: String::new(),
            changed_at: "2026-09-01T00:00:00Z".to_owned(),
        }
    }

    pub(crate) fn party(number: u8, entries: Vec<Entry>) -> Party {
        Party {
            id: id(number),
            sort: Sort::Organisation,
            made_at: String::new(),
            changed_at: String::new(),
            order_key: String::new(),
            entries,
        }
    }

    #[test]
    fn a_name_falls_back_visibly_to_another_language() {
        let record = party(1, vec![entry(11, Field::Name, "en", "Barys"), entry(12, Field::Name, "ru", "Барыс")]);
        assert_eq!(record.name("en"), "Barys");
        assert_eq!(record.name("kk"), "Барыс");
        assert_eq!(party(2, Vec::new()).name("kk"), id(2).to_string());
    }
}
