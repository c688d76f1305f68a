//! How long something may take: counted in working days, paused while the office waits for others.

use kernel::{Day, WorkingCalendar};

/// When people are at their desks, in minutes from midnight where the commission is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfficeHours {
    pub opens: i64,
    pub closes: i64,
}

/// A moment as the office lives it: the day, and the minute of that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfficeTime {
    pub day: Day,
    pub minute: i64,
}

/// One clock of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    pub started_on: Day,
    /// What it was given, extensions included.
    pub working_days: i64,
    pub state: ClockState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockState {
    /// Until the office closes on that day.
    Running { due_on: Day },
    /// What was left when it stopped; negative if it was late already.
    Paused { since: Day, left: i64 },
    /// What it was for has happened.
    Met { on: Day, due_on: Day },
    /// It is not needed any more.
    Stopped { on: Day },
}

/// How urgent a running clock is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Escalation {
    Calm,
    /// Half of the time is gone.
    Half,
    /// Four fifths are gone.
    Near,
    /// The office closed on the last day.
    Over,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ClockRefusal {
    #[error("the clock is not running")]
    NotRunning,
    #[error("the clock is not paused")]
    NotPaused,
    #[error("a clock cannot be set back before it began, or be moved beyond every calendar")]
    OutOfRange,
}

impl Default for OfficeHours {
    fn default() -> Self {
        Self { opens: 9 * 60, closes: 18 * 60 }
    }
}

impl Escalation {
    pub const ALL: [Self; 4] = [Self::Calm, Self::Half, Self::Near, Self::Over];

    /// The share of the time that is gone when it begins, in hundredths.
    pub fn percent(&self) -> i64 {
        match self {
            Self::Calm => 0,
            Self::Half => 50,
            Self::Near => 80,
            Self::Over => 100,
        }
    }

    pub fn from_percent(percent: i64) -> Self {
        Self::ALL.into_iter().rev().find(|step| step.percent() <= percent).unwrap_or(Self::Calm)
    }
}

impl Clock {
    pub fn start(calendar: &WorkingCalendar, on: Day, working_days: i64) -> Result<Self, ClockRefusal> {
        let due_on = calendar.plus_working_days(on, working_days).filter(|due| *due >= on);
        let due_on = due_on.ok_or(ClockRefusal::OutOfRange)?;
        Ok(Self { started_on: on, working_days, state: ClockState::Running { due_on } })
    }

    /// Stops the clock while others have to act. What is left is kept in working days.
    pub fn pause(self, calendar: &WorkingCalendar, on: Day) -> Result<Self, ClockRefusal> {
        let left = calendar.working_days_between(on, self.running_until()?);
        Ok(Self { state: ClockState::Paused { since: on, left }, ..self })
    }

    /// Lets it run again with what was left.
    pub fn resume(self, calendar: &WorkingCalendar, on: Day) -> Result<Self, ClockRefusal> {
        let ClockState::Paused { left, .. } = self.state else { return Err(ClockRefusal::NotPaused) };
        let due_on = calendar.plus_working_days(on, left).ok_or(ClockRefusal::OutOfRange)?;
        Ok(Self { state: ClockState::Running { due_on }, ..self })
    }

    /// Gives it more working days, or fewer.
    pub fn extend(self, calendar: &WorkingCalendar, days: i64) -> Result<Self, ClockRefusal> {
        let working_days = self.working_days.checked_add(days).filter(|days| *days >= 0);
        let working_days = working_days.ok_or(ClockRefusal::OutOfRange)?;
        let state = match self.state {
            ClockState::Running { due_on } => {
                let due_on = if days == 0 { Some(due_on) } else { calendar.plus_working_days(due_on, days) };
                let due_on = due_on.filter(|due| *due >= self.started_on).ok_or(ClockRefusal::OutOfRange)?;
                ClockState::Running { due_on }
            }
            ClockState::Paused { since, left } => {
                ClockState::Paused { since, left: left.checked_add(days).ok_or(ClockRefusal::OutOfRange)? }
            }
            ClockState::Met { .. } | ClockState::Stopped { .. } => return Err(ClockRefusal::NotRunning),
        };
        Ok(Self { working_days, state, ..self })
    }

    /// What it was for has happened.
    pub fn meet(self, calendar: &WorkingCalendar, on: Day) -> Result<Self, ClockRefusal> {
        let running = match self.state {
            ClockState::Paused { .. } => self.resume(calendar, on)?,
            ClockState::Running { .. } | ClockState::Met { .. } | ClockState::Stopped { .. } => self,
        };
        let due_on = running.running_until()?;
        Ok(Self { state: ClockState::Met { on, due_on }, ..self })
    }

    pub fn stop(self, on: Day) -> Self {
        Self { state: ClockState::Stopped { on }, ..self }
    }

    /// The day it runs out, if it runs.
    pub fn due_on(&self) -> Option<Day> {
        match self.state {
            ClockState::Running { due_on } => Some(due_on),
            ClockState::Paused { .. } | ClockState::Met { .. } | ClockState::Stopped { .. } => None,
        }
    }

    /// Working days until the last one; nought on the last day, negative after it.
    pub fn days_left(&self, calendar: &WorkingCalendar, today: Day) -> Option<i64> {
        match self.state {
            ClockState::Running { due_on } => Some(calendar.working_days_between(today, due_on)),
            ClockState::Paused { left, .. } => Some(left),
            ClockState::Met { .. } | ClockState::Stopped { .. } => None,
        }
    }

    /// How much of the time is gone, in hundredths, by the minutes of office days. A clock that does not run has no
    /// urgency.
    pub fn percent_gone(&self, calendar: &WorkingCalendar, hours: OfficeHours, now: OfficeTime) -> i64 {
        let Some(due_on) = self.due_on() else { return 0 };
        if now.day > due_on || (now.day == due_on && now.minute >= hours.closes) {
            return 100;
        }
        let a_day = (hours.closes - hours.opens).max(1);
        let today = match calendar.is_working(now.day) {
            true => (hours.closes - now.minute).clamp(0, a_day),
            false => 0,
        };
        let left = calendar.working_days_between(now.day, due_on).saturating_mul(a_day).saturating_add(today);
        // A clock of no days has its own day.
        let given = self.working_days.max(1).saturating_mul(a_day);
        ((given - left.min(given)).saturating_mul(100) / given).clamp(0, 99)
    }

    pub fn escalation(&self, calendar: &WorkingCalendar, hours: OfficeHours, now: OfficeTime) -> Escalation {
        Escalation::from_percent(self.percent_gone(calendar, hours, now))
    }

    fn running_until(&self) -> Result<Day, ClockRefusal> {
        self.due_on().ok_or(ClockRefusal::NotRunning)
    }
}

#[cfg(test)]
mod tests {
    use super::{Clock, ClockRefusal, ClockState, Escalation, OfficeHours, OfficeTime};
    use kernel::{Day, WorkingCalendar};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn week() -> WorkingCalendar {
        WorkingCalendar::plain_week()
    }

    fn hundredths(clock: &Clock, on: &str, hour: i64) -> i64 {
        clock.percent_gone(&week(), OfficeHours::default(), OfficeTime { day: day(on), minute: hour * 60 })
    }

    #[test]
    fn a_paused_clock_goes_on_with_what_was_left() {
        let clock = Clock::start(&week(), day("2026-11-02"), 10).unwrap();
        assert_eq!(clock.due_on(), Some(day("2026-11-16")));
        let paused = clock.pause(&week(), day("2026-11-05")).unwrap();
        assert_eq!(paused.state, ClockState::Paused { since: day("2026-11-05"), left: 7 });
        assert_eq!((paused.due_on(), paused.days_left(&week(), day("2027-01-01"))), (None, Some(7)));
        let resumed = paused.resume(&week(), day("2026-11-20")).unwrap();
        assert_eq!(resumed.due_on(), Some(day("2026-12-01")));
        assert_eq!(clock.resume(&week(), day("2026-11-20")), Err(ClockRefusal::NotPaused));
        assert_eq!(paused.pause(&week(), day("2026-11-20")), Err(ClockRefusal::NotRunning));
    }

    #[test]
    fn a_late_clock_stays_late_by_as_much_over_a_pause() {
        let clock = Clock::start(&week(), day("2026-11-02"), 2).unwrap();
        let resumed = clock.pause(&week(), day("2026-11-06")).unwrap().resume(&week(), day("2026-11-20")).unwrap();
        assert_eq!(resumed.days_left(&week(), day("2026-11-20")), Some(-2));
    }

    #[test]
    fn pausing_and_resuming_on_one_day_changes_nothing() {
        let clock = Clock::start(&week(), day("2026-11-02"), 10).unwrap();
        let same = clock.pause(&week(), day("2026-11-05")).unwrap().resume(&week(), day("2026-11-05")).unwrap();
        assert_eq!(same, clock);
    }

    #[test]
    fn an_extension_is_in_working_days_and_not_back_before_the_beginning() {
        let clock = Clock::start(&week(), day("2026-11-02"), 4).unwrap();
        assert_eq!(clock.due_on(), Some(day("2026-11-06")));
        assert_eq!(clock.extend(&week(), 1).unwrap().due_on(), Some(day("2026-11-09")));
        assert_eq!(clock.extend(&week(), -5), Err(ClockRefusal::OutOfRange));
        let met = clock.meet(&week(), day("2026-11-04")).unwrap();
        assert_eq!(met.extend(&week(), 1), Err(ClockRefusal::NotRunning));
        assert_eq!(met.state, ClockState::Met { on: day("2026-11-04"), due_on: day("2026-11-06") });
    }

    #[test]
    fn urgency_follows_the_hours_of_the_office() {
        let clock = Clock::start(&week(), day("2026-11-02"), 1).unwrap();
        // One working day from Monday: until Tuesday at 18:00, of which the nine hours of Tuesday are all there is.
        assert_eq!(hundredths(&clock, "2026-11-02", 10), 0);
        assert_eq!(hundredths(&clock, "2026-11-03", 9), 0);
        assert_eq!(hundredths(&clock, "2026-11-03", 15), 66);
        assert_eq!(hundredths(&clock, "2026-11-03", 17), 88);
        assert_eq!(hundredths(&clock, "2026-11-03", 18), 100);
        let long = Clock::start(&week(), day("2026-11-02"), 10).unwrap();
        assert_eq!(hundredths(&long, "2026-11-09", 18), 50);
        assert_eq!(hundredths(&long, "2026-11-14", 12), 90);
        assert_eq!(Escalation::from_percent(79), Escalation::Half);
        assert_eq!(Escalation::from_percent(80), Escalation::Near);
        assert_eq!(Escalation::from_percent(100), Escalation::Over);
        let paused = long.pause(&week(), day("2026-11-14")).unwrap();
        assert_eq!(hundredths(&paused, "2027-11-14", 12), 0);
    }
}
