//! Looks, credits and days of use: small forms on the page of the record.

use axum::extract::{Path, State as Shared};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::{Day, Id, LocalText};
use web::{Form, Page, WebError};

use super::record::refused;
use super::{place_of, record_link};
use crate::field::LOOKS;
use crate::record::location::{Credit, Look, Use};
use crate::{Desk, write};

pub(super) async fn set_looks(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, slug)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let change = desk.store.change(page.by("places.looks")).await?;
    let place = place_of(&change, &slug).await?;
    let photo_of = |word: &str| place.looks.iter().find(|look| look.slug == word).and_then(|look| look.photo);
    let chosen = LOOKS.iter().filter(|look| form.chose("look", look.word));
    let mut looks: Vec<Look> =
        chosen.map(|look| Look { slug: look.word.to_owned(), photo: photo_of(look.word) }).collect();
    looks.sort_by(|one, other| one.slug.cmp(&other.slug));
    if looks != place.looks {
        write::set_looks(&change, &place, &looks).await?;
        change.commit().await?;
    }
    Ok(Redirect::to(&format!("{}#looks", record_link(&page, &slug))).into_response())
}

pub(super) async fn add_credit(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, slug)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let back = format!("{}#credits", record_link(&page, &slug));
    let text = |field: &str, most: usize| form.typed(field).trim().chars().take(most).collect::<String>();
    let (title, year) = (text("title", 200), text("year", 10));
    let is_year = year.is_empty() || year.parse::<i64>().is_ok_and(|year| (1890..2200).contains(&year));
    let (wikidata, imdb) = (text("wikidata", 20), text("imdb", 20));
    let is_code = |code: &str, start: &str| {
        let digits = code.strip_prefix(start);
        code.is_empty() || digits.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let refusals = [
        ("title", "places-refused-title", !title.is_empty()),
        ("year", "places-refused-year", is_year),
        ("wikidata", "places-wikidata-hint", is_code(&wikidata, "Q")),
        ("imdb", "places-imdb-hint", is_code(&imdb, "tt")),
    ];
    let (scene, source) = (text("scene", 500), text("source", 300));
    refusals.iter().filter(|(.., is_right)| !is_right).for_each(|(field, key, _)| form.refuse(*field, *key));
    if form.is_refused() {
        return refused(page, &desk, &slug, form).await;
    }
    let change = desk.store.change(page.by("places.credit")).await?;
    let place = place_of(&change, &slug).await?;
    if let Some(earlier) = change.once(form.typed("once"), &back).await? {
        return Ok(Redirect::to(&earlier).into_response());
    }
    let mut said = LocalText::default();
    if !scene.is_empty() {
        said.insert(page.language(), scene);
    }
    let id = change.fresh_id();
    let credit = Credit { id, title, year: year.parse().ok(), scene: said, wikidata, imdb, days: None, source };
    write::add_credit(&change, place.id, &credit).await?;
    change.commit().await?;
    Ok(Redirect::to(&back).into_response())
}

pub(super) async fn remove_credit(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, slug)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let change = desk.store.change(page.by("places.credit")).await?;
    let place = place_of(&change, &slug).await?;
    let wanted: Option<Id> = form.typed("id").parse().ok();
    if let Some(credit) = place.credits.iter().find(|credit| Some(credit.id) == wanted) {
        write::remove_credit(&change, place.id, credit).await?;
        change.commit().await?;
    }
    Ok(Redirect::to(&format!("{}#credits", record_link(&page, &slug))).into_response())
}

pub(super) async fn add_days(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, slug)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let back = format!("{}#days", record_link(&page, &slug));
    let starts_on: Option<Day> = form.typed("starts_on").trim().parse().ok();
    let days = form.typed("days").trim().parse::<i64>().ok().filter(|days| (1..=366).contains(days));
    if starts_on.is_none() {
        form.refuse("starts_on", "places-refused-day");
    }
    if days.is_none() {
        form.refuse("days", "places-refused-days");
    }
    let (Some(starts_on), Some(days)) = (starts_on, days) else { return refused(page, &desk, &slug, form).await };
    let change = desk.store.change(page.by("places.days")).await?;
    let place = place_of(&change, &slug).await?;
    if let Some(earlier) = change.once(form.typed("once"), &back).await? {
        return Ok(Redirect::to(&earlier).into_response());
    }
    let production = form.typed("production").trim().chars().take(200).collect();
    let used = Use { id: change.fresh_id(), starts_on, days, production };
    write::add_use(&change, place.id, &used).await?;
    change.commit().await?;
    Ok(Redirect::to(&back).into_response())
}

pub(super) async fn remove_days(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, slug)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let change = desk.store.change(page.by("places.days")).await?;
    let place = place_of(&change, &slug).await?;
    let wanted: Option<Id> = form.typed("id").parse().ok();
    if let Some(used) = place.uses.iter().find(|used| Some(used.id) == wanted) {
        write::remove_use(&change, place.id, used).await?;
        change.commit().await?;
    }
    Ok(Redirect::to(&format!("{}#days", record_link(&page, &slug))).into_response())
}
