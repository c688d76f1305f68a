//! The production file: from the first mail to the film's release.
//!
//! **Invariants.** A production has one reference for ever. A stage changes only along [`Stage::next`], with an actor, a
//! moment and, where it ends something, a reason. Who is no member of a production does not learn that it exists.
//! A script is opened only by those its owner let in, and each opening is written down.

// What a production is.
mod reference;
mod stage;
mod role;
mod lead;
mod budget;
mod script;
mod inquiry;
mod record;
mod vault;
// What is done with one.
mod desk;
mod sql;
mod contact;
mod letters;
mod file;
mod filing;
mod estimates;
mod beside;
mod upkeep;
mod show;
// The pages.
mod edit;
mod start;
mod office;
mod portal;
#[cfg(test)]
mod tests;

pub use beside::{find_production, find_production_by_reference, lists_of, script_headings};
pub use budget::MoneyRange;
pub use desk::{Desk, INQUIRY, case_kinds};
pub use estimates::{EstimateSeen, Estimates, attach_estimate, find_attachable, look_again};
pub use filing::{Filed, file_inquiry, set_officer_on_duty, step_by_staff};
pub use inquiry::{Format, Inquiry, Need, Step, What, When, Who};
pub use lead::{Confidentiality, LeadSource};
pub use record::{AttachedEstimate, PercentRange, Production};
pub use reference::{NotAReference, Reference};
pub use role::{Act, TeamRole, may};
pub use script::{Heading, Paragraph, ParagraphKind, Script, ScriptKind, ScriptRefusal, Setting, TimeOfDay};
pub use stage::{LostReason, Mover, Moving, Stage, StageRefusal};
pub use start::forget_old_drafts;
pub use upkeep::{jobs, put_to_sleep};

use store::Migration;
use web::{Routes, SliceWords};

/// The words of the slice.
pub fn own_words() -> Vec<SliceWords> {
    vec![SliceWords {
        slice: "productions",
        files: &[
            ("en", include_str!("../words/en.ftl")),
            ("ru", include_str!("../words/ru.ftl")),
            ("kk", include_str!("../words/kk.ftl")),
        ],
    }]
}

/// The tables of the slice.
pub fn migrations() -> Vec<Migration> {
    let step = |name, sql| Migration { owner: "productions", name, sql };
    vec![step("0001", include_str!("../migrations/0001.sql")), step("0002", include_str!("../migrations/0002.sql"))]
}

/// Every page of the slice.
pub fn routes(desk: Desk) -> Routes {
    start::routes().merge(office::routes()).merge(portal::routes()).with_state(desk)
}
