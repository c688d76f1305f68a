use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use store::{Carried, Chance, Place, Verdict};

use super::new_database::NewDatabase;
use super::problem::Doing;
use super::tables::{Lines, compare, fill_tables, write_tables};
use super::{Problem, Records, chain};
use crate::migrations;

/// Tables on their way: a folder beside the data that goes when the move ends.
struct Luggage {
    folder: PathBuf,
    open: Option<(PathBuf, BufWriter<File>)>,
}

/// Carries all records to another database that is empty, and proves that they arrived. Uploads stay where they are.
pub async fn move_store(records: &Records, to: &Place, chance: Chance) -> Result<Carried, Problem> {
    let steps = migrations();
    let database = NewDatabase::open(to, chance).await?;
    let carried = async {
        let mut luggage = Luggage::pack(&records.data)?;
        let mut snapshot = records.store.snapshot(&steps).await?;
        let seen = write_tables(&mut snapshot, &mut luggage).await?;
        drop(snapshot);
        database.store.migrate(&steps).await?;
        let tables = fill_tables(&database.store, &steps, &luggage.folder).await?;
        compare(&seen.tables, &tables)?;
        match database.store.verify_audit().await? {
            Verdict::Whole(_) => Ok(tables),
            Verdict::Broken { position, why } => Err(Problem::Differs(chain::say_break(position, why))),
        }
    };
    match carried.await {
        Ok(tables) => {
            database.finish().await?;
            Ok(tables)
        }
        Err(problem) => {
            // Why it failed matters more than that something could not be cleared away.
            drop(database.abandon(&steps).await);
            Err(problem)
        }
    }
}

impl Luggage {
    fn pack(data: &Path) -> Result<Self, Problem> {
        let folder = data.join(".moving");
        std::fs::create_dir_all(&folder).doing("make", &folder)?;
        Ok(Self { folder, open: None })
    }
}

impl Lines for Luggage {
    fn begin(&mut self, table: &'static str) -> Result<(), Problem> {
        let path = self.folder.join(format!("{table}.jsonl"));
        let file = File::create(&path).doing("write", &path)?;
        self.open = Some((path, BufWriter::new(file)));
        Ok(())
    }

    fn line(&mut self, line: &str) -> Result<(), Problem> {
        match &mut self.open {
            Some((path, file)) => writeln!(file, "{line}").doing("write", path),
            None => Ok(()),
        }
    }

    fn end(&mut self) -> Result<(), Problem> {
        match self.open.take() {
            Some((path, mut file)) => file.flush().doing("write", &path),
            None => Ok(()),
        }
    }
}

impl Drop for Luggage {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.folder));
    }
}
