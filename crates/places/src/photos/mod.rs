//! Pictures of places: taken in, developed, described, shown.
//!
//! 1. `receive` checks a file and keeps it; `archive` opens many at once. Each stands among the staged ones.
//! 2. `develop` makes the copies that pages show, later.
//! 3. `office` is where they are described, put in order and published; `album` and `view` show them; `serve` gives
//!    the bytes.
//!
//! **Invariants.** What leaves carries its author's name and no position: copies are bare, and what is written into
//! them is ours. A photo of a place that is not public answers 404, whatever its own state. Originals stay.

mod photo;
mod refusal;
mod receive;
mod archive;
mod develop;
mod serve;
mod read;

pub use archive::unpack_photos;
pub use photo::{Development, Medium, Photo, PhotoState, TimeOfYear};
pub use read::{cover_of, photos_for, photos_of, pictures_of};
pub use receive::{Defaults, OwnDrawing, ReceiveError, Received, add_drawing, add_photo, insert_photo, receive};
pub use refusal::{ArchiveRefusal, PhotoRefusal};
pub use serve::copy_of;

use web::{Permission, Routes};

use crate::Desk;

/// The kind of the records of the chain.
pub(crate) const PHOTO: &str = "photo";

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new().get("/photos/{id}/{name}", Permission::Public, serve::serve)
}

pub(crate) fn jobs(desk: &Desk) -> jobs::Registry {
    develop::jobs(desk)
}
