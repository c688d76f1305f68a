//! Works: what melts, burns, digs and flies.

use std::fmt::Write as _;

use super::built::camera_crane;
use crate::canvas::{Canvas, HEIGHT, WIDTH, ground, shape};
use crate::colour::hex;
use crate::land::{Ridge, SNOW, birds, glitter, grass, plain, water};
use crate::things::{WARM, fine, person, pylon, smoke};

pub(crate) fn steelworks(canvas: &mut Canvas) {
    let line = 560.0;
    water(canvas, line, hex(0x5f7f92));
    let dusk = canvas.light.night.max(0.35);
    let fire = canvas.around("", &[(0.0, hex(0xff7a2c), 0.75 * dusk), (1.0, hex(0xff7a2c), 0.0)]);
    for (x, y, size) in [(250.0, 250.0, 46.0), (520.0, 190.0, 54.0), (930.0, 230.0, 44.0)] {
        let x = x + canvas.dice.between(-30.0, 30.0);
        smoke(canvas, (x, y), size);
    }
    canvas.mirrored(line, 0.4, |canvas| {
        for (surface, far, tall) in [(hex(0x77757f), 0.42, 150.0), (hex(0x4e4a55), 0.12, 110.0)] {
            let colour = canvas.on(surface, 0.5, far);
            let mut path = String::new();
            let mut x = -10.0;
            while x < WIDTH {
                let (wide, high) = (canvas.dice.between(60.0, 170.0), tall * canvas.dice.between(0.4, 1.0));
                let _ = write!(
                    path,
                    "M{x:.0} {line}v-{high:.0}l{:.0}-{:.0}h{:.0}l{:.0} {:.0}v{high:.0}z",
                    wide * 0.1,
                    high * 0.16,
                    wide * 0.3,
                    wide * 0.6,
                    high * 0.16
                );
                x += wide + 4.0;
            }
            for _ in 0..5 {
                let (x, high) = (canvas.dice.between(60.0, 1120.0), tall * canvas.dice.between(1.7, 2.7));
                let _ = write!(path, "M{:.0} {line}l5-{high:.0}h14l5 {high:.0}z", x);
            }
            canvas.fill(&path, colour);
        }
        let iron = canvas.on(hex(0x3c3842), 0.35, 0.04);
        for x in [330.0, 640.0, 860.0] {
            let x = x + canvas.dice.between(-36.0, 36.0);
            // A furnace with its pipe and hoist.
            canvas.fill(&format!("M{:.0} {line}l14-150-10-40 24-70h44l24 70-10 40 14 150z", x - 50.0), iron);
            canvas.line(
                &format!(
                    "M{x:.0} 304V262q0-16 18-16t20 20L{:.0} {line}M{:.0} {line}L{:.0} 300",
                    x + 150.0,
                    x - 170.0,
                    x - 12.0
                ),
                iron,
                9.0,
            );
            canvas.circle((x, 470.0), 120.0, &fire);
            canvas.dashes(&format!("M{:.0} 520h74", x - 36.0), WARM, 12.0, "10 8");
        }
        canvas.dashes("M20 536H1180", WARM.mix(hex(0xff9a4a), 0.4), 5.0, "5 34 4 20 6 60");
    });
    glitter(canvas, line, 22);
    let bank = canvas.on(if canvas.season.is_white() { SNOW } else { hex(0x5f5c4c) }, 0.4, 0.0);
    canvas.fill("M-20 740C300 712 640 760 1220 730V820H-20z", bank);
    let dark = canvas.on(hex(0x2a262c), 0.15, 0.0);
    canvas.fill(&person((300.0, 744.0), 52.0), dark);
}

pub(crate) fn power_plant(canvas: &mut Canvas) {
    let line = 580.0;
    Ridge::soft(line, 40.0, 2.0).fill(canvas, hex(0x9a9a86), 0.5);
    water(canvas, line, hex(0x6f9ab0));
    smoke(canvas, (612.0, 70.0), 40.0);
    canvas.mirrored(line, 0.42, |canvas| {
        let (wall, dark) = (canvas.on(hex(0xd6d8d6), 0.8, 0.16), canvas.on(hex(0x7a8088), 0.3, 0.16));
        canvas.fill("M700 580V400H1120V580zM790 400V330H1040V400z", wall);
        canvas.dashes("M716 450H1110M716 510H1110M800 366H1030", dark, 20.0, "26 16");
        let shaft = canvas.across(&[(0.0, wall.lift(0.04), 1.0), (1.0, dark, 1.0)]);
        canvas.fill_with("M574 580L592 70H620L642 580z", &shaft);
        let red = canvas.on(hex(0xc8402e), 0.85, 0.1);
        canvas.fill("M591 92h29l2 36h-32zM588 164h36l2 36h-40zM585 236h42l2 36h-46z", red);
        if canvas.light.night > 0.1 {
            canvas.circle((606.0, 74.0), 7.0, "#ff5a4a");
        }
        let iron = canvas.on(hex(0x5c6470), 0.3, 0.18);
        for (x, tall) in [(120.0, 190.0), (300.0, 160.0), (440.0, 130.0)] {
            canvas.line(&pylon((x, 580.0), tall), iron, 4.0);
        }
        canvas.line("M-20 432Q60 452 120 432T300 452T440 478T720 430", iron, 1.8);
    });
    glitter(canvas, line, 24);
    let surface = if canvas.season.is_white() { SNOW } else { hex(0xa09858) };
    let bank = canvas.on(surface, 0.6, 0.0);
    canvas.fill("M-20 700C260 680 480 740 760 730S1100 700 1220 716V820H-20z", bank);
    grass(canvas, 705.0, surface.mix(hex(0x7f8040), 0.4), 120);
    birds(canvas, 5);
}

pub(crate) fn open_pit(canvas: &mut Canvas) {
    plain(canvas, 430.0, hex(0xb0a27c), 0.46);
    Ridge::table(446.0, 46.0, 2.4).fill(canvas, hex(0x8f8578), 0.5);
    let layers = [hex(0xb59a74), hex(0x8f7a62), hex(0x6f6258), hex(0x544c4a), hex(0x413c3e), hex(0x333036)];
    for (bench, colour) in layers.into_iter().enumerate() {
        let part = bench as f64 / 5.0;
        let y = 452.0 + 250.0 * part;
        let far = 0.42 * (1.0 - part);
        let (lit, dark) = (canvas.on(colour.lift(0.06), 0.9, far), canvas.on(colour, 0.3, far));
        let inset = 40.0 + 150.0 * part;
        let sway = canvas.dice.between(-20.0, 20.0);
        canvas.fill(
            &format!(
                "M{:.0} {y:.0}Q600 {:.0} {:.0} {:.0}V820H{:.0}z",
                inset - 60.0,
                y + 26.0 + sway,
                1260.0 - inset,
                y - 8.0,
                inset - 60.0
            ),
            lit,
        );
        canvas.fill(
            &format!(
                "M{:.0} {:.0}Q600 {:.0} {:.0} {:.0}V820H{:.0}z",
                inset - 50.0,
                y + 14.0,
                y + 42.0 + sway,
                1250.0 - inset,
                y + 8.0,
                inset - 50.0
            ),
            dark,
        );
    }
    let road = canvas.on(hex(0xd2bc96), 0.8, 0.1);
    canvas.line("M1180 470C900 500 560 520 380 560S560 640 800 650S520 740 420 790", road, 13.0);
    let iron = canvas.on(hex(0xd99a2c), 0.8, 0.06);
    let dark = canvas.on(hex(0x37343a), 0.3, 0.02);
    let (x, y) = (canvas.dice.between(660.0, 820.0), 690.0);
    // A machine with a wheel of buckets.
    canvas.fill(&format!("M{x:.0} {y:.0}h150v-60h-40v-40h-70v40h-40z"), iron);
    canvas.line(
        &format!(
            "M{:.0} {:.0}L{:.0} {:.0}M{:.0} {:.0}L{:.0} {:.0}L{:.0} {:.0}M{:.0} {:.0}L{:.0} {:.0}",
            x + 20.0,
            y - 60.0,
            x - 190.0,
            y - 20.0,
            x + 76.0,
            y - 96.0,
            x + 70.0,
            y - 210.0,
            x - 180.0,
            y - 30.0,
            x + 70.0,
            y - 210.0,
            x + 250.0,
            y - 90.0
        ),
        iron,
        8.0,
    );
    canvas.mark(&format!("<circle cx=\"{:.0}\" cy=\"{:.0}\" r=\"46\" fill=\"none\" stroke=\"{}\" stroke-width=\"16\" stroke-dasharray=\"20 9\"/>", x - 206.0, y - 14.0, iron.code()));
    canvas.rect((x - 10.0, y), 170.0, 20.0, &dark.code());
    for (at_x, at_y) in [(520.0, 546.0), (900.0, 496.0), (470.0, 760.0)] {
        let at_x = at_x + canvas.dice.between(-40.0, 40.0);
        canvas.fill(&format!("M{at_x:.0} {at_y:.0}h46v-16h-12l-4-14h-34z"), iron);
        canvas.circle((at_x + 10.0, at_y), 7.0, &dark.code());
        canvas.circle((at_x + 36.0, at_y), 7.0, &dark.code());
    }
    let brow = canvas.on(hex(0x9a855c), 0.6, 0.0);
    canvas.fill("M-20 700C120 720 240 760 330 820H-20z", brow);
    canvas.fill(&person((120.0, 740.0), 60.0), dark);
}

pub(crate) fn spaceport(canvas: &mut Canvas) {
    Ridge::soft(600.0, 26.0, 2.0).fill(canvas, hex(0xa49a80), 0.55);
    plain(canvas, 592.0, hex(0xc4ad76), 0.3);
    let (iron, dark) = (canvas.on(hex(0x7d8794), 0.6, 0.06), canvas.on(hex(0x474d58), 0.25, 0.06));
    let x = 600.0 + canvas.dice.between(-70.0, 70.0);
    if canvas.light.night > 0.05 {
        for (from, to) in [(x - 330.0, x - 10.0), (x + 330.0, x + 10.0)] {
            let beam = canvas.down(&[(0.0, WARM, 0.05), (1.0, hex(0xfff4d4), 0.5)]);
            canvas.fill_with(
                &shape(&[(from - 6.0, 610.0), (to - 50.0, 110.0), (to + 50.0, 110.0), (from + 6.0, 610.0)]),
                &beam,
            );
        }
        let glow = canvas.around("", &[(0.0, hex(0xfff0c8), 0.7), (1.0, hex(0xfff0c8), 0.0)]);
        canvas.circle((x, 420.0), 300.0, &glow);
    }
    // Masts, the arms of the pad, and the rocket between them.
    let mut masts = String::new();
    for over in [-250.0, 250.0] {
        let _ = write!(
            masts,
            "M{:.0} 610L{:.0} 190L{:.0} 610M{:.0} 520h32M{:.0} 430h26M{:.0} 340h18",
            x + over - 22.0,
            x + over,
            x + over + 22.0,
            x + over - 16.0,
            x + over - 13.0,
            x + over - 9.0
        );
    }
    canvas.line(&masts, dark, 4.0);
    let mut tower = String::new();
    for floor in 0..8 {
        let y = 250.0 + f64::from(floor) * 44.0;
        let _ = write!(tower, "M{:.0} {y:.0}h86l-86 44h86", x + 66.0);
    }
    canvas.line(&format!("{tower}M{:.0} 240V610M{:.0} 240V610", x + 66.0, x + 152.0), iron, 5.0);
    canvas.line(
        &format!(
            "M{:.0} 610L{:.0} 330M{:.0} 610L{:.0} 350M{:.0} 300h40M{:.0} 400h34",
            x - 170.0,
            x - 34.0,
            x + 170.0,
            x + 36.0,
            x + 30.0,
            x + 34.0
        ),
        dark,
        9.0,
    );
    let (white, grey) = (canvas.on(hex(0xfafaf6), 1.0, 0.0), canvas.on(hex(0x9aa4b0), 0.3, 0.0));
    let from_left = canvas.light.is_from_left() || canvas.light.night > 0.05;
    let stops = if from_left { [(0.0, white, 1.0), (1.0, grey, 1.0)] } else { [(0.0, grey, 1.0), (1.0, white, 1.0)] };
    let skin = canvas.across(&stops);
    canvas.fill_with(&format!("M{x:.0} 130q6 10 6 60q16 16 18 50v310h-48V240q2-34 18-50q0-50 6-60z"), &skin);
    let orange = canvas.on(hex(0xd9822f), 0.85, 0.0);
    canvas.fill(&format!("M{:.0} 340l-24 210h-10v28h44zM{:.0} 340l24 210h10v28h-44z", x - 18.0, x + 18.0), orange);
    canvas.rect((x - 24.0, 268.0), 48.0, 16.0, &grey.code());
    let pad = canvas.on(hex(0xb9b2a6), 0.7, 0.02);
    canvas.fill(&shape(&[(x - 300.0, 604.0), (x + 300.0, 604.0), (x + 380.0, 640.0), (x - 380.0, 640.0)]), pad);
    let fog = canvas.around("", &[(0.0, hex(0xffffff), 0.6), (1.0, hex(0xffffff), 0.0)]);
    for over in [-110.0, 40.0, 140.0] {
        canvas.circle((x + over, 600.0), canvas_radius(over), &fog);
    }
    let steppe = Ridge::soft(690.0, 40.0, 1.4);
    let points = steppe.points(canvas);
    let surface = if canvas.season.is_white() { SNOW } else { hex(0xb79c62) };
    let near = canvas.on(surface, 0.65, 0.0);
    canvas.fill(&ground(&points, HEIGHT), near);
    grass(canvas, 690.0, surface.mix(hex(0x8f8048), 0.5), 110);
    canvas.line("M-20 720L1220 668", dark, 3.0);
    canvas.dashes("M-20 728L1220 676", dark, 10.0, "4 9");
}

fn canvas_radius(over: f64) -> f64 {
    60.0 + over.abs() * 0.2
}

pub(crate) fn studio_lot(canvas: &mut Canvas) {
    let snow = if canvas.season.is_white() { 470.0 } else { 330.0 };
    Ridge::sharp(500.0, 270.0, 2.0).massif(canvas, hex(0x7f8caa), 0.58, Some(snow));
    let leaf = canvas.on(hex(0x55845a), 0.5, 0.26);
    let row = [(0.0, 560.0), (WIDTH, 560.0)];
    let trees = crate::land::crowns(canvas, &row, 40, 50.0, 100.0);
    canvas.fill(&trees, leaf);
    for (x, y, wide, tall, wall) in [
        (60.0, 620.0, 420.0, 210.0, hex(0xe8dfcc)),
        (540.0, 612.0, 320.0, 170.0, hex(0xc9d3da)),
        (900.0, 624.0, 380.0, 200.0, hex(0xe2d2b4)),
    ] {
        let (face, dark) = (canvas.on(wall, 0.85, 0.06), canvas.on(hex(0x6c7480), 0.35, 0.05));
        canvas.fill(&format!("M{x:.0} {y:.0}v-{tall:.0}q{:.0}-80 {wide:.0} 0v{tall:.0}z", wide / 2.0), face);
        let roof = canvas.on(hex(0x8e9aa6), 0.6, 0.05);
        canvas.line(
            &format!("M{:.0} {:.0}q{:.0}-84 {:.0} 0", x - 8.0, y - tall, wide / 2.0 + 8.0, wide + 16.0),
            roof,
            12.0,
        );
        let door = (x + wide * 0.36, y - tall * 0.72);
        let inside = if canvas.light.night > 0.1 { WARM } else { dark };
        canvas.rect(door, wide * 0.28, tall * 0.72, &inside.code());
        canvas.rect((door.0 - wide * 0.15, door.1), wide * 0.15, tall * 0.72, &face.lift(-0.08).code());
    }
    plain(canvas, 616.0, hex(0xb9b3a8), 0.04);
    let iron = canvas.on(hex(0x33343c), 0.25, 0.0);
    for (x, turn) in [(180.0, 1.0), (1010.0, -1.0)] {
        canvas.line(&format!("M{x} 740L{:.0} 480M{:.0} 740L{x} 600L{:.0} 740", x, x - 40.0, x + 40.0), iron, 5.0);
        canvas.fill(
            &fine(&[
                (x - turn * 20.0, 462.0),
                (x + turn * 26.0, 448.0),
                (x + turn * 34.0, 506.0),
                (x - turn * 14.0, 498.0),
            ]),
            iron,
        );
        let beam = canvas.across(&[
            (if turn > 0.0 { 0.0 } else { 1.0 }, hex(0xfff3cc), 0.55),
            (if turn > 0.0 { 1.0 } else { 0.0 }, hex(0xfff3cc), 0.0),
        ]);
        canvas.fill_with(
            &shape(&[
                (x + turn * 30.0, 452.0),
                (x + turn * 330.0, 560.0),
                (x + turn * 300.0, 720.0),
                (x + turn * 34.0, 504.0),
            ]),
            &beam,
        );
    }
    camera_crane(canvas, (430.0, 750.0), 1.05);
    canvas.fill(&(person((720.0, 740.0), 78.0) + &person((770.0, 744.0), 74.0) + &person((880.0, 720.0), 66.0)), iron);
    canvas.line("M360 770H900", iron, 4.0);
}
