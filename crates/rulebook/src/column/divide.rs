//! Exact division by a number that is the same for a million rows: a multiplication and a shift.

use kernel::Rounding;

/// Divides and rounds. The divisor is above nought and below 2^62.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Divider {
    divisor: i64,
    magic: u64,
    /// After the upper half of the product was taken.
    shift: u32,
    mode: Rounding,
    /// Added to the size of the number before it is cut off.
    bias: u64,
}

impl Divider {
    pub(crate) fn new(divisor: i64, mode: Rounding) -> Option<Self> {
        if divisor <= 0 || divisor >= 1 << 62 {
            return None;
        }
        let size = divisor.unsigned_abs();
        // With 63 + bits(divisor) as shift, the rounded-up reciprocal is exact for every number below 2^63.
        let bits = (64 - (size - 1).leading_zeros()).max(1);
        let shift = 63 + bits;
        let magic = (1_u128 << shift).div_ceil(u128::from(size)).min(u128::from(u64::MAX));
        let bias = match mode {
            Rounding::Down | Rounding::HalfEven => 0,
            Rounding::HalfUp => size / 2,
            Rounding::Up => size - 1,
        };
        Some(Self { divisor, magic: u64::try_from(magic).ok()?, shift: shift - 64, mode, bias })
    }

    /// The most that a number may be in size, so that the bias does not lead out of range.
    pub(crate) fn ceiling(&self) -> i128 {
        i128::from(i64::MAX) - i128::from(self.bias)
    }

    /// For numbers no greater in size than `ceiling`. Each way of dividing has a loop of its own.
    #[inline(always)]
    pub(crate) fn divide_each(&self, into: &mut [i64], numbers: impl Iterator<Item = i64>) {
        if self.divisor == 1 {
            put_each(into, numbers, |number| number);
        } else if self.divisor.count_ones() == 1 {
            let bits = self.divisor.trailing_zeros();
            put_each(into, numbers, |number| self.divide_by(number, |size| size >> bits));
        } else {
            let by_reciprocal = |size: u64| ((u128::from(size) * u128::from(self.magic)) >> 64) as u64 >> self.shift;
            put_each(into, numbers, |number| self.divide_by(number, by_reciprocal));
        }
    }

    #[inline(always)]
    fn divide_by(&self, number: i64, divide: impl Fn(u64) -> u64) -> i64 {
        let sign = number >> 63;
        let size = number.unsigned_abs() + self.bias;
        let mut quotient = divide(size);
        if self.mode == Rounding::HalfEven {
            let rest = size - quotient * self.divisor.unsigned_abs();
            let other = self.divisor.unsigned_abs() - rest;
            quotient += u64::from(rest > other || (rest == other && quotient % 2 == 1));
        }
        ((quotient as i64) ^ sign) - sign
    }

    /// For any number; slower.
    pub(crate) fn divide_wide(&self, number: i128) -> Option<i64> {
        self.mode.divide(number, self.divisor.into()).and_then(|quotient| i64::try_from(quotient).ok())
    }
}

/// A plain loop, as `for_each` is not inlined and would miss the wide instructions.
#[inline(always)]
fn put_each(into: &mut [i64], numbers: impl Iterator<Item = i64>, apply: impl Fn(i64) -> i64) {
    for (into, number) in into.iter_mut().zip(numbers) {
        *into = apply(number);
    }
}

#[cfg(test)]
mod tests {
    use kernel::Rounding;
    use proptest::prelude::*;

    use super::Divider;

    fn divide(divider: &Divider, number: i64) -> i64 {
        let mut into = [0];
        divider.divide_each(&mut into, [number].into_iter());
        into[0]
    }

    const MODES: [Rounding; 4] = [Rounding::HalfUp, Rounding::HalfEven, Rounding::Down, Rounding::Up];

    proptest! {
        #[test]
        fn it_divides_as_the_kernel_does(number in any::<i64>(), divisor in 1_i64..(1 << 62)) {
            for mode in MODES {
                let divider = Divider::new(divisor, mode).unwrap();
                if i128::from(number).abs() <= divider.ceiling() {
                    let exact = mode.divide(number.into(), divisor.into()).unwrap();
                    prop_assert_eq!(i128::from(divide(&divider, number)), exact);
                    prop_assert_eq!(divider.divide_wide(number.into()).map(i128::from), Some(exact));
                }
            }
        }

        #[test]
        fn halves_and_edges(quotient in -1_000_000_i64..1_000_000, divisor in 1_i64..100_000, off in -2_i64..3) {
            for mode in MODES {
                let divider = Divider::new(divisor, mode).unwrap();
                for number in [quotient * divisor + off, quotient * divisor + divisor / 2 + off] {
                    prop_assert_eq!(i128::from(divide(&divider, number)), mode.divide(number.into(), divisor.into()).unwrap());
                }
            }
        }
    }

    #[test]
    fn the_ends_of_the_range_divide_exactly() {
        for divisor in [1, 2, 3, 7, 64, 100, 10_000, 1 << 40, 1 << 61, i64::MAX / 4] {
            for mode in MODES {
                let divider = Divider::new(divisor, mode).unwrap();
                let most = i64::try_from(divider.ceiling()).unwrap();
                for number in [most, most - 1, -most, 0, 1, -1] {
                    assert_eq!(
                        i128::from(divide(&divider, number)),
                        mode.divide(number.into(), divisor.into()).unwrap()
                    );
                }
            }
        }
    }
}
