use std::net::SocketAddr;

use app::settings::Settings;
use app::{NotPurged, Supplied};

use crate::{Failure, Kind, installation, listen, shipped};

/// Look at Tereze with a sample country; nothing is kept
#[derive(clap::Args)]
#[command(
    before_help = "Examples:\n  tereze demo\n  tereze demo --listen 127.0.0.1:9000\n  tereze demo load --data /var/lib/tereze      sample people and productions beside your own\n  tereze demo purge --data /var/lib/tereze     take them away again, to the last row\n",
    args_conflicts_with_subcommands = true
)]
pub(crate) struct Arguments {
    /// Address and port to listen on
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// An empty database to use instead of one that goes with the program, such as postgres://user:password@host/name
    #[arg(long, default_value = "", hide_default_value = true)]
    database: String,
    #[command(subcommand)]
    deed: Option<Deed>,
}

#[derive(clap::Subcommand)]
enum Deed {
    /// Put sample people and productions into an installation
    Load(installation::Options),
    /// Take the sample away again
    Purge(installation::Options),
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    match &arguments.deed {
        Some(Deed::Load(options)) => return load(options),
        Some(Deed::Purge(options)) => return purge(options),
        None => {}
    }
    installation::log();
    // What visitors try is kept while the program runs and goes with it.
    let folder = std::env::temp_dir().join(format!("tereze-demo-{}", std::process::id()));
    let settings = Settings {
        data: folder.clone(),
        database: arguments.database.clone(),
        origin: format!("http://{}", arguments.listen),
        ..Settings::default()
    };
    let served = serve(settings, arguments.listen);
    match std::fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            eprintln!("cannot remove {}: {error}", folder.display())
        }
        _ => {}
    }
    served
}

fn load(options: &installation::Options) -> Result<(), Failure> {
    let settings = options.settings()?;
    let supplied = installation::supplied(&settings)?;
    installation::runtime()?.block_on(async {
        let app = installation::open(&settings, supplied).await?;
        app.load_sample(shipped::OFFICE).await.map_err(|error| Kind::Failed.because(error))?;
        app.store.close().await;
        println!("Sample people and productions are there; `tereze demo purge` takes them away again");
        Ok(())
    })
}

fn purge(options: &installation::Options) -> Result<(), Failure> {
    let settings = options.settings()?;
    let supplied = installation::supplied(&settings)?;
    installation::runtime()?.block_on(async {
        let app = installation::open(&settings, supplied).await?;
        let gone = app::purge(&app.store, app.clock.now()).await.map_err(|problem| match problem {
            NotPurged::LeanedOn(_) => {
                Kind::BadData.because(problem).hint("give them to somebody of yours, or delete them, and try again")
            }
            NotPurged::NoSample | NotPurged::Store(_) => Kind::Failed.because(problem),
        })?;
        app.store.close().await;
        println!("{gone} rows of the sample are gone; the chain keeps that they were here");
        Ok(())
    })
}

fn serve(settings: Settings, address: SocketAddr) -> Result<(), Failure> {
    let sample = Some(shipped::sample());
    let supplied = Supplied { profile: shipped::profile()?, library: shipped::library()?, sample };
    installation::runtime()?.block_on(async {
        let mut app = installation::open(&settings, supplied).await?;
        app.show_sample(shipped::OFFICE).await.map_err(|error| Kind::Failed.because(error))?;
        listen::serve(app, address, true).await
    })
}
