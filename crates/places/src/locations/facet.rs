use std::collections::BTreeMap;

use web::Page;

use crate::field::{ANSWERS, Choice, Field, Season, find_look};
use crate::record::destination::Destination;

/// Something that a list is narrowed by; the order is that of expected use.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Facet {
    /// As the address calls it.
    pub(crate) name: &'static str,
    pub(crate) label: &'static str,
    options: Options,
}

#[derive(Debug, PartialEq, Eq)]
enum Options {
    Regions,
    /// Choices of a field.
    Field(&'static str),
    Kinds,
    Looks,
    Months,
    /// At most so many hours.
    Hours,
    /// At least so many rooms.
    Rooms,
    Answers,
    Codes,
}

/// What values are called. Regions are records, all else is words.
pub(crate) struct Names<'a> {
    page: &'a Page,
    regions: BTreeMap<&'a str, &'a Destination>,
}

pub(crate) static FACETS: [Facet; 16] = [
    facet("region", "locations-region", Options::Regions),
    facet("drive", "locations-drive", Options::Hours),
    facet("type", "locations-type", Options::Kinds),
    facet("look", "places-stands-in", Options::Looks),
    facet("period", "field-period", Options::Field("period")),
    facet("season", "locations-season", Options::Months),
    facet("permit", "field-permit", Options::Field("permit")),
    facet("drones", "field-drones", Options::Answers),
    facet("night", "field-night-shoot", Options::Answers),
    facet("sound", "field-clean-sound", Options::Answers),
    facet("vehicle", "field-heaviest-vehicle", Options::Field("heaviest-vehicle")),
    facet("power", "field-power", Options::Field("power")),
    facet("rooms", "field-rooms-60", Options::Rooms),
    facet("credit", "locations-credit", Options::Answers),
    facet("panorama", "field-panorama", Options::Answers),
    facet("airport", "field-airport", Options::Codes),
];

const fn facet(name: &'static str, label: &'static str, options: Options) -> Facet {
    Facet { name, label, options }
}

impl Facet {
    pub(crate) fn find(name: &str) -> Option<&'static Self> {
        FACETS.iter().find(|facet| facet.name == name)
    }

    /// Whether one choice excludes the others: up to four hours has all that is within two.
    pub(crate) fn is_single(&self) -> bool {
        match self.options {
            Options::Hours | Options::Rooms => true,
            Options::Regions
            | Options::Field(_)
            | Options::Kinds
            | Options::Looks
            | Options::Months
            | Options::Answers
            | Options::Codes => false,
        }
    }

    /// Values in the order in which they are offered.
    pub(crate) fn sort(&self, names: &Names<'_>, values: &mut [(String, usize)]) {
        let place = |value: &str| -> (usize, String) {
            let in_table = |choices: &[Choice]| choices.iter().position(|choice| choice.word == value);
            match self.options {
                Options::Field(key) => {
                    (Field::find(key).and_then(|field| in_table(field.choices())).unwrap_or(999), String::new())
                }
                Options::Answers => (in_table(&ANSWERS).unwrap_or(999), String::new()),
                Options::Hours | Options::Rooms => (value.parse().unwrap_or(999), String::new()),
                Options::Months => (0, value.to_owned()),
                Options::Regions | Options::Kinds | Options::Looks | Options::Codes => {
                    (0, names.of(self, value).unwrap_or_default())
                }
            }
        };
        values.sort_by_cached_key(|(value, _)| place(value));
    }
}

impl<'a> Names<'a> {
    pub(crate) fn new(page: &'a Page, destinations: &'a [Destination]) -> Self {
        let regions = destinations.iter().map(|destination| (destination.slug.as_str(), destination));
        Self { page, regions: regions.collect() }
    }

    /// Nothing for a value that nobody offered.
    pub(crate) fn of(&self, facet: &Facet, value: &str) -> Option<String> {
        let page = self.page;
        let said = |choice: Option<&Choice>| choice.map(|choice| page.say(choice.label).to_string());
        let in_field =
            |key: &str| Field::find(key).and_then(|field| field.choices().iter().find(|one| one.word == value));
        match facet.options {
            Options::Regions => self.regions.get(value).map(|region| region.name(page.language()).to_owned()),
            Options::Field(key) => said(in_field(key)),
            Options::Kinds => crate::Kind::find(value).map(|kind| page.say(kind.label).to_string()),
            Options::Looks => said(find_look(value)),
            Options::Answers => said(ANSWERS.iter().find(|answer| answer.word == value)),
            Options::Months => {
                let month = value.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
                month.and_then(|at| Season::NAMES.get(at)).map(|name| page.say(name).to_string())
            }
            Options::Hours => {
                value.parse::<u8>().ok().map(|hours| page.say("locations-hours").with("hours", hours).to_string())
            }
            Options::Rooms => {
                value.parse::<u16>().ok().map(|rooms| page.say("locations-rooms").with("rooms", rooms).to_string())
            }
            Options::Codes => {
                let is_code = (1..=8).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_alphanumeric());
                is_code.then(|| value.to_owned())
            }
        }
    }
}
