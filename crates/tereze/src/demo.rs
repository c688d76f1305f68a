use std::net::SocketAddr;

use app::App;
use web::Clock;

use crate::{Failure, listen, shipped};

/// Look at Tereze with a sample country; nothing is kept
#[derive(clap::Args)]
#[command(before_help = "Examples:\n  tereze demo\n  tereze demo --listen 127.0.0.1:9000\n")]
pub(crate) struct Arguments {
    /// Address and port to listen on
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    // What visitors try is kept while the program runs and goes with it.
    let folder = std::env::temp_dir().join(format!("tereze-demo-{}", std::process::id()));
    let app = App {
        profile: shipped::profile()?,
        clock: Clock::Machine,
        origin: String::new(),
        data: folder.clone(),
        library: shipped::library()?,
        sample: Some(shipped::sample()),
    };
    let served = listen::serve(app, arguments.listen);
    match std::fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            eprintln!("cannot remove {}: {error}", folder.display())
        }
        _ => {}
    }
    served
}
