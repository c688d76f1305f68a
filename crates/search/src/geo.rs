//! Positions and distances on a sphere; good to half a percent, which is better than anybody drives.

#![expect(clippy::float_arithmetic, reason = "angles and distances are no money")]

/// Millionths of a degree: about a tenth of a metre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    latitude: i32,
    longitude: i32,
}

/// From south to north and from west to east. One whose west lies east of its east goes across the antimeridian.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    pub south: i32,
    pub west: i32,
    pub north: i32,
    pub east: i32,
}

const MILLION: f64 = 1_000_000.0;
const EARTH_METRES: f64 = 6_371_008.8;
pub(crate) const HALF_TURN: i32 = 180_000_000;
const QUARTER_TURN: i32 = 90_000_000;

impl Position {
    /// None for what is on no globe.
    pub fn from_degrees(latitude: f64, longitude: f64) -> Option<Self> {
        let is_on_globe = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        is_on_globe.then(|| Self { latitude: micro(latitude), longitude: micro(longitude) })
    }

    pub fn from_millionths(latitude: i32, longitude: i32) -> Option<Self> {
        let is_on_globe =
            (-QUARTER_TURN..=QUARTER_TURN).contains(&latitude) && (-HALF_TURN..=HALF_TURN).contains(&longitude);
        is_on_globe.then_some(Self { latitude, longitude })
    }

    pub fn latitude(self) -> i32 {
        self.latitude
    }

    pub fn longitude(self) -> i32 {
        self.longitude
    }

    /// Along the great circle.
    pub fn metres_to(self, other: Self) -> i64 {
        let (from, to) = (radians(self.latitude), radians(other.latitude));
        let across = (radians(other.longitude) - radians(self.longitude)) / 2.0;
        let up = (to - from) / 2.0;
        let chord = up.sin().powi(2) + from.cos() * to.cos() * across.sin().powi(2);
        whole(2.0 * EARTH_METRES * chord.sqrt().min(1.0).asin())
    }
}

impl Area {
    /// None if south lies north of north, or an edge on no globe.
    pub fn from_degrees(south: f64, west: f64, north: f64, east: f64) -> Option<Self> {
        let (low, high) = (Position::from_degrees(south, west)?, Position::from_degrees(north, east)?);
        (low.latitude <= high.latitude).then_some(Self {
            south: low.latitude,
            west: low.longitude,
            north: high.latitude,
            east: high.longitude,
        })
    }

    /// The least area that has everything within so many metres; wider near the poles, all round at one.
    pub fn around(middle: Position, metres: i64) -> Self {
        let high = degrees(metres.max(0));
        let south = middle.latitude.saturating_sub(high).max(-QUARTER_TURN);
        let north = middle.latitude.saturating_add(high).min(QUARTER_TURN);
        let narrowest = radians(south).cos().min(radians(north).cos());
        let wide = micro_clamped(f64::from(high) / MILLION / narrowest.max(1e-9));
        if wide >= HALF_TURN || south == -QUARTER_TURN || north == QUARTER_TURN {
            return Self { south, west: -HALF_TURN, north, east: HALF_TURN };
        }
        let turn = |longitude: i64| {
            let full = 2 * i64::from(HALF_TURN);
            let turned = (longitude + i64::from(HALF_TURN)).rem_euclid(full) - i64::from(HALF_TURN);
            i32::try_from(turned).unwrap_or(0)
        };
        let (middle, wide) = (i64::from(middle.longitude), i64::from(wide));
        Self { south, west: turn(middle - wide), north, east: turn(middle + wide) }
    }

    pub fn holds(&self, position: Position) -> bool {
        (self.south..=self.north).contains(&position.latitude)
            && self.longitudes().any(|(west, east)| (west..=east).contains(&position.longitude))
    }

    /// One stretch from west to east, or two on both sides of the antimeridian.
    pub(crate) fn longitudes(&self) -> impl Iterator<Item = (i32, i32)> {
        let stretches = if self.west <= self.east {
            [Some((self.west, self.east)), None]
        } else {
            [Some((-HALF_TURN, self.east)), Some((self.west, HALF_TURN))]
        };
        stretches.into_iter().flatten()
    }
}

fn radians(micro: i32) -> f64 {
    (f64::from(micro) / MILLION).to_radians()
}

/// Of a great circle, rounded up.
fn degrees(metres: i64) -> i32 {
    let metres = metres.min(21_000_000);
    #[expect(clippy::cast_precision_loss, reason = "at most half the way round the earth")]
    let turned = (metres as f64 / EARTH_METRES).to_degrees();
    micro_clamped(turned * 1.000_001 + 0.000_001)
}

#[expect(clippy::cast_possible_truncation, reason = "at most 180 million")]
fn micro(degrees: f64) -> i32 {
    (degrees * MILLION).round() as i32
}

fn micro_clamped(degrees: f64) -> i32 {
    micro(degrees.clamp(-180.0, 180.0))
}

#[expect(clippy::cast_possible_truncation, reason = "at most half the way round the earth")]
fn whole(metres: f64) -> i64 {
    metres.round() as i64
}

#[cfg(test)]
mod tests {
    use super::{Area, Position};

    fn at(latitude: f64, longitude: f64) -> Position {
        Position::from_degrees(latitude, longitude).unwrap()
    }

    #[test]
    fn distances_are_those_of_the_globe() {
        let (almaty, charyn) = (at(43.3521, 77.0405), at(43.353, 79.079));
        assert!((164_000..166_000).contains(&almaty.metres_to(charyn)), "{}", almaty.metres_to(charyn));
        assert_eq!(almaty.metres_to(almaty), 0);
        assert!((20_015_000..20_016_000).contains(&at(0.0, 0.0).metres_to(at(0.0, 180.0))));
        assert!((222_000..223_000).contains(&at(0.0, 179.0).metres_to(at(0.0, -179.0))));
    }

    #[test]
    fn an_area_may_go_across_the_antimeridian() {
        let area = Area::from_degrees(-10.0, 170.0, 10.0, -170.0).unwrap();
        assert!(area.holds(at(0.0, 175.0)) && area.holds(at(0.0, -175.0)) && area.holds(at(10.0, 180.0)));
        assert!(!area.holds(at(0.0, 0.0)) && !area.holds(at(11.0, 175.0)));
        assert_eq!(Area::from_degrees(10.0, 0.0, -10.0, 1.0), None);
        assert_eq!(Area::from_degrees(0.0, 0.0, 91.0, 1.0), None);
        assert_eq!(Area::from_degrees(f64::NAN, 0.0, 1.0, 1.0), None);
    }

    #[test]
    fn an_area_around_a_place_has_all_that_is_near() {
        for middle in [at(0.0, 0.0), at(66.0, 179.9), at(-43.3, -179.9), at(89.0, 12.0), at(-90.0, 0.0)] {
            let area = Area::around(middle, 300_000);
            for other in (-90..=90).flat_map(|latitude| (-180..=180).map(move |longitude| (latitude, longitude))) {
                let other = at(f64::from(other.0), f64::from(other.1));
                assert!(middle.metres_to(other) > 300_000 || area.holds(other), "{middle:?} {other:?}");
            }
        }
    }
}
