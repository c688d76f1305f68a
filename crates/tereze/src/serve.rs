use std::net::SocketAddr;

use crate::{Failure, installation, listen};

/// Run the pages for a commission, and what is done later
#[derive(clap::Args)]
#[command(
    before_help = "Examples:\n  tereze serve\n  tereze serve --profile profiles/kazakhstan --data /var/lib/tereze --origin https://film.example\n  tereze serve --settings /etc/tereze.toml\n"
)]
pub(crate) struct Arguments {
    /// Address and port to listen on
    #[arg(long)]
    listen: Option<SocketAddr>,
    #[command(flatten)]
    options: installation::Options,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    installation::log();
    let mut settings = arguments.options.settings()?;
    settings.listen = arguments.listen.unwrap_or(settings.listen);
    let supplied = installation::supplied(&settings)?;
    installation::runtime()?.block_on(async {
        let app = installation::open(&settings, supplied).await?;
        listen::serve(app, settings.listen, settings.work_here).await
    })
}
