//! Chance that is always the same: from a seed, without the machine's.

pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn of(seed: &str) -> Self {
        let start = 0xcbf2_9ce4_8422_2325;
        Self(seed.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        scramble(self.0)
    }

    /// From 0 up to 1.
    pub(crate) fn part(&mut self) -> f64 {
        fraction(self.next())
    }

    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.part()
    }

    pub(crate) fn whole(&mut self, low: i32, high: i32) -> i32 {
        let span = u64::from(high.abs_diff(low)) + 1;
        low.saturating_add(i32::try_from(self.next() % span).unwrap_or(0))
    }

    pub(crate) fn chance(&mut self, of: f64) -> bool {
        self.part() < of
    }

    /// A wavy line of its own.
    pub(crate) fn noise(&mut self) -> Noise {
        Noise(self.next())
    }
}

/// Smooth noise along a line, from 0 to 1.
#[derive(Clone, Copy)]
pub(crate) struct Noise(u64);

impl Noise {
    fn at_whole(self, step: f64) -> f64 {
        fraction(scramble(self.0 ^ (step as i64 as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)))
    }

    pub(crate) fn at(self, x: f64) -> f64 {
        let (step, part) = (x.floor(), x - x.floor());
        let ease = part * part * (3.0 - 2.0 * part);
        let (left, right) = (self.at_whole(step), self.at_whole(step + 1.0));
        left + (right - left) * ease
    }

    /// Several waves upon each other, each finer and weaker.
    pub(crate) fn rough(self, x: f64, octaves: u32) -> f64 {
        let (mut sum, mut weight, mut total, mut scale) = (0.0, 1.0, 0.0, 1.0);
        for octave in 0..octaves {
            sum += weight * Self(self.0.wrapping_add(u64::from(octave) * 7919)).at(x * scale);
            total += weight;
            weight *= 0.5;
            scale *= 2.1;
        }
        sum / total
    }

    /// As [`Self::rough`], with sharp crests.
    pub(crate) fn sharp(self, x: f64, octaves: u32) -> f64 {
        let (mut sum, mut weight, mut total, mut scale) = (0.0, 1.0, 0.0, 1.0);
        for octave in 0..octaves {
            let wave = Self(self.0.wrapping_add(u64::from(octave) * 104_729)).at(x * scale);
            sum += weight * (1.0 - (2.0 * wave - 1.0).abs());
            total += weight;
            weight *= 0.48;
            scale *= 2.2;
        }
        sum / total
    }
}

fn scramble(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

fn fraction(bits: u64) -> f64 {
    (bits >> 11) as f64 / 9_007_199_254_740_992.0
}
