use kernel::{Language, LocalText};
use serde_json::{Value, json};

use crate::Photo;
use crate::field::Kind;
use crate::record::local;
use crate::record::position::Position;
use crate::record::shown::Shown;

/// What a list shows of a place; kept in the index, so that a list reads no records.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub slug: String,
    pub names: LocalText,
    pub kind: &'static Kind,
    /// As the public may know it.
    pub position: Option<Position>,
    pub precision: String,
    pub summary: LocalText,
    /// Values of facts that a list, a map or a feed tells, by field.
    pub values: Vec<(String, String)>,
    pub looks: Vec<String>,
    pub picture: Option<Picture>,
    /// From where was asked.
    pub metres: Option<i64>,
}

/// The picture that stands for a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Of a middling copy.
    pub address: String,
    /// Of all copies; empty for a drawing.
    pub srcset: String,
    pub width: u64,
    pub height: u64,
    pub alt: LocalText,
}

/// Fields whose values a list tells.
const TOLD: [&str; 6] = ["airport", "drive-minutes", "permit", "drones", "rooms-60", "seasons"];

impl Card {
    pub fn name(&self, language: Language) -> &str {
        self.names.or_other(language).unwrap_or(&self.slug)
    }

    pub fn value(&self, field: &str) -> &str {
        self.values.iter().find(|(of, _)| of == field).map_or("", |(_, value)| value.as_str())
    }

    pub(super) fn written(place: &Shown, cover: Option<&Photo>) -> String {
        let values = TOLD.iter().filter(|field| !place.value(field).is_empty());
        let values: serde_json::Map<String, Value> =
            values.map(|field| ((*field).to_owned(), Value::from(place.value(field)))).collect();
        json!({
            "slug": place.slug,
            "names": local::json(&place.names),
            "kind": place.kind.word,
            "at": place.position.map(|at| [at.latitude, at.longitude]),
            "precision": place.precision.word(),
            "summary": place.fact("summary").map(|fact| local::json(&fact.note)),
            "values": values,
            "looks": place.looks.iter().map(|look| look.slug.as_str()).collect::<Vec<_>>(),
            "picture": cover.map(|photo| json!({
                "address": photo.address(800),
                "srcset": photo.srcset(),
                "width": photo.width,
                "height": photo.height,
                "alt": local::json(&photo.rights.alt),
            })),
        })
        .to_string()
    }

    pub(super) fn read(kept: &str, metres: Option<i64>) -> Option<Self> {
        let kept: Value = serde_json::from_str(kept).ok()?;
        let word = |key: &str| kept.get(key).and_then(Value::as_str).unwrap_or_default();
        let text = |key: &str| text_of(kept.get(key));
        let values = kept.get("values").and_then(Value::as_object).into_iter().flatten();
        let at = |place: usize| kept.get("at").and_then(|at| at.get(place)).and_then(Value::as_f64);
        let looks = kept.get("looks").and_then(Value::as_array).into_iter().flatten();
        Some(Self {
            slug: word("slug").to_owned(),
            names: text("names"),
            kind: Kind::find(word("kind"))?,
            position: at(0).zip(at(1)).and_then(|(latitude, longitude)| Position::new(latitude, longitude)),
            precision: word("precision").to_owned(),
            summary: text("summary"),
            values: values.filter_map(|(field, value)| Some((field.clone(), value.as_str()?.to_owned()))).collect(),
            looks: looks.filter_map(Value::as_str).map(str::to_owned).collect(),
            picture: kept.get("picture").and_then(Picture::read),
            metres,
        })
    }
}

impl Picture {
    fn read(kept: &Value) -> Option<Self> {
        let word = |key: &str| kept.get(key).and_then(Value::as_str);
        let number = |key: &str| kept.get(key).and_then(Value::as_u64);
        Some(Self {
            address: word("address")?.to_owned(),
            srcset: word("srcset")?.to_owned(),
            width: number("width")?,
            height: number("height")?,
            alt: text_of(kept.get("alt")),
        })
    }
}

fn text_of(kept: Option<&Value>) -> LocalText {
    let pairs = kept.and_then(Value::as_object).into_iter().flatten();
    local::of_pairs(pairs.filter_map(|(tag, said)| Some((tag.as_str(), said.as_str()?))))
}
