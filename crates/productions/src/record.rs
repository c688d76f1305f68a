//! What stands in the tables, read and checked once.

use jiff::Timestamp;
use kernel::{Actor, Day, Id};

use crate::{Confidentiality, Format, LeadSource, LostReason, MoneyRange, Need, Reference, Stage, TeamRole};

/// A film and its file here.
#[derive(Debug, Clone, PartialEq)]
pub struct Production {
    pub id: Id,
    pub reference: Reference,
    /// Rises with every edit, so that two people do not overwrite each other.
    pub version: i64,
    pub title: String,
    pub code_name: String,
    pub confidentiality: Confidentiality,
    pub format: Format,
    pub brief: String,
    pub synopsis: String,
    pub looks: String,
    pub needs: Vec<Need>,
    pub needs_note: String,
    pub starts_on: Option<Day>,
    pub ends_on: Option<Day>,
    pub shooting_days: Option<i64>,
    pub is_flexible: bool,
    pub budget: Option<MoneyRange>,
    /// What they are expected to leave in the country.
    pub spend: Option<MoneyRange>,
    /// How likely it comes.
    pub chance: Option<PercentRange>,
    pub stage: Stage,
    pub stage_since: Timestamp,
    pub lost_reason: Option<LostReason>,
    pub source: LeadSource,
    /// The fair, tour or meeting, as its slice or a link named it.
    pub source_event: String,
    pub waits_for: String,
    pub next_step: String,
    pub next_owner: Option<Id>,
    pub next_on: Option<Day>,
    /// Who answers for the file.
    pub officer: Option<Id>,
    /// The person and the company, in the address book.
    pub contact: Option<Id>,
    pub organisation: Option<Id>,
    /// In which the producer is written to.
    pub language: String,
    pub zone: String,
    pub copied_from: Option<Id>,
    pub made_at: Timestamp,
    pub changed_at: Timestamp,
}

/// From so many to so many in a hundred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PercentRange {
    least: i64,
    most: i64,
}

/// Somebody in the team of a production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    pub id: Id,
    pub production_id: Id,
    /// Nobody until they have come by their link.
    pub account: Option<Id>,
    pub email: String,
    pub name: String,
    pub role: TeamRole,
    pub invited_at: Timestamp,
    pub accepted_at: Option<Timestamp>,
}

/// A step a production took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StepTaken {
    pub from: Stage,
    pub to: Stage,
    pub note: String,
    pub lost_reason: Option<LostReason>,
    pub actor: Actor,
    pub moment: Timestamp,
}

/// A figure that was worked out for a production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachedEstimate {
    pub id: Id,
    pub production_id: Id,
    /// Its address in the archive.
    pub estimate: String,
    /// What it came to; nothing if there is no figure.
    pub figure: Option<MoneyRange>,
    pub rulebook: String,
    pub attached_at: Timestamp,
    /// The same question put to a newer text of the rulebook, if there is one, and what it came to.
    pub newer: String,
    pub newer_figure: Option<MoneyRange>,
}

impl PercentRange {
    pub fn new(least: i64, most: i64) -> Option<Self> {
        (0 <= least && least <= most && most <= 100).then_some(Self { least, most })
    }

    pub fn least(&self) -> i64 {
        self.least
    }

    pub fn most(&self) -> i64 {
        self.most
    }
}

impl Production {
    /// What cases and files call it when they say what they are about.
    pub fn subject(id: Id) -> String {
        format!("production:{id}")
    }

    /// The production that a subject names.
    pub fn of_subject(subject: &str) -> Option<Id> {
        subject.strip_prefix("production:")?.parse().ok()
    }

    /// As it is called on pages of those who may know of it but are not in its file.
    pub fn outside_name(&self) -> Option<&str> {
        self.confidentiality.outside(&self.title, &self.code_name)
    }

    /// The next season or part: the same work and people, nothing of what happened.
    #[must_use]
    pub fn next_season(&self, id: Id, reference: Reference, title: String, now: Timestamp) -> Self {
        Self {
            id,
            reference,
            version: 1,
            title,
            starts_on: None,
            ends_on: None,
            spend: None,
            chance: None,
            stage: Stage::InWork,
            stage_since: now,
            lost_reason: None,
            source: LeadSource::Returning,
            source_event: String::new(),
            waits_for: String::new(),
            next_step: String::new(),
            next_owner: None,
            next_on: None,
            copied_from: Some(self.id),
            made_at: now,
            changed_at: now,
            ..self.clone()
        }
    }
}
