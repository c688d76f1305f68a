//! What stands in the tables, read and checked once.

use jiff::Timestamp;
use kernel::{Day, Id};
use serde::{Deserialize, Serialize};

use crate::{Clock, ClockState, Turn};

/// A matter with a clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    pub id: Id,
    /// What people call it, in letters and mail: `KZ-2026-0142`.
    pub reference: String,
    pub kind: String,
    pub title: String,
    pub state: String,
    pub turn: Turn,
    pub is_closed: bool,
    /// The officer who answers for it.
    pub owner: Option<Id>,
    /// What it is about, for the slice that opened it: `production:01J…`, or nothing.
    pub subject: String,
    /// The account that waits for an answer.
    pub applicant: Option<Id>,
    /// How whoever waits is called and written to; an inquiry comes before there is an account.
    pub contact_name: String,
    pub contact_email: String,
    /// The tag of the language in which the applicant writes.
    pub language: String,
    pub summary: String,
    /// The soonest of its running clocks.
    pub due_on: Option<Day>,
    pub opened_at: Timestamp,
    pub changed_at: Timestamp,
    pub closed_at: Option<Timestamp>,
    /// By which titles sort, and what a search looks through.
    pub(crate) title_key: String,
    pub(crate) search: String,
}

/// A clock as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseClock {
    pub id: Id,
    pub case_id: Id,
    pub basis: Basis,
    /// The article of the law; empty for a promise.
    pub source: String,
    pub clock: Clock,
    /// Why it stands still.
    pub reason: String,
    /// The step of urgency that people have been told of, in hundredths.
    pub escalated: i64,
}

/// Who gave the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The office promised it.
    Promise,
    Law,
}

/// What kind of thing happened, for the filter of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    Message,
    Note,
    Status,
    Edit,
    File,
    Decision,
    Deadline,
    Task,
}

/// All of a case that an act can change, as texts: what was restored is equal to the byte.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Kept {
    pub(crate) title: String,
    pub(crate) title_key: String,
    pub(crate) search: String,
    pub(crate) state: String,
    pub(crate) turn: String,
    pub(crate) is_closed: i64,
    pub(crate) owner: String,
    pub(crate) summary: String,
    pub(crate) due_on: String,
    pub(crate) changed_at: String,
    pub(crate) closed_at: String,
    pub(crate) clocks: Vec<KeptClock>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeptClock {
    pub(crate) id: String,
    pub(crate) working_days: i64,
    pub(crate) state: String,
    pub(crate) due_on: String,
    pub(crate) since: String,
    pub(crate) left_days: i64,
    pub(crate) reason: String,
    pub(crate) escalated: i64,
}

/// The day of a case without one: it sorts last.
pub(crate) const NO_DAY: &str = "9999-12-31";

impl Basis {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Promise => "promise",
            Self::Law => "law",
        }
    }

    pub(crate) fn from_name(name: &str) -> Self {
        if name == "law" { Self::Law } else { Self::Promise }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Promise => "clock-promise",
            Self::Law => "clock-law",
        }
    }
}

impl EntryKind {
    pub const ALL: [Self; 8] =
        [Self::Message, Self::Note, Self::Status, Self::Edit, Self::File, Self::Decision, Self::Deadline, Self::Task];

    pub fn name(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::Note => "note",
            Self::Status => "status",
            Self::Edit => "edit",
            Self::File => "file",
            Self::Decision => "decision",
            Self::Deadline => "deadline",
            Self::Task => "task",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Message => "entry-messages",
            Self::Note => "entry-notes",
            Self::Status => "entry-status",
            Self::Edit => "entry-edits",
            Self::File => "entry-files",
            Self::Decision => "entry-decisions",
            Self::Deadline => "entry-deadlines",
            Self::Task => "entry-tasks",
        }
    }
}

/// The name of a clock's state, and its due day, the day since when it stands, and what was left.
pub(crate) struct StateColumns {
    pub(crate) name: &'static str,
    pub(crate) due_on: String,
    pub(crate) since: String,
    pub(crate) left: i64,
}

impl StateColumns {
    pub(crate) fn of(state: ClockState) -> Self {
        let none = String::new;
        match state {
            ClockState::Running { due_on } => {
                Self { name: "running", due_on: due_on.to_string(), since: none(), left: 0 }
            }
            ClockState::Paused { since, left } => {
                Self { name: "paused", due_on: none(), since: since.to_string(), left }
            }
            ClockState::Met { on, due_on } => {
                Self { name: "met", due_on: due_on.to_string(), since: on.to_string(), left: 0 }
            }
            ClockState::Stopped { on } => Self { name: "stopped", due_on: none(), since: on.to_string(), left: 0 },
        }
    }

    /// `None` is a row that this program did not write.
    pub(crate) fn state(&self) -> Option<ClockState> {
        let due_on = || self.due_on.parse().ok();
        let since = || self.since.parse().ok();
        match self.name {
            "running" => Some(ClockState::Running { due_on: due_on()? }),
            "paused" => Some(ClockState::Paused { since: since()?, left: self.left }),
            "met" => Some(ClockState::Met { on: since()?, due_on: due_on()? }),
            "stopped" => Some(ClockState::Stopped { on: since()? }),
            _ => None,
        }
    }

    pub(crate) fn known_name(name: &str) -> Option<&'static str> {
        ["running", "paused", "met", "stopped"].into_iter().find(|known| *known == name)
    }
}

/// The soonest day of the running clocks.
pub(crate) fn soonest(clocks: &[CaseClock]) -> Option<Day> {
    clocks.iter().filter_map(|clock| clock.clock.due_on()).min()
}

/// A text column in which nothing is the empty text.
pub(crate) fn text_of<T: ToString>(value: Option<&T>) -> String {
    value.map(T::to_string).unwrap_or_default()
}

pub(crate) fn due_text(due_on: Option<Day>) -> String {
    due_on.map_or_else(|| NO_DAY.to_owned(), |day| day.to_string())
}

/// As it stands in a column of moments, so that what is compared is as long.
pub(crate) fn moment_text(moment: Option<Timestamp>) -> String {
    moment.map(|moment| format!("{moment:.3}")).unwrap_or_default()
}
