//! Polygons of a shapefile: a header of a hundred bytes, then records of rings, all numbers of a shape least byte first.

#![expect(clippy::float_arithmetic, clippy::indexing_slicing, reason = "degrees are no money; windows of two have two")]

use super::clip::Line;
use anyhow::{Context, Result, ensure};

const POLYGON: i32 = 5;

/// Every outer ring. They turn with the clock, holes against it.
pub(super) fn rings(bytes: &[u8]) -> Result<Vec<Line>> {
    ensure!(bytes.get(..4) == Some(&9994_i32.to_be_bytes()), "this is not a shapefile");
    let mut rings = Vec::new();
    let mut rest = bytes.get(100..).context("the header is cut off")?;
    while let Some((head, after)) = rest.split_at_checked(8) {
        let words = i32::from_be_bytes(head.get(4..).and_then(|four| four.try_into().ok()).context("no length")?);
        let length = usize::try_from(words)? * 2;
        let (record, next) = after.split_at_checked(length).context("a record is cut off")?;
        if whole(record, 0)? == POLYGON {
            rings.extend(polygon(record)?.into_iter().filter(turns_right));
        }
        rest = next;
    }
    Ok(rings)
}

fn polygon(record: &[u8]) -> Result<Vec<Line>> {
    let (parts, points) = (usize::try_from(whole(record, 36)?)?, usize::try_from(whole(record, 40)?)?);
    let mut starts = Vec::new();
    for part in 0..parts {
        starts.push(usize::try_from(whole(record, 44 + 4 * part)?)?);
    }
    starts.push(points);
    let first = 44 + 4 * parts;
    let mut rings = Vec::new();
    for pair in starts.windows(2) {
        let [from, to] = pair else { continue };
        let mut ring = Line::new();
        for point in *from..*to {
            ring.push([double(record, first + 16 * point)?, double(record, first + 16 * point + 8)?]);
        }
        rings.push(ring);
    }
    Ok(rings)
}

fn turns_right(ring: &Line) -> bool {
    let twice: f64 = ring.windows(2).map(|pair| (pair[1][0] - pair[0][0]) * (pair[1][1] + pair[0][1])).sum();
    twice > 0.0
}

fn whole(bytes: &[u8], at: usize) -> Result<i32> {
    let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).context("a shape is cut off")?;
    Ok(i32::from_le_bytes(four))
}

fn double(bytes: &[u8], at: usize) -> Result<f64> {
    let eight = bytes.get(at..at + 8).and_then(|eight| eight.try_into().ok()).context("a shape is cut off")?;
    Ok(f64::from_le_bytes(eight))
}
