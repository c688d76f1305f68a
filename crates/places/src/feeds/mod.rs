//! Listed places for other programs: GeoJSON in the shape of OGC API Features, and KML for globes.

mod geojson;
mod kml;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use search::Question;
use web::{Form, Page, Permission, Routes, WebError};

use crate::Desk;
use crate::locations::area;

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new().get("/feeds/locations.geojson", Permission::Public, features).get(
        "/feeds/locations.kml",
        Permission::Public,
        placemarks,
    )
}

/// One page of the feed.
struct Asked {
    question: Question,
    bbox: String,
}

const USUAL: usize = 100;
const MOST: usize = 1_000;
const FARTHEST: usize = 10_000_000;

async fn features(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let asked = match Asked::read(&form) {
        Ok(asked) => asked,
        Err(wrong) => return Ok(refused(wrong)),
    };
    let found = desk.catalogue.ask(&asked.question).await?;
    let body = geojson::written(&desk, page.now(), &asked, &found).to_string();
    Ok(([(header::CONTENT_TYPE, "application/geo+json")], body).into_response())
}

async fn placemarks(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let asked = match Asked::read(&form) {
        Ok(asked) => asked,
        Err(wrong) => return Ok(refused(wrong)),
    };
    let found = desk.catalogue.ask(&asked.question).await?;
    let body = kml::written(&page, &desk, &found)?;
    let kind = "application/vnd.google-earth.kml+xml; charset=utf-8";
    let name = "attachment; filename=\"locations.kml\"";
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], body).into_response())
}

impl Asked {
    /// The name of the parameter that cannot be read, if there is one: programs want to be told.
    fn read(form: &Form) -> Result<Self, &'static str> {
        let number = |name: &'static str, usual: usize, most: usize| match form.typed(name) {
            "" => Ok(usual),
            typed => typed.parse::<usize>().map(|number| number.min(most)).map_err(|_| name),
        };
        let limit = number("limit", USUAL, MOST)?.max(1);
        let offset = number("offset", 0, FARTHEST)?;
        let bbox = form.typed("bbox");
        let area = match bbox {
            "" => None,
            typed => Some(area(typed).ok_or("bbox")?.1),
        };
        let text = form.typed("q").chars().take(300).collect();
        Ok(Self { question: Question { text, area, limit, offset, ..Question::default() }, bbox: bbox.to_owned() })
    }

    fn address(&self, offset: usize) -> String {
        let mut pairs = vec![("limit", self.question.limit.to_string()), ("offset", offset.to_string())];
        pairs.extend(Some(("bbox", self.bbox.clone())).filter(|(_, bbox)| !bbox.is_empty()));
        pairs.extend(Some(("q", self.question.text.clone())).filter(|(_, text)| !text.is_empty()));
        serde_urlencoded::to_string(pairs).unwrap_or_default()
    }
}

/// As OGC API has its exceptions.
fn refused(parameter: &str) -> Response {
    let told = serde_json::json!({ "code": "InvalidParameterValue", "description": parameter }).to_string();
    (StatusCode::BAD_REQUEST, [(header::CONTENT_TYPE, "application/json")], told).into_response()
}
