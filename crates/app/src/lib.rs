//! Puts the slices together: their routes, their words, and the profile of the commission that runs them.
//!
//! A new slice is one line in `router`, one in `words`, and a line in [`NAVIGATION`] if it belongs to the page top.

mod home;
mod profile;
#[cfg(test)]
mod journey_tests;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use incentives::{Desk, Library, Sample};
use web::{Clock, NavItem, Permission, Routes, Site, SiteProblem, SiteSettings, SliceWords};

pub use profile::{Profile, ProfileProblem, rulebook_files};

/// What a running installation is made of.
pub struct App {
    pub profile: Profile,
    pub clock: Clock,
    /// `https://film.example`, or empty.
    pub origin: String,
    /// Where slices keep what must stay.
    pub data: PathBuf,
    pub library: Library,
    /// A budget to try the calculator with.
    pub sample: Option<Sample>,
}

/// The page top, in its order. A part without a route is not shown.
const NAVIGATION: [NavItem; 1] = [NavItem { path: "incentive", label: "nav-incentive" }];

/// The app's own words.
pub fn own_words() -> SliceWords {
    SliceWords {
        slice: "app",
        files: &[
            ("en", include_str!("../words/en.ftl")),
            ("ru", include_str!("../words/ru.ftl")),
            ("kk", include_str!("../words/kk.ftl")),
        ],
    }
}

/// Every slice's words, the platform's first.
pub fn words() -> Vec<SliceWords> {
    let mut words = vec![web::own_words(), own_words()];
    words.extend(incentives::own_words());
    words
}

/// Every page of the installation.
pub fn router(app: App) -> Result<Router, SiteProblem> {
    let routes = routes(&app);
    let own = words();
    let settings = SiteSettings {
        languages: app.profile.languages,
        currency: app.profile.currency,
        zone: app.profile.zone,
        clock: app.clock,
        words: own.iter().flat_map(SliceWords::sources).chain(app.profile.words).collect(),
        navigation: NAVIGATION.to_vec(),
        contact: app.profile.contact,
        origin: app.origin,
    };
    Site::open(settings, routes)
}

fn routes(app: &App) -> Routes {
    let front = Arc::new(home::Front { picture: app.profile.picture.clone() });
    let routes =
        web::own_routes().merge(Routes::new().get("/{lang}/", Permission::Public, home::home).with_state(front));
    match desk(app) {
        Some(desk) => routes.merge(incentives::routes(desk)),
        None => routes,
    }
}

/// A commission without a rulebook has no pages about money.
fn desk(app: &App) -> Option<Desk> {
    let own = app.profile.rulebooks.first()?;
    Desk::new(app.library.clone(), own, app.profile.rates.clone(), app.data.clone(), app.sample.clone())
}
