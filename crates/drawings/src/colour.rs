/// A colour as screens have it: red, green and blue from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Colour(pub(crate) [f64; 3]);

pub(crate) const fn hex(code: u32) -> Colour {
    let [_, red, green, blue] = code.to_be_bytes();
    Colour([red as f64 / 255.0, green as f64 / 255.0, blue as f64 / 255.0])
}

impl Colour {
    /// Between two colours as the eye sees it.
    pub(crate) fn mix(self, other: Self, part: f64) -> Self {
        let ([l1, a1, b1], [l2, a2, b2]) = (self.perceived(), other.perceived());
        let between = |one: f64, two: f64| one + (two - one) * part.clamp(0.0, 1.0);
        Self::from_perceived([between(l1, l2), between(a1, a2), between(b1, b2)])
    }

    /// A surface of this colour in a light.
    pub(crate) fn under(self, light: Self) -> Self {
        let ([r, g, b], [lr, lg, lb]) = (self.0, light.0);
        Self([r * lr, g * lg, b * lb])
    }

    /// Lighter or darker by a part of what the eye tells apart.
    pub(crate) fn lift(self, by: f64) -> Self {
        let [l, a, b] = self.perceived();
        Self::from_perceived([(l + by).clamp(0.0, 1.0), a, b])
    }

    pub(crate) fn code(self) -> String {
        let [red, green, blue] = self.0.map(|part| (part.clamp(0.0, 1.0) * 255.0).round() as u8);
        let code = format!("#{red:02x}{green:02x}{blue:02x}");
        match code.as_bytes() {
            [_, r, s, g, h, b, c] if r == s && g == h && b == c => {
                format!("#{}{}{}", char::from(*r), char::from(*g), char::from(*b))
            }
            _ => code,
        }
    }

    // The space of Björn Ottosson's "OKLab", in which equal steps look equal.
    fn perceived(self) -> [f64; 3] {
        let linear = |part: f64| {
            let part = part.clamp(0.0, 1.0);
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [r, g, b] = self.0.map(linear);
        let l = (0.412_221_47 * r + 0.536_332_55 * g + 0.051_445_99 * b).cbrt();
        let m = (0.211_903_5 * r + 0.680_699_5 * g + 0.107_396_96 * b).cbrt();
        let s = (0.088_302_46 * r + 0.281_718_85 * g + 0.629_978_7 * b).cbrt();
        [
            0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_05 * s,
            1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
            0.025_904_04 * l + 0.782_771_77 * m - 0.808_675_77 * s,
        ]
    }

    fn from_perceived([lightness, a, b]: [f64; 3]) -> Self {
        let l = (lightness + 0.396_337_78 * a + 0.215_803_76 * b).powi(3);
        let m = (lightness - 0.105_561_35 * a - 0.063_854_17 * b).powi(3);
        let s = (lightness - 0.089_484_18 * a - 1.291_485_5 * b).powi(3);
        let linear = [
            4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_93 * s,
            -1.268_438 * l + 2.609_757_4 * m - 0.341_319_4 * s,
            -0.004_196_09 * l - 0.703_418_6 * m + 1.707_614_7 * s,
        ];
        Self(linear.map(|part| {
            let part = part.clamp(0.0, 1.0);
            if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 }
        }))
    }
}
