//! Regions and cities: what a production wants to know before it looks at places, and where the office says it.

mod edit;
mod page;

use web::{Permission, Routes};

use crate::Desk;

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new()
        .get("/{lang}/destinations", Permission::Public, page::list)
        .get("/{lang}/destinations/{slug}", Permission::Public, page::see)
        .get("/{lang}/office/destinations", Permission::Office, edit::list)
        .get("/{lang}/office/destinations/new", Permission::Office, edit::ask_new)
        .post("/{lang}/office/destinations/new", Permission::Office, edit::make)
        .get("/{lang}/office/destinations/{slug}", Permission::Office, edit::ask)
        .post("/{lang}/office/destinations/{slug}", Permission::Office, edit::save)
}
