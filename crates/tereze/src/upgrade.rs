use app::operations::{Upgraded, lacking, upgrade};
use app::settings::Settings;
use store::Chance;

use crate::backup::failed;
use crate::{Failure, installation};

/// Bring the database up to date with this program, after a backup
#[derive(clap::Args)]
#[command(
    before_help = "Examples:\n  tereze upgrade --check --settings /etc/tereze.toml   what would be done; changes nothing\n  tereze upgrade --settings /etc/tereze.toml\n",
    after_help = "`tereze serve` and `tereze work` do the same when they start. An older program refuses a newer database:\nthe way back is the backup, restored with the old program.\n"
)]
pub(crate) struct Arguments {
    /// Say what would be done, and change nothing
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    options: installation::Options,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    installation::quiet_log();
    let settings = arguments.options.settings()?;
    installation::runtime()?.block_on(async {
        match arguments.check {
            true => say_lacking(&lacking(&settings, Chance::Machine).await.map_err(failed)?, &settings),
            false => {
                say_upgraded(&upgrade(&settings, installation::now(), Chance::Machine).await.map_err(failed)?);
            }
        }
        Ok(())
    })
}

fn say_lacking(steps: &[String], settings: &Settings) {
    if steps.is_empty() {
        println!("up to date: nothing would be done");
        return;
    }
    match &settings.backup.folder {
        Some(folder) => println!("a backup would be made in {}", folder.display()),
        None => println!("no backup would be made: `backup.folder` is not set"),
    }
    for step in steps {
        println!("the database would take the step {step}");
    }
}

fn say_upgraded(upgraded: &Upgraded) {
    if upgraded.steps.is_empty() {
        println!("up to date: nothing was done");
    }
    if let Some(backup) = &upgraded.backup {
        println!("as it was before: {}", backup.display());
    }
    for step in &upgraded.steps {
        println!("the database has taken the step {step}");
    }
}
