//! What a column's heading means, by the synonyms in `data/columns.toml`.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::{Field, names::fold};

/// How well a heading was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    None,
    Check,
    Sure,
}

impl Confidence {
    /// The key of the name in words/.
    pub fn key(self) -> &'static str {
        match self {
            Self::None => "costs-confidence-none",
            Self::Check => "costs-confidence-check",
            Self::Sure => "costs-confidence-sure",
        }
    }
}

struct Synonyms {
    exact: HashMap<String, Option<Field>>,
    under: Vec<[Field; 3]>,
}

#[derive(Deserialize, Default)]
struct ColumnsFile {
    under: Vec<[Field; 3]>,
    #[serde(flatten)]
    fields: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

static SHIPPED: LazyLock<Synonyms> = LazyLock::new(|| {
    let file: ColumnsFile = toml::from_str(include_str!("../data/columns.toml")).unwrap_or_default();
    let fields = file.fields.iter();
    let exact = fields
        .flat_map(|(name, languages)| languages.values().flatten().map(|word| (bare(word), Field::from_name(name))))
        .collect();
    Synonyms { exact, under: file.under }
});

/// A heading without what does not change its meaning: points, brackets and what is in them.
fn bare(heading: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::new();
    for sign in heading.chars() {
        match sign {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '.' | ',' | ':' | ';' | '_' | '"' | '«' | '»' | '*' | '\\' if depth == 0 => kept.push(' '),
            sign if depth == 0 => kept.push(sign),
            _ => {}
        }
    }
    // `Tag(s)` is a tag; but a heading all in brackets keeps what it says.
    let folded = fold(&kept);
    if folded.is_empty() { fold(&heading.replace(['(', ')', '[', ']'], " ")) } else { folded }
}

/// The field a heading names. A heading that is known to mean none of ours is sure to be nothing.
pub(crate) fn recognise(heading: &str) -> (Option<Field>, Confidence) {
    if heading.chars().count() > 120 {
        return (None, Confidence::None);
    }
    let bare = bare(heading);
    if !bare.contains(|sign: char| !sign.is_ascii_digit()) {
        return (None, Confidence::None);
    }
    if let Some(field) = SHIPPED.exact.get(bare.as_str()) {
        return (*field, Confidence::Sure);
    }
    // `Amount USD` is an amount: a currency in the heading says nothing of the field.
    let without_currency: Vec<&str> =
        bare.split(' ').filter(|word| crate::names::Names::shipped().currency_word(word).is_none()).collect();
    if let Some(field) = SHIPPED.exact.get(without_currency.join(" ").as_str()) {
        return (*field, Confidence::Sure);
    }
    // The longest phrase inside decides, so that `date of invoice` is found before `date`.
    let words: Vec<&str> = bare.split([' ', '/', '-', '–', '—']).filter(|word| !word.is_empty()).collect();
    let phrases = (1..=words.len().min(6)).flat_map(|length| words.windows(length).map(|phrase| phrase.join(" ")));
    // One or two letters inside a longer heading mean nothing.
    let long = phrases.map(|phrase| (phrase.chars().count(), phrase)).filter(|(letters, _)| *letters > 2);
    let known = long.filter_map(|(letters, phrase)| Some((letters, *SHIPPED.exact.get(phrase.as_str())?)));
    match known.reduce(|best, next| if next.0 > best.0 { next } else { best }) {
        Some((_, Some(field))) => (Some(field), Confidence::Check),
        Some((_, None)) | None => (None, Confidence::None),
    }
}

/// What a heading means under another one: `Поставщик` above `Наименование` is the supplier, not a description.
pub(crate) fn recognise_under(above: &str, own: &str) -> (Option<Field>, Confidence) {
    let (upper, lower) = (recognise(above), recognise(own));
    let changed = SHIPPED.under.iter().find(|[one, two, _]| (upper.0, lower.0) == (Some(*one), Some(*two)));
    if let Some([_, _, together]) = changed {
        return (Some(*together), upper.1.min(lower.1));
    }
    let candidates = [lower, recognise(&format!("{above} {own}")), upper];
    candidates.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best }).unwrap_or(lower)
}

#[cfg(test)]
mod tests {
    use super::{Confidence, SHIPPED, recognise};
    use crate::Field;

    #[test]
    fn headings_are_recognised_in_three_languages() {
        for (heading, field) in [
            ("Acct #", Field::Account),
            ("Сумма, тенге", Field::Amount),
            ("Сумма (KZT)", Field::Amount),
            ("Amount USD", Field::Amount),
            ("СУММА БЕЗ НДС", Field::Net),
            ("ҚҚС-сыз сома", Field::Net),
            ("Tag(s)", Field::Tag),
            ("Страна поставщика", Field::SupplierCountry),
            ("Жеткізушінің елі", Field::SupplierCountry),
            ("Место выполнения работ", Field::WorkPlace),
            ("Кол-во", Field::Quantity),
            ("Дата счёта-фактуры", Field::InvoiceDate),
            ("Date", Field::Incurred),
            ("ФИО", Field::Person),
            ("БИН/ИИН", Field::SupplierTaxId),
            ("Шығындар атауы", Field::Description),
        ] {
            assert_eq!(recognise(heading), (Some(field), Confidence::Sure), "{heading}");
        }
    }

    #[test]
    fn a_longer_heading_is_to_be_checked() {
        assert_eq!(recognise("Дата документа (факт)"), (Some(Field::InvoiceDate), Confidence::Sure));
        assert_eq!(recognise("Name of the vendor paid"), (Some(Field::Supplier), Confidence::Check));
        assert_eq!(recognise("Variance"), (None, Confidence::Sure));
        assert_eq!(recognise("Shoe size"), (None, Confidence::None));
        assert_eq!(recognise(""), (None, Confidence::None));
    }

    #[test]
    fn every_field_has_synonyms_in_every_language_and_none_twice() {
        let file: super::ColumnsFile = toml::from_str(include_str!("../data/columns.toml")).unwrap();
        let mut seen = std::collections::HashMap::new();
        for (name, languages) in &file.fields {
            assert!(name == "none" || Field::from_name(name).is_some(), "{name}");
            assert_eq!(languages.keys().collect::<Vec<_>>(), ["en", "kk", "ru"], "{name}");
            for word in languages.values().flatten() {
                let other = seen.insert(super::bare(word), name);
                assert!(other.is_none_or(|other| other == name), "`{word}` is {name} and {other:?}");
            }
        }
        assert_eq!(file.fields.len(), Field::ALL.len() + 1);
        assert!(SHIPPED.exact.len() > 300);
    }
}
