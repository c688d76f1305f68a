//! The files, read and checked as a whole: nothing is loaded of content with a mistake in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use kernel::{Day, Language, LocalText};
use serde::Deserialize;
use toml::{Table, Value};

use super::fact::{fact_of, local_text, plainly};
use crate::field::{Kind, find_look};
use crate::record::destination::{DestinationKind, DestinationText, Subject};
use crate::record::location::{Fact, State};
use crate::record::position::{Bounds, Position, Precision};

/// Everything the files say, checked.
#[derive(Debug, Default)]
pub struct Content {
    pub(super) destinations: Vec<ContentDestination>,
    pub(super) places: Vec<ContentPlace>,
}

#[derive(Debug)]
pub(super) struct ContentDestination {
    pub(super) slug: String,
    pub(super) kind: DestinationKind,
    pub(super) parent: Option<String>,
    pub(super) names: LocalText,
    pub(super) code: String,
    pub(super) position: Option<Position>,
    pub(super) texts: Vec<DestinationText>,
}

#[derive(Debug)]
pub struct ContentPlace {
    pub slug: String,
    /// What the file says of its pictures: for whoever keeps the photos.
    pub pictures: Vec<Table>,
    pub(super) names: LocalText,
    pub(super) aliases: Vec<String>,
    pub(super) kind: &'static Kind,
    pub(super) destination: Option<String>,
    pub(super) state: State,
    pub(super) is_unreleased: bool,
    pub(super) position: Option<Position>,
    pub(super) precision: Precision,
    pub(super) looks: Vec<String>,
    pub(super) facts: Vec<Fact>,
    pub(super) credits: Vec<CreditLine>,
    pub(super) days: Vec<DaysLine>,
}

/// What is wrong, and where: file, place or destination, key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentProblem {
    pub file: String,
    pub subject: String,
    pub key: String,
    pub what: String,
}

impl fmt::Display for ContentProblem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.file)?;
        if !self.subject.is_empty() {
            write!(out, ": `{}`", self.subject)?;
        }
        if !self.key.is_empty() {
            write!(out, ": `{}`", self.key)?;
        }
        write!(out, ": {}", self.what)
    }
}

impl std::error::Error for ContentProblem {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContentFile {
    #[serde(default)]
    shared: BTreeMap<String, Table>,
    #[serde(default)]
    destination: Vec<DestinationLine>,
    #[serde(default)]
    place: Vec<PlaceLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DestinationLine {
    slug: String,
    kind: String,
    #[serde(default)]
    parent: Option<String>,
    names: Table,
    #[serde(default)]
    code: String,
    position: Option<[f64; 2]>,
    #[serde(default)]
    texts: BTreeMap<String, Table>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceLine {
    slug: String,
    names: Table,
    #[serde(default)]
    aliases: Vec<String>,
    kind: String,
    destination: Option<String>,
    state: Option<String>,
    #[serde(default)]
    unreleased: bool,
    position: Option<[f64; 2]>,
    precision: Option<String>,
    #[serde(default)]
    rounded_to: i64,
    #[serde(default)]
    looks: Vec<String>,
    #[serde(default)]
    uses: Vec<String>,
    #[serde(default)]
    source: String,
    checked_on: Option<String>,
    #[serde(default)]
    facts: Table,
    #[serde(default)]
    credits: Vec<CreditLine>,
    #[serde(default)]
    days: Vec<DaysLine>,
    #[serde(default)]
    pictures: Vec<Table>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CreditLine {
    pub(super) title: String,
    pub(super) year: Option<i64>,
    #[serde(default)]
    pub(super) scene: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) wikidata: String,
    #[serde(default)]
    pub(super) imdb: String,
    pub(super) days: Option<i64>,
    #[serde(default)]
    pub(super) source: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DaysLine {
    pub(super) starts_on: String,
    pub(super) days: i64,
    #[serde(default)]
    pub(super) production: String,
}

/// Notes problems of one thing in one file.
struct Notes<'c> {
    file: &'c str,
    subject: &'c str,
    problems: &'c mut Vec<ContentProblem>,
}

impl Notes<'_> {
    fn wrong(&mut self, key: &str, what: impl fmt::Display) {
        self.problems.push(ContentProblem {
            file: self.file.to_owned(),
            subject: self.subject.to_owned(),
            key: key.to_owned(),
            what: what.to_string(),
        });
    }
}

impl ContentPlace {
    pub fn name(&self, language: Language) -> &str {
        self.names.or_other(language).unwrap_or(&self.slug)
    }

    pub fn position(&self) -> Option<Position> {
        self.position
    }
}

impl Content {
    /// From files with their names. `country` is where places may lie.
    pub fn read(files: &[(String, String)], country: Option<&Bounds>) -> Result<Self, Vec<ContentProblem>> {
        let mut problems = Vec::new();
        let mut read = Vec::new();
        for (file, text) in files {
            match toml::from_str::<ContentFile>(text) {
                Ok(lines) => read.push((file.as_str(), lines)),
                Err(error) => Notes { file, subject: "", problems: &mut problems }.wrong("", error.to_string().trim()),
            }
        }
        let shared: BTreeMap<String, Table> = read.iter().flat_map(|(_, lines)| lines.shared.clone()).collect();
        let slugs: BTreeSet<String> =
            read.iter().flat_map(|(_, lines)| lines.destination.iter().map(|line| line.slug.clone())).collect();
        let mut content = Self::default();
        let mut known = BTreeSet::new();
        for (file, lines) in read {
            for line in lines.destination {
                let subject = line.slug.clone();
                let mut notes = Notes { file, subject: &subject, problems: &mut problems };
                if !known.insert(format!("destination {subject}")) {
                    notes.wrong("slug", "there is another of that name");
                }
                content.destinations.extend(destination_of(line, &slugs, country, &mut notes));
            }
            for line in lines.place {
                let subject = line.slug.clone();
                let mut notes = Notes { file, subject: &subject, problems: &mut problems };
                if !known.insert(subject.clone()) {
                    notes.wrong("slug", "there is another place of that name");
                }
                content.places.extend(place_of(line, &slugs, &shared, country, &mut notes));
            }
        }
        if problems.is_empty() { Ok(content) } else { Err(problems) }
    }

    pub fn places(&self) -> &[ContentPlace] {
        &self.places
    }
}

fn destination_of(
    line: DestinationLine,
    slugs: &BTreeSet<String>,
    country: Option<&Bounds>,
    notes: &mut Notes<'_>,
) -> Option<ContentDestination> {
    check_slug(&line.slug, notes);
    let kind = DestinationKind::from_word(&line.kind);
    if kind.is_none() {
        notes.wrong("kind", format!("`{}` is neither `region` nor `city`", line.kind));
    }
    if let Some(parent) = line.parent.as_ref().filter(|parent| !slugs.contains(*parent)) {
        notes.wrong("parent", format!("there is no destination `{parent}`"));
    }
    let names = names_of(&line.names, notes);
    let position = position_of(line.position, country, notes);
    let mut texts = Vec::new();
    for (word, table) in &line.texts {
        let Some(subject) = Subject::from_word(word) else {
            notes.wrong(&format!("texts.{word}"), "is not a subject of destinations");
            continue;
        };
        let said = local_text(table.iter().filter(|(key, _)| !["source", "checked_on"].contains(&key.as_str())));
        let text = |key: &str| table.get(key).and_then(Value::as_str).unwrap_or_default();
        match said {
            Ok(said) => texts.push(DestinationText {
                subject,
                said,
                source: text("source").to_owned(),
                checked_on: day_of(table.get("checked_on"), &format!("texts.{word}.checked_on"), notes),
            }),
            Err(what) => notes.wrong(&format!("texts.{word}"), what),
        }
    }
    Some(ContentDestination {
        slug: line.slug,
        kind: kind?,
        parent: line.parent,
        names,
        code: line.code,
        position,
        texts,
    })
}

fn place_of(
    line: PlaceLine,
    slugs: &BTreeSet<String>,
    shared: &BTreeMap<String, Table>,
    country: Option<&Bounds>,
    notes: &mut Notes<'_>,
) -> Option<ContentPlace> {
    check_slug(&line.slug, notes);
    let kind = Kind::find(&line.kind);
    if kind.is_none() {
        notes.wrong("kind", format!("`{}` is not a type of place", line.kind));
    }
    if let Some(destination) = line.destination.as_ref().filter(|slug| !slugs.contains(*slug)) {
        notes.wrong("destination", format!("there is no destination `{destination}`"));
    }
    let word = line.state.as_deref().unwrap_or("published");
    let state = State::from_word(word).filter(|state| matches!(state, State::Draft | State::Published));
    if state.is_none() {
        notes.wrong("state", format!("`{word}` is neither `draft` nor `published`"));
    }
    let word = line.precision.as_deref().unwrap_or("exact");
    let precision = Precision::of(word, line.rounded_to);
    if precision.is_none() {
        notes.wrong("precision", "is `exact`, `uncertain`, or `rounded` with `rounded_to` between 100 and 50000");
    }
    for look in line.looks.iter().filter(|look| find_look(look).is_none()) {
        notes.wrong("looks", format!("`{look}` is not a look"));
    }
    let names = names_of(&line.names, notes);
    let position = position_of(line.position, country, notes);
    let checked_on = day_of(line.checked_on.clone().map(Value::String).as_ref(), "checked_on", notes);
    let facts = facts_of(&line, shared, checked_on, notes);
    for days in line.days.iter().filter(|days| days.starts_on.parse::<Day>().is_err() || days.days < 1) {
        notes.wrong("days", format!("`{}` for {} days: write a day such as 2026-05-04", days.starts_on, days.days));
    }
    Some(ContentPlace {
        slug: line.slug,
        pictures: line.pictures,
        names,
        aliases: line.aliases,
        kind: kind?,
        destination: line.destination,
        state: state?,
        is_unreleased: line.unreleased,
        position,
        precision: precision?,
        looks: line.looks,
        facts,
        credits: line.credits,
        days: line.days,
    })
}

/// What is said of the place itself goes before what it shares with others, and the first of these before the next.
fn facts_of(
    line: &PlaceLine,
    shared: &BTreeMap<String, Table>,
    checked_on: Option<Day>,
    notes: &mut Notes<'_>,
) -> Vec<Fact> {
    let mut said: BTreeMap<&str, &Value> = line.facts.iter().map(|(key, value)| (key.as_str(), value)).collect();
    for name in &line.uses {
        let Some(table) = shared.get(name) else {
            notes.wrong("uses", format!("there is no `[shared.{name}]`"));
            continue;
        };
        for (key, value) in table {
            said.entry(key).or_insert(value);
        }
    }
    let mut facts = Vec::new();
    for (key, value) in said {
        match fact_of(key, value, &line.source, checked_on) {
            Ok(fact) => facts.push(fact),
            Err(what) => notes.wrong(key, what),
        }
    }
    facts.sort_by_key(|fact| fact.field.position());
    facts
}

fn check_slug(slug: &str, notes: &mut Notes<'_>) {
    if !crate::edit::is_slug(slug) {
        notes.wrong("slug", "small letters a to z, digits and hyphens, at most 80");
    }
}

fn names_of(table: &Table, notes: &mut Notes<'_>) -> LocalText {
    match local_text(table.iter()) {
        Ok(names) if !names.is_empty() => names,
        Ok(names) => {
            notes.wrong("names", "there is no name");
            names
        }
        Err(what) => {
            notes.wrong("names", what);
            LocalText::default()
        }
    }
}

fn position_of(pair: Option<[f64; 2]>, country: Option<&Bounds>, notes: &mut Notes<'_>) -> Option<Position> {
    let [latitude, longitude] = pair?;
    Position::of(latitude, longitude, country).inspect_err(|refusal| notes.wrong("position", refusal)).ok()
}

fn day_of(value: Option<&Value>, key: &str, notes: &mut Notes<'_>) -> Option<Day> {
    let day = plainly(value?).and_then(|text| text.parse::<Day>().map_err(|error| error.to_string()));
    day.inspect_err(|what| notes.wrong(key, what)).ok()
}
