use std::io::ErrorKind;
use std::net::SocketAddr;

use app::App;
use jobs::Worker;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::{Failure, Kind, installation};

/// How many things a worker does side by side.
pub(crate) const LANES: usize = 2;

/// Serves until the program is told to stop (Ctrl-C or a polite kill), then finishes what has begun.
pub(crate) async fn serve(app: App, address: SocketAddr, works: bool) -> Result<(), Failure> {
    let store = app.store.clone();
    let (clock, is_demo) = (app.clock, app.demo);
    let worker = works.then(|| Worker::new(store.clone(), app::jobs(&app)));
    let router = app::router(app).map_err(|problem| Kind::BadData.because(problem))?;
    let listener = TcpListener::bind(address).await.map_err(|error| cannot_listen(error, address))?;
    let address = listener.local_addr().map_err(|error| Kind::Failed.because(error))?;
    // In one piece: whoever reads the first line may then close the pipe.
    let sign_in = if is_demo { format!("\nSign in as anybody: http://{address}/en/demo") } else { String::new() };
    let said = format!("Tereze listens on http://{address}/{sign_in}\n");
    print!("{said}");
    let (stop, stopped) = watch::channel(false);
    let working = worker
        .map(|worker| tokio::spawn(async move { worker.run_until_stopped(LANES, move || clock.now(), stopped).await }));
    let served = axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(told_to_stop())
        .await
        .map_err(|error| Kind::Failed.because(error));
    stop.send(true).ok();
    if let Some(working) = working {
        working.await.map_err(|error| Kind::Failed.because(error))?;
    }
    store.close().await;
    served
}

fn cannot_listen(error: std::io::Error, address: SocketAddr) -> Failure {
    let is_taken = error.kind() == ErrorKind::AddrInUse;
    let another = installation::next_port(address);
    let failure = Kind::Unavailable.because(anyhow::Error::new(error).context(format!("cannot listen on {address}")));
    let why = if is_taken { "another program uses this port; choose another one" } else { "choose another address" };
    failure.hint(format!("{why}: `--listen {another}`"))
}

pub(crate) async fn told_to_stop() {
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
