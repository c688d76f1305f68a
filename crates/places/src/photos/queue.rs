//! Where photos wait for somebody: not published yet, or older than a place stays as it was.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::Id;
use web::{Page, Phrase, WebError, show};

use super::PhotoState;
use super::photo::OLD_AFTER_MONTHS;
use crate::{Desk, find, sql};

/// So many photos of each sort are looked at; who has more has enough to do.
const MOST: i64 = 5_000;

#[derive(Template)]
#[template(path = "photos/queue.html")]
struct QueuePage {
    page: Page,
    staged: Vec<Waiting>,
    old: Vec<Waiting>,
}

/// Photos of one place.
struct Waiting {
    slug: String,
    name: String,
    count: usize,
}

impl QueuePage {
    fn counted(&self, waiting: &Waiting) -> Phrase<'_> {
        self.page.say("photos-count").count("count", waiting.count)
    }
}

pub(super) async fn see(page: Page, State(desk): State<Desk>) -> Result<Response, WebError> {
    let staged = sql::photos::list_in_state(&desk.store, PhotoState::Staged, MOST).await?;
    let since = page.today().plus_months(-OLD_AFTER_MONTHS).ok_or(WebError::NotFound)?;
    let old = sql::photos::list_older(&desk.store, since, MOST).await?;
    let staged = by_place(&page, &desk, &staged).await?;
    let old = by_place(&page, &desk, &old).await?;
    show(StatusCode::OK, &QueuePage { page, staged, old })
}

/// The place with most of them first.
async fn by_place(page: &Page, desk: &Desk, locations: &[Id]) -> Result<Vec<Waiting>, WebError> {
    let mut counts = BTreeMap::<Id, usize>::new();
    for location in locations {
        *counts.entry(*location).or_default() += 1;
    }
    let mut waiting = Vec::new();
    for (location, count) in counts {
        let Some(location) = find::find_location(&desk.store, location).await? else { continue };
        let name = location.name(page.language()).to_owned();
        waiting.push(Waiting { slug: location.slug, name, count });
    }
    waiting.sort_by_key(|waiting| std::cmp::Reverse(waiting.count));
    Ok(waiting)
}
