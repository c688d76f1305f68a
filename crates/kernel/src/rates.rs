use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Arc, OnceLock};

use sha2::{Digest, Sha256};

use crate::{Currency, Day, Exact};

/// Dated official exchange rates into one currency, as a central bank prints them:
/// so much of `to` for `units` of a foreign currency. A day without a row uses the last
/// one before it (banks quote working days only), but not one older than `reach` days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RateTable {
    to: Currency,
    reach: i32,
    source: String,
    /// Shared by all copies, as is the hash once it was worked out.
    quotes: Arc<Quotes>,
}

#[derive(Debug, Clone, Default)]
struct Quotes {
    by_currency: BTreeMap<Currency, Vec<Quote>>,
    hash: OnceLock<String>,
}

/// The hash follows from the quotes, whether it was worked out yet or not.
impl PartialEq for Quotes {
    fn eq(&self, other: &Self) -> bool {
        self.by_currency == other.by_currency
    }
}

impl Eq for Quotes {}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quote {
    pub day: Day,
    /// What one unit of the foreign currency is worth.
    pub one_unit: Exact,
}

/// Why an amount could not be converted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RateProblem {
    #[error("no exchange rate for {0}")]
    NoCurrency(Currency),
    #[error("no exchange rate for {0} on {1}")]
    NoDay(Currency, Day),
    #[error("line {0}: expected `day,currency,units,rate`")]
    Row(usize),
    #[error("line {0}: a second rate for {1} on {2}")]
    Twice(usize, Currency, Day),
}

impl RateTable {
    pub fn new(to: Currency, reach: i32, source: impl Into<String>) -> Self {
        Self { to, reach, source: source.into(), quotes: Arc::default() }
    }

    /// Reads lines of `day,currency,units,rate`. Empty lines, lines that begin with `#` and a heading line are
    /// passed over; columns after the fourth are kept for people (a source, a remark) and not read.
    pub fn read(to: Currency, reach: i32, source: impl Into<String>, text: &str) -> Result<Self, RateProblem> {
        let mut table = Self::new(to, reach, source);
        for (at, line) in text.lines().enumerate() {
            let (number, line) = (at + 1, line.trim());
            if line.is_empty() || line.starts_with('#') || line.starts_with("day") {
                continue;
            }
            let mut cells = line.split([',', ';', '\t']).map(str::trim);
            let row = (|| {
                let day: Day = cells.next()?.parse().ok()?;
                let currency: Currency = cells.next()?.parse().ok()?;
                let units: Exact = cells.next()?.parse().ok()?;
                let rate: Exact = cells.next()?.parse().ok()?;
                let one_unit = rate.over(&units)?;
                (!one_unit.is_negative() && !one_unit.is_zero()).then_some((currency, Quote { day, one_unit }))
            })();
            let (currency, quote) = row.ok_or(RateProblem::Row(number))?;
            if !table.insert(currency, quote) {
                return Err(RateProblem::Twice(number, currency, quote.day));
            }
        }
        Ok(table)
    }

    /// False, and nothing changed, if there is a rate for that day already.
    pub fn insert(&mut self, currency: Currency, quote: Quote) -> bool {
        let known = self.quotes(currency).binary_search_by_key(&quote.day, |known| known.day);
        let Err(at) = known else { return false };
        let quotes = Arc::make_mut(&mut self.quotes);
        quotes.by_currency.entry(currency).or_default().insert(at, quote);
        quotes.hash = OnceLock::new();
        true
    }

    pub fn to(&self) -> Currency {
        self.to
    }

    pub fn source(&self) -> &str {
        &self.source
    }

    /// How old, in days, a quote may be and still serve.
    pub fn reach(&self) -> i32 {
        self.reach
    }

    pub fn currencies(&self) -> impl Iterator<Item = Currency> {
        self.quotes.by_currency.keys().copied()
    }

    /// SHA-256 over every quote, in hexadecimal: tables with the same rates have the same.
    pub fn hash(&self) -> &str {
        self.quotes.hash.get_or_init(|| self.quotes.work_out_hash())
    }

    pub fn quotes(&self, currency: Currency) -> &[Quote] {
        self.quotes.by_currency.get(&currency).map_or(&[], Vec::as_slice)
    }

    /// The quote that serves on that day, with the day it was made for.
    pub fn on(&self, currency: Currency, day: Day) -> Result<Quote, RateProblem> {
        if currency == self.to {
            return Ok(Quote { day, one_unit: Exact::ONE });
        }
        let quotes = self.quotes.by_currency.get(&currency).ok_or(RateProblem::NoCurrency(currency))?;
        let later = quotes.partition_point(|quote| quote.day <= day);
        later
            .checked_sub(1)
            .and_then(|at| quotes.get(at))
            .filter(|quote| day.number() - quote.day.number() <= self.reach)
            .copied()
            .ok_or(RateProblem::NoDay(currency, day))
    }
}

impl Quotes {
    fn work_out_hash(&self) -> String {
        let mut text = String::new();
        for (currency, quotes) in &self.by_currency {
            for quote in quotes {
                writeln!(text, "{currency} {} {}", quote.day, quote.one_unit).expect("a string takes all");
            }
        }
        Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Quote, RateProblem, RateTable};

    fn table() -> RateTable {
        let rows =
            "day,currency,units,rate\n# Friday\n2026-03-06,USD,1,500.25\n2026-03-06,AMD,10,13.1\n2026-03-09,USD,1,501";
        RateTable::read("KZT".parse().unwrap(), 5, "test", rows).unwrap()
    }

    fn on(code: &str, day: &str) -> String {
        match table().on(code.parse().unwrap(), day.parse().unwrap()) {
            Ok(quote) => format!("{} of {}", quote.one_unit, quote.day),
            Err(problem) => problem.to_string(),
        }
    }

    #[test]
    fn a_weekend_uses_friday() {
        assert_eq!(on("USD", "2026-03-08"), "500.25 of 2026-03-06");
        assert_eq!(on("USD", "2026-03-09"), "501 of 2026-03-09");
    }

    #[test]
    fn a_rate_per_ten_units_is_a_tenth() {
        assert_eq!(on("AMD", "2026-03-06"), "1.31 of 2026-03-06");
    }

    #[test]
    fn a_further_rate_changes_the_hash_of_its_table_alone() {
        let (before, mut after) = (table(), table());
        assert_eq!(before.hash(), after.hash());
        let (day, one_unit) = ("2026-03-10".parse().unwrap(), "502".parse().unwrap());
        let mut copy = after.clone();
        assert!(copy.insert("USD".parse().unwrap(), Quote { day, one_unit }));
        assert_eq!(before.hash(), after.hash());
        assert!(after.insert("USD".parse().unwrap(), Quote { day, one_unit }));
        assert_ne!(before.hash(), after.hash());
        assert_eq!(copy.hash(), after.hash());
    }

    #[test]
    fn an_old_rate_or_none_is_refused() {
        assert_eq!(on("USD", "2026-03-15"), "no exchange rate for USD on 2026-03-15");
        assert_eq!(on("USD", "2026-03-05"), "no exchange rate for USD on 2026-03-05");
        assert_eq!(on("GBP", "2026-03-06"), "no exchange rate for GBP");
        assert_eq!(on("KZT", "2026-03-06"), "1 of 2026-03-06");
    }

    #[test]
    fn a_bad_row_is_named() {
        let read = |rows| RateTable::read("KZT".parse().unwrap(), 5, "test", rows);
        assert_eq!(read("2026-03-06,USD,1,0"), Err(RateProblem::Row(1)));
        assert_eq!(read("\n06.03.2026,USD,1,500"), Err(RateProblem::Row(2)));
        assert!(matches!(read("2026-03-06,USD,1,5\n2026-03-06,USD,1,6"), Err(RateProblem::Twice(2, _, _))));
    }
}
