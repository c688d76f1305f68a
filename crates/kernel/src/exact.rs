use std::fmt;
use std::str::FromStr;

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Signed, Zero};

/// An exact number: a fraction of two whole numbers. `2/37` stays `2/37`.
/// Every operation that could overflow or divide by zero answers `None` then.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(Ratio<i128>);

/// Where a number goes that does not fit the granularity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rounding {
    /// To the nearest; a half goes away from zero.
    HalfUp,
    /// To the nearest; a half goes to the even neighbour.
    HalfEven,
    /// Towards zero (truncation).
    Down,
    /// Away from zero.
    Up,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a number; write it as 1234.5, 30% or 2/37")]
pub struct NotANumber(pub String);

impl Exact {
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));
    pub const ONE: Self = Self(Ratio::new_raw(1, 1));

    pub fn whole(number: i128) -> Self {
        Self(Ratio::from_integer(number))
    }

    pub fn fraction(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 || denominator == i128::MIN || numerator == i128::MIN {
            return None;
        }
        Some(Self(Ratio::new(numerator, denominator)))
    }

    pub fn numerator(&self) -> i128 {
        *self.0.numer()
    }

    pub fn denominator(&self) -> i128 {
        *self.0.denom()
    }

    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    pub fn is_whole(&self) -> bool {
        self.0.is_integer()
    }

    pub fn plus(&self, other: &Self) -> Option<Self> {
        self.0.checked_add(&other.0).map(Self)
    }

    pub fn minus(&self, other: &Self) -> Option<Self> {
        self.0.checked_sub(&other.0).map(Self)
    }

    pub fn times(&self, other: &Self) -> Option<Self> {
        self.0.checked_mul(&other.0).map(Self)
    }

    pub fn over(&self, other: &Self) -> Option<Self> {
        if other.is_zero() { None } else { self.0.checked_div(&other.0).map(Self) }
    }

    pub fn negated(&self) -> Option<Self> {
        Self::ZERO.minus(self)
    }

    /// The nearest multiple of `granularity` in the given direction. `None` for a granularity of zero or less.
    pub fn round(&self, mode: Rounding, granularity: &Self) -> Option<Self> {
        if granularity.is_zero() || granularity.is_negative() {
            return None;
        }
        let steps = self.over(granularity)?;
        Self::whole(mode.divide(steps.numerator(), steps.denominator())?).times(granularity)
    }

    /// How many smallest units (of `10^-decimals`) this is, if it is a whole number of them.
    pub fn scaled(&self, decimals: u8) -> Option<i128> {
        let scale = 10_i128.checked_pow(u32::from(decimals))?;
        let scaled = self.times(&Self::whole(scale))?;
        scaled.is_whole().then(|| scaled.numerator())
    }

    /// A number of smallest units of `10^-decimals`.
    pub fn from_scaled(number: i128, decimals: u8) -> Option<Self> {
        Self::fraction(number, 10_i128.checked_pow(u32::from(decimals))?)
    }
}

impl Rounding {
    /// `numerator / denominator` as a whole number; the denominator must be above zero.
    pub fn divide(self, numerator: i128, denominator: i128) -> Option<i128> {
        let quotient = numerator.checked_div(denominator)?;
        let rest = numerator.checked_rem(denominator)?.unsigned_abs();
        let step = if numerator < 0 { -1 } else { 1 };
        let away = match self {
            Self::Down => false,
            Self::Up => rest != 0,
            Self::HalfUp => rest >= denominator.unsigned_abs() - rest,
            Self::HalfEven => {
                let other = denominator.unsigned_abs() - rest;
                rest > other || (rest == other && quotient % 2 != 0)
            }
        };
        if away && rest != 0 { quotient.checked_add(step) } else { Some(quotient) }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::HalfUp => "half_up",
            Self::HalfEven => "half_even",
            Self::Down => "down",
            Self::Up => "up",
        }
    }
}

/// `1234.5`, `1_000`, `30%`, `2/37`, `-4`.
impl FromStr for Exact {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let wrong = || NotANumber(text.to_owned());
        if let Some(percent) = text.strip_suffix('%') {
            return percent.trim_end().parse::<Self>().ok().and_then(|n| n.over(&Self::whole(100))).ok_or_else(wrong);
        }
        if let Some((above, below)) = text.split_once('/') {
            let (above, below) = (above.parse::<Self>(), below.parse::<Self>());
            return above.ok().zip(below.ok()).and_then(|(above, below)| above.over(&below)).ok_or_else(wrong);
        }
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let is_plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_');
        if !whole.starts_with(|first: char| first.is_ascii_digit()) || !is_plain(whole) || !is_plain(decimals) {
            return Err(wrong());
        }
        if digits.contains('.') && !decimals.starts_with(|first: char| first.is_ascii_digit()) {
            return Err(wrong());
        }
        let mut number = 0_i128;
        let mut places = 0_u8;
        for (part, counts) in [(whole, 0), (decimals, 1)] {
            for byte in part.bytes().filter(u8::is_ascii_digit) {
                number =
                    number.checked_mul(10).and_then(|n| n.checked_add(i128::from(byte - b'0'))).ok_or_else(wrong)?;
                places = places.checked_add(counts).ok_or_else(wrong)?;
            }
        }
        let number = if negative { -number } else { number };
        Self::from_scaled(number, places).ok_or_else(wrong)
    }
}

/// A terminating decimal as such (`62.5`), any other fraction as `2/37`.
impl fmt::Display for Exact {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = (0..=18_u8).find(|places| self.scaled(*places).is_some());
        match decimals.and_then(|places| self.scaled(places).map(|number| (number, places))) {
            Some((number, 0)) => write!(out, "{number}"),
            Some((number, places)) => {
                let scale = 10_u128.pow(u32::from(places));
                let sign = if number < 0 { "-" } else { "" };
                let (whole, rest) = (number.unsigned_abs() / scale, number.unsigned_abs() % scale);
                write!(out, "{sign}{whole}.{rest:0width$}", width = usize::from(places))
            }
            None => write!(out, "{}/{}", self.numerator(), self.denominator()),
        }
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Exact, Rounding};

    fn n(text: &str) -> Exact {
        text.parse().unwrap()
    }

    #[test]
    fn fractions_stay_fractions() {
        assert_eq!(n("2/37").times(&n("37")), Some(n("2")));
        assert_eq!(n("30%").to_string(), "0.3");
        assert_eq!(n("2/37").to_string(), "2/37");
        assert_eq!(n("-0.05").to_string(), "-0.05");
    }

    #[test]
    fn what_is_not_a_number_is_refused() {
        for text in
            ["", "-", ".5", "1.", "1,5", "1e3", "%", "1/0", "_1", "٣", "170141183460469231731687303715884105728"]
        {
            assert!(text.parse::<Exact>().is_err(), "{text}");
        }
    }

    #[test]
    fn each_rounding_goes_its_way() {
        let rounded = |text: &str, mode| n(text).round(mode, &n("0.01")).unwrap().to_string();
        assert_eq!(rounded("3180.375", Rounding::HalfUp), "3180.38");
        assert_eq!(rounded("-3180.375", Rounding::HalfUp), "-3180.38");
        assert_eq!(rounded("0.125", Rounding::HalfEven), "0.12");
        assert_eq!(rounded("0.135", Rounding::HalfEven), "0.14");
        assert_eq!(rounded("-0.019", Rounding::Down), "-0.01");
        assert_eq!(rounded("0.011", Rounding::Up), "0.02");
        assert_eq!(rounded("0.01", Rounding::Up), "0.01");
    }

    #[test]
    fn overflow_is_none_and_never_a_panic() {
        let huge = Exact::whole(i128::MAX);
        assert_eq!(huge.times(&huge), None);
        assert_eq!(huge.plus(&Exact::ONE), None);
        assert_eq!(Exact::ONE.over(&Exact::ZERO), None);
    }

    proptest! {
        #[test]
        fn printing_and_reading_give_the_same_number(above in any::<i64>(), below in 1_i64..1_000_000) {
            let number = Exact::fraction(above.into(), below.into()).unwrap();
            prop_assert_eq!(number.to_string().parse::<Exact>(), Ok(number));
        }

        #[test]
        fn rounding_moves_less_than_one_step(above in any::<i64>(), below in 1_i64..1_000_000) {
            let number = Exact::fraction(above.into(), below.into()).unwrap();
            let step = n("0.01");
            for mode in [Rounding::HalfUp, Rounding::HalfEven, Rounding::Down, Rounding::Up] {
                let rounded = number.round(mode, &step).unwrap();
                let moved = rounded.minus(&number).unwrap();
                prop_assert!(moved < step && moved > step.negated().unwrap());
                prop_assert!(rounded.scaled(2).is_some());
            }
        }
    }
}
