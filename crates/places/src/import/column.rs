//! What a column of a file may mean.

use kernel::{Language, fold};
use web::Words;

use crate::field::{FIELDS, Field, ValueKind};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Name(Language),
    Slug,
    Aliases,
    Kind,
    Destination,
    Latitude,
    Longitude,
    /// Both in one cell: `43.353, 79.079`.
    Position,
    Looks,
    /// Of every fact of the row.
    Source,
    CheckedOn,
    Value(&'static Field),
    Note(&'static Field, Language),
}

/// Words that are no field's name, and what they mean.
const USUAL: [(&str, &str); 26] = [
    ("slug", "slug"),
    ("id", "slug"),
    ("address", "slug"),
    ("alias", "aliases"),
    ("aliases", "aliases"),
    ("type", "kind"),
    ("kind", "kind"),
    ("тип", "kind"),
    ("түрі", "kind"),
    ("region", "destination"),
    ("destination", "destination"),
    ("регион", "destination"),
    ("область", "destination"),
    ("lat", "latitude"),
    ("latitude", "latitude"),
    ("широта", "latitude"),
    ("ендік", "latitude"),
    ("lon", "longitude"),
    ("lng", "longitude"),
    ("longitude", "longitude"),
    ("долгота", "longitude"),
    ("бойлық", "longitude"),
    ("coordinates", "position"),
    ("координаты", "position"),
    ("source", "source"),
    ("источник", "source"),
];

impl Column {
    /// As forms and remembered mappings call it: `name-en`, `road`, `summary.en`.
    pub(crate) fn word(&self) -> String {
        match self {
            Self::Name(language) => format!("name-{language}"),
            Self::Slug => "slug".to_owned(),
            Self::Aliases => "aliases".to_owned(),
            Self::Kind => "kind".to_owned(),
            Self::Destination => "destination".to_owned(),
            Self::Latitude => "latitude".to_owned(),
            Self::Longitude => "longitude".to_owned(),
            Self::Position => "position".to_owned(),
            Self::Looks => "looks".to_owned(),
            Self::Source => "source".to_owned(),
            Self::CheckedOn => "checked-on".to_owned(),
            Self::Value(field) => field.key.to_owned(),
            Self::Note(field, language) => format!("{}.{language}", field.key),
        }
    }

    pub(crate) fn from_word(word: &str, languages: &[Language]) -> Option<Self> {
        Self::all(languages).into_iter().find(|column| column.word() == word)
    }

    /// The key of its name, and the language it is in.
    pub(crate) fn label(&self) -> (&'static str, Option<Language>) {
        match self {
            Self::Name(language) => ("places-name", Some(*language)),
            Self::Slug => ("places-slug", None),
            Self::Aliases => ("places-aliases", None),
            Self::Kind => ("places-kind", None),
            Self::Destination => ("places-destination", None),
            Self::Latitude => ("places-latitude", None),
            Self::Longitude => ("places-longitude", None),
            Self::Position => ("places-import-position", None),
            Self::Looks => ("places-stands-in", None),
            Self::Source => ("places-source", None),
            Self::CheckedOn => ("places-checked", None),
            Self::Value(field) => (field.label, None),
            Self::Note(field, language) => (field.label, Some(*language)),
        }
    }

    /// Everything that a column may mean, in the order of a form.
    pub(crate) fn all(languages: &[Language]) -> Vec<Self> {
        let mut all: Vec<Self> = languages.iter().map(|language| Self::Name(*language)).collect();
        all.extend([Self::Slug, Self::Aliases, Self::Kind, Self::Destination]);
        all.extend([Self::Latitude, Self::Longitude, Self::Position, Self::Looks, Self::Source, Self::CheckedOn]);
        for field in &FIELDS {
            if field.kind != ValueKind::Words {
                all.push(Self::Value(field));
            }
            all.extend(languages.iter().map(|language| Self::Note(field, *language)));
        }
        all
    }

    /// By its heading: our own words, the names that pages give to fields in any language, or what is usual.
    pub(crate) fn guess(heading: &str, languages: &[Language], words: &Words) -> Option<Self> {
        let plain = heading.trim().to_lowercase().replace([' ', '_'], "-");
        if let Some(column) = Self::from_word(&plain, languages) {
            return Some(column);
        }
        let folded = fold::fold(heading);
        for language in languages {
            if is_name(&plain, language.tag()) {
                return Some(Self::Name(*language));
            }
            for column in Self::all(languages) {
                let (label, of) = column.label();
                let is_alone = of.is_none_or(|of| of == *language);
                if is_alone && fold::fold(&words.say(*language, label).to_string()) == folded {
                    return Some(column);
                }
            }
        }
        let usual = USUAL.iter().find(|(known, _)| fold::fold(known) == folded)?;
        Self::from_word(usual.1, languages)
    }
}

/// `name-ru`, `Название (ru)`, and each language's own word for it alone.
fn is_name(heading: &str, tag: &str) -> bool {
    const NAMES: [(&str, &str); 6] =
        [("name", "en"), ("title", "en"), ("название", "ru"), ("наименование", "ru"), ("имя", "ru"), ("атауы", "kk")];
    let with_tag = |name: &str| heading == format!("{name}-{tag}") || heading == format!("{name}-({tag})");
    NAMES.iter().any(|(name, own)| with_tag(name) || (heading == *name && *own == tag))
}

/// What a set of headings is remembered by.
pub(crate) fn fingerprint(columns: &[String]) -> String {
    store::fingerprint(&columns.join("\u{1f}"))
}
