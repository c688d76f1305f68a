use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use store::{Chance, Migration, Place, Store};

/// Runs a test on a fresh SQLite database, and on a fresh schema of PostgreSQL where `TEREZE_TEST_POSTGRES` names a
/// server. Chance is seeded: the same test makes the same ids.
pub async fn on_each_database(steps: &[Migration], test: impl AsyncFn(Store)) {
    let folder = scratch_folder("database");
    let store = open(Place::Sqlite(folder.join("tereze.db"))).await;
    store.migrate(steps).await.expect("the steps fit SQLite");
    test(store.clone()).await;
    store.close().await;
    std::fs::remove_dir_all(&folder).expect("a test may remove its own folder");
    if let Some(store) = fresh_postgres().await {
        store.migrate(steps).await.expect("the steps fit PostgreSQL");
        test(store.clone()).await;
        store.close().await;
    }
}

/// A fresh SQLite database with its steps taken, for tests that are not about databases.
pub async fn fresh_store(steps: &[Migration]) -> Store {
    let store = open(Place::Sqlite(scratch_folder("database").join("tereze.db"))).await;
    store.migrate(steps).await.expect("the steps fit SQLite");
    store
}

/// A fresh schema on the server for tests, without any table; nothing if there is no server.
pub async fn fresh_postgres() -> Option<Store> {
    let (address, schema) = postgres_schema()?;
    let store = open(Place::Postgres(address)).await;
    store.make_schema(&schema).await.expect("the server for tests lets us make a schema");
    Some(store)
}

/// The address of a fresh schema, for programs that open it themselves.
pub fn fresh_postgres_address() -> Option<String> {
    let (address, schema) = postgres_schema()?;
    let runtime = tokio::runtime::Runtime::new().expect("a test may have a runtime");
    runtime.block_on(async {
        let store = open(Place::Postgres(address.clone())).await;
        store.make_schema(&schema).await.expect("the server for tests lets us make a schema");
        store.close().await;
    });
    Some(address)
}

fn postgres_schema() -> Option<(String, String)> {
    let server = told("TEREZE_TEST_POSTGRES")?;
    let schema = format!("test_{}_{}", std::process::id(), fresh_number());
    let joint = if server.contains('?') { '&' } else { '?' };
    Some((format!("{server}{joint}options[search_path]={schema}"), schema))
}

/// The command that restarts the server for tests under everybody's hands.
pub fn postgres_restart() -> Option<String> {
    told("TEREZE_TEST_POSTGRES_RESTART")
}

/// Whether tests take their time: `TEREZE_SLOW=1`.
pub fn slow() -> bool {
    told("TEREZE_SLOW").is_some_and(|value| value == "1")
}

fn told(name: &str) -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "the one place where tests learn what they are run with")]
    std::env::var(name).ok()
}

/// Whether tests write down what they find rather than compare it: `TEREZE_UPDATE=1`.
pub fn rewrites() -> bool {
    told("TEREZE_UPDATE").is_some_and(|value| value == "1")
}

/// An empty folder that no other test uses.
pub fn scratch_folder(purpose: &str) -> PathBuf {
    let name = format!("tereze-test-{purpose}-{}-{}", std::process::id(), fresh_number());
    let folder = std::env::temp_dir().join(name);
    drop(std::fs::remove_dir_all(&folder));
    std::fs::create_dir_all(&folder).expect("a test may make a folder");
    folder
}

async fn open(place: Place) -> Store {
    Store::open(place, Chance::seeded(1)).await.expect("a database for a test opens")
}

fn fresh_number() -> u64 {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    NUMBER.fetch_add(1, Ordering::Relaxed)
}
