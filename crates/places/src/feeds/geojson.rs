use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::Asked;
use crate::Desk;
use crate::index::{Card, Found};
use crate::record::local;

pub(super) fn written(desk: &Desk, now: Timestamp, asked: &Asked, found: &Found) -> Value {
    let address = |offset: usize| format!("{}/feeds/locations.geojson?{}", desk.origin, asked.address(offset));
    let link = |rel: &str, kind: &str, href: String| json!({ "rel": rel, "type": kind, "href": href });
    let (offset, limit) = (asked.question.offset, asked.question.limit);
    let mut links = vec![link("self", "application/geo+json", address(offset))];
    if offset + limit < found.total {
        links.push(link("next", "application/geo+json", address(offset + limit)));
    }
    if offset > 0 {
        links.push(link("prev", "application/geo+json", address(offset.saturating_sub(limit))));
    }
    let language = desk.languages.last().copied().unwrap_or(kernel::Language::ENGLISH);
    links.push(link("alternate", "text/html", format!("{}/{language}/locations", desk.origin)));
    json!({
        "type": "FeatureCollection",
        "timeStamp": now.to_string(),
        "numberMatched": found.total,
        "numberReturned": found.cards.len(),
        "links": links,
        "features": found.cards.iter().map(|card| feature(desk, card)).collect::<Vec<_>>(),
    })
}

fn feature(desk: &Desk, card: &Card) -> Value {
    let geometry = card.position.map(|at| json!({ "type": "Point", "coordinates": [at.longitude, at.latitude] }));
    let mut told = Map::new();
    told.insert("names".to_owned(), local::json(&card.names));
    told.insert("type".to_owned(), Value::from(card.kind.word));
    told.insert("precision".to_owned(), Value::from(card.precision.as_str()));
    told.insert("looks".to_owned(), Value::from(card.looks.clone()));
    told.insert("summary".to_owned(), local::json(&card.summary));
    for (field, value) in &card.values {
        told.insert(field.clone(), Value::from(value.as_str()));
    }
    let pages: Map<String, Value> = desk
        .languages
        .iter()
        .map(|language| {
            (language.to_string(), Value::from(format!("{}/{language}/locations/{}", desk.origin, card.slug)))
        })
        .collect();
    told.insert("pages".to_owned(), Value::Object(pages));
    json!({ "type": "Feature", "id": card.slug, "geometry": geometry, "properties": told })
}
