//! All tables as lines of JSON, out of a database and into one.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind};
use std::path::Path;

use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use store::{Carried, Checkpoint, Migration, Snapshot, Store, TableHash};

use super::Problem;
use super::problem::Doing;

/// What was seen while the tables went by.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) tables: Carried,
    pub(super) checkpoint: Checkpoint,
    /// The hashes of uploaded contents.
    pub(super) files: BTreeSet<String>,
}

/// Where lines go.
pub(super) trait Lines {
    fn begin(&mut self, table: &'static str) -> Result<(), Problem>;
    fn line(&mut self, line: &str) -> Result<(), Problem>;
    fn end(&mut self) -> Result<(), Problem>;
}

/// Gives every table to `lines`, one after the other.
pub(super) async fn write_tables(snapshot: &mut Snapshot, lines: &mut (impl Lines + Send)) -> Result<Seen, Problem> {
    let mut seen = Seen {
        tables: Vec::new(),
        checkpoint: Checkpoint { position: 0, hash: String::new() },
        files: BTreeSet::new(),
    };
    for table in snapshot.tables().to_vec() {
        lines.begin(table)?;
        let mut hashes = Vec::new();
        snapshot
            .each_line(table, |line| {
                hashes.push(Sha256::digest(line.as_bytes()).into());
                seen.note(table, &line);
                lines.line(&line)
            })
            .await?;
        lines.end()?;
        seen.tables.push(TableHash::of(table, hashes));
    }
    Ok(seen)
}

/// Fills empty tables from `NAME.jsonl` in a folder. A table without a file stays empty.
pub(super) async fn fill_tables(store: &Store, steps: &[Migration], folder: &Path) -> Result<Carried, Problem> {
    type Read = Box<dyn Iterator<Item = Result<String, Problem>> + Send>;
    let lines = |table: &str| -> Result<Read, Problem> {
        let path = folder.join(format!("{table}.jsonl"));
        let file = match File::open(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Box::new(std::iter::empty())),
            file => file.doing("open", &path)?,
        };
        Ok(Box::new(BufReader::new(file).lines().map(move |line| line.doing("read", &path))))
    };
    store.fill(steps, lines).await
}

/// The first table that came out otherwise than it went in.
pub(super) fn compare(before: &[TableHash], after: &[TableHash]) -> Result<(), Problem> {
    let empty = TableHash::of("", Vec::new());
    for table in before.iter().chain(after) {
        let of = |tables: &[TableHash]| {
            let found = tables.iter().find(|other| other.table == table.table).unwrap_or(&empty);
            (found.rows, found.hash.clone())
        };
        if of(before) != of(after) {
            let (was, is) = (of(before).0, of(after).0);
            return Err(Problem::Differs(format!("table `{}` had {was} rows and has {is}", table.table)));
        }
    }
    Ok(())
}

impl Seen {
    fn note(&mut self, table: &str, line: &str) {
        if table != "file" && table != "audit_head" {
            return;
        }
        let Ok(row) = serde_json::from_str::<Json>(line) else { return };
        let text = |name: &str| row.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
        match table {
            "file" => drop(self.files.insert(text("hash"))),
            _ => {
                let position = row.get("position").and_then(Json::as_i64).unwrap_or(0);
                self.checkpoint = Checkpoint { position, hash: text("hash") };
            }
        }
    }
}
