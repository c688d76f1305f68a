//! The photos of an archive, each to the place whose folder it is in: by its address or by its name.

use std::collections::BTreeMap;

use anyhow::Context as _;
use jobs::{Registry, Setback, Turn};
use kernel::{Id, fold};
use serde_json::json;
use store::{By, Entry};

use super::commit::IMPORT;
use super::{Import, ImportState};
use crate::record::location::Location;
use crate::{Defaults, Desk, find, photos, sql};

pub(super) const KIND: &str = "places.import-photos";

#[derive(serde::Deserialize)]
struct Args {
    import: String,
}

pub(crate) fn jobs(desk: &Desk) -> Registry {
    let desk = desk.clone();
    let run = move |turn: Turn| {
        let desk = desk.clone();
        async move {
            let args: Args = turn.read()?;
            let id: Id = args.import.parse().map_err(Setback::give_up)?;
            let Some(import) = sql::imports::find_import(&desk.store, id).await.context("find the import")? else {
                return Ok(());
            };
            match import.state {
                ImportState::Committed => add_all(&desk, &import, turn.now).await.map_err(Setback::Retry),
                ImportState::Staged | ImportState::Undone => Ok(()),
            }
        }
    };
    Registry::new().add(KIND, run)
}

/// One change for each photo: whoever is stopped goes on where it was, as a photo that is there is not taken twice.
async fn add_all(desk: &Desk, import: &Import, now: jiff::Timestamp) -> anyhow::Result<()> {
    let Some(archive) = import.archive else { return Ok(()) };
    let file = files::find_file(&desk.store, archive).await?.context("the archive is in the book of files")?;
    let readable = file.readable_by(&import.made_by).map_err(|closed| anyhow::anyhow!("the archive: {closed:?}"))?;
    let bytes = desk.files.bytes(&readable).await.context("read the archive")?;
    let entries = photos::unpack_folders(&bytes)?;
    let places = places_by_folder(desk, import).await?;
    let (mut added, mut passed) = (0_usize, 0_usize);
    for (path, bytes) in entries {
        let (folder, name) = path.split_once('/').unwrap_or(("", path.as_str()));
        let Some(place) = places.get(&fold::fold(folder)) else {
            passed += 1;
            continue;
        };
        let name = name.rsplit('/').next().unwrap_or(name);
        let by = By { actor: import.made_by.clone(), moment: now, reason: KIND.to_owned() };
        let change = desk.store.change(by).await?;
        match photos::add_photo(&change, &desk.files, place, (name, &bytes), &Defaults::default()).await? {
            Ok(_) => {
                change.commit().await?;
                added += 1;
            }
            Err(_) => passed += 1,
        }
    }
    let by = By { actor: import.made_by.clone(), moment: now, reason: KIND.to_owned() };
    let change = desk.store.change(by).await?;
    let told = json!({ "added": added, "passed": passed });
    change.record(Entry::new(IMPORT, import.id, "photos added").after(told)).await;
    change.commit().await?;
    Ok(())
}

async fn places_by_folder(desk: &Desk, import: &Import) -> anyhow::Result<BTreeMap<String, Location>> {
    let mut places = BTreeMap::new();
    for row in sql::imports::list_rows(&desk.store, import.id).await? {
        let Some(id) = row.location else { continue };
        let Some(place) = find::find_location(&desk.store, id).await? else { continue };
        for language in place.names.languages() {
            places.insert(fold::fold(place.names.get(language).unwrap_or_default()), place.clone());
        }
        places.insert(fold::fold(&place.slug), place);
    }
    Ok(places)
}
