//! What the office does to a place. A form says what was refused beside the field; what was typed stays.

mod facts;
mod history;
mod identity;
mod list;
mod parts;
mod record;
mod state;

use store::Query;
use web::{Page, Permission, Routes, WebError};

use crate::record::completeness::{Completeness, completeness};
use crate::record::location::Location;
use crate::{Desk, find};

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new()
        .office_item("office/locations", "places-locations", 45)
        .get("/{lang}/office/locations", Permission::Office, list::list)
        .get("/{lang}/office/locations/new", Permission::Office, identity::ask_new)
        .post("/{lang}/office/locations/new", Permission::Office, identity::make)
        .get("/{lang}/office/locations/{slug}", Permission::Office, record::see)
        .get("/{lang}/office/locations/{slug}/edit", Permission::Office, identity::ask)
        .post("/{lang}/office/locations/{slug}/edit", Permission::Office, identity::save)
        .get("/{lang}/office/locations/{slug}/facts/{group}", Permission::Office, facts::ask)
        .post("/{lang}/office/locations/{slug}/facts/{group}", Permission::Office, facts::save)
        .post("/{lang}/office/locations/{slug}/state", Permission::Office, state::set)
        .post("/{lang}/office/locations/{slug}/looks", Permission::Office, parts::set_looks)
        .post("/{lang}/office/locations/{slug}/credits", Permission::Office, parts::add_credit)
        .post("/{lang}/office/locations/{slug}/credits/remove", Permission::Office, parts::remove_credit)
        .post("/{lang}/office/locations/{slug}/days", Permission::Office, parts::add_days)
        .post("/{lang}/office/locations/{slug}/days/remove", Permission::Office, parts::remove_days)
        .post("/{lang}/office/locations/{slug}/ask", Permission::Office, state::ask_owner)
}

/// `charyn-canyon`: small letters, digits and hyphens. The words of addresses beside places are taken.
pub(crate) fn is_slug(text: &str) -> bool {
    let is_letter = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-';
    let is_whole = !text.is_empty() && text.len() <= 80 && !text.starts_with('-') && !text.ends_with('-');
    is_whole && text.bytes().all(is_letter) && !["new", "import"].contains(&text)
}

/// The place of an address of the office.
async fn place_of(db: &impl Query, slug: &str) -> Result<Location, WebError> {
    find::find_location_by_slug(db, slug).await?.ok_or(WebError::NotFound)
}

pub(crate) fn record_link(page: &Page, slug: &str) -> String {
    page.link(format!("office/locations/{slug}"))
}

/// How complete a place is, its photos looked at.
pub(crate) async fn completeness_of(db: &impl Query, desk: &Desk, place: &Location) -> Result<Completeness, WebError> {
    Ok(completeness(place, crate::photos::pictures_of(db, place.id).await?, &desk.languages))
}
