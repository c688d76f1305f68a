use jobs::Worker;
use tokio::sync::watch;

use crate::{Failure, installation, listen};

/// Do what is to be done later, beside one or more `tereze serve` with `work_here = false`
#[derive(clap::Args)]
#[command(before_help = "Examples:\n  tereze work --settings /etc/tereze.toml\n")]
pub(crate) struct Arguments {
    #[command(flatten)]
    options: installation::Options,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    installation::log();
    let settings = arguments.options.settings()?;
    let supplied = installation::supplied(&settings)?;
    installation::runtime()?.block_on(async {
        let app = installation::open(&settings, supplied).await?;
        let worker = Worker::new(app.store.clone(), app::jobs(&app));
        let (stop, stopped) = watch::channel(false);
        tokio::spawn(async move {
            listen::told_to_stop().await;
            stop.send(true).ok();
        });
        let clock = app.clock;
        worker.run_until_stopped(listen::LANES, move || clock.now(), stopped).await;
        Ok(())
    })
}
