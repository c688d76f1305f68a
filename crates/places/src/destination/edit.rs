//! What the office says of a region or a city.

use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::{Day, Id, Language, LocalText};
use serde_json::{Value, json};
use store::{Entry, Query};
use web::{Form, Page, WebError, show};

use crate::edit::is_slug;
use crate::record::destination::{Destination, DestinationKind, DestinationText, Subject};
use crate::record::local;
use crate::record::position::Position;
use crate::{Desk, find, sql};

#[derive(Template)]
#[template(path = "destination/directory.html")]
struct ListPage {
    page: Page,
    destinations: Vec<Destination>,
}

#[derive(Template)]
#[template(path = "destination/edit.html")]
struct EditPage {
    page: Page,
    form: Form,
    name: Option<String>,
    action: String,
    languages: Vec<String>,
    regions: Vec<(String, String)>,
}

const DESTINATION: &str = "destination";

pub(super) async fn list(page: Page, Shared(desk): Shared<Desk>) -> Result<Response, WebError> {
    let mut destinations = find::list_destinations(&desk.store).await?;
    let language = page.language();
    destinations.sort_by(|one, other| one.name(language).cmp(other.name(language)));
    show(StatusCode::OK, &ListPage { page, destinations })
}

pub(super) async fn ask_new(page: Page, Shared(desk): Shared<Desk>) -> Result<Response, WebError> {
    let mut form = Form::default();
    form.fill("kind", DestinationKind::Region.word());
    show(StatusCode::OK, &edit_page(page, &desk, form, None).await?)
}

pub(super) async fn make(page: Page, Shared(desk): Shared<Desk>, mut form: Form) -> Result<Response, WebError> {
    let change = desk.store.change(page.by("places.destination")).await?;
    let Some(destination) = checked(&change, &desk, &mut form, change.fresh_id()).await? else {
        drop(change);
        return show(StatusCode::UNPROCESSABLE_ENTITY, &edit_page(page, &desk, form, None).await?);
    };
    let back = page.link("office/destinations");
    if let Some(earlier) = change.once(form.typed("once"), &back).await? {
        return Ok(Redirect::to(&earlier).into_response());
    }
    sql::destinations::set_destination(&change, &destination).await?;
    change.record(Entry::new(DESTINATION, destination.id, "made").after(told(&destination))).await;
    change.commit().await?;
    Ok(Redirect::to(&back).into_response())
}

pub(super) async fn ask(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let destination = find::find_destination_by_slug(&desk.store, &slug).await?.ok_or(WebError::NotFound)?;
    let form = filled(&destination);
    show(StatusCode::OK, &edit_page(page, &desk, form, Some(&destination)).await?)
}

pub(super) async fn save(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, slug)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let change = desk.store.change(page.by("places.destination")).await?;
    let before = find::find_destination_by_slug(&change, &slug).await?.ok_or(WebError::NotFound)?;
    let Some(after) = checked(&change, &desk, &mut form, before.id).await? else {
        drop(change);
        return show(StatusCode::UNPROCESSABLE_ENTITY, &edit_page(page, &desk, form, Some(&before)).await?);
    };
    if after != before {
        sql::destinations::set_destination(&change, &after).await?;
        let entry = Entry::new(DESTINATION, after.id, "edited");
        change.record(entry.before(told(&before)).after(told(&after))).await;
        change.commit().await?;
    }
    Ok(Redirect::to(&page.link(format!("destinations/{}", after.slug))).into_response())
}

/// The destination as the form has it; nothing if something cannot be kept, which the form then says.
async fn checked(db: &impl Query, desk: &Desk, form: &mut Form, id: Id) -> Result<Option<Destination>, WebError> {
    let names = said(desk, form, "name");
    if names.is_empty() {
        let first = desk.languages.first().map_or(Language::ENGLISH, |first| *first);
        form.refuse(format!("name.{first}"), "places-refused-no-name");
    }
    let slug = form.typed("slug").trim().to_owned();
    if !is_slug(&slug) {
        form.refuse("slug", "places-refused-slug");
    } else if sql::destinations::find_id_by_slug(db, &slug).await?.is_some_and(|other| other != id) {
        form.refuse("slug", "places-refused-slug-taken");
    }
    let kind = DestinationKind::from_word(form.typed("kind"));
    if kind.is_none() {
        form.refuse("kind", "places-refused-choice");
    }
    let (latitude, longitude) = (form.typed("latitude").to_owned(), form.typed("longitude").to_owned());
    let has_position = !latitude.trim().is_empty() || !longitude.trim().is_empty();
    let position = has_position.then(|| Position::read(&latitude, &longitude, desk.bounds.as_ref())).transpose();
    let position = position.unwrap_or_else(|refusal| {
        form.refuse("latitude", refusal.key());
        None
    });
    let parent = form.typed("parent").parse::<Id>().ok().filter(|parent| *parent != id);
    let code = form.typed("code").trim().chars().take(20).collect();
    let mut texts = Vec::new();
    for subject in Subject::ALL {
        let word = subject.word();
        let day = form.typed(&format!("{word}.checked")).trim().to_owned();
        let checked_on: Option<Day> = day.parse().ok();
        if checked_on.is_none() && !day.is_empty() {
            form.refuse(format!("{word}.checked"), "places-refused-day");
        }
        let source = form.typed(&format!("{word}.source")).trim().chars().take(300).collect();
        let said = said(desk, form, word);
        if !said.is_empty() {
            texts.push(DestinationText { subject, said, source, checked_on });
        }
    }
    let Some(kind) = kind.filter(|_| !form.is_refused()) else { return Ok(None) };
    Ok(Some(Destination { id, slug, kind, parent, names, code, position, texts }))
}

fn said(desk: &Desk, form: &Form, field: &str) -> LocalText {
    let texts = desk.languages.iter().map(|tag| (tag.to_string(), form.typed(&format!("{field}.{tag}")).to_owned()));
    let texts: Vec<(String, String)> = texts.collect();
    local::of_pairs(texts.iter().map(|(tag, text)| (tag.as_str(), text.as_str())))
}

fn filled(destination: &Destination) -> Form {
    let mut form = Form::default();
    let mut fill_all = |field: &str, text: &LocalText| {
        for language in text.languages() {
            form.fill(format!("{field}.{language}"), text.get(language).unwrap_or_default());
        }
    };
    fill_all("name", &destination.names);
    for text in &destination.texts {
        fill_all(text.subject.word(), &text.said);
    }
    for text in &destination.texts {
        let word = text.subject.word();
        form.fill(format!("{word}.source"), text.source.clone());
        form.fill(format!("{word}.checked"), text.checked_on.map(|day| day.to_string()).unwrap_or_default());
    }
    form.fill("slug", destination.slug.clone());
    form.fill("kind", destination.kind.word());
    form.fill("code", destination.code.clone());
    form.fill("parent", destination.parent.map(|parent| parent.to_string()).unwrap_or_default());
    if let Some(position) = destination.position {
        form.fill("latitude", position.latitude.to_string());
        form.fill("longitude", position.longitude.to_string());
    }
    form
}

fn told(destination: &Destination) -> Value {
    let texts = destination.texts.iter().map(|text| (text.subject.word().to_owned(), local::json(&text.said)));
    json!({
        "slug": destination.slug,
        "kind": destination.kind.word(),
        "names": local::json(&destination.names),
        "texts": texts.collect::<serde_json::Map<_, _>>(),
    })
}

async fn edit_page(page: Page, desk: &Desk, form: Form, now: Option<&Destination>) -> Result<EditPage, WebError> {
    let all = find::list_destinations(&desk.store).await?;
    let regions =
        all.iter().filter(|region| region.kind == DestinationKind::Region && Some(region.id) != now.map(|now| now.id));
    let regions = regions.map(|region| (region.id.to_string(), region.name(page.language()).to_owned())).collect();
    let last = now.map_or("new", |now| now.slug.as_str());
    Ok(EditPage {
        name: now.map(|now| now.name(page.language()).to_owned()),
        action: page.link(format!("office/destinations/{last}")),
        languages: desk.languages.iter().map(ToString::to_string).collect(),
        regions,
        form,
        page,
    })
}

impl EditPage {
    fn subjects(&self) -> [Subject; 8] {
        Subject::ALL
    }

    fn kinds(&self) -> [DestinationKind; 2] {
        DestinationKind::ALL
    }

    fn part(&self, field: &str, part: &str) -> String {
        format!("{field}.{part}")
    }

    fn typed(&self, name: &str) -> &str {
        self.form.typed(name)
    }

    fn refusal(&self, name: &str) -> Option<String> {
        self.form.refusal(&self.page, name).map(|phrase| phrase.to_string())
    }
}
