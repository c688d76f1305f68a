//! What each row of a file would do to the book.

use std::collections::BTreeSet;

use kernel::{Day, Id, Language, LocalText, fold};
use store::{Query, StoreError};

use super::{Column, Import, ImportRow};
use crate::field::{Choice, Field, KINDS, Kind, LOOKS, ValueKind};
use crate::record::destination::Destination;
use crate::record::location::{Fact, Location, Look, State};
use crate::record::position::{Position, Precision};
use crate::{Desk, find, sql, write};

pub(super) struct Planned {
    pub(super) number: i64,
    /// The first name of the row, to know it by.
    pub(super) name: String,
    pub(super) outcome: Outcome,
}

pub(super) enum Outcome {
    /// With the id of the import in place of its own.
    New(Box<Location>),
    Changed {
        before: Box<Location>,
        after: Box<Location>,
        what: Vec<&'static str>,
    },
    Unchanged(Id),
    Problem(Vec<Trouble>),
}

/// What of a row cannot be used: the heading, the key of the sentence, what stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Trouble {
    pub(super) column: String,
    pub(super) key: &'static str,
    pub(super) typed: String,
}

/// One row with what its cells mean.
struct Cells<'r> {
    import: &'r Import,
    row: &'r ImportRow,
    troubles: Vec<Trouble>,
}

pub(super) async fn plan(
    db: &impl Query,
    desk: &Desk,
    import: &Import,
    rows: &[ImportRow],
) -> Result<Vec<Planned>, StoreError> {
    let destinations = find::list_destinations(db).await?;
    let mut taken = BTreeSet::new();
    let mut planned = Vec::new();
    for row in rows {
        let mut cells = Cells { import, row, troubles: Vec::new() };
        let names = cells.names(desk);
        let name = names.or_other(Language::ENGLISH).unwrap_or_default().to_owned();
        let outcome = match cells.existing(db, &names).await? {
            Ok(existing) => {
                let wanted = cells.applied(desk, &destinations, names, existing.as_ref());
                outcome(wanted, existing, cells.troubles, &mut taken)
            }
            Err(trouble) => Outcome::Problem(vec![trouble]),
        };
        planned.push(Planned { number: row.number, name, outcome });
    }
    Ok(planned)
}

fn outcome(
    wanted: Option<Location>,
    existing: Option<Location>,
    mut troubles: Vec<Trouble>,
    taken: &mut BTreeSet<String>,
) -> Outcome {
    let Some(wanted) = wanted.filter(|_| troubles.is_empty()) else { return Outcome::Problem(troubles) };
    if !taken.insert(wanted.slug.clone()) {
        let slug = wanted.slug.clone();
        troubles.push(Trouble { column: String::new(), key: "places-import-problem-twice", typed: slug });
        return Outcome::Problem(troubles);
    }
    match existing {
        None => Outcome::New(Box::new(wanted)),
        Some(before) if before == wanted => Outcome::Unchanged(before.id),
        Some(before) => {
            let what = differences(&before, &wanted);
            Outcome::Changed { before: Box::new(before), after: Box::new(wanted), what }
        }
    }
}

fn differences(before: &Location, after: &Location) -> Vec<&'static str> {
    let identity = [
        ("places-name", before.names != after.names),
        ("places-aliases", before.aliases != after.aliases),
        ("places-kind", before.kind != after.kind),
        ("places-destination", before.destination != after.destination),
        ("places-where", before.position != after.position),
        ("places-stands-in", before.looks != after.looks),
    ];
    let facts = after.facts.iter().filter(|fact| before.fact(fact.field.key) != Some(*fact));
    let of_identity = identity.into_iter().filter(|(_, differs)| *differs).map(|(label, _)| label);
    of_identity.chain(facts.map(|fact| fact.field.label)).collect()
}

impl Cells<'_> {
    fn cell(&self, wanted: Column) -> Option<(&str, &str)> {
        let at = self.import.mapping.iter().position(|column| *column == Some(wanted))?;
        let text = self.row.cells.get(at).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())?;
        Some((self.import.columns.get(at).map_or("", String::as_str), text))
    }

    fn trouble(&mut self, wanted: Column, key: &'static str) {
        let found = self.cell(wanted).map(|(column, typed)| (column.to_owned(), typed.to_owned()));
        let (column, typed) = found.unwrap_or_default();
        self.troubles.push(Trouble { column, key, typed });
    }

    fn names(&self, desk: &Desk) -> LocalText {
        let mut names = LocalText::default();
        for language in &desk.languages {
            if let Some((_, name)) = self.cell(Column::Name(*language)) {
                names.insert(*language, name);
            }
        }
        names
    }

    /// The place that the row means: by its address, or else by its name.
    async fn existing(
        &mut self,
        db: &impl Query,
        names: &LocalText,
    ) -> Result<Result<Option<Location>, Trouble>, StoreError> {
        if let Some((_, slug)) = self.cell(Column::Slug) {
            return find::find_location_by_slug(db, slug).await.map(Ok);
        }
        if names.is_empty() {
            return Ok(Ok(None));
        }
        let same = sql::locations::list_of_name(db, &write::name_key(names), self.import.id).await?;
        match same.as_slice() {
            [] => Ok(Ok(None)),
            [slug] => find::find_location_by_slug(db, slug).await.map(Ok),
            several => {
                let typed = several.join(", ");
                Ok(Err(Trouble { column: String::new(), key: "places-import-problem-ambiguous", typed }))
            }
        }
    }

    /// The place as the row wants it. Empty cells say nothing: they take nothing away.
    fn applied(
        &mut self,
        desk: &Desk,
        destinations: &[Destination],
        names: LocalText,
        existing: Option<&Location>,
    ) -> Option<Location> {
        let mut place = match existing {
            Some(existing) => existing.clone(),
            None => self.fresh(&names)?,
        };
        for language in names.languages() {
            place.names.insert(language, names.get(language).unwrap_or_default());
        }
        self.apply_identity(desk, destinations, &mut place);
        if existing.is_none() && self.cell(Column::Kind).is_none() {
            self.trouble(Column::Kind, "places-import-problem-no-kind");
        }
        self.apply_position(desk, &mut place);
        self.apply_facts(desk, &mut place);
        Some(place)
    }

    fn fresh(&mut self, names: &LocalText) -> Option<Location> {
        let typed = self.cell(Column::Slug).map(|(_, slug)| slug.to_owned());
        let slug = typed.or_else(|| slug_of(names));
        let Some(slug) = slug.filter(|slug| crate::edit::is_slug(slug)) else {
            let key = if names.is_empty() { "places-import-problem-no-name" } else { "places-refused-slug" };
            self.trouble(Column::Slug, key);
            return None;
        };
        if names.is_empty() {
            self.trouble(Column::Slug, "places-import-problem-no-name");
            return None;
        }
        Some(Location {
            id: self.import.id,
            slug,
            names: names.clone(),
            aliases: Vec::new(),
            kind: KINDS.first().expect("there are types of places"),
            destination: None,
            state: State::Draft,
            position: None,
            precision: Precision::Exact,
            is_unreleased: false,
            facts: Vec::new(),
            looks: Vec::new(),
            credits: Vec::new(),
            uses: Vec::new(),
            revision: 0,
            changed_at: self.import.made_at,
            confirmed_on: None,
        })
    }

    fn apply_identity(&mut self, desk: &Desk, destinations: &[Destination], place: &mut Location) {
        if let Some((_, aliases)) = self.cell(Column::Aliases) {
            let aliases = aliases.split(['\n', ';', ',']).map(str::trim).filter(|alias| !alias.is_empty());
            place.aliases = aliases.map(str::to_owned).collect();
        }
        if let Some((_, typed)) = self.cell(Column::Kind) {
            match kind_of(desk, typed) {
                Some(kind) => place.kind = kind,
                None => self.trouble(Column::Kind, "places-import-problem-kind"),
            }
        }
        if let Some((_, typed)) = self.cell(Column::Destination) {
            let folded = fold::fold(typed);
            let is_it = |one: &&Destination| {
                let mut names = one.names.languages().filter_map(|language| one.names.get(language));
                one.slug == typed || names.any(|name| fold::fold(name) == folded)
            };
            // `Mangystau` is `Mangystau region`, if no other begins so.
            let begins = |one: &&Destination| {
                let mut names = one.names.languages().filter_map(|language| one.names.get(language));
                names.any(|name| fold::fold(name).starts_with(&format!("{folded} ")))
            };
            let mut alike = destinations.iter().filter(begins);
            let only = alike.next().filter(|_| alike.next().is_none());
            match destinations.iter().find(is_it).or(only) {
                Some(destination) => place.destination = Some(destination.id),
                None => self.trouble(Column::Destination, "places-import-problem-destination"),
            }
        }
        if let Some((_, typed)) = self.cell(Column::Looks) {
            let words: Option<Vec<&'static str>> = typed
                .split([',', ';'])
                .filter(|word| !word.trim().is_empty())
                .map(|word| word_of(desk, &LOOKS, word))
                .collect();
            match words {
                Some(mut words) => {
                    words.sort_unstable();
                    words.dedup();
                    let photo =
                        |slug: &str| place.looks.iter().find(|look| look.slug == slug).and_then(|look| look.photo);
                    place.looks =
                        words.into_iter().map(|slug| Look { slug: slug.to_owned(), photo: photo(slug) }).collect();
                }
                None => self.trouble(Column::Looks, "places-import-problem-choice"),
            }
        }
    }

    fn apply_position(&mut self, desk: &Desk, place: &mut Location) {
        let of = |column: Column| self.cell(column).map(|(_, text)| text.to_owned());
        let (column, pair) = match of(Column::Position) {
            Some(both) => {
                (Column::Position, both.split_once([',', ';', ' ']).map(|(a, b)| (a.to_owned(), b.to_owned())))
            }
            None => match (of(Column::Latitude), of(Column::Longitude)) {
                (None, None) => return,
                (latitude, longitude) => {
                    (Column::Latitude, Some((latitude.unwrap_or_default(), longitude.unwrap_or_default())))
                }
            },
        };
        let (latitude, longitude) = pair.unwrap_or_default();
        match Position::read(&latitude, &longitude, desk.bounds.as_ref()) {
            Ok(position) => place.position = Some(position),
            Err(refusal) => self.trouble(column, refusal.key()),
        }
    }

    fn apply_facts(&mut self, desk: &Desk, place: &mut Location) {
        let source = self.cell(Column::Source).map(|(_, source)| source.to_owned());
        let checked_on = match self.cell(Column::CheckedOn).map(|(_, day)| day_of(day)) {
            Some(None) => {
                self.trouble(Column::CheckedOn, "places-refused-day");
                None
            }
            Some(day) => day,
            None => None,
        };
        let mapped = self.import.mapping.iter().flatten().filter_map(|column| match column {
            Column::Value(field) | Column::Note(field, _) => Some(*field),
            _ => None,
        });
        let mut fields: Vec<&'static Field> = mapped.collect();
        fields.sort_by_key(|field| field.position());
        fields.dedup();
        for field in fields {
            let before = place.fact(field.key).cloned();
            let mut fact = before.clone().unwrap_or_else(|| Fact::new(field, "", LocalText::default()));
            let is_said = self.apply_fact(desk, field, &mut fact);
            if !is_said || fact.is_empty() {
                continue;
            }
            let is_same = before.as_ref().is_some_and(|before| before.value == fact.value && before.note == fact.note);
            match &source {
                Some(source) => fact.source.clone_from(source),
                None if !is_same => fact.source.clone_from(&self.import.file_name),
                None => {}
            }
            fact.checked_on = checked_on.or(fact.checked_on);
            place.facts.retain(|known| known.field.key != field.key);
            place.facts.push(fact);
        }
        place.facts.sort_by_key(|fact| fact.field.position());
    }

    /// Whether the row says anything of a field.
    fn apply_fact(&mut self, desk: &Desk, field: &'static Field, fact: &mut Fact) -> bool {
        let mut is_said = false;
        if let Some((_, typed)) = self.cell(Column::Value(field)) {
            is_said = true;
            match field.check(&in_words(desk, field, typed)) {
                Ok(value) => fact.value = value,
                Err(refusal) => self.trouble(Column::Value(field), refusal.key()),
            }
        }
        for language in &desk.languages {
            if let Some((_, note)) = self.cell(Column::Note(field, *language)) {
                is_said = true;
                fact.note.insert(*language, note);
            }
        }
        is_said
    }
}

/// A choice may be written as pages name it, in any language.
fn in_words(desk: &Desk, field: &'static Field, typed: &str) -> String {
    let one = |typed: &str| word_of(desk, field.choices(), typed).map_or_else(|| typed.to_owned(), str::to_owned);
    match field.kind {
        ValueKind::Choice(_) | ValueKind::Answer => one(typed),
        ValueKind::Several(_) => typed.split([',', ';']).map(one).collect::<Vec<_>>().join(","),
        ValueKind::Words
        | ValueKind::Number(_)
        | ValueKind::Minutes
        | ValueKind::People
        | ValueKind::Money
        | ValueKind::Code
        | ValueKind::Months
        | ValueKind::Email => typed.to_owned(),
    }
}

fn word_of(desk: &Desk, choices: &'static [Choice], typed: &str) -> Option<&'static str> {
    let plain = typed.trim().to_lowercase().replace([' ', '_'], "-");
    choices.iter().find(|choice| choice.word == plain || is_called(desk, choice.label, typed)).map(|choice| choice.word)
}

fn kind_of(desk: &Desk, typed: &str) -> Option<&'static Kind> {
    let plain = typed.trim().to_lowercase().replace([' ', '_'], "-");
    KINDS.iter().find(|kind| kind.word == plain || is_called(desk, kind.label, typed))
}

fn is_called(desk: &Desk, label: &str, typed: &str) -> bool {
    let folded = fold::fold(typed);
    desk.languages.iter().any(|language| fold::fold(&desk.words.say(*language, label).to_string()) == folded)
}

/// `charyn-canyon`, from the English name or else from another in Latin letters.
fn slug_of(names: &LocalText) -> Option<String> {
    let latin = match names.get(Language::ENGLISH) {
        Some(english) => english.to_owned(),
        None => {
            let language = names.languages().next()?;
            fold::latin(names.get(language)?, language)
        }
    };
    let mut slug = String::new();
    for letter in latin.to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            '\'' | '’' => {}
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    let slug: String = slug.chars().take(80).collect();
    Some(slug.trim_end_matches('-').to_owned())
}

/// `2026-05-31` or `31.05.2026`.
fn day_of(text: &str) -> Option<Day> {
    let text = text.trim();
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let mut parts = text.split('.');
    let (day, month, year) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Day::new(year, month, day)
}
