use std::collections::BTreeMap;

use kernel::{Language, LocalText};
use serde::Deserialize;
use serde::de::IgnoredAny;
use sha2::{Digest, Sha256};

use super::frame::Frame;
use crate::Position;

/// What lies under the points: land, the country, lakes and cities. Made by `cargo xtask gen map`.
pub struct Ground {
    /// Whose data it is: shown on every map.
    pub credit: String,
    pub(crate) frame: Frame,
    /// From below upwards.
    pub(crate) areas: Vec<(Layer, Ring)>,
    pub(crate) cities: Vec<City>,
    /// As it was read: maps with script draw from the same.
    pub(crate) text: String,
    /// Changes when the text does.
    pub(crate) tag: String,
}

/// Longitude and latitude of the corners of an area.
pub(crate) type Ring = Vec<[f64; 2]>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Layer {
    Land,
    Country,
    Lake,
}

pub(crate) struct City {
    pub names: LocalText,
    pub position: Position,
    /// From 1, which is always written, to 3.
    pub size: u8,
}

#[derive(Debug, thiserror::Error)]
pub enum GroundProblem {
    #[error("map/base.json cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    #[error("map/base.json: its `bbox` is no box")]
    NoBox,
}

#[derive(Deserialize)]
struct Whole {
    credit: String,
    bbox: [f64; 4],
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Geometry,
}

#[derive(Deserialize)]
struct Properties {
    kind: String,
    #[serde(default)]
    size: u8,
    #[serde(default)]
    names: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Point([f64; 2]),
    MultiLineString(IgnoredAny),
    MultiPolygon(Vec<Vec<Ring>>),
}

impl Ground {
    pub fn read(text: &str) -> Result<Self, GroundProblem> {
        let whole: Whole = serde_json::from_str(text)?;
        let [west, south, east, north] = whole.bbox;
        let frame = Frame::new(west, south, east, north).ok_or(GroundProblem::NoBox)?;
        let (mut areas, mut cities) = (Vec::new(), Vec::new());
        for Feature { properties, geometry } in whole.features {
            match geometry {
                Geometry::MultiPolygon(polygons) => {
                    let Some(layer) = Layer::of(&properties.kind) else { continue };
                    areas.extend(polygons.into_iter().filter_map(|rings| Some((layer, rings.into_iter().next()?))));
                }
                Geometry::Point([longitude, latitude]) => {
                    let Some(position) = Position::new(latitude, longitude) else { continue };
                    cities.push(City { names: names(properties.names), position, size: properties.size });
                }
                // Where the script's map draws lines, the picture has the edges of its areas.
                Geometry::MultiLineString(_) => {}
            }
        }
        areas.sort_by_key(|(layer, _)| *layer);
        let tag = Sha256::digest(text).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { credit: whole.credit, frame, areas, cities, text: text.to_owned(), tag })
    }
}

impl Layer {
    fn of(kind: &str) -> Option<Self> {
        match kind {
            "land" => Some(Self::Land),
            "country" => Some(Self::Country),
            "lake" => Some(Self::Lake),
            _ => None,
        }
    }

    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Land => "map-land",
            Self::Country => "map-country",
            Self::Lake => "map-lake",
        }
    }
}

fn names(names: BTreeMap<String, String>) -> LocalText {
    let mut text = LocalText::default();
    for (tag, name) in names {
        if let Ok(language) = tag.parse::<Language>() {
            text.insert(language, name);
        }
    }
    text
}
