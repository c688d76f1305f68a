//! The first pictures of a place, for its page: one before everything else, a few below its name.

use askama::Template;
use people::Reader;
use web::{Page, Phrase, WebError};

use super::caption::Caption;
use super::{Photo, photos_for};
use crate::{Desk, Location};

/// What the page of a place is given; both are empty where there is nothing to see.
#[derive(Default)]
pub(crate) struct Front {
    pub(crate) hero: String,
    pub(crate) strip: String,
}

/// Below the name.
const SMALL: usize = 4;

#[derive(Template)]
#[template(path = "photos/hero.html")]
struct Hero<'p> {
    page: &'p Page,
    slug: &'p str,
    first: &'p Photo,
    caption: Caption,
}

#[derive(Template)]
#[template(path = "photos/strip.html")]
struct Strip<'p> {
    page: &'p Page,
    slug: &'p str,
    others: &'p [Photo],
    count: usize,
}

impl Hero<'_> {
    fn address(&self, photo: &Photo) -> String {
        self.page.link(format!("locations/{}/photos/{}", self.slug, photo.id))
    }
}

impl Strip<'_> {
    fn all(&self) -> Phrase<'_> {
        self.page.say("photos-all-count").count("count", self.count)
    }
}

pub(crate) async fn front(page: &Page, desk: &Desk, location: &Location) -> Result<Front, WebError> {
    let photos = photos_for(&desk.store, location.id, Reader::Anybody).await?;
    let Some((first, others)) = photos.split_first() else { return Ok(Front::default()) };
    let slug = location.slug.as_str();
    let hero = Hero { page, slug, first, caption: Caption::of(page, first) }.render()?;
    let strip = match others {
        [] => String::new(),
        others => {
            let few = others.get(..SMALL).unwrap_or(others);
            Strip { page, slug, others: few, count: photos.len() }.render()?
        }
    };
    Ok(Front { hero, strip })
}
