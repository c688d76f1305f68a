//! One zip with everything that an installation keeps, readable without the program.

mod manifest;
mod shelf;
mod make;
mod read;

pub use make::{Made, make};
pub use manifest::{EntryHash, Manifest};
pub use read::Backup;
pub use shelf::Shelf;

pub(super) use manifest::{hex, is_ours};
