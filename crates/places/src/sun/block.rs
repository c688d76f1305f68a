use askama::Template;
use kernel::Day;
use light::{Daylight, Position};
use web::{Page, WebError};

use super::told::{self, Line};
use crate::Desk;
use crate::record::shown::Shown;

#[derive(Template)]
#[template(path = "sun/block.html")]
struct Block<'p> {
    page: &'p Page,
    slug: &'p str,
    day: Day,
    dial: String,
    lines: Vec<Line>,
    length: Option<String>,
    remark: Option<&'static str>,
    warning: Option<(&'static str, usize)>,
    noon: String,
}

/// The light of a day in short, for the page of a place: HTML. Nothing where the place has no position.
pub(crate) fn block(page: &Page, desk: &Desk, place: &Shown, day: Day) -> Result<Option<String>, WebError> {
    let Some(light) = over(desk, place, day) else { return Ok(None) };
    let short = ["sun-sunrise", "sun-golden-until", "sun-golden-from", "sun-sunset"];
    let block = Block {
        page,
        slug: &place.slug,
        day,
        dial: told::dial(page, place, day, &light),
        lines: told::lines(page, &light).into_iter().filter(|line| short.contains(&line.label)).collect(),
        length: light.length().map(|minutes| told::duration(page, minutes)),
        remark: told::remark(&light),
        warning: told::warning(&light),
        noon: told::time(&light, light.noon.at),
    };
    Ok(Some(block.render()?))
}

/// The light over a place as far as the reader may know where that is.
pub(super) fn over(desk: &Desk, place: &Shown, day: Day) -> Option<Daylight> {
    let position = place.position?;
    Daylight::of(Position::new(position.latitude, position.longitude)?, day, &desk.zone)
}
