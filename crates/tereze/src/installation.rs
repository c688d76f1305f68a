//! Opening an installation from a settings file and the options that win over it.

use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::Context;
use app::operations::upgrade;
use app::settings::Settings;
use app::{App, Profile, Supplied};
use store::Chance;
use web::Clock;

use crate::backup::failed;
use crate::{Failure, Kind, shipped};

/// What every command about an installation may be given.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Settings file in TOML; see `tereze settings`
    #[arg(long)]
    settings: Option<PathBuf>,
    /// Folder for everything that is kept
    #[arg(long)]
    data: Option<PathBuf>,
    /// A file, or postgres://user:password@host/name
    #[arg(long)]
    database: Option<String>,
    /// Folder of the commission's profile; without it, the one that comes with the program
    #[arg(long)]
    profile: Option<PathBuf>,
    /// How the site is called from outside, for links that must be absolute
    #[arg(long)]
    origin: Option<String>,
}

impl Options {
    pub(crate) fn settings(&self) -> Result<Settings, Failure> {
        let mut settings = match &self.settings {
            Some(path) => Settings::from_file(path).map_err(|problem| {
                Kind::BadData.because(problem).hint("`tereze settings` prints every setting with its default")
            })?,
            None => Settings::default(),
        };
        if let Some(data) = &self.data {
            settings.data.clone_from(data);
        }
        if let Some(database) = &self.database {
            settings.database.clone_from(database);
        }
        if let Some(origin) = &self.origin {
            settings.origin.clone_from(origin);
        }
        settings.profile = self.profile.clone().or(settings.profile);
        Ok(settings)
    }
}

pub(crate) fn supplied(settings: &Settings) -> Result<Supplied, Failure> {
    let Some(folder) = &settings.profile else {
        return Ok(Supplied { profile: shipped::profile()?, library: shipped::library()?, sample: None });
    };
    let profile = Profile::from_folder(folder).map_err(|problem| {
        let error = anyhow::Error::new(problem).context(format!("cannot use the profile in {}", folder.display()));
        Kind::BadData.because(error).hint("profiles/kazakhstan in the repository is an example")
    })?;
    let rulebooks = app::rulebook_files(&folder.join("rulebooks"))
        .with_context(|| format!("cannot read the rulebooks in {}", folder.display()))
        .map_err(|error| Kind::BadData.because(error))?;
    Ok(Supplied { profile, library: shipped::library_with(&rulebooks)?, sample: None })
}

/// Opens it for work: made if it is not there, brought up to date after a backup if it is older.
pub(crate) async fn open(settings: &Settings, supplied: Supplied) -> Result<App, Failure> {
    upgrade(settings, now(), Chance::Machine).await.map_err(failed)?;
    App::open(settings, supplied, Clock::Machine, Chance::Machine)
        .await
        .map_err(|problem| Kind::Failed.because(problem))
}

pub(crate) fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Runtime::new().map_err(|error| Kind::Failed.because(error))
}

pub(crate) fn log() {
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
}

/// For commands that say themselves what they do: only what went wrong.
pub(crate) fn quiet_log() {
    let level = tracing_subscriber::filter::LevelFilter::ERROR;
    tracing_subscriber::fmt().with_max_level(level).with_writer(std::io::stderr).init();
}

/// An address for the program's messages when the wanted one is taken.
pub(crate) fn next_port(address: SocketAddr) -> SocketAddr {
    SocketAddr::new(address.ip(), address.port().checked_add(1).unwrap_or(8080))
}

/// The moment at which a command began.
pub(crate) fn now() -> jiff::Timestamp {
    Clock::Machine.now()
}
