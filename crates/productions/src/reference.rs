use std::fmt;
use std::str::FromStr;

/// What a production is called in letters and addresses: `KZ-2026-0142`, the country, the year, the number in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    country: String,
    year: i16,
    number: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a reference; write it as KZ-2026-0142")]
pub struct NotAReference(pub String);

impl Reference {
    /// `country` is the two letters of the commission's profile.
    pub fn new(country: &str, year: i16, number: u32) -> Option<Self> {
        let is_country = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase());
        let fits = is_country && (1000..=9999).contains(&year) && number > 0;
        fits.then(|| Self { country: country.to_owned(), year, number })
    }

    /// The counter that numbers the productions of a year.
    pub fn counter(year: i16) -> String {
        format!("production-{year}")
    }
}

impl FromStr for Reference {
    type Err = NotAReference;

    /// As people type it: small letters and spaces around it are forgiven.
    fn from_str(text: &str) -> Result<Self, NotAReference> {
        let wrong = || NotAReference(text.to_owned());
        let typed = text.trim().to_ascii_uppercase();
        let mut parts = typed.split('-');
        let (Some(country), Some(year), Some(number), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(wrong());
        };
        let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || number.len() < 4 || !is_number(year) || !is_number(number) {
            return Err(wrong());
        }
        let (Ok(year), Ok(number)) = (year.parse(), number.parse()) else { return Err(wrong()) };
        // More noughts than it needs would be a second spelling of the same reference.
        Self::new(country, year, number).filter(|reference| reference.to_string() == typed).ok_or_else(wrong)
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}-{:04}", self.country, self.year, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::Reference;

    #[test]
    fn a_reference_prints_as_it_is_read() {
        for text in ["KZ-2026-0142", "XN-2027-0001", "KZ-2026-12345"] {
            assert_eq!(text.parse::<Reference>().unwrap().to_string(), text);
        }
        assert_eq!(" kz-2026-0142 ".parse::<Reference>().unwrap().to_string(), "KZ-2026-0142");
    }

    #[test]
    fn what_is_no_reference_is_refused() {
        for text in ["", "KZ", "KZ-2026", "KZ-2026-142", "KZ-26-0142", "KZ-2026-0000", "KZ-2026-00142", "K1-2026-0142"]
        {
            assert!(text.parse::<Reference>().is_err(), "{text}");
        }
        for text in ["KZ-2026-0142-1", "KZ-2026-+142", "КZ-2026-0142", "KZ-2026-99999999999"] {
            assert!(text.parse::<Reference>().is_err(), "{text}");
        }
    }
}
