//! The sun over a place on one day, in words and figures.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::Day;
use light::{Course, Daylight, Golden, Moment};
use places::Position;
use web::Page;

/// A day of light as a reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sun {
    pub(crate) day: String,
    /// The key of what it is, the time, and where the sun then stands.
    pub(crate) rows: Vec<(&'static str, String, String)>,
    /// What to know of the clocks; empty where they agree with the sun.
    pub(crate) warning: String,
}

pub(crate) fn sun(page: &Page, position: Position, day: Day, zone: &TimeZone) -> Option<Sun> {
    let position = light::Position::new(position.latitude, position.longitude)?;
    let daylight = Daylight::of(position, day, zone)?;
    let time = |at: Timestamp| at.to_zoned_datetime(zone.clone()).strftime("%H:%M").to_string();
    let direction = |moment: &Moment| format!("{:.0}°", moment.azimuth);
    let mut rows = Vec::new();
    let mut put = |key: &'static str, moment: Option<&Moment>| {
        if let Some(moment) = moment {
            rows.push((key, time(moment.at), direction(moment)));
        }
    };
    let (until, from) = match &daylight.golden {
        Golden::MorningAndEvening { until, from } => (Some(until), Some(from)),
        Golden::AllDay | Golden::Never => (None, None),
    };
    put("sun-dawn", daylight.dawn.as_ref());
    put("sun-sunrise", daylight.sunrise.as_ref());
    put("sun-golden-until", until);
    let noon = daylight.noon;
    rows.push(("sun-noon", time(noon.at), format!("↑ {:.0}°", noon.altitude)));
    let mut put = |key: &'static str, moment: Option<&Moment>| {
        if let Some(moment) = moment {
            rows.push((key, time(moment.at), direction(moment)));
        }
    };
    put("sun-golden-from", from);
    put("sun-sunset", daylight.sunset.as_ref());
    put("sun-dusk", daylight.dusk.as_ref());
    match daylight.course {
        Course::RisesAndSets => {}
        Course::NeverSets => rows.insert(0, ("sun-never-sets", String::new(), String::new())),
        Course::NeverRises => rows.insert(0, ("sun-never-rises", String::new(), String::new())),
    }
    let minutes = daylight.clock_ahead();
    let key = if minutes > 0 { "sun-clock-ahead" } else { "sun-clock-behind" };
    let warning = match daylight.clock_misleads() {
        true => page
            .say(key)
            .with("noon", time(noon.at))
            .count("minutes", usize::try_from(minutes.unsigned_abs()).unwrap_or(0))
            .to_string(),
        false => String::new(),
    };
    Some(Sun { day: page.day(day), rows, warning })
}
