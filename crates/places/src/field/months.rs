//! The grid of twelve months.

/// How a month is for filming.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Month {
    Good,
    Possible,
    No,
}

/// January first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Season([Month; 12]);

impl Season {
    /// The keys of the months' names, short.
    pub const NAMES: [&'static str; 12] = [
        "places-month-january",
        "places-month-february",
        "places-month-march",
        "places-month-april",
        "places-month-may",
        "places-month-june",
        "places-month-july",
        "places-month-august",
        "places-month-september",
        "places-month-october",
        "places-month-november",
        "places-month-december",
    ];

    /// Twelve letters: `g` is good, `p` possible, `n` no.
    pub fn read(letters: &str) -> Option<Self> {
        let mut months = [Month::No; 12];
        let mut read = letters.trim().chars().filter(|letter| !letter.is_whitespace());
        for month in &mut months {
            *month = Month::from_letter(read.next()?)?;
        }
        read.next().is_none().then_some(Self(months))
    }

    pub fn letters(&self) -> String {
        self.0.iter().map(|month| month.letter()).collect()
    }

    pub fn months(&self) -> &[Month; 12] {
        &self.0
    }
}

impl Month {
    pub const ALL: [Self; 3] = [Self::Good, Self::Possible, Self::No];

    pub fn letter(self) -> char {
        match self {
            Self::Good => 'g',
            Self::Possible => 'p',
            Self::No => 'n',
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Possible => "possible",
            Self::No => "no",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Good => "places-month-good",
            Self::Possible => "places-month-possible",
            Self::No => "places-month-no",
        }
    }

    fn from_letter(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|month| month.letter() == letter.to_ascii_lowercase())
    }
}
