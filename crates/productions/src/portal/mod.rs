//! The producer's side of a production: where it stands, what is wanted of them, who is in their team.

mod attach;
mod edit;
mod entry;
mod join;
mod leave;
mod messages;
mod mine;
mod papers;
mod scripts;
mod status;
mod team;

use web::{Permission, Routes};

use crate::Desk;

/// A script, and the form around it.
const UPLOAD_LIMIT: usize = 17 * 1024 * 1024;
/// A paper of a case, and the form around it.
const PAPER_LIMIT: usize = 62 * 1024 * 1024;

pub(crate) fn routes() -> Routes<Desk> {
    let own = Permission::SignedIn;
    Routes::new()
        .get("/{lang}/portal/", own, mine::mine)
        .get("/{lang}/portal/estimates/{estimate}", own, attach::ask)
        .post("/{lang}/portal/estimates/{estimate}", own, attach::submit)
        .get("/{lang}/portal/join/{secret}", own, join::ask)
        .post("/{lang}/portal/join/{secret}", own, join::submit)
        .get("/{lang}/portal/productions/{reference}", own, status::status)
        .post("/{lang}/portal/productions/{reference}/stage", own, status::stage)
        .get("/{lang}/portal/productions/{reference}/edit/{field}", own, edit::ask)
        .post("/{lang}/portal/productions/{reference}/edit/{field}", own, edit::submit)
        .get("/{lang}/portal/productions/{reference}/messages", own, messages::ask)
        .post("/{lang}/portal/productions/{reference}/messages", own, messages::submit)
        .get("/{lang}/portal/productions/{reference}/documents", own, papers::list)
        .post_upload("/{lang}/portal/productions/{reference}/documents", own, PAPER_LIMIT, papers::add)
        .get("/{lang}/portal/productions/{reference}/documents/{file}", own, papers::download)
        .get("/{lang}/portal/productions/{reference}/scripts", own, scripts::list)
        .post_upload("/{lang}/portal/productions/{reference}/scripts", own, UPLOAD_LIMIT, scripts::give)
        .get("/{lang}/portal/productions/{reference}/scripts/{script}", own, scripts::read)
        .get("/{lang}/portal/productions/{reference}/scripts/{script}/log", own, scripts::log)
        .post("/{lang}/portal/productions/{reference}/scripts/{script}/withdraw", own, scripts::withdraw)
        .get("/{lang}/portal/productions/{reference}/team", own, team::ask)
        .post("/{lang}/portal/productions/{reference}/team", own, team::invite)
        .post("/{lang}/portal/productions/{reference}/team/{member}/remove", own, team::remove)
        .get("/{lang}/portal/productions/{reference}/calendar.ics", own, leave::calendar)
        .get("/{lang}/portal/productions/{reference}/export.zip", own, leave::export)
}
