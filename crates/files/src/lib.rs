//! Uploads: bytes kept under the hash of their content, in a folder or an S3-compatible bucket, and a row for each
//! upload that says who gave it, under which name, and whether the virus scanner has seen it.
//!
//! 1. [`Keep::put`] streams the bytes in, bounded, and refuses what is empty, too big, locked or not what it says.
//! 2. [`insert_file`] writes the row in the caller's business transaction. Bytes without a row are swept after an hour.
//! 3. [`File::readable_by`] says whether a person may have it yet; [`Keep::read`] gives the bytes only to that proof.
//!
//! **Invariants.** A path is made of a hash that has been checked, never of a name. A file that the scanner has not
//! seen, or in which it found something, reaches nobody but the one who uploaded it. What a file is called is for show.

mod hash;
mod kind;
mod content;
mod name;
mod refusal;
mod limits;
mod keep;
mod incoming;
mod scanner;
mod record;
mod scan;
mod upkeep;
mod carry;
mod sql;

pub use carry::PutBackError;
pub use hash::{Hash, NotAHash};
pub use keep::{FileError, Keep, Place, PutError, Stored};
pub use kind::Kind;
pub use limits::Limits;
pub use name::{download_header, safe_name};
pub use record::{Closed, File, Readable, find_file, insert_file, list_infected};
pub use refusal::Refusal;
pub use scan::{Scan, Scanned, scan_waiting};
pub use scanner::Scanner;
pub use upkeep::{Sweep, Verified, sweep, verify};

use store::Migration;

/// The sentences a person reads, in Fluent, by language.
pub const WORDS: [(&str, &str); 3] = [
    ("en", include_str!("../words/en.ftl")),
    ("ru", include_str!("../words/ru.ftl")),
    ("kk", include_str!("../words/kk.ftl")),
];

pub fn migrations() -> Vec<Migration> {
    vec![Migration { owner: "files", name: "0001", sql: include_str!("../migrations/0001.sql") }]
}
