use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use files::FileError;
use futures_util::StreamExt;
use jiff::Timestamp;
use store::{Migration, Store};
use zip::CompressionMethod;

use super::super::bundle::Bundle;
use super::super::problem::Doing;
use super::super::tables::write_tables;
use super::super::{Problem, Records};
use super::manifest::{Checkpoint, FOLDERS, FORMAT, MANIFEST, README};
use super::shelf::{PART, settle};
use super::{Backup, Manifest, Shelf};
use crate::migrations;

/// A backup that was just made.
#[derive(Debug)]
pub struct Made {
    pub path: PathBuf,
    pub size: u64,
    pub manifest: Manifest,
    /// Older ones that had to go.
    pub removed: Vec<PathBuf>,
}

/// Stands under another name until it is whole, and goes if it never is.
struct Part {
    path: PathBuf,
}

/// Writes a backup, reads it back, gives it its name, and then removes those that are too many.
pub async fn make(records: &Records, shelf: &Shelf, now: Timestamp) -> Result<Made, Problem> {
    let path = shelf.path(now);
    if path.exists() {
        return Err(Problem::Taken(path));
    }
    std::fs::create_dir_all(&shelf.folder).doing("make", &shelf.folder)?;
    shelf.clear(now)?;
    let part = Part { path: path.with_added_extension(PART.trim_start_matches('.')) };
    let manifest = write(records, &part.path, now).await?;
    let reading = part.path.clone();
    let read_back = tokio::task::spawn_blocking(move || Backup::open(&reading)?.verify());
    read_back.await.map_err(|broken| Problem::Differs(broken.to_string()))??;
    std::fs::rename(&part.path, &path).doing("rename", &part.path)?;
    settle(&shelf.folder)?;
    let size = path.metadata().doing("look at", &path)?.len();
    Ok(Made { removed: shelf.thin_out()?, path, size, manifest })
}

async fn write(records: &Records, path: &Path, now: Timestamp) -> Result<Manifest, Problem> {
    let steps = steps_taken(&records.store).await?;
    let mut bundle = Bundle::create(path)?;
    bundle.add(README.to_owned(), include_bytes!("readme.txt"))?;
    let mut snapshot = records.store.snapshot(&steps).await?;
    let seen = write_tables(&mut snapshot, &mut bundle).await?;
    // Whoever writes need not wait for the files.
    drop(snapshot);
    let mut missing_files = Vec::new();
    for hash in &seen.files {
        if !add_file(records, &mut bundle, hash).await? {
            missing_files.push(hash.clone());
        }
    }
    for folder in FOLDERS {
        add_folder(&mut bundle, &records.data, folder)?;
    }
    let manifest = Manifest {
        format: FORMAT,
        program: format!("tereze {}", env!("CARGO_PKG_VERSION")),
        made_at: format!("{now:.0}"),
        steps: steps.iter().map(Migration::step).collect(),
        checkpoint: Checkpoint { position: seen.checkpoint.position, hash: seen.checkpoint.hash },
        tables: seen.tables,
        entries: bundle.written().to_vec(),
        missing_files,
    };
    let text = serde_json::to_vec_pretty(&manifest).expect("a manifest is text and numbers");
    bundle.add(MANIFEST.to_owned(), &text)?;
    bundle.finish()?;
    Ok(manifest)
}

/// A backup is of the schema as it stands: before an upgrade it is older than this program.
async fn steps_taken(store: &Store) -> Result<Vec<Migration>, Problem> {
    let all = migrations();
    let lacking = store.missing_steps(&all).await?;
    Ok(all.into_iter().filter(|step| !lacking.contains(&step.step())).collect())
}

/// False if its bytes are gone: the rest is worth keeping all the more.
async fn add_file(records: &Records, bundle: &mut Bundle, hash: &str) -> Result<bool, Problem> {
    let Ok(hash) = hash.parse() else { return Ok(false) };
    let mut bytes = match records.keep.take_out(&hash).await {
        Err(FileError::Gone(_)) => return Ok(false),
        bytes => bytes?,
    };
    // Pictures, films and papers are compressed already.
    bundle.begin(format!("files/{hash}"), CompressionMethod::Stored)?;
    while let Some(piece) = bytes.next().await {
        bundle.write(&piece?)?;
    }
    bundle.finish_entry();
    Ok(true)
}

fn add_folder(bundle: &mut Bundle, data: &Path, name: &str) -> Result<(), Problem> {
    let folder = data.join(name);
    if !folder.exists() {
        return Ok(());
    }
    let entries = std::fs::read_dir(&folder).doing("list", &folder)?;
    let mut paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>();
    if let Ok(paths) = &mut paths {
        paths.sort();
    }
    for path in paths.doing("list", &folder)? {
        let called = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let entry = format!("{name}/{called}");
        // A draft that is being written, or something that somebody else put there.
        if called.ends_with(".draft") || !super::is_ours(&entry) || !path.is_file() {
            continue;
        }
        let mut file = File::open(&path).doing("read", &path)?;
        bundle.begin(entry, CompressionMethod::Deflated)?;
        let mut buffer = vec![0; 1 << 16];
        loop {
            let count = file.read(&mut buffer).doing("read", &path)?;
            let Some(bytes) = buffer.get(..count).filter(|bytes| !bytes.is_empty()) else { break };
            bundle.write(bytes)?;
        }
        bundle.finish_entry();
    }
    Ok(())
}

impl Drop for Part {
    fn drop(&mut self) {
        drop(std::fs::remove_file(&self.path));
    }
}
