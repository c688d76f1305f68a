//! The map as a picture, with a link at each point.

#![expect(clippy::float_arithmetic, reason = "dots of a drawing are no money")]

use std::fmt::Write;

use kernel::Language;

use super::frame::{Fit, Frame};
use super::ground::{Ground, Layer, Ring};

/// A drawing about to be written.
pub(crate) struct Drawing {
    svg: String,
    fit: Fit,
    /// Where something is written already: left, top, right, bottom.
    taken: Vec<[f64; 4]>,
}

/// Edges shorter than that do not show.
const FINEST: f64 = 1.2;

impl Drawing {
    /// `title` is already in the reader's language.
    pub(crate) fn new(frame: &Frame, width: u16, height: u16, title: &str) -> Self {
        let fit = frame.fit(f64::from(width), f64::from(height));
        let mut drawing = Self { svg: String::new(), fit, taken: Vec::new() };
        let title = escaped(title);
        drawing.put(format_args!(
            "<svg class=\"map-drawing\" viewBox=\"0 0 {width} {height}\" role=\"group\" aria-label=\"{title}\">\
             <rect class=\"map-sea\" width=\"{width}\" height=\"{height}\"/>"
        ));
        drawing
    }

    pub(crate) fn fit(&self) -> Fit {
        self.fit
    }

    pub(crate) fn ground(&mut self, ground: &Ground) {
        for layer in [Layer::Land, Layer::Country, Layer::Lake] {
            let mut path = String::new();
            for (_, ring) in ground.areas.iter().filter(|(of, _)| *of == layer) {
                area(&mut path, &self.fit, ring);
            }
            if !path.is_empty() {
                self.put(format_args!("<path class=\"{}\" d=\"{path}\"/>", layer.class()));
            }
        }
    }

    /// Names of cities where there is room, the largest first.
    pub(crate) fn cities(&mut self, ground: &Ground, language: Language) {
        let mut cities: Vec<_> = ground.cities.iter().collect();
        cities.sort_by_key(|city| city.size);
        for city in cities {
            let (x, y) = self.fit.place(&city.position);
            let Some(name) = city.names.or_other(language) else { continue };
            if self.fit.is_inside((x, y)) && self.take(x + 5.0, y, name) {
                self.put(format_args!(
                    "<circle class=\"map-city\" cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"2.5\"/>\
                     <text class=\"map-name\" x=\"{:.0}\" y=\"{:.0}\">{}</text>",
                    x + 6.0,
                    y + 4.0,
                    escaped(name)
                ));
            }
        }
    }

    /// A place, leading to its page.
    pub(crate) fn pin(&mut self, (x, y): (f64, f64), href: &str, name: &str, said: &str) {
        let (href, label) = (escaped(href), escaped(said));
        self.put(format_args!(
            "<a class=\"map-point\" href=\"{href}\" aria-label=\"{label}\"><title>{label}</title>\
             <circle class=\"map-hit\" cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"23\"/>\
             <circle class=\"map-pin\" cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"8\"/>"
        ));
        let mark = [x - 9.0, y - 9.0, x + 9.0, y + 9.0];
        self.taken.push(mark);
        if self.take(x + 11.0, y, name) {
            self.put(format_args!(
                "<text class=\"map-name map-name-pin\" x=\"{:.0}\" y=\"{:.0}\">{}</text>",
                x + 12.0,
                y + 4.5,
                escaped(name)
            ));
        }
        self.svg.push_str("</a>");
    }

    /// Several places, leading to a map of them.
    pub(crate) fn cluster(&mut self, (x, y): (f64, f64), href: &str, count: usize, said: &str) {
        let (href, label) = (escaped(href), escaped(said));
        self.put(format_args!(
            "<a class=\"map-point\" href=\"{href}\" aria-label=\"{label}\"><title>{label}</title>\
             <circle class=\"map-hit\" cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"23\"/>\
             <circle class=\"map-cluster\" cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"15\"/>\
             <text class=\"map-count\" text-anchor=\"middle\" x=\"{x:.0}\" y=\"{:.0}\">{count}</text></a>",
            y + 4.5
        ));
        self.taken.push([x - 16.0, y - 16.0, x + 16.0, y + 16.0]);
    }

    /// A place that one is already at.
    pub(crate) fn here(&mut self, position: &crate::Position, name: &str) {
        let (x, y) = self.fit.place(position);
        self.put(format_args!(
            "<circle class=\"map-halo\" cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"15\"/>\
             <circle class=\"map-pin\" cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"8\"/>"
        ));
        self.taken.push([x - 16.0, y - 16.0, x + 16.0, y + 16.0]);
        if self.take(x + 16.0, y, name) {
            self.put(format_args!(
                "<text class=\"map-name map-name-pin\" x=\"{:.0}\" y=\"{:.0}\">{}</text>",
                x + 17.0,
                y + 4.5,
                escaped(name)
            ));
        }
    }

    pub(crate) fn finish(mut self) -> String {
        self.svg.push_str("</svg>");
        self.svg
    }

    /// Keeps room for a line of text, if there is any.
    fn take(&mut self, x: f64, y: f64, text: &str) -> bool {
        #[expect(clippy::cast_precision_loss, clippy::as_conversions, reason = "names are short")]
        let wide = text.chars().count() as f64 * 7.4;
        let wanted = [x, y - 8.0, x + wide, y + 8.0];
        let [left, top, right, bottom] = wanted;
        let meets = |other: &[f64; 4]| {
            let [other_left, other_top, other_right, other_bottom] = *other;
            left < other_right && right > other_left && top < other_bottom && bottom > other_top
        };
        let has_room = right <= self.fit.width && !self.taken.iter().any(meets);
        if has_room {
            self.taken.push(wanted);
        }
        has_room
    }

    fn put(&mut self, piece: std::fmt::Arguments<'_>) {
        self.svg.write_fmt(piece).expect("a string can be written to");
    }
}

/// The part of an area that the drawing shows, in whole dots from corner to corner.
fn area(path: &mut String, fit: &Fit, ring: &Ring) {
    let dots: Vec<(f64, f64)> = ring.iter().map(|[longitude, latitude]| fit.dot(*longitude, *latitude)).collect();
    let dots = within(&dots, fit);
    let mut last: Option<(f64, f64)> = None;
    let mut corners = 0;
    let start = path.len();
    for (x, y) in dots {
        let (x, y) = (x.round(), y.round());
        match last {
            None => write!(path, "M{x} {y}").expect("a string can be written to"),
            Some((from_x, from_y)) if (from_x - x).hypot(from_y - y) < FINEST => continue,
            Some((from_x, from_y)) => {
                let over = x - from_x;
                let up = y - from_y;
                write!(path, "l{over} {up}").expect("a string can be written to");
                corners += 1;
            }
        }
        last = Some((x, y));
    }
    if corners < 2 {
        path.truncate(start);
    } else {
        path.push('z');
    }
}

/// Cut to the drawing and a little more, so that edges made by the cut stay outside.
fn within(dots: &[(f64, f64)], fit: &Fit) -> Vec<(f64, f64)> {
    const ROOM: f64 = 8.0;
    let sides: [(bool, f64, f64); 4] =
        [(true, -ROOM, 1.0), (true, fit.width + ROOM, -1.0), (false, -ROOM, 1.0), (false, fit.height + ROOM, -1.0)];
    let mut inside = dots.to_vec();
    for (is_over, at, sign) in sides {
        let axis = |dot: &(f64, f64)| if is_over { dot.0 } else { dot.1 };
        let mut kept = Vec::with_capacity(inside.len());
        let before = inside.iter().cycle().skip(inside.len().saturating_sub(1));
        for (from, to) in before.zip(&inside) {
            let (was, is) = ((axis(from) - at) * sign >= 0.0, (axis(to) - at) * sign >= 0.0);
            if was != is {
                let share = (at - axis(from)) / (axis(to) - axis(from));
                kept.push((from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1)));
            }
            if is {
                kept.push(*to);
            }
        }
        inside = kept;
    }
    inside
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
