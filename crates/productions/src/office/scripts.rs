use axum::extract::{Path, State};
use axum::response::Response;
use web::{Page, WebError};

use super::production::{find, works_on};
use crate::record::Production;
use crate::vault::{KeptScript, pages};
use crate::{Desk, sql};

/// A script as text, with its scenes, for those who work on the file. Each opening is written down.
pub(super) async fn read(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference, script)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let (production, script) = enter(&page, &desk, &reference, &script).await?;
    let back = page.link(format!("office/productions/{reference}"));
    pages::read(page, &desk, &production, &script, back).await
}

pub(super) async fn file(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference, script)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let (production, script) = enter(&page, &desk, &reference, &script).await?;
    pages::download(&page, &desk, &production, &script).await
}

async fn enter(page: &Page, desk: &Desk, reference: &str, script: &str) -> Result<(Production, KeptScript), WebError> {
    let production = find(desk.store(), page, reference).await?;
    let cases = casework::cases_of_subject(desk.store(), &Production::subject(production.id)).await?;
    // The office knows of the file; its scripts are for those who work on it.
    let works = page.visitor().is_some_and(|visitor| works_on(visitor, &production, &cases));
    if !works {
        return Err(WebError::Forbidden);
    }
    let id = script.parse().map_err(|_| WebError::NotFound)?;
    let script = sql::find_script(desk.store(), production.id, id).await?.ok_or(WebError::NotFound)?;
    Ok((production, script))
}
