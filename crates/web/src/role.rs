use std::fmt;
use std::str::FromStr;

/// What somebody on the commission's staff is there for. A person may have several roles, and at the same time be a
/// member of productions, which is another matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Answers inquiries and keeps the files.
    Officer,
    /// Checks costs, partners and evidence.
    Verifier,
    /// Gives the second signature.
    Approver,
    /// Keeps the fund and orders payments.
    Finance,
    /// Runs tours and events.
    Events,
    /// Publishes what the public reads.
    Publisher,
    /// Accounts, settings, backups.
    Administrator,
    /// Sees everything and changes nothing.
    Auditor,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a role")]
pub struct NotARole(pub String);

impl Role {
    pub const ALL: [Self; 8] = [
        Self::Officer,
        Self::Verifier,
        Self::Approver,
        Self::Finance,
        Self::Events,
        Self::Publisher,
        Self::Administrator,
        Self::Auditor,
    ];

    /// As it is stored and typed.
    pub fn word(self) -> &'static str {
        match self {
            Self::Officer => "officer",
            Self::Verifier => "verifier",
            Self::Approver => "approver",
            Self::Finance => "finance",
            Self::Events => "events",
            Self::Publisher => "publisher",
            Self::Administrator => "administrator",
            Self::Auditor => "auditor",
        }
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Officer => "role-officer",
            Self::Verifier => "role-verifier",
            Self::Approver => "role-approver",
            Self::Finance => "role-finance",
            Self::Events => "role-events",
            Self::Publisher => "role-publisher",
            Self::Administrator => "role-administrator",
            Self::Auditor => "role-auditor",
        }
    }
}

impl FromStr for Role {
    type Err = NotARole;

    fn from_str(text: &str) -> Result<Self, NotARole> {
        Self::ALL.into_iter().find(|role| role.word() == text).ok_or_else(|| NotARole(text.to_owned()))
    }
}

impl fmt::Display for Role {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.word())
    }
}
