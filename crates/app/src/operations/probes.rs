//! For watchmen: is the program alive, can it serve, how much is there. No personal data.

use std::net::SocketAddr;
use std::time::Duration;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use store::Store;
use web::{Page, Permission, Routes, Session, WebError};

use crate::{App, migrations};

#[derive(Clone)]
struct Probes {
    store: Store,
    metrics_open: bool,
}

pub(crate) fn routes(app: &App) -> Routes {
    let probes = Probes { store: app.store.clone(), metrics_open: app.plan.metrics_open };
    Routes::new()
        .get("/healthz", Permission::Public, async || "alive\n")
        .get("/readyz", Permission::Public, ready)
        .get("/metrics", Permission::Public, metrics)
        .with_state(probes)
}

/// A watchman asks again soon: who answers late does not serve.
const PATIENCE: Duration = Duration::from_secs(5);

/// The database answers and is as this program would have it.
async fn ready(State(probes): State<Probes>) -> Response {
    let steps = migrations();
    match tokio::time::timeout(PATIENCE, probes.store.missing_steps(&steps)).await {
        Ok(Ok(lacking)) if lacking.is_empty() => "ready\n".into_response(),
        Ok(Ok(_) | Err(_)) | Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

async fn metrics(State(probes): State<Probes>, page: Page, request: Request) -> Result<Response, WebError> {
    let connected = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0);
    if !probes.metrics_open && !is_from_here(connected, request.headers()) {
        return Err(WebError::NotFound);
    }
    let mut text = String::new();
    let [informed, done, elsewhere, refused, failed] = page.site().answers();
    head(&mut text, "tereze_requests_total", "counter", "Answers by their class since the program began.");
    for (class, count) in [("1xx", informed), ("2xx", done), ("3xx", elsewhere), ("4xx", refused), ("5xx", failed)] {
        text.push_str(&format!("tereze_requests_total{{class=\"{class}\"}} {count}\n"));
    }
    let db = &probes.store;
    let now = page.site().clock().now();
    let gauges = [
        ("tereze_jobs_waiting", "Jobs that are not done yet.", jobs::count_waiting(db).await?),
        ("tereze_jobs_given_up", "Jobs that nobody tries any more.", jobs::count_given_up(db).await?),
        ("tereze_letters_waiting", "Letters in the outbox.", mail::count_waiting(db).await?),
        ("tereze_letters_failed", "Letters that could not be sent.", mail::count_failed(db).await?),
        ("tereze_sessions", "Places that are signed in.", Session::count(db, now).await?),
        ("tereze_audit_entries", "Entries of the chain of what was done.", db.checkpoint().await?.position),
        ("tereze_database_bytes", "Size of the database.", db.size().await?),
    ];
    for (name, what, value) in gauges {
        head(&mut text, name, "gauge", what);
        text.push_str(&format!("{name} {value}\n"));
    }
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response())
}

/// From this machine itself, and not through a proxy on it.
fn is_from_here(connected: Option<SocketAddr>, headers: &HeaderMap) -> bool {
    let forwarded = ["forwarded", "x-forwarded-for", "x-real-ip"].iter().any(|name| headers.contains_key(*name));
    connected.is_some_and(|address| address.ip().to_canonical().is_loopback()) && !forwarded
}

fn head(text: &mut String, name: &str, kind: &str, what: &str) {
    text.push_str(&format!("# HELP {name} {what}\n# TYPE {name} {kind}\n"));
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;

    use super::is_from_here;

    #[test]
    fn numbers_are_for_this_machine_and_not_for_whom_its_proxy_speaks() {
        let here = Some("127.0.0.1:5000".parse().unwrap());
        let away = Some("192.0.2.1:5000".parse().unwrap());
        assert!(is_from_here(here, &HeaderMap::new()));
        assert!(!is_from_here(away, &HeaderMap::new()) && !is_from_here(None, &HeaderMap::new()));
        let mut forwarded = HeaderMap::new();
        forwarded.insert("x-forwarded-for", "127.0.0.1".parse().unwrap());
        assert!(!is_from_here(here, &forwarded));
    }
}
