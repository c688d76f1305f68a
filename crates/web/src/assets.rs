//! Files that pages refer to, embedded in the program. Their address holds a hash of their content, so that a browser
//! may keep them for ever and still never shows an old one.

use std::borrow::Cow;
use std::fmt::Write;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

struct Asset {
    name: &'static str,
    url: String,
    kind: &'static str,
    bytes: Cow<'static, [u8]>,
}

const SCRIPT: &str = "text/javascript; charset=utf-8";

/// In the order in which they may refer to each other: a style sheet names the fonts before it as `asset:NAME`, and a
/// script the scripts before it.
static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let files: [(&str, &str, &'static [u8]); 16] = [
        ("golos-latin.woff2", "font/woff2", include_bytes!("../assets/fonts/golos-latin.woff2")),
        ("golos-cyrillic.woff2", "font/woff2", include_bytes!("../assets/fonts/golos-cyrillic.woff2")),
        ("icon.svg", "image/svg+xml", include_bytes!("../assets/icon.svg")),
        ("htmx.js", SCRIPT, include_bytes!("../assets/htmx/htmx.min.js")),
        ("tereze.css", "text/css; charset=utf-8", STYLE.as_bytes()),
        ("office.css", "text/css; charset=utf-8", OFFICE_STYLE.as_bytes()),
        ("places.css", "text/css; charset=utf-8", PLACES_STYLE.as_bytes()),
        ("home.css", "text/css; charset=utf-8", HOME_STYLE.as_bytes()),
        ("map.css", "text/css; charset=utf-8", MAP_STYLE.as_bytes()),
        ("map-shared.js", SCRIPT, include_bytes!("../assets/map/map-shared.js")),
        ("map-library.js", SCRIPT, include_bytes!("../assets/map/map-library.js")),
        ("map-worker.js", SCRIPT, include_bytes!("../assets/map/map-worker.js")),
        ("map.js", SCRIPT, include_bytes!("../assets/map/map.js")),
        ("office.js", SCRIPT, include_bytes!("../assets/office.js")),
        ("photos.js", SCRIPT, include_bytes!("../assets/photos.js")),
        ("passkey.js", SCRIPT, include_bytes!("../assets/passkey.js")),
    ];
    let mut assets: Vec<Asset> = Vec::new();
    for (name, kind, bytes) in files {
        let bytes = match std::str::from_utf8(bytes) {
            Ok(text) if kind.starts_with("text/css") || kind == SCRIPT => {
                Cow::Owned(with_urls(text, &assets).into_bytes())
            }
            _ => Cow::Borrowed(bytes),
        };
        assets.push(Asset { name, url: format!("/assets/{}", hashed(name, &bytes)), kind, bytes });
    }
    assets
});

/// The layers of the style sheet, in their order.
pub(crate) const STYLE: &str = concat!(
    "@layer tokens, base, layout, components, print;\n",
    include_str!("../assets/css/tokens.css"),
    include_str!("../assets/css/base.css"),
    include_str!("../assets/css/layout.css"),
    include_str!("../assets/css/components.css"),
    include_str!("../assets/css/print.css"),
);

/// What only the pages of the office need.
pub(crate) const OFFICE_STYLE: &str = include_str!("../assets/css/office.css");

/// What only the pages of places need.
pub(crate) const PLACES_STYLE: &str = concat!(
    include_str!("../assets/css/places.css"),
    include_str!("../assets/css/photos.css"),
    include_str!("../assets/css/packages.css"),
);

/// What only the front page needs.
pub(crate) const HOME_STYLE: &str = include_str!("../assets/css/home.css");

/// What only maps and the sun need.
pub(crate) const MAP_STYLE: &str = include_str!("../assets/css/map.css");

/// The address of a file; a name that we do not have is its own, and answers 404.
pub(crate) fn url(name: &str) -> String {
    let known = ASSETS.iter().find(|asset| asset.name == name);
    known.map_or_else(|| format!("/assets/{name}"), |asset| asset.url.clone())
}

pub(crate) async fn serve(Path(file): Path<String>) -> Response {
    let wanted = ASSETS.iter().find(|asset| asset.url.strip_prefix("/assets/") == Some(file.as_str()));
    let Some(asset) = wanted else { return StatusCode::NOT_FOUND.into_response() };
    let headers = [(header::CONTENT_TYPE, asset.kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    (headers, asset.bytes.clone()).into_response()
}

/// `tereze.css` is `tereze.1f0c9a7be2d4.css`.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let mut hash = String::new();
    for byte in Sha256::digest(bytes).iter().take(6) {
        write!(hash, "{byte:02x}").expect("a string can be written to");
    }
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}.{hash}.{ending}"),
        None => format!("{name}.{hash}"),
    }
}

fn with_urls(style: &str, assets: &[Asset]) -> String {
    assets.iter().fold(style.to_owned(), |style, asset| style.replace(&format!("asset:{}", asset.name), &asset.url))
}
