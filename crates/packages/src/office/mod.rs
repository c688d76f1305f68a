//! What the office puts together for a production: places and photos, an order, a note for each scene; sent as a letter,
//! with what its readers say coming back to the case.

mod change;
mod list;
mod new;
mod package;
mod script;
mod send;

use web::{Permission, Routes};

use crate::Desk;

/// A script, and the form around it.
const UPLOAD_LIMIT: usize = 17 * 1024 * 1024;

pub(crate) fn routes() -> Routes<Desk> {
    let office = Permission::Office;
    Routes::new()
        .office_item("office/packages", "office-packages", 36)
        .get("/{lang}/office/packages", office, list::see)
        .get("/{lang}/office/packages/new", office, new::ask)
        .post("/{lang}/office/packages/new", office, new::submit)
        .get("/{lang}/office/packages/{package}", office, package::see)
        .post("/{lang}/office/packages/{package}/settings", office, change::settings)
        .post("/{lang}/office/packages/{package}/add", office, change::add)
        .post("/{lang}/office/packages/{package}/places/{place}", office, change::place)
        .post_upload("/{lang}/office/packages/{package}/script", office, UPLOAD_LIMIT, script::propose)
        .post("/{lang}/office/packages/{package}/send", office, send::send)
        .post("/{lang}/office/packages/{package}/withdraw", office, change::withdraw)
}
