//! Bringing a database up to date with the program, with a way back.

use std::path::PathBuf;

use jiff::Timestamp;
use store::{Chance, Store};

use super::{Problem, Records, Shelf, make};
use crate::migrations;
use crate::settings::Settings;

/// What was done.
#[derive(Debug)]
pub struct Upgraded {
    /// The steps that the schema took; none if it was up to date.
    pub steps: Vec<String>,
    /// The way back, if there is a folder for backups.
    pub backup: Option<PathBuf>,
}

/// The steps that a database of an older program lacks. A place without a database, or an empty one, lacks none: there
/// is nothing to bring up to date.
pub async fn lacking(settings: &Settings, chance: Chance) -> Result<Vec<String>, Problem> {
    let store = match Records::open_store(settings, chance).await {
        Err(Problem::NoDatabase(_)) => return Ok(Vec::new()),
        store => store?,
    };
    let found = lacked_by(&store).await;
    store.close().await;
    found
}

/// Takes the missing steps. Where something is kept already and the settings name a folder for backups, one is made
/// before, and without it nothing is changed.
pub async fn upgrade(settings: &Settings, now: Timestamp, chance: Chance) -> Result<Upgraded, Problem> {
    let store = match Records::open_store(settings, chance.clone()).await {
        Err(Problem::NoDatabase(_)) => return Ok(Upgraded { steps: Vec::new(), backup: None }),
        store => store?,
    };
    let upgraded = bring_up(&store, settings, now, chance).await;
    store.close().await;
    upgraded
}

async fn bring_up(store: &Store, settings: &Settings, now: Timestamp, chance: Chance) -> Result<Upgraded, Problem> {
    if lacked_by(store).await?.is_empty() {
        return Ok(Upgraded { steps: Vec::new(), backup: None });
    }
    let backup = match &settings.backup.folder {
        None => None,
        Some(folder) => {
            let shelf = Shelf { folder: folder.clone(), keep: settings.backup.keep };
            let records = Records::around(store.clone(), settings, chance)?;
            let path = make(&records, &shelf, now).await?.path;
            tracing::info!(path = %path.display(), "the database is older than the program; it was kept as {}", path.display());
            Some(path)
        }
    };
    Ok(Upgraded { steps: store.migrate(&migrations()).await?, backup })
}

async fn lacked_by(store: &Store) -> Result<Vec<String>, Problem> {
    Ok(if store.is_empty().await? { Vec::new() } else { store.missing_steps(&migrations()).await? })
}
