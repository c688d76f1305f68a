//! The parts of a map that need no page.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;

use super::frame::Frame;
use super::gather::{Mark, gather};
use super::points::Point;
use super::tiles::Tiles;
use crate::Position;

fn point(number: u8, latitude: f64, longitude: f64) -> Point {
    let position = Position::new(latitude, longitude).unwrap();
    Point { slug: format!("place-{number}"), name: format!("Place {number}"), kind: "kind-canyon", position }
}

fn frame(text: &str) -> Option<Frame> {
    text.parse().ok()
}

#[test]
fn a_frame_is_read_as_it_is_written_and_nonsense_is_none() {
    let kept = frame("46.5,40.25,87,55.5").unwrap();
    assert_eq!(kept.to_string(), "46.5000,40.2500,87.0000,55.5000");
    for text in ["", "1,2,3", "1,2,3,4,5", "5,5,1,1", "0,0,0,0", "0,-89,1,89", "NaN,0,1,1", "0,0,inf,1", "-181,0,1,1"] {
        assert_eq!(frame(text), None, "{text}");
    }
}

#[test]
fn a_single_point_is_looked_at_with_its_surroundings() {
    let around = Frame::around([Position::new(43.3, 79.0).unwrap()]).unwrap();
    assert!(around.east - around.west >= 0.39 && around.north - around.south >= 0.39, "{around:?}");
    assert!(Frame::around([]).is_none());
    // At the edges of the world a frame ends there.
    assert!(Frame::around([Position::new(89.0, 179.9).unwrap()]).is_none_or(|frame| frame.east <= 180.0));
}

#[test]
fn north_is_up_and_east_is_right() {
    let fit = frame("50,40,80,56").unwrap().fit(640.0, 520.0);
    let (middle, north, east) = (fit.dot(65.0, 48.0), fit.dot(65.0, 52.0), fit.dot(70.0, 48.0));
    assert!(north.1 < middle.1 && east.0 > middle.0, "{middle:?} {north:?} {east:?}");
    for corner in [(50.0, 40.0), (80.0, 56.0)] {
        assert!(fit.is_inside(fit.dot(corner.0, corner.1)), "{corner:?}");
    }
}

#[test]
fn near_points_are_one_cluster_that_leads_to_all_of_them() {
    let fit = frame("50,40,80,56").unwrap().fit(640.0, 520.0);
    let points = [point(1, 43.0, 77.0), point(2, 43.1, 77.1), point(3, 50.0, 60.0), point(4, 20.0, 77.0)];
    let marks = gather(&points, &fit);
    assert_eq!(marks.len(), 2, "and what is outside is left away");
    let cluster =
        marks.iter().map(|(_, mark)| mark).find(|mark| matches!(mark, Mark::Cluster(points) if points.len() == 2));
    let near = cluster.unwrap().frame().unwrap();
    let near_fit = near.fit(640.0, 520.0);
    assert!(points[..2].iter().all(|point| near_fit.is_inside(near_fit.place(&point.position))));
    // Near enough, they are told apart.
    assert_eq!(gather(&points, &near_fit).len(), 2);
}

#[test]
fn there_are_never_more_marks_than_one_can_choose_from() {
    let fit = frame("50,40,80,56").unwrap().fit(640.0, 520.0);
    let grid = (0..240_u8).map(|number| {
        let (row, column) = (f64::from(number / 20), f64::from(number % 20));
        point(number, 40.5 + row * 1.2, 50.5 + column * 1.45)
    });
    let points: Vec<Point> = grid.collect();
    let marks = gather(&points, &fit);
    assert!(marks.len() <= 40, "{}", marks.len());
    let all: usize = marks
        .iter()
        .map(|(_, mark)| match mark {
            Mark::Pin(_) => 1,
            Mark::Cluster(points) => points.len(),
        })
        .sum();
    assert_eq!(all, 240, "and none is lost");
}

async fn ask(tiles: &Tiles, headers: &[(header::HeaderName, &str)]) -> (Response, String) {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        map.insert(name, HeaderValue::from_str(value).unwrap());
    }
    let (parts, body) = tiles.answer(&map).await.unwrap().into_parts();
    let bytes = axum::body::to_bytes(body, 10_000_000).await.unwrap();
    (Response::from_parts(parts, Body::empty()), String::from_utf8(bytes.to_vec()).unwrap())
}

fn told(response: &Response, name: header::HeaderName) -> &str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn tiles_are_handed_out_in_the_parts_that_are_asked_for() {
    let path = testkit::scratch_folder("tiles").join("country.pmtiles");
    std::fs::write(&path, "0123456789").unwrap();
    let tiles = Tiles::at(&path).unwrap();
    for (range, status, text, part) in [
        ("bytes=0-3", 206, "0123", "bytes 0-3/10"),
        ("bytes=7-", 206, "789", "bytes 7-9/10"),
        ("bytes=-2", 206, "89", "bytes 8-9/10"),
        ("bytes=8-99", 206, "89", "bytes 8-9/10"),
        ("bytes=10-12", 416, "", "bytes */10"),
        ("bytes=-0", 416, "", "bytes */10"),
        ("bytes=5-3", 200, "0123456789", ""),
        ("lines=0-3", 200, "0123456789", ""),
        ("bytes=0-1,4-5", 200, "0123456789", ""),
    ] {
        let (response, body) = ask(&tiles, &[(header::RANGE, range)]).await;
        assert_eq!(response.status().as_u16(), status, "{range}");
        assert_eq!((body.as_str(), told(&response, header::CONTENT_RANGE)), (text, part), "{range}");
    }
    let (whole, body) = ask(&tiles, &[]).await;
    assert_eq!((whole.status(), body.as_str()), (StatusCode::OK, "0123456789"));
    assert_eq!(told(&whole, header::ACCEPT_RANGES), "bytes");
    let tag = told(&whole, header::ETAG).to_owned();
    let (same, _) = ask(&tiles, &[(header::IF_NONE_MATCH, &tag)]).await;
    assert_eq!(same.status(), StatusCode::NOT_MODIFIED);
    let (part, _) = ask(&tiles, &[(header::RANGE, "bytes=0-3"), (header::IF_RANGE, &tag)]).await;
    assert_eq!(part.status(), StatusCode::PARTIAL_CONTENT);
    // The file was replaced: a part of the new one does not go with parts of the old one.
    let (other, body) = ask(&tiles, &[(header::RANGE, "bytes=0-3"), (header::IF_RANGE, "\"old\"")]).await;
    assert_eq!((other.status(), body.as_str()), (StatusCode::OK, "0123456789"));
    std::fs::remove_file(&path).unwrap();
    let (gone, _) = ask(&tiles, &[(header::RANGE, "bytes=0-3")]).await;
    assert_eq!(gone.status(), StatusCode::NOT_FOUND);
}

#[test]
fn only_a_file_of_tiles_is_one() {
    for path in ["/etc/passwd", "/srv/map.mbtiles", "/srv/a b.pmtiles", "/srv/"] {
        assert!(Tiles::at(std::path::Path::new(path)).is_none(), "{path}");
    }
}
