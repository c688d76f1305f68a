//! Destinations and locations: what the country looks like, and what a production has to know of each place.
//!
//! - `field`: the one table of everything that can be said of a place ([`FIELDS`], [`KINDS`], [`LOOKS`]). Forms, pages,
//!   completeness, import and facets are made from it.
//! - `record`: a [`Location`] with its [`Fact`]s, a [`Destination`], and [`shown`], which gives what somebody may see.
//! - `find` and `write`: what others read and do; a write gives the place the next `revision`, which indexes follow.
//! - the pages, one folder each; the words of each folder that has many stand in a folder of `words`.
//!
//! **Invariants.** Whatever leaves the office is a [`Shown`]: coordinates are rounded and facts hidden there and nowhere
//! else. Owners' contacts are for the office whatever a form says. Nothing is deleted: a place is withdrawn.

// Pure.
mod field;
mod record;
mod airport;
// With the store.
mod desk;
mod find;
mod sql;
mod write;
mod index;
mod similar;
mod edit;
mod content;
mod confirm;
mod import;
mod photos;
// The pages.
mod show;
mod destination;
mod location;
mod locations;
mod map;
mod looks;
mod feeds;
mod sun;
#[cfg(test)]
mod tests;

pub use airport::Airport;
pub use content::{Content, ContentPlace, ContentProblem, load};
pub use desk::Desk;
pub use field::{
    ANSWERS, Choice, FIELDS, Field, Group, KINDS, Kind, LOOKS, Month, Need, Season, ValueKind, ValueRefusal, find_look,
};
pub use find::{
    changed_since, each_published, find_destination, find_destination_by_slug, find_location, find_location_by_slug,
    list_destinations, list_locations,
};
pub use index::{Card, Catalogue, CatalogueError, Found, Picture};
pub use map::{Ground, GroundProblem, Tiles};
pub use people::{Reader as Viewer, Visibility};
pub use photos::{
    ArchiveRefusal, Defaults, Development, Medium, OwnDrawing, Photo, PhotoRefusal, PhotoState, ReceiveError, Received,
    TimeOfYear, add_drawing, add_photo, copy_of, cover_of, insert_photo, photos_for, photos_of, pictures_of, receive,
    unpack_photos,
};
pub use record::completeness::{Completeness, GOLD, PUBLISHABLE, Pictures, completeness};
pub use record::destination::{Destination, DestinationKind, DestinationText, Subject};
pub use record::location::{Credit, Fact, Location, Look, State, Use};
pub use record::position::{Bounds, Position, PositionRefusal, Precision};
pub use record::shown::{Shown, shown};
pub use show::told;
pub use similar::{Neighbours, neighbours};
pub use write::{insert_location, touch};

use store::Migration;
use web::{Routes, SliceWords};

/// The words of the slice: one entry for each folder of words.
pub fn own_words() -> Vec<SliceWords> {
    vec![
        SliceWords {
            slice: "places",
            files: &[
                ("en", include_str!("../words/en.ftl")),
                ("ru", include_str!("../words/ru.ftl")),
                ("kk", include_str!("../words/kk.ftl")),
            ],
        },
        SliceWords {
            slice: "places-photos",
            files: &[
                ("en", include_str!("../words/photos/en.ftl")),
                ("ru", include_str!("../words/photos/ru.ftl")),
                ("kk", include_str!("../words/photos/kk.ftl")),
            ],
        },
        SliceWords {
            slice: "places-fields",
            files: &[
                ("en", include_str!("../words/fields/en.ftl")),
                ("ru", include_str!("../words/fields/ru.ftl")),
                ("kk", include_str!("../words/fields/kk.ftl")),
            ],
        },
        SliceWords {
            slice: "places-locations",
            files: &[
                ("en", include_str!("../words/locations/en.ftl")),
                ("ru", include_str!("../words/locations/ru.ftl")),
                ("kk", include_str!("../words/locations/kk.ftl")),
            ],
        },
        SliceWords {
            slice: "places-map",
            files: &[
                ("en", include_str!("../words/map/en.ftl")),
                ("ru", include_str!("../words/map/ru.ftl")),
                ("kk", include_str!("../words/map/kk.ftl")),
            ],
        },
    ]
}

/// The tables of the slice.
pub fn migrations() -> Vec<Migration> {
    vec![
        Migration { owner: "places", name: "0001", sql: include_str!("../migrations/0001.sql") },
        Migration { owner: "places", name: "0002", sql: include_str!("../migrations/0002.sql") },
        Migration { owner: "places", name: "0003", sql: include_str!("../migrations/0003.sql") },
    ]
}

/// What the slice does by itself.
pub fn jobs(desk: &Desk) -> jobs::Registry {
    photos::jobs(desk).with(confirm::jobs(desk)).with(import::jobs(desk))
}

/// Every page of the slice.
pub fn routes(desk: Desk) -> Routes {
    destination::routes()
        .merge(location::routes())
        .merge(edit::routes())
        .merge(confirm::routes())
        .merge(import::routes())
        .merge(photos::routes())
        .merge(locations::routes())
        .merge(looks::routes())
        .merge(feeds::routes())
        .merge(sun::routes())
        .merge(map::routes())
        .with_state(desk)
}
