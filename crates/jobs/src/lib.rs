//! What is done later: letters, scans, reminders, sweeps.
//!
//! - [`enqueue`] puts a job into the change that makes it necessary: both happen, or neither.
//! - [`Registry`] says who does jobs of which kind, how patiently, and which kinds come by the clock.
//! - [`Worker`] takes what is due, one lease at a time; several workers on one database do not disturb each other.
//! - What fails is tried again, later each time; what keeps failing is given up, and the office sees it:
//!   [`list_given_up`], [`try_again`], [`dismiss`].
//!
//! **Invariants.** A job may run twice: its worker may die between doing it and saying so. It begins by asking whether
//! it is still needed. A job with a key waits at most once. Nothing that was given up disappears by itself.

mod job;
mod registry;
mod schedule;
mod worker;
mod sql;

pub use job::{GivenUp, Job, count_given_up, count_waiting, dismiss, enqueue, list_given_up, try_again};
pub use registry::{Patience, Registry, Setback, Turn};
pub use schedule::Every;
pub use worker::{Ran, Worker};

use store::Migration;

pub fn migrations() -> Vec<Migration> {
    vec![Migration { owner: "jobs", name: "0001", sql: include_str!("../migrations/0001.sql") }]
}
