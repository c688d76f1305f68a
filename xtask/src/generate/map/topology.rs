//! TopoJSON: countries share their borders, so that each border is thinned once and no gap opens.

#![expect(
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    reason = "degrees are no money; what a value of JSON lacks reads as null"
)]

use super::clip::{Line, thinned};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;

pub(super) struct World {
    /// Outer rings of all countries.
    pub land: Vec<Line>,
    /// Those of the one country.
    pub country: Vec<Line>,
    /// Between two countries.
    pub borders: Vec<Line>,
    /// Between a country and the sea.
    pub coasts: Vec<Line>,
}

/// `within` are the names of areas that the file keeps apart from the country they belong to.
pub(super) fn read(topology: &Value, wanted: &str, within: &[String], tolerance: f64) -> Result<World> {
    let arcs = arcs(topology, tolerance)?;
    let countries = topology["objects"]["countries"]["geometries"].as_array().context("no countries")?;
    // Whose each arc is, at both of its sides.
    let mut sides: BTreeMap<usize, Vec<bool>> = BTreeMap::new();
    let mut world = World { land: Vec::new(), country: Vec::new(), borders: Vec::new(), coasts: Vec::new() };
    for country in countries {
        let name = country["properties"]["name"].as_str().unwrap_or_default();
        let is_own = country["id"] == wanted || within.iter().any(|area| area == name);
        for (at, ring) in rings(country)?.into_iter().flat_map(|polygon| polygon.into_iter().enumerate()) {
            for arc in &ring {
                sides.entry(position(*arc)).or_default().push(is_own);
            }
            let line = joined(&arcs, &ring);
            if at != 0 {
                // A hole is another country's or a lake's, and they are drawn over it.
                continue;
            }
            if is_own {
                world.country.push(line.clone());
            }
            world.land.push(line);
        }
    }
    for (at, sides) in sides {
        let Some(arc) = arcs.get(at).cloned() else { continue };
        match sides.as_slice() {
            [true, true] => {}
            [_] => world.coasts.push(arc),
            _ => world.borders.push(arc),
        }
    }
    Ok(world)
}

/// Arcs are written as differences between whole numbers.
fn arcs(topology: &Value, tolerance: f64) -> Result<Vec<Line>> {
    let pair = |value: &Value| -> Option<[f64; 2]> { Some([value.get(0)?.as_f64()?, value.get(1)?.as_f64()?]) };
    let scale = pair(&topology["transform"]["scale"]).context("no scale")?;
    let translate = pair(&topology["transform"]["translate"]).context("no translation")?;
    let mut arcs = Vec::new();
    for arc in topology["arcs"].as_array().context("no arcs")? {
        let [mut x, mut y] = [0.0, 0.0];
        let mut line = Line::new();
        for step in arc.as_array().context("an arc is not a list")? {
            let [over, up] = pair(step).context("a step is not a pair")?;
            x += over;
            y += up;
            line.push([x * scale[0] + translate[0], y * scale[1] + translate[1]]);
        }
        arcs.push(thinned(&line, tolerance));
    }
    Ok(arcs)
}

/// Each polygon's rings, the outer one first.
fn rings(country: &Value) -> Result<Vec<Vec<Vec<i64>>>> {
    let polygons = match country["type"].as_str() {
        Some("Polygon") => vec![country["arcs"].clone()],
        Some("MultiPolygon") => country["arcs"].as_array().cloned().unwrap_or_default(),
        _ => Vec::new(),
    };
    polygons
        .into_iter()
        .map(|polygon| serde_json::from_value(polygon).context("a polygon is not made of arcs"))
        .collect()
}

/// A negative number is an arc the other way round.
fn joined(arcs: &[Line], ring: &[i64]) -> Line {
    let mut line = Line::new();
    for number in ring {
        let Some(arc) = arcs.get(position(*number)) else { continue };
        let mut points = arc.clone();
        if *number < 0 {
            points.reverse();
        }
        line.extend(points.into_iter().skip(usize::from(!line.is_empty())));
    }
    line
}

fn position(number: i64) -> usize {
    usize::try_from(if number < 0 { !number } else { number }).expect("arcs are numbered from nought on")
}
