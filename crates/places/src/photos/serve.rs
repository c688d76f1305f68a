//! The bytes of a picture, for whoever may see it.

use axum::extract::{Path, RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use files::{FileError, Keep};
use images::Encoding;
use kernel::{Actor, Id};
use people::Reader;
use store::Query;
use web::{Page, Permission, WebError};

use super::photo::copy_name;
use super::{Medium, Photo};
use crate::{Desk, find, sql};

/// A drawing may draw, and nothing else: no script, nothing from elsewhere.
const DRAWING_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

pub(super) async fn serve(
    page: Page,
    State(desk): State<Desk>,
    Path((id, name)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response, WebError> {
    let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
    let photo = sql::photos::find_photo(&desk.store, id).await?.ok_or(WebError::NotFound)?;
    let is_public = photo.is_shown_to(Reader::Anybody) && {
        let location = find::find_location(&desk.store, photo.location).await?;
        location.is_some_and(|location| location.is_listed())
    };
    if !is_public && !page.may(Permission::Office) {
        return Err(WebError::NotFound);
    }
    let bytes = match photo.medium {
        Medium::Drawing if name == "drawing.svg" => original(&desk.store, &desk.files, &photo).await?,
        Medium::Photograph => copy(&desk.store, &desk.files, &photo, &name).await?,
        Medium::Drawing => None,
    };
    let bytes = bytes.ok_or(WebError::NotFound)?;
    let is_this_one = query.is_some_and(|query| query == format!("v={}", photo.revision));
    let cache = match (is_public, is_this_one) {
        (false, _) => "private, no-store",
        // The address changes when the picture does.
        (true, true) => "public, max-age=31536000, immutable",
        (true, false) => "public, max-age=3600",
    };
    let kind = match photo.medium {
        Medium::Drawing => "image/svg+xml",
        Medium::Photograph if name.ends_with(Encoding::Webp.ending()) => Encoding::Webp.media_type(),
        Medium::Photograph => Encoding::Jpeg.media_type(),
    };
    let mut response = ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, cache)], bytes).into_response();
    if photo.is_drawing() {
        let policy = header::HeaderValue::from_static(DRAWING_POLICY);
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

/// The bytes of a copy for papers and archives, with its rights in it: of a photograph in JPEG, of a drawing as SVG.
/// Nothing if they are not there yet. Whether the reader may have them was asked when the photo was read.
pub async fn copy_of(db: &impl Query, keep: &Keep, photo: &Photo, width: u32) -> Result<Option<Vec<u8>>, FileError> {
    match photo.medium {
        Medium::Drawing => original(db, keep, photo).await,
        Medium::Photograph => copy(db, keep, photo, &copy_name(photo.nearest(width), Encoding::Jpeg)).await,
    }
}

async fn copy(db: &impl Query, keep: &Keep, photo: &Photo, name: &str) -> Result<Option<Vec<u8>>, FileError> {
    match sql::photos::find_copy(db, photo.id, name).await? {
        // Rights are written in when it goes out, so that they are always those of today.
        Some(file) => Ok(bytes_of(db, keep, file).await?.map(|bytes| images::label(&bytes, &photo.rights))),
        None => Ok(None),
    }
}

async fn original(db: &impl Query, keep: &Keep, photo: &Photo) -> Result<Option<Vec<u8>>, FileError> {
    bytes_of(db, keep, photo.file).await
}

async fn bytes_of(db: &impl Query, keep: &Keep, file: Id) -> Result<Option<Vec<u8>>, FileError> {
    let Some(file) = files::find_file(db, file).await? else { return Ok(None) };
    match file.readable_by(&Actor::program("photos")) {
        Ok(readable) => keep.bytes(&readable).await.map(Some),
        // The scanner has not seen it yet, or not liked it.
        Err(_) => Ok(None),
    }
}
