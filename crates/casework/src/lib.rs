//! Matters with a clock: every case has a state, a turn, an owner and dates, and one timeline of all that happened.
//!
//! **Invariants.** Casework knows no film: kinds come from the slices above. A clock counts working days and says why it
//! stopped. What an officer notes for colleagues stands in another table than what an applicant reads. Nobody approves
//! what they entered. Every change of an officer can be undone for thirty days, but for a decision.

// Pure, in reading order.
mod kind;
mod clock;
mod calendar_file;
mod view;
mod sheet;
mod feed;
mod record;
mod act;
mod mention;
// With the store.
mod sql;
mod desk;
mod open;
mod operation;
mod steer;
mod escalate;
mod letters;
// The pages.
mod line;
mod toast;
mod today;
mod inbox;
mod cases;
mod case;
mod deadlines;
mod month;
mod search;
mod settings;
mod views;

pub use calendar_file::{CalendarFileProblem, read_calendar};
pub use case::{Happened, OutsidePaper, PAPERS, add_document, bundle, happened, papers_outside, write_to_applicant};
pub use clock::{Clock, ClockRefusal, ClockState, Escalation, OfficeHours, OfficeTime};
pub use desk::Desk;
pub use escalate::{escalate, jobs};
pub use feed::{FeedEvent, to_ics};
pub use kind::{Kind, KindProblem, Kinds, Outcome, Requirement, State, Statutory, Turn};
pub use letters::take_letter;
pub use open::{
    CaseProblem, NewCase, OutsideMessage, cases_of_applicant, cases_of_subject, find_case, find_case_by_reference,
    messages_outside, open_case, set_subject, write_to_office,
};
pub use record::{Basis, Case, CaseClock, EntryKind};
pub use sheet::{Sheet, to_csv, to_xlsx};
pub use steer::{assign_case, move_case};
pub use view::{Column, DueFilter, OpenFilter, OwnerFilter, Sort, View};

use web::{Permission, Routes, SliceWords};

/// Every page of the slice.
pub fn routes(desk: Desk) -> Routes {
    Routes::new()
        .get("/{lang}/office", Permission::Office, today::see)
        .get("/{lang}/office/inbox", Permission::Office, inbox::see)
        .get("/{lang}/office/deadlines", Permission::Office, deadlines::see)
        .get("/{lang}/office/calendar", Permission::Office, month::see)
        .get("/{lang}/office/search", Permission::Office, search::see)
        .office_item("office", "nav-today", 10)
        .office_item("office/inbox", "nav-inbox", 20)
        .office_item("office/deadlines", "nav-deadlines", 40)
        .office_item("office/calendar", "nav-calendar", 50)
        .merge(cases::routes())
        .merge(case::routes())
        .merge(settings::routes())
        .merge(views::routes())
        .with_state(desk)
}

/// The words of the slice.
pub fn own_words() -> Vec<SliceWords> {
    let own = SliceWords {
        slice: "casework",
        files: &[
            ("en", include_str!("../words/en.ftl")),
            ("ru", include_str!("../words/ru.ftl")),
            ("kk", include_str!("../words/kk.ftl")),
        ],
    };
    vec![own]
}

/// The tables of the slice.
pub fn migrations() -> Vec<store::Migration> {
    vec![store::Migration { owner: "casework", name: "0001", sql: include_str!("../migrations/0001.sql") }]
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_agree_in_three_languages_and_are_all_used() {
        let own = super::own_words();
        let others = [web::own_words(), web::SliceWords { slice: "files", files: &files::WORDS }];
        let problems = testkit::check_words(&own[0], &others, &["en", "ru", "kk"], env!("CARGO_MANIFEST_DIR"));
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }
}
