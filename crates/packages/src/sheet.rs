//! A place as its recipient reads it: the same on the page, in the archive and on paper.

use jiff::tz::TimeZone;
use kernel::Exact;
use people::Reader;
use places::{Group, Location, Month, Precision, Season, Shown, ValueKind, shown};
use web::Page;

use crate::pictures::Picture;
use crate::record::{Chosen, Package};
use crate::sun::{Sun, sun};

#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    pub(crate) number: usize,
    pub(crate) chosen: Chosen,
    pub(crate) place: Shown,
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) region: String,
    /// The page of the place; empty if it has none for the public.
    pub(crate) address: String,
    /// `43.35300, 79.07900`, and how far that may be trusted.
    pub(crate) position: String,
    pub(crate) precision: String,
    pub(crate) summary: String,
    /// What has to be asked of whom before one may film.
    pub(crate) rules: Vec<Line>,
    pub(crate) access: Vec<Line>,
    pub(crate) others: Vec<(String, Vec<Line>)>,
    pub(crate) looks: Vec<String>,
    pub(crate) credits: Vec<String>,
    pub(crate) sun: Option<Sun>,
    /// Those that are shown.
    pub(crate) pictures: Vec<Picture>,
    /// All there are, for whoever chooses.
    pub(crate) choice: Vec<(Picture, bool)>,
}

/// One fact in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) label: String,
    pub(crate) value: String,
    /// By whom it was said and when it was last looked at; empty if nobody knows.
    pub(crate) source: String,
}

impl Sheet {
    pub(crate) fn of(
        page: &Page,
        zone: &TimeZone,
        package: &Package,
        chosen: Chosen,
        location: &Location,
        region: String,
        pictures: Vec<Picture>,
    ) -> Self {
        let place = shown(location, leaving(package.reader));
        let group = |group: Group| lines(page, &place, group);
        let rest =
            [Group::Look, Group::Light, Group::Space, Group::Services, Group::Support, Group::Questions, Group::Owner];
        let others = rest.into_iter().map(|of| (page.say(of.label()).to_string(), group(of)));
        let choice: Vec<(Picture, bool)> =
            pictures.into_iter().map(|picture| (picture.clone(), !chosen.hidden.contains(&picture.id))).collect();
        let day = package.sun_on.unwrap_or_else(|| page.today());
        Self {
            number: 0,
            name: place.name(page.language()).to_owned(),
            kind: page.say(place.kind.label).to_string(),
            region,
            address: match location.is_listed() {
                true => page.absolute(&page.link(format!("locations/{}", place.slug))),
                false => String::new(),
            },
            position: place.position.map(|position| position.degrees()).unwrap_or_default(),
            precision: precision(page, place.precision),
            summary: place.fact("summary").map(|fact| places::told(page, fact)).unwrap_or_default(),
            rules: group(Group::Rules),
            access: group(Group::Access),
            others: others.filter(|(_, lines)| !lines.is_empty()).collect(),
            looks: looks(page, &place),
            credits: place.credits.iter().map(|credit| said_credit(page, credit)).collect(),
            sun: place.position.and_then(|position| sun(page, position, day, zone)),
            pictures: choice.iter().filter(|(_, is_shown)| *is_shown).map(|(picture, _)| picture.clone()).collect(),
            choice,
            chosen,
            place,
        }
    }

    /// Seen in a list: the road to it and the permit it wants.
    pub(crate) fn glance(&self, page: &Page) -> Vec<String> {
        let facts = ["drive-minutes", "permit", "rooms-60"].iter().filter_map(|key| self.place.fact(key));
        facts.map(|fact| format!("{}: {}", page.say(fact.field.label), places::told(page, fact))).collect()
    }
}

/// Nothing that leaves the office is as the office sees it.
pub(crate) fn leaving(reader: Reader) -> Reader {
    match reader {
        Reader::Office | Reader::VerifiedProducer => Reader::VerifiedProducer,
        Reader::Anybody => Reader::Anybody,
    }
}

fn lines(page: &Page, place: &Shown, group: Group) -> Vec<Line> {
    let facts = place.facts.iter().filter(|fact| fact.field.group == group);
    let told = facts.filter_map(|fact| {
        let is_of_months = fact.field.kind == ValueKind::Months;
        let value = if is_of_months { months(page, &fact.value) } else { places::told(page, fact) };
        if value.is_empty() {
            return None;
        }
        let value = match fact.is_uncertain {
            true => format!("{value} ({})", page.say("places-uncertain")),
            false => value,
        };
        let checked = fact.checked_on.map(|day| page.say("places-checked-on").with("day", page.day(day)).to_string());
        let source = [Some(who(&fact.source)).filter(|source| !source.is_empty()), checked];
        Some(Line {
            label: page.say(fact.field.label).to_string(),
            value,
            source: source.into_iter().flatten().collect::<Vec<_>>().join(", "),
        })
    });
    told.collect()
}

/// The good months, by their short names.
fn months(page: &Page, letters: &str) -> String {
    let Some(season) = Season::read(letters) else { return String::new() };
    let named = Season::NAMES.iter().zip(season.months());
    let good = named.filter(|(_, month)| **month == Month::Good).map(|(name, _)| page.say(name).to_string());
    good.collect::<Vec<_>>().join(", ")
}

/// Of an address only whose it is: all of it stands on the page of the place.
fn who(source: &str) -> String {
    let address = source.split_once("://").map_or(source, |(_, rest)| rest.split('/').next().unwrap_or(rest));
    address.trim_start_matches("www.").to_owned()
}

fn precision(page: &Page, precision: Precision) -> String {
    match precision {
        Precision::Exact => String::new(),
        Precision::Rounded { metres } => {
            let far = Exact::fraction(metres.into(), 1_000).map(|far| page.number(far, 1)).unwrap_or_default();
            page.say("places-rounded").with("kilometres", far).to_string()
        }
        Precision::Uncertain => page.say("places-survey-first").to_string(),
    }
}

fn looks(page: &Page, place: &Shown) -> Vec<String> {
    let known = place.looks.iter().filter_map(|look| places::find_look(&look.slug));
    known.map(|look| page.say(look.label).to_string()).collect()
}

fn said_credit(page: &Page, credit: &places::Credit) -> String {
    let year = credit.year.map(|year| format!(" ({year})")).unwrap_or_default();
    let scene = credit.scene.or_other(page.language()).map(|scene| format!(": {scene}")).unwrap_or_default();
    format!("{}{year}{scene}", credit.title)
}
