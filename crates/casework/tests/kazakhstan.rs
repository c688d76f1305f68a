#![cfg(test)]
//! The calendar of Kazakhstan against intervals counted by hand from the decrees of 2021 to 2026.

use std::collections::BTreeSet;

use casework::read_calendar;
use kernel::{Day, DayKind, WorkingCalendar};

fn kazakhstan() -> WorkingCalendar {
    read_calendar(include_str!("../../../profiles/kazakhstan/calendar.toml")).unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// From a day, so many working days, to a day.
const INTERVALS: [(&str, i64, &str); 41] = [
    // 2021: New Year's second day on a Saturday, Nauryz from Sunday, and 5 July for 3 July.
    ("2020-12-31", 1, "2021-01-05"),
    ("2021-01-06", 1, "2021-01-08"),
    ("2021-03-05", 1, "2021-03-09"),
    ("2021-03-19", 1, "2021-03-25"),
    ("2021-04-30", 1, "2021-05-04"),
    ("2021-05-06", 1, "2021-05-11"),
    ("2021-07-02", 1, "2021-07-03"),
    ("2021-07-02", 2, "2021-07-07"),
    ("2021-07-19", 1, "2021-07-21"),
    ("2021-11-30", 1, "2021-12-02"),
    ("2021-12-15", 1, "2021-12-20"),
    // 2022: both days of New Year on a weekend, and three transfers.
    ("2021-12-31", 1, "2022-01-05"),
    ("2022-03-04", 1, "2022-03-05"),
    ("2022-03-04", 2, "2022-03-09"),
    ("2022-03-18", 1, "2022-03-24"),
    ("2022-04-29", 1, "2022-05-03"),
    ("2022-05-06", 1, "2022-05-11"),
    ("2022-07-08", 1, "2022-07-11"),
    ("2022-08-26", 2, "2022-08-31"),
    ("2022-10-21", 2, "2022-10-26"),
    ("2022-11-30", 1, "2022-12-01"),
    // 2023
    ("2022-12-30", 1, "2023-01-04"),
    ("2023-06-27", 1, "2023-06-29"),
    ("2023-06-30", 1, "2023-07-01"),
    ("2023-06-30", 5, "2023-07-10"),
    ("2023-12-15", 1, "2023-12-19"),
    // 2024: Christmas on a Sunday carries nothing over.
    ("2024-01-05", 1, "2024-01-08"),
    ("2024-05-03", 1, "2024-05-04"),
    ("2024-05-03", 2, "2024-05-06"),
    ("2024-05-06", 1, "2024-05-10"),
    ("2024-06-14", 1, "2024-06-17"),
    ("2024-07-05", 1, "2024-07-09"),
    // 2025: worked on Sunday 5 January for Friday 3 January; Nauryz from Friday to Sunday.
    ("2024-12-31", 1, "2025-01-05"),
    ("2024-12-31", 3, "2025-01-08"),
    ("2025-03-20", 1, "2025-03-26"),
    ("2025-08-29", 1, "2025-09-02"),
    ("2025-10-24", 1, "2025-10-28"),
    // 2026
    ("2025-12-31", 1, "2026-01-05"),
    ("2026-01-06", 1, "2026-01-08"),
    ("2026-03-20", 1, "2026-03-26"),
    ("2026-05-06", 3, "2026-05-13"),
];

#[test]
fn forty_intervals_match_what_hands_counted() {
    let calendar = kazakhstan();
    for (from, days, to) in INTERVALS {
        let (from, to) = (day(from), day(to));
        assert_eq!(calendar.plus_working_days(from, days), Some(to), "{from} + {days}");
        assert_eq!(calendar.working_days_between(from, to), days, "{from} to {to}");
        assert!(calendar.plus_working_days(to, -days).is_some_and(|back| back <= from), "{to} - {days}");
    }
}

#[test]
fn january_2026_has_nineteen_working_days_as_announced() {
    assert_eq!(kazakhstan().working_days_between(day("2025-12-31"), day("2026-01-31")), 19);
}

#[test]
fn each_moved_day_names_its_decree_and_each_holiday_has_three_names() {
    let calendar = kazakhstan();
    let sources: BTreeSet<&str> = calendar.special_days().map(|(_, special)| special.source.as_str()).collect();
    assert!(sources.contains("Government decree No. 713, 6 October 2021"), "{sources:?}");
    assert!(calendar.special_days().all(|(_, special)| !special.source.is_empty()));
    assert!(matches!(calendar.kind(day("2022-03-05")), DayKind::SpecialWork(_)));
    for holiday in calendar.yearly_holidays() {
        for tag in ["kk", "ru", "en"] {
            assert!(holiday.name.get(tag.parse().unwrap()).is_some(), "{holiday:?}");
        }
    }
}

#[test]
fn a_calendar_that_cannot_be_used_says_why() {
    let said = |text: &str| read_calendar(text).err().map(|problem| problem.to_string()).unwrap_or_default();
    assert_eq!(said("weekly_rest = [8]"), "`8` is not a day of the week; Monday is 1 and Sunday 7");
    assert_eq!(said("weekly_rest = [1, 2, 3, 4, 5, 6, 7]"), "no day of the week is worked");
    let holiday = "weekly_rest = [7]\n[[yearly]]\ndate = '02-30'\nname = { en = 'Never' }";
    assert_eq!(said(holiday), "`02-30` is not a day of the year; write it as 03-21");
    let moved = "weekly_rest = [7]\n[[moved]]\nfrom = '2026-01-03'\nto = '2026-01-03'\nsource = 'x'";
    assert_eq!(said(moved), "`2026-01-03` is named twice");
}
