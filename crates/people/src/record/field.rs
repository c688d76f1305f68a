use kernel::Id;
use serde::{Deserialize, Serialize};

/// What one line of a record says. The word is kept in the table, stands in addresses and in the words' keys.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// In one language of the site; the language stands beside it.
    Name,
    /// In Latin letters exactly as in the passport: for certificates and invitations.
    PassportName,
    /// How the name is sorted, where that is not how it is written.
    SortAs,
    /// How to address the person in a letter.
    AddressAs,
    /// Another spelling, a former name, a trade name.
    Alias,
    Kind,
    /// A number given by a state; the key of the profile.
    Identifier(String),
    Phone,
    Email,
    Website,
    Address,
    /// The organisation for which a person works; the value is its id, the detail the person's title there.
    WorksAt,
    /// For the office.
    Note,
}

/// Who may read a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Visibility {
    Public,
    VerifiedProducers,
    OfficeOnly,
}

/// Who is reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    Anybody,
    VerifiedProducer,
    Office,
}

/// What a value is kept for: with the profile's months it says until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// Answering an inquiry and accompanying a production.
    Service,
    /// What a law requires of an application, a permit or a payment.
    Application,
    /// Being found in the public directory, by consent.
    Directory,
    /// Invitations and news, by consent.
    Newsletter,
}

/// One value of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    #[serde(with = "super::id_as_text")]
    pub id: Id,
    pub field: Field,
    /// The tag of the language the value is in; empty where that says nothing.
    pub language: String,
    pub value: String,
    pub detail: String,
    pub visibility: Visibility,
    pub purpose: Purpose,
    /// The day on which the value is blanked; empty if it stays.
    pub keep_until: String,
    pub changed_at: String,
}

impl Field {
    /// Those that any record may have, in the order in which they are shown; identifiers come from the profile.
    pub const COMMON: [Self; 11] = [
        Self::Name,
        Self::SortAs,
        Self::Alias,
        Self::Kind,
        Self::PassportName,
        Self::AddressAs,
        Self::WorksAt,
        Self::Email,
        Self::Phone,
        Self::Website,
        Self::Address,
    ];

    pub fn word(&self) -> String {
        match self {
            Self::Name => "name".to_owned(),
            Self::PassportName => "passport-name".to_owned(),
            Self::SortAs => "sort-as".to_owned(),
            Self::AddressAs => "address-as".to_owned(),
            Self::Alias => "alias".to_owned(),
            Self::Kind => "kind".to_owned(),
            Self::Identifier(key) => format!("id-{key}"),
            Self::Phone => "phone".to_owned(),
            Self::Email => "email".to_owned(),
            Self::Website => "website".to_owned(),
            Self::Address => "address".to_owned(),
            Self::WorksAt => "works-at".to_owned(),
            Self::Note => "note".to_owned(),
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        let known = Self::COMMON.into_iter().chain([Self::Note]).find(|field| field.word() == word);
        known.or_else(|| word.strip_prefix("id-").filter(|key| is_key(key)).map(|key| Self::Identifier(key.to_owned())))
    }

    /// Whether a record may have several: a merge may then keep both.
    pub fn is_list(&self) -> bool {
        match self {
            Self::Alias | Self::Phone | Self::Email | Self::Website | Self::WorksAt | Self::Note => true,
            Self::Name
            | Self::PassportName
            | Self::SortAs
            | Self::AddressAs
            | Self::Kind
            | Self::Identifier(_)
            | Self::Address => false,
        }
    }

    /// Whether a value is about a person even on an organisation's record, and so has an end.
    pub fn is_personal(&self) -> bool {
        match self {
            Self::Phone | Self::Email | Self::PassportName | Self::AddressAs | Self::WorksAt | Self::Note => true,
            Self::Name
            | Self::SortAs
            | Self::Alias
            | Self::Kind
            | Self::Identifier(_)
            | Self::Website
            | Self::Address => false,
        }
    }
}

impl Visibility {
    pub const ALL: [Self; 3] = [Self::Public, Self::VerifiedProducers, Self::OfficeOnly];

    pub fn word(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::VerifiedProducers => "verified-producers",
            Self::OfficeOnly => "office-only",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|visibility| visibility.word() == word)
    }

    pub fn label_key(self) -> &'static str {
        match self {
            Self::Public => "people-visible-public",
            Self::VerifiedProducers => "people-visible-verified",
            Self::OfficeOnly => "people-visible-office",
        }
    }

    pub fn lets(self, reader: Reader) -> bool {
        match reader {
            Reader::Office => true,
            Reader::VerifiedProducer => self != Self::OfficeOnly,
            Reader::Anybody => self == Self::Public,
        }
    }
}

impl Purpose {
    pub const ALL: [Self; 4] = [Self::Service, Self::Application, Self::Directory, Self::Newsletter];

    pub fn word(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Application => "application",
            Self::Directory => "directory",
            Self::Newsletter => "newsletter",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.word() == word)
    }

    pub fn label_key(self) -> &'static str {
        match self {
            Self::Service => "people-purpose-service",
            Self::Application => "people-purpose-application",
            Self::Directory => "people-purpose-directory",
            Self::Newsletter => "people-purpose-newsletter",
        }
    }
}

impl Serialize for Field {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.word())
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        Self::from_word(&word).ok_or_else(|| serde::de::Error::custom(format!("`{word}` is not a field")))
    }
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.len() <= 20 && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::{Field, Reader, Visibility};

    #[test]
    fn every_field_is_found_by_its_word() {
        let identifier = Field::Identifier("bin".to_owned());
        for field in Field::COMMON.into_iter().chain([Field::Note, identifier]) {
            assert_eq!(Field::from_word(&field.word()), Some(field));
        }
        assert_eq!(Field::from_word("id-"), None);
        assert_eq!(Field::from_word("roles"), None);
    }

    #[test]
    fn a_value_is_seen_by_those_it_is_for_and_by_nobody_else() {
        let seen = |visibility: Visibility| {
            [Reader::Anybody, Reader::VerifiedProducer, Reader::Office].map(|reader| visibility.lets(reader))
        };
        assert_eq!(seen(Visibility::Public), [true, true, true]);
        assert_eq!(seen(Visibility::VerifiedProducers), [false, true, true]);
        assert_eq!(seen(Visibility::OfficeOnly), [false, false, true]);
    }
}
