use jiff::Timestamp;
use jiff::tz::TimeZone;

/// How often something comes by the clock.
#[derive(Debug, Clone, PartialEq)]
pub enum Every {
    /// On whole multiples since 1970: `Minutes(15)` at the quarters of an hour.
    Minutes(u32),
    /// Once a day at this time of that zone.
    DayAt { hour: i8, minute: i8, zone: TimeZone },
}

impl Every {
    /// The last moment at which it should have come.
    pub(crate) fn last(&self, now: Timestamp) -> Timestamp {
        match self {
            Self::Minutes(minutes) => {
                let seconds = i64::from(*minutes).max(1) * 60;
                let last = now.as_second().div_euclid(seconds) * seconds;
                Timestamp::from_second(last).unwrap_or(now)
            }
            Self::DayAt { hour, minute, zone } => {
                let today = now.to_zoned_datetime(zone.clone()).date();
                let at = |date: jiff::civil::Date| {
                    let local = date.at(*hour, *minute, 0, 0);
                    zone.to_timestamp(local).unwrap_or(now)
                };
                let at_today = at(today);
                if at_today <= now { at_today } else { today.yesterday().map_or(now, at) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Every;
    use jiff::tz::{Offset, TimeZone};

    fn last(every: &Every, now: &str) -> String {
        every.last(now.parse().unwrap()).to_string()
    }

    #[test]
    fn minutes_are_whole_multiples() {
        let quarter = Every::Minutes(15);
        assert_eq!(last(&quarter, "2026-03-02T09:14:59Z"), "2026-03-02T09:00:00Z");
        assert_eq!(last(&quarter, "2026-03-02T09:15:00Z"), "2026-03-02T09:15:00Z");
    }

    #[test]
    fn a_day_begins_in_its_own_zone() {
        let zone = TimeZone::fixed(Offset::from_hours(5).unwrap());
        let morning = Every::DayAt { hour: 7, minute: 30, zone };
        assert_eq!(last(&morning, "2026-03-02T02:29:59Z"), "2026-03-01T02:30:00Z");
        assert_eq!(last(&morning, "2026-03-02T02:30:00Z"), "2026-03-02T02:30:00Z");
    }
}
