//! Looking at a sample country: anybody signs in as anybody, and letters are read in the browser.
//!
//! **Invariant.** These pages are there only when the program was started as a demonstration.

mod letters;
mod people;
mod purge;
mod seed;

use web::{Permission, Routes};

use crate::Desks;

pub use purge::{NotPurged, purge};
pub(crate) use seed::load;

pub(crate) fn routes(desks: Desks) -> Routes {
    Routes::new()
        .get("/{lang}/demo", Permission::Public, people::see)
        .post("/{lang}/demo", Permission::Public, people::become_somebody)
        .get("/{lang}/demo/letters", Permission::Public, letters::list)
        .get("/{lang}/demo/letters/{id}", Permission::Public, letters::read)
        .with_state(desks)
}
