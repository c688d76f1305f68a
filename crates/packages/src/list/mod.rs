//! A visitor's own list, without an account: places with photos, notes, an order, a day of light; and its link.

mod keep;
mod page;
mod take;

use web::{Permission, Routes};

use crate::Desk;

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new()
        .get("/{lang}/list", Permission::Public, page::see)
        .get("/{lang}/list/reactions", Permission::Public, page::reactions)
        .get("/{lang}/list/places.zip", Permission::Public, take::archive)
        .get("/{lang}/list/places.pdf", Permission::Public, take::paper)
        .post("/{lang}/list/add", Permission::Public, keep::add)
        .post("/{lang}/list/settings", Permission::Public, keep::settings)
        .post("/{lang}/list/share", Permission::Public, keep::share)
        .post("/{lang}/list/send", Permission::Public, keep::send)
        .post("/{lang}/list/places/{place}", Permission::Public, keep::place)
}
