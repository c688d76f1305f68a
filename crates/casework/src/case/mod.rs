//! One case: its facts at the left, what happened in the middle, what is next at the right.

mod bundle;
mod decide;
mod edit;
mod outside;
mod page;
mod papers;
mod tasks;
mod timeline;
mod write;

use axum::response::{IntoResponse, Redirect, Response};
use store::{Change, Query};
use web::{Form, Page, Permission, Routes, WebError};

pub use bundle::bundle;
pub use outside::{Happened, OutsidePaper, happened, papers_outside};
pub use papers::{PAPERS, add_document};
pub(crate) use timeline::{note_text, reason as said_reason};
pub use write::write_to_applicant;

use crate::cases::with_done;
use crate::{Case, Desk, sql};

/// A paper of a case, with the form around it.
const UPLOAD_LIMIT: usize = 64 * 1024 * 1024;

pub(crate) fn routes() -> Routes<Desk> {
    let office = Permission::Office;
    Routes::new()
        .get("/{lang}/office/cases/{reference}", office, page::see)
        .get("/{lang}/office/cases/{reference}/export.zip", office, bundle::download)
        .get("/{lang}/office/cases/{reference}/documents/{version}", office, papers::download)
        .post("/{lang}/office/cases/{reference}/assign", office, edit::assign)
        .post("/{lang}/office/cases/{reference}/state", office, edit::state)
        .post("/{lang}/office/cases/{reference}/rename", office, edit::rename)
        .post("/{lang}/office/cases/{reference}/describe", office, edit::describe)
        .post("/{lang}/office/cases/{reference}/clocks/{clock}", office, edit::clock)
        .post("/{lang}/office/cases/{reference}/message", office, write::message)
        .post("/{lang}/office/cases/{reference}/messages/{message}/take-back", office, write::take_back)
        .post("/{lang}/office/cases/{reference}/note", office, write::note)
        .post("/{lang}/office/cases/{reference}/tasks", office, tasks::add)
        .post("/{lang}/office/cases/{reference}/tasks/{task}", office, tasks::tick)
        .post("/{lang}/office/cases/{reference}/propose", office, decide::propose)
        .post("/{lang}/office/cases/{reference}/decisions/{decision}/withdraw", office, decide::withdraw)
        .post("/{lang}/office/cases/{reference}/decisions/{decision}", Permission::Decide, decide::decide)
        .post_upload("/{lang}/office/cases/{reference}/documents", office, UPLOAD_LIMIT, papers::add)
        .post("/{lang}/office/cases/{reference}/requirements/{name}", office, papers::judge)
}

/// A case by what people call it. What cannot be a reference is no case either.
async fn found(db: &impl Query, reference: &str) -> Result<Case, WebError> {
    sql::find_case_by_reference(db, reference).await?.ok_or(WebError::NotFound)
}

/// Back to the case, with a word about what was done.
fn back(page: &Page, case: &Case, done: &str) -> Response {
    let here = page.link(format!("office/cases/{}", case.reference));
    Redirect::to(&with_done(&here, done)).into_response()
}

/// True if this very form was sent before: a second press does nothing.
async fn is_sent_again(change: &Change, form: &Form) -> Result<bool, WebError> {
    Ok(change.once(form.typed("once"), "case").await?.is_some())
}

/// A text that somebody typed: trimmed, not empty, not too long.
fn text_of_length(form: &mut Form, field: &str, most: usize) -> Option<String> {
    let text = form.typed(field).trim().replace("\r\n", "\n");
    if text.is_empty() {
        form.refuse(field.to_owned(), "refused-empty");
        return None;
    }
    if text.chars().count() > most {
        form.refuse_with(field.to_owned(), "refused-long", vec![("most", most.to_string())]);
        return None;
    }
    Some(text)
}
