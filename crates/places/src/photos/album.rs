//! All pictures of a place, and each by itself: links from one to the next, so that no script is needed.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kernel::Id;
use people::Reader;
use web::{Page, Permission, WebError, show};

use super::caption::{Caption, looks, when};
use super::{Photo, photos_for};
use crate::{Desk, Location, find};

#[derive(Template)]
#[template(path = "photos/album.html")]
struct AlbumPage {
    page: Page,
    location: Location,
    shown: Vec<(Photo, Caption)>,
    old: usize,
    drawings: usize,
}

#[derive(Template)]
#[template(path = "photos/view.html")]
struct ViewPage {
    page: Page,
    location: Location,
    photo: Photo,
    caption: Caption,
    looks: String,
    when: String,
    number: usize,
    count: usize,
    earlier: Option<Id>,
    later: Option<Id>,
}

impl AlbumPage {
    fn has_photographs(&self) -> bool {
        self.drawings < self.shown.len()
    }

    fn old(&self) -> usize {
        self.old
    }

    fn name(&self) -> &str {
        self.location.name(self.page.language())
    }
}

impl ViewPage {
    fn name(&self) -> &str {
        self.location.name(self.page.language())
    }

    fn address(&self, photo: &Id) -> String {
        self.page.link(format!("locations/{}/photos/{photo}", self.location.slug))
    }
}

pub(super) async fn album(
    page: Page,
    State(desk): State<Desk>,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (location, photos) = seen(&page, &desk, &slug).await?;
    let today = page.today();
    let old = photos.iter().filter(|photo| photo.is_old(today)).count();
    let drawings = photos.iter().filter(|photo| photo.is_drawing()).count();
    let shown = photos.into_iter().map(|photo| {
        let caption = Caption::of(&page, &photo);
        (photo, caption)
    });
    show(StatusCode::OK, &AlbumPage { shown: shown.collect(), location, old, drawings, page })
}

pub(super) async fn view(
    page: Page,
    State(desk): State<Desk>,
    Path((_, slug, id)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let (location, photos) = seen(&page, &desk, &slug).await?;
    let at = photos.iter().position(|photo| photo.id.to_string() == id).ok_or(WebError::NotFound)?;
    let id_at = |at: Option<usize>| at.and_then(|at| photos.get(at)).map(|photo| photo.id);
    let (earlier, later) = (id_at(at.checked_sub(1)), id_at(Some(at + 1)));
    let photo = photos.get(at).cloned().ok_or(WebError::NotFound)?;
    let template = ViewPage {
        caption: Caption::of(&page, &photo),
        looks: looks(&page, &photo).unwrap_or_default(),
        when: when(&page, &photo).unwrap_or_default(),
        number: at + 1,
        count: photos.len(),
        earlier,
        later,
        photo,
        location,
        page,
    };
    show(StatusCode::OK, &template)
}

/// A place and its pictures as the reader may see them. The office sees a place before it is public.
async fn seen(page: &Page, desk: &Desk, slug: &str) -> Result<(Location, Vec<Photo>), WebError> {
    let location = find::find_location_by_slug(&desk.store, slug).await?.ok_or(WebError::NotFound)?;
    if !location.is_listed() && !page.may(Permission::Office) {
        return Err(WebError::NotFound);
    }
    let photos = photos_for(&desk.store, location.id, Reader::Anybody).await?;
    Ok((location, photos))
}
