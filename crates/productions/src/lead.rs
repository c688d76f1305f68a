/// How a production came to the commission: told for every one, so that it is known which fair or tour paid off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LeadSource {
    Website,
    Email,
    Phone,
    Festival,
    Market,
    FamTour,
    CountryWeek,
    Meeting,
    Referral,
    Embassy,
    Returning,
    Press,
    Other,
}

/// Who may know of a production.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Confidentiality {
    /// Title and maker may be named.
    Open,
    /// To everybody outside its file it is its code name.
    CodeName,
    /// Outside its file nothing shows that it exists.
    Secret,
}

impl LeadSource {
    pub const ALL: [Self; 13] = [
        Self::Website,
        Self::Email,
        Self::Phone,
        Self::Festival,
        Self::Market,
        Self::FamTour,
        Self::CountryWeek,
        Self::Meeting,
        Self::Referral,
        Self::Embassy,
        Self::Returning,
        Self::Press,
        Self::Other,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Website => "website",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Festival => "festival",
            Self::Market => "market",
            Self::FamTour => "fam-tour",
            Self::CountryWeek => "country-week",
            Self::Meeting => "meeting",
            Self::Referral => "referral",
            Self::Embassy => "embassy",
            Self::Returning => "returning",
            Self::Press => "press",
            Self::Other => "other",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.word() == word)
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Website => "source-website",
            Self::Email => "source-email",
            Self::Phone => "source-phone",
            Self::Festival => "source-festival",
            Self::Market => "source-market",
            Self::FamTour => "source-fam-tour",
            Self::CountryWeek => "source-country-week",
            Self::Meeting => "source-meeting",
            Self::Referral => "source-referral",
            Self::Embassy => "source-embassy",
            Self::Returning => "source-returning",
            Self::Press => "source-press",
            Self::Other => "source-other",
        }
    }
}

impl Confidentiality {
    pub const ALL: [Self; 3] = [Self::Open, Self::CodeName, Self::Secret];

    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::CodeName => "code-name",
            Self::Secret => "secret",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Open => "confidentiality-open",
            Self::CodeName => "confidentiality-code-name",
            Self::Secret => "confidentiality-secret",
        }
    }

    /// What somebody outside the file may call a production.
    pub fn outside<'t>(self, title: &'t str, code_name: &'t str) -> Option<&'t str> {
        match self {
            Self::Open => Some(title),
            // A code name that was never given names nothing.
            Self::CodeName => Some(code_name).filter(|name| !name.is_empty()),
            Self::Secret => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Confidentiality, LeadSource};

    #[test]
    fn strangers_see_the_code_name_or_nothing() {
        let seen = |level: Confidentiality| level.outside("The Red Planet", "Saffron");
        assert_eq!(seen(Confidentiality::Open), Some("The Red Planet"));
        assert_eq!(seen(Confidentiality::CodeName), Some("Saffron"));
        assert_eq!(seen(Confidentiality::Secret), None);
        assert_eq!(Confidentiality::CodeName.outside("The Red Planet", ""), None);
    }

    #[test]
    fn words_are_read_back() {
        for source in LeadSource::ALL {
            assert_eq!(LeadSource::from_word(source.word()), Some(source));
        }
        for level in Confidentiality::ALL {
            assert_eq!(Confidentiality::from_word(level.word()), Some(level));
        }
    }
}
