use std::collections::BTreeMap;

use serde::Deserialize;

use crate::fold;

/// How a country writes telephone numbers, identifies people and companies, and names companies: data of the profile.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CountryRules {
    /// Words that say only what form a company has, in any language: `LLP`, `ЖШС`. They do not distinguish names.
    pub legal_forms: Vec<String>,
    pub phone: Option<PhoneRules>,
    pub identifiers: Vec<IdentifierRules>,
    /// For how many months after its last change a personal datum is kept, by purpose.
    pub retention: BTreeMap<String, u32>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhoneRules {
    pub calling_code: String,
    /// What is dialled inside the country instead of the calling code.
    #[serde(default)]
    pub trunk_prefix: String,
    /// Digits after the calling code.
    pub digits: usize,
}

/// A number by which a state knows a company or a person.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentifierRules {
    /// Small letters; the name of the field.
    pub key: String,
    pub of: IdentifierOwner,
    pub digits: usize,
    /// Language tag to label.
    pub label: BTreeMap<String, String>,
    pub checksum: Option<Checksum>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum IdentifierOwner {
    Organisation,
    Person,
}

/// The last digit is the sum of the others by weights, modulo a number. Where that gives no digit, the next row of
/// weights is used; where none does, no such number is given out.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checksum {
    pub modulus: u32,
    pub weights: Vec<Vec<u32>>,
}

/// Why a typed number is refused; names are keys of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberRefusal {
    Length,
    Checksum,
    NotDigits,
}

impl CountryRules {
    /// The folded words of a name without those that only say the legal form, in alphabetical order: companies put
    /// their form before or after, and their words in any order.
    pub fn distinguishing(&self, name: &str) -> String {
        let all = fold::words(name);
        let forms: Vec<Vec<String>> = self.legal_forms.iter().map(|form| fold::words(form)).collect();
        let mut kept = without_forms(&all, &forms);
        if kept.is_empty() {
            kept = all;
        }
        kept.sort();
        kept.dedup();
        kept.join(" ")
    }

    pub fn identifier(&self, key: &str) -> Option<&IdentifierRules> {
        self.identifiers.iter().find(|rules| rules.key == key)
    }

    /// A telephone number as the world dials it: `+77011234567`. What was typed without `+` is of this country.
    pub fn phone(&self, typed: &str) -> Result<String, NumberRefusal> {
        let has_plus = typed.trim_start().starts_with('+') || typed.trim_start().starts_with("00");
        if typed.chars().any(|letter| !(letter.is_ascii_digit() || letter.is_whitespace() || "+-().".contains(letter)))
        {
            return Err(NumberRefusal::NotDigits);
        }
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        if has_plus {
            let number = if typed.trim_start().starts_with("00") { digits.trim_start_matches("00") } else { &digits };
            return in_the_world(number);
        }
        let Some(rules) = &self.phone else { return in_the_world(&digits) };
        let national = if digits.len() == rules.digits {
            digits
        } else {
            let prefixes = [rules.trunk_prefix.as_str(), rules.calling_code.as_str()];
            let stripped = prefixes.iter().filter(|prefix| !prefix.is_empty());
            let mut stripped = stripped.filter_map(|prefix| digits.strip_prefix(prefix));
            match stripped.find(|rest| rest.len() == rules.digits) {
                Some(rest) => rest.to_owned(),
                None => return Err(NumberRefusal::Length),
            }
        };
        in_the_world(&format!("{}{national}", rules.calling_code))
    }
}

impl IdentifierRules {
    pub fn label(&self, language: &str) -> &str {
        self.label.get(language).or_else(|| self.label.values().next()).map_or(self.key.as_str(), String::as_str)
    }

    /// The digits alone, if they can be such a number.
    pub fn check(&self, typed: &str) -> Result<String, NumberRefusal> {
        let compact: String = typed.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect();
        let digits: Option<Vec<u32>> = compact.chars().map(|letter| letter.to_digit(10)).collect();
        let digits = digits.ok_or(NumberRefusal::NotDigits)?;
        if digits.len() != self.digits {
            return Err(NumberRefusal::Length);
        }
        match &self.checksum {
            Some(checksum) if !checksum.holds(&digits) => Err(NumberRefusal::Checksum),
            Some(_) | None => Ok(compact),
        }
    }
}

impl Checksum {
    fn holds(&self, digits: &[u32]) -> bool {
        let Some((last, others)) = digits.split_last() else { return false };
        let mut sums = self.weights.iter().filter_map(|row| {
            let sum: u32 = row.iter().zip(others).map(|(weight, digit)| weight.saturating_mul(*digit)).sum();
            sum.checked_rem(self.modulus)
        });
        sums.find(|sum| *sum < 10).is_some_and(|sum| sum == *last)
    }
}

impl NumberRefusal {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Length => "people-number-length",
            Self::Checksum => "people-number-checksum",
            Self::NotDigits => "people-number-not-digits",
        }
    }
}

/// E.164 allows fifteen digits; none are shorter than seven.
fn in_the_world(digits: &str) -> Result<String, NumberRefusal> {
    if !(7..=15).contains(&digits.len()) || digits.starts_with('0') {
        return Err(NumberRefusal::Length);
    }
    Ok(format!("+{digits}"))
}

fn without_forms(words: &[String], forms: &[Vec<String>]) -> Vec<String> {
    let mut kept = Vec::new();
    let mut rest = words;
    while let Some((first, after)) = rest.split_first() {
        let longest = forms.iter().filter(|form| !form.is_empty() && rest.starts_with(form)).map(Vec::len).max();
        match longest {
            Some(length) => rest = rest.get(length..).unwrap_or_default(),
            None => {
                kept.push(first.clone());
                rest = after;
            }
        }
    }
    kept
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{CountryRules, NumberRefusal};

    /// The rules of the profile that is shipped.
    pub(crate) fn kazakhstan() -> CountryRules {
        toml::from_str(include_str!("../../../profiles/kazakhstan/people.toml")).unwrap()
    }

    #[test]
    fn legal_forms_do_not_tell_companies_apart() {
        let rules = kazakhstan();
        let spellings = ["Барыс Фильм", "Baris Film LLP", "«Барыс Фильм» ЖШС", "ТОО «Барыс Фильм»", "LLP Barys Film"];
        for spelling in spellings {
            assert_eq!(rules.distinguishing(spelling), "baris film", "{spelling}");
        }
        let long = "Жауапкершілігі шектеулі серіктестік Барыс Фильм";
        assert_eq!(rules.distinguishing(long), "baris film");
        assert_ne!(rules.distinguishing("ТОО"), "", "a name of nothing but a form is still a name");
    }

    #[test]
    fn a_telephone_number_is_kept_as_the_world_dials_it() {
        let rules = kazakhstan();
        for typed in ["8 (701) 123-45-67", "+7 701 123 45 67", "7011234567", "77011234567", "007 701 1234567"] {
            assert_eq!(rules.phone(typed).as_deref(), Ok("+77011234567"), "{typed}");
        }
        assert_eq!(rules.phone("+44 20 7946 0958").as_deref(), Ok("+442079460958"));
        assert_eq!(rules.phone("12345"), Err(NumberRefusal::Length));
        assert_eq!(rules.phone("call me"), Err(NumberRefusal::NotDigits));
        assert_eq!(rules.phone(""), Err(NumberRefusal::Length));
    }

    #[test]
    fn an_identifier_with_a_wrong_digit_is_refused() {
        let rules = kazakhstan();
        let bin = rules.identifier("bin").unwrap();
        assert_eq!(bin.check("180540 000 002").as_deref(), Ok("180540000002"));
        assert_eq!(bin.check("180540000003"), Err(NumberRefusal::Checksum));
        assert_eq!(bin.check("18054000000"), Err(NumberRefusal::Length));
        assert_eq!(bin.check("18054000000x"), Err(NumberRefusal::NotDigits));
        // The first row of weights gives ten: the second one decides.
        assert_eq!(bin.check("180540101800").as_deref(), Ok("180540101800"));
    }

    #[test]
    fn exactly_one_last_digit_fits_or_none() {
        let rules = kazakhstan();
        let bin = rules.identifier("bin").unwrap();
        for number in (0..3_000_u64).map(|n| n * 37_987_651 % 100_000_000_000) {
            let fitting = (0..10).filter(|last| bin.check(&format!("{number:011}{last}")).is_ok()).count();
            assert!(fitting <= 1, "{number}");
        }
    }
}
