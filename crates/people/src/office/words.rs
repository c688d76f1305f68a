//! What fields, kinds and deeds are called.

use web::Page;

use crate::CountryRules;
use crate::record::{Entry, Field};

/// The name of a field; a state's numbers are called as the profile says.
pub(crate) fn field_label(page: &Page, rules: &CountryRules, field: &Field) -> String {
    let key = match field {
        Field::Name => "people-field-name",
        Field::PassportName => "people-field-passport-name",
        Field::SortAs => "people-field-sort-as",
        Field::AddressAs => "people-field-address-as",
        Field::Alias => "people-field-alias",
        Field::Kind => "people-field-kind",
        Field::Phone => "people-field-phone",
        Field::Email => "people-field-email",
        Field::Website => "people-field-website",
        Field::Address => "people-field-address",
        Field::WorksAt => "people-field-works-at",
        Field::Note => "people-field-note",
        Field::Identifier(key) => {
            let label = rules.identifier(key).map(|rules| rules.label(page.language().tag()).to_owned());
            return label.unwrap_or_else(|| key.clone());
        }
    };
    page.say(key).to_string()
}

pub(crate) fn kind_key(kind: &str) -> &'static str {
    match kind {
        "producer" => "people-kind-producer",
        "crew" => "people-kind-crew",
        "official" => "people-kind-official",
        "journalist" => "people-kind-journalist",
        "teacher" => "people-kind-teacher",
        "production-company" => "people-kind-production-company",
        "service-company" => "people-kind-service-company",
        "studio" => "people-kind-studio",
        "broadcaster" => "people-kind-broadcaster",
        "distributor" => "people-kind-distributor",
        "financier" => "people-kind-financier",
        "authority" => "people-kind-authority",
        "school" => "people-kind-school",
        "association" => "people-kind-association",
        "supplier" => "people-kind-supplier",
        _ => "people-kind-other",
    }
}

/// What was done to a record; a deed of a newer program is told in its own words.
pub(super) fn deed(page: &Page, deed: &str) -> String {
    let key = match deed {
        "made" => "people-deed-made",
        "value added" => "people-deed-added",
        "value changed" => "people-deed-changed",
        "value taken away" => "people-deed-taken-away",
        "merged" => "people-deed-merged",
        "became part of another" => "people-deed-became-part",
        "merge undone" => "people-deed-unmerged",
        "details blanked" => "people-deed-blanked",
        "value blanked, its time is over" => "people-deed-over",
        other => return other.to_owned(),
    };
    page.say(key).to_string()
}

/// A value as people read it: kinds have names, and the language of a name is told.
pub(super) fn shown(page: &Page, entry: &Entry) -> String {
    match &entry.field {
        Field::Kind => page.say(kind_key(&entry.value)).to_string(),
        Field::Name
        | Field::PassportName
        | Field::SortAs
        | Field::AddressAs
        | Field::Alias
        | Field::Identifier(_)
        | Field::Phone
        | Field::Email
        | Field::Website
        | Field::Address
        | Field::WorksAt
        | Field::Note => entry.value.clone(),
    }
}

/// The name of a language in itself, if the site speaks it.
pub(super) fn language_name(page: &Page, tag: &str) -> String {
    let settings = page.site().languages();
    let known = settings.iter().find(|setting| setting.language.tag() == tag);
    known.map_or_else(|| tag.to_owned(), |setting| setting.name.clone())
}
