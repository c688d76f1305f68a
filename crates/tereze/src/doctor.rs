use app::operations::{Health, Thoroughness, examine};
use store::Chance;

use crate::{Failure, Kind, installation};

/// Look whether everything is well, and say what to do where it is not
#[derive(clap::Args)]
#[command(
    before_help = "Examples:\n  tereze doctor --settings /etc/tereze.toml\n  tereze doctor --data /var/lib/tereze --full\n",
    after_help = "Exit code 1 if something is wrong; a warning is none.\n"
)]
pub(crate) struct Arguments {
    /// Also read every byte of the uploads
    #[arg(long)]
    full: bool,
    #[command(flatten)]
    options: installation::Options,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let settings = arguments.options.settings()?;
    let thoroughness = if arguments.full { Thoroughness::Full } else { Thoroughness::Quick };
    let now = installation::now();
    let found = installation::runtime()?.block_on(examine(&settings, thoroughness, now, Chance::Machine));
    for finding in &found {
        let health = match finding.health {
            Health::Ok => "ok",
            Health::Warn => "warn",
            Health::Wrong => "wrong",
        };
        println!("{health:<6}{:<11}{}", finding.what, finding.says);
        if !finding.fix.is_empty() {
            println!("{:<17}{}", "", finding.fix);
        }
    }
    match found.iter().filter(|finding| finding.health == Health::Wrong).count() {
        0 => Ok(()),
        1 => Err(Kind::Failed.because(anyhow::anyhow!("one thing is wrong"))),
        count => Err(Kind::Failed.because(anyhow::anyhow!("{count} things are wrong"))),
    }
}
