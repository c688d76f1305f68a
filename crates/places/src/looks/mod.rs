//! What places can stand in for, and which do.

mod page;

use web::{Permission, Routes};

use crate::Desk;

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new().get("/{lang}/looks", Permission::Public, page::list).get(
        "/{lang}/looks/{slug}",
        Permission::Public,
        page::see,
    )
}
