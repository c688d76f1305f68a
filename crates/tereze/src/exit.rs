use std::fmt;
use std::process::ExitCode;

/// Why a command stopped: one sentence, its causes, and what to do.
pub(crate) struct Failure {
    pub(crate) kind: Kind,
    pub(crate) error: anyhow::Error,
    pub(crate) hint: Option<String>,
}

/// What kind of end it is, for whoever calls us from a script. A wrong command line (2) is clap's.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Failed,
    Usage,
    BadData,
    Unavailable,
}

impl Kind {
    pub(crate) fn code(self) -> ExitCode {
        ExitCode::from(match self {
            Self::Failed => 1,
            Self::Usage => 2,
            Self::BadData => 65,
            Self::Unavailable => 69,
        })
    }

    pub(crate) fn because(self, error: impl Into<anyhow::Error>) -> Failure {
        Failure { kind: self, error: error.into(), hint: None }
    }
}

impl Failure {
    pub(crate) fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "error: {:#}", self.error)?;
        match &self.hint {
            Some(hint) => write!(out, "\nhint: {hint}"),
            None => Ok(()),
        }
    }
}
