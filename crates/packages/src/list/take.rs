use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use web::{Page, WebError};

use super::page::of_browser;
use crate::gather::sheets;
use crate::{Desk, hand_out};

pub(super) async fn archive(page: Page, State(desk): State<Desk>, headers: HeaderMap) -> Result<Response, WebError> {
    let package = of_browser(&desk, &headers).await?.ok_or(WebError::NotFound)?;
    let sheets = sheets(&page, &desk, &package).await?;
    Ok(hand_out::archive(&page, &desk, &package, &sheets))
}

pub(super) async fn paper(page: Page, State(desk): State<Desk>, headers: HeaderMap) -> Result<Response, WebError> {
    let package = of_browser(&desk, &headers).await?.ok_or(WebError::NotFound)?;
    let sheets = sheets(&page, &desk, &package).await?;
    hand_out::pdf(&page, &desk, &package, &sheets).await
}
