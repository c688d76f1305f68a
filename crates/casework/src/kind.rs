//! What other slices say about their cases. Casework itself knows no film.

/// A kind of case: an inquiry, a permit, a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// As it stands in addresses and tables.
    pub name: &'static str,
    /// The key of its name.
    pub label: &'static str,
    /// The first is where a case begins.
    pub states: Vec<State>,
    /// What the office promises, in working days from the day it came.
    pub promised_working_days: Option<i64>,
    /// What the law allows.
    pub statutory: Option<Statutory>,
    /// What has to be sent in before a case of this kind can be decided.
    pub requirements: Vec<Requirement>,
    /// How two people can decide it; a kind without outcomes is closed by one.
    pub outcomes: Vec<Outcome>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    pub name: &'static str,
    /// The key of its name.
    pub label: &'static str,
    pub turn: Turn,
    pub is_closed: bool,
    /// Where a person can move it from here; decisions move it by themselves.
    pub next: &'static [&'static str],
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statutory {
    pub working_days: i64,
    /// The article that says so.
    pub source: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Requirement {
    pub name: &'static str,
    /// The key of its name.
    pub label: &'static str,
}

/// What a decision can say, and the state it puts the case into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    pub name: &'static str,
    /// The key of its name.
    pub label: &'static str,
    pub state: &'static str,
}

/// Whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Turn {
    Office,
    Applicant,
    Authority,
    /// The case is closed.
    Nobody,
}

/// Every kind that the slices above have.
#[derive(Debug, Clone, Default)]
pub struct Kinds(Vec<Kind>);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KindProblem {
    #[error("there are two kinds of case called `{0}`")]
    Twice(&'static str),
    #[error("a case of kind `{0}` has no state to begin in")]
    NoState(&'static str),
    #[error("the kind `{kind}` leads to the state `{state}`, which it does not have")]
    NoSuchState { kind: &'static str, state: &'static str },
}

impl Turn {
    pub const ALL: [Self; 4] = [Self::Office, Self::Applicant, Self::Authority, Self::Nobody];

    pub fn name(&self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Applicant => "applicant",
            Self::Authority => "authority",
            Self::Nobody => "nobody",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|turn| turn.name() == name)
    }

    /// As the office reads it.
    pub fn label(&self) -> &'static str {
        match self {
            Self::Office => "turn-office",
            Self::Applicant => "turn-applicant",
            Self::Authority => "turn-authority",
            Self::Nobody => "turn-nobody",
        }
    }

    /// As the one who waits for an answer reads it.
    pub fn label_outside(&self) -> &'static str {
        match self {
            Self::Office => "turn-with-us",
            Self::Applicant => "turn-with-you",
            Self::Authority => "turn-agency",
            Self::Nobody => "turn-done",
        }
    }
}

impl Kind {
    pub fn state(&self, name: &str) -> Option<&State> {
        self.states.iter().find(|state| state.name == name)
    }

    pub fn outcome(&self, name: &str) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.name == name)
    }

    /// The states into which a person can move a case from this one.
    pub fn next_of(&self, name: &str) -> impl Iterator<Item = &State> {
        let next = self.state(name).map_or(&[][..], |state| state.next);
        next.iter().filter_map(|name| self.state(name))
    }

    pub fn first_state(&self) -> &State {
        self.states.first().expect("kinds are checked when they are registered")
    }
}

impl Kinds {
    pub fn new(kinds: Vec<Kind>) -> Result<Self, KindProblem> {
        for (at, kind) in kinds.iter().enumerate() {
            if kinds.iter().take(at).any(|other| other.name == kind.name) {
                return Err(KindProblem::Twice(kind.name));
            }
            if kind.states.is_empty() {
                return Err(KindProblem::NoState(kind.name));
            }
            let led_to = kind.states.iter().flat_map(|state| state.next.iter().copied());
            let mut led_to = led_to.chain(kind.outcomes.iter().map(|outcome| outcome.state));
            if let Some(state) = led_to.find(|state| kind.state(state).is_none()) {
                return Err(KindProblem::NoSuchState { kind: kind.name, state });
            }
        }
        Ok(Self(kinds))
    }

    pub fn find(&self, name: &str) -> Option<&Kind> {
        self.0.iter().find(|kind| kind.name == name)
    }

    pub fn all(&self) -> &[Kind] {
        &self.0
    }
}
