//! Deserts, canyons and steppes.

use std::fmt::Write as _;

use crate::canvas::{Canvas, HEIGHT, Point, WIDTH, ground, shape};
use crate::colour::{Colour, hex};
use crate::land::{Form, Ridge, SNOW, birds, height_at, plain, shadows, strata, strata_between, track_away};
use crate::things::{fine, person};

const RED: [Colour; 4] = [hex(0xc9693c), hex(0xe09a62), hex(0xa94f30), hex(0xd98650)];
const PALE: [Colour; 4] = [hex(0xf3ead8), hex(0xe6d3bb), hex(0xfaf5ea), hex(0xd9c6b0)];

pub(crate) fn canyon(canvas: &mut Canvas) {
    Ridge::table(470.0, 70.0, 2.2).fill(canvas, hex(0xb9795a), 0.72);
    let floor = 640.0;
    let centre = canvas.dice.between(480.0, 720.0);
    let bed = canvas.on(hex(0xd9a170), 0.75, 0.3);
    canvas.rect((0.0, 440.0), WIDTH, HEIGHT, &bed.code());
    for layer in 0..4 {
        let near = f64::from(layer) / 3.0;
        let gap = 60.0 + 330.0 * near * near + 40.0 * near;
        let rim = 380.0 - 210.0 * near;
        let foot = 480.0 + (floor - 400.0) * near;
        for side in [-1.0, 1.0] {
            let wall = wall(canvas, centre, side, gap, rim, foot);
            let is_lit = (side < 0.0) != canvas.light.is_from_left();
            let lit = if is_lit { 0.98 } else { 0.24 };
            let far = 0.62 * (1.0 - near).powf(0.8);
            let colour = canvas.on(hex(0xcf7442), lit, far).code();
            canvas.within(&shape(&wall), &colour, |canvas| {
                let sides = if side < 0.0 { (-20.0, centre) } else { (centre, WIDTH + 20.0) };
                strata_between(canvas, sides, (rim - 20.0, foot + 30.0), &RED, lit, far);
                cracks(canvas, &wall, rim, foot, far);
            });
        }
    }
    let path_colour = canvas.on(hex(0xf0c795), 0.8, 0.05);
    track_away(canvas, (centre, HEIGHT + 20.0), (centre + 8.0, 486.0), 120.0, path_colour);
    let shadow = canvas.on(hex(0x5a3326), 0.15, 0.0);
    canvas.fill(&person((centre + 26.0, 706.0), 40.0), shadow);
    birds(canvas, 3);
}

/// One side of a canyon: steps from the rim to the floor, with towers upon them.
fn wall(canvas: &mut Canvas, centre: f64, side: f64, gap: f64, rim: f64, foot: f64) -> Vec<Point> {
    let edge = if side < 0.0 { -30.0 } else { WIDTH + 30.0 };
    let mut points = vec![(edge, HEIGHT + 10.0), (edge, rim + canvas.dice.between(-30.0, 30.0))];
    let start = centre + side * gap;
    let mut x = edge;
    let towers = 5;
    for tower in 0..towers {
        let next = edge + (start - edge) * f64::from(tower + 1) / f64::from(towers) * 0.86;
        let top = rim + canvas.dice.between(-34.0, 46.0) + f64::from(tower) * 9.0;
        let (wide, notch) = (next - x, canvas.dice.between(14.0, 60.0));
        points.push((x + wide * 0.2, top + 8.0));
        points.push((x + wide * 0.45, top));
        points.push((x + wide * 0.66, top + 6.0));
        points.push((x + wide * 0.76, top + notch));
        points.push((x + wide * 0.92, top + notch * 0.9));
        x = next;
    }
    let tall = foot - rim;
    for (part, down) in [(0.86, 0.3), (0.88, 0.5), (0.94, 0.56), (0.955, 0.78), (1.04, 0.86), (1.1, 1.0)] {
        let over = edge + (start - edge) * part + canvas.dice.between(-8.0, 8.0);
        points.push((over, rim + 30.0 + tall * down));
    }
    points.push((start - side * gap * 0.35, foot + 40.0));
    points.push((start, HEIGHT + 10.0));
    points
}

fn cracks(canvas: &mut Canvas, wall: &[Point], rim: f64, foot: f64, far: f64) {
    let left = wall.iter().map(|point| point.0).fold(WIDTH, f64::min);
    let right = wall.iter().map(|point| point.0).fold(0.0, f64::max);
    let mut path = String::new();
    for _ in 0..9 {
        let x = canvas.dice.between(left, right);
        let y = rim + canvas.dice.between(0.0, 0.4) * (foot - rim);
        let (wide, tall) = (canvas.dice.between(5.0, 20.0), canvas.dice.between(60.0, 210.0));
        let _ = write!(path, "M{x:.0} {y:.0}l{wide:.0} {:.0} {:.0} {tall:.0}z", tall * 0.2, -wide * 0.4);
    }
    let colour = canvas.on(hex(0x6a2f22), 0.1, far);
    canvas.veil(&path, colour, 0.5);
}

pub(crate) fn badlands(canvas: &mut Canvas) {
    Ridge::sharp(430.0, 90.0, 2.0).massif(canvas, hex(0x9b86a0), 0.66, None);
    let bands = [hex(0xd9633c), hex(0xf2d9b8), hex(0xb6452e), hex(0xe7a878), hex(0xfaf0e0), hex(0xc9793f)];
    for layer in 0..4 {
        let near = f64::from(layer) / 3.0;
        let ridge = Ridge {
            foot: 500.0 + 190.0 * near,
            height: 170.0 + 130.0 * near,
            waves: 5.0 - 2.6 * near,
            form: Form::Sharp,
            step: 26.0,
        };
        let points = ridge.points(canvas);
        let far = 0.5 * (1.0 - near).powf(0.7);
        let base = canvas.on(hex(0xe0946a), 0.9, far).code();
        let foot = ridge.foot + 50.0;
        canvas.within(&ground(&points, HEIGHT), &base, |canvas| {
            let folds = shadows(canvas, &points, foot, ridge.height);
            strata(canvas, ridge.foot - ridge.height * 0.8, foot + 20.0, &bands, 0.92, far);
            let dark = canvas.on(hex(0x7a3832), 0.02, far);
            canvas.veil(&folds, dark, 0.55);
        });
    }
    let clay = canvas.on(hex(0xe4c09a), 0.8, 0.05);
    let front = Ridge::soft(770.0, 80.0, 1.3).points(canvas);
    canvas.fill(&ground(&front, HEIGHT), clay);
    let x = canvas.dice.between(300.0, 900.0);
    let dark = canvas.on(hex(0x40303a), 0.1, 0.0);
    canvas.fill(&person((x, height_at(&front, x) + 2.0), 30.0), dark);
}

pub(crate) fn dune(canvas: &mut Canvas) {
    Ridge::sharp(500.0, 130.0, 2.4).massif(canvas, hex(0x7c7596), 0.6, None);
    plain(canvas, 490.0, hex(0xcdb184), 0.35);
    let sand = hex(0xf0c27c);
    let peak: Point = (canvas.dice.between(420.0, 780.0), canvas.dice.between(210.0, 270.0));
    let (x, y) = peak;
    let turn = if canvas.light.is_from_left() { 1.0 } else { -1.0 };
    let (light, dark) = (canvas.on(sand, 1.0, 0.02), canvas.on(sand, 0.02, 0.06));
    let body = canvas.down(&[(0.0, light, 1.0), (1.0, canvas.on(sand.lift(-0.03), 0.75, 0.0), 1.0)]);
    let body_path = format!(
        "M-20 600C{:.0} 560 {:.0} 420 {x:.0} {y:.0}C{:.0} 330 {:.0} 470 1220 540V820H-20z",
        x * 0.45,
        x * 0.72,
        x + (WIDTH - x) * 0.24,
        x + (WIDTH - x) * 0.5,
    );
    canvas.fill_with(&body_path, &body);
    // The crest runs from the top to the front in a bend; behind it lies the shade.
    let shade = canvas.down(&[(0.0, dark, 1.0), (1.0, canvas.on(sand, 0.3, 0.0), 1.0)]);
    let far_edge = if turn > 0.0 { WIDTH + 20.0 } else { -20.0 };
    let crest = format!(
        "M{x:.0} {y:.0}C{:.0} 360 {:.0} 430 {:.0} 520S{:.0} 690 {:.0} 820H{far_edge}V540C{:.0} 470 {:.0} 330 {x:.0} {y:.0}z",
        x - turn * 20.0,
        x + turn * 130.0,
        x + turn * 60.0,
        x - turn * 160.0,
        x + turn * 10.0,
        x + (far_edge - x) * 0.5,
        x + (far_edge - x) * 0.24,
    );
    canvas.fill_with(&crest, &shade);
    let mut ripples = String::new();
    for line in 0..16 {
        let down = f64::from(line) / 15.0;
        let at = 560.0 + 230.0 * down;
        let from = x - turn * (120.0 + 300.0 * down) - 130.0;
        let _ = write!(ripples, "M{from:.0} {at:.0}q60-{:.0} 130 0t120 4", 8.0 + 8.0 * down);
    }
    canvas.mark("<g opacity=\".3\">");
    canvas.line(&ripples, dark, 2.0);
    canvas.mark("</g>");
    let small = canvas.on(hex(0x33283a), 0.1, 0.0);
    let mut walkers = String::new();
    for walker in 0..3 {
        walkers.push_str(&person(
            (x - turn * (14.0 - 16.0 * f64::from(walker)), y + 40.0 + 26.0 * f64::from(walker)),
            17.0,
        ));
    }
    canvas.fill(&walkers, small);
    let front = Ridge::soft(790.0, 90.0, 1.2).points(canvas);
    let near = canvas.on(hex(0xd8a862), 0.55, 0.0);
    canvas.fill(&ground(&front, HEIGHT), near);
}

pub(crate) fn salt_flat(canvas: &mut Canvas) {
    let cliffs = Ridge::table(470.0, 190.0, 2.0);
    let points = cliffs.points(canvas);
    let base = canvas.on(hex(0xf6efe2), 0.9, 0.3).code();
    canvas.mirrored(474.0, 0.45, |canvas| {
        canvas.within(&ground(&points, 476.0), &base, |canvas| {
            strata(canvas, 270.0, 476.0, &PALE, 0.9, 0.28);
            let folds = shadows(canvas, &points, 476.0, 120.0);
            let dark = canvas.on(hex(0xb9aab4), 0.05, 0.2);
            canvas.veil(&folds, dark, 0.5);
        });
        let (far, near) = (canvas.on(SNOW, 0.95, 0.35), canvas.on(hex(0xeef0f4), 0.8, 0.0));
        let fill = canvas.down(&[(0.0, far, 1.0), (1.0, near, 1.0)]);
        canvas.rect((0.0, 474.0), WIDTH, HEIGHT, &fill);
    });
    let sheen = canvas.light.middle;
    let fill = canvas.down(&[(0.0, canvas.light.horizon, 0.5), (0.4, sheen, 0.12), (1.0, sheen, 0.0)]);
    canvas.rect((0.0, 474.0), WIDTH, 326.0, &fill);
    let cracks = cells(canvas, 500.0);
    let grey = canvas.on(hex(0xb4bccb), 0.35, 0.0);
    canvas.line(&cracks, grey, 2.4);
    let x = canvas.dice.between(350.0, 850.0);
    let dark = canvas.on(hex(0x2c2c3a), 0.1, 0.0);
    canvas.fill(&person((x, 590.0), 36.0), dark);
    canvas.veil(&fine(&[(x - 4.0, 590.0), (x + 4.0, 590.0), (x + 3.0, 618.0), (x - 3.0, 618.0)]), dark, 0.35);
}

/// The cracks of a dried ground in perspective.
fn cells(canvas: &mut Canvas, top: f64) -> String {
    let mut path = String::new();
    let rows = 7;
    let mut above: Vec<Point> = Vec::new();
    for row in 0..rows {
        let down = (f64::from(row) / f64::from(rows - 1)).powf(1.8);
        let y = top + (HEIGHT + 10.0 - top) * down;
        let wide = 46.0 + 190.0 * down;
        let mut line = Vec::new();
        let mut x = -canvas.dice.between(0.0, wide);
        while x < WIDTH + wide {
            line.push((x, y + canvas.dice.between(-0.16, 0.16) * wide * (0.25 + 0.5 * down)));
            x += wide * canvas.dice.between(0.75, 1.25);
        }
        path.push_str(&crate::canvas::track(&line));
        for (x, y) in above.iter().step_by(2) {
            if let Some((to_x, to_y)) =
                line.iter().min_by(|one, other| (one.0 - x).abs().total_cmp(&(other.0 - x).abs()))
            {
                let _ = write!(path, "M{x:.0} {y:.0}L{to_x:.0} {to_y:.0}");
            }
        }
        above = line;
    }
    path
}

pub(crate) fn chalk_fangs(canvas: &mut Canvas) {
    let far_cliffs = Ridge::table(500.0, 150.0, 2.6).points(canvas);
    let base = canvas.on(hex(0xf3ead9), 0.85, 0.5).code();
    canvas.within(&ground(&far_cliffs, 560.0), &base, |canvas| strata(canvas, 340.0, 560.0, &PALE, 0.85, 0.5));
    plain(canvas, 500.0, hex(0xefe4d0), 0.34);
    let centre = canvas.dice.between(500.0, 700.0);
    let lean = canvas.dice.between(0.85, 1.15);
    for (over, tall, wide) in [(-150.0, 330.0 * lean, 210.0), (120.0, 270.0 / lean, 190.0)] {
        fang(canvas, centre + over, 600.0, tall, wide);
    }
    let folds = Ridge::soft(690.0, 110.0, 3.2);
    let points = folds.points(canvas);
    let near = canvas.on(hex(0xf6eddc), 0.9, 0.06).code();
    canvas.within(&ground(&points, HEIGHT), &near, |canvas| {
        strata(canvas, 600.0, 800.0, &PALE, 0.85, 0.04);
        let dark = canvas.on(hex(0xc9b2a0), 0.05, 0.0);
        let gullies = shadows(canvas, &points, 800.0, 80.0);
        canvas.veil(&gullies, dark, 0.45);
    });
    let trail = canvas.on(hex(0xffffff), 0.9, 0.1);
    track_away(canvas, (centre + 60.0, HEIGHT + 20.0), (centre - 10.0, 668.0), 34.0, trail);
    let dark = canvas.on(hex(0x3a3036), 0.1, 0.0);
    let at = canvas.dice.between(200.0, 1000.0);
    canvas.fill(&person((at, height_at(&points, at) + 3.0), 24.0), dark);
    birds(canvas, 4);
}

/// A tooth of chalk with fluted sides.
fn fang(canvas: &mut Canvas, x: f64, foot: f64, tall: f64, wide: f64) {
    let top = foot - tall;
    let mut left = Vec::new();
    let mut right = Vec::new();
    for step in 0..=8 {
        let part = f64::from(step) / 8.0;
        let half = wide * (0.05 + 0.2 * part + 0.45 * part.powi(4));
        let sway = canvas.dice.between(-6.0, 6.0);
        left.push((x - half + sway, top + tall * part + canvas.dice.between(-4.0, 4.0)));
        right.push((x + half * 1.05 + sway, top + tall * part + canvas.dice.between(-4.0, 4.0)));
    }
    let outline: Vec<Point> = left.iter().copied().chain(right.iter().rev().copied()).collect();
    let base = canvas.on(hex(0xfbf3e4), 0.97, 0.08).code();
    let from_left = canvas.light.is_from_left();
    canvas.within(&shape(&outline), &base, |canvas| {
        strata_between(canvas, (x - wide, x + wide), (top, foot), &PALE, 0.95, 0.1);
        let mut dark_side: Vec<Point> = if from_left { right.clone() } else { left.clone() };
        for step in (0..=6).rev() {
            let part = f64::from(step) / 6.0;
            let sway = if step % 2 == 0 { 14.0 } else { -12.0 };
            dark_side.push((x + sway * part, top + tall * part));
        }
        let dark = canvas.on(hex(0xb8a4a0), 0.02, 0.06);
        canvas.veil(&shape(&dark_side), dark, 0.72);
    });
}

pub(crate) fn depression(canvas: &mut Canvas) {
    for layer in 0..4 {
        let near = f64::from(layer) / 3.0;
        let ridge = Ridge::table(470.0 + 110.0 * near, 90.0 + 40.0 * near, 2.6 - near);
        let points = ridge.points(canvas);
        let far = 0.62 - 0.5 * near;
        let base = canvas.on(hex(0xd8bf98), 0.88, far).code();
        canvas.within(&ground(&points, HEIGHT), &base, |canvas| {
            strata(canvas, ridge.foot - ridge.height, ridge.foot + 70.0, &PALE, 0.85, far);
            let folds = shadows(canvas, &points, ridge.foot + 30.0, ridge.height);
            let dark = canvas.on(hex(0x98806c), 0.05, far);
            canvas.veil(&folds, dark, 0.5);
        });
    }
    let pan = canvas.on(hex(0xf4f0e6), 0.85, 0.12);
    canvas.veil("M-20 690C260 640 860 640 1220 690V820H-20z", pan, 0.9);
    let cracks = cells(canvas, 690.0);
    let grey = canvas.on(hex(0xa89a88), 0.35, 0.0);
    canvas.line(&cracks, grey, 2.0);
}
