use std::io::ErrorKind;
use std::net::SocketAddr;

use app::App;
use tokio::net::TcpListener;

use crate::{Failure, Kind};

/// Serves until the program is told to stop (Ctrl-C or a polite kill), then finishes what has begun.
pub(crate) fn serve(app: App, address: SocketAddr) -> Result<(), Failure> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
    let router = app::router(app).map_err(|problem| Kind::BadData.because(problem))?;
    let runtime = tokio::runtime::Runtime::new().map_err(|error| Kind::Failed.because(error))?;
    runtime.block_on(async {
        let listener = TcpListener::bind(address).await.map_err(|error| cannot_listen(error, address))?;
        let address = listener.local_addr().map_err(|error| Kind::Failed.because(error))?;
        println!("Tereze listens on http://{address}/");
        axum::serve(listener, router)
            .with_graceful_shutdown(told_to_stop())
            .await
            .map_err(|error| Kind::Failed.because(error))
    })
}

fn cannot_listen(error: std::io::Error, address: SocketAddr) -> Failure {
    let is_taken = error.kind() == ErrorKind::AddrInUse;
    let another = SocketAddr::new(address.ip(), address.port().checked_add(1).unwrap_or(8080));
    let failure = Kind::Unavailable.because(anyhow::Error::new(error).context(format!("cannot listen on {address}")));
    let why = if is_taken { "another program uses this port; choose another one" } else { "choose another address" };
    failure.hint(format!("{why}: `--listen {another}`"))
}

async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminated) => {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
        }
        Err(_) => drop(interrupted.await),
    }
    #[cfg(not(unix))]
    drop(interrupted.await);
}
