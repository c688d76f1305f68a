use askama::Template;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::fold;
use web::{Form, Page, WebError, show};

use super::{completeness_of, record_link};
use crate::record::completeness::{GOLD, PUBLISHABLE};
use crate::record::location::{Location, State};
use crate::{Desk, sql};

#[derive(Template)]
#[template(path = "edit/list.html")]
struct ListPage {
    page: Page,
    form: Form,
    /// How many there are in each state.
    counts: Vec<(State, usize)>,
    lines: Vec<Line>,
    next: Option<String>,
}

struct Line {
    href: String,
    name: String,
    kind: &'static str,
    state: State,
    percent: u8,
    confirmed_on: Option<kernel::Day>,
}

const A_PAGE: i64 = 50;

pub(super) async fn list(page: Page, Shared(desk): Shared<Desk>, form: Form) -> Result<Response, WebError> {
    let state = State::from_word(form.typed("state"));
    let typed = fold::fold(form.typed("q"));
    let after = form.typed("after");
    let mut places = sql::locations::list_page(&desk.store, state, &typed, after, A_PAGE + 1).await?;
    let is_last = i64::try_from(places.len()).unwrap_or(i64::MAX) <= A_PAGE;
    places.truncate(usize::try_from(A_PAGE).unwrap_or(usize::MAX));
    let next = places.last().filter(|_| !is_last).map(|last| {
        let state = state.map_or("", State::word);
        page.link(format!("office/locations?state={state}&after={}", last.slug))
    });
    let by_state = sql::locations::count_by_state(&desk.store).await?;
    let count = |state: State| by_state.get(state.word()).and_then(|many| usize::try_from(*many).ok()).unwrap_or(0);
    let counts = State::ALL.into_iter().map(|state| (state, count(state))).collect();
    let mut lines = Vec::new();
    for place in &places {
        lines.push(line(&page, &desk, place).await?);
    }
    show(StatusCode::OK, &ListPage { page, form, counts, lines, next })
}

async fn line(page: &Page, desk: &Desk, place: &Location) -> Result<Line, WebError> {
    let completeness = completeness_of(&desk.store, desk, place).await?;
    Ok(Line {
        href: record_link(page, &place.slug),
        name: place.name(page.language()).to_owned(),
        kind: place.kind.label,
        state: place.state,
        percent: completeness.percent,
        confirmed_on: place.confirmed_on,
    })
}

impl Line {
    fn badge(&self) -> &'static str {
        match self.percent {
            GOLD.. => "badge-done",
            PUBLISHABLE.. => "",
            _ => "badge-open",
        }
    }
}

impl ListPage {
    fn of_state(&self, state: &State) -> String {
        self.page.link(format!("office/locations?state={}", state.word()))
    }
}
