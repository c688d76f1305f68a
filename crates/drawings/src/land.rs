//! What many scenes are made of: ridges with their shadows and snow, trees, grass, water.

use std::fmt::Write as _;

use crate::canvas::{Canvas, HEIGHT, Point, WIDTH, ground, shape, short};
use crate::colour::{Colour, hex};

pub(crate) const SNOW: Colour = hex(0xf6f9ff);

/// A line of hills across the sheet.
#[derive(Clone, Copy)]
pub(crate) struct Ridge {
    /// Where its foot is.
    pub(crate) foot: f64,
    pub(crate) height: f64,
    /// How many of its waves fit the sheet.
    pub(crate) waves: f64,
    pub(crate) form: Form,
    pub(crate) step: f64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Old hills and grass.
    Soft,
    /// Young mountains.
    Sharp,
    /// Tables with steep edges.
    Table,
}

impl Ridge {
    pub(crate) fn soft(foot: f64, height: f64, waves: f64) -> Self {
        Self { foot, height, waves, form: Form::Soft, step: 24.0 }
    }

    pub(crate) fn sharp(foot: f64, height: f64, waves: f64) -> Self {
        Self { foot, height, waves, form: Form::Sharp, step: 17.0 }
    }

    pub(crate) fn table(foot: f64, height: f64, waves: f64) -> Self {
        Self { foot, height, waves, form: Form::Table, step: 13.0 }
    }

    pub(crate) fn points(&self, canvas: &mut Canvas) -> Vec<Point> {
        let noise = canvas.dice.noise();
        let start = canvas.dice.between(0.0, 50.0);
        let mut points = Vec::new();
        let mut x = -20.0;
        while x < WIDTH + 20.0 + self.step {
            let at = start + x / WIDTH * self.waves;
            let part = match self.form {
                Form::Soft => noise.rough(at, 3),
                Form::Sharp => ((noise.sharp(at, 5) - 0.22) / 0.72).clamp(0.0, 1.1).powf(1.15),
                Form::Table => {
                    let raw = noise.rough(at, 3) * 4.2;
                    let (floor, rest) = (raw.floor(), raw.fract());
                    (floor + ((rest - 0.55) * 6.0).clamp(0.0, 1.0)) / 4.2 + noise.rough(at * 9.0, 2) * 0.03
                }
            };
            points.push((x, self.foot - part * self.height));
            x += self.step * canvas.dice.between(0.7, 1.3);
        }
        points
    }

    /// In one colour, down to the foot of the sheet.
    pub(crate) fn fill(&self, canvas: &mut Canvas, surface: Colour, far: f64) -> Vec<Point> {
        let points = self.points(canvas);
        let colour = canvas.on(surface, 0.62, far);
        canvas.fill(&ground(&points, HEIGHT), colour);
        points
    }

    /// With lit and shaded sides, and with snow above a line.
    pub(crate) fn massif(&self, canvas: &mut Canvas, surface: Colour, far: f64, snow_line: Option<f64>) -> Vec<Point> {
        let points = self.points(canvas);
        let (lit, dark) = (canvas.on(surface, 0.85, far), canvas.on(surface, 0.12, far));
        let foot = canvas.on(surface, 0.6, (far + 0.28).min(0.95));
        let fill = canvas.down(&[(0.0, lit, 1.0), (1.0, foot, 1.0)]);
        canvas.fill_with(&ground(&points, self.foot + 60.0), &fill);
        if let Some(line) = snow_line {
            let snow = canvas.on(SNOW, 0.96, far * 0.72);
            let caps = caps(canvas, &points, line);
            canvas.fill(&caps, snow);
        }
        let shadows = shadows(canvas, &points, self.foot, self.height);
        canvas.veil(&shadows, dark, 0.62);
        points
    }
}

/// Snow on what reaches above a line, with tongues down the gullies.
fn caps(canvas: &mut Canvas, points: &[Point], line: f64) -> String {
    let mut path = String::new();
    let mut run: Vec<Point> = Vec::new();
    for point in points.iter().copied().chain([(WIDTH + 40.0, HEIGHT)]) {
        if point.1 < line {
            run.push(point);
            continue;
        }
        if run.len() > 2 {
            let mut closed = run.clone();
            for (at, (x, y)) in run.iter().rev().enumerate() {
                let deep = (line - y).max(0.0);
                let tongue = if at % 2 == 0 { canvas.dice.between(0.75, 1.25) } else { canvas.dice.between(0.3, 0.6) };
                closed.push((x + canvas.dice.between(-7.0, 7.0), y + deep * tongue + 3.0));
            }
            path.push_str(&shape(&closed));
        }
        run.clear();
    }
    path
}

/// The sides of peaks that the light does not reach.
pub(crate) fn shadows(canvas: &mut Canvas, points: &[Point], foot: f64, height: f64) -> String {
    let is_from_left = canvas.light.is_from_left();
    let line: Vec<Point> = if is_from_left { points.to_vec() } else { points.iter().rev().copied().collect() };
    let away = if is_from_left { 1.0 } else { -1.0 };
    let mut path = String::new();
    let mut rest = line.as_slice();
    while let Some(((x, y), tail)) = rest.split_first() {
        let slope: Vec<Point> = {
            let mut lowest = *y;
            let down = tail.iter().take_while(|(_, below)| {
                let goes_down = *below >= lowest - 2.0;
                lowest = lowest.max(*below);
                goes_down
            });
            down.copied().collect()
        };
        let drop = slope.last().map_or(0.0, |(_, low)| low - y);
        if drop > height * 0.09 {
            let mut side = vec![(*x, *y)];
            side.extend(&slope);
            let deep = (foot - y).max(0.0) * canvas.dice.between(0.72, 0.98);
            let (valley, _) = slope.last().copied().unwrap_or((*x, *y));
            side.push((valley + away * canvas.dice.between(0.0, 16.0), y + deep));
            let steps = 4;
            for step in 1..steps {
                let part = 1.0 - f64::from(step) / f64::from(steps);
                let sway = if step % 2 == 0 { 0.16 } else { -0.12 };
                let over = (valley - x) * (part * 0.42 + sway) + canvas.dice.between(-6.0, 6.0);
                side.push((x + over, y + deep * part));
            }
            path.push_str(&shape(&side));
        }
        rest = tail.get(slope.len()..).unwrap_or_default();
    }
    path
}

/// Bands of rock that follow a wavy level, painted inside a shape.
pub(crate) fn strata(canvas: &mut Canvas, top: f64, foot: f64, bands: &[Colour], lit: f64, far: f64) {
    strata_between(canvas, (-20.0, WIDTH + 20.0), (top, foot), bands, lit, far);
}

/// As [`strata`], no wider than it has to be.
pub(crate) fn strata_between(
    canvas: &mut Canvas,
    (left, right): (f64, f64),
    (top, foot): (f64, f64),
    bands: &[Colour],
    lit: f64,
    far: f64,
) {
    let noise = canvas.dice.noise();
    let steps = ((right - left) / 110.0).ceil().max(2.0) as i32;
    let level = |step: i32, y: f64| {
        let x = left + (right - left) * f64::from(step) / f64::from(steps);
        (x, y + (noise.rough(x / 240.0 + y / 900.0, 2) - 0.5) * 26.0)
    };
    let mut y = top;
    let mut at = 0;
    while y < foot {
        let thick = canvas.dice.between(0.6, 1.4) * (foot - top) / 9.0;
        let Some(band) = bands.get(at % bands.len().max(1)) else { return };
        let upper: Vec<Point> = (0..=steps).map(|step| level(step, y)).collect();
        let lower = (0..=steps).rev().map(|step| level(step, y + thick * 0.7));
        let colour = canvas.on(*band, lit, far);
        let path = shape(&upper.iter().copied().chain(lower).collect::<Vec<_>>());
        canvas.veil(&path, colour, 0.8);
        y += thick;
        at += 1;
    }
}

/// Pointed trees along a line of points, as one path.
pub(crate) fn spruces(canvas: &mut Canvas, points: &[Point], count: u32, least: f64, most: f64) -> String {
    let mut path = String::new();
    for _ in 0..count {
        let x = canvas.dice.between(0.0, WIDTH);
        let y = height_at(points, x);
        let tall = canvas.dice.between(least, most);
        let half = tall * 0.2;
        let _ = write!(
            path,
            "M{:.0} {:.0}l{} -{} {} {}z",
            x - half,
            y + 4.0,
            short(half),
            short(tall),
            short(half),
            short(tall)
        );
    }
    path
}

/// One large tree with its branches.
pub(crate) fn spruce((x, y): Point, tall: f64) -> String {
    let tiers = 7;
    let mut left = vec![(x, y - tall)];
    let mut right = Vec::new();
    for tier in 1..=tiers {
        let part = f64::from(tier) / f64::from(tiers);
        let (half, down) = (tall * 0.23 * part, y - tall + tall * 0.94 * part);
        left.push((x - half, down));
        left.push((x - half * 0.5, down - tall * 0.022));
        right.push((x + half, down - tall * 0.012));
        right.push((x + half * 0.5, down - tall * 0.03));
    }
    left.push((x - tall * 0.02, y - tall * 0.07));
    left.push((x - tall * 0.02, y));
    left.push((x + tall * 0.02, y));
    left.push((x + tall * 0.02, y - tall * 0.07));
    left.extend(right.chunks(2).rev().flat_map(|pair| pair.iter().rev().copied().collect::<Vec<_>>()));
    shape(&left)
}

/// Trees with round crowns, as one path.
pub(crate) fn crowns(canvas: &mut Canvas, points: &[Point], count: u32, least: f64, most: f64) -> String {
    let mut path = String::new();
    for _ in 0..count {
        let x = canvas.dice.between(-10.0, WIDTH);
        let y = height_at(points, x);
        let wide = canvas.dice.between(least, most);
        let tall = wide * canvas.dice.between(0.8, 1.3);
        let _ = write!(
            path,
            "M{:.0} {:.0}c-{w} 0-{w}-{t} 0-{t} {w} 0 {w} {t} 0 {t}z",
            x,
            y + 4.0,
            w = short(wide * 0.7),
            t = short(tall)
        );
    }
    path
}

/// Slim upright trees.
pub(crate) fn poplar((x, y): Point, tall: f64) -> String {
    let half = tall * 0.12;
    format!(
        "M{:.0} {:.0}c-{h}-{a} -{h}-{b} 0-{t} {h} {c} {h} {d} 0 {t}z",
        x,
        y,
        h = short(half),
        a = short(tall * 0.2),
        b = short(tall * 0.7),
        t = short(tall),
        c = short(tall * 0.3),
        d = short(tall * 0.8)
    )
}

pub(crate) fn height_at(points: &[Point], x: f64) -> f64 {
    let pairs = points.iter().zip(points.iter().skip(1));
    let found = pairs.into_iter().find(|((left, _), (right, _))| *left <= x && x <= *right);
    found.map_or(HEIGHT, |((left, from), (right, to))| from + (to - from) * (x - left) / (right - left).max(1.0))
}

/// Blades in front, thicker towards the foot of the sheet.
pub(crate) fn grass(canvas: &mut Canvas, top: f64, surface: Colour, count: u32) {
    for (part, lit) in [(0.0, 0.35), (0.5, 0.9)] {
        let mut path = String::new();
        for _ in 0..count / 2 {
            let down = canvas.dice.part().sqrt();
            let (x, y) = (canvas.dice.between(-10.0, WIDTH), top + (HEIGHT + 20.0 - top) * down);
            let tall = 8.0 + 42.0 * down * canvas.dice.between(0.6, 1.2);
            let lean = canvas.dice.between(-0.1, 0.5) * tall;
            let _ = write!(path, "M{x:.0} {y:.0}q{:.0}-{:.0} {lean:.0}-{tall:.0}", lean * 0.1, tall * 0.6);
        }
        let colour = canvas.on(surface.lift(part * 0.08), lit, 0.0);
        canvas.line(&path, colour, 2.2);
    }
}

/// Short bright strokes on water, under the sun if it is there.
pub(crate) fn glitter(canvas: &mut Canvas, top: f64, count: u32) {
    let sun = canvas.light.sun_x;
    let is_seen = (0.0..=WIDTH).contains(&sun) && canvas.light.altitude > -3.0;
    let mut path = String::new();
    for _ in 0..count {
        let down = canvas.dice.part();
        let y = top + 8.0 + (HEIGHT - top) * down * down;
        let wide = 10.0 + 70.0 * down * canvas.dice.part();
        let x = if is_seen && canvas.dice.chance(0.75) {
            sun + canvas.dice.between(-1.0, 1.0) * (26.0 + 90.0 * down)
        } else {
            canvas.dice.between(0.0, WIDTH)
        };
        let _ = write!(path, "M{:.0} {y:.0}h{wide:.0}", x - wide / 2.0);
    }
    let colour = canvas.light.horizon.lift(0.06);
    canvas.mark("<g opacity=\".6\">");
    canvas.line(&path, colour, 2.6);
    canvas.mark("</g>");
}

/// Water from a line down: the sky again, deeper towards the front.
pub(crate) fn water(canvas: &mut Canvas, line: f64, tint: Colour) {
    let far = canvas.light.horizon.mix(tint.under(canvas.light.lit), 0.35);
    let near = canvas.light.zenith.mix(tint.under(canvas.light.shade.mix(canvas.light.lit, 0.3)), 0.62);
    let fill = canvas.down(&[(0.0, far, 1.0), (1.0, near, 1.0)]);
    canvas.rect((0.0, line), WIDTH, HEIGHT - line, &fill);
}

/// Birds far off.
pub(crate) fn birds(canvas: &mut Canvas, count: u32) {
    let (x, y) = (canvas.dice.between(250.0, 900.0), canvas.dice.between(120.0, 280.0));
    let mut path = String::new();
    for _ in 0..count {
        let (at, up) = (x + canvas.dice.between(-120.0, 120.0), y + canvas.dice.between(-50.0, 50.0));
        let wing = canvas.dice.between(6.0, 12.0);
        let _ = write!(
            path,
            "M{at:.0} {up:.0}q{:.0}-{:.0} {:.0} 0q{:.0}-{:.0} {:.0} 0",
            wing / 2.0,
            wing * 0.7,
            wing,
            wing / 2.0,
            wing * 0.7,
            wing
        );
    }
    let colour = canvas.on(hex(0x3a3a48), 0.3, 0.25);
    canvas.line(&path, colour, 2.0);
}

/// A way that runs from the front into the distance.
pub(crate) fn track_away(canvas: &mut Canvas, from: Point, to: Point, wide: f64, colour: Colour) {
    let bend = canvas.dice.between(-1.0, 1.0) * 260.0;
    let ((x, y), (far_x, far_y)) = (from, to);
    let (one, two) = (y + (far_y - y) * 0.45, y + (far_y - y) * 0.75);
    let path = format!(
        "M{:.0} {y:.0}C{:.0} {one:.0} {:.0} {two:.0} {:.0} {far_y:.0}H{:.0}C{:.0} {two:.0} {:.0} {one:.0} {:.0} {y:.0}z",
        x - wide,
        x + bend - wide * 0.4,
        far_x - bend * 0.5 - wide * 0.08,
        far_x - 2.0,
        far_x + 2.0,
        far_x - bend * 0.5 + wide * 0.08,
        x + bend + wide * 0.5,
        x + wide,
    );
    canvas.fill(&path, colour);
}

/// Level ground from a line to the foot of the sheet, lighter where it is far.
pub(crate) fn plain(canvas: &mut Canvas, line: f64, surface: Colour, far: f64) {
    let surface = if canvas.season.is_white() { surface.mix(SNOW, 0.82) } else { surface };
    let (back, front) = (canvas.on(surface, 0.8, far), canvas.on(surface.lift(-0.05), 0.5, 0.0));
    let fill = canvas.down(&[(0.0, back, 1.0), (1.0, front, 1.0)]);
    canvas.rect((0.0, line), WIDTH, HEIGHT - line, &fill);
}
