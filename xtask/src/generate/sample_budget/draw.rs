//! Chance that is the same each time: splitmix64.

pub(super) struct Draw(u64);

impl Draw {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from the first to the last, both included.
    pub(super) fn within(&mut self, (first, last): (i64, i64)) -> i64 {
        let width = last.abs_diff(first).saturating_add(1);
        first.saturating_add(i64::try_from(self.next() % width).unwrap_or(0))
    }

    /// True once in so many times.
    pub(super) fn once_in(&mut self, times: i64) -> bool {
        self.within((1, times)) == 1
    }

    pub(super) fn one_of<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        let last = i64::try_from(choices.len()).ok()?.checked_sub(1)?;
        choices.get(usize::try_from(self.within((0, last))).ok()?)
    }
}
