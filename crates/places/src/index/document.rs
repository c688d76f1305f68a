//! A place as it is found.

use kernel::{Id, Language};
use search::{Document, Schema, Weight, Words as Said};
use web::Words;

use super::{card::Card, gathered, spoken};
use crate::Photo;
use crate::field::{Choice, Field, Month, Season, ValueKind, find_look};
use crate::record::destination::Destination;
use crate::record::shown::Shown;

/// "No longer than", in hours from the airport.
const DRIVE_HOURS: [i64; 4] = [1, 2, 4, 6];
/// "At least so many" rooms within an hour.
const ROOMS: [i64; 4] = [20, 60, 120, 300];

/// Numbers that lists are sorted by.
pub(crate) mod numbers {
    pub(crate) const DRIVE: &str = "drive";
    /// How hard it is to be allowed: less is easier.
    pub(crate) const PERMIT: &str = "permit";

    /// By the order of the table; what nobody has asked comes behind what is known.
    pub(crate) fn difficulty(permit: &str) -> i64 {
        let permits = crate::Field::find("permit").map(crate::Field::choices).unwrap_or_default();
        let known = permits.iter().position(|choice| choice.word == permit);
        i64::try_from(known.unwrap_or(permits.len())).unwrap_or(i64::MAX)
    }
}

/// Raised when the same place makes another document.
const VERSION: u32 = 2;

pub(super) struct Writer {
    words: Words,
}

pub(super) fn schema() -> Schema {
    Schema { numbers: vec![numbers::DRIVE.to_owned(), numbers::PERMIT.to_owned()], version: VERSION }
}

impl Writer {
    pub(super) fn new() -> Self {
        Self { words: gathered() }
    }

    pub(super) fn document(&self, place: &Shown, destinations: &[Destination], cover: Option<&Photo>) -> Document {
        let regions = regions(place.destination, destinations);
        let drive = place.value("drive-minutes").parse::<i64>().ok();
        let mut sorted_by = vec![(numbers::PERMIT.to_owned(), numbers::difficulty(place.value("permit")))];
        sorted_by.extend(drive.map(|minutes| (numbers::DRIVE.to_owned(), minutes)));
        Document {
            id: place.id.to_string(),
            words: self.said(place, &regions),
            facets: facets(place, &regions, drive),
            numbers: sorted_by,
            position: place.position.and_then(|at| search::Position::from_degrees(at.latitude, at.longitude)),
            order: i64::try_from(place.facts.len() + 3 * place.looks.len() + 5 * place.credits.len()).unwrap_or(0),
            kept: Card::written(place, cover),
        }
    }

    fn said(&self, place: &Shown, regions: &[&Destination]) -> Vec<Said> {
        let mut all = Vec::new();
        let mut say = |language: Language, text: &str, weight: Weight| {
            if !text.trim().is_empty() {
                all.push(Said { language, text: text.to_owned(), weight });
            }
        };
        for language in place.names.languages() {
            say(language, place.names.get(language).unwrap_or_default(), Weight::Name);
        }
        for alias in &place.aliases {
            say(spoken_by(alias), alias, Weight::Name);
        }
        for region in regions {
            for language in region.names.languages() {
                say(language, region.names.get(language).unwrap_or_default(), Weight::Keyword);
            }
        }
        let labels = labels(place);
        for language in spoken() {
            for label in &labels {
                say(language, &self.words.say(language, label).to_string(), Weight::Keyword);
            }
        }
        for credit in &place.credits {
            say(spoken_by(&credit.title), &credit.title, Weight::Keyword);
            for language in credit.scene.languages() {
                say(language, credit.scene.get(language).unwrap_or_default(), Weight::Text);
            }
        }
        for fact in place.facts.iter().filter(|fact| fact.field.kind == ValueKind::Words) {
            for language in fact.note.languages() {
                say(language, fact.note.get(language).unwrap_or_default(), Weight::Text);
            }
        }
        all
    }
}

/// A place's region, or its city and the region that one lies in.
fn regions(of: Option<Id>, destinations: &[Destination]) -> Vec<&Destination> {
    let find = |id: Id| destinations.iter().find(|destination| destination.id == id);
    let own = of.and_then(find);
    own.into_iter().chain(own.and_then(|own| own.parent).and_then(find)).collect()
}

/// Keys of the words by which a place is found whatever its texts say.
fn labels(place: &Shown) -> Vec<&'static str> {
    let mut labels = vec![place.kind.label];
    labels.extend(place.looks.iter().filter_map(|look| find_look(&look.slug)).map(|look| look.label));
    for key in ["more-types", "period"] {
        labels.extend(chosen(place, key).map(|choice| choice.label));
    }
    labels
}

fn facets(place: &Shown, regions: &[&Destination], drive: Option<i64>) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    let mut add = |name: &str, value: &str| all.push((name.to_owned(), value.to_owned()));
    regions.iter().for_each(|region| add("region", &region.slug));
    add("type", place.kind.word);
    chosen(place, "more-types")
        .filter(|choice| choice.word != place.kind.word)
        .for_each(|choice| add("type", choice.word));
    place.looks.iter().for_each(|look| add("look", &look.slug));
    chosen(place, "period").for_each(|choice| add("period", choice.word));
    for (name, key) in [
        ("permit", "permit"),
        ("drones", "drones"),
        ("night", "night-shoot"),
        ("sound", "clean-sound"),
        ("power", "power"),
        ("panorama", "panorama"),
        ("flyover", "flyover"),
        ("airport", "airport"),
    ] {
        if !place.value(key).is_empty() {
            add(name, place.value(key));
        }
    }
    if let Some(season) = Season::read(place.value("seasons")) {
        for (month, number) in season.months().iter().zip(1..) {
            match month {
                Month::Good | Month::Possible => add("season", &format!("{number:02}")),
                Month::No => {}
            }
        }
    }
    // Where a lorry gets through, a car does.
    let heaviest = place.value("heaviest-vehicle");
    let vehicles = Field::find("heaviest-vehicle").map(Field::choices).unwrap_or_default();
    if let Some(last) = vehicles.iter().position(|choice| choice.word == heaviest) {
        vehicles.iter().take(last + 1).skip(1).for_each(|choice| add("vehicle", choice.word));
    }
    if let Some(minutes) = drive {
        DRIVE_HOURS.iter().filter(|hours| minutes <= **hours * 60).for_each(|hours| add("drive", &hours.to_string()));
    }
    let rooms = place.value("rooms-60").split('.').next().and_then(|rooms| rooms.parse::<i64>().ok()).unwrap_or(0);
    ROOMS.iter().filter(|least| rooms >= **least).for_each(|least| add("rooms", &least.to_string()));
    if !place.credits.is_empty() {
        add("credit", "yes");
    }
    all.dedup();
    all
}

fn chosen<'p>(place: &'p Shown, key: &str) -> impl Iterator<Item = &'static Choice> + use<'p> {
    let choices = Field::find(key).map(Field::choices).unwrap_or_default();
    place.value(key).split(',').filter_map(move |word| choices.iter().find(|choice| choice.word == word))
}

/// An alias names no language: its script tells which endings it may have.
fn spoken_by(text: &str) -> Language {
    let is_cyrillic = text.chars().any(|letter| ('\u{400}'..='\u{52f}').contains(&letter));
    is_cyrillic.then(|| "ru".parse().ok()).flatten().unwrap_or(Language::ENGLISH)
}
