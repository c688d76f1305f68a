use std::collections::BTreeSet;

use places::{Credit, Field, Location, Photo};
use web::{Page, WebError};

use super::Front;

/// A picture of a place as the front page shows it.
pub(super) struct Still {
    pub(super) name: String,
    pub(super) href: String,
    /// The key of its type's name.
    pub(super) kind: &'static str,
    /// What must be had to film there, in a word.
    pub(super) permit: String,
    pub(super) photo: Photo,
    pub(super) alt: String,
    /// When, and to which side one looks.
    pub(super) caption: String,
}

/// A work, and the place where it was made.
pub(super) struct Made {
    pub(super) title: String,
    pub(super) year: Option<i64>,
    pub(super) place: String,
    pub(super) href: String,
}

#[derive(Default)]
pub(super) struct Stills {
    pub(super) hero: Option<Still>,
    pub(super) stills: Vec<Still>,
    pub(super) made: Vec<Made>,
}

/// So many pictures beside the large one, and so many works.
const SMALL: usize = 6;
const WORKS: usize = 3;

pub(super) async fn find(page: &Page, front: &Front) -> Result<Stills, WebError> {
    let db = &front.places.store;
    let mut found = Stills::default();
    let mut titles = BTreeSet::new();
    for slug in &front.featured {
        let Some(location) = places::find_location_by_slug(db, slug).await?.filter(Location::is_listed) else {
            continue;
        };
        let href = page.link(format!("locations/{slug}"));
        let name = location.name(page.language()).to_owned();
        // One of each place, and none that is not there yet.
        let this_year = i64::from(page.today().year());
        let is_made = |credit: &&Credit| credit.year.is_none_or(|year| year < this_year);
        let mut new = location.credits.iter().filter(is_made).filter(|credit| titles.insert(credit.title.clone()));
        found.made.extend(new.next().map(|credit| Made {
            title: credit.title.clone(),
            year: credit.year,
            place: name.clone(),
            href: href.clone(),
        }));
        let Some(photo) = places::photos_of(db, location.id).await?.into_iter().next() else { continue };
        let still = still(page, &location, photo, name, href);
        match found.hero {
            None => found.hero = Some(still),
            Some(_) if found.stills.len() < SMALL => found.stills.push(still),
            Some(_) => {}
        }
    }
    found.made.truncate(WORKS);
    Ok(found)
}

fn still(page: &Page, location: &Location, photo: Photo, name: String, href: String) -> Still {
    let permit = location.fact("permit").map_or("", |fact| fact.value.as_str());
    let choices = Field::find("permit").map(Field::choices).unwrap_or_default();
    let permit = choices.iter().find(|choice| choice.word == permit).map(|choice| page.say(choice.label).to_string());
    Still {
        kind: location.kind.label,
        permit: permit.unwrap_or_default(),
        alt: photo.alt(page.language()).to_owned(),
        caption: caption(page, &photo),
        photo,
        name,
        href,
    }
}

/// `A drawing · autumn · 262°`.
fn caption(page: &Page, photo: &Photo) -> String {
    let drawing = photo.is_drawing().then(|| page.say("home-drawing").to_string());
    let taken = photo.taken_on.map(|day| page.day(day));
    let season = photo.season.filter(|_| taken.is_none()).map(|season| page.say(season.label()).to_string());
    let bearing = photo.bearing.map(|bearing| page.say("home-bearing").with("degrees", bearing.degrees).to_string());
    [drawing, taken, season, bearing].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
