//! Puts the slices together: their routes, their words, and the profile of the commission that runs them.
//!
//! A new slice is one line in `router`, one in `words`, and a line in [`NAVIGATION`] if it belongs to the page top.

mod demo;
mod desks;
mod home;
mod keys;
mod open;
pub mod operations;
mod profile;
pub mod settings;
mod sql;
mod upkeep;
#[cfg(test)]
mod crawl_tests;
#[cfg(test)]
mod enumerated_tests;
#[cfg(test)]
mod journey_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod walk_tests;

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use files::Keep;
use incentives::{Library, Sample};
use jobs::Registry;
use store::{Migration, Store};
use web::{Clock, NavItem, Permission, Routes, Site, SiteProblem, SiteSettings, SliceWords};

pub use demo::{NotPurged, purge};
pub use desks::Desks;
pub use open::{OpenProblem, Supplied};
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
    pub store: Store,
    /// Uploaded files.
    pub keep: Keep,
    /// Places, as they are found.
    pub catalogue: Arc<places::Catalogue>,
    /// The operator's own tiles for the map.
    pub tiles: Option<places::Tiles>,
    /// Who writes our letters, and where replies go.
    pub letters: mail::Desk,
    /// How letters leave; without it they wait in the outbox.
    pub transport: Option<mail::Transport>,
    /// With what second factors are sealed.
    pub seal: people::Seal,
    /// Where staff may say who they are, instead of here.
    #[cfg(feature = "oidc")]
    pub provider: Option<Arc<people::Provider>>,
    /// Whether a proxy of ours stands in front and says who is asking.
    pub behind_proxy: bool,
    /// What it does by itself for its own sake.
    pub plan: operations::Plan,
    /// A budget to try the calculator with.
    pub sample: Option<Sample>,
    /// Whether anybody may sign in as anybody: to look at a sample country.
    pub demo: bool,
}

/// The page top, in its order. A part without a route is not shown.
const NAVIGATION: [NavItem; 4] = [
    NavItem { path: "locations", label: "nav-locations" },
    NavItem { path: "incentive", label: "nav-incentive" },
    NavItem { path: "list", label: "nav-list" },
    NavItem { path: "start", label: "nav-start" },
];

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
    words.push(SliceWords { slice: "files", files: &files::WORDS });
    words.extend(people::own_words());
    words.extend(casework::own_words());
    words.extend(places::own_words());
    words.extend(productions::own_words());
    words.extend(packages::own_words());
    words.extend(incentives::own_words());
    words
}

/// Every step of the schema, in the order in which they are taken: the platform's first, then slice by slice.
pub fn migrations() -> Vec<Migration> {
    let own = Migration { owner: "app", name: "0001", sql: include_str!("../migrations/0001.sql") };
    let platform = [web::migrations(), files::migrations(), jobs::migrations(), mail::migrations()];
    let slices = [
        people::migrations(),
        casework::migrations(),
        places::migrations(),
        productions::migrations(),
        packages::migrations(),
    ];
    platform.into_iter().chain(slices).flatten().chain([own]).collect()
}

/// Everything that is done later, by whom.
pub fn jobs(app: &App) -> Registry {
    let desks = Desks::of(app);
    let letters = app.transport.as_ref().map(|transport| mail::jobs(&app.store, &app.letters, transport));
    upkeep::jobs(app)
        .with(letters.unwrap_or_default())
        .with(operations::jobs(app))
        .with(people::jobs(&desks.people))
        .with(casework::jobs(&desks.cases))
        .with(places::jobs(&desks.places))
        .with(productions::jobs(&desks.productions))
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
        store: Some(app.store),
        behind_proxy: app.behind_proxy,
    };
    Site::open(settings, routes)
}

fn routes(app: &App) -> Routes {
    let desks = Desks::of(app);
    let front = Arc::new(home::Front {
        picture: app.profile.picture.clone(),
        featured: app.profile.featured.clone(),
        places: desks.places.clone(),
        incentives: desks.incentives.clone(),
    });
    let mut routes = web::own_routes()
        .merge(Routes::new().get("/{lang}/", Permission::Public, home::home).with_state(front))
        .merge(operations::routes(app))
        .merge(people::routes(desks.people.clone()))
        .merge(casework::routes(desks.cases.clone()))
        .merge(places::routes(desks.places.clone()))
        .merge(productions::routes(desks.productions.clone()))
        .merge(packages::routes(desks.packages.clone()));
    if app.demo {
        routes = routes.merge(demo::routes(desks.clone()));
    }
    match desks.incentives {
        Some(desk) => routes.merge(incentives::routes(desk)),
        None => routes,
    }
}
