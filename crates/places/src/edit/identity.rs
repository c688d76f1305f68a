//! What a place is called, what it is, and where.

use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::{Id, Language};
use store::Query;
use web::{Form, Page, WebError, show};

use super::{is_slug, place_of, record_link};
use crate::field::{KINDS, Kind};
use crate::record::location::{Location, State};
use crate::record::position::{Position, Precision};
use crate::record::{destination::Destination, local};
use crate::{Desk, find, sql, write};

#[derive(Template)]
#[template(path = "edit/identity.html")]
struct IdentityPage {
    page: Page,
    form: Form,
    /// Nothing for a new one.
    slug: Option<String>,
    name: String,
    action: String,
    /// Field, and the language's tag.
    names: Vec<(String, String)>,
    kinds: Vec<(&'static str, String)>,
    destinations: Vec<(String, String)>,
    /// Slugs of others of that name.
    same: Vec<String>,
}

pub(super) async fn ask_new(page: Page, Shared(desk): Shared<Desk>) -> Result<Response, WebError> {
    let mut form = Form::default();
    form.fill("precision", "exact");
    let template = identity_page(page, &desk, form, None, Vec::new()).await?;
    show(StatusCode::OK, &template)
}

pub(super) async fn make(page: Page, Shared(desk): Shared<Desk>, mut form: Form) -> Result<Response, WebError> {
    let change = desk.store.change(page.by("places.make")).await?;
    let fresh = Location {
        id: change.fresh_id(),
        slug: String::new(),
        names: kernel::LocalText::default(),
        aliases: Vec::new(),
        kind: KINDS.first().expect("there are types of places"),
        destination: None,
        state: State::Draft,
        position: None,
        precision: Precision::Exact,
        is_unreleased: false,
        facts: Vec::new(),
        looks: Vec::new(),
        credits: Vec::new(),
        uses: Vec::new(),
        revision: 0,
        changed_at: change.moment(),
        confirmed_on: None,
    };
    let place = match checked(&change, &desk, &mut form, &fresh).await? {
        Ok(place) => place,
        Err(same) => {
            drop(change);
            return refused(page, &desk, form, None, same).await;
        }
    };
    let back = record_link(&page, &place.slug);
    if let Some(earlier) = change.once(form.typed("once"), &back).await? {
        return Ok(Redirect::to(&earlier).into_response());
    }
    write::insert_location(&change, &place).await?;
    change.commit().await?;
    Ok(Redirect::to(&back).into_response())
}

pub(super) async fn ask(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let place = place_of(&desk.store, &slug).await?;
    let mut form = Form::default();
    for language in place.names.languages() {
        form.fill(format!("name-{language}"), place.names.get(language).unwrap_or_default());
    }
    form.fill("aliases", place.aliases.join("\n"));
    form.fill("slug", place.slug.clone());
    form.fill("kind", place.kind.word);
    if let Some(destination) = place.destination {
        form.fill("destination", destination.to_string());
    }
    if let Some(position) = place.position {
        form.fill("latitude", position.latitude.to_string());
        form.fill("longitude", position.longitude.to_string());
    }
    form.fill("precision", place.precision.word());
    form.fill("rounded", place.precision.metres().to_string());
    if place.is_unreleased {
        form.fill("unreleased", "yes");
    }
    let template = identity_page(page, &desk, form, Some(&place), Vec::new()).await?;
    show(StatusCode::OK, &template)
}

pub(super) async fn save(
    page: Page,
    Shared(desk): Shared<Desk>,
    Path((_, slug)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let change = desk.store.change(page.by("places.edit")).await?;
    let before = place_of(&change, &slug).await?;
    let place = match checked(&change, &desk, &mut form, &before).await? {
        Ok(place) => place,
        Err(same) => {
            drop(change);
            return refused(page, &desk, form, Some(&before), same).await;
        }
    };
    if place != before {
        write::set_location(&change, &before, &place, "edited").await?;
        change.commit().await?;
    }
    Ok(Redirect::to(&record_link(&page, &place.slug)).into_response())
}

/// The place as the form has it; or, with what is wrong said in the form, the others of that name.
async fn checked(
    db: &impl Query,
    desk: &Desk,
    form: &mut Form,
    before: &Location,
) -> Result<Result<Location, Vec<String>>, WebError> {
    let typed = |language: &Language| (language.tag().to_owned(), form.typed(&format!("name-{language}")).to_owned());
    let typed: Vec<(String, String)> = desk.languages.iter().map(typed).collect();
    let names = local::of_pairs(typed.iter().map(|(tag, name)| (tag.as_str(), name.as_str())));
    if names.is_empty() {
        let first = desk.languages.first().map_or(Language::ENGLISH, |first| *first);
        form.refuse(format!("name-{first}"), "places-refused-no-name");
    }
    let slug = form.typed("slug").trim().to_owned();
    if !is_slug(&slug) {
        form.refuse("slug", "places-refused-slug");
    } else if sql::locations::find_id_by_slug(db, &slug).await?.is_some_and(|other| other != before.id) {
        form.refuse("slug", "places-refused-slug-taken");
    }
    let kind = Kind::find(form.typed("kind"));
    if kind.is_none() {
        form.refuse("kind", "places-refused-choice");
    }
    let destination = form.typed("destination").parse::<Id>().ok();
    let (latitude, longitude) = (form.typed("latitude").to_owned(), form.typed("longitude").to_owned());
    let has_position = !latitude.trim().is_empty() || !longitude.trim().is_empty();
    let position = has_position.then(|| Position::read(&latitude, &longitude, desk.bounds.as_ref())).transpose();
    let position = position.unwrap_or_else(|refusal| {
        form.refuse("latitude", refusal.key());
        None
    });
    let metres = form.typed("rounded").trim().parse().unwrap_or(0);
    let precision = Precision::of(form.typed("precision"), metres);
    if precision.is_none() {
        form.refuse("rounded", "places-refused-rounded");
    }
    let (Some(kind), Some(precision), false) = (kind, precision, form.is_refused()) else { return Ok(Err(Vec::new())) };
    let name_key = write::name_key(&names);
    // Two places may be called the same, if somebody says that they are two.
    if name_key != write::name_key(&before.names) && form.typed("way") != "anyway" {
        let same = sql::locations::list_of_name(db, &name_key, before.id).await?;
        if !same.is_empty() {
            return Ok(Err(same));
        }
    }
    let aliases = form.typed("aliases").lines().map(str::trim).filter(|alias| !alias.is_empty());
    Ok(Ok(Location {
        names,
        slug,
        kind,
        destination,
        position,
        precision,
        aliases: aliases.map(str::to_owned).collect(),
        is_unreleased: form.chose("unreleased", "yes"),
        ..before.clone()
    }))
}

async fn refused(
    page: Page,
    desk: &Desk,
    form: Form,
    place: Option<&Location>,
    same: Vec<String>,
) -> Result<Response, WebError> {
    let status = if same.is_empty() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::CONFLICT };
    let template = identity_page(page, desk, form, place, same).await?;
    show(status, &template)
}

async fn identity_page(
    page: Page,
    desk: &Desk,
    form: Form,
    place: Option<&Location>,
    same: Vec<String>,
) -> Result<IdentityPage, WebError> {
    let mut kinds: Vec<_> = KINDS.iter().map(|kind| (kind.word, page.say(kind.label).to_string())).collect();
    kinds.sort_by(|one, other| one.1.cmp(&other.1));
    let destinations = find::list_destinations(&desk.store).await?;
    let named = |destination: &Destination| (destination.id.to_string(), destination.name(page.language()).to_owned());
    let action = match place {
        Some(place) => format!("{}/edit", record_link(&page, &place.slug)),
        None => page.link("office/locations/new"),
    };
    Ok(IdentityPage {
        slug: place.map(|place| place.slug.clone()),
        name: place.map(|place| place.name(page.language()).to_owned()).unwrap_or_default(),
        action,
        names: desk.languages.iter().map(|tag| (format!("name-{tag}"), tag.to_string())).collect(),
        kinds,
        destinations: destinations.iter().map(named).collect(),
        same,
        form,
        page,
    })
}

impl IdentityPage {
    fn precisions(&self) -> [(&'static str, &'static str); 3] {
        [
            ("exact", "places-precision-exact"),
            ("rounded", "places-precision-rounded"),
            ("uncertain", "places-precision-uncertain"),
        ]
    }

    /// The language's own name, as the site writes it.
    fn language_name(&self, tag: &str) -> String {
        let links = self.page.languages();
        links.into_iter().find(|link| link.language.tag() == tag).map(|link| link.text).unwrap_or_default()
    }
}
