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
mod caption;
mod album;
mod front;
mod office;
mod edit;
mod queue;

pub(crate) use archive::unpack_folders;
pub use archive::unpack_photos;
pub(crate) use front::{Front, front};
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
    let (public, staff) = (Permission::Public, Permission::Office);
    Routes::new()
        .get("/photos/{id}/{name}", public, serve::serve)
        .get("/{lang}/locations/{slug}/photos", public, album::album)
        .get("/{lang}/locations/{slug}/photos/{photo}", public, album::view)
        .get("/{lang}/office/locations/{slug}/photos", staff, office::see)
        .post_upload("/{lang}/office/locations/{slug}/photos", staff, office::UPLOAD_LIMIT, office::add)
        .post("/{lang}/office/locations/{slug}/photos/chosen", staff, office::act)
        .get("/{lang}/office/photos", staff, queue::see)
        .get("/{lang}/office/photos/{photo}", staff, edit::ask)
        .post("/{lang}/office/photos/{photo}", staff, edit::save)
        .office_item("office/photos", "photos-photos", 45)
}

pub(crate) fn jobs(desk: &Desk) -> jobs::Registry {
    develop::jobs(desk)
}
