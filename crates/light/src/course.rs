use jiff::Timestamp;
use solar_positioning::time::JulianDate;
use solar_positioning::{Horizon, SolarEvents, SolarPositions};

use crate::daylight::{julian, moment_of};
use crate::{Course, Daylight, Moment, Position};

/// Light is golden while the sun is lower than that.
pub(crate) const GOLDEN: f64 = 6.0;

/// How far apart the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Quarter,
    Half,
}

/// Where the sun is at one time of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    pub at: Timestamp,
    pub azimuth: f64,
    pub altitude: f64,
}

impl Row {
    /// Whether the sun is up and low.
    pub fn is_golden(&self) -> bool {
        self.altitude < GOLDEN && self.is_up()
    }

    pub fn is_up(&self) -> bool {
        self.altitude > Horizon::SunriseSunset.elevation_angle()
    }
}

impl Step {
    pub fn minutes(self) -> i64 {
        match self {
            Self::Quarter => 15,
            Self::Half => 30,
        }
    }
}

impl Daylight {
    /// The sun's way from dawn to dusk at even times; where it never sets, around the clock; where it never comes
    /// near the horizon, nothing.
    pub fn rows(&self, step: Step) -> Vec<Row> {
        let half_a_day = 12 * 60 * 60;
        let noon = self.noon.at.as_second();
        let (from, to) = match (self.dawn, self.dusk) {
            (Some(dawn), Some(dusk)) => (dawn.at.as_second(), dusk.at.as_second()),
            (Some(dawn), None) => (dawn.at.as_second(), noon + half_a_day),
            (None, Some(dusk)) => (noon - half_a_day, dusk.at.as_second()),
            (None, None) if self.noon.altitude > Horizon::CivilTwilight.elevation_angle() => {
                (noon - half_a_day, noon + half_a_day)
            }
            (None, None) => return Vec::new(),
        };
        let seconds = step.minutes() * 60;
        // Even by the clock of the place, which may be three quarters of an hour from another's.
        let ahead = i64::from(self.zone.to_offset(self.noon.at).seconds());
        let first = from + (-(from + ahead)).rem_euclid(seconds);
        let sky = Sky::of(self);
        let times = std::iter::successors(Some(first), |at| Some(at + seconds)).take_while(|at| *at <= to);
        times.filter_map(|at| sky.row(Timestamp::from_second(at).ok()?)).collect()
    }

    /// Points close enough to draw the way of the sun while it is up, from its rising on.
    pub(crate) fn path(&self) -> Vec<Row> {
        let half_a_day = 12 * 60 * 60;
        let noon = self.noon.at.as_second();
        let (from, to) = match self.course {
            Course::NeverRises => return Vec::new(),
            Course::NeverSets => (noon - half_a_day, noon + half_a_day),
            Course::RisesAndSets => (
                self.sunrise.map_or(noon - half_a_day, |rise| rise.at.as_second()),
                self.sunset.map_or(noon + half_a_day, |set| set.at.as_second()),
            ),
        };
        let sky = Sky::of(self);
        let steps = 48;
        let times = (0..=steps).map(|step| from + (to - from) * step / steps);
        times.filter_map(|at| sky.row(Timestamp::from_second(at).ok()?)).collect()
    }
}

/// The sky over one place, for some months of one age.
pub(crate) struct Sky {
    place: solar_positioning::Location,
    delta_t: f64,
}

impl Sky {
    pub(crate) fn over(position: Position, delta_t: f64) -> Self {
        Self { place: position.on_earth(), delta_t }
    }

    fn of(daylight: &Daylight) -> Self {
        // A day of light exists only where this is known.
        let delta_t = crate::daylight::delta_t_of(daylight.day).unwrap_or_default();
        Self::over(daylight.position, delta_t)
    }

    pub(crate) fn next_noon(&self, from: f64, to: f64) -> Option<f64> {
        SolarEvents::new().next_transit_from_julian(from, to, self.place.longitude, self.delta_t).ok().flatten()
    }

    /// The last time before noon that the sun climbs over a horizon.
    pub(crate) fn last_rise(&self, from: f64, to: f64, horizon: Horizon) -> Option<Moment> {
        let events = SolarEvents::new().for_interval_from_julian(from, to, self.place, self.delta_t, horizon).ok()?;
        self.moment(*events.rises.last()?)
    }

    pub(crate) fn next_set(&self, from: f64, to: f64, horizon: Horizon) -> Option<Moment> {
        let set = SolarEvents::new().next_set_from_julian(from, to, self.place, self.delta_t, horizon).ok().flatten();
        self.moment(set?)
    }

    /// Directions are of the exact instant, the time is told to the minute.
    pub(crate) fn moment(&self, at: f64) -> Option<Moment> {
        let (azimuth, altitude) = self.sun(at)?;
        Some(Moment { at: moment_of(at)?, azimuth, altitude })
    }

    fn row(&self, at: Timestamp) -> Option<Row> {
        let (azimuth, altitude) = self.sun(julian(at))?;
        Some(Row { at, azimuth, altitude })
    }

    fn sun(&self, at: f64) -> Option<(f64, f64)> {
        let time = JulianDate::new(at, self.delta_t).ok()?;
        let sun = SolarPositions::new().at_from_julian(time, self.place, 0.0, None).ok()?;
        Some((sun.azimuth(), sun.elevation_angle()))
    }
}
