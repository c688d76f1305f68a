use std::fmt;
use std::str::FromStr;

/// An ISO 4217 currency: three capital letters and the number of decimals it is counted in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency {
    code: [u8; 3],
    decimals: u8,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown currency `{0}`")]
pub struct UnknownCurrency(pub String);

impl Currency {
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.code).unwrap_or("XXX")
    }

    /// How many decimals the smallest unit has: 2 for KZT (tiyn), 0 for JPY.
    pub fn decimals(&self) -> u8 {
        self.decimals
    }

    /// How many smallest units make one unit.
    pub fn units(&self) -> i64 {
        10_i64.pow(u32::from(self.decimals.min(18)))
    }

    /// The narrow sign (`₸`, `$`), or the code where there is none.
    pub fn sign(&self) -> String {
        iso_currency::Currency::from_code(self.code())
            .map(|known| known.symbol().to_string())
            .filter(|sign| sign != "¤")
            .unwrap_or_else(|| self.code().to_owned())
    }
}

impl FromStr for Currency {
    type Err = UnknownCurrency;

    fn from_str(code: &str) -> Result<Self, UnknownCurrency> {
        let unknown = || UnknownCurrency(code.to_owned());
        let known = iso_currency::Currency::from_code(code).ok_or_else(unknown)?;
        let code = <[u8; 3]>::try_from(known.code().as_bytes()).map_err(|_| unknown())?;
        let decimals = known.exponent().unwrap_or(2);
        Ok(Self { code, decimals: u8::try_from(decimals).map_err(|_| unknown())? })
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::Currency;

    #[test]
    fn a_currency_knows_its_decimals() {
        let decimals = |code: &str| code.parse::<Currency>().unwrap().decimals();
        assert_eq!((decimals("KZT"), decimals("JPY"), decimals("KWD")), (2, 0, 3));
    }

    #[test]
    fn lower_case_and_unknown_codes_are_refused() {
        assert!("kzt".parse::<Currency>().is_err());
        assert!("ABC".parse::<Currency>().is_err());
    }
}
