#![expect(clippy::float_arithmetic, reason = "degrees of a compass and of the globe")]

use std::io::Cursor;

use exif::{Exif, In, Rational, Tag, Value};
use kernel::Day;

/// What the camera wrote into a photograph. None of it goes into a copy by itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    pub taken_on: Option<Day>,
    /// The clock of the camera, `07:10`.
    pub taken_at: Option<String>,
    pub bearing: Option<Bearing>,
    /// Latitude and longitude: of the camera, not of what it looks at.
    pub position: Option<(f64, f64)>,
    pub camera: Option<String>,
    pub lens: Option<String>,
    /// Whether serial numbers are in it, which tell whose camera it was.
    pub has_serials: bool,
}

/// Where the camera looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bearing {
    /// From north by east, 0 to 359.
    pub degrees: u16,
    pub north: North,
}

/// The pole, or where a needle points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum North {
    True,
    Magnetic,
}

/// Reads what can be read; damage costs only what is damaged.
pub fn facts(bytes: &[u8]) -> Facts {
    let Some(exif) = read(bytes) else { return Facts::default() };
    let taken = text(&exif, Tag::DateTimeOriginal).or_else(|| text(&exif, Tag::DateTime));
    let (taken_on, taken_at) = taken.map(|taken| moment(&taken)).unwrap_or_default();
    let serials = [Tag::BodySerialNumber, Tag::LensSerialNumber, Tag::CameraOwnerName];
    Facts {
        taken_on,
        taken_at,
        bearing: bearing(&exif),
        position: position(&exif),
        camera: camera(&exif),
        lens: text(&exif, Tag::LensModel),
        has_serials: serials.into_iter().any(|tag| exif.get_field(tag, In::PRIMARY).is_some()),
    }
}

/// Whether the stored pixels lie on their side.
pub(crate) fn is_sideways(bytes: &[u8]) -> bool {
    let orientation = |exif: Exif| exif.get_field(Tag::Orientation, In::PRIMARY)?.value.get_uint(0);
    read(bytes).and_then(orientation).is_some_and(|orientation| (5..=8).contains(&orientation))
}

pub(crate) fn read(bytes: &[u8]) -> Option<Exif> {
    let mut reader = exif::Reader::new();
    reader.continue_on_error(true);
    let read = reader.read_from_container(&mut Cursor::new(bytes));
    read.or_else(|error| error.distill_partial_result(|_| {})).ok()
}

/// What cameras write as letters, in UTF-8 as most do.
pub(crate) fn text(exif: &Exif, tag: Tag) -> Option<String> {
    let Value::Ascii(parts) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
    let text =
        parts.iter().map(|part| String::from_utf8_lossy(part).trim().to_owned()).find(|part| !part.is_empty())?;
    Some(text.chars().filter(|letter| !letter.is_control()).take(200).collect())
}

/// `2026:05:01 07:10:33`, and its cousins with other marks between the numbers.
fn moment(text: &str) -> (Option<Day>, Option<String>) {
    let numbers: Vec<&str> = text.split(|letter: char| !letter.is_ascii_digit()).collect();
    let number = |at: usize| numbers.get(at).and_then(|number| number.parse::<i16>().ok());
    let small = |at: usize| number(at).and_then(|number| i8::try_from(number).ok());
    let day = (|| Day::new(number(0)?, small(1)?, small(2)?))();
    // A clock that was never set says 1970 or 1980.
    let day = day.filter(|day| day.year() >= 1990);
    let clock = small(3).zip(small(4)).filter(|(hour, minute)| *hour < 24 && *minute < 60);
    (day, clock.filter(|_| day.is_some()).map(|(hour, minute)| format!("{hour:02}:{minute:02}")))
}

fn camera(exif: &Exif) -> Option<String> {
    let model = text(exif, Tag::Model)?;
    match text(exif, Tag::Make) {
        Some(make) if !model.to_lowercase().starts_with(&make.to_lowercase()) => Some(format!("{make} {model}")),
        Some(_) | None => Some(model),
    }
}

fn bearing(exif: &Exif) -> Option<Bearing> {
    let degrees = rationals(exif, Tag::GPSImgDirection)?.first().copied().and_then(number)?;
    let whole = (0..360_u16).min_by(|a, b| {
        let away = |whole: u16| ((degrees - f64::from(whole)).rem_euclid(360.0) - 180.0).abs();
        away(*b).total_cmp(&away(*a))
    })?;
    let north = match text(exif, Tag::GPSImgDirectionRef).as_deref() {
        Some("M") => North::Magnetic,
        Some(_) | None => North::True,
    };
    Some(Bearing { degrees: whole, north })
}

fn position(exif: &Exif) -> Option<(f64, f64)> {
    let side = |tag: Tag, side: Tag, most: f64, other: &str| {
        let parts = rationals(exif, tag)?;
        let units = [1.0, 60.0, 3_600.0];
        let parts: Option<Vec<f64>> = parts.iter().copied().map(number).collect();
        let degrees: f64 = parts?.iter().zip(units).map(|(part, unit)| part / unit).sum();
        let degrees = if text(exif, side).as_deref() == Some(other) { -degrees } else { degrees };
        (degrees.abs() <= most).then_some(degrees)
    };
    let latitude = side(Tag::GPSLatitude, Tag::GPSLatitudeRef, 90.0, "S")?;
    let longitude = side(Tag::GPSLongitude, Tag::GPSLongitudeRef, 180.0, "W")?;
    // A receiver that found nothing writes noughts.
    (latitude != 0.0 || longitude != 0.0).then_some((latitude, longitude))
}

fn rationals(exif: &Exif, tag: Tag) -> Option<&[Rational]> {
    match &exif.get_field(tag, In::PRIMARY)?.value {
        Value::Rational(parts) => Some(parts),
        _ => None,
    }
}

fn number(part: Rational) -> Option<f64> {
    (part.denom != 0).then(|| part.to_f64())
}
