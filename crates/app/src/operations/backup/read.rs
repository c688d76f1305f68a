use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use store::TableHash;
use zip::ZipArchive;

use super::super::Problem;
use super::super::problem::Doing;
use super::manifest::{FORMAT, MANIFEST};
use super::{EntryHash, Manifest, hex, is_ours};

/// A backup whose list of contents was read. Holding one says nothing yet about the contents: see [`Backup::verify`].
pub struct Backup {
    pub manifest: Manifest,
    pub path: PathBuf,
    zip: ZipArchive<BufReader<File>>,
}

/// A manifest is a few lines for each upload.
const LONGEST_MANIFEST: u64 = 1 << 30;

impl Backup {
    /// Refuses what is no zip, no backup of ours, or holds something else than its manifest says.
    pub fn open(path: &Path) -> Result<Self, Problem> {
        let file = File::open(path).doing("open", path)?;
        let not_whole = |source| Problem::NotWhole { path: path.to_owned(), source };
        let mut zip = ZipArchive::new(BufReader::new(file)).map_err(not_whole)?;
        let foreign = |why: String| Problem::Foreign { path: path.to_owned(), why };
        let mut names = BTreeSet::new();
        for name in zip.file_names() {
            let name = name.map_err(not_whole)?.into_owned();
            if !is_ours(&name) {
                return Err(foreign(format!("it holds `{name}`")));
            }
            names.insert(name);
        }
        if !names.remove(MANIFEST) {
            return Err(foreign(format!("it has no {MANIFEST}")));
        }
        let mut text = Vec::new();
        let manifest = zip.by_name(MANIFEST).map_err(not_whole)?;
        let read = manifest.take(LONGEST_MANIFEST).read_to_end(&mut text);
        read.map_err(|error| damaged(path, MANIFEST, error.to_string()))?;
        let format = serde_json::from_slice::<serde_json::Value>(&text);
        let format = format.ok().and_then(|manifest| manifest.get("format").and_then(serde_json::Value::as_u64));
        match format {
            Some(format) if format > u64::from(FORMAT) => {
                return Err(Problem::Newer { path: path.to_owned(), what: format!("format {format}") });
            }
            Some(_) | None => {}
        }
        let manifest: Manifest =
            serde_json::from_slice(&text).map_err(|error| foreign(format!("its {MANIFEST} says {error}")))?;
        let listed: BTreeSet<String> = manifest.entries.iter().map(|entry| entry.name.clone()).collect();
        if let Some(name) = listed.symmetric_difference(&names).next() {
            let why = if names.contains(name) { "is not in the manifest" } else { "is not there" };
            return Err(damaged(path, name, why.to_owned()));
        }
        let tables: BTreeSet<String> = manifest.tables.iter().map(|table| entry_of(&table.table)).collect();
        let there: BTreeSet<String> = listed.into_iter().filter(|name| name.starts_with("tables/")).collect();
        if let Some(name) = tables.symmetric_difference(&there).next() {
            return Err(damaged(path, name, "is not what the manifest says of the tables".to_owned()));
        }
        Ok(Self { manifest, path: path.to_owned(), zip })
    }

    /// Reads everything and compares each hash.
    pub fn verify(&mut self) -> Result<(), Problem> {
        for entry in self.manifest.entries.clone() {
            let name = entry.name.clone();
            let table = self.manifest.tables.iter().find(|table| entry_of(&table.table) == name).cloned();
            let mut lines = Vec::new();
            let found = self.each_piece(&entry, table.is_some(), |line| {
                if table.is_some() {
                    lines.push(Sha256::digest(line.strip_suffix(b"\n").unwrap_or(line)).into());
                }
                Ok(())
            })?;
            if found != entry {
                return Err(damaged(&self.path, &name, "is not what was written".to_owned()));
            }
            if let Some(table) = table
                && TableHash::of(&table.table, lines) != table
            {
                return Err(damaged(&self.path, &name, "does not have the rows that the manifest says".to_owned()));
            }
            if name.strip_prefix("files/").is_some_and(|hash| hash != entry.sha256) {
                return Err(damaged(&self.path, &name, "is not what its name says".to_owned()));
            }
        }
        Ok(())
    }

    /// Writes an entry out as a file of its own.
    pub(in super::super) fn extract(&mut self, entry: &EntryHash, to: &Path) -> Result<(), Problem> {
        if let Some(folder) = to.parent() {
            std::fs::create_dir_all(folder).doing("make", folder)?;
        }
        let mut file = File::create(to).doing("write", to)?;
        let found = self.each_piece(entry, false, |piece| io::Write::write_all(&mut file, piece).doing("write", to))?;
        if found != *entry {
            return Err(damaged(&self.path, &entry.name, "has changed while it was read".to_owned()));
        }
        file.sync_all().doing("write", to)
    }

    /// The pieces of an entry, for what takes them one by one.
    pub(in super::super) fn pieces(
        &mut self,
        entry: &EntryHash,
    ) -> Result<impl Iterator<Item = io::Result<bytes::Bytes>>, Problem> {
        let not_whole = |source| Problem::NotWhole { path: self.path.clone(), source };
        let mut reading = self.zip.by_name(&entry.name).map_err(not_whole)?.take(entry.size);
        Ok(std::iter::from_fn(move || {
            let mut piece = vec![0; 1 << 18];
            match reading.read(&mut piece) {
                Ok(0) => None,
                Ok(count) => {
                    piece.truncate(count);
                    Some(Ok(piece.into()))
                }
                Err(error) => Some(Err(error)),
            }
        }))
    }

    /// Gives an entry to `take`, by lines or as it comes, and answers what it was. Longer than announced is not read.
    fn each_piece(
        &mut self,
        entry: &EntryHash,
        by_lines: bool,
        mut take: impl FnMut(&[u8]) -> Result<(), Problem>,
    ) -> Result<EntryHash, Problem> {
        let path = self.path.clone();
        let not_whole = |source| Problem::NotWhole { path: path.clone(), source };
        let reading = self.zip.by_name(&entry.name).map_err(not_whole)?.take(entry.size.saturating_add(1));
        let mut reading = BufReader::with_capacity(1 << 18, reading);
        let unreadable = |error: io::Error| damaged(&path, &entry.name, format!("cannot be read: {error}"));
        let mut digest = Sha256::new();
        let mut size = 0_u64;
        let mut piece = Vec::new();
        loop {
            piece.clear();
            if by_lines {
                reading.read_until(b'\n', &mut piece).map_err(unreadable)?;
            } else {
                piece.extend_from_slice(reading.fill_buf().map_err(unreadable)?);
                reading.consume(piece.len());
            }
            if piece.is_empty() {
                break;
            }
            digest.update(&piece);
            size = size.saturating_add(piece.len() as u64);
            take(&piece)?;
        }
        Ok(EntryHash { name: entry.name.clone(), size, sha256: hex(&digest.finalize()) })
    }
}

fn entry_of(table: &str) -> String {
    format!("tables/{table}.jsonl")
}

fn damaged(path: &Path, entry: &str, why: String) -> Problem {
    Problem::Damaged { path: path.to_owned(), entry: entry.to_owned(), why }
}
