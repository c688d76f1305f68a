//! From a spreadsheet or a few totals to an estimate: choose, check the columns, work out.

mod draft;
mod groups;
mod mapping;
mod page;

pub(crate) use groups::number;

use web::{Permission, Routes};

use crate::Desk;

/// A budget or ledger; the reader of ledgers has its own, tighter limits inside.
const UPLOAD_LIMIT: usize = 32 * 1024 * 1024;

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new()
        .get("/{lang}/incentive/calculator", Permission::Public, page::ask)
        .post_upload("/{lang}/incentive/calculator", Permission::Public, UPLOAD_LIMIT, page::submit)
        .get("/{lang}/incentive/calculator/drafts/{draft}", Permission::Public, mapping::ask)
        .post("/{lang}/incentive/calculator/drafts/{draft}", Permission::Public, mapping::submit)
}
