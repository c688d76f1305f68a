use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use web::{Page, WebError};

use super::page::{Asked, ask, note};
use crate::gather::sheets;
use crate::record::{Deed, Package};
use crate::{Desk, hand_out};

pub(super) async fn archive(
    page: Page,
    State(desk): State<Desk>,
    Path((_, token)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let package = match taken(&page, &desk, &token, &headers, Deed::Archive).await? {
        Ok(package) => package,
        Err(response) => return Ok(response),
    };
    let sheets = sheets(&page, &desk, &package).await?;
    Ok(hand_out::archive(&page, &desk, &package, &sheets))
}

pub(super) async fn paper(
    page: Page,
    State(desk): State<Desk>,
    Path((_, token)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let package = match taken(&page, &desk, &token, &headers, Deed::Paper).await? {
        Ok(package) => package,
        Err(response) => return Ok(response),
    };
    let sheets = sheets(&page, &desk, &package).await?;
    hand_out::pdf(&page, &desk, &package, &sheets).await
}

/// The package that is taken along; written down unless its maker does it. Else the answer to who may not.
async fn taken(
    page: &Page,
    desk: &Desk,
    token: &str,
    headers: &HeaderMap,
    deed: Deed,
) -> Result<Result<Package, Response>, WebError> {
    Ok(match ask(page, desk, token, headers).await? {
        Asked::Reader(package) => {
            note(page, desk, &package, deed).await?;
            Ok(package)
        }
        Asked::Maker(package) => Ok(package),
        Asked::Nobody(response) => Err(response),
    })
}
