//! What the office sets for itself: the days it works, and the keys it uses.

mod days;
mod keys;

use web::{Permission, Routes};

use crate::Desk;

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new()
        .get("/{lang}/office/settings/calendar", Permission::Office, days::see)
        .post("/{lang}/office/settings/calendar", Permission::Administer, days::set)
        .post("/{lang}/office/settings/calendar/{day}/remove", Permission::Administer, days::remove)
        .get("/{lang}/office/settings/keys", Permission::Office, keys::see)
        .post("/{lang}/office/settings/keys", Permission::Office, keys::set)
        .get("/{lang}/office/keys", Permission::Office, keys::map)
        .office_item("office/settings/calendar", "nav-days", 90)
}
