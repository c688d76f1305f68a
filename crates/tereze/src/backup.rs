use std::path::{Path, PathBuf};

use app::operations::{Backup, Problem, Records, Restored, Shelf, Target, make, restore};
use app::settings::Settings;
use store::{Chance, Place};

use crate::{Failure, Kind, installation};

/// Keep a copy of everything in one file
#[derive(clap::Args)]
#[command(
    before_help = "Examples:\n  tereze backup now --settings /etc/tereze.toml\n  tereze backup verify backups/tereze-2026-11-24T02-30-00Z.zip\n  tereze backup drill --settings /etc/tereze.toml\n"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Make one; it is read back before it gets its name, and then the oldest go if there are too many
    Now(Kept),
    /// Read one again and compare every hash
    Verify {
        /// The backup
        file: PathBuf,
        /// Also list rows and hash of every table: two backups of the same records show the same lines
        #[arg(long)]
        tables: bool,
    },
    /// Restore the newest into a folder that goes afterwards, check everything, and say how long it took
    Drill(Kept),
}

#[derive(clap::Args)]
struct Kept {
    /// Folder of the backups; without it, `backup.folder` of the settings
    #[arg(long)]
    folder: Option<PathBuf>,
    #[command(flatten)]
    options: installation::Options,
}

const SECOND: jiff::SignedDuration = jiff::SignedDuration::from_secs(1);

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    installation::quiet_log();
    match &arguments.what {
        What::Now(kept) => now(kept),
        What::Verify { file, tables } => verify(file, *tables),
        What::Drill(kept) => drill(kept),
    }
}

fn now(kept: &Kept) -> Result<(), Failure> {
    let settings = kept.options.settings()?;
    let shelf = shelf(kept, &settings)?;
    installation::runtime()?.block_on(async {
        let records = Records::open(&settings, Chance::Machine).await.map_err(failed)?;
        let mut moment = installation::now();
        let made = loop {
            match make(&records, &shelf, moment).await {
                // Its name says the second; the daily one may just have taken it.
                Err(Problem::Taken(_)) => moment = moment.saturating_add(SECOND).unwrap_or(moment),
                made => break made.map_err(failed)?,
            }
        };
        records.store.close().await;
        println!("{}", made.path.display());
        let rows: u64 = made.manifest.tables.iter().map(|table| table.rows).sum();
        println!("{rows} rows, {} uploads, {} bytes", made.manifest.files().count(), made.size);
        println!("audit entry {}, {}", made.manifest.checkpoint.position, made.manifest.checkpoint.hash);
        for hash in &made.manifest.missing_files {
            eprintln!("warning: the upload {hash} is gone, and so is not in the backup");
        }
        for path in &made.removed {
            println!("removed {}", path.display());
        }
        Ok(())
    })
}

fn verify(file: &Path, tables: bool) -> Result<(), Failure> {
    let mut backup = Backup::open(file).map_err(failed)?;
    backup.verify().map_err(failed)?;
    let manifest = &backup.manifest;
    let rows: u64 = manifest.tables.iter().map(|table| table.rows).sum();
    println!("whole: made at {} by {}", manifest.made_at, manifest.program);
    println!("{rows} rows in {} tables, {} uploads", manifest.tables.len(), manifest.files().count());
    for hash in &manifest.missing_files {
        println!("the upload {hash} was gone already when it was made");
    }
    for table in manifest.tables.iter().filter(|_| tables) {
        println!("{} {} {}", table.hash, table.table, table.rows);
    }
    Ok(())
}

fn drill(kept: &Kept) -> Result<(), Failure> {
    let settings = kept.options.settings()?;
    let path = shelf(kept, &settings)?.newest().map_err(failed)?;
    let folder = std::env::temp_dir().join(format!("tereze-drill-{}", std::process::id()));
    let target =
        Target { data: folder.clone(), database: Place::Sqlite(folder.join("tereze.db")), files: files_in(&folder) };
    let begun = clock();
    let drilled = installation::runtime()?.block_on(async {
        let mut backup = Backup::open(&path)?;
        restore(&mut backup, &target, Chance::Machine).await
    });
    let took = begun.elapsed();
    let cleared = std::fs::remove_dir_all(&folder);
    let restored = drilled.map_err(failed)?;
    cleared.map_err(|error| Kind::Failed.because(error))?;
    println!("{} can be restored: it took {}.{:03} s", path.display(), took.as_secs(), took.subsec_millis());
    say_restored(&restored);
    Ok(())
}

pub(crate) fn say_restored(restored: &Restored) {
    let rows: u64 = restored.tables.iter().map(|table| table.rows).sum();
    println!("{rows} rows in {} tables and {} uploads, hash for hash", restored.tables.len(), restored.files);
    println!("the audit chain is whole, {} entries", restored.position);
    for step in &restored.steps {
        println!("brought up to date: {step}");
    }
}

fn shelf(kept: &Kept, settings: &Settings) -> Result<Shelf, Failure> {
    let folder = kept.folder.clone().or_else(|| settings.backup.folder.clone()).ok_or_else(|| {
        let failure = Kind::Usage.because(anyhow::anyhow!("there is no folder for backups"));
        failure.hint("`--folder FOLDER`, or `backup.folder` in the settings")
    })?;
    Ok(Shelf { folder, keep: settings.backup.keep })
}

pub(crate) fn files_in(data: &Path) -> app::operations::FilesPlace {
    app::operations::FilesPlace::Folder(data.join("files"))
}

/// A problem of the operations as an end of the program.
pub(crate) fn failed(problem: Problem) -> Failure {
    let kind = if problem.is_bad_data() { Kind::BadData } else { Kind::Failed };
    let hint = problem.hint();
    let failure = kind.because(problem);
    match hint {
        Some(hint) => failure.hint(hint),
        None => failure,
    }
}

#[expect(clippy::disallowed_methods, reason = "a drill says how long it took")]
fn clock() -> std::time::Instant {
    std::time::Instant::now()
}
