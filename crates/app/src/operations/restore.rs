//! Making an installation of a backup, all of it or none.

use std::path::{Path, PathBuf};

use files::Keep;
use futures_util::stream;
use store::{Carried, Chance, Migration, Place, Verdict};

use super::backup::Backup;
use super::new_database::NewDatabase;
use super::problem::Doing;
use super::tables::{compare, fill_tables};
use super::{EntryHash, Problem, chain};
use crate::migrations;

/// Where an installation is to be.
#[derive(Debug, Clone)]
pub struct Target {
    pub data: PathBuf,
    pub database: Place,
    pub files: files::Place,
}

/// What was restored.
#[derive(Debug)]
pub struct Restored {
    /// As they were in the backup, hash for hash.
    pub tables: Carried,
    pub files: usize,
    /// Steps that the schema took afterwards, because the program is newer than the backup.
    pub steps: Vec<String>,
    /// The last entry of the chain, which was worked out again from its beginning.
    pub position: i64,
}

/// Everything stands in here first.
struct Scaffold {
    data: PathBuf,
    folder: PathBuf,
    made_data: bool,
    moved: Vec<PathBuf>,
    is_done: bool,
}

/// Reads the whole backup before anything is made. What fails leaves nothing behind.
pub async fn restore(backup: &mut Backup, target: &Target, chance: Chance) -> Result<Restored, Problem> {
    let all = migrations();
    let steps = backup.manifest.steps_of(&all, &backup.path)?;
    refuse_used(target)?;
    backup.verify()?;
    let mut scaffold = Scaffold::put_up(&target.data)?;
    let database = NewDatabase::open(&target.database, chance.clone()).await?;
    let built = async {
        let files = put_files(backup, target, &scaffold, chance).await?;
        let filled = fill(backup, &database, &scaffold, &steps, &all).await?;
        scaffold.move_in()?;
        Ok((files, filled))
    };
    match built.await {
        Ok((files, (tables, position, steps))) => {
            database.finish().await?;
            scaffold.is_done = true;
            Ok(Restored { tables, files, steps, position })
        }
        Err(problem) => {
            // Why it failed matters more than that something could not be cleared away.
            drop(database.abandon(&all).await);
            Err(problem)
        }
    }
}

/// What an earlier restore left when the machine stopped does not count.
fn refuse_used(target: &Target) -> Result<(), Problem> {
    let data = &target.data;
    if !data.exists() {
        return Ok(());
    }
    let left = match &target.database {
        Place::Sqlite(path) => path.file_name().map(|name| format!("{}.part", name.to_string_lossy())),
        Place::Postgres(_) => None,
    };
    for entry in std::fs::read_dir(data).doing("list", data)? {
        let name = entry.doing("list", data)?.file_name().to_string_lossy().into_owned();
        let is_left = name == SCAFFOLD || left.as_ref().is_some_and(|left| name.starts_with(left.as_str()));
        // Each disk has a folder of that name.
        if !is_left && name != "lost+found" {
            return Err(Problem::Used(data.display().to_string()));
        }
    }
    Ok(())
}

async fn put_files(
    backup: &mut Backup,
    target: &Target,
    scaffold: &Scaffold,
    chance: Chance,
) -> Result<usize, Problem> {
    let place = match &target.files {
        files::Place::Folder(_) => files::Place::Folder(scaffold.folder.join("files")),
        // Contents that nobody names are swept there.
        bucket @ files::Place::Bucket { .. } => bucket.clone(),
    };
    let keep = Keep::open(&place, files::Scanner::Off, chance)?;
    let path = backup.path.clone();
    let files: Vec<EntryHash> = backup.manifest.files().cloned().collect();
    for entry in &files {
        let name = entry.name.trim_start_matches("files/");
        let hash = name.parse().map_err(|_| Problem::Damaged {
            path: path.clone(),
            entry: entry.name.clone(),
            why: "is not the name of an upload".to_owned(),
        })?;
        let pieces = backup.pieces(entry)?;
        let put = keep.put_back(&hash, stream::iter(pieces)).await;
        put.map_err(|error| Problem::putting_back(&path, &hash, error))?;
    }
    for entry in backup.manifest.entries.clone() {
        if !["files/", "tables/"].iter().any(|folder| entry.name.starts_with(folder)) && entry.name.contains('/') {
            backup.extract(&entry, &scaffold.folder.join(&entry.name))?;
        }
    }
    Ok(files.len())
}

async fn fill(
    backup: &mut Backup,
    database: &NewDatabase,
    scaffold: &Scaffold,
    steps: &[Migration],
    all: &[Migration],
) -> Result<(Carried, i64, Vec<String>), Problem> {
    let folder = scaffold.folder.join("tables");
    for entry in backup.manifest.entries.clone() {
        if entry.name.starts_with("tables/") {
            backup.extract(&entry, &scaffold.folder.join(&entry.name))?;
        }
    }
    let store = &database.store;
    store.migrate(steps).await?;
    let tables = fill_tables(store, steps, &folder).await?;
    std::fs::remove_dir_all(&folder).doing("remove", &folder)?;
    compare(&backup.manifest.tables, &tables)?;
    let position = match store.verify_audit().await? {
        Verdict::Whole(checkpoint) => checkpoint.position,
        Verdict::Broken { position, why } => {
            return Err(Problem::Damaged {
                path: backup.path.clone(),
                entry: "tables/audit.jsonl".to_owned(),
                why: chain::say_break(position, why),
            });
        }
    };
    Ok((tables, position, store.migrate(all).await?))
}

const SCAFFOLD: &str = ".restoring";

impl Scaffold {
    fn put_up(data: &Path) -> Result<Self, Problem> {
        let made_data = !data.exists();
        let folder = data.join(SCAFFOLD);
        if folder.exists() {
            // One that was given up when the machine stopped.
            std::fs::remove_dir_all(&folder).doing("remove", &folder)?;
        }
        std::fs::create_dir_all(&folder).doing("make", &folder)?;
        Ok(Self { data: data.to_owned(), folder, made_data, moved: Vec::new(), is_done: false })
    }

    fn move_in(&mut self) -> Result<(), Problem> {
        for entry in std::fs::read_dir(&self.folder).doing("list", &self.folder)? {
            let entry = entry.doing("list", &self.folder)?;
            let to = self.data.join(entry.file_name());
            std::fs::rename(entry.path(), &to).doing("move in", &to)?;
            self.moved.push(to);
        }
        Ok(())
    }
}

impl Drop for Scaffold {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.folder));
        if self.is_done {
            return;
        }
        for moved in &self.moved {
            drop(std::fs::remove_dir_all(moved));
        }
        if self.made_data {
            // Only if nothing else came in meanwhile.
            drop(std::fs::remove_dir(&self.data));
        }
    }
}
