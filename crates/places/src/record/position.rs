#![expect(
    clippy::float_arithmetic,
    reason = "places on the globe are no money: a metre is finer than any of them is known"
)]

/// A point of WGS84, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    pub latitude: f64,
    pub longitude: f64,
}

/// How far a position may be trusted, and how exactly it may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    Exact,
    /// Only the office knows it exactly; everybody else is shown the middle of a square with sides of that length.
    Rounded {
        metres: i64,
    },
    /// Nobody has measured it: "survey before use".
    Uncertain,
}

/// Where a country is, roughly.
#[derive(Debug, Clone, Copy, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bounds {
    pub south: f64,
    pub west: f64,
    pub north: f64,
    pub east: f64,
}

/// Why two numbers are not the position of a place here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PositionRefusal {
    #[error("are not two decimal degrees")]
    NotDegrees,
    /// The other way round they would be in the country.
    #[error("latitude and longitude are swapped")]
    Swapped,
    #[error("lies outside the country")]
    OutsideCountry,
}

const METRES_OF_A_DEGREE: f64 = 111_195.0;

impl Position {
    /// Nothing if it is not on the globe.
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        let is_there = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
        is_there.then_some(Self { latitude, longitude })
    }

    /// What somebody typed, compared with where the country is.
    pub fn read(latitude: &str, longitude: &str, country: Option<&Bounds>) -> Result<Self, PositionRefusal> {
        let number = |text: &str| {
            let text = text.trim().trim_end_matches('°').replace(',', ".").replace('−', "-");
            text.parse::<f64>().ok().filter(|number| number.is_finite()).ok_or(PositionRefusal::NotDegrees)
        };
        Self::of(number(latitude)?, number(longitude)?, country)
    }

    /// Two numbers, compared with where the country is.
    pub fn of(latitude: f64, longitude: f64, country: Option<&Bounds>) -> Result<Self, PositionRefusal> {
        let Some(country) = country else {
            return Self::new(latitude, longitude).ok_or(PositionRefusal::NotDegrees);
        };
        let inside = |one: f64, other: f64| Self::new(one, other).filter(|position| country.contains(position));
        match inside(latitude, longitude) {
            Some(position) => Ok(position),
            None if inside(longitude, latitude).is_some() => Err(PositionRefusal::Swapped),
            None if Self::new(latitude, longitude).is_none() => Err(PositionRefusal::NotDegrees),
            None => Err(PositionRefusal::OutsideCountry),
        }
    }

    /// The middle of the square of a fixed grid in which the point lies. The grid does not depend on the point, so
    /// that asking again, or taking the mean of several answers, says nothing more.
    pub fn snapped(&self, metres: i64) -> Self {
        let side = u32::try_from(metres.clamp(1, 200_000)).map_or(1.0, f64::from);
        let rows = side / METRES_OF_A_DEGREE;
        let latitude = ((self.latitude / rows).floor() + 0.5) * rows;
        let columns = rows / latitude.clamp(-85.0, 85.0).to_radians().cos();
        let longitude = ((self.longitude / columns).floor() + 0.5) * columns;
        let five_places = |degrees: f64| (degrees * 100_000.0).round() / 100_000.0;
        Self { latitude: five_places(latitude), longitude: five_places(longitude) }
    }

    /// Along the globe's surface.
    pub fn metres_to(&self, other: &Self) -> f64 {
        let (from, to) = (self.latitude.to_radians(), other.latitude.to_radians());
        let (up, over) = ((to - from) / 2.0, (other.longitude - self.longitude).to_radians() / 2.0);
        let chord = up.sin().powi(2) + from.cos() * to.cos() * over.sin().powi(2);
        2.0 * chord.sqrt().min(1.0).asin().to_degrees() * METRES_OF_A_DEGREE
    }

    /// `43.35300, 79.07900`, as maps and telephones read it.
    pub fn degrees(&self) -> String {
        format!("{:.5}, {:.5}", self.latitude, self.longitude)
    }
}

impl Precision {
    pub const WORDS: [&'static str; 3] = ["exact", "rounded", "uncertain"];

    pub fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Rounded { .. } => "rounded",
            Self::Uncertain => "uncertain",
        }
    }

    /// As it is stored: the word, and the metres where it is rounded.
    pub fn of(word: &str, metres: i64) -> Option<Self> {
        match word {
            "exact" => Some(Self::Exact),
            "rounded" if (100..=50_000).contains(&metres) => Some(Self::Rounded { metres }),
            "uncertain" => Some(Self::Uncertain),
            _ => None,
        }
    }

    pub fn metres(self) -> i64 {
        match self {
            Self::Rounded { metres } => metres,
            Self::Exact | Self::Uncertain => 0,
        }
    }

    pub fn is_uncertain(self) -> bool {
        self == Self::Uncertain
    }
}

impl Bounds {
    pub fn contains(&self, position: &Position) -> bool {
        let is_between = |from: f64, at: f64, to: f64| from <= at && at <= to;
        is_between(self.south, position.latitude, self.north) && is_between(self.west, position.longitude, self.east)
    }
}

impl PositionRefusal {
    pub fn key(self) -> &'static str {
        match self {
            Self::NotDegrees => "places-refused-degrees",
            Self::Swapped => "places-refused-swapped",
            Self::OutsideCountry => "places-refused-outside",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bounds, Position, PositionRefusal};

    const KAZAKHSTAN: Bounds = Bounds { south: 40.5, west: 46.4, north: 55.5, east: 87.4 };

    #[test]
    fn coordinates_in_the_wrong_order_are_told_from_those_elsewhere() {
        let read = |latitude: &str, longitude: &str| Position::read(latitude, longitude, Some(&KAZAKHSTAN));
        assert_eq!(read("43.353", " 79,079° "), Ok(Position { latitude: 43.353, longitude: 79.079 }));
        assert_eq!(read("79.079", "43.353"), Err(PositionRefusal::Swapped));
        assert_eq!(read("48.85", "2.35"), Err(PositionRefusal::OutsideCountry));
        assert_eq!(read("430.35", "790.1"), Err(PositionRefusal::NotDegrees));
        assert_eq!(read("43°21'", "79°"), Err(PositionRefusal::NotDegrees));
        assert_eq!(read("NaN", "79"), Err(PositionRefusal::NotDegrees));
    }

    #[test]
    fn every_point_of_a_square_is_shown_as_its_middle() {
        let exact = Position { latitude: 43.353_21, longitude: 79.079_44 };
        let shown = exact.snapped(1_000);
        assert!(shown != exact && exact.metres_to(&shown) < 800.0);
        assert_eq!(shown.snapped(1_000), shown, "what was told tells nothing more");
        let neighbour = Position { latitude: shown.latitude + 0.003, longitude: shown.longitude - 0.003 };
        assert_eq!(neighbour.snapped(1_000), shown);
    }

    #[test]
    fn a_distance_is_as_on_the_map() {
        let (almaty, astana) =
            (Position { latitude: 43.238, longitude: 76.945 }, Position { latitude: 51.128, longitude: 71.431 });
        assert!((almaty.metres_to(&astana) - 968_000.0).abs() < 5_000.0, "{}", almaty.metres_to(&astana));
    }
}
