use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Day;
use serde_json::json;
use store::Entry;
use web::{Form, Page, Permission, WebError, show};

use crate::{Desk, sql};

const LONGEST: usize = 200;

#[derive(Template)]
#[template(path = "settings/days.html")]
struct DaysPage {
    page: Page,
    form: Form,
    may_change: bool,
    own: Vec<SpecialLine>,
    given: Vec<SpecialLine>,
    yearly: Vec<(String, String)>,
}

struct SpecialLine {
    day: String,
    label: String,
    kind: &'static str,
    name: String,
    source: String,
}

pub(super) async fn see(page: Page, State(desk): State<Desk>) -> Result<Response, WebError> {
    show(StatusCode::OK, &DaysPage::of(page, &desk, Form::default()).await?)
}

/// Says of one day whether it is worked, and by which decree. Every deadline that is counted from now on minds it.
pub(super) async fn set(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let mut form = form;
    let day: Result<Day, _> = form.typed("day").trim().parse();
    if day.is_err() {
        form.refuse_with("day", "refused-day", vec![("typed", form.typed("day").to_owned())]);
    }
    let source = form.typed("source").trim().to_owned();
    if source.is_empty() {
        form.refuse("source", "refused-source");
    }
    let name = form.typed("name").trim().to_owned();
    if name.chars().count() > LONGEST || source.chars().count() > LONGEST {
        form.refuse_with("source", "refused-long", vec![("most", LONGEST.to_string())]);
    }
    let (Ok(day), false) = (day, form.is_refused()) else {
        return show(StatusCode::UNPROCESSABLE_ENTITY, &DaysPage::of(page, &desk, form).await?);
    };
    let is_working = form.typed("kind") == "work";
    let change = desk.store.change(page.by("calendar.set")).await?;
    sql::set_calendar_day(&change, day, is_working, &name, &source).await?;
    change.record(Entry::new("calendar", day, "set").after(json!({ "working": is_working, "source": source }))).await;
    change.commit().await?;
    Ok(Redirect::to(&page.link("office/settings/calendar")).into_response())
}

pub(super) async fn remove(
    page: Page,
    State(desk): State<Desk>,
    Path((_, day)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let day: Day = day.parse().map_err(|_| WebError::NotFound)?;
    let change = desk.store.change(page.by("calendar.remove")).await?;
    if sql::delete_calendar_day(&change, day).await? == 0 {
        return Err(WebError::NotFound);
    }
    change.record(Entry::new("calendar", day, "removed")).await;
    change.commit().await?;
    Ok(Redirect::to(&page.link("office/settings/calendar")).into_response())
}

impl DaysPage {
    async fn of(page: Page, desk: &Desk, form: Form) -> Result<Self, WebError> {
        let language = page.language();
        let own = sql::list_calendar_days(&desk.store, &desk.languages).await?;
        let line = |day: Day, special: &kernel::SpecialDay| SpecialLine {
            day: day.to_string(),
            label: page.locale().weekday_and_day(day),
            kind: if special.is_working { "days-work" } else { "days-rest" },
            name: special.name.get(language).unwrap_or_default().to_owned(),
            source: special.source.clone(),
        };
        let overridden = |day: &Day| own.iter().any(|(known, _)| known == day);
        let given = desk.calendar.special_days().filter(|(day, _)| !overridden(day));
        let mut given: Vec<SpecialLine> = given.map(|(day, special)| line(day, special)).collect();
        given.reverse();
        let year = page.today().year();
        let yearly = desk.calendar.yearly_holidays().iter().filter_map(|holiday| {
            let holds = holiday.first_year.is_none_or(|first| first <= year)
                && holiday.last_year.is_none_or(|last| year <= last);
            let day = Day::new(year, holiday.month, holiday.day).filter(|_| holds)?;
            Some((page.locale().weekday_and_day(day), holiday.name.get(language).unwrap_or_default().to_owned()))
        });
        Ok(Self {
            may_change: page.may(Permission::Administer),
            own: own.iter().rev().map(|(day, special)| line(*day, special)).collect(),
            given,
            yearly: yearly.collect(),
            form,
            page: page.clone(),
        })
    }
}
