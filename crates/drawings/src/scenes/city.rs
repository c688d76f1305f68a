//! New cities: towers and what stands among them.

use std::fmt::Write as _;

use crate::canvas::{Canvas, HEIGHT, WIDTH, shape, short};
use crate::colour::{Colour, hex};
use crate::land::{Ridge, SNOW, crowns, glitter, water};
use crate::things::{WARM, block, dome, fine, person, tower};

const GLASS: [Colour; 4] = [hex(0x9fc4d8), hex(0xd8c7a0), hex(0xb8ccd8), hex(0x86a9c4)];

/// Towers in three depths, apart from where something else will stand.
fn skyline(canvas: &mut Canvas, foot: f64, free: f64) {
    for (count, tall, far) in [(15, 170.0, 0.55), (11, 260.0, 0.34), (8, 330.0, 0.16)] {
        for house in 0..count {
            let x = (f64::from(house) + canvas.dice.between(0.0, 0.5)) / f64::from(count) * WIDTH;
            let wide = WIDTH / f64::from(count) * canvas.dice.between(0.4, 0.62);
            let is_free = (x + wide / 2.0 - 600.0).abs() < free + wide / 2.0;
            if is_free && far < 0.5 {
                continue;
            }
            let high = tall * canvas.dice.between(0.45, 1.0);
            let [one, two, three, four] = GLASS;
            let surface = match canvas.dice.whole(0, 3) {
                0 => one,
                1 => two,
                2 => three,
                _ => four,
            };
            if canvas.dice.chance(0.6) {
                tower(canvas, (x, foot), wide, high, surface, far);
            } else {
                block(canvas, (x, foot), wide, high * 0.8, hex(0xe6ddcb), far);
            }
        }
    }
}

/// An avenue that leads to the middle, with beds and trees.
fn plaza(canvas: &mut Canvas, line: f64) {
    let is_white = canvas.season.is_white();
    let green = if is_white { SNOW } else { hex(0x7da85c) };
    let (far, near) = (canvas.on(green, 0.85, 0.2), canvas.on(green.lift(-0.06), 0.55, 0.0));
    let fill = canvas.down(&[(0.0, far, 1.0), (1.0, near, 1.0)]);
    canvas.rect((0.0, line), WIDTH, HEIGHT - line, &fill);
    let stone = canvas.on(hex(0xe9e0d0), 0.85, 0.08);
    canvas.fill(&shape(&[(570.0, line), (630.0, line), (960.0, 820.0), (240.0, 820.0)]), stone);
    let joint = canvas.on(hex(0xb9ad9a), 0.5, 0.0);
    let mut joints = String::new();
    for row in 1..7 {
        let down = (f64::from(row) / 7.0).powf(1.8);
        let half = 30.0 + 330.0 * down;
        let _ = write!(joints, "M{:.0} {:.0}h{:.0}", 600.0 - half, line + (HEIGHT - line) * down, half * 2.0);
    }
    canvas.line(&joints, joint, 2.0);
    let pool = canvas.light.horizon.mix(canvas.light.zenith, 0.35);
    canvas.fill(&shape(&[(592.0, line + 6.0), (608.0, line + 6.0), (690.0, 820.0), (510.0, 820.0)]), pool);
    let leaf = if is_white { hex(0xd6dde4) } else { hex(0x4c8250) };
    for (y, size, far) in [(line + 18.0, 16.0, 0.2), (line + 60.0, 30.0, 0.1), (line + 130.0, 56.0, 0.02)] {
        let half = 40.0 + 330.0 * ((y - line) / (HEIGHT - line));
        let mut path = String::new();
        for side in [-1.0, 1.0] {
            for at in 0..4 {
                let x = 600.0 + side * (half + size * (1.2 + 1.9 * f64::from(at)));
                let w = size * 0.55;
                let _ = write!(
                    path,
                    "M{} {y:.0}c-{w:.0} 0-{w:.0}-{t:.0} 0-{t:.0} {w:.0} 0 {w:.0} {t:.0} 0 {t:.0}z",
                    short(x),
                    t = size * 1.3
                );
            }
        }
        let colour = canvas.on(leaf, 0.5, far);
        canvas.fill(&path, colour);
    }
    let dark = canvas.on(hex(0x2f2d38), 0.15, 0.0);
    let x = canvas.dice.between(430.0, 500.0);
    canvas.fill(
        &(person((x, 740.0), 50.0) + &person((x + 260.0, 690.0), 36.0) + &person((x + 286.0, 690.0), 34.0)),
        dark,
    );
}

pub(crate) fn future_city(canvas: &mut Canvas) {
    skyline(canvas, 580.0, 130.0);
    plaza(canvas, 574.0);
    // A tree of steel that bears a golden ball.
    let steel = canvas.on(hex(0xf2f4f6), 0.9, 0.04);
    let mut struts = String::new();
    for at in 0..9 {
        let part = f64::from(at) / 8.0 - 0.5;
        let _ = write!(
            struts,
            "M{:.0} 580Q{:.0} 470 {:.0} 400T{:.0} 236",
            600.0 + part * 120.0,
            600.0 + part * 30.0,
            600.0 + part * 40.0,
            600.0 + part * 190.0
        );
    }
    canvas.line(&struts, steel, 6.0);
    let (gold, deep, shine) = (canvas.on(hex(0xf0b53c), 0.95, 0.0), canvas.on(hex(0xa8641c), 0.3, 0.0), hex(0xfff2c4));
    let place = if canvas.light.is_from_left() { " cx=\".34\" cy=\".32\"" } else { " cx=\".66\" cy=\".32\"" };
    let ball = canvas.around(place, &[(0.0, shine, 1.0), (0.35, gold, 1.0), (1.0, deep, 1.0)]);
    canvas.circle((600.0, 250.0), 74.0, &ball);
    canvas.line("M505 240Q540 330 600 342T695 240", steel, 5.0);
    canvas.line("M600 342V580", steel, 22.0);
}

pub(crate) fn globe(canvas: &mut Canvas) {
    skyline(canvas, 590.0, 250.0);
    plaza(canvas, 584.0);
    let (light, body, dark) =
        (canvas.on(hex(0xdff1fa), 1.0, 0.0), canvas.on(hex(0x5a93b8), 0.7, 0.04), canvas.on(hex(0x244a70), 0.2, 0.04));
    let place =
        if canvas.light.is_from_left() { " cx=\".32\" cy=\".28\" r=\".8\"" } else { " cx=\".68\" cy=\".28\" r=\".8\"" };
    let ball = canvas.around(place, &[(0.0, light, 1.0), (0.45, body, 1.0), (1.0, dark, 1.0)]);
    canvas.circle((600.0, 390.0), 220.0, &ball);
    let mut lines = String::new();
    for at in 1..9 {
        let y = 390.0 - 220.0 + f64::from(at) * 49.0;
        let half = (220.0_f64.powi(2) - (y - 390.0).powi(2)).max(0.0).sqrt();
        let _ = write!(lines, "M{:.0} {y:.0}q{half:.0} 34 {:.0} 0", 600.0 - half, half * 2.0);
    }
    for at in [60.0, 130.0, 190.0] {
        let _ = write!(lines, "M600 170a{at} 220 0 0 1 0 440M600 170a{at} 220 0 0 0 0 440");
    }
    let grid = if canvas.light.is_dark() { dark.mix(WARM, 0.8) } else { light };
    canvas.mark("<g opacity=\".5\">");
    canvas.line(&lines, grid, 2.4);
    canvas.mark("</g>");
    let base = canvas.on(hex(0xeceff2), 0.85, 0.03);
    canvas.fill("M330 600C420 540 500 600 600 600S780 540 870 600V626H330z", base);
}

pub(crate) fn pyramid(canvas: &mut Canvas) {
    skyline(canvas, 600.0, 330.0);
    plaza(canvas, 594.0);
    let (light, dark) = (canvas.on(hex(0xe8e6e0), 0.98, 0.02), canvas.on(hex(0x7b8aa0), 0.3, 0.02));
    let (left, right) = if canvas.light.is_from_left() { (light, dark) } else { (dark, light) };
    canvas.fill(&shape(&[(600.0, 170.0), (270.0, 606.0), (640.0, 640.0)]), left);
    canvas.fill(&shape(&[(600.0, 170.0), (640.0, 640.0), (930.0, 606.0)]), right);
    let glass = if canvas.light.is_dark() { WARM } else { canvas.on(hex(0x4f9ac8), 0.8, 0.0) };
    canvas.fill(&shape(&[(600.0, 170.0), (524.0, 270.0), (610.0, 284.0)]), glass);
    canvas.fill(&shape(&[(600.0, 170.0), (610.0, 284.0), (676.0, 270.0)]), glass.lift(-0.06));
    let mut lines = String::new();
    for at in 1..8 {
        let part = f64::from(at) / 8.0;
        let y = 170.0 + 436.0 * part;
        let _ = write!(
            lines,
            "M{:.0} {y:.0}L{:.0} {:.0}L{:.0} {y:.0}",
            600.0 - 330.0 * part,
            600.0 + 40.0 * part,
            y + 34.0 * part,
            600.0 + 330.0 * part
        );
        let _ = write!(
            lines,
            "M{:.0} 606L{:.0} {:.0}",
            270.0 + 370.0 * part,
            600.0 - 330.0 * (1.0 - part) * 0.02,
            170.0 + 40.0 * part
        );
    }
    canvas.mark("<g opacity=\".3\">");
    canvas.line(&lines, dark, 2.0);
    canvas.mark("</g>");
}

pub(crate) fn tent_hall(canvas: &mut Canvas) {
    skyline(canvas, 590.0, 330.0);
    plaza(canvas, 584.0);
    let skin = hex(0xf3efe4);
    let (light, dark) = (canvas.on(skin, 0.98, 0.02), canvas.on(hex(0xb5b4bc), 0.25, 0.02));
    let glow = if canvas.light.is_dark() { hex(0xf09a5a) } else { light };
    let stops = match canvas.light.is_from_left() {
        true => [(0.0, glow, 1.0), (0.55, light, 1.0), (1.0, dark, 1.0)],
        false => [(0.0, dark, 1.0), (0.45, light, 1.0), (1.0, glow, 1.0)],
    };
    let fill = canvas.across(&stops);
    canvas.fill_with("M250 600C360 560 560 420 676 130C720 430 860 560 950 600Q600 650 250 600z", &fill);
    let mut ribs = String::new();
    for at in 0..10 {
        let part = f64::from(at) / 9.0;
        let x = 280.0 + 640.0 * part;
        let _ = write!(
            ribs,
            "M676 136Q{:.0} 440 {x:.0} {:.0}",
            676.0 + (x - 676.0) * 0.28,
            606.0 + 18.0 * (1.0 - (part - 0.5).abs() * 2.0)
        );
    }
    for (y, left, right) in [(300.0, 604.0, 722.0), (400.0, 520.0, 770.0), (490.0, 420.0, 832.0), (560.0, 328.0, 900.0)]
    {
        let _ = write!(ribs, "M{left} {y}Q{:.0} {:.0} {right} {y}", (left + right) / 2.0, y + 30.0);
    }
    canvas.mark("<g opacity=\".4\">");
    canvas.line(&ribs, dark.lift(-0.1), 2.4);
    canvas.mark("</g>");
    canvas.line("M676 140L668 60", dark, 7.0);
    let wall = canvas.on(hex(0x8f8a88), 0.5, 0.02);
    canvas.fill("M230 598Q600 652 970 598V624Q600 680 230 624z", wall);
}

pub(crate) fn domed_hall(canvas: &mut Canvas) {
    skyline(canvas, 590.0, 300.0);
    plaza(canvas, 584.0);
    let marble = hex(0xf6f3ec);
    let lit = canvas.on(marble, 0.95, 0.02);
    let dark = canvas.on(hex(0x8796ad), 0.3, 0.02);
    canvas.rect((330.0, 440.0), 540.0, 156.0, &lit.code());
    canvas.dashes("M340 520H860", dark, 120.0, "9 19");
    canvas.rect((470.0, 392.0), 260.0, 210.0, &lit.code());
    canvas.dashes("M482 508H718", dark, 150.0, "14 22");
    canvas.fill(&fine(&[(460.0, 396.0), (600.0, 344.0), (740.0, 396.0)]), lit);
    canvas.rect((520.0, 322.0), 160.0, 50.0, &lit.code());
    canvas.dashes("M526 348H674", dark, 30.0, "7 10");
    dome(canvas, (600.0, 326.0), 180.0, 120.0, hex(0x3d8fc8));
    canvas.line("M600 210V120", canvas.light.lit.mix(hex(0xe0aa3c), 0.8), 6.0);
    canvas.circle((600.0, 150.0), 9.0, &hex(0xf3c24e).code());
    let steps = canvas.on(hex(0xd9d2c4), 0.8, 0.0);
    canvas.fill(&shape(&[(430.0, 596.0), (770.0, 596.0), (800.0, 622.0), (400.0, 622.0)]), steps);
}

pub(crate) fn museum(canvas: &mut Canvas) {
    skyline(canvas, 570.0, 380.0);
    plaza(canvas, 584.0);
    let (light, mid, dark) = (
        canvas.on(hex(0xf4efe4), 0.98, 0.02),
        canvas.on(hex(0xcfd7de), 0.7, 0.02),
        canvas.on(hex(0x4f7fa6), 0.4, 0.02),
    );
    canvas.fill(&shape(&[(210.0, 600.0), (250.0, 400.0), (520.0, 360.0), (540.0, 600.0)]), mid);
    canvas.fill(&shape(&[(480.0, 600.0), (500.0, 300.0), (700.0, 246.0), (720.0, 600.0)]), light);
    canvas.fill(&shape(&[(690.0, 600.0), (700.0, 380.0), (970.0, 330.0), (1000.0, 600.0)]), mid);
    let glass = if canvas.light.is_dark() { WARM } else { dark };
    canvas.fill(&shape(&[(560.0, 600.0), (570.0, 320.0), (610.0, 310.0), (640.0, 600.0)]), glass);
    canvas.dashes("M240 470L520 440M236 520L524 500M720 450L980 424M716 504L990 486", glass, 22.0, "34 14");
    let gold = canvas.on(hex(0xe0ac48), 0.95, 0.0);
    canvas.fill(&shape(&[(240.0, 402.0), (524.0, 360.0), (526.0, 346.0), (246.0, 388.0)]), gold);
    canvas.fill(&shape(&[(700.0, 380.0), (970.0, 330.0), (968.0, 316.0), (700.0, 366.0)]), gold);
}

pub(crate) fn bridge(canvas: &mut Canvas) {
    let line = 540.0;
    let banks = Ridge::soft(line + 4.0, 30.0, 2.0).points(canvas);
    for (count, tall, far) in [(16, 90.0, 0.5), (9, 140.0, 0.28)] {
        for house in 0..count {
            let x = (f64::from(house) + canvas.dice.between(0.0, 0.5)) / f64::from(count) * WIDTH;
            let (wide, high) = (canvas.dice.between(36.0, 80.0), tall * canvas.dice.between(0.4, 1.0));
            block(canvas, (x, line), wide, high, hex(0xe8dcc4), far);
        }
    }
    let leaf = canvas.on(hex(0x5f8a54), 0.5, 0.24);
    let trees = crowns(canvas, &banks, 34, 18.0, 40.0);
    canvas.fill(&trees, leaf);
    water(canvas, line, hex(0x5a9ab0));
    glitter(canvas, line, 40);
    let (deck, pier) = (canvas.on(hex(0xe4e0d6), 0.85, 0.04), canvas.on(hex(0x9a958e), 0.3, 0.04));
    let mut piers = String::new();
    for (x, y, tall) in [(210.0, 560.0, 80.0), (470.0, 566.0, 100.0), (760.0, 580.0, 130.0), (1060.0, 600.0, 170.0)] {
        let _ = write!(piers, "M{:.0} {y:.0}h{:.0}v{tall:.0}h-{:.0}z", x - tall * 0.14, tall * 0.28, tall * 0.28);
    }
    canvas.fill(&piers, pier);
    canvas.fill("M-20 520L1220 560V604L-20 544z", deck);
    canvas.fill("M-20 544L1220 604V614L-20 548z", pier);
    canvas.dashes("M-20 508L1220 540", pier, 22.0, "4 22");
    // Two pavilions, one at each end.
    for (x, y, size) in [(330.0, 530.0, 0.8), (900.0, 552.0, 1.1)] {
        canvas.placed((x, y), size, |canvas| {
            canvas.rect((-44.0, -90.0), 88.0, 90.0, &deck.code());
            canvas.fill("M-24 0v-50q0-22 24-22t24 22v50z", pier);
            canvas.fill("M-54-88L0-150L54-88z", canvas.light.on(hex(0x3f8fb8), 0.8, 0.0));
        });
    }
    let dark = canvas.on(hex(0x34303a), 0.2, 0.0);
    let mut walkers = String::new();
    for at in 0..4 {
        let x = 500.0 + f64::from(at) * 84.0;
        walkers.push_str(&person((x, 534.0 + x / 32.0), 30.0));
    }
    canvas.fill(&walkers, dark);
    let boat = canvas.on(hex(0xa8442e), 0.6, 0.0);
    canvas.fill("M190 720h190l-26 34H222z", boat);
    let cabin = canvas.on(hex(0xf0ece2), 0.9, 0.0);
    canvas.rect((240.0, 686.0), 84.0, 36.0, &cabin.code());
}
