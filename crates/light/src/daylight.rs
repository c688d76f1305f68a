use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kernel::Day;
use solar_positioning::{Horizon, delta_t};

use crate::Position;
use crate::course::{self, Sky};

/// The years for which how fast the earth turns is known well enough, and for which calendars are alike.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// A clock that is further from the sun than that surprises people.
const MISLEADING_MINUTES: i64 = 45;

const JULIAN_DAY_OF_1970: f64 = 2_440_587.5;
const SECONDS_OF_A_DAY: f64 = 86_400.0;

/// One day of light: from the dawn before a solar noon to the dusk after it, even if a clock far from the sun puts one
/// of them on another date.
#[derive(Debug, Clone)]
pub struct Daylight {
    pub position: Position,
    pub day: Day,
    pub zone: TimeZone,
    /// The sun comes within 6° of the horizon, and leaves that again.
    pub dawn: Option<Moment>,
    pub dusk: Option<Moment>,
    pub sunrise: Option<Moment>,
    pub sunset: Option<Moment>,
    /// The sun at its highest.
    pub noon: Moment,
    pub golden: Golden,
    pub course: Course,
}

/// When, and where the sun then is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    /// To the minute.
    pub at: Timestamp,
    /// From true north, clockwise.
    pub azimuth: f64,
    pub altitude: f64,
}

/// What the sun does that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    RisesAndSets,
    /// Polar day.
    NeverSets,
    /// Polar night.
    NeverRises,
}

/// When the sun is up and under 6°.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Golden {
    /// After sunrise `until` one moment, and `from` another one before sunset.
    MorningAndEvening { until: Moment, from: Moment },
    /// It never climbs above 6°.
    AllDay,
    /// It is not up, or never that low.
    Never,
}

impl Daylight {
    /// Nothing for years too far away, and for a day that the zone left out.
    pub fn of(position: Position, day: Day, zone: &TimeZone) -> Option<Self> {
        if !YEARS.contains(&day.year()) {
            return None;
        }
        let sky = Sky::over(position, delta_t_of(day)?);
        let noon = noon(&sky, day, zone)?;
        let (before, after) = (noon - 0.5, noon + 0.5);
        let rise = |horizon| sky.last_rise(before, noon, horizon);
        let set = |horizon| sky.next_set(noon, after, horizon);
        let (sunrise, sunset) = (rise(Horizon::SunriseSunset), set(Horizon::SunriseSunset));
        let (above, below) = (rise(Horizon::Custom(course::GOLDEN)), set(Horizon::Custom(course::GOLDEN)));
        let noon = sky.moment(noon)?;
        let is_up = noon.altitude > Horizon::SunriseSunset.elevation_angle();
        let course = match (sunrise, sunset) {
            (None, None) if is_up => Course::NeverSets,
            (None, None) => Course::NeverRises,
            _ => Course::RisesAndSets,
        };
        let golden = match (above, below) {
            (Some(until), Some(from)) => Golden::MorningAndEvening { until, from },
            _ if is_up && noon.altitude < course::GOLDEN => Golden::AllDay,
            _ => Golden::Never,
        };
        let (dawn, dusk) = (rise(Horizon::CivilTwilight), set(Horizon::CivilTwilight));
        Some(Self { position, day, zone: zone.clone(), dawn, dusk, sunrise, sunset, noon, golden, course })
    }

    /// Minutes from sunrise to sunset; nothing if one of them is missing while the other is not.
    pub fn length(&self) -> Option<i64> {
        match (self.course, self.sunrise, self.sunset) {
            (Course::NeverSets, ..) => Some(24 * 60),
            (Course::NeverRises, ..) => Some(0),
            (Course::RisesAndSets, Some(rise), Some(set)) => Some((set.at.as_second() - rise.at.as_second()) / 60),
            (Course::RisesAndSets, ..) => None,
        }
    }

    /// By how many minutes clocks are ahead of the sun: at solar noon they show twelve and that much.
    pub fn clock_ahead(&self) -> i64 {
        let shown = self.zone.to_datetime(self.noon.at);
        let twelve = date(self.day).map_or(shown, |date| date.at(12, 0, 0, 0));
        (shown.duration_since(twelve)).as_mins()
    }

    /// Whether who goes by the clock would miss the light.
    pub fn clock_misleads(&self) -> bool {
        self.clock_ahead().abs() > MISLEADING_MINUTES
    }

    /// Whether a moment is on the date itself or, by a clock far from the sun, on one beside it.
    pub fn is_same_date(&self, moment: &Moment) -> bool {
        date(self.day) == Some(self.zone.to_datetime(moment.at).date())
    }
}

/// The highest stand that falls on the date; of two, as on days that are longer than 24 hours, the first.
fn noon(sky: &Sky, day: Day, zone: &TimeZone) -> Option<f64> {
    let begins = zone.to_timestamp(date(day)?.at(0, 0, 0, 0)).ok()?;
    let ends = zone.to_timestamp(date(day.plus_days(1)?)?.at(0, 0, 0, 0)).ok()?;
    let (start, end) = (julian(begins), julian(ends));
    let noon = sky.next_noon(start, end);
    // Near a date line that was moved, a short date may have no noon of its own.
    noon.or_else(|| sky.next_noon(start - 0.5, end + 0.5))
}

pub(crate) fn delta_t_of(day: Day) -> Option<f64> {
    let year = f64::from(day.year()) + (f64::from(day.month()) - 0.5) / 12.0;
    delta_t::estimate(year).ok()
}

pub(crate) fn date(day: Day) -> Option<Date> {
    Date::new(day.year(), day.month(), day.day_of_month()).ok()
}

/// Seconds since 1970 are exact in a double until long after we need them.
#[expect(clippy::cast_precision_loss, reason = "seconds of the years we admit have far fewer than 53 bits")]
pub(crate) fn julian(moment: Timestamp) -> f64 {
    JULIAN_DAY_OF_1970 + moment.as_second() as f64 / SECONDS_OF_A_DAY
}

/// To the nearest minute.
#[expect(clippy::cast_possible_truncation, reason = "minutes of the years we admit fit easily")]
pub(crate) fn moment_of(julian: f64) -> Option<Timestamp> {
    let minutes = ((julian - JULIAN_DAY_OF_1970) * SECONDS_OF_A_DAY / 60.0).round() as i64;
    Timestamp::from_second(minutes * 60).ok()
}
