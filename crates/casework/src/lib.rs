//! Matters with a clock: every case has a state, a turn, an owner and dates, and one timeline of all that happened.
//!
//! **Invariants.** Casework knows no film: kinds come from the slices above. A clock counts working days and says why it
//! stopped. What an officer notes for colleagues stands in another table than what an applicant reads. Nobody approves
//! what they entered. Every change of an officer can be undone for thirty days.

// Pure, in reading order.
mod kind;
mod clock;
mod calendar_file;
mod view;
mod sheet;
mod feed;
mod record;
mod act;
// With the store.
mod sql;
mod desk;
mod open;
mod operation;

pub use calendar_file::{CalendarFileProblem, read_calendar};
pub use clock::{Clock, ClockRefusal, ClockState, Escalation, OfficeHours, OfficeTime};
pub use desk::Desk;
pub use feed::{FeedEvent, to_ics};
pub use kind::{Kind, KindProblem, Kinds, Outcome, Requirement, State, Statutory, Turn};
pub use open::{
    CaseProblem, NewCase, OutsideMessage, cases_of_applicant, cases_of_subject, find_case, find_case_by_reference,
    messages_outside, open_case, set_subject, write_to_office,
};
pub use record::{Basis, Case, CaseClock, EntryKind};
pub use sheet::{Sheet, to_csv, to_xlsx};
pub use view::{Column, DueFilter, OpenFilter, OwnerFilter, Sort, View};

/// The tables of the slice.
pub fn migrations() -> Vec<store::Migration> {
    vec![store::Migration { owner: "casework", name: "0001", sql: include_str!("../migrations/0001.sql") }]
}
