#![expect(clippy::float_arithmetic, reason = "distances on the globe are no money")]

use web::Page;

use super::ground::Ground;
use crate::Position;

/// From the north with the clock.
const DIRECTIONS: [&str; 8] = [
    "map-north",
    "map-north-east",
    "map-east",
    "map-south-east",
    "map-south",
    "map-south-west",
    "map-west",
    "map-north-west",
];

/// Nearer than that a place is in the city.
const IN_CITY_METRES: f64 = 8_000.0;

/// Where a place is, in words: how far from the nearest city that the map names, and in which direction. Nothing
/// without such a city.
pub(crate) fn whereabouts(page: &Page, ground: Option<&Ground>, position: &Position) -> Option<String> {
    let cities = ground?.cities.iter().map(|city| (city.position.metres_to(position), city));
    let (metres, city) = cities.min_by(|(one, _), (other, _)| one.total_cmp(other))?;
    let name = city.names.or_other(page.language())?;
    if metres < IN_CITY_METRES {
        return Some(page.say("map-in-city").with("city", name).to_string());
    }
    let direction = DIRECTIONS.get(direction(&city.position, position)).copied()?;
    let far = format!("{:.0}", if metres < 95_000.0 { metres / 1_000.0 } else { (metres / 10_000.0).round() * 10.0 });
    let far = far.parse::<kernel::Exact>().map_or(far, |number| page.number(number, 0));
    let said = page.say("map-whereabouts").with("city", name).with("kilometres", far);
    Some(said.with("direction", page.say(direction)).to_string())
}

/// The eighth of the compass in which one sees a point from another.
fn direction(from: &Position, to: &Position) -> usize {
    let shrink = ((from.latitude + to.latitude) / 2.0).to_radians().cos();
    let (over, up) = ((to.longitude - from.longitude) * shrink, to.latitude - from.latitude);
    let eighths = (over.atan2(up).to_degrees() / 45.0).round().rem_euclid(8.0);
    (0..8_u8).position(|eighth| (f64::from(eighth) - eighths).abs() < 0.5).unwrap_or(0)
}
