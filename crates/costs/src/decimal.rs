use std::fmt;

use kernel::{Currency, Exact, Money, Rounding};

/// A decimal number as a file has it: `number` divided by ten `places` times.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Decimal {
    number: i128,
    places: u8,
}

/// An amount brought to a currency's smallest unit, and whether something was cut off on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rounded {
    pub(crate) money: Money,
    pub(crate) loss: Loss,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Loss {
    None,
    /// The tail of a binary number such as 0.30000000000000004: nothing anyone wrote.
    Artefact,
    /// More decimals than the currency has.
    Decimals,
}

impl Decimal {
    pub(crate) fn new(number: i128, places: u8) -> Self {
        Self { number, places }
    }

    pub(crate) fn whole(number: i64) -> Self {
        Self { number: number.into(), places: 0 }
    }

    /// The shortest decimal that means this binary number. No arithmetic is done with the binary number itself:
    /// its decimal text is written and read.
    pub(crate) fn from_float(number: f64) -> Option<Self> {
        if !number.is_finite() {
            return None;
        }
        // Most numbers are whole, and then the way through the text can be spared.
        #[expect(clippy::cast_possible_truncation, reason = "what does not survive the way back is not taken")]
        let whole = number as i64;
        #[expect(clippy::cast_precision_loss, reason = "only numbers with fifteen digits or fewer are taken")]
        if whole.unsigned_abs() < 1_000_000_000_000_000 && whole as f64 == number {
            return Some(Self::whole(whole));
        }
        let mut buffer = zmij::Buffer::new();
        let text = buffer.format_finite(number);
        let (text, exponent) = match text.split_once(['e', 'E']) {
            Some((text, exponent)) => (text, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let decimals = decimals.trim_end_matches('0');
        let digits = whole.bytes().chain(decimals.bytes());
        let number = digits.fold(0_i128, |number, digit| number * 10 + i128::from(digit - b'0'));
        let places = i32::try_from(decimals.len()).ok()? - exponent;
        let (number, places) = match u32::try_from(places) {
            Ok(places) => (number, u8::try_from(places).ok().filter(|places| *places <= 30)?),
            Err(_) => (number.checked_mul(10_i128.checked_pow(places.unsigned_abs())?)?, 0),
        };
        Some(Self { number: if negative { -number } else { number }, places })
    }

    pub(crate) fn exact(&self) -> Option<Exact> {
        Exact::from_scaled(self.number, self.places)
    }

    pub(crate) fn negated(self) -> Self {
        Self { number: -self.number, places: self.places }
    }

    pub(crate) fn times(self, factor: u32) -> Option<Self> {
        Some(Self { number: self.number.checked_mul(factor.into())?, places: self.places })
    }

    pub(crate) fn product(&self, other: &Self) -> Option<Self> {
        let places = self.places.checked_add(other.places).filter(|places| *places <= 30)?;
        Some(Self { number: self.number.checked_mul(other.number)?, places })
    }

    /// A whole number, if it is one.
    pub(crate) fn as_whole(&self) -> Option<i64> {
        let scale = 10_i128.checked_pow(self.places.into())?;
        (self.number % scale == 0).then(|| i64::try_from(self.number / scale).ok())?
    }

    /// Halves go away from zero. `None` if the amount is too large to be money.
    pub(crate) fn money(&self, currency: Currency) -> Option<Rounded> {
        let decimals = currency.decimals();
        let (minor, loss) = if self.places <= decimals {
            (self.number.checked_mul(10_i128.checked_pow((decimals - self.places).into())?)?, Loss::None)
        } else {
            let scale = 10_i128.checked_pow((self.places - decimals).into())?;
            let loss = match self.number % scale {
                0 => Loss::None,
                _ if self.significant_digits() >= 15 => Loss::Artefact,
                _ => Loss::Decimals,
            };
            (Rounding::HalfUp.divide(self.number, scale)?, loss)
        };
        let minor = i64::try_from(minor).ok()?;
        Some(Rounded { money: Money::from_minor(minor, currency), loss })
    }

    fn significant_digits(&self) -> u32 {
        self.number.unsigned_abs().checked_ilog10().map_or(1, |digits| digits + 1)
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

/// `1234.5`: no groups, no trailing zeros.
impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut number, mut places) = (self.number, self.places);
        while places > 0 && number % 10 == 0 {
            number /= 10;
            places -= 1;
        }
        let scale = 10_u128.checked_pow(places.into()).unwrap_or(u128::MAX);
        let sign = if number < 0 { "-" } else { "" };
        let (whole, rest) = (number.unsigned_abs() / scale, number.unsigned_abs() % scale);
        if places == 0 {
            write!(out, "{sign}{whole}")
        } else {
            write!(out, "{sign}{whole}.{rest:0width$}", width = usize::from(places))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Decimal, Loss};

    fn shown(number: f64) -> String {
        Decimal::from_float(number).map_or_else(|| "none".into(), |decimal| decimal.to_string())
    }

    #[test]
    fn a_binary_number_becomes_what_a_person_typed() {
        assert_eq!(shown(1_234_567.89), "1234567.89");
        assert_eq!(shown(-0.05), "-0.05");
        assert_eq!(shown(0.0), "0");
        assert_eq!(shown(1e21), "1000000000000000000000");
        assert_eq!(shown(1.5e-7), "0.00000015");
        assert_eq!(shown(f64::NAN), "none");
        assert_eq!(shown(1e300), "none");
        assert_eq!(shown(1e-300), "none");
    }

    #[test]
    fn the_tail_of_a_sum_is_cut_and_said() {
        let kzt = "KZT".parse().unwrap();
        let rounded = |number| {
            let rounded = Decimal::from_float(number).unwrap().money(kzt).unwrap();
            (rounded.money.decimal(), rounded.loss)
        };
        assert_eq!(rounded(0.30000000000000004), ("0.30".into(), Loss::Artefact));
        assert_eq!(rounded(12.345), ("12.35".into(), Loss::Decimals));
        assert_eq!(rounded(12.5), ("12.50".into(), Loss::None));
    }

    proptest! {
        #[test]
        fn cents_survive_the_way_through_a_binary_number(minor in -900_000_000_000_000_i64..900_000_000_000_000) {
            let kzt = "KZT".parse().unwrap();
            let written = kernel::Money::from_minor(minor, kzt);
            let float: f64 = written.decimal().parse().unwrap();
            let back = Decimal::from_float(float).unwrap().money(kzt).unwrap();
            prop_assert_eq!(back.money, written);
            prop_assert_eq!(back.loss, Loss::None);
        }

        #[test]
        fn no_float_panics(number in any::<f64>()) {
            if let Some(decimal) = Decimal::from_float(number) {
                prop_assert_eq!(decimal.to_string().parse::<f64>().unwrap(), number);
            }
        }
    }
}
