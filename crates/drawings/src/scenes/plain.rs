//! Wide land and what stands alone in it.

use std::fmt::Write as _;

use crate::canvas::{Canvas, HEIGHT, WIDTH, ground, shape};
use crate::colour::hex;
use crate::land::{Ridge, SNOW, birds, grass, height_at, plain, strata, strata_between};
use crate::things::{fine, horse, person, yurt};

pub(crate) fn lone_mountain(canvas: &mut Canvas) {
    Ridge::table(520.0, 60.0, 3.0).fill(canvas, hex(0xc9a88c), 0.66);
    plain(canvas, 515.0, hex(0xcdb687), 0.38);
    let x = canvas.dice.between(480.0, 720.0);
    let (foot, top) = (560.0, canvas.dice.between(170.0, 220.0));
    let tall = foot - top;
    // Steep sides, a flat brow, and a skirt of scree.
    let mut outline = vec![(x - 470.0, foot + 14.0), (x - 330.0, foot - tall * 0.2), (x - 262.0, foot - tall * 0.42)];
    for step in 0..=10 {
        let part = f64::from(step) / 10.0 - 0.5;
        let brow = 1.0 - (part.abs() * 2.0).powi(3) * 0.34;
        outline.push((x + part * 470.0, foot - tall * brow + canvas.dice.between(-12.0, 10.0)));
    }
    outline.extend([(x + 268.0, foot - tall * 0.4), (x + 340.0, foot - tall * 0.19), (x + 490.0, foot + 14.0)]);
    let base = canvas.on(hex(0xe9d2ad), 0.95, 0.16).code();
    let from_left = canvas.light.is_from_left();
    let bands = [hex(0xf1e2c4), hex(0xd9ac7c), hex(0xefdcb8), hex(0xc98f62)];
    canvas.within(&shape(&outline), &base, |canvas| {
        strata(canvas, top - 10.0, foot, &bands, 0.92, 0.16);
        flutes(canvas, x, top, foot, from_left);
    });
    let steppe = Ridge::soft(650.0, 60.0, 1.6).points(canvas);
    let near = canvas.on(hex(0xc2a56d), 0.75, 0.08);
    canvas.fill(&ground(&steppe, HEIGHT), near);
    grass(canvas, 640.0, hex(0xb39655), 90);
    let dark = canvas.on(hex(0x33262a), 0.1, 0.0);
    let at = canvas.dice.between(250.0, 950.0);
    canvas.fill(&horse((at, height_at(&steppe, at) + 6.0), 54.0, true), dark);
}

/// Gullies that run down a wall, and the side away from the light.
fn flutes(canvas: &mut Canvas, x: f64, top: f64, foot: f64, from_left: bool) {
    let mut path = String::new();
    for step in 0..13 {
        let part = f64::from(step) / 12.0 - 0.5;
        let at = x + part * 480.0 + canvas.dice.between(-10.0, 10.0);
        let wide = canvas.dice.between(10.0, 22.0);
        let spread = part * 90.0;
        let _ = write!(
            path,
            "M{at:.0} {:.0}l{wide:.0} {:.0} {:.0} {:.0}-{:.0}-20z",
            top + canvas.dice.between(6.0, 50.0),
            (foot - top) * 0.35,
            spread * 0.6,
            (foot - top) * 0.5,
            wide * 1.4
        );
    }
    let dark = canvas.on(hex(0x9c6a4e), 0.05, 0.12);
    canvas.veil(&path, dark, 0.5);
    let (one, two) = if from_left { (x + 60.0, WIDTH) } else { (x - 60.0, 0.0) };
    canvas.veil(
        &fine(&[(one, top - 20.0), (one + 30.0, foot + 20.0), (two, foot + 20.0), (two, top - 20.0)]),
        dark,
        0.4,
    );
}

pub(crate) fn towers(canvas: &mut Canvas) {
    Ridge::table(500.0, 50.0, 2.5).fill(canvas, hex(0xc4a690), 0.68);
    plain(canvas, 500.0, hex(0xd2bd90), 0.36);
    for (count, foot, tall, far) in [(5, 530.0, 170.0, 0.45), (4, 590.0, 260.0, 0.18)] {
        for tower in 0..count {
            let x = (f64::from(tower) + canvas.dice.between(0.2, 0.8)) / f64::from(count) * WIDTH;
            let high = tall * canvas.dice.between(0.65, 1.05);
            castle(canvas, x, foot, high, far);
        }
    }
    let steppe = Ridge::soft(690.0, 70.0, 1.8).points(canvas);
    let near = canvas.on(hex(0xbfa368), 0.75, 0.05);
    canvas.fill(&ground(&steppe, HEIGHT), near);
    grass(canvas, 670.0, hex(0xab9150), 90);
    birds(canvas, 4);
}

/// A rock like a castle on a skirt of scree.
fn castle(canvas: &mut Canvas, x: f64, foot: f64, tall: f64, far: f64) {
    let wide = tall * canvas.dice.between(0.7, 1.2);
    let mut outline = vec![(x - wide, foot + 8.0), (x - wide * 0.5, foot - tall * 0.36)];
    let teeth = 4;
    for tooth in 0..teeth {
        let part = f64::from(tooth) / f64::from(teeth) - 0.5;
        let top = foot - tall * canvas.dice.between(0.78, 1.0);
        outline.push((x + part * wide * 0.8, top + 4.0));
        outline.push((x + (part + 0.17) * wide * 0.8, top));
        outline.push((x + (part + 0.21) * wide * 0.8, top + tall * canvas.dice.between(0.08, 0.2)));
    }
    outline.extend([(x + wide * 0.5, foot - tall * 0.34), (x + wide, foot + 8.0)]);
    let base = canvas.on(hex(0xe6cfae), 0.95, far).code();
    let bands = [hex(0xefe0c6), hex(0xcf9f78), hex(0xe8d2b2)];
    let away = if canvas.light.is_from_left() { 1.0 } else { -1.0 };
    canvas.within(&shape(&outline), &base, |canvas| {
        strata_between(canvas, (x - wide, x + wide), (foot - tall, foot), &bands, 0.9, far);
        let dark = canvas.on(hex(0x98705c), 0.05, far);
        let edge = x + away * wide * 1.1;
        let path = shape(&[
            (x + away * wide * 0.08, foot - tall * 1.1),
            (x + away * wide * 0.02, foot - tall * 0.6),
            (x + away * wide * 0.16, foot - tall * 0.34),
            (x + away * wide * 0.1, foot + 10.0),
            (edge, foot + 10.0),
            (edge, foot - tall * 1.1),
        ]);
        canvas.veil(&path, dark, 0.55);
    });
}

pub(crate) fn spheres(canvas: &mut Canvas) {
    Ridge::table(480.0, 110.0, 2.0).massif(canvas, hex(0xb79c86), 0.5, None);
    plain(canvas, 478.0, hex(0xc7b083), 0.34);
    let stone = hex(0xb29a80);
    let light = canvas.on(stone.lift(0.08), 1.0, 0.0);
    let (body, dark) = (canvas.on(stone, 0.6, 0.0), canvas.on(stone, 0.02, 0.0));
    let side = if canvas.light.is_from_left() { 0.32 } else { 0.68 };
    let place = format!(" cx=\"{side}\" cy=\".3\" r=\".8\"");
    let fill = canvas.around(&place, &[(0.0, light, 1.0), (0.5, body, 1.0), (1.0, dark, 1.0)]);
    let away = if canvas.light.is_from_left() { 1.0 } else { -1.0 };
    let ground_shade = canvas.on(hex(0x6b5a48), 0.05, 0.1);
    let mut stones: Vec<(f64, f64, f64)> = (0..13)
        .map(|stone| {
            let down = (f64::from(stone) / 12.0).powf(1.4);
            let radius = (9.0 + 92.0 * down) * canvas.dice.between(0.6, 1.1);
            (canvas.dice.between(40.0, 1160.0), 505.0 + 215.0 * down, radius)
        })
        .collect();
    stones.sort_by(|one, other| one.1.total_cmp(&other.1));
    for (x, y, radius) in stones {
        let long = radius * 2.2;
        canvas.veil(
            &format!(
                "M{:.0} {y:.0}q{:.0}-{:.0} {:.0} 0q-{:.0} {:.0}-{:.0} 0z",
                x - radius * 0.9 + (away - 1.0) * long * 0.26,
                long * 0.6,
                radius * 0.42,
                long * 1.2,
                long * 0.6,
                radius * 0.42,
                long * 1.2
            ),
            ground_shade,
            0.55,
        );
        canvas.circle((x, y - radius * 0.82), radius, &fill);
        let crack = format!(
            "M{:.0} {:.0}q{:.0} {:.0} {:.0} {:.0}",
            x - radius * 0.8,
            y - radius * 0.9,
            radius * 0.7,
            radius * 0.3,
            radius * 1.5,
            -radius * 0.1
        );
        canvas.mark("<g opacity=\".3\">");
        canvas.line(&crack, dark, radius * 0.03);
        canvas.mark("</g>");
    }
    grass(canvas, 600.0, hex(0xa98f57), 70);
}

pub(crate) fn steppe(canvas: &mut Canvas) {
    Ridge::soft(560.0, 70.0, 2.0).fill(canvas, hex(0x8d9a8a), 0.66);
    let colours = match canvas.season {
        crate::Season::Spring => [hex(0x8fae5c), hex(0x7da04c), hex(0x6f9443)],
        crate::Season::Summer => [hex(0xc2b46a), hex(0xb3a257), hex(0xa1904a)],
        crate::Season::Autumn => [hex(0xcda45c), hex(0xb98c48), hex(0xa5783c)],
        crate::Season::Winter => [hex(0xeef2f6), hex(0xe4eaf0), hex(0xdbe3ea)],
    };
    for (colour, (foot, far)) in colours.into_iter().zip([(600.0, 0.4), (660.0, 0.2), (740.0, 0.04)]) {
        let points = Ridge::soft(foot, 60.0, 1.5).points(canvas);
        let (top, low) = (canvas.on(colour, 0.9, far), canvas.on(colour, 0.55, far * 0.7));
        let fill = canvas.down(&[(0.0, top, 1.0), (1.0, low, 1.0)]);
        canvas.fill_with(&ground(&points, HEIGHT), &fill);
    }
    let [.., front] = colours;
    grass(canvas, 690.0, front, 150);
    let dark = canvas.on(hex(0x3b2c28), 0.15, 0.05);
    let x = canvas.dice.between(240.0, 760.0);
    let mut herd = horse((x, 655.0), 58.0, true);
    for other in 1..4 {
        let over = f64::from(other) * 92.0;
        let y = 648.0 + canvas.dice.between(-10.0, 8.0);
        herd.push_str(&horse((x + over, y), canvas.dice.between(40.0, 50.0), false));
    }
    canvas.fill(&herd, dark);
    birds(canvas, 5);
}

pub(crate) fn barrows(canvas: &mut Canvas) {
    Ridge::sharp(500.0, 170.0, 2.2).massif(canvas, hex(0x7d7f98), 0.58, Some(390.0));
    plain(canvas, 500.0, hex(0xb7ae6a), 0.32);
    for (x, y, wide, far) in [(250.0, 530.0, 260.0, 0.28), (930.0, 545.0, 340.0, 0.2), (560.0, 600.0, 620.0, 0.08)] {
        let x = x + canvas.dice.between(-50.0, 50.0);
        let tall = wide * 0.24;
        let (lit, dark) = (canvas.on(hex(0xa9a05c), 0.95, far), canvas.on(hex(0x8e8450), 0.1, far));
        let stops = match canvas.light.is_from_left() {
            true => [(0.0, lit, 1.0), (0.5, lit, 1.0), (1.0, dark, 1.0)],
            false => [(0.0, dark, 1.0), (0.5, lit, 1.0), (1.0, lit, 1.0)],
        };
        let fill = canvas.across(&stops);
        canvas.fill_with(
            &format!(
                "M{:.0} {y:.0}C{:.0} {y:.0} {:.0} {:.0} {x:.0} {:.0}S{:.0} {y:.0} {:.0} {y:.0}z",
                x - wide / 2.0,
                x - wide * 0.26,
                x - wide * 0.2,
                y - tall,
                y - tall,
                x + wide * 0.26,
                x + wide / 2.0
            ),
            &fill,
        );
        let stones = format!("M{:.0} {:.0}h{wide:.0}", x - wide / 2.0, y + 2.0);
        let grey = canvas.on(hex(0x8f8a80), 0.6, far);
        canvas.dashes(&stones, grey, 7.0, "9 5 6 8");
    }
    grass(canvas, 620.0, hex(0xa09a52), 120);
    birds(canvas, 4);
}

pub(crate) fn yurts(canvas: &mut Canvas) {
    let snow = if canvas.season.is_white() { 420.0 } else { 340.0 };
    Ridge::table(480.0, 130.0, 2.0).massif(canvas, hex(0xb48f76), 0.5, Some(snow - 60.0));
    plain(canvas, 480.0, hex(0xc6b078), 0.3);
    let steppe = Ridge::soft(600.0, 50.0, 1.4).points(canvas);
    let surface = if canvas.season.is_white() { SNOW } else { hex(0xb8a468) };
    let near = canvas.on(surface, 0.75, 0.08);
    canvas.fill(&ground(&steppe, HEIGHT), near);
    for (x, y, wide, far) in [
        (980.0, 590.0, 100.0, 0.18),
        (170.0, 600.0, 120.0, 0.14),
        (770.0, 640.0, 190.0, 0.05),
        (420.0, 680.0, 280.0, 0.0),
    ] {
        let x = x + canvas.dice.between(-50.0, 50.0);
        yurt(canvas, (x, y), wide, far);
    }
    let dark = canvas.on(hex(0x33282c), 0.15, 0.0);
    let mut tied = String::new();
    for at in 0..2 {
        tied.push_str(&horse((600.0 + 66.0 * f64::from(at), 668.0 + 6.0 * f64::from(at)), 52.0, false));
    }
    tied.push_str(&person((660.0, 710.0), 44.0));
    canvas.fill(&tied, dark);
    grass(canvas, 700.0, surface.mix(hex(0x8a7a3a), 0.5), 70);
}
