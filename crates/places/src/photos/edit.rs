//! What people say of one photo.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use images::{Bearing, North};
use kernel::{Day, Id, Language, LocalText};
use people::Visibility;
use store::{Change, Entry, Query, StoreError};
use web::{Form, Page, WebError, show};

use super::receive::told;
use super::{Development, PHOTO, Photo, PhotoState, TimeOfYear};
use crate::{Desk, Location, find, sql, write};

const LONGEST: usize = 200;
const LONGEST_ALT: usize = 300;

#[derive(Template)]
#[template(path = "photos/edit.html")]
struct EditPage {
    page: Page,
    form: Form,
    location: Location,
    photo: Photo,
    languages: Vec<(Language, String)>,
}

impl EditPage {
    fn name(&self) -> &str {
        self.location.name(self.page.language())
    }

    fn seasons(&self) -> [TimeOfYear; 4] {
        TimeOfYear::ALL
    }

    fn visibilities(&self) -> [Visibility; 3] {
        Visibility::ALL
    }

    fn back(&self) -> String {
        self.page.link(format!("office/locations/{}/photos", self.location.slug))
    }
}

/// Keys of what is missing before a photo can be published.
pub(super) fn publish_gaps(photo: &Photo) -> Vec<&'static str> {
    let gaps = [
        (photo.development != Development::Done, "photos-gap-development"),
        (photo.rights.alt.is_empty(), "photos-gap-alt"),
        (photo.credit().is_empty(), "photos-gap-credit"),
    ];
    gaps.into_iter().filter(|(is_gap, _)| *is_gap).map(|(_, key)| key).collect()
}

/// Writes what is different, and tells the place if what others see has changed.
pub(super) async fn set_photo(change: &Change, before: &Photo, after: &Photo) -> Result<(), StoreError> {
    if before == after {
        // Somebody asked for what is so already: said, so that the change has its entry.
        change.record(Entry::new(PHOTO, before.id, "left as it is")).await;
        return Ok(());
    }
    sql::photos::set_photo(change, after).await?;
    if before.state == PhotoState::Published || after.state == PhotoState::Published {
        write::touch(change, after.location).await?;
    }
    let deed = match (before.state == after.state, after.state) {
        (true, _) => "described",
        (false, PhotoState::Staged) => "taken back to the staged",
        (false, PhotoState::Published) => "published",
        (false, PhotoState::Withdrawn) => "withdrawn",
    };
    change.record(Entry::new(PHOTO, after.id, deed).before(told(before)).after(told(after))).await;
    Ok(())
}

/// What was typed, if anything, and not endless.
pub(super) fn limited(form: &Form, field: &str) -> Option<String> {
    let text: String = form.typed(field).trim().chars().take(LONGEST).collect();
    Some(text).filter(|text| !text.is_empty())
}

pub(super) async fn ask(
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (photo, location) = found(&desk.store, &id).await?;
    let mut form = Form::default();
    for language in photo.rights.alt.languages() {
        form.fill(format!("alt-{language}"), photo.rights.alt.get(language).unwrap_or_default());
    }
    let rights = &photo.rights;
    for (field, text) in [
        ("creator", &rights.creator),
        ("credit", &rights.credit),
        ("copyright", &rights.copyright),
        ("licence", &rights.licence),
    ] {
        form.fill(field, text.as_deref().unwrap_or_default());
    }
    form.fill("taken-on", photo.taken_on.map_or(String::new(), |day| day.to_string()));
    form.fill("season", photo.season.map_or("", TimeOfYear::word));
    form.fill("bearing", photo.bearing.map_or(String::new(), |bearing| bearing.degrees.to_string()));
    let by_compass = photo.bearing.is_some_and(|bearing| bearing.north == North::Magnetic);
    form.fill("north", if by_compass { "magnetic" } else { "true" });
    form.fill("visibility", photo.visibility.word());
    for (field, holds) in [("retouched", photo.is_retouched), ("drone", photo.is_drone)] {
        if holds {
            form.fill(field, "yes");
        }
    }
    show(StatusCode::OK, &edit_page(page, &desk, photo, location, form))
}

pub(super) async fn save(
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let mut form = form;
    let change = desk.store.change(page.by("photos.edit")).await?;
    let (before, location) = found(&change, &id).await?;
    let mut after = described(&desk, &before, &mut form);
    match form.typed("deed") {
        "publish" => after.state = PhotoState::Published,
        "withdraw" => after.state = PhotoState::Withdrawn,
        "restore" => after.state = PhotoState::Staged,
        _ => {}
    }
    if after.state == PhotoState::Published {
        for gap in publish_gaps(&after) {
            let field = if gap == "photos-gap-alt" { format!("alt-{}", page.language()) } else { "creator".to_owned() };
            form.refuse(field, gap);
        }
    }
    if form.is_refused() {
        drop(change);
        return show(StatusCode::UNPROCESSABLE_ENTITY, &edit_page(page, &desk, before, location, form));
    }
    set_photo(&change, &before, &after).await?;
    change.commit().await?;
    let back = page.link(format!("office/locations/{}/photos?describe=1", location.slug));
    Ok(Redirect::to(&back).into_response())
}

/// The photo as the form has it; what cannot be is refused by its field.
fn described(desk: &Desk, before: &Photo, form: &mut Form) -> Photo {
    let mut after = before.clone();
    let mut alt = LocalText::default();
    for language in &desk.languages {
        let said: String = form.typed(&format!("alt-{language}")).trim().chars().take(LONGEST_ALT).collect();
        if !said.is_empty() {
            alt.insert(*language, said);
        }
    }
    after.rights = images::Rights {
        creator: limited(form, "creator"),
        credit: limited(form, "credit"),
        copyright: limited(form, "copyright"),
        licence: limited(form, "licence"),
        alt,
    };
    after.taken_on = match form.typed("taken-on").trim() {
        "" => None,
        typed => match typed.parse::<Day>() {
            Ok(day) => Some(day),
            Err(_) => {
                form.refuse("taken-on", "photos-refused-day");
                before.taken_on
            }
        },
    };
    if after.taken_on != before.taken_on {
        after.taken_at.clear();
    }
    let north = if form.typed("north") == "magnetic" { North::Magnetic } else { North::True };
    after.bearing = match form.typed("bearing").trim() {
        "" => None,
        typed => match typed.parse::<u16>() {
            Ok(degrees @ 0..=360) => Some(Bearing { degrees: degrees % 360, north }),
            Ok(_) | Err(_) => {
                form.refuse("bearing", "photos-refused-bearing");
                before.bearing
            }
        },
    };
    after.season = TimeOfYear::from_word(form.typed("season"));
    after.is_retouched = form.typed("retouched") == "yes";
    after.is_drone = form.typed("drone") == "yes";
    after.visibility = Visibility::from_word(form.typed("visibility")).unwrap_or(before.visibility);
    after
}

fn edit_page(page: Page, desk: &Desk, photo: Photo, location: Location, form: Form) -> EditPage {
    let names = page.languages().into_iter().map(|link| (link.language, link.text));
    let languages = names.filter(|(language, _)| desk.languages.contains(language)).collect();
    EditPage { languages, form, location, photo, page }
}

async fn found(db: &impl Query, id: &str) -> Result<(Photo, Location), WebError> {
    let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
    let photo = sql::photos::find_photo(db, id).await?.ok_or(WebError::NotFound)?;
    let location = find::find_location(db, photo.location).await?.ok_or(WebError::NotFound)?;
    Ok((photo, location))
}
