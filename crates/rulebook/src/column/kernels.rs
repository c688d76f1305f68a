//! The loops that a program's instructions consist of: plain, so that the compiler makes wide instructions of them.

use super::divide::Divider;
use super::op::Compare;

/// How many rows are worked out at a time: few enough that all registers stay in the nearest cache.
pub(super) const ROWS: usize = 512;

/// A value for each row, or one for all.
pub(super) enum Source<'a, T> {
    Each(&'a [T]),
    All(T),
}

impl<T: Copy> Source<'_, T> {
    /// Row by row; one for all is written into the room given.
    #[inline(always)]
    pub(super) fn spread<'s>(&'s self, room: &'s mut [T]) -> &'s [T] {
        match self {
            Self::Each(numbers) => numbers,
            Self::All(number) => {
                room.fill(*number);
                room
            }
        }
    }
}

/// Small numbers add up within 64 bits, as a chunk has 512 of them; greater ones are added one by one.
#[inline(always)]
pub(super) fn whole_sum(source: &Source<'_, i64>, mask: Option<&[u8]>, rows: usize, small: bool) -> i128 {
    let held = |mask: &[u8]| mask.iter().map(|held| i128::from(*held)).sum::<i128>();
    match (source, mask) {
        (Source::All(number), None) => i128::from(*number) * rows as i128,
        (Source::All(number), Some(mask)) => i128::from(*number) * held(mask),
        (Source::Each(numbers), mask) => match (small, mask) {
            (true, None) => i128::from(numbers.iter().fold(0_i64, |sum, number| sum.wrapping_add(*number))),
            (true, Some(mask)) => {
                let mut sum = 0_i64;
                for (number, held) in numbers.iter().zip(mask) {
                    sum = sum.wrapping_add(choose(*held, *number, 0));
                }
                sum.into()
            }
            (false, None) => numbers.iter().map(|number| i128::from(*number)).sum(),
            (false, Some(mask)) => {
                numbers.iter().zip(mask).filter(|(_, held)| **held != 0).map(|(number, _)| i128::from(*number)).sum()
            }
        },
    }
}

/// For numbers whose product may not fit 64 bits. False if a result does not.
pub(super) fn wide_each<'a>(
    into: &mut [i64],
    pairs: impl Iterator<Item = (&'a i64, &'a i64)>,
    divider: &Divider,
    step: i64,
) -> bool {
    for (into, (base, numerator)) in into.iter_mut().zip(pairs) {
        let scaled =
            divider.divide_wide(i128::from(*base) * i128::from(*numerator)).and_then(|number| number.checked_mul(step));
        match scaled {
            Some(number) => *into = number,
            None => return false,
        }
    }
    true
}

/// Takes all three by value: where both are read before one is chosen, no row becomes a branch.
#[inline(always)]
fn choose<T>(held: u8, then: T, otherwise: T) -> T {
    if held != 0 { then } else { otherwise }
}

#[inline(always)]
pub(super) fn choose_each<T: Copy>(into: &mut [T], mask: &[u8], then: &Source<'_, T>, otherwise: &Source<'_, T>) {
    match (then, otherwise) {
        (Source::All(then), Source::All(otherwise)) => each(into, mask, |held| choose(held, *then, *otherwise)),
        (Source::All(then), Source::Each(otherwise)) => {
            both(into, mask, otherwise, |held, otherwise| choose(held, *then, otherwise));
        }
        (Source::Each(then), Source::All(otherwise)) => {
            both(into, mask, then, |held, then| choose(held, then, *otherwise));
        }
        (Source::Each(then), Source::Each(otherwise)) => {
            for (((into, held), then), otherwise) in into.iter_mut().zip(mask).zip(*then).zip(*otherwise) {
                *into = choose(*held, *then, *otherwise);
            }
        }
    }
}

#[inline(always)]
pub(super) fn each<A: Copy, B>(into: &mut [B], from: &[A], apply: impl Fn(A) -> B) {
    for (into, from) in into.iter_mut().zip(from) {
        *into = apply(*from);
    }
}

#[inline(always)]
pub(super) fn both<A: Copy, B: Copy, C>(into: &mut [C], left: &[A], right: &[B], apply: impl Fn(A, B) -> C) {
    for ((into, left), right) in into.iter_mut().zip(left).zip(right) {
        *into = apply(*left, *right);
    }
}

#[inline(always)]
pub(super) fn compare_each<T: Copy + Ord>(into: &mut [u8], left: &[T], compare: Compare, right: T) {
    match compare {
        Compare::Equal => each(into, left, |left| u8::from(left == right)),
        Compare::NotEqual => each(into, left, |left| u8::from(left != right)),
        Compare::Less => each(into, left, |left| u8::from(left < right)),
        Compare::AtMost => each(into, left, |left| u8::from(left <= right)),
        Compare::Greater => each(into, left, |left| u8::from(left > right)),
        Compare::AtLeast => each(into, left, |left| u8::from(left >= right)),
    }
}

#[inline(always)]
pub(super) fn compare_both<T: Copy + Ord>(into: &mut [u8], left: &[T], compare: Compare, right: &[T]) {
    match compare {
        Compare::Equal => both(into, left, right, |left, right| u8::from(left == right)),
        Compare::NotEqual => both(into, left, right, |left, right| u8::from(left != right)),
        Compare::Less => both(into, left, right, |left, right| u8::from(left < right)),
        Compare::AtMost => both(into, left, right, |left, right| u8::from(left <= right)),
        Compare::Greater => both(into, left, right, |left, right| u8::from(left > right)),
        Compare::AtLeast => both(into, left, right, |left, right| u8::from(left >= right)),
    }
}

impl Compare {
    /// The same comparison with the sides exchanged.
    pub(super) fn turned(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::AtMost => Self::AtLeast,
            Self::Greater => Self::Less,
            Self::AtLeast => Self::AtMost,
            same => same,
        }
    }
}
