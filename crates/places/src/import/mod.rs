//! Places from a file: staged, mapped, previewed, put into the book in one change, and taken back as a whole.
//!
//! 1. `sheet` reads xlsx, csv, GeoJSON and KML into columns and rows; they are kept as they are.
//! 2. `column` says what each column may mean, and guesses by its name, or remembers.
//! 3. `plan` says of each row what it would do: new, changed, unchanged, or why it cannot be used.
//! 4. `commit` does it in one change and keeps what stood there before; `undo` puts it back.
//! 5. `pictures` puts the photos of an archive to the places whose folders they are in, one by one.
//!
//! Each step is one change, or can be begun anew: a machine that stops in between goes on where it was.

mod column;
mod commit;
mod page;
mod pictures;
mod plan;
mod sheet;
mod snapshot;
mod undo;

use jiff::Timestamp;
use kernel::{Actor, Id};
use web::{Permission, Routes};

use crate::Desk;

pub(crate) use column::Column;
#[cfg(test)]
pub(crate) use commit::commit as commit_rows;
pub(crate) use pictures::jobs;

/// A file of places on its way into the book.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Import {
    pub(crate) id: Id,
    pub(crate) state: ImportState,
    pub(crate) file_name: String,
    /// The headings, in their order.
    pub(crate) columns: Vec<String>,
    /// What each column means; as many as there are columns.
    pub(crate) mapping: Vec<Option<Column>>,
    /// Photos that came with it.
    pub(crate) archive: Option<Id>,
    pub(crate) archive_name: String,
    pub(crate) made_by: Actor,
    pub(crate) made_at: Timestamp,
}

/// One row of the file, and what was done with it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ImportRow {
    pub(crate) number: i64,
    pub(crate) cells: Vec<String>,
    pub(crate) location: Option<Id>,
    /// What stood there before, as [`snapshot`] writes it; empty for a place that is new.
    pub(crate) before: String,
    pub(crate) revision_after: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ImportState {
    Staged,
    Committed,
    Undone,
}

/// Of the file and the archive together.
const UPLOAD_LIMIT: usize = 256 * 1024 * 1024;

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new()
        .get("/{lang}/office/locations/import", Permission::Office, page::list)
        .post_upload("/{lang}/office/locations/import", Permission::Office, UPLOAD_LIMIT, page::receive)
        .get("/{lang}/office/locations/import/{id}", Permission::Office, page::see)
        .post("/{lang}/office/locations/import/{id}/mapping", Permission::Office, page::set_mapping)
        .post("/{lang}/office/locations/import/{id}/commit", Permission::Office, page::commit)
        .post("/{lang}/office/locations/import/{id}/undo", Permission::Office, page::undo)
}

impl ImportState {
    const ALL: [Self; 3] = [Self::Staged, Self::Committed, Self::Undone];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Staged => "staged",
            Self::Committed => "committed",
            Self::Undone => "undone",
        }
    }

    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Staged => "places-import-staged",
            Self::Committed => "places-import-committed",
            Self::Undone => "places-import-undone",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}
