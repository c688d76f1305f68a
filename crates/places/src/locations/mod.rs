//! All places: searched by words, narrowed by what a production asks for, sorted, and shown as a list or on a map.

mod asked;
mod facet;
mod nothing;
mod page;

use web::{Permission, Routes};

pub(crate) use asked::{Asked, Layout, area};
pub(crate) use facet::Names;
pub(crate) use page::{Line, lines};

use crate::Desk;

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new().get("/{lang}/locations", Permission::Public, page::see).get(
        "/{lang}/search",
        Permission::Public,
        page::search,
    )
}
