use std::fmt::Write as _;

use crate::colour::Colour;
use crate::dice::Dice;
use crate::light::Light;
use crate::{SIZE, Season};

pub(crate) type Point = (f64, f64);

pub(crate) const WIDTH: f64 = 1200.0;
pub(crate) const HEIGHT: f64 = 800.0;

/// The sheet that is drawn on, from the back to the front.
pub(crate) struct Canvas {
    pub(crate) dice: Dice,
    pub(crate) light: Light,
    pub(crate) season: Season,
    marks: String,
    definitions: String,
    named: u32,
}

impl Canvas {
    pub(crate) fn new(seed: &str, light: Light, season: Season) -> Self {
        let (marks, definitions) = (String::new(), String::new());
        Self { dice: Dice::of(seed), light, season, marks, definitions, named: 0 }
    }

    pub(crate) fn finish(self) -> String {
        let (width, height) = SIZE;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\"><defs>{}</defs>{}</svg>",
            self.definitions, self.marks
        )
    }

    /// A surface in this light; see [`Light::on`].
    pub(crate) fn on(&self, surface: Colour, lit: f64, far: f64) -> Colour {
        self.light.on(surface, lit, far)
    }

    fn name(&mut self) -> String {
        self.named += 1;
        let letters = "abcdefghijklmnopqrstuvwxyz";
        let letter = letters.chars().nth(self.named as usize % 26).unwrap_or('z');
        format!("{letter}{}", self.named / 26)
    }

    pub(crate) fn mark(&mut self, mark: &str) {
        self.marks.push_str(mark);
    }

    pub(crate) fn fill(&mut self, path: &str, colour: Colour) {
        let _ = write!(self.marks, "<path d=\"{path}\" fill=\"{}\"/>", colour.code());
    }

    pub(crate) fn veil(&mut self, path: &str, colour: Colour, opacity: f64) {
        let _ = write!(self.marks, "<path d=\"{path}\" fill=\"{}\" opacity=\"{opacity:.2}\"/>", colour.code());
    }

    pub(crate) fn line(&mut self, path: &str, colour: Colour, width: f64) {
        let _ = write!(
            self.marks,
            "<path d=\"{path}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linecap=\"round\"/>",
            colour.code(),
            short(width)
        );
    }

    /// Strokes in dashes: windows of a house, sleepers of a track.
    pub(crate) fn dashes(&mut self, path: &str, colour: Colour, width: f64, dash: &str) {
        let _ = write!(
            self.marks,
            "<path d=\"{path}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-dasharray=\"{dash}\"/>",
            colour.code(),
            short(width)
        );
    }

    pub(crate) fn circle(&mut self, (x, y): Point, radius: f64, fill: &str) {
        let _ = write!(
            self.marks,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{fill}\"/>",
            short(x),
            short(y),
            short(radius)
        );
    }

    pub(crate) fn rect(&mut self, (x, y): Point, width: f64, height: f64, fill: &str) {
        let _ = write!(
            self.marks,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{fill}\"/>",
            short(x),
            short(y),
            short(width),
            short(height)
        );
    }

    /// From the top of what it fills to its foot; answers how it is used as a fill.
    pub(crate) fn down(&mut self, stops: &[(f64, Colour, f64)]) -> String {
        self.gradient("linearGradient", " x2=\"0\" y2=\"1\"", stops)
    }

    /// From left to right.
    pub(crate) fn across(&mut self, stops: &[(f64, Colour, f64)]) -> String {
        self.gradient("linearGradient", "", stops)
    }

    pub(crate) fn around(&mut self, place: &str, stops: &[(f64, Colour, f64)]) -> String {
        self.gradient("radialGradient", place, stops)
    }

    fn gradient(&mut self, kind: &str, place: &str, stops: &[(f64, Colour, f64)]) -> String {
        let name = self.name();
        let _ = write!(self.definitions, "<{kind} id=\"{name}\"{place}>");
        for (offset, colour, opacity) in stops {
            let _ = write!(self.definitions, "<stop offset=\"{offset:.2}\" stop-color=\"{}\"", colour.code());
            if *opacity < 1.0 {
                let _ = write!(self.definitions, " stop-opacity=\"{opacity:.2}\"");
            }
            self.definitions.push_str("/>");
        }
        let _ = write!(self.definitions, "</{kind}>");
        format!("url(#{name})")
    }

    pub(crate) fn fill_with(&mut self, path: &str, fill: &str) {
        let _ = write!(self.marks, "<path d=\"{path}\" fill=\"{fill}\"/>");
    }

    /// A shape, and what is painted on it and nowhere beside it.
    pub(crate) fn within(&mut self, path: &str, fill: &str, paint: impl FnOnce(&mut Self)) {
        let (shape, clip) = (self.name(), self.name());
        let _ = write!(self.marks, "<path id=\"{shape}\" d=\"{path}\" fill=\"{fill}\"/>");
        let _ = write!(self.definitions, "<clipPath id=\"{clip}\"><use href=\"#{shape}\"/></clipPath>");
        let _ = write!(self.marks, "<g clip-path=\"url(#{clip})\">");
        paint(self);
        self.marks.push_str("</g>");
    }

    /// What is painted, and again upside down below a line, faded: still water.
    pub(crate) fn mirrored(&mut self, line: f64, opacity: f64, paint: impl FnOnce(&mut Self)) {
        let name = self.name();
        let _ = write!(self.marks, "<g id=\"{name}\">");
        paint(self);
        let twice = short(line * 2.0);
        let clip = self.name();
        let _ =
            write!(self.definitions, "<clipPath id=\"{clip}\"><path d=\"M0 {}H1200V800H0z\"/></clipPath>", short(line));
        let _ = write!(
            self.marks,
            "</g><g clip-path=\"url(#{clip})\"><use href=\"#{name}\" transform=\"matrix(1 0 0 -1 0 {twice})\" \
             opacity=\"{opacity:.2}\"/></g>"
        );
    }

    /// What is painted, moved and scaled.
    pub(crate) fn placed(&mut self, (x, y): Point, scale: f64, paint: impl FnOnce(&mut Self)) {
        let _ = write!(self.marks, "<g transform=\"translate({} {})scale({scale:.2})\">", short(x), short(y));
        paint(self);
        self.marks.push_str("</g>");
    }
}

/// A path through points, written in small steps.
pub(crate) fn track(points: &[Point]) -> String {
    let mut path = String::new();
    let (mut at_x, mut at_y) = (0, 0);
    for (at, (x, y)) in points.iter().enumerate() {
        let (x, y) = (x.round() as i32, y.round() as i32);
        let (step_x, step_y) = (x - at_x, y - at_y);
        if at == 0 {
            let _ = write!(path, "M{x} {y}l");
        } else if step_x != 0 || step_y != 0 {
            let space = if at > 1 && step_x >= 0 { " " } else { "" };
            let between = if step_y < 0 { "" } else { " " };
            let _ = write!(path, "{space}{step_x}{between}{step_y}");
        }
        (at_x, at_y) = (x, y);
    }
    path
}

/// A closed shape.
pub(crate) fn shape(points: &[Point]) -> String {
    format!("{}z", track(points))
}

/// From a line of points down to a foot.
pub(crate) fn ground(points: &[Point], foot: f64) -> String {
    let (first, last) = (points.first().map_or(0.0, |point| point.0), points.last().map_or(WIDTH, |point| point.0));
    format!("{}L{} {foot}H{}z", track(points), last.round(), first.round())
}

/// A number without needless digits.
pub(crate) fn short(number: f64) -> String {
    let tenths = (number * 10.0).round() / 10.0;
    if tenths.fract().abs() < 0.05 { format!("{tenths:.0}") } else { format!("{tenths:.1}") }
}
