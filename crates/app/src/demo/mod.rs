//! Looking at a sample country: anybody signs in as anybody, and letters are read in the browser.
//!
//! **Invariant.** These pages are there only when the program was started as a demonstration.

mod letters;
mod people;
mod places;
mod purge;
mod seed;

use jiff::Timestamp;
use store::Store;
use web::{Permission, Routes};

use crate::{Desks, Profile};

pub use purge::{NotPurged, purge};

/// Puts the sample beside whatever is there: people and productions of the file, and the places of the profile.
pub(crate) async fn load(
    store: &Store,
    desks: &Desks,
    profile: &Profile,
    office: &str,
    now: Timestamp,
) -> anyhow::Result<()> {
    seed::load(store, desks, office, now).await?;
    let words = profile.words_with(&[crate::own_words()]);
    places::load(desks, &profile.places, &words, now).await
}

pub(crate) fn routes(desks: Desks) -> Routes {
    Routes::new()
        .get("/{lang}/demo", Permission::Public, people::see)
        .post("/{lang}/demo", Permission::Public, people::become_somebody)
        .get("/{lang}/demo/letters", Permission::Public, letters::list)
        .get("/{lang}/demo/letters/{id}", Permission::Public, letters::read)
        .with_state(desks)
}
