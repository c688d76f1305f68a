use std::sync::Arc;

use files::Keep;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::{Day, Language};
use store::Store;

use crate::airport::Airport;
use crate::index::Catalogue;
use crate::map::{Ground, Tiles};
use crate::record::position::Bounds;

/// What the pages and jobs of the slice work with.
#[derive(Clone)]
pub struct Desk {
    pub store: Store,
    pub files: Keep,
    pub mail: mail::Desk,
    pub zone: TimeZone,
    /// The commission's languages, the first one first.
    pub languages: Vec<Language>,
    /// Listed places, as they are found.
    pub catalogue: Arc<Catalogue>,
    pub airports: Arc<Vec<Airport>>,
    /// Where the country is, to find coordinates that cannot be.
    pub bounds: Option<Bounds>,
    /// What lies under the points of a map.
    pub ground: Option<Arc<Ground>>,
    /// The operator's own tiles for it.
    pub tiles: Option<Tiles>,
    /// For letters that nobody's page writes.
    pub words: Arc<web::Words>,
    /// `https://film.example`, or empty.
    pub origin: String,
}

impl Desk {
    /// The day, where the commission is.
    pub fn today(&self, now: Timestamp) -> Day {
        let date = self.zone.to_datetime(now).date();
        Day::new(date.year(), date.month(), date.day()).expect("a date of the calendar is a day")
    }
}
