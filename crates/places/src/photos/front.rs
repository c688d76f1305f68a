//! The first pictures of a place, for the top of its page.

use askama::Template;
use people::Reader;
use web::{Page, Phrase, WebError};

use super::caption::Caption;
use super::{Photo, photos_for};
use crate::{Desk, Location};

/// Below the first.
const SMALL: usize = 4;

#[derive(Template)]
#[template(path = "photos/front.html")]
struct Front<'p> {
    page: &'p Page,
    slug: &'p str,
    first: Photo,
    caption: Caption,
    others: Vec<Photo>,
    count: usize,
}

impl Front<'_> {
    fn address(&self, photo: &Photo) -> String {
        self.page.link(format!("locations/{}/photos/{}", self.slug, photo.id))
    }

    fn all(&self) -> Phrase<'_> {
        self.page.say("photos-all-count").count("count", self.count)
    }
}

/// Nothing where there is none.
pub(crate) async fn front(page: &Page, desk: &Desk, location: &Location) -> Result<Option<String>, WebError> {
    let mut photos = photos_for(&desk.store, location.id, Reader::Anybody).await?;
    let count = photos.len();
    photos.truncate(SMALL + 1);
    let mut photos = photos.into_iter();
    let Some(first) = photos.next() else { return Ok(None) };
    let caption = Caption::of(page, &first);
    let front = Front { page, slug: &location.slug, first, caption, others: photos.collect(), count };
    Ok(Some(front.render()?))
}
