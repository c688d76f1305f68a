use std::collections::BTreeMap;

use kernel::Id;
use serde_json::json;
use store::{Change, Entry, StoreError};

use super::file::{Content, ContentDestination, ContentPlace};
use crate::record::destination::Destination;
use crate::record::local;
use crate::record::location::{Credit, Location, Look, State, Use};
use crate::{sql, write};

/// Puts into the book what is not there yet, by slugs; answers the places that are new. What somebody has put there
/// under the same slug stays as it is.
pub async fn load<'c>(change: &Change, content: &'c Content) -> Result<Vec<(Id, &'c ContentPlace)>, StoreError> {
    let mut destinations = BTreeMap::new();
    for line in &content.destinations {
        let known = sql::destinations::find_id_by_slug(change, &line.slug).await?;
        destinations.insert(line.slug.as_str(), (known.unwrap_or_else(|| change.fresh_id()), known.is_none()));
    }
    let id_of = |slug: &str| destinations.get(slug).map(|(id, _)| *id);
    for line in &content.destinations {
        if let Some((id, true)) = destinations.get(line.slug.as_str()) {
            let parent = line.parent.as_deref().and_then(id_of);
            sql::destinations::set_destination(change, &destination(line, *id, parent)).await?;
            let entry = Entry::new("destination", *id, "made");
            change.record(entry.after(json!({ "slug": line.slug, "names": local::json(&line.names) }))).await;
        }
    }
    let mut new = Vec::new();
    for place in &content.places {
        if sql::locations::find_id_by_slug(change, &place.slug).await?.is_some() {
            continue;
        }
        let location = location(change, place, place.destination.as_deref().and_then(id_of));
        write::insert_location(change, &location).await?;
        new.push((location.id, place));
    }
    Ok(new)
}

fn destination(line: &ContentDestination, id: Id, parent: Option<Id>) -> Destination {
    Destination {
        id,
        slug: line.slug.clone(),
        kind: line.kind,
        parent,
        names: line.names.clone(),
        code: line.code.clone(),
        position: line.position,
        texts: line.texts.clone(),
    }
}

fn location(change: &Change, place: &ContentPlace, destination: Option<Id>) -> Location {
    let pairs = |texts: &BTreeMap<String, String>| {
        local::of_pairs(texts.iter().map(|(tag, text)| (tag.as_str(), text.as_str())))
    };
    let credits = place.credits.iter().map(|line| Credit {
        id: change.fresh_id(),
        title: line.title.clone(),
        year: line.year,
        scene: pairs(&line.scene),
        wikidata: line.wikidata.clone(),
        imdb: line.imdb.clone(),
        days: line.days,
        source: line.source.clone(),
    });
    let uses = place.days.iter().filter_map(|line| {
        let starts_on = line.starts_on.parse().ok()?;
        Some(Use { id: change.fresh_id(), starts_on, days: line.days, production: line.production.clone() })
    });
    Location {
        id: change.fresh_id(),
        slug: place.slug.clone(),
        names: place.names.clone(),
        aliases: place.aliases.clone(),
        kind: place.kind,
        destination,
        state: place.state,
        position: place.position,
        precision: place.precision,
        is_unreleased: place.is_unreleased,
        facts: place.facts.clone(),
        looks: place.looks.iter().map(|slug| Look { slug: slug.clone(), photo: None }).collect(),
        credits: credits.collect(),
        uses: uses.collect(),
        revision: 0,
        changed_at: change.moment(),
        confirmed_on: (place.state == State::Published).then(|| write::day_of(change)),
    }
}
