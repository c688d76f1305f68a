use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use store::Entry;
use web::{Page, WebError};

use super::production::find;
use crate::Desk;
use crate::record::Production;

/// All cases of a production in one archive that opens without us; who took it is written down.
pub(super) async fn everything(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let production = find(desk.store(), &page, &reference).await?;
    let cases = casework::cases_of_subject(desk.store(), &Production::subject(production.id)).await?;
    let archive = casework::bundle(&page, desk.cases(), &cases).await?;
    let change = desk.store().change(page.by("production.export")).await?;
    change.record(Entry::new("production", production.id, "exported")).await;
    change.commit().await?;
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_DISPOSITION, files::download_header(&format!("{}.zip", production.reference))),
    ];
    Ok((headers, archive).into_response())
}
