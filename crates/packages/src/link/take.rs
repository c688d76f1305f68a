use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use web::{Page, WebError};

use super::page::{Asked, ask, note};
use crate::gather::sheets;
use crate::record::Deed;
use crate::{Desk, hand_out};

pub(super) async fn archive(
    page: Page,
    State(desk): State<Desk>,
    Path((_, token)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let package = match ask(&page, &desk, &token, &headers).await? {
        Asked::Reader(package) => {
            note(&page, &desk, &package, Deed::Archive).await?;
            package
        }
        Asked::Maker(package) => package,
        Asked::Nobody(response) => return Ok(response),
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
    let package = match ask(&page, &desk, &token, &headers).await? {
        Asked::Reader(package) => {
            note(&page, &desk, &package, Deed::Paper).await?;
            package
        }
        Asked::Maker(package) => package,
        Asked::Nobody(response) => return Ok(response),
    };
    let sheets = sheets(&page, &desk, &package).await?;
    hand_out::pdf(&page, &desk, &package, &sheets).await
}
