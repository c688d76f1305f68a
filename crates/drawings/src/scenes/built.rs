//! What people have built and left: tombs, mosques, forts, memorials, sets.

use std::fmt::Write as _;

use crate::canvas::{Canvas, HEIGHT, Point, WIDTH, ground, shape};
use crate::colour::hex;
use crate::land::{Ridge, SNOW, birds, grass, height_at, plain, poplar, strata, strata_between};
use crate::things::{WARM, arch, dome, fine, horse, person};

pub(crate) fn domed_tomb(canvas: &mut Canvas) {
    Ridge::sharp(520.0, 110.0, 2.4).massif(canvas, hex(0x8e8aa0), 0.66, Some(430.0));
    plain(canvas, 518.0, hex(0xcbb489), 0.3);
    let mut trees = String::new();
    for x in [90.0, 150.0, 210.0, 1010.0, 1080.0, 1140.0] {
        trees.push_str(&poplar((x + canvas.dice.between(-14.0, 14.0), 600.0), canvas.dice.between(150.0, 240.0)));
    }
    let green = canvas.on(hex(0x5d8458), 0.5, 0.16);
    canvas.fill(&trees, green);
    let brick = hex(0xe6c391);
    let size = canvas.dice.between(0.86, 1.06);
    let (lit, dark) = (canvas.on(brick, 0.95, 0.04), canvas.on(hex(0xa5805c), 0.25, 0.04));
    let from_left = canvas.light.is_from_left();
    canvas.placed((600.0, 640.0), size, |canvas| {
        // The body, the drum with its dome, the gate.
        let (left, right) = if from_left { (lit, dark) } else { (dark, lit) };
        canvas.rect((-330.0, -250.0), 330.0, 250.0, &left.code());
        canvas.rect((0.0, -250.0), 330.0, 250.0, &right.code());
        let tiles = canvas.on(hex(0x2f9cb0), 0.8, 0.02);
        canvas.rect((-110.0, -350.0), 220.0, 110.0, &left.mix(right, 0.4).code());
        canvas.dashes("M-104 -300H104", tiles, 40.0, "14 8");
        dome(canvas, (0.0, -346.0), 236.0, 186.0, hex(0x35b2bf));
        canvas.rect((-150.0, -380.0), 300.0, 380.0, &lit.code());
        canvas.fill(&arch((0.0, 0.0), 210.0, 340.0), dark);
        let deep = if canvas.light.night > 0.15 { WARM } else { canvas.on(hex(0x6b4d3c), 0.1, 0.0) };
        canvas.fill(&arch((0.0, 0.0), 96.0, 170.0), deep);
        canvas.line("M-136 -366H136V-6M-136 -366V-6", tiles, 9.0);
        for x in [-168.0, 168.0] {
            canvas.rect(
                (x - 24.0, -420.0),
                48.0,
                420.0,
                &if (x < 0.0) == from_left { lit } else { left.mix(right, 0.5) }.code(),
            );
            canvas.dashes(&format!("M{x:.0} -410V-20"), tiles, 34.0, "9 26");
            dome(canvas, (x, -418.0), 52.0, 44.0, hex(0x35b2bf));
        }
        let mut niches = String::new();
        for at in 0..2 {
            for side in [-1.0, 1.0] {
                niches.push_str(&arch((side * (226.0 + 66.0 * f64::from(at)), -30.0), 46.0, 150.0));
            }
        }
        canvas.veil(&niches, dark, 0.6);
    });
    let yard = canvas.on(hex(0xe9d8b8), 0.85, 0.02);
    canvas.fill("M-20 636H1220V820H-20z", yard);
    let joint = canvas.on(hex(0xc2aa84), 0.5, 0.0);
    canvas.line(
        "M-20 668H1220M-20 712H1220M-20 772H1220M560 640L500 820M640 640L700 820M420 640L200 820M780 640L1000 820",
        joint,
        2.0,
    );
    let people = canvas.on(hex(0x35303a), 0.2, 0.0);
    canvas
        .fill(&(person((500.0, 700.0), 48.0) + &person((528.0, 702.0), 44.0) + &person((760.0, 760.0), 66.0)), people);
    birds(canvas, 6);
}

pub(crate) fn rock_cut_mosque(canvas: &mut Canvas) {
    Ridge::table(470.0, 90.0, 2.4).fill(canvas, hex(0xcdb699), 0.55);
    plain(canvas, 468.0, hex(0xd6c39a), 0.34);
    let mut brow: Vec<Point> = Vec::new();
    for step in 0..=16 {
        let part = f64::from(step) / 16.0;
        brow.push((part * 1240.0 - 20.0, 330.0 - 120.0 * (part * 3.1).sin() + canvas.dice.between(-16.0, 16.0)));
    }
    let base = canvas.on(hex(0xeedcb8), 0.92, 0.06).code();
    let bands = [hex(0xf5e7c9), hex(0xd9ba8a), hex(0xefdcb6), hex(0xcda776)];
    canvas.within(&ground(&brow, HEIGHT), &base, |canvas| {
        strata(canvas, 180.0, 700.0, &bands, 0.88, 0.05);
        let mut hollows = String::new();
        for _ in 0..26 {
            let (x, y, w) =
                (canvas.dice.between(0.0, WIDTH), canvas.dice.between(330.0, 560.0), canvas.dice.between(10.0, 34.0));
            let _ = write!(
                hollows,
                "M{x:.0} {y:.0}q{:.0}-{:.0} {w:.0} 0q-{:.0} {:.0}-{w:.0} 0",
                w / 2.0,
                w * 0.8,
                w / 2.0,
                w * 0.3
            );
        }
        let dark = canvas.on(hex(0x9a7850), 0.1, 0.04);
        canvas.veil(&hollows, dark, 0.5);
    });
    let x = canvas.dice.between(520.0, 680.0);
    let (face, deep) = (canvas.on(hex(0xf7ead0), 0.95, 0.0), canvas.on(hex(0x4a3526), 0.1, 0.0));
    canvas.fill(&arch((x, 640.0), 230.0, 260.0), face);
    canvas.fill(&arch((x, 640.0), 184.0, 222.0), canvas.light.on(hex(0xc9a878), 0.4, 0.0));
    canvas.fill(&arch((x, 640.0), 96.0, 160.0), deep);
    if canvas.light.night > 0.1 {
        let glow = canvas.around("", &[(0.0, WARM, 0.9), (1.0, WARM, 0.0)]);
        canvas.circle((x, 600.0), 120.0, &glow);
    }
    let sand = canvas.on(hex(0xe2cb9e), 0.8, 0.0);
    canvas.fill("M-20 640C260 620 420 640 620 640S1000 622 1220 650V820H-20z", sand);
    let steps = canvas.on(hex(0xf3e4c4), 0.9, 0.0);
    for step in 0..4 {
        let down = f64::from(step) * 26.0;
        canvas.rect((x - 96.0 - down, 644.0 + down), 192.0 + down * 2.0, 16.0, &steps.code());
    }
    let stone = canvas.on(hex(0xbfa27a), 0.45, 0.0);
    let mut stelae = String::new();
    for at in 0..7 {
        let left = 60.0 + f64::from(at) * 46.0 + canvas.dice.between(-10.0, 10.0);
        let tall = canvas.dice.between(50.0, 110.0);
        let _ = write!(stelae, "M{left:.0} 742v-{tall:.0}q9-16 18 0v{tall:.0}z");
    }
    canvas.fill(&stelae, stone);
    let people = canvas.on(hex(0x35302f), 0.2, 0.0);
    canvas.fill(&person((x + 150.0, 730.0), 66.0), people);
}

pub(crate) fn roofed_mosque(canvas: &mut Canvas) {
    Ridge::sharp(520.0, 220.0, 2.0).massif(canvas, hex(0x7f8ba8), 0.58, Some(400.0));
    let mut trees = String::new();
    for at in 0..9 {
        trees.push_str(&poplar(
            (60.0 + 136.0 * f64::from(at) + canvas.dice.between(-20.0, 20.0), 640.0),
            canvas.dice.between(200.0, 330.0),
        ));
    }
    let green = canvas.on(hex(0x5f8f58), 0.5, 0.22);
    canvas.fill(&trees, green);
    let (wood, dark) = (canvas.on(hex(0xa8432f), 0.85, 0.02), canvas.on(hex(0x5d2d22), 0.2, 0.02));
    let roof = if canvas.season.is_white() { SNOW } else { hex(0x4e8a72) };
    let tiles = canvas.on(roof, 0.75, 0.02);
    let trim = canvas.on(hex(0xf0c458), 0.95, 0.0);
    // Roofs upon roofs, with turned-up eaves.
    for (foot, half, tall) in [(640.0, 290.0, 150.0), (470.0, 190.0, 110.0), (336.0, 96.0, 90.0)] {
        canvas.rect((600.0 - half * 0.78, foot - tall), half * 1.56, tall, &wood.code());
        canvas.dashes(
            &format!("M{:.0} {:.0}H{:.0}", 600.0 - half * 0.74, foot - tall * 0.45, 600.0 + half * 0.74),
            dark,
            tall * 0.62,
            "26 16",
        );
        canvas.line(&format!("M{:.0} {:.0}H{:.0}", 600.0 - half * 0.78, foot - 4.0, 600.0 + half * 0.78), trim, 6.0);
        let y = foot - tall;
        canvas.fill(
            &format!(
                "M{:.0} {:.0}Q{:.0} {:.0} {:.0} {:.0}H{:.0}Q{:.0} {:.0} {:.0} {:.0}Q600 {:.0} {:.0} {:.0}z",
                600.0 - half,
                y - 16.0,
                600.0 - half * 0.82,
                y + 4.0,
                600.0 - half * 0.55,
                y - 62.0,
                600.0 + half * 0.55,
                600.0 + half * 0.82,
                y + 4.0,
                600.0 + half,
                y - 16.0,
                y + 30.0,
                600.0 - half,
                y - 16.0
            ),
            tiles,
        );
    }
    canvas.line("M600 186V120", trim, 5.0);
    canvas.mark(&format!("<path d=\"M612 96a18 18 0 1 0 0 30 14 14 0 1 1 0-30z\" fill=\"{}\"/>", trim.code()));
    let deep = if canvas.light.night > 0.15 { WARM } else { dark };
    canvas.fill(&arch((600.0, 640.0), 84.0, 128.0), trim);
    canvas.fill(&arch((600.0, 640.0), 66.0, 112.0), deep);
    plain(canvas, 636.0, hex(0xcdb78e), 0.03);
    let wall = canvas.on(hex(0xe8d8b4), 0.8, 0.0);
    canvas.fill("M-20 650H330v-60H-20zM870 650H1220v-60H870z", wall);
    canvas.fill("M-20 592H336v-10H-20zM864 592H1220v-10H864z", tiles);
    let people = canvas.on(hex(0x352f33), 0.2, 0.0);
    canvas.fill(&(person((470.0, 730.0), 66.0) + &person((730.0, 706.0), 58.0)), people);
}

pub(crate) fn ruins(canvas: &mut Canvas) {
    Ridge::soft(520.0, 60.0, 2.2).fill(canvas, hex(0xb5a690), 0.6);
    plain(canvas, 515.0, hex(0xcdb682), 0.34);
    let clay = hex(0xd7ad78);
    for (foot, tall, far) in [(560.0, 130.0, 0.34), (640.0, 220.0, 0.1)] {
        let mut line = Vec::new();
        let mut x = if far > 0.2 { 260.0 } else { 60.0 };
        let end = if far > 0.2 { 980.0 } else { 1140.0 };
        line.push((x - 70.0, foot));
        while x < end {
            let is_tower = canvas.dice.chance(0.28);
            let wide = if is_tower { canvas.dice.between(60.0, 90.0) } else { canvas.dice.between(30.0, 80.0) };
            let high = tall * if is_tower { canvas.dice.between(0.85, 1.05) } else { canvas.dice.between(0.25, 0.7) };
            line.push((x, foot - high * 0.92));
            line.push((x + wide * 0.3, foot - high));
            line.push((x + wide * 0.7, foot - high * canvas.dice.between(0.86, 1.0)));
            line.push((x + wide, foot - high * 0.8));
            x += wide + canvas.dice.between(2.0, 12.0);
        }
        line.push((x + 80.0, foot));
        let base = canvas.on(clay, 0.9, far).code();
        canvas.within(&ground(&line, foot + 40.0), &base, |canvas| {
            strata(canvas, foot - tall, foot + 20.0, &[hex(0xe0bb88), hex(0xc4955f), hex(0xd9b07a)], 0.85, far);
            let dark = canvas.on(hex(0x8a623e), 0.1, far);
            let shade = crate::land::shadows(canvas, &line, foot + 20.0, tall * 0.5);
            canvas.veil(&shade, dark, 0.6);
        });
        if far < 0.2 {
            let gate = canvas.on(hex(0x70503a), 0.1, 0.05);
            let x = canvas.dice.between(420.0, 780.0);
            canvas.fill(&arch((x, foot + 6.0), 78.0, 128.0), gate);
        }
    }
    let mound = Ridge::soft(700.0, 60.0, 1.6).points(canvas);
    let near = canvas.on(hex(0xc6a470), 0.75, 0.0);
    canvas.fill(&ground(&mound, HEIGHT), near);
    grass(canvas, 690.0, hex(0xa28c4c), 110);
    let dark = canvas.on(hex(0x362b2a), 0.15, 0.0);
    let x = canvas.dice.between(200.0, 900.0);
    canvas.fill(
        &(horse((x, height_at(&mound, x) + 10.0), 60.0, true)
            + &horse((x + 90.0, height_at(&mound, x + 90.0) + 14.0), 56.0, true)),
        dark,
    );
    birds(canvas, 4);
}

pub(crate) fn fort(canvas: &mut Canvas) {
    crate::land::water(canvas, 500.0, hex(0x3f9cba));
    crate::land::glitter(canvas, 500.0, 20);
    let rock = shape(&[
        (-20.0, 640.0),
        (120.0, 520.0),
        (300.0, 470.0),
        (820.0, 450.0),
        (980.0, 520.0),
        (1100.0, 640.0),
        (1220.0, 680.0),
        (1220.0, 820.0),
        (-20.0, 820.0),
    ]);
    let base = canvas.on(hex(0xd9c298), 0.85, 0.08).code();
    canvas.within(&rock, &base, |canvas| {
        strata(canvas, 450.0, 800.0, &[hex(0xe6d2aa), hex(0xbf9f6e), hex(0xdcc598)], 0.8, 0.06)
    });
    let (stone, dark) = (canvas.on(hex(0xefe2c6), 0.95, 0.04), canvas.on(hex(0x8f7a60), 0.2, 0.04));
    canvas.fill("M270 480v-110h560v96z", stone);
    canvas.dashes("M270 362H830", stone, 24.0, "22 14");
    canvas.fill("M240 490v-180h84v176zM780 476v-170h84v176z", stone.mix(dark, 0.25));
    canvas.dashes("M236 302H328M776 298H868", stone, 22.0, "16 10");
    canvas.fill(&arch((560.0, 472.0), 66.0, 88.0), dark);
    canvas.dashes("M360 420H760", dark, 18.0, "6 46");
    let (white, green) = (canvas.on(hex(0xf8f5ee), 0.95, 0.08), canvas.on(hex(0x3f8f74), 0.7, 0.08));
    canvas.rect((610.0, 290.0), 60.0, 80.0, &white.code());
    canvas.fill(&fine(&[(604.0, 292.0), (640.0, 220.0), (676.0, 292.0)]), green);
    canvas.rect((420.0, 326.0), 130.0, 44.0, &white.code());
    canvas.fill("M410 328h150l-20-30h-110z", green);
    let iron = canvas.on(hex(0x3a3a40), 0.3, 0.0);
    for x in [360.0, 860.0] {
        let x = x + canvas.dice.between(-30.0, 30.0);
        canvas.line(&format!("M{x:.0} 690l74-26"), iron, 15.0);
        canvas.circle((x + 8.0, 700.0), 19.0, &iron.code());
    }
    grass(canvas, 690.0, hex(0xa8924e), 80);
    let people = canvas.on(hex(0x352f33), 0.2, 0.0);
    canvas.fill(&person((640.0, 690.0), 56.0), people);
    birds(canvas, 5);
}

pub(crate) fn rock_art(canvas: &mut Canvas) {
    Ridge::soft(450.0, 130.0, 2.4).fill(canvas, hex(0x9c9478), 0.5);
    let grass_colour = if canvas.season.is_white() { SNOW } else { hex(0xa8a25c) };
    let slope = Ridge::soft(560.0, 90.0, 1.8).points(canvas);
    let green = canvas.on(grass_colour, 0.75, 0.2);
    canvas.fill(&ground(&slope, HEIGHT), green);
    let stone = hex(0x8a5d44);
    let slabs = [
        [(40.0, 640.0), (90.0, 360.0), (330.0, 300.0), (420.0, 420.0), (390.0, 700.0)],
        [(350.0, 720.0), (430.0, 330.0), (700.0, 250.0), (830.0, 390.0), (780.0, 760.0)],
        [(770.0, 740.0), (840.0, 420.0), (1060.0, 350.0), (1190.0, 460.0), (1180.0, 760.0)],
    ];
    let from_left = canvas.light.is_from_left();
    for slab in slabs {
        let slab: Vec<Point> = slab
            .iter()
            .map(|(x, y)| (x + canvas.dice.between(-24.0, 24.0), y + canvas.dice.between(-20.0, 20.0)))
            .collect();
        let mean = slab.iter().fold((0.0, 0.0), |sum, point| (sum.0 + point.0 / 5.0, sum.1 + point.1 / 5.0));
        let (lit, dark) = (canvas.on(stone.lift(0.05), 0.95, 0.02), canvas.on(stone, 0.15, 0.02));
        let side = if from_left { 46.0 } else { -46.0 };
        let thick: Vec<Point> = slab.iter().map(|(x, y)| (x + side, y + 22.0)).collect();
        canvas.fill(&shape(&thick), dark);
        canvas.within(&shape(&slab), &lit.code(), |canvas| {
            let bands = [stone.lift(0.02), hex(0x6f4634), stone.lift(0.07)];
            strata_between(canvas, (mean.0 - 260.0, mean.0 + 260.0), (240.0, 780.0), &bands, 0.8, 0.02);
        });
        carvings(canvas, mean);
    }
    let front = canvas.on(grass_colour.lift(-0.05), 0.6, 0.0);
    canvas.fill("M-20 690C200 660 420 730 640 720S1040 700 1220 716V820H-20z", front);
    grass(canvas, 690.0, grass_colour.mix(hex(0x7f8440), 0.5), 150);
}

/// Ibexes, an archer, and a sun, pecked into the dark skin of a rock.
fn carvings(canvas: &mut Canvas, (x, y): Point) {
    let pale = canvas.on(hex(0xf2d9b4), 0.95, 0.0);
    let mut path = String::new();
    for _ in 0..4 {
        let (at_x, at_y) = (x + canvas.dice.between(-110.0, 60.0), y + canvas.dice.between(-80.0, 90.0));
        let s = canvas.dice.between(0.7, 1.25);
        let n = |number: f64| crate::canvas::short(number * s);
        let _ = write!(
            path,
            "M{at_x:.0} {at_y:.0}v-{}l{} -{}h{}l{} -{}v{}m0-{}v{}m-{}-{}v{}m-{} 0v{}M{:.0} {:.0}q-{}-{} -{} -{}",
            n(2.0),
            n(3.0),
            n(4.0),
            n(30.0),
            n(8.0),
            n(10.0),
            n(12.0),
            n(1.0),
            n(17.0),
            n(7.0),
            n(15.0),
            n(15.0),
            n(24.0),
            n(4.0),
            at_x + 41.0 * s,
            at_y - 16.0 * s,
            n(6.0),
            n(30.0),
            n(34.0),
            n(18.0)
        );
    }
    if canvas.dice.chance(0.6) {
        let (at_x, at_y) = (x + canvas.dice.between(-40.0, 40.0), y - canvas.dice.between(60.0, 110.0));
        let _ = write!(path, "M{:.0} {at_y:.0}a16 16 0 1 0 .1 0z", at_x);
        for ray in 0..10 {
            let turn = f64::from(ray) * std::f64::consts::TAU / 10.0;
            let (sin, cos) = turn.sin_cos();
            let _ = write!(
                path,
                "M{:.0} {:.0}l{:.0} {:.0}",
                at_x + cos * 21.0,
                at_y + 16.0 + sin * 21.0,
                cos * 10.0,
                sin * 10.0
            );
        }
    }
    canvas.mark("<g stroke-linejoin=\"round\" opacity=\".85\">");
    canvas.line(&path, pale, 4.5);
    canvas.mark("</g>");
}

pub(crate) fn set_town(canvas: &mut Canvas) {
    Ridge::sharp(520.0, 130.0, 2.2).massif(canvas, hex(0x8a86a0), 0.62, None);
    plain(canvas, 516.0, hex(0xcdb483), 0.28);
    let clay = hex(0xdfb884);
    let (lit, dark) = (canvas.on(clay, 0.95, 0.05), canvas.on(hex(0x9a7450), 0.2, 0.05));
    let from_left = canvas.light.is_from_left();
    canvas.rect((150.0, 430.0), 760.0, 190.0, &lit.code());
    canvas.dashes("M150 418H910", lit, 30.0, "26 16");
    for x in [150.0, 400.0, 660.0, 900.0] {
        let tall = canvas.dice.between(250.0, 300.0);
        let side = if from_left { (lit, dark) } else { (dark, lit) };
        canvas.fill(&fine(&[(x - 52.0, 622.0), (x - 42.0, 622.0 - tall), (x, 622.0 - tall), (x, 622.0)]), side.0);
        canvas.fill(
            &fine(&[(x, 622.0), (x, 622.0 - tall), (x + 42.0, 622.0 - tall), (x + 52.0, 622.0)]),
            side.1.mix(side.0, 0.3),
        );
        canvas.dashes(&format!("M{:.0} {:.0}h96", x - 48.0, 612.0 - tall), lit, 26.0, "18 12");
        canvas.dashes(&format!("M{x:.0} {:.0}V600", 650.0 - tall), dark, 9.0, "20 40");
    }
    dome(canvas, (300.0, 420.0), 120.0, 90.0, hex(0x3aa5b0));
    dome(canvas, (770.0, 420.0), 150.0, 110.0, hex(0x3aa5b0));
    canvas.fill(&arch((530.0, 622.0), 130.0, 190.0), lit.lift(0.04));
    canvas.fill(&arch((530.0, 622.0), 96.0, 156.0), dark);
    // Behind the wall one sees that it is a set.
    let wood = canvas.on(hex(0xa5835c), 0.5, 0.02);
    canvas.line(
        "M950 430V620M1010 460V620M1070 500V620M950 440L1080 620M950 520L1020 620M950 470H1030M950 540H1080",
        wood,
        6.0,
    );
    plain(canvas, 618.0, hex(0xc9a872), 0.02);
    camera_crane(canvas, (250.0, 730.0), 1.0);
    let people = canvas.on(hex(0x332e32), 0.2, 0.0);
    canvas.fill(
        &(horse((560.0, 690.0), 66.0, true)
            + &horse((650.0, 700.0), 66.0, true)
            + &person((330.0, 736.0), 62.0)
            + &person((370.0, 738.0), 58.0)),
        people,
    );
}

/// A camera on its arm, with who works it.
pub(crate) fn camera_crane(canvas: &mut Canvas, place: Point, scale: f64) {
    let iron = canvas.on(hex(0x2f3038), 0.25, 0.0);
    canvas.placed(place, scale, |canvas| {
        canvas.line("M-40 0L0 -84L40 0M0 -84V0M-96 -40L250 -196", iron, 7.0);
        canvas.fill("M-130 -46h40v34h-40zM236 -216h52v38h-52zM288 -206l22-10v38l-22-10zM-60 0h120v12H-60z", iron);
        canvas.line("M250 -196L210 -164", iron, 4.0);
        let people = person((-6.0, 4.0), 66.0);
        canvas.fill(&people, iron);
    });
}

pub(crate) fn camp(canvas: &mut Canvas) {
    let is_white = canvas.season.is_white();
    Ridge::soft(540.0, 30.0, 2.0).fill(canvas, hex(0x9a9c98), 0.6);
    plain(canvas, 534.0, if is_white { SNOW } else { hex(0xb3a77c) }, 0.3);
    let (wall, roof) =
        (canvas.on(hex(0xcfc4ae), 0.7, 0.16), canvas.on(if is_white { SNOW } else { hex(0x7d6a5c) }, 0.75, 0.14));
    let pane = if canvas.light.night > 0.2 { WARM } else { canvas.on(hex(0x3f4a58), 0.3, 0.1) };
    for (x, y, wide) in [(90.0, 590.0, 330.0), (470.0, 580.0, 300.0), (820.0, 592.0, 340.0)] {
        let x = x + canvas.dice.between(-20.0, 20.0);
        canvas.rect((x, y - 74.0), wide, 74.0, &wall.code());
        canvas.fill(
            &fine(&[
                (x - 14.0, y - 72.0),
                (x + 26.0, y - 122.0),
                (x + wide - 26.0, y - 122.0),
                (x + wide + 14.0, y - 72.0),
            ]),
            roof,
        );
        canvas.dashes(&format!("M{:.0} {:.0}h{:.0}", x + 20.0, y - 38.0, wide - 40.0), pane, 26.0, "18 32");
    }
    let (wood, dark) = (canvas.on(hex(0x6a5544), 0.4, 0.02), canvas.on(hex(0x3a332e), 0.2, 0.0));
    let x = canvas.dice.between(820.0, 1010.0);
    canvas.line(
        &format!(
            "M{:.0} 720L{:.0} 380M{:.0} 720L{:.0} 380M{:.0} 620L{:.0} 480M{:.0} 480L{:.0} 620",
            x - 56.0,
            x - 34.0,
            x + 56.0,
            x + 34.0,
            x - 50.0,
            x + 40.0,
            x - 40.0,
            x + 50.0
        ),
        wood,
        9.0,
    );
    canvas.rect((x - 52.0, 300.0), 104.0, 84.0, &wood.code());
    canvas.fill(
        &fine(&[(x - 70.0, 304.0), (x, 246.0), (x + 70.0, 304.0)]),
        canvas.light.on(if is_white { SNOW } else { hex(0x54463c) }, 0.7, 0.0),
    );
    canvas.rect((x - 36.0, 318.0), 72.0, 34.0, &dark.code());
    let ground_colour = canvas.on(if is_white { SNOW } else { hex(0xa89a6c) }, 0.75, 0.0);
    canvas.fill("M-20 690C300 670 700 700 1220 684V820H-20z", ground_colour);
    let mut posts = String::new();
    for at in 0..9 {
        let _ = write!(posts, "M{0} 776V628q0-14 14-20", 20 + at * 146);
    }
    canvas.line(&posts, dark, 7.0);
    canvas.line(
        "M-20 644Q600 652 1220 644M-20 676Q600 686 1220 676M-20 708Q600 718 1220 708M-20 740Q600 752 1220 740",
        dark,
        1.8,
    );
    grass(canvas, 740.0, if is_white { hex(0xd9d4c4) } else { hex(0x8f8450) }, 60);
    birds(canvas, 3);
}

pub(crate) fn cemetery(canvas: &mut Canvas) {
    let is_white = canvas.season.is_white();
    Ridge::soft(540.0, 60.0, 2.0).fill(canvas, hex(0x98998c), 0.6);
    let steppe = if is_white { SNOW } else { hex(0xb5a56a) };
    plain(canvas, 530.0, steppe, 0.3);
    let mut stones: Vec<(f64, f64)> =
        (0..26).map(|_| (canvas.dice.between(30.0, 1170.0), canvas.dice.part())).collect();
    stones.sort_by(|one, other| one.1.total_cmp(&other.1));
    for row in stones.chunks(7) {
        let (mut path, mut nearness) = (String::new(), 0.0);
        for (x, near) in row {
            let y = 560.0 + 170.0 * near;
            let tall = 24.0 + 84.0 * near;
            let wide = tall * 0.34;
            match canvas.dice.whole(0, 2) {
                0 => {
                    let _ = write!(
                        path,
                        "M{x:.0} {y:.0}v-{tall:.0}h{w:.0}v{tall:.0}zM{:.0} {:.0}h{:.0}v{w:.0}h-{:.0}z",
                        x - wide * 0.7,
                        y - tall * 0.74,
                        wide * 1.7,
                        wide * 1.7,
                        w = wide * 0.3
                    );
                }
                1 => {
                    let _ = write!(
                        path,
                        "M{x:.0} {y:.0}v-{:.0}q{:.0}-{:.0} {wide:.0} 0v{:.0}z",
                        tall * 0.7,
                        wide / 2.0,
                        wide * 0.7,
                        tall * 0.7
                    );
                }
                _ => {
                    let _ = write!(
                        path,
                        "M{x:.0} {y:.0}l{:.0}-{tall:.0}h{:.0}l{:.0} {tall:.0}z",
                        wide * 0.2,
                        wide * 0.5,
                        wide * 0.2
                    );
                }
            }
            nearness = *near;
        }
        let grey = canvas.on(hex(0x8e8a88), 0.35 + nearness * 0.2, 0.32 * (1.0 - nearness));
        canvas.fill(&path, grey);
    }
    grass(canvas, 640.0, steppe.mix(hex(0x8f8450), 0.4), 150);
    birds(canvas, 3);
}
