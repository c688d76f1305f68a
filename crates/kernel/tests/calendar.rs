#![cfg(test)]
//! A working calendar with an invented country's holidays; the real ones of Kazakhstan are tested beside its profile.

use std::collections::BTreeMap;

use kernel::{CalendarProblem, Day, DayKind, LocalText, SpecialDay, WorkingCalendar, YearlyHoliday};
use proptest::prelude::*;

const FIVE_DAYS: [bool; 7] = [false, false, false, false, false, true, true];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn holiday(month: i8, day: i8, carries_over: bool) -> YearlyHoliday {
    YearlyHoliday { month, day, first_year: Some(2000), last_year: None, carries_over, name: LocalText::default() }
}

fn special(is_working: bool) -> SpecialDay {
    SpecialDay { is_working, name: LocalText::default(), source: "decree 1".to_owned() }
}

fn calendar() -> WorkingCalendar {
    let yearly = vec![holiday(3, 21, true), holiday(3, 22, true), holiday(1, 7, false), holiday(2, 29, false)];
    let moved = BTreeMap::from([(day("2026-04-18"), special(true)), (day("2026-04-20"), special(false))]);
    WorkingCalendar::new(FIVE_DAYS, yearly, moved).unwrap()
}

#[test]
fn holidays_on_days_of_rest_carry_over_to_the_next_free_days() {
    let calendar = calendar();
    // Saturday and Sunday: Monday and Tuesday are free instead.
    assert!(matches!(calendar.kind(day("2026-03-21")), DayKind::Holiday(_)));
    assert!(matches!(calendar.kind(day("2026-03-23")), DayKind::CarriedOver(holiday) if holiday.day == 21));
    assert!(matches!(calendar.kind(day("2026-03-24")), DayKind::CarriedOver(holiday) if holiday.day == 22));
    assert!(calendar.is_working(day("2026-03-25")));
    // The seventh of January of 2029 is a Sunday and carries nothing over; before 2000 there was no holiday.
    assert!(calendar.is_working(day("2029-01-08")));
    assert!(calendar.is_working(day("1995-03-21")));
}

#[test]
fn a_decree_moves_a_day_of_rest() {
    let calendar = calendar();
    assert!(matches!(calendar.kind(day("2026-04-18")), DayKind::SpecialWork(special) if special.source == "decree 1"));
    assert!(matches!(calendar.kind(day("2026-04-20")), DayKind::SpecialRest(_)));
    // Friday, and two working days on: the Saturday, then the Tuesday.
    assert_eq!(calendar.plus_working_days(day("2026-04-17"), 2), Some(day("2026-04-21")));
    let changed = calendar.with([(day("2026-04-20"), special(true))]);
    assert_eq!(changed.plus_working_days(day("2026-04-17"), 2), Some(day("2026-04-20")));
}

#[test]
fn counting_begins_on_the_day_after_and_goes_back_too() {
    let calendar = WorkingCalendar::plain_week();
    let friday = day("2026-11-20");
    assert_eq!(calendar.plus_working_days(friday, 1), Some(day("2026-11-23")));
    assert_eq!(calendar.plus_working_days(friday, -1), Some(day("2026-11-19")));
    assert_eq!(calendar.plus_working_days(day("2026-11-21"), 0), Some(day("2026-11-23")));
    assert_eq!(calendar.working_days_between(friday, day("2026-11-23")), 1);
    assert_eq!(calendar.working_days_between(day("2026-11-23"), friday), -1);
}

#[test]
fn what_cannot_be_a_calendar_is_refused() {
    let none = WorkingCalendar::new([true; 7], Vec::new(), BTreeMap::new());
    assert_eq!(none.err(), Some(CalendarProblem::NoWorkingDay));
    let impossible = WorkingCalendar::new(FIVE_DAYS, vec![holiday(2, 30, true)], BTreeMap::new());
    assert_eq!(impossible.err(), Some(CalendarProblem::NoSuchDay { month: 2, day: 30 }));
    assert_eq!(WorkingCalendar::plain_week().plus_working_days(day("2026-01-01"), i64::MAX), None);
}

proptest! {
    #[test]
    fn days_between_are_the_days_one_walks(from in 0_i32..40_000, walked in -400_i64..400) {
        let calendar = calendar();
        let from = Day::from_number(from).unwrap();
        let to = calendar.plus_working_days(from, walked).unwrap();
        let slowly = |first: Day, last: Day| {
            let days = (first.number() + 1..=last.number()).map(|number| Day::from_number(number).unwrap());
            i64::try_from(days.filter(|day| calendar.is_working(*day)).count()).unwrap()
        };
        let counted = if to < from { -slowly(to, from) } else { slowly(from, to) };
        prop_assert_eq!(calendar.working_days_between(from, to), counted);
        if walked > 0 {
            prop_assert_eq!(counted, walked);
        }
    }
}
