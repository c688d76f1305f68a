//! Mountains and what people do there.

use std::fmt::Write as _;

use crate::canvas::{Canvas, HEIGHT, WIDTH, ground, shape};
use crate::colour::hex;
use crate::land::{Ridge, SNOW, birds, crowns, grass, height_at, plain, spruce, spruces, strata};
use crate::things::{WARM, block, cottage, dome, fine, horse, person, tower, yurt};

fn snow_line(canvas: &Canvas, summer: f64) -> Option<f64> {
    Some(if canvas.season.is_white() { summer + 170.0 } else { summer })
}

pub(crate) fn high_peaks(canvas: &mut Canvas) {
    let snow = snow_line(canvas, 400.0);
    Ridge::sharp(520.0, 300.0, 2.6).massif(canvas, hex(0x8492b0), 0.6, snow);
    let x = canvas.dice.between(440.0, 760.0);
    let top = 80.0;
    let (lit, dark) = (canvas.on(SNOW, 1.0, 0.1), canvas.on(hex(0x8ea2c8), 0.15, 0.2));
    let rock = canvas.on(hex(0x76809a), 0.6, 0.2);
    canvas.fill(
        &shape(&[
            (x - 420.0, 560.0),
            (x - 250.0, 400.0),
            (x - 190.0, 380.0),
            (x - 90.0, 210.0),
            (x - 54.0, 200.0),
            (x, top),
            (x + 46.0, 176.0),
            (x + 92.0, 210.0),
            (x + 170.0, 350.0),
            (x + 250.0, 390.0),
            (x + 430.0, 560.0),
        ]),
        lit,
    );
    let away = if canvas.light.is_from_left() { 1.0 } else { -1.0 };
    let at = |over: f64, y: f64| (x + away * over, y);
    canvas.veil(
        &shape(&[
            at(0.0, top),
            at(46.0, 178.0),
            at(92.0, 212.0),
            at(170.0, 352.0),
            at(250.0, 392.0),
            at(400.0, 560.0),
            at(110.0, 560.0),
            at(120.0, 430.0),
            at(40.0, 350.0),
            at(56.0, 270.0),
            at(8.0, 200.0),
        ]),
        dark,
        0.9,
    );
    let mut ribs = String::new();
    for rib in 0..9 {
        let over = -300.0 + f64::from(rib) * 70.0 + canvas.dice.between(-16.0, 16.0);
        let y = 250.0 + over.abs() * 0.62;
        let _ = write!(
            ribs,
            "M{:.0} {y:.0}l{:.0} {:.0} {:.0} {:.0} {:.0}-{:.0}z",
            x + over,
            over * 0.1 + 6.0,
            60.0,
            over * 0.14 - 10.0,
            60.0,
            -over * 0.1 - 8.0,
            50.0
        );
    }
    canvas.veil(&ribs, rock, 0.7);
    let hills = Ridge::sharp(620.0, 170.0, 2.0).massif(canvas, hex(0x64745f), 0.26, snow_line(canvas, 300.0));
    let wood = spruces(canvas, &hills, 36, 14.0, 30.0);
    let green = canvas.on(hex(0x34604c), 0.4, 0.2);
    canvas.fill(&wood, green);
    let surface = if canvas.season.is_white() { SNOW } else { hex(0x8ba35a) };
    let meadow = Ridge::soft(680.0, 70.0, 1.4).points(canvas);
    let near = canvas.on(surface, 0.8, 0.05);
    canvas.fill(&ground(&meadow, HEIGHT), near);
    for (x, wide) in [(330.0, 90.0), (450.0, 76.0), (760.0, 66.0)] {
        let x = x + canvas.dice.between(-40.0, 40.0);
        let y = height_at(&meadow, x) + 24.0;
        yurt(canvas, (x, y), wide, 0.04);
    }
    grass(canvas, 700.0, surface.mix(hex(0x6a8040), 0.5), 110);
    let dark = canvas.on(hex(0x33302e), 0.15, 0.0);
    canvas.fill(&(horse((600.0, 730.0), 58.0, true) + &horse((920.0, 716.0), 48.0, false)), dark);
}

pub(crate) fn highland(canvas: &mut Canvas) {
    let snow = snow_line(canvas, 370.0);
    Ridge::sharp(500.0, 250.0, 2.4).massif(canvas, hex(0x7f8cab), 0.58, snow);
    let colour = if canvas.season.is_white() { SNOW } else { hex(0x86a559) };
    let mut brow = Vec::new();
    for (foot, tall, far) in [(560.0, 110.0, 0.4), (640.0, 110.0, 0.2), (740.0, 90.0, 0.04)] {
        let points = Ridge::soft(foot, tall, 1.6).points(canvas);
        let (top, low) = (canvas.on(colour.lift(0.02), 0.95, far), canvas.on(colour.lift(-0.05), 0.5, far));
        let fill = canvas.down(&[(0.0, top, 1.0), (1.0, low, 1.0)]);
        canvas.fill_with(&ground(&points, HEIGHT), &fill);
        if far > 0.3 {
            brow = points;
        }
    }
    // Domes of an observatory on the ridge.
    for (x, wide) in [(780.0, 80.0), (900.0, 54.0)] {
        let x = x + canvas.dice.between(-60.0, 60.0);
        let y = height_at(&brow, x) + 4.0;
        let wall = canvas.on(hex(0xf2f2ee), 0.8, 0.22);
        canvas.rect((x - wide * 0.46, y - wide * 0.5), wide * 0.92, wide * 0.6, &wall.code());
        dome(canvas, (x, y - wide * 0.46), wide, wide * 0.56, hex(0xf4f6f8));
    }
    yurt(canvas, (260.0, 650.0), 104.0, 0.1);
    yurt(canvas, (390.0, 664.0), 84.0, 0.1);
    grass(canvas, 690.0, colour.mix(hex(0x5f7a3a), 0.5), 140);
    let dark = canvas.on(hex(0x352d2b), 0.15, 0.0);
    let mut herd = String::new();
    for at in 0..5 {
        herd.push_str(&horse(
            (520.0 + f64::from(at) * 80.0, 690.0 + canvas.dice.between(-16.0, 12.0)),
            canvas.dice.between(40.0, 54.0),
            at == 0,
        ));
    }
    canvas.fill(&herd, dark);
    birds(canvas, 3);
}

pub(crate) fn gorge(canvas: &mut Canvas) {
    let snow = snow_line(canvas, 260.0);
    Ridge::sharp(430.0, 330.0, 1.8).massif(canvas, hex(0x8a96b0), 0.58, snow);
    let forest = hex(0x2f6650);
    let mist = canvas.light.haze;
    for (gap, top, far) in [(150.0, 250.0, 0.36), (250.0, 150.0, 0.16)] {
        for side in [-1.0, 1.0] {
            let mut slope = vec![(600.0 + side * gap, 640.0), (600.0 + side * (gap + 10.0), 520.0)];
            for step in 1..=7 {
                let part = f64::from(step) / 7.0;
                slope.push((
                    600.0 + side * (gap + (640.0 - gap) * part),
                    470.0 - (470.0 - top) * part.powf(0.8) + canvas.dice.between(-18.0, 18.0),
                ));
            }
            let mut line = slope.clone();
            line.sort_by(|one, other| one.0.total_cmp(&other.0));
            slope.extend([(600.0 + side * 640.0, HEIGHT), (600.0 + side * gap * 0.8, HEIGHT)]);
            let is_lit = (side < 0.0) != canvas.light.is_from_left();
            let colour = canvas.on(forest, if is_lit { 0.85 } else { 0.3 }, far);
            let mut path = shape(&slope);
            path.push_str(&spruces(canvas, &line, 44, 30.0, 76.0));
            canvas.fill(&path, colour);
        }
    }
    // A wall of rock between the slopes, and the fall.
    let rock = shape(&[
        (410.0, 640.0),
        (420.0, 430.0),
        (470.0, 404.0),
        (540.0, 396.0),
        (590.0, 372.0),
        (640.0, 384.0),
        (720.0, 402.0),
        (770.0, 440.0),
        (800.0, 640.0),
    ]);
    let base = canvas.on(hex(0x8d8478), 0.75, 0.12).code();
    canvas.within(&rock, &base, |canvas| {
        strata(canvas, 370.0, 640.0, &[hex(0x9b9184), hex(0x6f675f), hex(0xa99f90)], 0.6, 0.1)
    });
    let white = canvas.on(hex(0xffffff), 0.98, 0.05);
    canvas.fill("M584 374q12-6 24 0c4 90 10 190 26 262h-76c18-80 24-170 26-262z", white);
    let grey = canvas.on(hex(0x9fc0d4), 0.7, 0.05);
    canvas.line("M592 400q-2 110-12 226M604 420q4 90 12 200", grey, 3.0);
    canvas.mark("<g opacity=\".55\">");
    let fog = canvas.around("", &[(0.0, mist, 1.0), (1.0, mist, 0.0)]);
    canvas.circle((600.0, 640.0), 170.0, &fog);
    canvas.mark("</g>");
    let bank = canvas.on(forest.lift(-0.06), 0.35, 0.0);
    canvas.fill(
        "M-20 620C140 610 360 640 470 690S520 780 520 820H-20zM1220 600C1040 620 860 640 740 690S690 790 700 820H1220z",
        bank,
    );
    let stream = canvas.on(hex(0x7cc3cf), 0.85, 0.05);
    canvas.fill("M566 640H640C690 690 650 720 700 820H510C560 740 540 690 566 640z", stream);
    canvas.line("M580 660q30 20 20 60t20 90M620 652q20 40 30 70M560 780q30-10 60 4", white, 3.5);
    let dark = canvas.on(hex(0x1f4a3c), 0.2, 0.0);
    let mut trees = String::new();
    for (x, tall) in [(70.0, 470.0), (180.0, 330.0), (1060.0, 360.0), (1150.0, 500.0)] {
        trees.push_str(&spruce((x + canvas.dice.between(-20.0, 20.0), 800.0), tall * canvas.dice.between(0.85, 1.1)));
    }
    canvas.fill(&trees, dark);
}

pub(crate) fn ski_slopes(canvas: &mut Canvas) {
    let snow = if canvas.season.is_white() { 640.0 } else { 330.0 };
    Ridge::sharp(560.0, 430.0, 1.7).massif(canvas, hex(0x7888a8), 0.36, Some(snow));
    let surface = if canvas.season.is_white() { SNOW } else { hex(0x8aa862) };
    let hill = [(-20.0, 560.0), (180.0, 500.0), (420.0, 520.0), (700.0, 600.0), (980.0, 650.0), (1220.0, 640.0)];
    let (top, low) = (canvas.on(surface, 1.0, 0.1), canvas.on(surface, 0.45, 0.0));
    let fill = canvas.down(&[(0.0, top, 1.0), (1.0, low, 1.0)]);
    canvas.fill_with(&ground(&hill, HEIGHT), &fill);
    let green = canvas.on(hex(0x2c5f50), 0.4, 0.08);
    let wood = spruces(canvas, &hill, 50, 36.0, 84.0);
    canvas.fill(&wood, green);
    let lines = canvas.on(hex(0x9db4d6), 0.35, 0.05);
    canvas.line("M240 560q200 60 160 140t200 120M300 552q240 80 260 150t240 110M700 640q-60 50 40 90", lines, 2.5);
    let steel = canvas.on(hex(0x4f5a6c), 0.3, 0.08);
    canvas.line("M-10 250Q500 330 1210 640M130 480V268M640 590V392M1000 650V550", steel, 4.0);
    for (x, y) in [(300.0, 302.0), (480.0, 340.0), (820.0, 470.0)] {
        let x = x + canvas.dice.between(-40.0, 40.0);
        let cabin = canvas.on(hex(0xd9432f), 0.85, 0.04);
        canvas.line(&format!("M{x:.0} {y:.0}v22"), steel, 3.0);
        canvas.mark(&format!(
            "<rect x=\"{:.0}\" y=\"{:.0}\" width=\"42\" height=\"46\" rx=\"10\" fill=\"{}\"/>",
            x - 21.0,
            y + 20.0,
            cabin.code()
        ));
        let glass = if canvas.light.is_dark() { WARM } else { canvas.on(hex(0x9cc7e8), 0.7, 0.0) };
        canvas.rect((x - 15.0, y + 28.0), 30.0, 16.0, &glass.code());
    }
    let dark = canvas.on(hex(0x2c2c3c), 0.15, 0.0);
    canvas.fill(&(person((560.0, 712.0), 40.0) + &person((720.0, 756.0), 48.0)), dark);
    canvas.line("M540 716l40-8M694 762l56-12", dark, 4.0);
    let front = canvas.on(hex(0x1f4a40), 0.25, 0.0);
    canvas.fill(&(spruce((70.0, 810.0), 330.0) + &spruce((1120.0, 820.0), 260.0)), front);
}

pub(crate) fn ice_rink(canvas: &mut Canvas) {
    let snow = snow_line(canvas, 300.0);
    Ridge::sharp(500.0, 390.0, 1.8).massif(canvas, hex(0x7987a4), 0.46, snow);
    for (turn, tall) in [(-1.0, 250.0), (1.0, 220.0)] {
        let mut slope: Vec<(f64, f64)> = (0..=8)
            .map(|step| {
                let part = f64::from(step) / 8.0;
                (600.0 + turn * (120.0 + 510.0 * part), 500.0 - tall * part.powf(1.1) + canvas.dice.between(-8.0, 8.0))
            })
            .collect();
        slope.sort_by(|one, other| one.0.total_cmp(&other.0));
        let green = canvas.on(hex(0x33604f), if turn > 0.0 { 0.6 } else { 0.45 }, 0.22);
        let mut path = ground(&slope, 560.0);
        path.push_str(&spruces(canvas, &slope, 40, 20.0, 46.0));
        canvas.fill(&path, green);
    }
    // Stands, then the oval of ice.
    let concrete = canvas.on(hex(0xe6e2da), 0.85, 0.1);
    canvas.fill("M60 560Q90 440 230 430H970Q1110 440 1140 560L1160 600H40z", concrete);
    let rows = canvas.on(hex(0xb9b6b4), 0.5, 0.08);
    let mut steps = String::new();
    for row in 0..6 {
        let y = 452.0 + f64::from(row) * 20.0;
        let over = 110.0 - f64::from(row) * 9.0;
        let _ = write!(steps, "M{over:.0} {y:.0}H{:.0}", 1200.0 - over);
    }
    canvas.line(&steps, rows, 3.0);
    let fins = canvas.on(hex(0xf4f1ea), 0.95, 0.06);
    canvas.dashes("M150 424H1050", fins, 30.0, "10 34");
    let (light, blue) = (canvas.on(hex(0xf4fbff), 1.0, 0.02), canvas.on(hex(0xbfe0f2), 0.75, 0.0));
    let ice = canvas.down(&[(0.0, light, 1.0), (1.0, blue, 1.0)]);
    canvas.mark(&format!("<ellipse cx=\"600\" cy=\"690\" rx=\"680\" ry=\"130\" fill=\"{}\"/><ellipse cx=\"600\" cy=\"690\" rx=\"610\" ry=\"104\" fill=\"{ice}\"/>", rows.code()));
    let lanes = canvas.on(hex(0xd0472f), 0.7, 0.0);
    canvas.mark(&format!("<g fill=\"none\" stroke=\"{}\" stroke-width=\"3\"><ellipse cx=\"600\" cy=\"690\" rx=\"520\" ry=\"80\"/><ellipse cx=\"600\" cy=\"690\" rx=\"430\" ry=\"58\"/></g>", lanes.code()));
    let mast = canvas.on(hex(0x6b7280), 0.4, 0.05);
    for x in [170.0, 1030.0] {
        canvas.line(&format!("M{x} 570V250"), mast, 7.0);
        let lamp = if canvas.light.night > 0.1 { WARM } else { canvas.on(hex(0xf6f6f2), 0.9, 0.0) };
        canvas.rect((x - 34.0, 226.0), 68.0, 34.0, &lamp.code());
        if canvas.light.night > 0.1 {
            let glow = canvas.around("", &[(0.0, WARM, 0.55), (1.0, WARM, 0.0)]);
            canvas.circle((x, 243.0), 150.0, &glow);
        }
    }
    let dark = canvas.on(hex(0x2d2f42), 0.2, 0.0);
    let mut skaters = String::new();
    for at in 0..6 {
        let x = 260.0 + f64::from(at) * 130.0 + canvas.dice.between(-40.0, 40.0);
        skaters.push_str(&person((x, canvas.dice.between(650.0, 760.0)), 34.0));
    }
    canvas.fill(&skaters, dark);
}

pub(crate) fn mountain_village(canvas: &mut Canvas) {
    let snow = snow_line(canvas, 280.0);
    Ridge::sharp(480.0, 330.0, 1.9).massif(canvas, hex(0x7d8aa6), 0.5, snow);
    let slope = Ridge::soft(520.0, 130.0, 1.8).points(canvas);
    let green = canvas.on(hex(0x3f6f54), 0.55, 0.3);
    let mut path = ground(&slope, HEIGHT);
    path.push_str(&spruces(canvas, &slope, 46, 18.0, 40.0));
    canvas.fill(&path, green);
    let surface = if canvas.season.is_white() { SNOW } else { hex(0x93a95e) };
    plain(canvas, 540.0, surface, 0.16);
    let tree = match canvas.season {
        crate::Season::Autumn => hex(0xe0a63a),
        crate::Season::Winter => hex(0x8f8578),
        crate::Season::Spring | crate::Season::Summer => hex(0x5d8f4a),
    };
    for (row, y, wide, far) in [(0, 560.0, 66.0, 0.18), (1, 620.0, 96.0, 0.08), (2, 710.0, 150.0, 0.0)] {
        let count = 5 - row;
        let crowned = [(0.0, y - 4.0), (WIDTH, y - 4.0)];
        let trees = crowns(canvas, &crowned, 9, wide * 0.4, wide * 0.7);
        let leaf = canvas.on(tree, 0.6, far);
        canvas.fill(&trees, leaf);
        for house in 0..count {
            let x = (f64::from(house) + canvas.dice.between(0.1, 0.5)) / f64::from(count) * WIDTH;
            let wall = if canvas.dice.chance(0.4) { hex(0x9fc3d6) } else { hex(0xf0e8d8) };
            let roof = if canvas.dice.chance(0.5) { hex(0x8a8f96) } else { hex(0xa5573f) };
            let foot = y + canvas.dice.between(-6.0, 8.0);
            cottage(canvas, (x, foot), wide, wall, roof, far);
        }
    }
    let fence = canvas.on(hex(0x8b6f52), 0.5, 0.0);
    canvas.dashes("M-10 742H1210", fence, 34.0, "5 13");
    canvas.line("M-10 734H1210M-10 750H1210", fence, 3.5);
    grass(canvas, 752.0, surface.mix(hex(0x6d8540), 0.5), 50);
    let dark = canvas.on(hex(0x3a2c2a), 0.15, 0.0);
    canvas.fill(&horse((540.0, 780.0), 84.0, true), dark);
}

pub(crate) fn view_over_city(canvas: &mut Canvas) {
    let snow = snow_line(canvas, 330.0);
    Ridge::sharp(500.0, 330.0, 1.8).massif(canvas, hex(0x7c8aaa), 0.55, snow);
    let hills = Ridge::soft(520.0, 90.0, 2.0).points(canvas);
    let green = canvas.on(hex(0x55765c), 0.5, 0.42);
    canvas.fill(&ground(&hills, HEIGHT), green);
    for (y, count, tall, far) in [(540.0, 18, 60.0, 0.4), (600.0, 13, 84.0, 0.26), (668.0, 9, 120.0, 0.12)] {
        let leaf = canvas.on(hex(0x4d7a50), 0.45, far);
        canvas.rect((0.0, y - 8.0), WIDTH, HEIGHT - y, &leaf.code());
        for house in 0..count {
            let x = f64::from(house) / f64::from(count) * WIDTH + canvas.dice.between(-14.0, 14.0);
            let high = tall * canvas.dice.between(0.35, 1.0);
            let wide = WIDTH / f64::from(count) * canvas.dice.between(0.4, 0.7);
            let wall = if canvas.dice.chance(0.5) { hex(0xece3d4) } else { hex(0xcfd6dc) };
            if far < 0.3 && house % 5 == 2 {
                tower(canvas, (x, y + 6.0), wide * 0.8, high * 1.6, hex(0x9fb6c8), far);
            } else {
                block(canvas, (x, y + 8.0), wide, high, wall, far);
            }
        }
        let row = [(0.0, y + 12.0), (WIDTH, y + 12.0)];
        let trees = crowns(canvas, &row, 26, 16.0, 34.0);
        canvas.fill(&trees, leaf);
    }
    let brow = canvas.on(hex(0x3c5f40), 0.4, 0.0);
    canvas.fill("M-20 690C200 670 420 720 640 752S1040 770 1220 740V820H-20z", brow);
    let steel = canvas.on(hex(0x454f60), 0.3, 0.02);
    canvas.line("M-10 420Q500 560 1210 590", steel, 3.0);
    for x in [330.0, 700.0] {
        let x = x + canvas.dice.between(-60.0, 60.0);
        let y = 422.0 + (x / 1220.0) * 240.0 - (x / 1220.0).powi(2) * 72.0;
        let cabin = canvas.on(hex(0xf0b23a), 0.9, 0.0);
        canvas.line(&format!("M{x:.0} {y:.0}v20"), steel, 3.0);
        canvas.mark(&format!(
            "<rect x=\"{:.0}\" y=\"{:.0}\" width=\"44\" height=\"46\" rx=\"9\" fill=\"{}\"/>",
            x - 22.0,
            y + 18.0,
            cabin.code()
        ));
        let glass = canvas.on(hex(0x7fa8c6), 0.6, 0.0);
        canvas.rect((x - 16.0, y + 26.0), 32.0, 16.0, &glass.code());
    }
    let dark = canvas.on(hex(0x2f2c34), 0.15, 0.0);
    canvas.fill(&(person((930.0, 772.0), 54.0) + &person((966.0, 774.0), 50.0)), dark);
    let rail = fine(&[(820.0, 744.0), (1220.0, 720.0), (1220.0, 724.0), (820.0, 748.0)]);
    canvas.fill(&rail, steel);
    canvas.dashes("M820 760L1220 738", steel, 28.0, "3 26");
}
