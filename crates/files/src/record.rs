use jiff::Timestamp;
use kernel::{Actor, Id};
use store::{Change, Query, StoreError};

use crate::{Hash, Kind, Refusal, Scan, Stored, sql};

/// An upload: who gave which bytes under which name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub id: Id,
    pub hash: Hash,
    pub size: u64,
    pub kind: Kind,
    pub name: String,
    pub uploaded_by: Actor,
    pub uploaded_at: Timestamp,
    pub scan: Scan,
}

/// The proof that somebody may have the bytes of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readable {
    pub(crate) hash: Hash,
    pub size: u64,
    pub kind: Kind,
    pub name: String,
}

/// Why somebody may not have the bytes of a file, though they may know of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Closed {
    #[error("the virus scanner has not seen `{name}` yet")]
    NotScannedYet { name: String },
    #[error("the virus scanner found something in `{name}`")]
    Infected { name: String },
}

/// Writes the row of kept bytes, in the change that gives them their meaning.
pub async fn insert_file(change: &Change, stored: &Stored, by: &Actor) -> Result<File, StoreError> {
    let file = File {
        id: change.fresh_id(),
        hash: stored.hash.clone(),
        size: stored.size,
        kind: stored.kind,
        name: stored.name.clone(),
        uploaded_by: by.clone(),
        uploaded_at: change.moment(),
        scan: stored.scan.clone(),
    };
    sql::insert_file(change, &file).await?;
    Ok(file)
}

pub async fn find_file(db: &impl Query, id: Id) -> Result<Option<File>, StoreError> {
    sql::find_file(db, id).await
}

/// What the scanner has found, latest first, for the office to act on.
pub async fn list_infected(db: &impl Query) -> Result<Vec<File>, StoreError> {
    sql::list_infected(db).await
}

impl File {
    /// Whether the bytes may go to somebody who may know of the file. Until the scanner has seen it, it opens to its
    /// own uploader only, who must be signed in: one stranger is not another.
    pub fn readable_by(&self, reader: &Actor) -> Result<Readable, Closed> {
        let own = reader.account().is_some() && *reader == self.uploaded_by;
        let name = || self.name.clone();
        match &self.scan {
            Scan::Infected(_) => Err(Closed::Infected { name: name() }),
            Scan::Waiting if !own => Err(Closed::NotScannedYet { name: name() }),
            Scan::Waiting | Scan::Off | Scan::Clean => {
                Ok(Readable { hash: self.hash.clone(), size: self.size, kind: self.kind, name: name() })
            }
        }
    }
}

impl Closed {
    /// The key of the sentence in words/; its place is `file`. What to do has the same key with `-fix` after it.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NotScannedYet { .. } => "files-closed-not-scanned-yet",
            Self::Infected { name } => Refusal::Virus { name: name.clone() }.key(),
        }
    }
}
