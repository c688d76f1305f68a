//! Older towns: boulevards, markets, stations, merchants' houses.

use std::fmt::Write as _;

use crate::canvas::{Canvas, HEIGHT, WIDTH, shape};
use crate::colour::hex;
use crate::land::{Ridge, SNOW, crowns, poplar};
use crate::things::{WARM, arch, dome, fine, person};

pub(crate) fn boulevard(canvas: &mut Canvas) {
    let snow = if canvas.season.is_white() { 470.0 } else { 330.0 };
    Ridge::sharp(480.0, 260.0, 2.0).massif(canvas, hex(0x7f8caa), 0.6, Some(snow));
    let (vanish_x, vanish_y) = (600.0 + canvas.dice.between(-40.0, 40.0), 500.0);
    let is_white = canvas.season.is_white();
    let walls = [hex(0xf0d9a8), hex(0xe9c7a0), hex(0xf2e6cf), hex(0xdcc9b0)];
    // Two rows of façades that run to one point.
    for side in [-1.0, 1.0] {
        for (part, wall) in [0.0_f64, 0.42, 0.66, 0.82].into_iter().zip(walls) {
            let end = part + (1.0 - part) * 0.42 - 0.004;
            let at = |along: f64, up: f64| {
                let (near_x, near_y) = (vanish_x + side * 700.0, 740.0);
                (
                    near_x + (vanish_x + side * 60.0 - near_x) * along,
                    near_y + (vanish_y - near_y) * along - up * (1.0 - along * 0.93),
                )
            };
            let tall = 480.0;
            let is_lit = (side < 0.0) != canvas.light.is_from_left();
            let (lit, far) = (if is_lit { 0.95 } else { 0.3 }, 0.4 * part);
            let face = canvas.on(wall, lit, far);
            canvas.fill(&shape(&[at(part, 0.0), at(part, tall), at(end, tall), at(end, 0.0)]), face);
            let trim = canvas.on(hex(0xfbf5e8), lit, far);
            let (cornice, belt) = (
                [at(part, tall + 16.0), at(end, tall + 16.0), at(end, tall - 8.0), at(part, tall - 8.0)],
                [at(part, 170.0), at(end, 170.0), at(end, 158.0), at(part, 158.0)],
            );
            canvas.fill(&(shape(&cornice) + &shape(&belt)), trim);
            let glass = if canvas.light.night > 0.15 { WARM } else { canvas.on(hex(0x55718c), 0.45, far) };
            let mut windows = String::new();
            for floor in 0..3 {
                for window in 0..5 {
                    let from = part + (end - part) * (f64::from(window) + 0.3) / 5.0;
                    let to = part + (end - part) * (f64::from(window) + 0.68) / 5.0;
                    let low = 196.0 + f64::from(floor) * 94.0;
                    windows.push_str(&shape(&[at(from, low), at(from, low + 58.0), at(to, low + 58.0), at(to, low)]));
                    if floor == 0 {
                        windows.push_str(&shape(&[
                            at(from, 0.0),
                            at(from, 100.0),
                            at((from + to) / 2.0, 128.0),
                            at(to, 100.0),
                            at(to, 0.0),
                        ]));
                    }
                }
            }
            canvas.fill(&windows, glass);
        }
    }
    let asphalt = canvas.on(if is_white { hex(0xdfe5ec) } else { hex(0x9a9ba4) }, 0.7, 0.12);
    canvas.fill(
        &shape(&[(vanish_x - 60.0, vanish_y), (vanish_x + 60.0, vanish_y), (1320.0, 820.0), (-120.0, 820.0)]),
        asphalt,
    );
    let kerb = canvas.on(hex(0xe7dfd2), 0.8, 0.05);
    canvas.fill(
        &shape(&[(vanish_x - 60.0, vanish_y), (vanish_x - 40.0, vanish_y), (210.0, 820.0), (-120.0, 820.0)]),
        kerb,
    );
    canvas.fill(
        &shape(&[(vanish_x + 60.0, vanish_y), (vanish_x + 40.0, vanish_y), (1000.0, 820.0), (1320.0, 820.0)]),
        kerb,
    );
    let line = canvas.on(hex(0xffffff), 0.9, 0.05);
    canvas.fill(
        &shape(&[(vanish_x - 1.0, vanish_y + 8.0), (vanish_x + 1.0, vanish_y + 8.0), (620.0, 820.0), (596.0, 820.0)]),
        line,
    );
    let leaf = match canvas.season {
        crate::Season::Winter => hex(0xc6ccd2),
        crate::Season::Autumn => hex(0xd9a03c),
        crate::Season::Spring | crate::Season::Summer => hex(0x4e8a52),
    };
    let mut trees = String::new();
    for along in [0.88, 0.78, 0.62, 0.4, 0.08] {
        for side in [-1.0, 1.0] {
            let x = vanish_x + side * (54.0 + 400.0 * (1.0 - along));
            trees.push_str(&poplar((x, vanish_y + 250.0 * (1.0 - along)), 40.0 + 440.0 * (1.0 - along)));
        }
    }
    let colour = canvas.on(leaf, 0.55, 0.06);
    canvas.fill(&trees, colour);
    let dark = canvas.on(hex(0x33303c), 0.15, 0.0);
    canvas.fill(&(person((470.0, 640.0), 64.0) + &person((500.0, 642.0), 58.0) + &person((700.0, 600.0), 42.0)), dark);
    car(canvas, (790.0, 690.0));
}

/// A small car of long ago.
fn car(canvas: &mut Canvas, (x, y): (f64, f64)) {
    let paint = canvas.on(hex(0xb8402f), 0.8, 0.0);
    let dark = canvas.on(hex(0x2f2f38), 0.2, 0.0);
    canvas.fill(&format!("M{x:.0} {y:.0}q-4-30 18-32l22-4q14-34 30-34h46q20 0 34 36 32 4 30 34z"), paint);
    let glass = canvas.on(hex(0xb4d2e4), 0.7, 0.0);
    canvas.fill(
        &format!(
            "M{:.0} {:.0}q8-22 18-22h16v22zM{:.0} {:.0}h32q-8-22-20-22h-12z",
            x + 54.0,
            y - 38.0,
            x + 94.0,
            y - 38.0
        ),
        glass,
    );
    canvas.circle((x + 36.0, y), 15.0, &dark.code());
    canvas.circle((x + 140.0, y), 15.0, &dark.code());
}

pub(crate) fn market(canvas: &mut Canvas) {
    let (wall, beam) = (canvas.on(hex(0xf0e2c4), 0.8, 0.14), canvas.on(hex(0x8a6a4c), 0.4, 0.06));
    canvas.rect((0.0, 330.0), WIDTH, HEIGHT, &wall.code());
    let roof = canvas.on(hex(0x4f8f86), 0.75, 0.12);
    canvas.fill("M-20 344L240 226Q420 150 600 150T960 226L1220 344V380H-20z", roof);
    let glass = if canvas.light.is_dark() { WARM } else { canvas.on(hex(0xbfe0ea), 0.85, 0.1) };
    canvas.dashes("M60 420H1140", glass, 70.0, "64 26");
    canvas.line("M-20 376H1220", beam, 9.0);
    let stripes = [hex(0xd64b3a), hex(0x2f8f7c), hex(0xe6a52c), hex(0x3a74b0)];
    for (row, y, wide, far) in [(0, 560.0, 190.0, 0.12), (1, 690.0, 290.0, 0.0)] {
        let mut x = -canvas.dice.between(20.0, 120.0);
        let mut at = row;
        while x < WIDTH {
            let [one, two, three, four] = stripes;
            let cloth = match at % 4 {
                0 => one,
                1 => two,
                2 => three,
                _ => four,
            };
            stall(canvas, (x, y), wide, cloth, far);
            x += wide * canvas.dice.between(1.06, 1.22);
            at += 1;
        }
    }
    let floor = canvas.on(hex(0xb8a284), 0.6, 0.0);
    canvas.rect((0.0, 764.0), WIDTH, 40.0, &floor.code());
    let dark = canvas.on(hex(0x3a2f34), 0.2, 0.0);
    let mut crowd = String::new();
    for _ in 0..7 {
        crowd.push_str(&person(
            (canvas.dice.between(40.0, 1160.0), canvas.dice.between(770.0, 800.0)),
            canvas.dice.between(120.0, 150.0),
        ));
    }
    canvas.fill(&crowd, dark);
    let mut lamps = String::new();
    for at in 0..8 {
        let _ = write!(lamps, "M{0} 330V{1}", 80 + at * 150, 440 + (at % 2) * 26);
        canvas.circle((80.0 + f64::from(at) * 150.0, 448.0 + f64::from(at % 2) * 26.0), 11.0, &WARM.code());
    }
    canvas.line(&lamps, beam, 2.0);
}

fn stall(canvas: &mut Canvas, (x, y): (f64, f64), wide: f64, cloth: crate::colour::Colour, far: f64) {
    let tall = wide * 0.56;
    let inside = canvas.on(hex(0x5a4638), 0.25, far);
    canvas.rect((x, y - tall), wide, tall, &inside.code());
    let (colour, white) = (canvas.on(cloth, 0.9, far), canvas.on(hex(0xfbf4e6), 0.95, far));
    canvas.fill(
        &shape(&[
            (x - 14.0, y - tall + 26.0),
            (x + 8.0, y - tall - 40.0),
            (x + wide - 8.0, y - tall - 40.0),
            (x + wide + 14.0, y - tall + 26.0),
        ]),
        colour,
    );
    let mut bars = String::new();
    for bar in 0..4 {
        let (left, part) = (f64::from(bar) * 2.0 / 8.0 + 0.125, 0.125);
        let (top, low) = (x + 8.0 + (wide - 16.0) * left, x - 14.0 + (wide + 28.0) * left);
        bars.push_str(&shape(&[
            (top, y - tall - 40.0),
            (top + (wide - 16.0) * part, y - tall - 40.0),
            (low + (wide + 28.0) * part, y - tall + 26.0),
            (low, y - tall + 26.0),
        ]));
    }
    canvas.fill(&bars, white);
    let counter = canvas.on(hex(0xa9825c), 0.6, far);
    canvas.rect((x - 6.0, y - tall * 0.42), wide + 12.0, tall * 0.42, &counter.code());
    for (heap, fruit) in [hex(0xe0432e), hex(0xf0a02c), hex(0x7fb03c)].into_iter().enumerate() {
        let colour = canvas.on(fruit, 0.85, far);
        let left = x + wide * (0.06 + 0.31 * heap as f64);
        let mut path = String::new();
        for row in 0..3 {
            for at in 0..(5 - row) {
                let (cx, cy) = (
                    left + wide * 0.055 * (f64::from(at) + f64::from(row) * 0.5),
                    y - tall * 0.44 - f64::from(row) * wide * 0.045,
                );
                let _ = write!(path, "M{cx:.0} {cy:.0}h.1");
            }
        }
        canvas.line(&path, colour, wide * 0.058);
    }
}

pub(crate) fn merchant_town(canvas: &mut Canvas) {
    let is_white = canvas.season.is_white();
    let far_green = canvas.on(if is_white { hex(0xd5dde6) } else { hex(0x6f8f6a) }, 0.5, 0.4);
    let row = [(0.0, 560.0), (WIDTH, 560.0)];
    let trees = crowns(canvas, &row, 40, 40.0, 90.0);
    canvas.fill(&trees, far_green);
    // A church over the roofs.
    let x = canvas.dice.between(520.0, 720.0);
    let white = canvas.on(hex(0xf4f0e6), 0.85, 0.22);
    canvas.rect((x - 60.0, 330.0), 120.0, 240.0, &white.code());
    dome(canvas, (x, 334.0), 110.0, 120.0, hex(0x3f9a8a));
    canvas.rect((x - 150.0, 250.0), 54.0, 320.0, &white.code());
    canvas.fill(
        &fine(&[(x - 156.0, 252.0), (x - 123.0, 130.0), (x - 90.0, 252.0)]),
        canvas.light.on(hex(0x3f9a8a), 0.6, 0.2),
    );
    let bricks = [hex(0xb9654a), hex(0xd9b07a), hex(0xa8553e), hex(0xe0cda6), hex(0x9fb4a0)];
    let mut left = -40.0;
    for (at, brick) in bricks.into_iter().enumerate() {
        let wide = canvas.dice.between(230.0, 300.0);
        let is_gap = (left..left + wide).contains(&x) && at > 0;
        let tall = canvas.dice.between(210.0, 270.0) * if is_gap { 0.72 } else { 1.0 };
        merchant_house(canvas, (left, 660.0), wide, tall, brick);
        left += wide + canvas.dice.between(0.0, 26.0);
    }
    let street = if is_white { SNOW } else { hex(0xb3a48e) };
    let (far, near) = (canvas.on(street, 0.8, 0.08), canvas.on(street.lift(-0.06), 0.5, 0.0));
    let fill = canvas.down(&[(0.0, far, 1.0), (1.0, near, 1.0)]);
    canvas.rect((0.0, 656.0), WIDTH, 150.0, &fill);
    let dark = canvas.on(hex(0x34303a), 0.2, 0.0);
    canvas.line("M170 740V560q0-20 20-20h16M930 750V560q0-20-20-20h-16", dark, 6.0);
    for x in [206.0, 894.0] {
        let lamp = if canvas.light.night > 0.1 { WARM } else { canvas.on(hex(0xf6efdc), 0.9, 0.0) };
        canvas.circle((x, 552.0), 11.0, &lamp.code());
        if canvas.light.night > 0.1 {
            let glow = canvas.around("", &[(0.0, WARM, 0.5), (1.0, WARM, 0.0)]);
            canvas.circle((x, 552.0), 120.0, &glow);
        }
    }
    canvas.fill(&(person((420.0, 744.0), 84.0) + &person((470.0, 746.0), 78.0) + &person((760.0, 720.0), 70.0)), dark);
}

fn merchant_house(canvas: &mut Canvas, (x, y): (f64, f64), wide: f64, tall: f64, brick: crate::colour::Colour) {
    let face = canvas.on(brick, 0.82, 0.04);
    canvas.rect((x, y - tall), wide, tall, &face.code());
    let trim = canvas.on(brick.lift(0.16), 0.9, 0.04);
    canvas.rect((x - 5.0, y - tall - 6.0), wide + 10.0, 16.0, &trim.code());
    canvas.rect((x, y - tall * 0.52), wide, 7.0, &trim.code());
    canvas.dashes(&format!("M{x:.0} {:.0}h{wide:.0}", y - tall + 16.0), trim, 9.0, "8 8");
    let gable = canvas.on(brick, 0.7, 0.04);
    canvas.fill(
        &shape(&[
            (x + wide * 0.32, y - tall - 6.0),
            (x + wide * 0.36, y - tall - 44.0),
            (x + wide * 0.5, y - tall - 62.0),
            (x + wide * 0.64, y - tall - 44.0),
            (x + wide * 0.68, y - tall - 6.0),
        ]),
        gable,
    );
    if canvas.season.is_white() {
        let snow = canvas.on(SNOW, 0.95, 0.02);
        canvas.rect((x - 6.0, y - tall - 14.0), wide + 12.0, 9.0, &snow.code());
    }
    let count = 4;
    let (mut frames, mut panes) = (String::new(), String::new());
    for floor in [0.14, 0.6] {
        for window in 0..count {
            let at = x + wide * (f64::from(window) + 0.5) / f64::from(count);
            let foot = y - tall * floor;
            frames.push_str(&arch((at, foot + 4.0), wide * 0.155, tall * 0.32));
            panes.push_str(&arch((at, foot), wide * 0.1, tall * 0.26));
        }
    }
    canvas.fill(&frames, trim);
    let glass = if canvas.light.night > 0.15 { WARM } else { canvas.on(hex(0x4a5f74), 0.4, 0.02) };
    canvas.fill(&panes, glass);
}

pub(crate) fn railway_station(canvas: &mut Canvas) {
    let leaf = canvas.on(hex(0x5f8a5c), 0.5, 0.3);
    let row = [(0.0, 520.0), (WIDTH, 520.0)];
    let trees = crowns(canvas, &row, 34, 60.0, 110.0);
    canvas.fill(&trees, leaf);
    let (wall, trim) = (canvas.on(hex(0xf0d9a6), 0.88, 0.08), canvas.on(hex(0xfdf8ec), 0.95, 0.06));
    let shade = canvas.on(hex(0x7f6a54), 0.25, 0.06);
    canvas.rect((250.0, 330.0), 700.0, 240.0, &wall.code());
    canvas.rect((470.0, 250.0), 260.0, 320.0, &wall.code());
    canvas.rect((556.0, 150.0), 88.0, 110.0, &wall.code());
    canvas.fill("M462 254h276v-14H462zM242 334h716v-14H242zM548 152h104v-12H548zM590 140L600 40L610 140z", trim);
    canvas.fill("M456 240L600 186L744 240z", wall);
    canvas.circle((600.0, 204.0), 24.0, &trim.code());
    canvas.line("M600 204V188M600 204L611 210", shade, 3.0);
    let glass = if canvas.light.night > 0.15 { WARM } else { canvas.on(hex(0x5a7690), 0.5, 0.05) };
    let mut windows = String::new();
    for at in 0..3 {
        windows.push_str(&arch((520.0 + 80.0 * f64::from(at), 566.0), 54.0, 230.0));
    }
    for at in 0..3 {
        for left in [292.0, 774.0] {
            windows.push_str(&arch((left + 66.0 * f64::from(at), 560.0), 36.0, 150.0));
        }
    }
    canvas.fill(&windows, glass);
    canvas.dashes("M262 450H940", trim, 236.0, "9 57");
    let platform = canvas.on(hex(0xcfc6b6), 0.8, 0.02);
    canvas.fill("M-20 570H1220V640H-20z", platform);
    // A train, and the rails in front.
    let (green, stripe) = (canvas.on(hex(0x2f7f78), 0.75, 0.0), canvas.on(hex(0xf0c04a), 0.85, 0.0));
    let x = canvas.dice.between(300.0, 460.0);
    canvas.fill(&format!("M1220 500H{:.0}q-46 4-70 60l-16 76v34H1220z", x + 90.0), green);
    canvas.rect((x + 2.0, 618.0), WIDTH, 10.0, &stripe.code());
    let pane = if canvas.light.night > 0.15 { WARM } else { canvas.on(hex(0xcfe6f0), 0.75, 0.0) };
    canvas.dashes(&format!("M{:.0} 560H1220", x + 150.0), pane, 50.0, "54 20");
    canvas.fill(&format!("M{:.0} 586q14-46 40-52h32v52z", x + 34.0), pane);
    let dark = canvas.on(hex(0x3c3a42), 0.25, 0.0);
    canvas.dashes(&format!("M{:.0} 676H1220", x + 40.0), dark, 18.0, "40 22");
    let gravel = canvas.on(hex(0x9c938a), 0.55, 0.0);
    canvas.rect((0.0, 684.0), WIDTH, 120.0, &gravel.code());
    canvas.dashes("M-20 742H1220", dark, 60.0, "16 34");
    canvas.line("M-20 720H1220M-20 766H1220", canvas.light.on(hex(0xd8dde4), 0.9, 0.0), 6.0);
    canvas.fill(&(person((130.0, 632.0), 80.0) + &person((176.0, 634.0), 72.0) + &person((250.0, 622.0), 70.0)), dark);
    canvas.rect((196.0, 606.0), 22.0, 26.0, &dark.code());
}

pub(crate) fn wooden_church(canvas: &mut Canvas) {
    let leaf = match canvas.season {
        crate::Season::Winter => hex(0xc9d0d8),
        crate::Season::Autumn => hex(0xd69a3a),
        crate::Season::Spring | crate::Season::Summer => hex(0x4f8a56),
    };
    let back = canvas.on(leaf, 0.5, 0.3);
    let row = [(0.0, 590.0), (WIDTH, 590.0)];
    let trees = crowns(canvas, &row, 40, 110.0, 190.0);
    canvas.fill(&trees, back);
    let (wall, trim) = (canvas.on(hex(0xf2c766), 0.9, 0.04), canvas.on(hex(0xfdfaf2), 0.96, 0.03));
    let dark = canvas.on(hex(0x4a5a6c), 0.35, 0.03);
    canvas.rect((370.0, 430.0), 460.0, 200.0, &wall.code());
    canvas.fill("M356 434h488v-14H356zM370 560h460v-9H370z", trim);
    for (x, y, wide, tall, top) in
        [(450.0, 424.0, 92.0, 90.0, 96.0), (750.0, 424.0, 92.0, 90.0, 96.0), (600.0, 420.0, 170.0, 150.0, 160.0)]
    {
        canvas.rect((x - wide / 2.0, y - tall), wide, tall, &wall.code());
        canvas.dashes(
            &format!("M{:.0} {:.0}h{:.0}", x - wide * 0.42, y - tall * 0.5, wide * 0.84),
            trim,
            tall * 0.62,
            "12 12",
        );
        canvas.rect((x - wide * 0.56, y - tall - 8.0), wide * 1.12, 10.0, &trim.code());
        dome(canvas, (x, y - tall - 6.0), wide * 1.05, top, hex(0x3fa06c));
        let gold = canvas.on(hex(0xf2c24c), 1.0, 0.0);
        canvas.line(&format!("M{x:.0} {:.0}v-44m-12 14h24m-18-9h12", y - tall - top), gold, 4.0);
    }
    let mut windows = String::new();
    for at in 0..7 {
        windows.push_str(&arch((400.0 + 66.0 * f64::from(at), 548.0), 34.0, 92.0));
    }
    windows.push_str(&arch((600.0, 630.0), 76.0, 120.0));
    canvas.fill(&windows, trim);
    let glass = if canvas.light.night > 0.15 { WARM } else { dark };
    let mut panes = String::new();
    for at in 0..7 {
        panes.push_str(&arch((400.0 + 66.0 * f64::from(at), 544.0), 20.0, 74.0));
    }
    panes.push_str(&arch((600.0, 630.0), 54.0, 100.0));
    canvas.fill(&panes, glass);
    let surface = if canvas.season.is_white() { SNOW } else { hex(0x86ab5c) };
    crate::land::plain(canvas, 626.0, surface, 0.06);
    let way = canvas.on(hex(0xe6d6ba), 0.85, 0.03);
    canvas.fill(&shape(&[(566.0, 630.0), (634.0, 630.0), (860.0, 820.0), (340.0, 820.0)]), way);
    let front = canvas.on(leaf, 0.35, 0.0);
    let mut sides = String::new();
    for (x, y, w) in [(90.0, 700.0, 240.0), (230.0, 660.0, 170.0), (1110.0, 700.0, 260.0), (970.0, 660.0, 170.0)] {
        let w = w * canvas.dice.between(0.85, 1.1);
        let _ = write!(
            sides,
            "M{x:.0} {y:.0}c-{a:.0} 0-{a:.0}-{t:.0} 0-{t:.0} {a:.0} 0 {a:.0} {t:.0} 0 {t:.0}zM{:.0} {:.0}h12v90h-12z",
            x - 6.0,
            y - 10.0,
            a = w * 0.66,
            t = w * 1.3
        );
    }
    canvas.fill(&sides, front);
    let people = canvas.on(hex(0x342f3a), 0.2, 0.0);
    canvas
        .fill(&(person((520.0, 752.0), 72.0) + &person((556.0, 754.0), 64.0) + &person((690.0, 700.0), 54.0)), people);
    let mut doves = String::new();
    for _ in 0..8 {
        let _ = write!(
            doves,
            "M{:.0} {:.0}q6-8 12 0q6-8 12 0",
            canvas.dice.between(420.0, 800.0),
            canvas.dice.between(660.0, 720.0)
        );
    }
    canvas.line(&doves, people, 2.5);
}
