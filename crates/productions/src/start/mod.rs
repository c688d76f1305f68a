//! An inquiry without an account: seven short pages, kept at every step under a link that nobody guesses.

mod draft;
mod page;
mod review;
mod send;
mod sent;

pub(crate) use draft::Draft;
pub use draft::forget_old_drafts;

use web::{Permission, Routes};

use crate::Desk;

/// A script, and the form around it.
const UPLOAD_LIMIT: usize = 17 * 1024 * 1024;

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new()
        .get("/{lang}/start", Permission::Public, page::begin)
        .post_upload("/{lang}/start", Permission::Public, UPLOAD_LIMIT, page::begun)
        .get("/{lang}/start/{draft}/{step}", Permission::Public, page::ask)
        .post_upload("/{lang}/start/{draft}/{step}", Permission::Public, UPLOAD_LIMIT, page::submit)
        .get("/{lang}/start/{draft}/sent", Permission::Public, sent::sent)
        .get("/{lang}/start/{draft}/answer.ics", Permission::Public, sent::calendar)
}
