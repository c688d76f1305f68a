//! The map: drawn here as a picture with links, so that it works without script; with script, the same points on a
//! map that moves. The list beside it is made from the same question and says the same in words.
//!
//! The ground comes from the profile (`map/base.json`) or, finer, from the operator's own tiles; nothing is asked of
//! any other host.

mod drawing;
mod frame;
mod gather;
mod ground;
mod panel;
mod points;
mod serve;
#[cfg(test)]
mod tests;
mod tiles;
mod whereabouts;

use web::{Permission, Routes};

use crate::Desk;

pub use ground::{Ground, GroundProblem};
pub(crate) use panel::{around, panel, small};
pub use tiles::Tiles;
pub(crate) use whereabouts::whereabouts;

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new().get("/map/{file}", Permission::Public, serve::file).get(
        "/{lang}/locations/map.geojson",
        Permission::Public,
        serve::points,
    )
}
