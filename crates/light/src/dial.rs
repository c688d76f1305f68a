use std::fmt::Write;

use crate::{Course, Daylight, Moment, Row};

/// What is written on the dial, in the reader's language.
#[derive(Debug, Clone, Default)]
pub struct DialWords {
    /// Unique on its page.
    pub id: String,
    pub title: String,
    /// The whole dial in a sentence, for whoever does not see it.
    pub description: String,
    /// One letter or two each, beginning in the north, clockwise.
    pub directions: [String; 4],
    pub sunrise: String,
    pub noon: String,
    pub sunset: String,
}

const WIDTH: f64 = 348.0;
const HEIGHT: f64 = 264.0;
const RADIUS: f64 = 100.0;
/// From the horizon outwards: where the directions stand, and beyond them the times.
const LETTERS: f64 = 15.0;
const LABELS: f64 = 28.0;

/// The sky from above as a picture (SVG), north on top: the horizon around it, the zenith in its middle, the way of
/// the sun across it. Colours are classes, so that theme and print choose them.
pub fn dial(daylight: &Daylight, words: &DialWords) -> String {
    let mut svg = String::new();
    head(&mut svg, words);
    sky(&mut svg, daylight);
    for (azimuth, letter) in [0.0, 90.0, 180.0, 270.0].into_iter().zip(&words.directions) {
        let (x, y) = outside(azimuth, LETTERS);
        text(&mut svg, "sun-direction", "middle", (x, y + 4.5), letter);
    }
    way(&mut svg, &daylight.path());
    for (moment, said) in [(daylight.sunrise, &words.sunrise), (daylight.sunset, &words.sunset)] {
        if let Some(moment) = moment {
            edge(&mut svg, &moment, said);
        }
    }
    match daylight.course {
        Course::NeverRises => {}
        Course::RisesAndSets | Course::NeverSets => sun(&mut svg, &daylight.noon, &words.noon),
    }
    svg.push_str("</svg>");
    svg
}

fn head(svg: &mut String, words: &DialWords) {
    let (id, title, description) = (escaped(&words.id), escaped(&words.title), escaped(&words.description));
    put(
        svg,
        format_args!(
            "<svg class=\"sun-dial\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-labelledby=\"{id}-title {id}-text\">\
             <title id=\"{id}-title\">{title}</title><desc id=\"{id}-text\">{description}</desc>"
        ),
    );
}

/// The ground, the part of the horizon over which the sun is up, and rings at 30° and 60°.
fn sky(svg: &mut String, daylight: &Daylight) {
    let (x, y) = (WIDTH / 2.0, HEIGHT / 2.0);
    put(svg, format_args!("<circle class=\"sun-night\" cx=\"{x}\" cy=\"{y}\" r=\"{RADIUS}\"/>"));
    match (daylight.course, daylight.sunrise, daylight.sunset) {
        (Course::RisesAndSets, Some(rise), Some(set)) => {
            let (from, to) = (on_dial(rise.azimuth, 0.0), on_dial(set.azimuth, 0.0));
            // The sun goes through the south or, south of the equator, through the north.
            let (mut turn, sweep) = match (daylight.noon.azimuth - 180.0).abs() < 90.0 {
                true => (set.azimuth - rise.azimuth, 1),
                false => (rise.azimuth - set.azimuth, 0),
            };
            if turn < 0.0 {
                turn += 360.0;
            }
            let large = i32::from(turn > 180.0);
            put(
                svg,
                format_args!(
                    "<path class=\"sun-day\" d=\"M{x} {y}L{:.1} {:.1}A{RADIUS} {RADIUS} 0 {large} {sweep} {:.1} {:.1}Z\"/>",
                    from.0, from.1, to.0, to.1
                ),
            );
        }
        (Course::NeverSets, ..) => {
            put(svg, format_args!("<circle class=\"sun-day\" cx=\"{x}\" cy=\"{y}\" r=\"{RADIUS}\"/>"));
        }
        (Course::RisesAndSets | Course::NeverRises, ..) => {}
    }
    for altitude in [30.0, 60.0] {
        let radius = RADIUS * (90.0 - altitude) / 90.0;
        put(svg, format_args!("<circle class=\"sun-ring\" cx=\"{x}\" cy=\"{y}\" r=\"{radius:.1}\"/>"));
    }
    let (left, right, top, bottom) = (x - RADIUS, x + RADIUS, y - RADIUS, y + RADIUS);
    put(svg, format_args!("<path class=\"sun-ring\" d=\"M{left} {y}H{right}M{x} {top}V{bottom}\"/>"));
    put(svg, format_args!("<circle class=\"sun-horizon\" cx=\"{x}\" cy=\"{y}\" r=\"{RADIUS}\"/>"));
}

/// The way of the sun, and over it once more what of it is golden.
fn way(svg: &mut String, path: &[Row]) {
    line(svg, "sun-way", path);
    for stretch in path.chunk_by(|before, after| before.is_golden() == after.is_golden()) {
        if stretch.first().is_some_and(Row::is_golden) {
            line(svg, "sun-golden", stretch);
        }
    }
}

fn line(svg: &mut String, class: &str, rows: &[Row]) {
    let points: Vec<String> =
        rows.iter().map(|row| on_dial(row.azimuth, row.altitude)).map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    if points.len() > 1 {
        put(svg, format_args!("<polyline class=\"{class}\" points=\"{}\"/>", points.join(" ")));
    }
}

/// Where the sun rises or sets, with its time beside it.
fn edge(svg: &mut String, moment: &Moment, said: &str) {
    let (x, y) = on_dial(moment.azimuth, 0.0);
    put(svg, format_args!("<circle class=\"sun-edge\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\"/>"));
    let (x, y) = outside(moment.azimuth, LABELS);
    let anchor = if moment.azimuth < 180.0 { "start" } else { "end" };
    text(svg, "sun-time", anchor, (x, y + 4.5), said);
}

/// The sun at noon; its time stands on the side of the zenith.
fn sun(svg: &mut String, noon: &Moment, said: &str) {
    let (x, y) = on_dial(noon.azimuth, noon.altitude);
    put(svg, format_args!("<circle class=\"sun-disc\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"7\"/>"));
    let away = if y >= HEIGHT / 2.0 { -13.0 } else { 22.0 };
    text(svg, "sun-time", "middle", (x, y + away), said);
}

fn text(svg: &mut String, class: &str, anchor: &str, (x, y): (f64, f64), said: &str) {
    let said = escaped(said);
    put(svg, format_args!("<text class=\"{class}\" text-anchor=\"{anchor}\" x=\"{x:.1}\" y=\"{y:.1}\">{said}</text>"));
}

/// Below the horizon is drawn on it.
fn on_dial(azimuth: f64, altitude: f64) -> (f64, f64) {
    at(azimuth, RADIUS * (90.0 - altitude.max(0.0)) / 90.0)
}

fn outside(azimuth: f64, distance: f64) -> (f64, f64) {
    at(azimuth, RADIUS + distance)
}

fn at(azimuth: f64, radius: f64) -> (f64, f64) {
    let angle = azimuth.to_radians();
    (WIDTH / 2.0 + radius * angle.sin(), HEIGHT / 2.0 - radius * angle.cos())
}

fn put(svg: &mut String, piece: std::fmt::Arguments<'_>) {
    svg.write_fmt(piece).expect("a string can be written to");
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
