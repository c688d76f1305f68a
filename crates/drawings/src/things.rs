//! Small things that give a scene its measure.

use std::fmt::Write as _;

use crate::canvas::{Canvas, Point, shape, short};
use crate::colour::{Colour, hex};

pub(crate) const WARM: Colour = hex(0xffc768);

/// Somebody who stands and looks.
pub(crate) fn person((x, y): Point, tall: f64) -> String {
    let unit = tall / 20.0;
    let at = |number: f64| short(number * unit);
    format!(
        "M{} {}l{} -{}q{} -{} {} 0l{} {}zM{} {}a{r} {r} 0 1 1 .1 0z",
        short(x - 3.0 * unit),
        short(y),
        at(0.6),
        at(13.0),
        at(2.4),
        at(3.4),
        at(4.8),
        at(0.6),
        at(13.0),
        short(x),
        short(y - 15.2 * unit),
        r = at(2.3),
    )
}

/// A horse, which may carry somebody.
pub(crate) fn horse((x, y): Point, wide: f64, has_rider: bool) -> String {
    let unit = wide / 44.0;
    let steps: [(f64, f64); 24] = [
        (0.0, 0.0),
        (1.0, -14.0),
        (-3.0, -18.0),
        (1.0, -25.0),
        (6.0, -26.0),
        (22.0, -25.0),
        (28.0, -29.0),
        (34.0, -38.0),
        (37.0, -37.0),
        (43.0, -31.0),
        (41.0, -28.0),
        (35.0, -30.0),
        (32.0, -21.0),
        (31.0, -14.0),
        (32.0, 0.0),
        (29.0, 0.0),
        (28.0, -12.0),
        (24.0, -14.0),
        (10.0, -13.0),
        (8.0, -9.0),
        (9.0, 0.0),
        (6.0, 0.0),
        (4.0, -9.0),
        (3.0, 0.0),
    ];
    let outline: Vec<Point> = steps.iter().map(|(over, up)| (x + over * unit, y + up * unit)).collect();
    let mut path = fine(&outline);
    if has_rider {
        path.push_str(&person((x + 17.0 * unit, y - 16.0 * unit), 27.0 * unit));
    }
    path
}

/// A closed shape in tenths: for what is small.
pub(crate) fn fine(points: &[Point]) -> String {
    let mut path = String::new();
    for (at, (x, y)) in points.iter().enumerate() {
        let _ = write!(path, "{}{} {}", if at == 0 { "M" } else { "L" }, short(*x), short(*y));
    }
    path.push('z');
    path
}

/// A felt tent.
pub(crate) fn yurt(canvas: &mut Canvas, (x, y): Point, wide: f64, far: f64) {
    let felt = hex(0xf4ecdc);
    let is_left = canvas.light.is_from_left();
    let (light, dark) = (canvas.on(felt, 0.98, far), canvas.on(felt, 0.3, far));
    let fill = match is_left {
        true => canvas.across(&[(0.0, light, 1.0), (0.45, light, 1.0), (1.0, dark, 1.0)]),
        false => canvas.across(&[(0.0, dark, 1.0), (0.55, light, 1.0), (1.0, light, 1.0)]),
    };
    let w = |part: f64| short(part * wide);
    let body = format!(
        "M{} {}v-{}q{} -{} {} -{}h{}q{} {} {} {}v{}z",
        short(x - wide / 2.0),
        short(y),
        w(0.3),
        w(0.1),
        w(0.22),
        w(0.42),
        w(0.29),
        w(0.16),
        w(0.32),
        w(0.07),
        w(0.42),
        w(0.29),
        w(0.3)
    );
    canvas.fill_with(&body, &fill);
    let band = canvas.on(hex(0xa83a2c), 0.7, far);
    canvas.line(&format!("M{} {}h{}", short(x - wide * 0.485), short(y - wide * 0.31), w(0.97)), band, wide * 0.035);
    let door = if canvas.light.is_dark() { WARM } else { canvas.on(hex(0x8c3b28), 0.5, far) };
    canvas.rect((x - wide * 0.075, y - wide * 0.25), wide * 0.15, wide * 0.25, &door.code());
    let rim = canvas.on(hex(0x5a4638), 0.5, far);
    canvas.line(&format!("M{} {}h{}", short(x - wide * 0.07), short(y - wide * 0.595), w(0.14)), rim, wide * 0.03);
}

/// A house of one colour with rows of windows, which shine at night.
pub(crate) fn block(canvas: &mut Canvas, (x, y): Point, wide: f64, tall: f64, surface: Colour, far: f64) {
    let lit = if canvas.light.is_from_left() { 0.78 } else { 0.55 };
    let wall = canvas.on(surface, lit, far);
    canvas.rect((x, y - tall), wide, tall, &wall.code());
    // Far off by day one sees no windows.
    if far > 0.38 && !canvas.light.is_dark() {
        return;
    }
    let floors = (tall / 17.0).floor().max(1.0);
    let gap = tall / floors;
    let mut path = String::new();
    for floor in 0..floors as u32 {
        let _ = write!(
            path,
            "M{} {}h{}",
            short(x + wide * 0.08),
            short(y - tall + gap * (f64::from(floor) + 0.5)),
            short(wide * 0.86)
        );
    }
    let dark = canvas.on(hex(0x4c5a70), 0.45, far);
    if canvas.light.is_dark() {
        let glass = dark.mix(WARM, 0.75);
        let dash = format!("{} {} {} {}", short(gap * 0.4), short(gap * 0.35), short(gap * 0.4), short(gap * 1.3));
        canvas.dashes(&path, dark, gap * 0.42, &format!("{} {}", short(gap * 0.4), short(gap * 0.35)));
        canvas.dashes(&path, glass, gap * 0.42, &dash);
    } else {
        canvas.dashes(&path, dark, gap * 0.42, &format!("{} {}", short(gap * 0.4), short(gap * 0.35)));
    }
}

/// A tower of glass.
pub(crate) fn tower(canvas: &mut Canvas, (x, y): Point, wide: f64, tall: f64, surface: Colour, far: f64) {
    let (light, dark) = (canvas.on(surface, 0.95, far), canvas.on(surface, 0.25, far));
    let slant = canvas.dice.between(-0.25, 0.45) * wide;
    let cut = wide * canvas.dice.between(0.42, 0.6);
    let (left, right) = if canvas.light.is_from_left() { (light, dark) } else { (dark, light) };
    let top = y - tall;
    canvas.fill(&fine(&[(x, y), (x, top + slant.max(0.0)), (x + cut, top), (x + cut, y)]), left);
    canvas
        .fill(&fine(&[(x + cut, y), (x + cut, top), (x + wide, top + (-slant).max(0.0) + 6.0), (x + wide, y)]), right);
    let glass = if canvas.light.is_dark() { dark.mix(WARM, 0.8) } else { dark.mix(canvas.light.zenith, 0.4) };
    let path = format!(
        "M{} {}V{}M{} {}V{}",
        short(x + cut * 0.5),
        short(top + slant.max(0.0) + 16.0),
        short(y - 8.0),
        short(x + cut + (wide - cut) * 0.5),
        short(top + (-slant).max(0.0) + 20.0),
        short(y - 8.0)
    );
    let dash = if canvas.light.is_dark() { "5 4 5 13 5 6 9 9" } else { "6 5" };
    canvas.mark("<g opacity=\".7\">");
    canvas.dashes(&path, glass, wide * 0.3, dash);
    canvas.mark("</g>");
}

/// A half globe on a drum, ribbed.
pub(crate) fn dome(canvas: &mut Canvas, (x, y): Point, wide: f64, tall: f64, surface: Colour) {
    let (light, dark) = (canvas.on(surface, 1.0, 0.0), canvas.on(surface, 0.2, 0.0));
    let shine = canvas.on(surface.lift(0.12), 1.0, 0.0);
    let stops = match canvas.light.is_from_left() {
        true => [(0.0, light, 1.0), (0.3, shine, 1.0), (1.0, dark, 1.0)],
        false => [(0.0, dark, 1.0), (0.7, shine, 1.0), (1.0, light, 1.0)],
    };
    let fill = canvas.across(&stops);
    let path = format!(
        "M{} {}c{} -{} {} -{} {} -{}c{} {} {} {} {} {}z",
        short(x - wide / 2.0),
        short(y),
        short(-wide * 0.08),
        short(tall * 0.55),
        short(wide * 0.22),
        short(tall * 0.82),
        short(wide / 2.0),
        short(tall),
        short(wide * 0.28),
        short(tall * 0.18),
        short(wide * 0.58),
        short(tall * 0.45),
        short(wide / 2.0),
        short(tall)
    );
    canvas.fill_with(&path, &fill);
    let ribs = 9;
    let mut lines = String::new();
    for rib in 1..ribs {
        let part = f64::from(rib) / f64::from(ribs) - 0.5;
        let _ = write!(
            lines,
            "M{} {}C{} {} {} {} {} {}",
            short(x + part * wide),
            short(y),
            short(x + part * wide * 1.2),
            short(y - tall * 0.5),
            short(x + part * wide * 0.6),
            short(y - tall * 0.8),
            short(x),
            short(y - tall)
        );
    }
    canvas.mark("<g opacity=\".35\">");
    canvas.line(&lines, dark, wide * 0.012);
    canvas.mark("</g>");
    canvas.line(&format!("M{} {}v-{}", short(x), short(y - tall), short(tall * 0.16)), dark, wide * 0.02);
}

/// A pointed arch, as doors of the East have it.
pub(crate) fn arch((x, y): Point, wide: f64, tall: f64) -> String {
    format!(
        "M{} {}v-{}q0 -{} {} -{}q{} {} {} {}v{}z",
        short(x - wide / 2.0),
        short(y),
        short(tall * 0.62),
        short(tall * 0.28),
        short(wide / 2.0),
        short(tall * 0.38),
        short(wide / 2.0),
        short(tall * 0.1),
        short(wide / 2.0),
        short(tall * 0.38),
        short(tall * 0.62)
    )
}

/// Smoke that the wind takes.
pub(crate) fn smoke(canvas: &mut Canvas, (x, y): Point, size: f64) {
    let drift = canvas.dice.between(0.5, 1.0);
    let colour = canvas.light.haze.mix(canvas.light.lit, 0.5);
    for puff in 0..6 {
        let part = f64::from(puff);
        let (over, up) = (part * size * drift, part * size * 0.62);
        let radius = size * (0.34 + part * 0.17);
        canvas.mark(&format!("<g opacity=\"{:.2}\">", 0.6 - part * 0.08));
        canvas.circle((x + over, y - up), radius, &colour.code());
        canvas.mark("</g>");
    }
}

/// A mast of a power line.
pub(crate) fn pylon((x, y): Point, tall: f64) -> String {
    let (half, t) = (tall * 0.13, tall);
    format!(
        "M{} {}L{} {}L{} {}M{} {}h{}M{} {}h{}",
        short(x - half),
        short(y),
        short(x),
        short(y - t),
        short(x + half),
        short(y),
        short(x - half * 1.9),
        short(y - t * 0.78),
        short(half * 3.8),
        short(x - half * 1.4),
        short(y - t * 0.9),
        short(half * 2.8)
    )
}

/// A house with a pitched roof.
pub(crate) fn cottage(canvas: &mut Canvas, (x, y): Point, wide: f64, wall: Colour, roof: Colour, far: f64) {
    let tall = wide * 0.42;
    let is_white = canvas.season.is_white();
    let face = canvas.on(wall, 0.85, far);
    canvas.rect((x, y - tall), wide, tall, &face.code());
    let cover = if is_white { crate::land::SNOW } else { roof };
    let top = canvas.on(cover, 0.7, far);
    let eave = wide * 0.07;
    canvas.fill(
        &shape(&[
            (x - eave, y - tall + 2.0),
            (x + wide * 0.16, y - tall - wide * 0.3),
            (x + wide * 0.84, y - tall - wide * 0.3),
            (x + wide + eave, y - tall + 2.0),
        ]),
        top,
    );
    let glass = if canvas.light.night > 0.1 { WARM } else { canvas.on(hex(0x49617c), 0.5, far) };
    let path = format!("M{} {}h{}", short(x + wide * 0.12), short(y - tall * 0.55), short(wide * 0.76));
    canvas.dashes(&path, glass, tall * 0.36, &format!("{} {}", short(wide * 0.14), short(wide * 0.17)));
}
