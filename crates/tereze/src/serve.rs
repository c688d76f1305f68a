use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::Context;
use app::{App, Profile};
use web::Clock;

use crate::{Failure, Kind, listen, shipped};

/// Run the pages for a commission
#[derive(clap::Args)]
#[command(
    before_help = "Examples:\n  tereze serve\n  tereze serve --profile profiles/kazakhstan --data /var/lib/tereze --origin https://film.example\n"
)]
pub(crate) struct Arguments {
    /// Address and port to listen on
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Folder for everything that is kept
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// Folder of the commission's profile; without it, the one that comes with the program
    #[arg(long)]
    profile: Option<PathBuf>,
    /// How the site is called from outside, for links that must be absolute
    #[arg(long, default_value = "")]
    origin: String,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let profile = match &arguments.profile {
        Some(folder) => Profile::from_folder(folder).map_err(|problem| {
            let error = anyhow::Error::new(problem).context(format!("cannot use the profile in {}", folder.display()));
            Kind::BadData.because(error).hint("profiles/kazakhstan in the repository is an example")
        })?,
        None => shipped::profile()?,
    };
    std::fs::create_dir_all(&arguments.data)
        .with_context(|| format!("cannot make the data folder {}", arguments.data.display()))
        .map_err(|error| Kind::Failed.because(error))?;
    let origin = arguments.origin.trim_end_matches('/').to_owned();
    let rulebooks = match &arguments.profile {
        Some(folder) => app::rulebook_files(&folder.join("rulebooks"))
            .with_context(|| format!("cannot read the rulebooks in {}", folder.display()))
            .map_err(|error| Kind::BadData.because(error))?,
        None => Vec::new(),
    };
    let (data, library) = (arguments.data.clone(), shipped::library_with(&rulebooks)?);
    listen::serve(App { profile, clock: Clock::Machine, origin, data, library, sample: None }, arguments.listen)
}
