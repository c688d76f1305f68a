use std::path::PathBuf;

use app::operations::{Backup, Target, restore};
use store::Chance;

use crate::backup::{failed, say_restored};
use crate::{Failure, installation};

/// Make an installation of a backup, in a place where nothing is yet
#[derive(clap::Args)]
#[command(
    before_help = "Examples:\n  tereze restore tereze-2026-11-24T02-30-00Z.zip --data /var/lib/tereze\n  tereze restore tereze-2026-11-24T02-30-00Z.zip --data data --database postgres://tereze@127.0.0.1/tereze\n",
    after_help = "The backup is read whole before anything is made, and what fails leaves nothing behind.\nLetters that were waiting when the backup was made leave when `tereze serve` starts.\n"
)]
pub(crate) struct Arguments {
    /// The backup
    file: PathBuf,
    #[command(flatten)]
    options: installation::Options,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    installation::quiet_log();
    let settings = arguments.options.settings()?;
    let database = settings.database_place().map_err(|error| failed(error.into()))?;
    let target = Target { data: settings.data.clone(), database, files: settings.files_place() };
    let restored = installation::runtime()?.block_on(async {
        let mut backup = Backup::open(&arguments.file)?;
        restore(&mut backup, &target, Chance::Machine).await
    });
    let restored = restored.map_err(failed)?;
    println!("restored into {} and {:?}", target.data.display(), target.database);
    say_restored(&restored);
    Ok(())
}
