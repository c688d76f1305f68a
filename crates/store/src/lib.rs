//! Records in SQLite or PostgreSQL: connect, change, migrate, carry over; and the chain that proves what was changed.
//!
//! - [`Store::open`] a [`Place`], [`Store::migrate`] it, read it through [`Query`].
//! - [`Store::change`] begins a write transaction that has an actor, a moment and a reason, and [`Change::record`]s
//!   what it does. The entries go into a hash chain in the same transaction.
//! - [`Store::upkeep`] is for what nobody has to answer for: sessions, leases, counters.
//!
//! **Invariants.** Only this crate knows which database runs. One change at a time on both: what a change has read is
//! still true when it commits. A change without an entry does not commit. Nothing is ever taken out of the chain; the
//! detail of an entry may be blanked when its time is over, and the chain still holds.

mod audit;
mod carry;
mod chance;
mod change;
pub mod column;
mod condition;
mod connect;
mod connected;
mod error;
mod migrate;
mod query;
mod value;

pub use audit::{Break, Checkpoint, Entry, Link, Verdict};
pub use carry::{Carried, Snapshot, TableHash};
pub use chance::{Chance, fingerprint};
pub use change::{By, Change};
pub use connect::{Place, Store};
pub use connected::ConnectedRow;
pub use error::StoreError;
pub use migrate::Migration;
pub use query::Query;
pub use value::{FromCell, Row, Value};
