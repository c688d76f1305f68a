use askama::Template;
use search::Question;
use web::{Page, WebError};

use super::drawing::Drawing;
use super::frame::Frame;
use super::gather::{Mark, gather};
use super::points::Point;
use super::whereabouts::whereabouts;
use crate::locations::{Asked, Layout};
use crate::record::shown::Shown;
use crate::{Desk, Position};

#[derive(Template)]
#[template(path = "map/panel.html")]
struct Panel<'p> {
    page: &'p Page,
    svg: String,
    frame: Frame,
    whole: Option<Frame>,
    credit: &'p str,
    tiles: Option<String>,
    has_ground: bool,
    /// Of the list and of the points, each ready for one more `&name=value`.
    list_address: String,
    points_address: String,
    shown: usize,
    total: usize,
    area_less: Option<String>,
    area_out: Option<String>,
    is_open: bool,
}

/// The id of the list that says the same in words.
const LIST: &str = "found";

/// The map takes no more; a list that is longer says so.
const MOST: usize = 2_000;

/// Wider than high, and on a telephone still large enough for fingers.
const WIDTH: u16 = 640;
const HEIGHT: u16 = 480;

const SMALL_WIDTH: u16 = 480;
const SMALL_HEIGHT: u16 = 300;

/// What is around one place, in degrees to each side.
const AROUND: f64 = 2.2;

impl Panel<'_> {
    fn list(&self) -> &'static str {
        LIST
    }
}

/// The map beside a list, of everything that was found and not only of one page: HTML.
pub(crate) async fn panel(page: &Page, desk: &Desk, asked: &Asked) -> Result<String, WebError> {
    let points = points(page, desk, asked).await?;
    Ok(drawn(page, desk, asked, &points).render()?)
}

pub(super) async fn points(page: &Page, desk: &Desk, asked: &Asked) -> Result<Vec<Point>, WebError> {
    let question = Question { offset: 0, limit: MOST, count: Vec::new(), ..asked.question() };
    let found = desk.catalogue.ask(&question).await?;
    Ok(found.cards.iter().filter_map(|card| Point::of_card(card, page.language())).collect())
}

fn drawn<'p>(page: &'p Page, desk: &'p Desk, asked: &Asked, points: &[Point]) -> Panel<'p> {
    let ground = desk.ground.as_deref();
    let world = Frame { west: -170.0, south: -60.0, east: 170.0, north: 75.0 };
    let everywhere = Frame::around(points.iter().map(|point| point.position)).or(ground.map(|ground| ground.frame));
    let area = asked.area.as_ref().and_then(|(typed, _)| typed.parse::<Frame>().ok());
    let frame = area.or(everywhere).unwrap_or(world);
    let question = Asked { area: None, page: 0, view: Layout::List, ..asked.clone() };
    let list_address = with(&page.link("locations"), &question.query());
    let link = |area: &Frame| format!("{list_address}bbox={area}&view=map");
    let in_area = Asked { page: 0, view: Layout::List, ..asked.clone() };
    let mut drawing = Drawing::new(&frame, WIDTH, HEIGHT, &page.say("map-title").to_string());
    if let Some(ground) = ground {
        drawing.ground(ground);
    }
    let fit = drawing.fit();
    let marks = gather(points, &fit);
    let shown = points.iter().filter(|point| fit.is_inside(fit.place(&point.position))).count();
    // Clusters first: a name must not be written over one.
    for (dot, mark) in &marks {
        if let (Mark::Cluster(points), Some(area)) = (mark, mark.frame()) {
            drawing.cluster(*dot, &link(&area), points.len(), &said_of_cluster(page, points));
        }
    }
    for (dot, mark) in &marks {
        if let Mark::Pin(point) = mark {
            let href = page.link(format!("locations/{}", point.slug));
            drawing.pin(*dot, &href, &point.name, &said_of_pin(page, desk, point));
        }
    }
    if let Some(ground) = ground {
        drawing.cities(ground, page.language());
    }
    Panel {
        page,
        svg: drawing.finish(),
        frame,
        whole: ground.map(|ground| ground.frame),
        credit: ground.map_or("", |ground| &ground.credit),
        tiles: desk.tiles.as_ref().map(|tiles| format!("/map/{}", tiles.name())),
        has_ground: ground.is_some(),
        points_address: with(&page.link("locations/map.geojson"), &in_area.query()),
        shown,
        total: points.len(),
        area_less: area.map(|_| format!("{list_address}view=map")),
        area_out: area.and_then(Frame::zoomed_out).map(|area| link(&area)),
        list_address,
        is_open: asked.view == Layout::Map,
    }
}

/// A small picture of where one place is, for its page: HTML. Nothing where nobody may know.
pub(crate) fn small(page: &Page, desk: &Desk, place: &Shown) -> Option<String> {
    let point = Point::of(place, page.language())?;
    let ground = desk.ground.as_deref()?;
    let frame = around(&point.position)?;
    let mut drawing =
        Drawing::new(&frame, SMALL_WIDTH, SMALL_HEIGHT, &page.say("map-of").with("place", &point.name).to_string());
    drawing.ground(ground);
    drawing.here(&point.position, &point.name);
    drawing.cities(ground, page.language());
    Some(drawing.finish())
}

/// What is looked at to see where a place is.
#[expect(clippy::float_arithmetic, reason = "degrees are no money")]
pub(crate) fn around(at: &Position) -> Option<Frame> {
    Frame::new(at.longitude - 2.0 * AROUND, at.latitude - AROUND, at.longitude + 2.0 * AROUND, at.latitude + AROUND)
}

/// A place in words: its name, what it is, where.
pub(super) fn said_of_pin(page: &Page, desk: &Desk, point: &Point) -> String {
    let place = page.say("map-pin").with("name", &point.name).with("kind", page.say(point.kind)).to_string();
    match whereabouts(page, desk.ground.as_deref(), &point.position) {
        Some(place_in_words) => format!("{place}. {place_in_words}"),
        None => place,
    }
}

pub(super) fn said_of_cluster(page: &Page, points: &[&Point]) -> String {
    let names: Vec<&str> = points.iter().take(3).map(|point| point.name.as_str()).collect();
    page.say("map-cluster").with("names", names.join(", ")).count("count", points.len()).to_string()
}

fn with(address: &str, query: &str) -> String {
    match query {
        "" => format!("{address}?"),
        query => format!("{address}?{query}&"),
    }
}
