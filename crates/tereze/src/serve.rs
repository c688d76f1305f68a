use std::net::SocketAddr;

use app::App;

use crate::{Failure, Kind, installation, listen};

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
        print_first_link(&app, settings.listen).await?;
        listen::serve(app, settings.listen, settings.work_here).await
    })
}

/// Only who sees where the program runs can become the first administrator: there is no default password.
async fn print_first_link(app: &App, listen: SocketAddr) -> Result<(), Failure> {
    let path = people::first_run(&app.store, app.clock.now()).await.map_err(|error| Kind::Failed.because(error))?;
    if let (Some(path), Some(setting)) = (path, app.profile.languages.first()) {
        let origin = if app.origin.is_empty() { format!("http://{listen}") } else { app.origin.clone() };
        println!("Nobody is administrator yet. This link makes the first one, once and within 24 hours:");
        println!("{origin}/{}/{path}", setting.language);
    }
    Ok(())
}
