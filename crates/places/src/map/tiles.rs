use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{Stream, try_unfold};
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt, SeekFrom};

/// The operator's own extract of a map in one file, of which browsers read the parts they need.
#[derive(Debug, Clone)]
pub struct Tiles {
    path: PathBuf,
    name: String,
}

/// So many bytes are in memory at once.
const AT_ONCE: u64 = 256 * 1024;

impl Tiles {
    /// Nothing if the file is not called `something.pmtiles`.
    pub fn at(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_owned();
        let is_plain = name.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_.".contains(letter));
        (is_plain && name.ends_with(".pmtiles")).then(|| Self { path: path.to_owned(), name })
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The part that is asked for, or the head of the file.
    pub(super) async fn answer(&self, headers: &HeaderMap) -> std::io::Result<Response> {
        let mut file = match File::open(&self.path).await {
            Ok(file) => file,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(StatusCode::NOT_FOUND.into_response());
            }
            Err(error) => return Err(error),
        };
        let about = file.metadata().await?;
        let size = about.len();
        let changed = about.modified()?.duration_since(std::time::UNIX_EPOCH).unwrap_or_default().as_nanos();
        let tag = format!("\"{size:x}-{changed:x}\"");
        let is_same =
            |name: header::HeaderName| headers.get(name).is_some_and(|sent| sent.as_bytes() == tag.as_bytes());
        if is_same(header::IF_NONE_MATCH) {
            return Ok(with_tag(StatusCode::NOT_MODIFIED.into_response(), &tag));
        }
        // What was read before from another file is of no use with a part of this one.
        let wants_part = !headers.contains_key(header::IF_RANGE) || is_same(header::IF_RANGE);
        let asked = headers.get(header::RANGE).filter(|_| wants_part).and_then(|range| range.to_str().ok());
        let (status, first, last) = match asked.map(|range| part(range, size)) {
            Some(Part::Of(first, last)) => (StatusCode::PARTIAL_CONTENT, first, last),
            Some(Part::Outside) => {
                let mut response = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
                response.headers_mut().insert(header::CONTENT_RANGE, text(&format!("bytes */{size}")));
                return Ok(with_tag(response, &tag));
            }
            Some(Part::Whole) | None => (StatusCode::OK, 0, size.saturating_sub(1)),
        };
        file.seek(SeekFrom::Start(first)).await?;
        let length = if size == 0 { 0 } else { last - first + 1 };
        let mut response = (status, Body::from_stream(pieces(file, length))).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/vnd.pmtiles"));
        headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
        if status == StatusCode::PARTIAL_CONTENT {
            headers.insert(header::CONTENT_RANGE, text(&format!("bytes {first}-{last}/{size}")));
        }
        headers.insert(header::CONTENT_LENGTH, text(&length.to_string()));
        Ok(with_tag(response, &tag))
    }
}

fn pieces(file: File, length: u64) -> impl Stream<Item = std::io::Result<Vec<u8>>> {
    try_unfold((file, length), async |(mut file, left)| {
        if left == 0 {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        let read = (&mut file).take(left.min(AT_ONCE)).read_to_end(&mut bytes).await?;
        // A file that became shorter meanwhile ends early, and the browser sees that.
        let left = if read == 0 { 0 } else { left.saturating_sub(u64::try_from(read).unwrap_or(left)) };
        Ok(Some((bytes, (file, left))))
    })
}

enum Part {
    Of(u64, u64),
    Outside,
    /// No part, or none we understand: several at once, another unit.
    Whole,
}

fn part(range: &str, size: u64) -> Part {
    let Some(asked) = range.strip_prefix("bytes=") else { return Part::Whole };
    let Some((first, last)) = asked.split_once('-') else { return Part::Whole };
    match (first.trim().parse::<u64>(), last.trim().parse::<u64>()) {
        (Ok(first), Ok(last)) if first > last => Part::Whole,
        (Ok(first), _) if first >= size => Part::Outside,
        (Ok(first), Ok(last)) => Part::Of(first, last.min(size - 1)),
        (Ok(first), Err(_)) if last.trim().is_empty() => Part::Of(first, size - 1),
        (Err(_), Ok(0)) if first.trim().is_empty() => Part::Outside,
        (Err(_), Ok(length)) if first.trim().is_empty() && size > 0 => Part::Of(size.saturating_sub(length), size - 1),
        _ => Part::Whole,
    }
}

fn with_tag(mut response: Response, tag: &str) -> Response {
    response.headers_mut().insert(header::ETAG, text(tag));
    response
}

fn text(value: &str) -> HeaderValue {
    HeaderValue::from_str(value).expect("digits and signs are a header")
}
