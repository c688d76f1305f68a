//! Finding and going: the page behind the palette, and the palette's own list.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use people::fold::fold;
use web::{Form, Page, WebError, show};

use crate::cases::searched;
use crate::line::{Reader, me};
use crate::{Case, Desk, sql};

const MOST_CASES: i64 = 20;
const MOST_TEXT: usize = 200;

#[derive(Template)]
#[template(path = "search/search.html")]
struct SearchPage {
    page: Page,
    query: String,
    found: Vec<Hit>,
}

/// Somewhere to go.
struct Hit {
    href: String,
    text: String,
    note: String,
}

pub(crate) async fn see(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let query: String = form.typed("q").trim().chars().take(MOST_TEXT).collect();
    let db = &desk.store;
    let text = searched(&query);
    let matches = |name: &str| text.is_empty() || fold(name).split(' ').any(|word| word.starts_with(text.as_str()));
    let mut found = Vec::new();
    for link in page.office_items() {
        if matches(&link.text) {
            found.push(Hit { href: link.href, text: link.text, note: page.say("search-page").to_string() });
        }
    }
    for view in sql::list_views(db, me(&page)?).await? {
        if matches(&view.name) {
            let href = format!("{}?{}", page.link("office/cases"), view.query);
            found.push(Hit { href, text: view.name, note: page.say("search-view").to_string() });
        }
    }
    if !text.is_empty() {
        let reader = Reader::of(&page, &desk, db).await?;
        let mut cases = sql::list_found(db, &text, MOST_CASES).await?;
        // Typed with the wrong layout: `ifhsy` is `шарын`.
        if cases.is_empty() {
            let other = people::fold::other_layout(&query);
            cases = sql::list_found(db, &fold(&other), MOST_CASES).await?;
        }
        // What bears the very reference or name stands first.
        let is_exact = |case: &Case| case.reference.eq_ignore_ascii_case(&query) || fold(&case.title) == text;
        cases.sort_by_key(|case| !is_exact(case));
        let hits: Vec<Hit> = cases
            .iter()
            .map(|case| {
                let line = reader.line(case);
                Hit { note: [line.reference, line.state, line.left].join(" · "), href: line.href, text: line.title }
            })
            .collect();
        found.splice(0..0, hits);
    }
    for language in page.languages().into_iter().filter(|language| !language.is_current) {
        if !text.is_empty() && matches(&language.text) {
            let note = page.say("search-language").to_string();
            found.push(Hit { href: language.href, text: language.text, note });
        }
    }
    show(StatusCode::OK, &SearchPage { page: page.clone(), query, found })
}
