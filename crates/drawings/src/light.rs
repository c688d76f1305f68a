use crate::View;
use crate::colour::{Colour, hex};

/// The light of an hour: the sky, and what it makes of surfaces.
#[derive(Debug, Clone)]
pub(crate) struct Light {
    pub(crate) zenith: Colour,
    pub(crate) middle: Colour,
    pub(crate) horizon: Colour,
    /// On what faces the sun, or the moon.
    pub(crate) lit: Colour,
    pub(crate) shade: Colour,
    /// What distance fades into.
    pub(crate) haze: Colour,
    pub(crate) altitude: f64,
    /// Where the sun stands across the sheet; it may be beside it.
    pub(crate) sun_x: f64,
    /// 1 in full night, 0 by day.
    pub(crate) night: f64,
}

struct Key {
    altitude: f64,
    zenith: u32,
    middle: u32,
    horizon: u32,
    lit: u32,
    shade: u32,
    haze: u32,
}

const EVENING: [Key; 7] = [
    key(-18.0, [0x0a1030, 0x142050, 0x2c4070, 0x6b7fb4, 0x1c2650, 0x1e2d58]),
    key(-8.0, [0x16225a, 0x3f4c8c, 0xb87f92, 0x8186b8, 0x262d62, 0x5a5e92]),
    key(-2.5, [0x27397c, 0x97649c, 0xff8f58, 0xcf8a94, 0x3b3168, 0xb47392]),
    key(2.0, [0x37619f, 0xe0a08c, 0xffbb5e, 0xffb873, 0x52396a, 0xe89a78]),
    key(9.0, [0x3a7dbd, 0xa9c6c8, 0xffdc98, 0xffd694, 0x645c8a, 0xf2caa0]),
    key(24.0, [0x2a7cc4, 0x7cbbe2, 0xdff0ec, 0xfff4dc, 0x7583ac, 0xcbdfe6]),
    key(60.0, [0x1a6dbe, 0x67b0e4, 0xd4edf4, 0xfffdf4, 0x7f93bd, 0xc4dfee]),
];

const MORNING: [Key; 7] = [
    key(-18.0, [0x0b1233, 0x162455, 0x2b4674, 0x6c82b6, 0x1b2852, 0x1f305c]),
    key(-8.0, [0x1b2f68, 0x4f649c, 0xc89aa4, 0x8b95c0, 0x2b386c, 0x6a77a2]),
    key(-2.5, [0x3a5c98, 0x9a90b8, 0xffb59a, 0xd0a8b0, 0x434478, 0xb493ae]),
    key(2.0, [0x4b82bc, 0xc3b4c2, 0xffd2a0, 0xffcfa4, 0x585680, 0xe4b6a8]),
    key(9.0, [0x4590ca, 0xa4cfdf, 0xfff0cc, 0xffe8c0, 0x687098, 0xe6dccb]),
    key(24.0, [0x2a7cc4, 0x7cbbe2, 0xdff0ec, 0xfff4dc, 0x7583ac, 0xcbdfe6]),
    key(60.0, [0x1a6dbe, 0x67b0e4, 0xd4edf4, 0xfffdf4, 0x7f93bd, 0xc4dfee]),
];

const fn key(altitude: f64, [zenith, middle, horizon, lit, shade, haze]: [u32; 6]) -> Key {
    Key { altitude, zenith, middle, horizon, lit, shade, haze }
}

/// How many degrees the sheet shows from its left to its right edge.
const FIELD: f64 = 66.0;

impl Light {
    pub(crate) fn of(view: &View<'_>) -> Self {
        let keys = if view.sun_azimuth.rem_euclid(360.0) < 180.0 { &MORNING } else { &EVENING };
        let altitude = view.sun_altitude.clamp(-18.0, 60.0);
        let pairs = keys.iter().zip(keys.iter().skip(1));
        let found = pairs.into_iter().find(|(_, upper)| altitude <= upper.altitude);
        let [first, .., last] = keys;
        let (below, above) = found.unwrap_or((first, last));
        let part = (altitude - below.altitude) / (above.altitude - below.altitude);
        let mix = |one: u32, two: u32| hex(one).mix(hex(two), part);
        let aside = (view.sun_azimuth - view.bearing + 540.0).rem_euclid(360.0) - 180.0;
        Self {
            zenith: mix(below.zenith, above.zenith),
            middle: mix(below.middle, above.middle),
            horizon: mix(below.horizon, above.horizon),
            lit: mix(below.lit, above.lit),
            shade: mix(below.shade, above.shade),
            haze: mix(below.haze, above.haze),
            altitude: view.sun_altitude,
            sun_x: 600.0 + aside / FIELD * 1200.0,
            night: ((-2.0 - view.sun_altitude) / 8.0).clamp(0.0, 1.0),
        }
    }

    /// A surface so far lit (1) or in the shade (0), so near (0) or far (1).
    pub(crate) fn on(&self, surface: Colour, lit: f64, far: f64) -> Colour {
        surface.under(self.shade.mix(self.lit, lit)).mix(self.haze, far.max(self.night * 0.16))
    }

    /// Whether light comes from the left.
    pub(crate) fn is_from_left(&self) -> bool {
        self.sun_x < 600.0
    }

    pub(crate) fn is_dark(&self) -> bool {
        self.night > 0.35
    }
}
