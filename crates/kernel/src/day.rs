use std::fmt;
use std::str::FromStr;

/// A calendar day, written `2026-03-01`. No time, no zone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(jiff::civil::Date);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a day; write it as 2026-03-01")]
pub struct NotADay(pub String);

impl Day {
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        jiff::civil::Date::new(year, month, day).ok().map(Self)
    }

    /// Days since 1970-01-01, negative before it.
    pub fn number(&self) -> i32 {
        // Years that begin in March end with their leap day; five of these months have 153 days.
        let (month, day) = (i32::from(self.0.month()), i32::from(self.0.day()));
        let year = i32::from(self.0.year()) - i32::from(month < 3);
        let in_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + in_year - 719_468
    }

    pub fn from_number(number: i32) -> Option<Self> {
        let epoch = jiff::civil::date(1970, 1, 1);
        let span = jiff::Span::new().try_days(number).ok()?;
        epoch.checked_add(span).ok().map(Self)
    }

    pub fn plus_days(&self, days: i64) -> Option<Self> {
        i32::try_from(days).ok().and_then(|days| Self::from_number(self.number().checked_add(days)?))
    }

    /// The same day of a later month, or that month's last day.
    pub fn plus_months(&self, months: i64) -> Option<Self> {
        let span = jiff::Span::new().try_months(months).ok()?;
        self.0.checked_add(span).ok().map(Self)
    }

    /// Monday is 1 and Sunday 7.
    pub fn weekday(&self) -> u8 {
        // 1970-01-01 was a Thursday.
        let since_monday = (i64::from(self.number()) + 3).rem_euclid(7);
        u8::try_from(since_monday).unwrap_or(0) + 1
    }

    pub fn year(&self) -> i16 {
        self.0.year()
    }

    pub fn month(&self) -> i8 {
        self.0.month()
    }

    pub fn day_of_month(&self) -> i8 {
        self.0.day()
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let shape = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shape {
            return Err(NotADay(text.to_owned()));
        }
        text.parse().map(Self).map_err(|_| NotADay(text.to_owned()))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.0)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn number_and_day_are_one_to_one() {
        for text in ["1970-01-01", "1969-12-31", "2024-02-29", "2026-11-24", "0001-01-01", "9999-12-31"] {
            let day: Day = text.parse().unwrap();
            assert_eq!(Day::from_number(day.number()), Some(day), "{text}");
        }
        assert_eq!("1970-01-02".parse::<Day>().unwrap().number(), 1);
        for number in -200_000..200_000 {
            assert_eq!(Day::from_number(number).unwrap().number(), number);
        }
    }

    #[test]
    fn only_iso_days_are_days() {
        for text in ["2026-02-30", "26-02-03", "01.03.2026", "2026-3-1", "2026-03-01T00:00", ""] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }

    #[test]
    fn weeks_begin_on_monday() {
        for (text, weekday) in [("1970-01-01", 4), ("1969-12-29", 1), ("2026-11-22", 7), ("2026-11-24", 2)] {
            assert_eq!(text.parse::<Day>().unwrap().weekday(), weekday, "{text}");
        }
    }

    #[test]
    fn a_month_after_the_end_of_january_is_the_end_of_february() {
        let day: Day = "2026-01-31".parse().unwrap();
        assert_eq!(day.plus_months(1).unwrap().to_string(), "2026-02-28");
    }
}
