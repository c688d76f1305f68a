use std::net::SocketAddr;

use app::Supplied;
use app::settings::Settings;

use crate::{Failure, Kind, installation, listen, shipped};

/// Look at Tereze with a sample country; nothing is kept
#[derive(clap::Args)]
#[command(before_help = "Examples:\n  tereze demo\n  tereze demo --listen 127.0.0.1:9000\n")]
pub(crate) struct Arguments {
    /// Address and port to listen on
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    installation::log();
    // What visitors try is kept while the program runs and goes with it.
    let folder = std::env::temp_dir().join(format!("tereze-demo-{}", std::process::id()));
    let served = serve(
        Settings { data: folder.clone(), origin: format!("http://{}", arguments.listen), ..Settings::default() },
        arguments.listen,
    );
    match std::fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            eprintln!("cannot remove {}: {error}", folder.display())
        }
        _ => {}
    }
    served
}

fn serve(settings: Settings, address: SocketAddr) -> Result<(), Failure> {
    let sample = Some(shipped::sample());
    let supplied = Supplied { profile: shipped::profile()?, library: shipped::library()?, sample };
    installation::runtime()?.block_on(async {
        let mut app = installation::open(&settings, supplied).await?;
        app.show_sample(shipped::OFFICE).await.map_err(|error| Kind::Failed.because(error))?;
        println!("Sign in as anybody: http://{address}/en/demo");
        listen::serve(app, address, true).await
    })
}
