//! A picture that is not public, for whoever has the link.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use kernel::Id;
use web::{Page, WebError};

use super::page::{Asked, ask};
use crate::{Desk, gather, sql};

/// As wide as pages show it.
const WIDTH: u32 = 1_600;
/// A drawing may draw, and nothing else: no script, nothing from elsewhere.
const DRAWING_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

pub(super) async fn serve(
    page: Page,
    State(desk): State<Desk>,
    Path((token, photo)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let package = match ask(&page, &desk, &token, &headers).await? {
        Asked::Reader(package) | Asked::Maker(package) => package,
        Asked::Nobody(response) => return Ok(response),
    };
    let id: Id = photo.parse().map_err(|_| WebError::NotFound)?;
    for chosen in sql::list_places(desk.store(), package.id).await? {
        if chosen.is_taken_out {
            continue;
        }
        let Some(location) = places::find_location(desk.store(), chosen.location).await? else { continue };
        if !gather::may_be_in(package.kind, &location) {
            continue;
        }
        let reader = crate::sheet::leaving(package.reader);
        let photos = places::photos_for(desk.store(), location.id, reader).await?;
        let Some(photo) = photos.iter().find(|photo| photo.id == id) else { continue };
        let bytes = places::copy_of(desk.store(), desk.files(), photo, WIDTH).await?.ok_or(WebError::NotFound)?;
        let kind = if photo.is_drawing() { "image/svg+xml" } else { "image/jpeg" };
        let mut response =
            ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "private, no-store")], bytes).into_response();
        if photo.is_drawing() {
            let policy = header::HeaderValue::from_static(DRAWING_POLICY);
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        return Ok(response);
    }
    Err(WebError::NotFound)
}
