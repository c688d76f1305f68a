//! Lakes, shores, and where the water was.

use std::fmt::Write as _;

use crate::canvas::{Canvas, HEIGHT, WIDTH, ground, shape};
use crate::colour::hex;
use crate::land::{Ridge, SNOW, birds, crowns, glitter, grass, height_at, plain, shadows, spruce, spruces, water};
use crate::things::{block, fine, horse, person};

pub(crate) fn mountain_lake(canvas: &mut Canvas) {
    let line = 520.0;
    let snow = if canvas.season.is_white() { 470.0 } else { 330.0 };
    let forest = hex(0x2f6a54);
    water(canvas, line, hex(0x3fa8a8));
    canvas.mirrored(line, 0.5, |canvas| {
        Ridge::sharp(line, 390.0, 1.9).massif(canvas, hex(0x7684a0), 0.46, Some(snow));
        let slope = Ridge::soft(line + 4.0, 190.0, 2.4).points(canvas);
        let colour = canvas.on(forest.lift(0.06), 0.6, 0.3);
        canvas.fill(&ground(&slope, line), colour);
        let wood = spruces(canvas, &slope, 46, 18.0, 42.0);
        canvas.fill(&wood, colour);
        for (turn, tall) in [(true, 230.0), (false, 190.0)] {
            let mut bank = Vec::new();
            for step in 0..=8 {
                let part = f64::from(step) / 8.0;
                let x = part * 430.0;
                bank.push((if turn { x - 20.0 } else { WIDTH + 20.0 - x }, line + 4.0 - tall * (1.0 - part).powf(1.3)));
            }
            bank.sort_by(|one, other| one.0.total_cmp(&other.0));
            let dark = canvas.on(forest.lift(-0.05), 0.45, 0.1);
            let mut path = ground(&bank, line);
            for _ in 0..24 {
                let x = if turn { canvas.dice.between(-10.0, 380.0) } else { canvas.dice.between(820.0, WIDTH) };
                let high = canvas.dice.between(40.0, 84.0);
                let y = height_at(&bank, x);
                let _ = write!(
                    path,
                    "M{:.0} {:.0}l{w:.0}-{high:.0} {w:.0} {high:.0}z",
                    x - high * 0.19,
                    y + 8.0,
                    w = high * 0.19
                );
            }
            canvas.fill(&path, dark);
        }
    });
    let sheen = canvas.light.middle;
    let fill = canvas.down(&[
        (0.0, canvas.light.horizon, 0.4),
        (0.25, sheen, 0.08),
        (1.0, hex(0x0d3f52).under(canvas.light.lit), 0.4),
    ]);
    canvas.rect((0.0, line), WIDTH, HEIGHT - line, &fill);
    glitter(canvas, line, 26);
    front_spruces(canvas);
}

fn front_spruces(canvas: &mut Canvas) {
    let dark = canvas.on(hex(0x1f4a3e), 0.25, 0.0);
    let mut path = String::from("M-20 820V770Q200 730 420 800T560 820z");
    let side = canvas.dice.chance(0.5);
    for (x, y, tall) in [(60.0, 790.0, 470.0), (165.0, 800.0, 350.0), (250.0, 806.0, 240.0)] {
        let tall = tall * canvas.dice.between(0.85, 1.1);
        path.push_str(&spruce((x + canvas.dice.between(-20.0, 20.0), y), tall));
    }
    if side {
        canvas.mark("<g transform=\"matrix(-1 0 0 1 1200 0)\">");
        canvas.fill(&path, dark);
        canvas.mark("</g>");
    } else {
        canvas.fill(&path, dark);
    }
}

pub(crate) fn drowned_forest(canvas: &mut Canvas) {
    let line = 430.0;
    let forest = hex(0x2c6350);
    let far = Ridge::sharp(line, 330.0, 1.8);
    far.massif(canvas, hex(0x7f8ca4), 0.5, Some(if canvas.season.is_white() { 380.0 } else { 230.0 }));
    water(canvas, line, hex(0x36b0a2));
    canvas.mirrored(line, 0.42, |canvas| {
        for (foot, tall, far) in [(line + 4.0, 260.0, 0.34), (line + 4.0, 130.0, 0.14)] {
            let mut slope = Ridge::soft(foot, tall * 0.4, 2.0).points(canvas);
            for (x, y) in &mut slope {
                *y -= tall * ((*x - 600.0).abs() / 600.0).powf(1.4);
            }
            let colour = canvas.on(forest, 0.55, far);
            let mut path = ground(&slope, line);
            path.push_str(&spruces(canvas, &slope, 60, 26.0, 64.0));
            canvas.fill(&path, colour);
        }
    });
    let deep = canvas.on(hex(0x0f6a70), 0.7, 0.0);
    let fill = canvas.down(&[(0.0, canvas.light.horizon, 0.3), (0.3, deep, 0.12), (1.0, deep, 0.62)]);
    canvas.rect((0.0, line), WIDTH, HEIGHT - line, &fill);
    trunks(canvas, line);
    glitter(canvas, line, 16);
}

/// Bare trunks that stand in the water, each with its reflection.
fn trunks(canvas: &mut Canvas, line: f64) {
    let mut trunks: Vec<(f64, f64)> =
        (0..34).map(|_| (canvas.dice.between(20.0, 1180.0), canvas.dice.part().powf(1.5))).collect();
    trunks.sort_by(|one, other| one.1.total_cmp(&other.1));
    for group in trunks.chunks(9) {
        let mut up = String::new();
        let mut down = String::new();
        let mut nearness = 0.0;
        for (x, near) in group {
            let y = line + 26.0 + 300.0 * near;
            let tall = (70.0 + 250.0 * near) * canvas.dice.between(0.55, 1.1);
            let half = (1.6 + 6.5 * near) * canvas.dice.between(0.8, 1.2);
            let lean = canvas.dice.between(-0.03, 0.03) * tall;
            up.push_str(&fine(&[(x - half, y), (x + lean - 0.6, y - tall), (x + lean + 0.6, y - tall), (x + half, y)]));
            for stub in 0..3 {
                let at = f64::from(stub) * 0.2 + 0.3;
                let out = half * (4.2 - f64::from(stub));
                let _ = write!(up, "M{x:.0} {:.0}l{out:.0}-{:.0} 1 2z", y - tall * at, out * 0.4);
            }
            down.push_str(&fine(&[(x - half, y), (x - lean - 0.6, y + tall * 0.8), (x + half, y)]));
            nearness = *near;
        }
        let wood = canvas.on(hex(0xd5c7b4), 0.35 + 0.35 * nearness, 0.3 * (1.0 - nearness));
        canvas.veil(&down, wood, 0.28);
        canvas.fill(&up, wood);
    }
}

pub(crate) fn granite_lake(canvas: &mut Canvas) {
    let line = 500.0;
    water(canvas, line, hex(0x3d93b8));
    canvas.mirrored(line, 0.45, |canvas| {
        let hills = Ridge::sharp(line, 210.0, 1.6);
        let points = hills.massif(canvas, hex(0x7f8d94), 0.42, None);
        let wood = spruces(canvas, &points, 30, 10.0, 20.0);
        let colour = canvas.on(hex(0x466c5c), 0.5, 0.4);
        canvas.fill(&wood, colour);
        let shore = Ridge::soft(line + 3.0, 90.0, 2.2).points(canvas);
        let green = canvas.on(hex(0x2f6b4e), 0.6, 0.18);
        let mut path = ground(&shore, line);
        path.push_str(&spruces(canvas, &shore, 60, 30.0, 66.0));
        canvas.fill(&path, green);
    });
    let fill = canvas.down(&[
        (0.0, canvas.light.horizon, 0.35),
        (0.3, canvas.light.middle, 0.06),
        (1.0, hex(0x134a66).under(canvas.light.lit), 0.4),
    ]);
    canvas.rect((0.0, line), WIDTH, HEIGHT - line, &fill);
    glitter(canvas, line, 26);
    let x = canvas.dice.between(420.0, 780.0);
    boulders(canvas, x, 560.0, 1.0);
    boulders(canvas, 130.0, 790.0, 1.9);
    let pine = canvas.on(hex(0x25543f), 0.3, 0.0);
    let bark = canvas.on(hex(0x9a5f3c), 0.5, 0.0);
    canvas.line("M1090 830Q1080 600 1096 380M1096 520L1040 440M1092 470L1150 400", bark, 13.0);
    let mut path = String::new();
    for (cx, cy, w) in [(1096.0, 350.0, 210.0), (1030.0, 430.0, 150.0), (1150.0, 400.0, 150.0), (1090.0, 285.0, 150.0)]
    {
        let _ = write!(
            path,
            "M{:.0} {cy:.0}q{:.0}-{:.0} {w:.0} 0q-{:.0} {:.0}-{w:.0} 0",
            cx - w / 2.0,
            w / 2.0,
            w * 0.5,
            w / 2.0,
            w * 0.2
        );
    }
    canvas.fill(&path, pine);
}

/// Slabs piled on each other, as granite weathers.
fn boulders(canvas: &mut Canvas, x: f64, foot: f64, size: f64) {
    let (lit, dark) = (canvas.on(hex(0xb7a597), 0.95, 0.04), canvas.on(hex(0x8a7a78), 0.05, 0.04));
    let stops = match canvas.light.is_from_left() {
        true => [(0.0, lit, 1.0), (1.0, dark, 1.0)],
        false => [(0.0, dark, 1.0), (1.0, lit, 1.0)],
    };
    let fill = canvas.across(&stops);
    let mut path = String::new();
    for (over, up, wide, tall) in [
        (-90.0, 0.0, 120.0, 52.0),
        (10.0, 0.0, 130.0, 64.0),
        (-60.0, 46.0, 120.0, 44.0),
        (-20.0, 86.0, 84.0, 48.0),
        (-26.0, 128.0, 56.0, 34.0),
    ] {
        let (w, h) = (wide * size * canvas.dice.between(0.9, 1.1), tall * size);
        let (left, base) = (x + over * size, foot - up * size);
        let _ = write!(
            path,
            "M{left:.0} {base:.0}q-{:.0}-{:.0} {:.0}-{h:.0}h{:.0}q{:.0} {:.0} {:.0} {h:.0}z",
            w * 0.08,
            h * 0.8,
            w * 0.22,
            w * 0.5,
            w * 0.3,
            h * 0.2,
            w * 0.28
        );
    }
    canvas.fill_with(&path, &fill);
}

pub(crate) fn reservoir(canvas: &mut Canvas) {
    let line = 470.0;
    Ridge::sharp(line, 130.0, 2.6).massif(canvas, hex(0x8891ac), 0.66, Some(390.0));
    water(canvas, line, hex(0x3f97c4));
    glitter(canvas, line, 34);
    let shore = canvas.on(hex(0xd9bf8c), 0.85, 0.1);
    canvas.fill("M-20 620C200 600 360 640 560 690S900 790 1220 800V820H-20z", shore);
    let reeds = canvas.on(hex(0x8f9a4c), 0.6, 0.02);
    let mut path = String::new();
    for _ in 0..60 {
        let x = canvas.dice.between(-10.0, 420.0);
        let _ = write!(
            path,
            "M{x:.0} {:.0}q2-30 {:.0}-{:.0}",
            canvas.dice.between(700.0, 810.0),
            canvas.dice.between(-8.0, 22.0),
            canvas.dice.between(60.0, 130.0)
        );
    }
    canvas.line(&path, reeds, 3.0);
    let sail = canvas.on(hex(0xffffff), 0.98, 0.08);
    let hull = canvas.on(hex(0x8a3b2e), 0.6, 0.1);
    let x = canvas.dice.between(640.0, 960.0);
    canvas.fill(&fine(&[(x, 430.0), (x, 552.0), (x - 62.0, 552.0)]), sail);
    canvas.fill(&fine(&[(x + 6.0, 448.0), (x + 6.0, 552.0), (x + 46.0, 552.0)]), sail);
    canvas.fill(&fine(&[(x - 70.0, 558.0), (x + 56.0, 558.0), (x + 40.0, 574.0), (x - 50.0, 574.0)]), hull);
    let dark = canvas.on(hex(0x3a2f36), 0.2, 0.0);
    canvas.fill(&(person((470.0, 700.0), 46.0) + &person((502.0, 704.0), 42.0)), dark);
    birds(canvas, 5);
}

pub(crate) fn coast(canvas: &mut Canvas) {
    let line = 460.0;
    water(canvas, line, hex(0x2f9dbb));
    glitter(canvas, line, 44);
    // Cliffs on one side, with a town upon them.
    let cliff = [
        (560.0, 520.0),
        (640.0, 470.0),
        (700.0, 452.0),
        (760.0, 400.0),
        (880.0, 384.0),
        (960.0, 352.0),
        (1220.0, 338.0),
        (1220.0, 620.0),
        (1080.0, 640.0),
        (900.0, 600.0),
        (760.0, 570.0),
        (640.0, 540.0),
    ];
    for house in 0..6 {
        let x = 800.0 + f64::from(house) * 70.0 + canvas.dice.between(-8.0, 8.0);
        let tall = canvas.dice.between(60.0, 140.0);
        block(canvas, (x, 400.0 - f64::from(house) * 8.0), canvas_width(house), tall, hex(0xe7ddcd), 0.26);
    }
    let base = canvas.on(hex(0xeadbbd), 0.9, 0.16).code();
    canvas.within(&shape(&cliff), &base, |canvas| {
        let bands = [hex(0xf3e9d3), hex(0xd6b98f), hex(0xefe0c2)];
        crate::land::strata(canvas, 330.0, 660.0, &bands, 0.85, 0.14);
        let dark = canvas.on(hex(0xa88a6c), 0.05, 0.1);
        let gullies = shadows(canvas, &cliff, 640.0, 300.0);
        canvas.veil(&gullies, dark, 0.4);
    });
    let foam = canvas.on(hex(0xffffff), 0.95, 0.05);
    canvas.line("M560 528q60 30 110 26t120 40t150 30t170 36t120-8", foam, 6.0);
    let sand = canvas.on(hex(0xe3c795), 0.85, 0.02);
    canvas.fill("M-20 740C220 690 420 700 640 740S1000 800 1220 790V820H-20z", sand);
    canvas.line("M-20 734C220 684 420 694 640 734S1000 794 1220 784", foam, 5.0);
    let dark = canvas.on(hex(0x33303a), 0.15, 0.0);
    canvas.fill(&person((300.0, 744.0), 44.0), dark);
    birds(canvas, 6);
}

fn canvas_width(house: i32) -> f64 {
    if house % 2 == 0 { 46.0 } else { 62.0 }
}

pub(crate) fn salt_lake(canvas: &mut Canvas) {
    let line = 500.0;
    water(canvas, line, hex(0x8fc0d4));
    canvas.mirrored(line, 0.55, |canvas| {
        Ridge::sharp(line, 330.0, 2.0).massif(canvas, hex(0x8090b0), 0.5, Some(430.0));
        // One summit above all others.
        let x = canvas.dice.between(480.0, 720.0);
        let snow = canvas.on(SNOW, 1.0, 0.2);
        let side = canvas.on(hex(0x90a4c8), 0.2, 0.25);
        let away = if canvas.light.is_from_left() { 1.0 } else { -1.0 };
        canvas.fill(
            &shape(&[
                (x - 230.0, line),
                (x - 120.0, 330.0),
                (x - 56.0, 250.0),
                (x, 120.0),
                (x + 60.0, 236.0),
                (x + 130.0, 330.0),
                (x + 250.0, line),
            ]),
            snow,
        );
        canvas.veil(
            &shape(&[
                (x, 120.0),
                (x + away * 60.0, 238.0),
                (x + away * 130.0, 332.0),
                (x + away * 240.0, line),
                (x + away * 40.0, line),
                (x + away * 56.0, 380.0),
                (x + away * 8.0, 300.0),
                (x + away * 26.0, 220.0),
            ]),
            side,
            0.85,
        );
        let hills = Ridge::soft(line + 2.0, 60.0, 2.4).points(canvas);
        let green = canvas.on(hex(0x9aa867), 0.75, 0.34);
        canvas.fill(&ground(&hills, line), green);
    });
    glitter(canvas, line, 14);
    let crust = canvas.on(SNOW, 0.95, 0.05);
    canvas.fill("M-20 690C160 660 330 700 560 690S900 640 1220 700V820H-20z", crust);
    let surface = if canvas.season.is_white() { SNOW } else { hex(0xa7ab5c) };
    let meadow = canvas.on(surface, 0.75, 0.02);
    canvas.fill("M-20 740C240 700 500 760 760 740S1060 720 1220 752V820H-20z", meadow);
    grass(canvas, 735.0, surface.mix(hex(0x7f8440), 0.5), 90);
    let dark = canvas.on(hex(0x35302e), 0.15, 0.0);
    let mut herd = String::new();
    for at in 0..4 {
        herd.push_str(&horse((260.0 + f64::from(at) * 84.0, 726.0 + canvas.dice.between(-10.0, 8.0)), 50.0, false));
    }
    canvas.fill(&herd, dark);
}

pub(crate) fn wetland(canvas: &mut Canvas) {
    let line = 450.0;
    Ridge::soft(line + 6.0, 34.0, 2.6).fill(canvas, hex(0x98a27c), 0.5);
    water(canvas, line, hex(0x7fb4c8));
    glitter(canvas, line, 30);
    let pink = canvas.on(hex(0xf79aa6), 0.9, 0.08);
    let mut flock = String::new();
    for _ in 0..26 {
        let near = canvas.dice.part();
        let (x, y, s) = (canvas.dice.between(120.0, 1080.0), 490.0 + 150.0 * near, 0.5 + near * 0.9);
        let _ = write!(
            flock,
            "M{x:.0} {y:.0}v-{:.0}h1.5v{:.0}zM{:.0} {:.0}q{:.0}-{:.0} {:.0} 0q-{:.0} {:.0}-{:.0} 0M{:.0} {:.0}q{:.0}-{:.0} 2-{:.0}l2 0q-{:.0} {:.0} 1 {:.0}z",
            16.0 * s,
            16.0 * s,
            x - 11.0 * s,
            y - 19.0 * s,
            11.0 * s,
            13.0 * s,
            24.0 * s,
            12.0 * s,
            14.0 * s,
            24.0 * s,
            x + 9.0 * s,
            y - 20.0 * s,
            9.0 * s,
            8.0 * s,
            22.0 * s,
            7.0 * s,
            12.0 * s,
            22.0 * s
        );
    }
    canvas.fill(&flock, pink);
    for (low, colour) in [(780.0, hex(0xa89a52)), (820.0, hex(0x7c8440))] {
        let mut reeds = String::new();
        for _ in 0..70 {
            let x = canvas.dice.between(-10.0, WIDTH);
            let _ = write!(
                reeds,
                "M{x:.0} {low:.0}q0-50 {:.0}-{:.0}",
                canvas.dice.between(-14.0, 26.0),
                canvas.dice.between(60.0, 170.0)
            );
        }
        let colour = canvas.on(colour, 0.6, 0.02);
        canvas.line(&reeds, colour, 3.4);
    }
    birds(canvas, 9);
}

pub(crate) fn ghost_ships(canvas: &mut Canvas) {
    plain(canvas, 500.0, hex(0xd9c296), 0.42);
    let dunes = Ridge::soft(560.0, 50.0, 2.2).points(canvas);
    let sand = canvas.on(hex(0xdcc191), 0.85, 0.24);
    canvas.fill(&ground(&dunes, HEIGHT), sand);
    ship(canvas, (850.0, 560.0), 0.55, 0.26);
    let x = canvas.dice.between(300.0, 460.0);
    ship(canvas, (x, 680.0), 1.25, 0.04);
    let front = Ridge::soft(730.0, 60.0, 1.5).points(canvas);
    let near = canvas.on(hex(0xcfae78), 0.75, 0.0);
    canvas.fill(&ground(&front, HEIGHT), near);
    grass(canvas, 720.0, hex(0x9a8a50), 60);
    let dark = canvas.on(hex(0x352c2c), 0.15, 0.0);
    canvas.fill(&person((930.0, 706.0), 40.0), dark);
    birds(canvas, 4);
}

/// A hull that rusts on dry land.
fn ship(canvas: &mut Canvas, place: (f64, f64), scale: f64, far: f64) {
    let tilt = canvas.dice.between(-5.0, 4.0);
    canvas.placed(place, scale, |canvas| {
        canvas.mark(&format!("<g transform=\"rotate({tilt:.1})\">"));
        let (rust, dark) = (canvas.on(hex(0xb0623a), 0.9, far), canvas.on(hex(0x6e3a2a), 0.2, far));
        let fill = canvas.down(&[(0.0, rust, 1.0), (0.55, canvas.on(hex(0x9a4f30), 0.6, far), 1.0), (1.0, dark, 1.0)]);
        let cabin = canvas.on(hex(0xcdbfa6), 0.75, far);
        canvas.fill(&fine(&[(90.0, -92.0), (90.0, -170.0), (226.0, -170.0), (232.0, -92.0)]), cabin);
        canvas.fill(&fine(&[(112.0, -170.0), (116.0, -214.0), (196.0, -214.0), (200.0, -170.0)]), cabin);
        canvas.dashes("M100 -136H224M122 -194H194", dark, 16.0, "14 12");
        canvas.fill_with(
            "M-290 -150Q-200 -104 -60 -96L250 -92Q286 -96 300 -116Q292 -30 262 20H-210Q-262 -60 -290 -150z",
            &fill,
        );
        canvas.line("M-284 -142Q-200 -96 -60 -88L256 -84", dark, 5.0);
        canvas.line("M-120 -92V-250M-120 -236L40 -96M-120 -240L-262 -136M156 -214V-290", dark, 4.0);
        let mut stains = String::new();
        for at in 0..9 {
            let x = -220.0 + f64::from(at) * 56.0;
            let _ = write!(stains, "M{x:.0} -84v{:.0}", canvas.dice.between(20.0, 80.0));
        }
        canvas.mark("<g opacity=\".4\">");
        canvas.line(&stains, dark, 7.0);
        canvas.mark("</g></g>");
    });
}

pub(crate) fn crater(canvas: &mut Canvas) {
    Ridge::soft(500.0, 50.0, 2.6).fill(canvas, hex(0xa09a7c), 0.6);
    plain(canvas, 492.0, hex(0xb5a86c), 0.34);
    let rim = canvas.on(hex(0x9c8a62), 0.4, 0.14);
    canvas.fill("M90 600C120 540 380 520 600 520S1080 540 1110 600C1130 690 900 740 600 740S70 690 90 600z", rim);
    let lit = canvas.on(hex(0xcdb98a), 0.95, 0.12);
    canvas.fill("M110 606C150 556 380 534 600 534S1050 556 1090 606C1060 640 900 560 600 560S140 640 110 606z", lit);
    let (far, near) = (canvas.light.horizon, canvas.light.zenith.mix(hex(0x1c4a58).under(canvas.light.lit), 0.6));
    let fill = canvas.down(&[(0.0, far, 1.0), (1.0, near, 1.0)]);
    canvas.fill_with(
        "M170 634C190 590 400 572 600 572S1010 590 1030 634C1020 690 830 712 600 712S180 690 170 634z",
        &fill,
    );
    let mut ripples = String::new();
    for _ in 0..14 {
        let _ = write!(
            ripples,
            "M{:.0} {:.0}h{:.0}",
            canvas.dice.between(240.0, 860.0),
            canvas.dice.between(596.0, 690.0),
            canvas.dice.between(30.0, 110.0)
        );
    }
    let shine = canvas.light.horizon.lift(0.05);
    canvas.line(&ripples, shine, 2.0);
    let front = canvas.on(hex(0xa8995c), 0.7, 0.0);
    canvas.fill("M-20 700C180 760 420 782 640 772S1060 740 1220 706V820H-20z", front);
    grass(canvas, 760.0, hex(0x94874a), 100);
    let posts = canvas.on(hex(0x4a423c), 0.3, 0.0);
    canvas.line("M880 776v-56M884 730h54v-26h-54z", posts, 4.0);
    let bush = Ridge::soft(505.0, 4.0, 2.0).points(canvas);
    let shrubs = crowns(canvas, &bush, 16, 5.0, 12.0);
    let green = canvas.on(hex(0x7c7f4c), 0.4, 0.3);
    canvas.fill(&shrubs, green);
}
