//! What the office does with productions: the pipeline of prospects, and one page for each file.

mod change;
mod discretion;
mod edit;
mod export;
mod list;
mod new;
mod production;
mod scripts;
mod timeline;

use web::{Permission, Routes};

use crate::Desk;

pub(crate) use change::invite_by;
pub(crate) use production::{find, way, works_on};

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new()
        .office_item("office/pipeline", "office-pipeline", 33)
        .office_item("office/productions", "office-productions", 34)
        .get("/{lang}/office/pipeline", Permission::Office, list::pipeline)
        .get("/{lang}/office/productions", Permission::Office, list::productions)
        .post("/{lang}/office/productions/duty", Permission::Office, list::set_duty)
        .get("/{lang}/office/productions/new", Permission::Office, new::ask)
        .post("/{lang}/office/productions/new", Permission::Office, new::submit)
        .get("/{lang}/office/productions/{reference}", Permission::Office, production::show_production)
        .get("/{lang}/office/productions/{reference}/export.zip", Permission::Office, export::everything)
        .get("/{lang}/office/productions/{reference}/edit/{field}", Permission::Office, edit::ask)
        .post("/{lang}/office/productions/{reference}/edit/{field}", Permission::Office, edit::submit)
        .post("/{lang}/office/productions/{reference}/stage", Permission::Office, change::stage)
        .post("/{lang}/office/productions/{reference}/copy", Permission::Office, change::copy)
        .post("/{lang}/office/productions/{reference}/team", Permission::Office, change::invite)
        .post("/{lang}/office/productions/{reference}/team/{member}/remove", Permission::Office, change::remove)
        .get("/{lang}/office/productions/{reference}/scripts/{script}", Permission::Office, scripts::read)
        .get("/{lang}/office/productions/{reference}/scripts/{script}/file", Permission::Office, scripts::file)
}
