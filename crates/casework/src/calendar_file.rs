//! The calendar of a commission's profile: which days are worked, as data.

use std::collections::BTreeMap;

use kernel::{CalendarProblem, Day, LocalText, SpecialDay, WorkingCalendar, YearlyHoliday};
use serde::Deserialize;

#[derive(Debug, thiserror::Error)]
pub enum CalendarFileProblem {
    #[error("cannot be read: {0}")]
    Shape(#[from] toml::de::Error),
    #[error("`{0}` is not a day of the year; write it as 03-21")]
    NotADate(String),
    #[error("`{0}` is not a day; write it as 2026-03-21")]
    NotADay(String),
    #[error("`{0}` is not a day of the week; Monday is 1 and Sunday 7")]
    NotAWeekday(u8),
    #[error("`{0}` is not a language tag")]
    NotALanguage(String),
    #[error("`{0}` is named twice")]
    Twice(Day),
    #[error(transparent)]
    Calendar(#[from] CalendarProblem),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarFile {
    weekly_rest: Vec<u8>,
    #[serde(default)]
    yearly: Vec<YearlyLine>,
    #[serde(default)]
    rest: Vec<RestLine>,
    #[serde(default)]
    moved: Vec<MovedLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YearlyLine {
    date: String,
    first_year: Option<i16>,
    last_year: Option<i16>,
    #[serde(default = "yes")]
    carries_over: bool,
    name: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RestLine {
    day: String,
    name: BTreeMap<String, String>,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MovedLine {
    from: String,
    to: String,
    source: String,
}

fn yes() -> bool {
    true
}

/// Reads the `calendar.toml` of a profile.
pub fn read_calendar(text: &str) -> Result<WorkingCalendar, CalendarFileProblem> {
    let file: CalendarFile = toml::from_str(text)?;
    let mut rests = [false; 7];
    for weekday in file.weekly_rest {
        let rest = usize::from(weekday).checked_sub(1).and_then(|at| rests.get_mut(at));
        *rest.ok_or(CalendarFileProblem::NotAWeekday(weekday))? = true;
    }
    let yearly = file.yearly.into_iter().map(yearly).collect::<Result<_, _>>()?;
    let mut special = BTreeMap::new();
    let mut set = |day: String, known: SpecialDay| {
        let day: Day = day.parse().map_err(|_| CalendarFileProblem::NotADay(day))?;
        match special.insert(day, known) {
            Some(_) => Err(CalendarFileProblem::Twice(day)),
            None => Ok(()),
        }
    };
    for RestLine { day, name, source } in file.rest {
        set(day, SpecialDay { is_working: false, name: local(name)?, source })?;
    }
    for MovedLine { from, to, source } in file.moved {
        set(from, SpecialDay { is_working: true, name: LocalText::default(), source: source.clone() })?;
        set(to, SpecialDay { is_working: false, name: LocalText::default(), source })?;
    }
    Ok(WorkingCalendar::new(rests, yearly, special)?)
}

fn yearly(line: YearlyLine) -> Result<YearlyHoliday, CalendarFileProblem> {
    let YearlyLine { date, first_year, last_year, carries_over, name } = line;
    // 2000 had every day that a year can have.
    let day: Day = format!("2000-{date}").parse().map_err(|_| CalendarFileProblem::NotADate(date))?;
    let name = local(name)?;
    Ok(YearlyHoliday { month: day.month(), day: day.day_of_month(), first_year, last_year, carries_over, name })
}

fn local(names: BTreeMap<String, String>) -> Result<LocalText, CalendarFileProblem> {
    let mut text = LocalText::default();
    for (tag, name) in names {
        text.insert(tag.parse().map_err(|_| CalendarFileProblem::NotALanguage(tag))?, name);
    }
    Ok(text)
}
