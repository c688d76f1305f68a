//! Scripts, apart from all other papers: who may open one, until when, and who did.

pub(crate) mod pages;

use files::{Kind, Limits};
use jiff::Timestamp;
use kernel::{Actor, Day, Id};

use crate::script::{MOST_BYTES, ScriptKind};

/// A script in the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KeptScript {
    pub(crate) id: Id,
    pub(crate) production_id: Id,
    pub(crate) title: String,
    /// Of the `files` crate.
    pub(crate) file: Id,
    pub(crate) kind: ScriptKind,
    pub(crate) size: i64,
    /// How many headings were found; nothing for a PDF.
    pub(crate) scenes: Option<usize>,
    pub(crate) given_by: Actor,
    pub(crate) given_at: Timestamp,
    /// After this day nobody opens it.
    pub(crate) expires_on: Day,
    pub(crate) withdrawn_at: Option<Timestamp>,
}

/// Somebody opened a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Opening {
    pub(crate) actor: Actor,
    /// As they were called then.
    pub(crate) name: String,
    /// `read` or `downloaded`.
    pub(crate) deed: String,
    pub(crate) moment: Timestamp,
}

/// Why a script is not opened any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shut {
    Withdrawn,
    Expired,
}

/// What may come into the vault.
pub(crate) const LIMITS: Limits =
    Limits { bytes: MOST_BYTES as u64, files: 1, kinds: &[Kind::Pdf, Kind::Text, Kind::FinalDraft] };

/// How long a script can be read if nobody says otherwise.
pub(crate) const MONTHS: i64 = 6;
/// A script is not kept open for longer at once.
pub(crate) const MOST_MONTHS: i64 = 24;

impl KeptScript {
    /// Whether it can still be opened.
    pub(crate) fn shut(&self, today: Day) -> Option<Shut> {
        match self.withdrawn_at {
            Some(_) => Some(Shut::Withdrawn),
            None if self.expires_on < today => Some(Shut::Expired),
            None => None,
        }
    }
}

impl Shut {
    /// The key of the sentence that says so.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Withdrawn => "script-withdrawn",
            Self::Expired => "script-expired",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{KeptScript, Shut};
    use crate::script::ScriptKind;
    use kernel::{Actor, Id};

    #[test]
    fn a_script_shuts_after_its_last_day_and_when_it_is_withdrawn() {
        let id = Id::new(1, 1);
        let script = KeptScript {
            id,
            production_id: id,
            title: "Road".to_owned(),
            file: id,
            kind: ScriptKind::Fountain,
            size: 1,
            scenes: Some(3),
            given_by: Actor::Stranger,
            given_at: "2026-11-24T00:00:00Z".parse().unwrap(),
            expires_on: "2027-05-24".parse().unwrap(),
            withdrawn_at: None,
        };
        assert_eq!(script.shut("2027-05-24".parse().unwrap()), None);
        assert_eq!(script.shut("2027-05-25".parse().unwrap()), Some(Shut::Expired));
        let withdrawn = KeptScript { withdrawn_at: Some(script.given_at), ..script };
        assert_eq!(withdrawn.shut("2026-11-25".parse().unwrap()), Some(Shut::Withdrawn));
    }
}
