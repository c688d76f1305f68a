//! What the recipient of a link sees, without an account: the places, what they may say to each, and what they may take
//! along. Every opening is written down: when, what and in which language.

mod page;
mod photo;
mod react;
mod take;

use web::{Pace, Permission, Routes};

use crate::Desk;

/// A reader is not in a hurry; a machine is.
const REACTIONS: Pace = Pace { at_once: 30, seconds_each: 3 };

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new()
        .get("/l/{token}", Permission::Public, page::lead)
        .get("/{lang}/l/{token}", Permission::Public, page::see)
        .get("/{lang}/l/{token}/places.zip", Permission::Public, take::archive)
        .get("/{lang}/l/{token}/places.pdf", Permission::Public, take::paper)
        .get("/l/{token}/photos/{photo}", Permission::Public, photo::serve)
        .post_paced("/{lang}/l/{token}/reactions", Permission::Public, REACTIONS, react::say)
}
