//! What the slices work with, made from the profile and the settings.

use std::sync::Arc;

use people::Book;
use productions::{EstimateSeen, MoneyRange};

use crate::App;

/// Each slice's desk.
#[derive(Clone)]
pub struct Desks {
    pub people: people::Desk,
    pub cases: casework::Desk,
    pub places: places::Desk,
    pub productions: productions::Desk,
    pub packages: packages::Desk,
    /// A commission without a rulebook has no pages about money.
    pub incentives: Option<incentives::Desk>,
}

impl Desks {
    pub(crate) fn of(app: &App) -> Self {
        let profile = &app.profile;
        let tags: Vec<(String, String)> =
            profile.languages.iter().map(|own| (own.language.tag().to_owned(), own.locale.clone())).collect();
        let first = profile.languages.first().map_or("en", |own| own.locale.as_str());
        let letters = Arc::new(app.letters.clone());
        let people = people::Desk::new(app.store.clone(), letters, profile.people.clone(), &tags, app.seal.clone());
        #[cfg(feature = "oidc")]
        let people = people.with_provider(app.provider.clone());
        let kinds = casework::Kinds::new(productions::case_kinds()).expect("the kinds of our own slices are sound");
        let cases = casework::Desk {
            store: app.store.clone(),
            kinds: Arc::new(kinds),
            calendar: Arc::new(profile.calendar.clone()),
            hours: casework::OfficeHours::default(),
            zone: profile.zone.clone(),
            country: profile.country.clone(),
            languages: profile.languages.iter().map(|own| own.language).collect(),
            files: app.keep.clone(),
            mail: app.letters.clone(),
            alphabet: people::Alphabet::of(first),
        };
        let places = places::Desk {
            store: app.store.clone(),
            files: app.keep.clone(),
            mail: app.letters.clone(),
            zone: profile.zone.clone(),
            languages: profile.languages.iter().map(|own| own.language).collect(),
            catalogue: Arc::clone(&app.catalogue),
            airports: Arc::new(profile.airports.clone()),
            bounds: profile.bounds,
            ground: profile.ground.clone(),
            tiles: app.tiles.clone(),
            words: Arc::new(profile.words_with(&places::own_words())),
            origin: app.origin.clone(),
        };
        let book = Book::new(profile.people.clone(), &tags);
        let own = profile.rulebooks.first();
        let incentives = own.and_then(|own| {
            let (rates, data) = (profile.rates.clone(), app.data.clone());
            incentives::Desk::new(app.library.clone(), own, rates, data, app.sample.clone())
        });
        let productions = productions::Desk::new(cases.clone(), book, &profile.budget_bands, profile.currency);
        let productions = match &incentives {
            Some(desk) => productions.with_estimates(Arc::new(Figures(desk.clone()))),
            None => productions,
        };
        let packages = packages::Desk { places: places.clone(), productions: productions.clone() };
        Self { people, cases, places, productions, packages, incentives }
    }
}

/// The figures of one slice for the files of another.
struct Figures(incentives::Desk);

impl productions::Estimates for Figures {
    fn find(&self, estimate: &str) -> Option<EstimateSeen> {
        told(estimate, self.0.brief(estimate)).map(seen)
    }

    fn rulebook(&self) -> String {
        self.0.own().hash.clone()
    }

    fn again(&self, estimate: &str) -> Option<EstimateSeen> {
        told(estimate, self.0.brief_today(estimate)).map(seen)
    }
}

/// A damaged archive is told in the log; to the reader that estimate is not there.
fn told<T>(estimate: &str, found: Result<Option<T>, incentives::ArchiveProblem>) -> Option<T> {
    found.inspect_err(|error| tracing::error!("estimate {estimate}: {error}")).ok().flatten()
}

fn seen(brief: incentives::Brief) -> EstimateSeen {
    let figure = brief.award.and_then(|(least, most)| {
        let currency = least.or(most)?.currency();
        MoneyRange::new(least.map(|money| money.minor()), most.map(|money| money.minor()), currency)
    });
    EstimateSeen { estimate: brief.id, figure, rulebook: brief.rulebook }
}
