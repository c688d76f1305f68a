//! What those who run an installation do with it: backups and restores, another database, the chain of what was done,
//! an examination, mail that comes in, and addresses for their watchmen.
//!
//! - [`Records::open`] opens what is kept, without a profile and without bringing it up to date.
//! - [`backup`] makes one zip of everything; [`restore`] makes an installation of it in an empty place.
//! - [`upgrade`] brings a database up to date after making a backup of it as it was.
//! - [`move_store`] carries the records to another database; [`examine`] says what is well and what is not.
//!
//! **Invariants.** A backup that stands under its own name was read back and found whole. A restore or a move ends with
//! the same hashes, or leaves nothing behind. Nothing is ever restored over something.

mod problem;
mod records;
mod tables;
mod new_database;
mod bundle;
mod backup;
mod restore;
mod move_store;
mod upgrade;
mod chain;
mod doctor;
mod inbox;
mod probes;
mod plan;

pub use ::files::Place as FilesPlace;
pub use backup::{Backup, EntryHash, Made, Manifest, Shelf, make};
pub use chain::{export_chain, say_break};
pub use doctor::{Finding, Health, Thoroughness, examine};
pub use inbox::{Taken, take_mail};
pub use move_store::move_store;
pub use plan::{NotATime, Plan};
pub use problem::Problem;
pub use records::Records;
pub use restore::{Restored, Target, restore};
pub use upgrade::{Upgraded, lacking, upgrade};

pub(crate) use plan::jobs;
pub(crate) use probes::routes;
