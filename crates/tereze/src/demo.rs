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
    let app = App { profile: shipped::profile()?, clock: Clock::Machine, origin: String::new(), data: None };
    listen::serve(app, arguments.listen)
}
