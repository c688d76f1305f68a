use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kernel::Day;
use light::{Daylight, Step};
use web::{Form, Page, Permission, WebError, show};

use super::block::over;
use super::told::{self, Line};
use crate::record::shown::{Shown, shown};
use crate::{Desk, Viewer, find};

#[derive(Template)]
#[template(path = "sun/sun.html")]
struct SunPage {
    page: Page,
    place: Shown,
    form: Form,
    day: Day,
    dial: String,
    lines: Vec<Line>,
    length: Option<String>,
    remark: Option<&'static str>,
    warning: Option<(&'static str, usize)>,
    noon: String,
    step: Step,
    rows: Vec<RowShown>,
    /// The first days of spring, summer, autumn and winter as astronomers have them, of the same year.
    seasons: Vec<Day>,
}

struct RowShown {
    time: String,
    direction: String,
    height: String,
    light: &'static str,
}

const SEASONS: [(i8, i8); 4] = [(3, 20), (6, 21), (9, 23), (12, 21)];

pub(super) async fn see(
    page: Page,
    State(desk): State<Desk>,
    Path((_, slug)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let location = find::find_location_by_slug(&desk.store, &slug).await?.ok_or(WebError::NotFound)?;
    let is_office = page.may(Permission::Office);
    if !location.is_listed() && !is_office {
        return Err(WebError::NotFound);
    }
    let place = shown(&location, if is_office { Viewer::Office } else { Viewer::Anybody });
    let mut form = form;
    let today = page.today();
    let day = match form.typed("date").trim() {
        "" => today,
        typed => match typed.parse::<Day>().ok().filter(|day| over(&desk, &place, *day).is_some()) {
            Some(day) => day,
            None => {
                let typed = typed.to_owned();
                form.refuse_with("date", "sun-date-refused", vec![("typed", typed)]);
                today
            }
        },
    };
    // A place whose position nobody knows has no sun.
    let light = over(&desk, &place, day).ok_or(WebError::NotFound)?;
    if form.typed("date").is_empty() {
        form.fill("date", day.to_string());
    }
    let step = if form.typed("step") == "15" { Step::Quarter } else { Step::Half };
    let status = if form.is_refused() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let template = SunPage {
        dial: told::dial(&page, &place, day, &light),
        lines: told::lines(&page, &light),
        length: light.length().map(|minutes| told::duration(&page, minutes)),
        remark: told::remark(&light),
        warning: told::warning(&light),
        noon: told::time(&light, light.noon.at),
        rows: rows(&page, &light, step),
        seasons: SEASONS.into_iter().filter_map(|(month, on)| Day::new(day.year(), month, on)).collect(),
        step,
        day,
        form,
        place,
        page,
    };
    show(status, &template)
}

impl SunPage {
    fn name(&self) -> &str {
        self.place.name(self.page.language())
    }

    fn address(&self) -> String {
        self.page.link(format!("locations/{}/sun", self.place.slug))
    }

    fn on(&self, day: &Day) -> String {
        format!("{}?date={day}{}", self.address(), if self.step == Step::Quarter { "&step=15" } else { "" })
    }

    fn other_step(&self) -> (String, i64) {
        let other = match self.step {
            Step::Quarter => Step::Half,
            Step::Half => Step::Quarter,
        };
        (format!("{}?date={}&step={}", self.address(), self.day, other.minutes()), other.minutes())
    }

    fn day_before(&self) -> Option<Day> {
        self.day.plus_days(-1)
    }

    fn day_after(&self) -> Option<Day> {
        self.day.plus_days(1)
    }

    fn is_rounded(&self) -> bool {
        self.place.precision.metres() > 0 && !self.page.may(Permission::Office)
    }
}

fn rows(page: &Page, light: &Daylight, step: Step) -> Vec<RowShown> {
    let rows = light.rows(step).into_iter().map(|row| RowShown {
        time: told::time(light, row.at),
        direction: told::degrees(page, row.azimuth, 1),
        height: told::degrees(page, row.altitude, 1),
        light: match (row.is_up(), row.is_golden()) {
            (_, true) => "sun-light-golden",
            (true, false) => "sun-light-day",
            (false, false) => "sun-light-twilight",
        },
    });
    rows.collect()
}
