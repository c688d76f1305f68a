//! The page of a place: photo first, then what a production asks, in the order in which it asks.

mod page;

use web::{Permission, Routes};

use crate::Desk;

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new().get("/{lang}/locations/{slug}", Permission::Public, page::see)
}
