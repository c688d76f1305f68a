use jiff::Timestamp;
use kernel::Actor;
use store::{By, Entry, Store};

use crate::{FileError, Keep, sql};

/// What the virus scanner says of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scan {
    /// There was no scanner when it came.
    Off,
    Waiting,
    Clean,
    /// What was found, in the scanner's words.
    Infected(String),
}

/// What a round of scanning came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scanned {
    pub clean: usize,
    pub infected: usize,
    /// Those the scanner could not look at; they stay closed and are tried again.
    pub failed: Vec<String>,
}

/// So many contents are looked at in a round.
const ROUND: i64 = 100;

/// Gives every content that waits to the scanner. Whatever is done twice comes to the same.
pub async fn scan_waiting(store: &Store, keep: &Keep, moment: Timestamp) -> Result<Scanned, FileError> {
    let mut scanned = Scanned::default();
    for hash in sql::list_waiting_hashes(store, ROUND).await? {
        let seen = match keep.stream(&hash).await {
            Ok(bytes) => keep.scanner.scan(bytes).await,
            Err(error) => Err(error),
        };
        let scan = match seen {
            Ok(scan) => scan,
            Err(error) => {
                scanned.failed.push(format!("{hash}: {error}"));
                continue;
            }
        };
        match &scan {
            Scan::Infected(_) => scanned.infected += 1,
            Scan::Off | Scan::Waiting | Scan::Clean => scanned.clean += 1,
        }
        let by = By { actor: Actor::program("files"), moment, reason: "scanned".into() };
        let change = store.change(by).await?;
        for id in sql::list_files_of(&change, &hash).await? {
            change.record(Entry::new("file", id, scan.word())).await;
        }
        sql::set_scan(&change, &hash, &scan, moment).await?;
        change.commit().await?;
    }
    Ok(scanned)
}

impl Scan {
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Waiting => "waiting",
            Self::Clean => "clean",
            Self::Infected(_) => "infected",
        }
    }

    /// What was found; nothing unless something was.
    pub(crate) fn said(&self) -> &str {
        match self {
            Self::Infected(what) => what,
            Self::Off | Self::Waiting | Self::Clean => "",
        }
    }
}
