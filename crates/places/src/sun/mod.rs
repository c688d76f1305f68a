//! The light of a place on a day: a dial and a table, worked out here, so that nobody needs script.

mod block;
mod page;
mod told;

use web::{Permission, Routes};

use crate::Desk;

pub(crate) use block::block;

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new().get("/{lang}/locations/{slug}/sun", Permission::Public, page::see)
}
