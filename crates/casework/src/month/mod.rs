//! The month: which days are worked, and what is due on them.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Day, DayKind};
use web::{Form, Page, WebError, show};

use crate::line::Reader;
use crate::sql::{self, CaseFilter, Cursor};
use crate::{Desk, Sort};

/// More than this in one month and the list is of more use.
const MOST: i64 = 400;
/// So many stand in a day; the rest is a number.
const IN_A_DAY: usize = 4;

#[derive(Template)]
#[template(path = "month/month.html")]
struct MonthPage {
    page: Page,
    title: String,
    before: String,
    after: String,
    weekdays: Vec<String>,
    weeks: Vec<Vec<Cell>>,
}

struct Cell {
    number: String,
    is_of_month: bool,
    is_rest: bool,
    is_today: bool,
    /// The holiday or the decree.
    name: String,
    due: Vec<(String, String)>,
    more: usize,
}

pub(crate) async fn see(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let db = &desk.store;
    let reader = Reader::of(&page, &desk, db).await?;
    let first = month_of(form.typed("month"), reader.today);
    let monday = first.plus_days(1 - i64::from(first.weekday())).unwrap_or(first);
    let next_month = first.plus_months(1).unwrap_or(first);
    let mut due: BTreeMap<Day, Vec<(String, String)>> = BTreeMap::new();
    let filter = CaseFilter {
        text: String::new(),
        kinds: String::new(),
        states: String::new(),
        turn: String::new(),
        owner: "*".to_owned(),
        closed: (0, 0),
        due: (monday.to_string(), next_month.plus_days(6).unwrap_or(next_month).to_string()),
    };
    for case in sql::list_cases(db, &filter, Sort::Due, &Cursor::beginning(Sort::Due), MOST).await? {
        let Some(day) = case.due_on else { continue };
        due.entry(day).or_default().push((page.link(format!("office/cases/{}", case.reference)), case.title));
    }
    let mut weeks = Vec::new();
    let mut day = monday;
    while day < next_month {
        let mut week = Vec::new();
        for _ in 0..7 {
            week.push(cell(&reader, first, day, due.remove(&day).unwrap_or_default()));
            day = day.plus_days(1).ok_or(WebError::NotFound)?;
        }
        weeks.push(week);
    }
    let link = |day: Option<Day>| {
        let day = day.unwrap_or(first);
        format!("{}?month={:04}-{:02}", page.link("office/calendar"), day.year(), day.month())
    };
    let template = MonthPage {
        title: page.locale().month(first),
        before: link(first.plus_months(-1)),
        after: link(Some(next_month)),
        weekdays: (0..7).filter_map(|at| monday.plus_days(at)).map(|day| page.locale().weekday(day)).collect(),
        weeks,
        page: page.clone(),
    };
    show(StatusCode::OK, &template)
}

/// The first day of a month written `2026-11`; of this month if it is not written so.
fn month_of(typed: &str, today: Day) -> Day {
    let this_month = || Day::new(today.year(), today.month(), 1).unwrap_or(today);
    format!("{typed}-01")
        .parse()
        .ok()
        .filter(|day: &Day| (1990..=2100).contains(&day.year()))
        .unwrap_or_else(this_month)
}

fn cell(reader: &Reader<'_>, first: Day, day: Day, mut due: Vec<(String, String)>) -> Cell {
    let language = reader.page.language();
    let named = |name: &kernel::LocalText, source: &str| {
        name.get(language).filter(|name| !name.is_empty()).unwrap_or(source).to_owned()
    };
    let (is_rest, name) = match reader.calendar.kind(day) {
        DayKind::Working => (false, String::new()),
        DayKind::WeeklyRest => (true, String::new()),
        DayKind::Holiday(holiday) | DayKind::CarriedOver(holiday) => (true, named(&holiday.name, "")),
        DayKind::SpecialRest(special) => (true, named(&special.name, &special.source)),
        DayKind::SpecialWork(special) => (false, named(&special.name, &special.source)),
    };
    let more = due.len().saturating_sub(IN_A_DAY);
    due.truncate(IN_A_DAY);
    Cell {
        number: day.day_of_month().to_string(),
        is_of_month: day.month() == first.month(),
        is_rest,
        is_today: day == reader.today,
        name,
        due,
        more,
    }
}
