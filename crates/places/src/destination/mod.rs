//! Regions and cities: what a production wants to know before it looks at places.

mod page;

use web::{Permission, Routes};

use crate::Desk;

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new().get("/{lang}/destinations", Permission::Public, page::list).get(
        "/{lang}/destinations/{slug}",
        Permission::Public,
        page::see,
    )
}
