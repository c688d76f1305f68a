//! How values are written for a reader.

use kernel::{Exact, Language};
use web::Page;

use crate::field::{Choice, Month, Season, ValueKind};
use crate::record::location::Fact;

/// The value of a fact in words, without its note: `2 h 10 min`, `Asphalt`, `1,480 m`.
pub(crate) fn value(page: &Page, fact: &Fact) -> String {
    match fact.field.kind {
        ValueKind::Words => String::new(),
        ValueKind::Months => months(page, &fact.value),
        ValueKind::Number(unit) => with_unit(page, &fact.value, unit),
        ValueKind::People => with_unit(page, &fact.value, "places-unit-people"),
        ValueKind::Minutes => minutes(page, &fact.value),
        ValueKind::Money => {
            fact.value.parse::<kernel::Money>().map_or_else(|_| fact.value.clone(), |money| page.money(money))
        }
        ValueKind::Code | ValueKind::Email => fact.value.clone(),
        ValueKind::Choice(choices) | ValueKind::Several(choices) => chosen(page, choices, &fact.value),
        ValueKind::Answer => chosen(page, &crate::ANSWERS, &fact.value),
    }
}

/// `Good: May, June; Possible: April`: each month under what it is.
fn months(page: &Page, letters: &str) -> String {
    let Some(season) = Season::read(letters) else { return letters.to_owned() };
    let under = |month: Month| {
        let named = Season::NAMES.iter().zip(season.months()).filter(|(_, is)| **is == month);
        let names: Vec<String> = named.map(|(name, _)| page.say(name).to_string()).collect();
        (!names.is_empty()).then(|| format!("{}: {}", page.say(month.label()), names.join(", ")))
    };
    Month::ALL.into_iter().filter_map(under).collect::<Vec<_>>().join("; ")
}

/// The value and its note as one text.
pub fn told(page: &Page, fact: &Fact) -> String {
    let (value, note) = (value(page, fact), fact.note.or_other(page.language()).unwrap_or_default());
    match (value.is_empty(), note.is_empty()) {
        (true, _) => note.to_owned(),
        (false, true) => value,
        (false, false) => format!("{value}. {note}"),
    }
}

/// The language a note is in, where it is not the reader's: for `lang`.
pub(crate) fn other_language(page: &Page, text: &kernel::LocalText) -> Option<Language> {
    match text.get(page.language()) {
        Some(_) => None,
        None => text.languages().find(|language| text.or_other(page.language()) == text.get(*language)),
    }
}

fn with_unit(page: &Page, value: &str, unit: &str) -> String {
    let number = value.parse::<Exact>().map_or_else(|_| value.to_owned(), |number| page.number(number, 3));
    format!("{number}\u{a0}{}", page.say(unit))
}

fn minutes(page: &Page, value: &str) -> String {
    let Ok(minutes) = value.parse::<u32>() else { return value.to_owned() };
    let (hours, rest) = (minutes / 60, minutes % 60);
    match (hours, rest) {
        (0, _) => page.say("places-minutes").with("minutes", rest).to_string(),
        (_, 0) => page.say("places-hours").with("hours", hours).to_string(),
        _ => page.say("places-hours-minutes").with("hours", hours).with("minutes", rest).to_string(),
    }
}

fn chosen(page: &Page, choices: &[Choice], value: &str) -> String {
    let words = value.split(',').filter_map(|word| choices.iter().find(|choice| choice.word == word));
    words.map(|choice| page.say(choice.label).to_string()).collect::<Vec<_>>().join(", ")
}

/// Who said it. Two answers are no names, and have words in every language.
pub(crate) fn source(page: &Page, source: &str) -> String {
    match source {
        "general knowledge" => page.say("places-source-general").to_string(),
        "estimate" => page.say("places-source-estimate").to_string(),
        // Of an address its host says enough; the link has the rest.
        address if is_address(address) => address.split('/').nth(2).unwrap_or(address).to_owned(),
        name => name.to_owned(),
    }
}

/// Whether a source is a page that can be opened.
pub(crate) fn is_address(source: &str) -> bool {
    source.starts_with("https://") || source.starts_with("http://")
}
