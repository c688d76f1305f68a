//! What was sent in: papers with versions, and the list of what is still missing.

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use files::{Kind as FileKind, Limits, PutError, Stored};
use kernel::Id;
use serde_json::json;
use store::{Change, Entry, StoreError};
use web::{Form, Page, Upload, WebError};

use super::page::refused;
use super::{back, found, is_sent_again, text_of_length};
use crate::record::EntryKind;
use crate::sql::{self, NewEntry};
use crate::{Case, Desk};

/// What a paper of a case may be.
pub const PAPERS: Limits = Limits {
    bytes: 60 * 1024 * 1024,
    files: 1,
    kinds: &[
        FileKind::Pdf,
        FileKind::Jpeg,
        FileKind::Png,
        FileKind::Docx,
        FileKind::Xlsx,
        FileKind::Odt,
        FileKind::Ods,
        FileKind::Text,
    ],
};

const LONGEST_REASON: usize = 1_000;
const LONGEST_TITLE: usize = 200;

/// Puts a kept file onto a case: a new paper, or a new version of the one that meets the same requirement.
pub async fn add_document(
    desk: &Desk,
    change: &Change,
    case: &Case,
    requirement: &str,
    title: &str,
    stored: &Stored,
) -> Result<(), StoreError> {
    let known =
        desk.kinds.find(&case.kind).is_some_and(|kind| kind.requirements.iter().any(|one| one.name == requirement));
    let requirement = if known { requirement } else { "" };
    let file = files::insert_file(change, stored, &change.by().actor).await?;
    let all = sql::list_documents(change, case.id).await?;
    let same = all.iter().find(|document| known && document.requirement == requirement);
    let document = match same {
        Some(document) => document.id,
        None => {
            let id = change.fresh_id();
            let title = if title.is_empty() { &file.name } else { title };
            sql::insert_document(change, case.id, id, requirement, title).await?;
            id
        }
    };
    let size = i64::try_from(file.size).unwrap_or(i64::MAX);
    sql::insert_version(change, document, &file.id.to_string(), &file.name, size, file.kind.word()).await?;
    if known {
        sql::set_requirement(change, case.id, requirement, "received", "").await?;
    }
    let entry =
        NewEntry { after: file.name.clone(), refers: Some(document), ..NewEntry::new(EntryKind::File, "added") };
    sql::insert_entry(change, case.id, &entry).await?;
    sql::set_case_touched(change, case.id).await?;
    change
        .record(
            Entry::new("document", document, "version added")
                .after(json!({ "case": case.reference, "hash": stored.hash.to_string() })),
        )
        .await;
    Ok(())
}

pub(super) async fn add(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
    upload: Upload,
) -> Result<Response, WebError> {
    let mut form = upload.form.clone();
    let Some(file) = upload.file("file").filter(|file| !file.name.is_empty()) else {
        form.refuse("file", "refused-no-file");
        return refused(page, desk, &reference, form).await;
    };
    found(&desk.store, &reference).await?;
    let stored = match desk.files.put_bytes(&file.bytes, &file.name, &PAPERS).await {
        Ok(stored) => stored,
        Err(PutError::Refused(refusal)) => {
            form.refuse_with("file", refusal.key(), refusal.arguments());
            return refused(page, desk, &reference, form).await;
        }
        Err(PutError::Failed(error)) => return Err(error.into()),
    };
    let title: String = form.typed("paper").trim().chars().take(LONGEST_TITLE).collect();
    let change = desk.store.change(page.by("case.document")).await?;
    let case = found(&change, &reference).await?;
    if is_sent_again(&change, &form).await? {
        return Ok(back(&page, &case, "document"));
    }
    add_document(&desk, &change, &case, form.typed("requirement"), &title, &stored).await?;
    change.commit().await?;
    Ok(back(&page, &case, "document"))
}

/// Accepts what was sent in, or asks for another with a reason.
pub(super) async fn judge(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference, name)): Path<(String, String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let mut form = form;
    let accepts = form.typed("answer") == "accept";
    let reason = if accepts {
        Some(String::new())
    } else {
        text_of_length(&mut form, &format!("replace-{name}"), LONGEST_REASON)
    };
    let Some(reason) = reason else { return refused(page, desk, &reference, form).await };
    let change = desk.store.change(page.by("case.requirement")).await?;
    let case = found(&change, &reference).await?;
    let requirements = sql::list_requirements(&change, case.id).await?;
    let Some(requirement) = requirements.iter().find(|requirement| requirement.name == name) else {
        return Err(WebError::NotFound);
    };
    if requirement.state == "missing" {
        return Err(WebError::Conflict);
    }
    let (state, deed) = if accepts { ("accepted", "accepted") } else { ("replace", "replace") };
    sql::set_requirement(&change, case.id, &name, state, &reason).await?;
    let entry = NewEntry { after: name.clone(), reason, ..NewEntry::new(EntryKind::File, deed) };
    sql::insert_entry(&change, case.id, &entry).await?;
    change
        .record(Entry::new("case", case.id, "requirement judged").after(json!({ "name": name, "state": state })))
        .await;
    change.commit().await?;
    Ok(back(&page, &case, "requirement"))
}

pub(super) async fn download(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference, version)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let version: Id = version.parse().map_err(|_| WebError::NotFound)?;
    let case = found(&desk.store, &reference).await?;
    let document = sql::find_version(&desk.store, case.id, version).await?.ok_or(WebError::NotFound)?;
    let id: Id = document.file.parse().map_err(|_| WebError::NotFound)?;
    let file = files::find_file(&desk.store, id).await?.ok_or(WebError::NotFound)?;
    let Ok(readable) = file.readable_by(&page.actor()) else { return Ok(StatusCode::CONFLICT.into_response()) };
    let bytes = desk.files.bytes(&readable).await?;
    let headers = [
        (header::CONTENT_TYPE, file.kind.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, files::download_header(&file.name)),
    ];
    Ok((headers, bytes).into_response())
}
