//! What stood in a place before an import, as text that can be put back.

use kernel::{Id, LocalText};
use people::Visibility;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::field::{Field, Kind};
use crate::record::local;
use crate::record::location::{Fact, Location, Look, State};
use crate::record::position::{Position, Precision};

#[derive(Serialize, Deserialize)]
struct Snapshot {
    slug: String,
    names: Value,
    aliases: Vec<String>,
    kind: String,
    destination: Option<String>,
    state: String,
    position: Option<(f64, f64)>,
    precision: String,
    rounded_to: i64,
    looks: Vec<(String, Option<String>)>,
    facts: Vec<FactSnapshot>,
}

#[derive(Serialize, Deserialize)]
struct FactSnapshot {
    field: String,
    value: String,
    note: Value,
    source: String,
    checked_on: Option<String>,
    visibility: String,
    uncertain: bool,
}

pub(super) fn write(place: &Location) -> String {
    let looks = place.looks.iter().map(|look| (look.slug.clone(), look.photo.map(|photo| photo.to_string())));
    let facts = place.facts.iter().map(|fact| FactSnapshot {
        field: fact.field.key.to_owned(),
        value: fact.value.clone(),
        note: local::json(&fact.note),
        source: fact.source.clone(),
        checked_on: fact.checked_on.map(|day| day.to_string()),
        visibility: fact.visibility.word().to_owned(),
        uncertain: fact.is_uncertain,
    });
    let snapshot = Snapshot {
        slug: place.slug.clone(),
        names: local::json(&place.names),
        aliases: place.aliases.clone(),
        kind: place.kind.word.to_owned(),
        destination: place.destination.map(|id| id.to_string()),
        state: place.state.word().to_owned(),
        position: place.position.map(|position| (position.latitude, position.longitude)),
        precision: place.precision.word().to_owned(),
        rounded_to: place.precision.metres(),
        looks: looks.collect(),
        facts: facts.collect(),
    };
    serde_json::to_string(&snapshot).expect("a place of plain values can be written")
}

/// The place as it was, with all else as it is now; nothing if the text is not one of ours.
pub(super) fn read(text: &str, now: &Location) -> Option<Location> {
    let snapshot: Snapshot = serde_json::from_str(text).ok()?;
    let (latitude, longitude) = snapshot.position.unzip();
    let looks =
        snapshot.looks.into_iter().map(|(slug, photo)| Look { slug, photo: photo.and_then(|id| id.parse().ok()) });
    Some(Location {
        slug: snapshot.slug,
        names: texts(&snapshot.names),
        aliases: snapshot.aliases,
        kind: Kind::find(&snapshot.kind)?,
        destination: snapshot.destination.and_then(|id| id.parse::<Id>().ok()),
        state: State::from_word(&snapshot.state)?,
        position: latitude.zip(longitude).and_then(|(latitude, longitude)| Position::new(latitude, longitude)),
        precision: Precision::of(&snapshot.precision, snapshot.rounded_to)?,
        looks: looks.collect(),
        facts: snapshot.facts.iter().filter_map(fact).collect(),
        ..now.clone()
    })
}

fn fact(snapshot: &FactSnapshot) -> Option<Fact> {
    Some(Fact {
        field: Field::find(&snapshot.field)?,
        value: snapshot.value.clone(),
        note: texts(&snapshot.note),
        source: snapshot.source.clone(),
        checked_on: snapshot.checked_on.as_ref().and_then(|day| day.parse().ok()),
        visibility: Visibility::from_word(&snapshot.visibility)?,
        is_uncertain: snapshot.uncertain,
    })
}

fn texts(value: &Value) -> LocalText {
    local::of_cell(&value.to_string())
}
