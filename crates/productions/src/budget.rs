use kernel::{Currency, Money};

/// What a film costs, as far as one says it: at least, at most, or neither. One currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoneyRange {
    least: Option<i64>,
    most: Option<i64>,
    currency: Currency,
}

impl MoneyRange {
    /// Nothing if no end is said, an end is below nought, or the least is more than the most.
    pub fn new(least: Option<i64>, most: Option<i64>, currency: Currency) -> Option<Self> {
        let is_said = least.is_some() || most.is_some();
        let is_fine = least.is_none_or(|least| least >= 0) && most.is_none_or(|most| most >= 0);
        let in_order = least.zip(most).is_none_or(|(least, most)| least <= most);
        (is_said && is_fine && in_order).then_some(Self { least, most, currency })
    }

    pub fn least(&self) -> Option<Money> {
        self.least.map(|minor| Money::from_minor(minor, self.currency))
    }

    pub fn most(&self) -> Option<Money> {
        self.most.map(|minor| Money::from_minor(minor, self.currency))
    }

    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// The bands between the edges, the lowest without a bottom, the highest without a top. Edges of another currency
    /// than the first, and those that do not rise, are passed over.
    pub fn bands(edges: &[Money]) -> Vec<Self> {
        let Some(currency) = edges.first().map(Money::currency) else { return Vec::new() };
        let mut bands = Vec::new();
        let mut least = None;
        for edge in edges.iter().filter(|edge| edge.currency() == currency) {
            bands.extend(Self::new(least, Some(edge.minor()), currency));
            least = Some(edge.minor());
        }
        bands.extend(Self::new(least, None, currency));
        bands
    }

    /// Reads what [`MoneyRange::word`] wrote.
    pub fn from_word(word: &str) -> Option<Self> {
        let (ends, currency) = word.rsplit_once(' ')?;
        let (least, most) = ends.split_once("..")?;
        let end = |text: &str| if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) };
        Self::new(end(least)?, end(most)?, currency.parse().ok()?)
    }

    /// As it stands in a form: `25000000..100000000 USD`.
    pub fn word(&self) -> String {
        let end = |end: Option<i64>| end.map(|minor| minor.to_string()).unwrap_or_default();
        format!("{}..{} {}", end(self.least), end(self.most), self.currency)
    }
}

#[cfg(test)]
mod tests {
    use super::MoneyRange;

    #[test]
    fn bands_lie_between_the_edges() {
        let edges = ["250000 USD", "1000000 USD"].map(|edge| edge.parse().unwrap());
        let words: Vec<String> = MoneyRange::bands(&edges).iter().map(MoneyRange::word).collect();
        assert_eq!(words, ["..25000000 USD", "25000000..100000000 USD", "100000000.. USD"]);
        let read: Vec<String> = words.iter().map(|word| MoneyRange::from_word(word).unwrap().word()).collect();
        assert_eq!(read, words);
        assert!(MoneyRange::bands(&[]).is_empty() && MoneyRange::from_word("..").is_none());
    }

    #[test]
    fn a_range_has_an_end_and_its_ends_are_in_order() {
        let usd = "USD".parse().unwrap();
        assert!(MoneyRange::new(None, None, usd).is_none());
        assert!(MoneyRange::new(Some(2), Some(1), usd).is_none());
        assert!(MoneyRange::new(Some(-1), None, usd).is_none());
        assert_eq!(MoneyRange::new(Some(2), Some(2), usd).unwrap().most().unwrap().to_string(), "0.02 USD");
    }
}
