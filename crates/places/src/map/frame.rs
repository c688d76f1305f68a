#![expect(clippy::float_arithmetic, reason = "degrees and dots of a drawing are no money")]

use std::fmt;
use std::str::FromStr;

use crate::Position;

/// A box of the globe that is shown, in degrees. It does not cross the line of 180°.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Frame {
    pub west: f64,
    pub south: f64,
    pub east: f64,
    pub north: f64,
}

/// The poles are at an endless distance on this kind of map.
const HIGHEST: f64 = 85.0;

/// A frame is never smaller: somebody who looks at one point wants to see what is around it.
const SMALLEST: f64 = 0.4;

/// Where a frame lies on a drawing: dots from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Fit {
    pub width: f64,
    pub height: f64,
    scale: f64,
    left: f64,
    top: f64,
}

impl Frame {
    /// Nothing if it is turned around, empty or off the map.
    pub(crate) fn new(west: f64, south: f64, east: f64, north: f64) -> Option<Self> {
        let is_there = west >= -180.0 && east <= 180.0 && south >= -HIGHEST && north <= HIGHEST;
        (is_there && west < east && south < north).then_some(Self { west, south, east, north })
    }

    /// Around all points, with some room; nothing without points.
    pub(crate) fn around(points: impl IntoIterator<Item = Position>) -> Option<Self> {
        let mut points = points.into_iter();
        let first = points.next()?;
        let empty = Self { west: first.longitude, east: first.longitude, south: first.latitude, north: first.latitude };
        let tight = points.fold(empty, |frame, point| Self {
            west: frame.west.min(point.longitude),
            east: frame.east.max(point.longitude),
            south: frame.south.min(point.latitude),
            north: frame.north.max(point.latitude),
        });
        tight.with_room(0.12)
    }

    /// Wider by a share of its sides at each of them.
    pub(crate) fn with_room(self, share: f64) -> Option<Self> {
        let wide = |from: f64, to: f64| ((to - from) * share).max((SMALLEST - (to - from)) / 2.0);
        let (over, up) = (wide(self.west, self.east), wide(self.south, self.north));
        let within = |degrees: f64, most: f64| degrees.clamp(-most, most);
        Self::new(
            within(self.west - over, 180.0),
            within(self.south - up, HIGHEST),
            within(self.east + over, 180.0),
            within(self.north + up, HIGHEST),
        )
    }

    /// Twice as wide and high around the same middle.
    pub(crate) fn zoomed_out(self) -> Option<Self> {
        self.with_room(0.5)
    }

    /// In the middle of a drawing of that size, as large as can be.
    pub(crate) fn fit(&self, width: f64, height: f64) -> Fit {
        let (left, top) = plane(self.west, self.north);
        let (right, bottom) = plane(self.east, self.south);
        let scale = (width / (right - left)).min(height / (bottom - top));
        let (spare_over, spare_up) = (width / scale - (right - left), height / scale - (bottom - top));
        Fit { width, height, scale, left: left - spare_over / 2.0, top: top - spare_up / 2.0 }
    }
}

impl Fit {
    pub(crate) fn dot(&self, longitude: f64, latitude: f64) -> (f64, f64) {
        let (x, y) = plane(longitude, latitude);
        ((x - self.left) * self.scale, (y - self.top) * self.scale)
    }

    pub(crate) fn place(&self, position: &Position) -> (f64, f64) {
        self.dot(position.longitude, position.latitude)
    }

    pub(crate) fn is_inside(&self, (x, y): (f64, f64)) -> bool {
        (0.0..=self.width).contains(&x) && (0.0..=self.height).contains(&y)
    }
}

/// Mercator's projection, the earth one unit wide.
fn plane(longitude: f64, latitude: f64) -> (f64, f64) {
    let angle = latitude.clamp(-HIGHEST, HIGHEST).to_radians();
    let up = (angle.tan() + 1.0 / angle.cos()).ln();
    ((longitude + 180.0) / 360.0, (1.0 - up / std::f64::consts::PI) / 2.0)
}

/// `west,south,east,north`, as feeds of places have it.
impl FromStr for Frame {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut numbers = text.split(',').map(|number| number.trim().parse::<f64>());
        let mut next = || numbers.next().and_then(Result::ok).filter(|number| number.is_finite()).ok_or(());
        let (west, south, east, north) = (next()?, next()?, next()?, next()?);
        if numbers.next().is_some() {
            return Err(());
        }
        Self::new(west, south, east, north).ok_or(())
    }
}

impl fmt::Display for Frame {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:.4},{:.4},{:.4},{:.4}", self.west, self.south, self.east, self.north)
    }
}
