use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::Day;

/// What time it is: the machine's, or one that a test has stopped.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    Machine,
    Stopped(Timestamp),
}

impl Clock {
    pub fn now(&self) -> Timestamp {
        #[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
        match self {
            Self::Machine => Timestamp::now(),
            Self::Stopped(moment) => *moment,
        }
    }

    /// The calendar day it is now in that zone.
    pub fn today(&self, zone: &TimeZone) -> Day {
        let date = self.now().to_zoned_datetime(zone.clone()).date();
        Day::new(date.year(), date.month(), date.day()).expect("a date of the calendar is a day")
    }
}

#[cfg(test)]
mod tests {
    use super::Clock;
    use jiff::tz::TimeZone;

    #[test]
    fn a_day_begins_earlier_in_the_east() {
        let clock = Clock::Stopped("2026-03-01T20:00:00Z".parse().unwrap());
        let day = |zone| clock.today(&TimeZone::get(zone).unwrap()).to_string();
        assert_eq!(day("Asia/Almaty"), "2026-03-02");
        assert_eq!(day("Europe/London"), "2026-03-01");
    }
}
