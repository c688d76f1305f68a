use std::fmt::Write as _;

use crate::canvas::{Canvas, HEIGHT, WIDTH};
use crate::colour::hex;

/// Where the horizon of a sky is; land hides what is below.
const HORIZON: f64 = 520.0;
const OF_A_DEGREE: f64 = 14.0;

/// The sky with what stands in it.
pub(crate) fn sky(canvas: &mut Canvas) {
    let light = canvas.light.clone();
    let stops = [
        (0.0, light.zenith, 1.0),
        (0.38, light.zenith.mix(light.middle, 0.75), 1.0),
        (0.55, light.middle.mix(light.horizon, 0.55), 1.0),
        (0.7, light.horizon, 1.0),
    ];
    let fill = canvas.down(&stops);
    canvas.rect((0.0, 0.0), WIDTH, HEIGHT, &fill);
    if light.night > 0.15 {
        stars(canvas);
    }
    let y = HORIZON - light.altitude * OF_A_DEGREE;
    if (-500.0..1700.0).contains(&light.sun_x) && (-8.0..32.0).contains(&light.altitude) {
        sun(canvas, light.sun_x, y);
    } else if light.night > 0.5 {
        moon(canvas);
    }
    if light.night < 0.6 {
        clouds(canvas);
    }
}

fn sun(canvas: &mut Canvas, x: f64, y: f64) {
    let light = canvas.light.clone();
    let low = 1.0 - (light.altitude / 26.0).clamp(0.0, 1.0);
    let glow = light.horizon.lift(0.05);
    let radius = 300.0 + 260.0 * low;
    let fill = canvas.around("", &[(0.0, glow, 0.95), (0.35, glow, 0.42), (1.0, glow, 0.0)]);
    canvas.circle((x, y), radius, &fill);
    if light.altitude > -1.2 {
        let disc = hex(0xfffbea).mix(hex(0xffd27a), low * 0.75);
        canvas.circle((x, y), 34.0 + 12.0 * low, &disc.code());
    }
}

fn moon(canvas: &mut Canvas) {
    let (x, y) = (canvas.dice.between(180.0, 1020.0), canvas.dice.between(110.0, 260.0));
    canvas.light.sun_x = x;
    let pale = hex(0xeaf0ff);
    let fill = canvas.around("", &[(0.0, pale, 0.5), (0.25, pale, 0.16), (1.0, pale, 0.0)]);
    canvas.circle((x, y), 230.0, &fill);
    if canvas.dice.chance(0.5) {
        canvas.circle((x, y), 30.0, &pale.code());
    } else {
        canvas.fill(&format!("M{:.0} {:.0}a30 30 0 1 0 24 38a26 26 0 0 1-24-38z", x - 4.0, y - 28.0), pale);
    }
}

fn stars(canvas: &mut Canvas) {
    let night = canvas.light.night;
    for (count, width) in [(70, 1.7), (22, 3.0)] {
        let mut path = String::new();
        for _ in 0..(f64::from(count) * night) as u32 {
            let (x, y) = (canvas.dice.between(0.0, WIDTH), 470.0 * canvas.dice.part().powf(1.3));
            let _ = write!(path, "M{x:.0} {y:.0}h0");
        }
        canvas.line(&path, hex(0xf4f6ff), width);
    }
}

/// Long banks, lit from where the sun is.
fn clouds(canvas: &mut Canvas) {
    let light = canvas.light.clone();
    let banks = canvas.dice.whole(1, 3);
    let low = 1.0 - ((light.altitude - 3.0) / 24.0).clamp(0.0, 1.0);
    let bright = hex(0xffffff).mix(light.horizon.lift(0.03), low);
    let dim = light.middle.mix(light.shade, 0.18 + 0.3 * low);
    for bank in 0..banks {
        let (x, y) = (canvas.dice.between(40.0, 1100.0), canvas.dice.between(90.0, 400.0));
        let wide = canvas.dice.between(200.0, 420.0) * (0.6 + y / 500.0);
        for (shift, colour, opacity) in [(9.0, dim, 0.35), (0.0, bright, 0.8)] {
            let mut path = String::new();
            for puff in 0..4 {
                let part = f64::from(puff) / 3.0 - 0.5;
                let w = wide * (0.95 - part.abs() * 0.7);
                let h = w * 0.075 * (1.3 - part.abs());
                let cx = x + part * wide * 0.9 + f64::from(bank) * 10.0;
                let cy = y + shift + f64::from(puff % 2) * h * 0.7;
                let _ = write!(
                    path,
                    "M{:.0} {cy:.0}q{:.0}-{h:.0} {w:.0} 0q-{:.0} {:.0}-{w:.0} 0",
                    cx - w / 2.0,
                    w / 2.0,
                    w / 2.0,
                    h * 0.35
                );
            }
            canvas.veil(&path, colour, opacity);
        }
    }
}
