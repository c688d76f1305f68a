use std::path::{Path, PathBuf};

use store::{Chance, Migration, Place, Store};

use super::Problem;
use super::problem::Doing;

/// A database that is being made: it stands under its own name once it is whole, or not at all.
pub(super) struct NewDatabase {
    pub(super) store: Store,
    place: Place,
}

impl NewDatabase {
    /// Refused if something is there.
    pub(super) async fn open(place: &Place, chance: Chance) -> Result<Self, Problem> {
        let under = match place {
            Place::Sqlite(path) => {
                if path.exists() {
                    return Err(Problem::Used(path.display().to_string()));
                }
                if let Some(folder) = path.parent() {
                    std::fs::create_dir_all(folder).doing("make", folder)?;
                }
                // One that was given up when the machine stopped.
                remove(&part(path));
                Place::Sqlite(part(path))
            }
            Place::Postgres(_) => place.clone(),
        };
        let store = Store::open(under, chance).await?;
        if !store.is_empty().await? {
            store.close().await;
            return Err(Problem::Used(format!("{place:?}")));
        }
        Ok(Self { store, place: place.clone() })
    }

    pub(super) async fn finish(self) -> Result<(), Problem> {
        self.store.close().await;
        match &self.place {
            Place::Sqlite(path) => {
                let part = part(path);
                let log = beside(&part, "-wal");
                // What still stands in the log is not in the file.
                if log.metadata().is_ok_and(|log| log.len() > 0) {
                    return Err(Problem::Differs(format!("{} is not empty", log.display())));
                }
                std::fs::rename(&part, path).doing("rename", &part)
            }
            Place::Postgres(_) => Ok(()),
        }
    }

    /// Leaves nothing behind.
    pub(super) async fn abandon(self, steps: &[Migration]) -> Result<(), Problem> {
        let taken_away = match &self.place {
            Place::Sqlite(_) => Ok(()),
            Place::Postgres(_) => self.store.take_away(steps).await,
        };
        self.store.close().await;
        if let Place::Sqlite(path) = &self.place {
            remove(&part(path));
        }
        Ok(taken_away?)
    }
}

fn part(path: &Path) -> PathBuf {
    beside(path, ".part")
}

fn beside(path: &Path, more: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(more);
    PathBuf::from(name)
}

fn remove(part: &Path) {
    for path in [part.to_owned(), beside(part, "-wal"), beside(part, "-shm")] {
        drop(std::fs::remove_file(path));
    }
}
