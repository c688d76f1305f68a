//! A package to take along: as an archive and on paper.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use web::{Page, WebError};

use crate::archive::{self, Entry};
use crate::record::Package;
use crate::sheet::Sheet;
use crate::{Desk, paper};

/// What it is called when it is saved.
fn name(page: &Page, package: &Package, ending: &str) -> String {
    let title = if package.title.is_empty() { page.say("list-title").to_string() } else { package.title.clone() };
    format!("{title} {}.{ending}", page.today())
}

pub(crate) fn archive(page: &Page, desk: &Desk, package: &Package, sheets: &[Sheet]) -> Response {
    let mut entries = Vec::new();
    let mut credited = Vec::new();
    for sheet in sheets {
        let folder = archive::folder(sheet.number, &sheet.name);
        for (number, picture) in (1..).zip(&sheet.pictures) {
            let path = format!("{folder}/{}", picture.file_name(number));
            credited.push((path.clone(), picture));
            entries.push(Entry::Picture { path, photo: Box::new(picture.photo.clone()) });
        }
        entries.push(Entry::Text { path: format!("{folder}/facts.txt"), text: archive::facts(page, sheet) });
    }
    let shown: Vec<_> = sheets.iter().map(|sheet| (sheet.place.clone(), sheet.address.clone())).collect();
    let text = |path: &str, text: String| Entry::Text { path: path.to_owned(), text };
    entries.push(text("credits.txt", archive::credits(page, credited.into_iter())));
    entries.push(text("map.kml", archive::kml(&name(page, package, "kml"), page.language(), &shown)));
    entries.push(text("map.geojson", archive::geojson(page.language(), &shown)));
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_DISPOSITION, files::download_header(&name(page, package, "zip"))),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, archive::body(desk, entries, page.today())).into_response()
}

pub(crate) async fn pdf(page: &Page, desk: &Desk, package: &Package, sheets: &[Sheet]) -> Result<Response, WebError> {
    let bytes = paper::pdf(page, desk, package, sheets).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, files::download_header(&name(page, package, "pdf"))),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
