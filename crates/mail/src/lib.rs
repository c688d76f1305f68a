//! Letters: out through an outbox that waits a minute, in from a folder that a mail server fills.
//!
//! - [`post`] puts a [`Letter`] into the outbox in the change that is its reason; until its hold is over,
//!   [`take_back`] stops it. The job `mail.send` gives it to the [`Transport`], and tries again when that fails.
//! - [`receive`] reads the bytes of a mail into [`Received`]; [`admit`] says whether it is new, known or a loop;
//!   [`poll`] does so for every mail in a Maildir.
//! - A reply finds its matter by an address or a message id that carries a keyed check: [`Desk`].
//!
//! **Invariants.** Nothing leaves but through the outbox. The same letter has the same message id however often it is
//! sent. A reference that somebody made up is no reference. Mail that a machine wrote is told apart, and an answer by
//! machine to it is never sent.

mod address;
mod desk;
mod letter;
mod outbox;
mod compose;
mod transport;
mod sending;
mod receive;
mod admit;
mod maildir;
mod sql;

pub use address::{Address, NotAReference, NotAnAddress, Reference};
pub use admit::{Admission, admit};
pub use desk::Desk;
pub use letter::{Attachment, Letter, Purpose, SecondLanguage};
pub use maildir::{Polled, poll};
pub use outbox::{
    Posted, State, count_failed, count_waiting, find, list, list_failed, list_of, list_to, post, take_back, try_again,
};
pub use receive::{NotTaken, Received, receive};
pub use sending::jobs;
pub use transport::{SmtpServer, SmtpTls, Transport};

use store::Migration;

pub fn migrations() -> Vec<Migration> {
    vec![Migration { owner: "mail", name: "0001", sql: include_str!("../migrations/0001.sql") }]
}
