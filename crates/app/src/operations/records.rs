use std::path::PathBuf;

use files::Keep;
use store::{Chance, Place, Store};

use super::Problem;
use crate::migrations;
use crate::settings::Settings;

/// All that an installation keeps. Opening it changes nothing.
#[derive(Clone)]
pub struct Records {
    pub store: Store,
    pub keep: Keep,
    pub data: PathBuf,
}

impl Records {
    /// Opens what is there, if it is as this program would have it.
    pub async fn open(settings: &Settings, chance: Chance) -> Result<Self, Problem> {
        let store = Self::open_store(settings, chance.clone()).await?;
        let lacking = store.missing_steps(&migrations()).await?;
        if !lacking.is_empty() {
            return Err(Problem::Behind(lacking));
        }
        Self::around(store, settings, chance)
    }

    /// With records that were opened before, up to date or not.
    pub(super) fn around(store: Store, settings: &Settings, chance: Chance) -> Result<Self, Problem> {
        let keep = Keep::open(&settings.files_place(), settings.scanner(), chance)?;
        Ok(Self { store, keep, data: settings.data.clone() })
    }

    /// The records alone, up to date or not.
    pub async fn open_store(settings: &Settings, chance: Chance) -> Result<Store, Problem> {
        let place = settings.database_place()?;
        match &place {
            Place::Sqlite(path) if !path.exists() => return Err(Problem::NoDatabase(path.clone())),
            Place::Sqlite(_) | Place::Postgres(_) => {}
        }
        Ok(Store::open(place, chance).await?)
    }
}
