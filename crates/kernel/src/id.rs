use std::fmt;
use std::str::FromStr;

/// What a record is called for ever: 26 letters and digits, later ones sort after earlier ones, and nobody guesses one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(ulid::Ulid);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an id")]
pub struct NotAnId(pub String);

impl Id {
    /// From milliseconds since 1970 and chance; of the chance 80 bits are used.
    pub fn new(milliseconds: u64, chance: u128) -> Self {
        Self(ulid::Ulid::from_parts(milliseconds, chance))
    }
}

/// Only as it is written by us: no lower case, no look-alikes. One record has one address.
impl FromStr for Id {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let wrong = || NotAnId(text.to_owned());
        let id = text.parse().map(Self).map_err(|_| wrong())?;
        if id.to_string() == text { Ok(id) } else { Err(wrong()) }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn later_ids_sort_after_earlier_ones_as_text_too() {
        let (first, second) = (Id::new(1_000, u128::MAX), Id::new(1_001, 0));
        assert!(first < second && first.to_string() < second.to_string());
        assert_eq!(first.to_string().parse(), Ok(first));
        assert_eq!(first.to_string().len(), 26);
    }

    #[test]
    fn only_one_spelling_is_an_id() {
        let id = Id::new(1_700_000_000_000, 0xABCD).to_string();
        for wrong in [id.to_lowercase(), format!("{id} "), String::new(), "../../etc".to_owned(), "O".repeat(26)] {
            assert!(wrong.parse::<Id>().is_err(), "{wrong}");
        }
    }
}
