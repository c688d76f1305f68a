use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use web::{Form, Page, WebError};

use super::frame::Frame;
use super::gather::{Mark, gather};
use super::panel;
use super::whereabouts::whereabouts;
use crate::locations::{Asked, Names};
use crate::{Desk, find};

/// The ground, and the operator's tiles.
pub(super) async fn file(
    State(desk): State<Desk>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    match (&desk.ground, &desk.tiles) {
        (Some(ground), _) if file == "base.json" => {
            let tag = format!("\"{}\"", ground.tag);
            if headers.get(header::IF_NONE_MATCH).is_some_and(|sent| sent.as_bytes() == tag.as_bytes()) {
                return Ok(StatusCode::NOT_MODIFIED.into_response());
            }
            let mut response = ground.text.clone().into_response();
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/geo+json"));
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=86400"));
            headers.insert(header::ETAG, HeaderValue::from_str(&tag).expect("a hash in quotes is a header"));
            Ok(response)
        }
        (_, Some(tiles)) if file == tiles.name() => Ok(tiles.answer(&headers).await?),
        _ => Err(WebError::NotFound),
    }
}

/// Pins and clusters of what the list shows, for the part of the map that is looked at. `frame` is that part, `width`
/// and `height` its dots; all else is the question of the list.
pub(super) async fn points(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let Ok(frame) = form.typed("frame").parse::<Frame>() else {
        return Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response());
    };
    let dots = |field: &str| form.typed(field).parse::<u16>().unwrap_or(640).clamp(160, 4_000);
    let fit = frame.fit(f64::from(dots("width")), f64::from(dots("height")));
    let destinations = find::list_destinations(&desk.store).await?;
    let asked = Asked::read(&form, &desk, &Names::new(&page, &destinations));
    let points = panel::points(&page, &desk, &asked).await?;
    let features: Vec<Value> =
        gather(&points, &fit).into_iter().filter_map(|(_, mark)| feature(&page, &desk, &mark)).collect();
    let mut response = json!({"type": "FeatureCollection", "features": features}).to_string().into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/geo+json"));
    Ok(response)
}

fn feature(page: &Page, desk: &Desk, mark: &Mark<'_>) -> Option<Value> {
    let position = mark.position()?;
    let properties = match mark {
        Mark::Pin(point) => json!({
            "slug": point.slug,
            "name": point.name,
            "kind": page.say(point.kind).to_string(),
            "where": whereabouts(page, desk.ground.as_deref(), &point.position),
            "href": page.link(format!("locations/{}", point.slug)),
            "said": panel::said_of_pin(page, desk, point),
        }),
        Mark::Cluster(points) => {
            let frame = mark.frame()?;
            json!({
                "count": points.len(),
                "names": points.iter().take(3).map(|point| point.name.as_str()).collect::<Vec<_>>(),
                "frame": [frame.west, frame.south, frame.east, frame.north],
                "said": panel::said_of_cluster(page, points),
            })
        }
    };
    Some(json!({
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Point", "coordinates": [position.longitude, position.latitude]},
    }))
}
