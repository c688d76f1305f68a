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

pub use calendar_file::{CalendarFileProblem, read_calendar};
pub use clock::{Clock, ClockRefusal, ClockState, Escalation, OfficeHours, OfficeTime};
pub use feed::{FeedEvent, to_ics};
pub use kind::{Kind, KindProblem, Kinds, Outcome, Requirement, State, Statutory, Turn};
pub use sheet::{Sheet, to_csv, to_xlsx};
pub use view::{Column, DueFilter, OpenFilter, OwnerFilter, Sort, View};
