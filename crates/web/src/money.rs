use kernel::{Currency, Exact, Money, Rounding};

use crate::{Locale, Phrase};

const MILLION: i64 = 1_000_000;
const BILLION: i64 = 1_000_000_000;

/// Writes amounts in one language. The sign (`₸`) is for the commission's own currency; any other goes by its code,
/// because signs are shared (`$` is twenty currencies) and a guess about money is worse than three letters.
pub(crate) struct MoneyWriter<'w> {
    pub(crate) locale: &'w Locale,
    pub(crate) home: Currency,
    pub(crate) say: &'w dyn Fn(&'static str) -> Phrase<'w>,
}

impl MoneyWriter<'_> {
    /// With all its decimals; whole amounts without.
    pub(crate) fn exact(&self, money: &Money) -> String {
        let amount = money.exact();
        let decimals = if amount.is_whole() { 0 } else { money.currency().decimals() };
        self.placed(money, &self.locale.fixed(&unsigned(&amount), decimals))
    }

    /// For headlines and charts: `11.4M`, `1.25bn`; below a million the whole amount.
    pub(crate) fn rounded(&self, money: &Money) -> String {
        let amount = unsigned(&money.exact());
        let (unit, key, decimals) = match amount {
            huge if huge >= Exact::whole(BILLION.into()) => (BILLION, "amount-billions", 2),
            large if large >= Exact::whole(MILLION.into()) => (MILLION, "amount-millions", 1),
            _ => (1, "amount-plain", 0),
        };
        let scaled = amount.over(&Exact::whole(unit.into())).unwrap_or(amount);
        let number = self.locale.number(&scaled, decimals);
        self.placed(money, &(self.say)(key).with("number", number).to_string())
    }

    fn placed(&self, money: &Money, amount: &str) -> String {
        let currency = money.currency();
        let written = if currency == self.home {
            (self.say)("money-with-sign").with("sign", currency.sign()).with("amount", amount)
        } else {
            (self.say)("money-with-code").with("code", currency).with("amount", amount)
        };
        let minus = if money.minor() < 0 { "\u{2212}" } else { "" };
        format!("{minus}{written}")
    }
}

/// A percentage of one: 0.305 is thirty and a half per cent.
pub(crate) fn percent<'w>(locale: &Locale, phrase: Phrase<'w>, share: &Exact) -> Phrase<'w> {
    let hundredths = share.times(&Exact::whole(100)).and_then(|n| n.round(Rounding::HalfUp, &Exact::fraction(1, 100)?));
    phrase.with("number", locale.number(&hundredths.unwrap_or(*share), 2))
}

fn unsigned(amount: &Exact) -> Exact {
    if amount.is_negative() { amount.negated().unwrap_or(*amount) } else { *amount }
}
