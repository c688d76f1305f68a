//! How the light is written for a reader.

use jiff::Timestamp;
use kernel::{Day, Exact};
use light::{Course, Daylight, DialWords, Golden, Moment};
use web::Page;

use crate::record::shown::Shown;

/// One line of what happens on the day: what, when, and where the sun then is.
pub(super) struct Line {
    pub label: &'static str,
    pub time: String,
    /// `the next day`, where the clock is far from the sun; or empty.
    pub date: &'static str,
    pub direction: String,
    pub height: String,
}

/// `07:12`, on the clocks of the place.
pub(super) fn time(light: &Daylight, at: Timestamp) -> String {
    let clock = light.zone.to_datetime(at);
    format!("{:02}:{:02}", clock.hour(), clock.minute())
}

/// `89.3°`.
pub(super) fn degrees(page: &Page, angle: f64, decimals: u8) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::as_conversions, reason = "angles are small")]
    #[expect(clippy::float_arithmetic, reason = "an angle is no money")]
    let scaled = (angle * 10_f64.powi(i32::from(decimals))).round() as i128;
    let number = Exact::from_scaled(scaled, decimals).unwrap_or_else(|| Exact::whole(0));
    format!("{}°", page.locale().fixed(&number, decimals))
}

/// `12 h 8 min`.
pub(super) fn duration(page: &Page, minutes: i64) -> String {
    page.say("sun-hours").with("hours", minutes / 60).with("minutes", minutes % 60).to_string()
}

pub(super) fn lines(page: &Page, light: &Daylight) -> Vec<Line> {
    let (morning, evening) = match light.golden {
        Golden::MorningAndEvening { until, from } => (Some(until), Some(from)),
        Golden::AllDay | Golden::Never => (None, None),
    };
    let noon = match light.course {
        Course::RisesAndSets | Course::NeverSets => Some(light.noon),
        Course::NeverRises => None,
    };
    let known = [
        ("sun-dawn", light.dawn),
        ("sun-sunrise", light.sunrise),
        ("sun-golden-until", morning),
        ("sun-noon", noon),
        ("sun-golden-from", evening),
        ("sun-sunset", light.sunset),
        ("sun-dusk", light.dusk),
    ];
    known.into_iter().filter_map(|(label, moment)| Some(line(page, light, label, &moment?))).collect()
}

fn line(page: &Page, light: &Daylight, label: &'static str, moment: &Moment) -> Line {
    let date = match (light.is_same_date(moment), moment.at < light.noon.at) {
        (true, _) => "",
        (false, true) => "sun-day-before",
        (false, false) => "sun-day-after",
    };
    Line {
        label,
        date,
        time: time(light, moment.at),
        direction: degrees(page, moment.azimuth, 0),
        height: degrees(page, moment.altitude, 1),
    }
}

/// The clock far from the sun: the sentence's key, and by how many minutes.
pub(super) fn warning(light: &Daylight) -> Option<(&'static str, usize)> {
    let minutes = usize::try_from(light.clock_ahead().unsigned_abs()).unwrap_or(0);
    let key = if light.clock_ahead() > 0 { "sun-clock-ahead" } else { "sun-clock-behind" };
    light.clock_misleads().then_some((key, minutes))
}

/// Why something is missing among the lines.
pub(super) fn remark(light: &Daylight) -> Option<&'static str> {
    match (light.course, light.golden) {
        (Course::NeverSets, _) => Some("sun-never-sets"),
        (Course::NeverRises, _) => Some("sun-never-rises"),
        (Course::RisesAndSets, Golden::AllDay) => Some("sun-golden-all-day"),
        (Course::RisesAndSets, Golden::MorningAndEvening { .. } | Golden::Never) => None,
    }
}

/// The dial, with the words of the reader's language.
pub(super) fn dial(page: &Page, place: &Shown, day: Day, light: &Daylight) -> String {
    let edge = |moment: Option<Moment>| moment.map(|moment| time(light, moment.at)).unwrap_or_default();
    let direction = |moment: Option<Moment>| moment.map(|moment| degrees(page, moment.azimuth, 0)).unwrap_or_default();
    let height = degrees(page, light.noon.altitude, 0);
    let description = match light.course {
        Course::NeverSets => page.say("sun-never-sets").to_string(),
        Course::NeverRises => page.say("sun-never-rises").to_string(),
        Course::RisesAndSets => page
            .say("sun-dial-text")
            .with("sunrise", edge(light.sunrise))
            .with("east", direction(light.sunrise))
            .with("noon", time(light, light.noon.at))
            .with("height", &height)
            .with("sunset", edge(light.sunset))
            .with("west", direction(light.sunset))
            .to_string(),
    };
    let name = place.name(page.language());
    let words = DialWords {
        id: "sun-dial".to_owned(),
        title: page.say("sun-dial-title").with("place", name).with("day", page.day(day)).to_string(),
        description,
        directions: ["sun-north", "sun-east", "sun-south", "sun-west"].map(|letter| page.say(letter).to_string()),
        sunrise: edge(light.sunrise),
        noon: format!("{} · {height}", time(light, light.noon.at)),
        sunset: edge(light.sunset),
    };
    light::dial(light, &words)
}
