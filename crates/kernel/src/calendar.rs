use std::collections::BTreeMap;

use crate::{Day, LocalText};

/// Which days are worked: weekly rest days, holidays of every year, and days that a decree moved or an office added.
/// Everything is data; a calendar knows no country.
#[derive(Debug, Clone)]
pub struct WorkingCalendar {
    /// Monday first.
    rests: [bool; 7],
    yearly: Vec<YearlyHoliday>,
    special: BTreeMap<Day, SpecialDay>,
    /// Every day that is a holiday or is not as its weekday says.
    marked: BTreeMap<Day, Mark>,
}

/// A holiday that comes on the same day of the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearlyHoliday {
    pub month: i8,
    pub day: i8,
    pub first_year: Option<i16>,
    pub last_year: Option<i16>,
    /// If it falls on a day of rest, the next working day is a day of rest instead.
    pub carries_over: bool,
    pub name: LocalText,
}

/// One day that is not as its weekday says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecialDay {
    pub is_working: bool,
    pub name: LocalText,
    /// The decree or order that says so.
    pub source: String,
}

/// What a day is, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind<'c> {
    Working,
    WeeklyRest,
    Holiday(&'c YearlyHoliday),
    /// A day of rest because a holiday fell on another one.
    CarriedOver(&'c YearlyHoliday),
    SpecialRest(&'c SpecialDay),
    /// A weekly day of rest on which people work.
    SpecialWork(&'c SpecialDay),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CalendarProblem {
    #[error("no day of the week is worked")]
    NoWorkingDay,
    #[error("a holiday on day {day} of month {month} comes in no year")]
    NoSuchDay { month: i8, day: i8 },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Holiday(usize),
    CarriedOver(usize),
    Special,
}

/// Yearly holidays are laid out for these years; further away only the week counts.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;
/// No deadline is further away than this, about forty years.
const MOST_WORKING_DAYS: i64 = 10_000;

impl WorkingCalendar {
    /// `rests` says for Monday to Sunday whether it is a day of rest.
    pub fn new(
        rests: [bool; 7],
        yearly: Vec<YearlyHoliday>,
        special: BTreeMap<Day, SpecialDay>,
    ) -> Result<Self, CalendarProblem> {
        if rests.iter().all(|rests| *rests) {
            return Err(CalendarProblem::NoWorkingDay);
        }
        // 2000 had every day that a year can have.
        let impossible = yearly.iter().find(|holiday| Day::new(2000, holiday.month, holiday.day).is_none());
        if let Some(YearlyHoliday { month, day, .. }) = impossible {
            return Err(CalendarProblem::NoSuchDay { month: *month, day: *day });
        }
        let mut calendar = Self { rests, yearly, special, marked: BTreeMap::new() };
        calendar.lay_out();
        Ok(calendar)
    }

    /// Five days of work and no holidays: for an office that has entered none yet.
    pub fn plain_week() -> Self {
        let rests = [false, false, false, false, false, true, true];
        Self { rests, yearly: Vec::new(), special: BTreeMap::new(), marked: BTreeMap::new() }
    }

    /// The same calendar with more special days, or other ones in the place of its own.
    #[must_use]
    pub fn with(mut self, special: impl IntoIterator<Item = (Day, SpecialDay)>) -> Self {
        self.special.extend(special);
        self.lay_out();
        self
    }

    pub fn is_working(&self, day: Day) -> bool {
        match self.kind(day) {
            DayKind::Working | DayKind::SpecialWork(_) => true,
            DayKind::WeeklyRest | DayKind::Holiday(_) | DayKind::CarriedOver(_) | DayKind::SpecialRest(_) => false,
        }
    }

    pub fn kind(&self, day: Day) -> DayKind<'_> {
        let by_week = if self.rests_weekly(day) { DayKind::WeeklyRest } else { DayKind::Working };
        let kind = match self.marked.get(&day) {
            None => None,
            Some(Mark::Holiday(at)) => self.yearly.get(*at).map(DayKind::Holiday),
            Some(Mark::CarriedOver(at)) => self.yearly.get(*at).map(DayKind::CarriedOver),
            Some(Mark::Special) => self.special.get(&day).map(|special| match special.is_working {
                true => DayKind::SpecialWork(special),
                false => DayKind::SpecialRest(special),
            }),
        };
        kind.unwrap_or(by_week)
    }

    /// The first working day that is not before this one.
    pub fn working_day_from(&self, day: Day) -> Option<Day> {
        let mut day = day;
        // No run of rest is longer than a season.
        for _ in 0..100 {
            if self.is_working(day) {
                return Some(day);
            }
            day = day.plus_days(1)?;
        }
        None
    }

    /// The deadline so many working days after a day, which itself does not count; back in time if negative. None at
    /// all is the day itself, or the first working day after it. `None` is beyond every calendar.
    pub fn plus_working_days(&self, day: Day, days: i64) -> Option<Day> {
        if days == 0 {
            return self.working_day_from(day);
        }
        if days.abs() > MOST_WORKING_DAYS {
            return None;
        }
        let (mut day, mut left) = (day, days.abs());
        while left > 0 {
            day = day.plus_days(days.signum())?;
            left -= i64::from(self.is_working(day));
        }
        Some(day)
    }

    /// How many working days lie after `from`, up to and with `to`; negative if `to` is earlier.
    pub fn working_days_between(&self, from: Day, to: Day) -> i64 {
        if to < from {
            return -self.working_days_between(to, from);
        }
        let by_week = self.weekly_working_days(to) - self.weekly_working_days(from);
        let after = (std::ops::Bound::Excluded(from), std::ops::Bound::Included(to));
        let differing = self
            .marked
            .range(after)
            .map(|(day, _)| i64::from(self.is_working(*day)) - i64::from(!self.rests_weekly(*day)));
        by_week + differing.sum::<i64>()
    }

    /// The days that a decree or an office set, for showing and editing.
    pub fn special_days(&self) -> impl Iterator<Item = (Day, &SpecialDay)> {
        self.special.iter().map(|(day, special)| (*day, special))
    }

    pub fn yearly_holidays(&self) -> &[YearlyHoliday] {
        &self.yearly
    }

    fn rests_weekly(&self, day: Day) -> bool {
        let weekday = usize::from(day.weekday() - 1);
        self.rests.get(weekday).copied().unwrap_or(false)
    }

    /// Of the days up to and with this one, counted from the Monday after 1970-01-01.
    fn weekly_working_days(&self, day: Day) -> i64 {
        let since_monday = i64::from(day.number()) - 4;
        let a_week = i64::try_from(self.rests.iter().filter(|rests| !**rests).count()).unwrap_or(0);
        let begun = self.rests.iter().take(usize::from(day.weekday())).filter(|rests| !**rests).count();
        since_monday.div_euclid(7) * a_week + i64::try_from(begun).unwrap_or(0)
    }

    /// Marks the days: special ones first, then holidays, then what holidays carry over, in the order of the year.
    fn lay_out(&mut self) {
        self.marked = self.special.keys().map(|day| (*day, Mark::Special)).collect();
        let mut holidays = Vec::new();
        for year in YEARS {
            for (at, holiday) in self.yearly.iter().enumerate() {
                let holds = holiday.first_year.is_none_or(|first| first <= year)
                    && holiday.last_year.is_none_or(|last| year <= last);
                if let Some(day) = Day::new(year, holiday.month, holiday.day).filter(|_| holds) {
                    holidays.push((day, at));
                    self.marked.entry(day).or_insert(Mark::Holiday(at));
                }
            }
        }
        holidays.sort_unstable();
        for (day, at) in holidays {
            let carries = self.yearly.get(at).is_some_and(|holiday| holiday.carries_over);
            if !carries || !self.rests_weekly(day) {
                continue;
            }
            if let Some(free) = self.working_day_from(day) {
                self.marked.insert(free, Mark::CarriedOver(at));
            }
        }
    }
}
