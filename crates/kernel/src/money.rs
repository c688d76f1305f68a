use std::fmt;
use std::str::FromStr;

use crate::{Currency, Exact};

/// An amount of one currency in its smallest units. Never a float, never without its currency.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    #[error("{0} and {1} cannot be added; convert one of them first")]
    TwoCurrencies(Currency, Currency),
    #[error("the amount is too large")]
    TooLarge,
    #[error("`{0}` is not an amount; write it as `1000.50 KZT`")]
    NotAnAmount(String),
}

impl Money {
    pub fn from_minor(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// An exact amount of whole units, if it is a whole number of smallest units.
    pub fn from_exact(amount: &Exact, currency: Currency) -> Option<Self> {
        let minor = amount.scaled(currency.decimals())?;
        i64::try_from(minor).ok().map(|minor| Self { minor, currency })
    }

    pub fn minor(&self) -> i64 {
        self.minor
    }

    pub fn currency(&self) -> Currency {
        self.currency
    }

    pub fn exact(&self) -> Exact {
        Exact::from_scaled(self.minor.into(), self.currency.decimals()).unwrap_or(Exact::ZERO)
    }

    pub fn plus(&self, other: &Self) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::TwoCurrencies(self.currency, other.currency));
        }
        let minor = self.minor.checked_add(other.minor).ok_or(MoneyError::TooLarge)?;
        Ok(Self { minor, currency: self.currency })
    }

    /// `1234.50`: the decimal string used in files and answers to machines.
    pub fn decimal(&self) -> String {
        let decimals = usize::from(self.currency.decimals());
        let units = self.currency.units().unsigned_abs();
        let sign = if self.minor < 0 { "-" } else { "" };
        let (whole, rest) = (self.minor.unsigned_abs() / units, self.minor.unsigned_abs() % units);
        if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest:0decimals$}") }
    }
}

/// `1_000.50 KZT`
impl FromStr for Money {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let wrong = || MoneyError::NotAnAmount(text.to_owned());
        let (number, code) = text.trim().rsplit_once(' ').ok_or_else(wrong)?;
        let currency: Currency = code.parse().map_err(|_| wrong())?;
        let number: Exact = number.trim().parse().map_err(|_| wrong())?;
        Self::from_exact(&number, currency).ok_or_else(wrong)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.decimal(), self.currency)
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Money, MoneyError};

    fn money(text: &str) -> Money {
        text.parse().unwrap()
    }

    #[test]
    fn money_prints_as_it_is_read() {
        for text in ["1000.50 KZT", "-0.05 EUR", "7 JPY", "92233720368547758.07 KZT"] {
            assert_eq!(money(text).to_string(), text);
        }
    }

    #[test]
    fn two_currencies_do_not_add() {
        let refused = money("1 EUR").plus(&money("1 USD"));
        assert!(matches!(refused, Err(MoneyError::TwoCurrencies(_, _))));
    }

    #[test]
    fn half_a_cent_is_not_money() {
        assert!("0.005 EUR".parse::<Money>().is_err());
        assert!("92233720368547758.08 KZT".parse::<Money>().is_err());
    }
}
