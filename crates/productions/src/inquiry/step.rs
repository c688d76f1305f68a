/// The pages of the form, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    What,
    When,
    Looks,
    Budget,
    Needs,
    Who,
    Check,
}

impl Step {
    pub const ALL: [Self; 7] = [Self::What, Self::When, Self::Looks, Self::Budget, Self::Needs, Self::Who, Self::Check];

    /// Those on which something is typed.
    pub fn asking() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|step| *step != Self::Check)
    }

    /// As it stands in the address.
    pub fn word(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::When => "when",
            Self::Looks => "looks",
            Self::Budget => "budget",
            Self::Needs => "needs",
            Self::Who => "who",
            Self::Check => "check",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.word() == word)
    }

    /// The key of the page's question.
    pub fn title(self) -> &'static str {
        match self {
            Self::What => "start-what",
            Self::When => "start-when",
            Self::Looks => "start-looks",
            Self::Budget => "start-budget",
            Self::Needs => "start-needs",
            Self::Who => "start-who",
            Self::Check => "start-check",
        }
    }

    /// The fields of the page: what it shows, keeps and forgets.
    pub fn fields(self) -> &'static [&'static str] {
        match self {
            Self::What => &["title", "format", "brief", "confidentiality", "code-name"],
            Self::When => &["starts-on", "ends-on", "shooting-days", "flexible"],
            Self::Looks => &["looks"],
            Self::Budget => &["budget"],
            Self::Needs => &["needs", "needs-note"],
            Self::Who => &["name", "email", "company", "country", "phone", "zone", "source"],
            Self::Check => &[],
        }
    }

    pub fn number(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).map_or(1, |at| at + 1)
    }

    pub fn after(self) -> Self {
        Self::ALL.get(self.number()).copied().unwrap_or(Self::Check)
    }

    /// Nothing before the first.
    pub fn before(self) -> Option<Self> {
        self.number().checked_sub(2).and_then(|at| Self::ALL.get(at)).copied()
    }
}
