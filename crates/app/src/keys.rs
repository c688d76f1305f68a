//! The key that seals second factors: in a file, so that a copy of the database alone opens nothing.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use people::Seal;
use store::{By, Entry, Store};

use crate::OpenProblem;
use crate::settings::Settings;
use crate::sql;

/// The folder of the data folder in which keys are kept, and which a backup carries.
pub(crate) const FOLDER: &str = "keys";
const FILE: &str = "second-factors.key";
/// By which the database knows the key that it was sealed with.
const FACT: &str = "second-factor-key";
/// What a person makes up is shorter.
const SHORTEST: usize = 32;

/// Reads the key, or makes it when the installation is new. An empty file is somebody's word that the key is lost:
/// then there is a new one, and everybody sets up a new second factor.
pub(crate) async fn seal(settings: &Settings, store: &Store, now: Timestamp) -> Result<Seal, OpenProblem> {
    let path = match &settings.sign_in.key_file {
        Some(path) => path.clone(),
        None => {
            let own = settings.data.join(FOLDER).join(FILE);
            close(&own);
            own
        }
    };
    let known = sql::find_fact(store, FACT).await?;
    let found = read(&path)?;
    let is_lost = found.as_deref() == Some("");
    let secret = match (found, &known) {
        (Some(secret), _) if !secret.is_empty() => secret,
        (None, Some(_)) => return Err(OpenProblem::NoKey(path)),
        (Some(_) | None, _) => {
            write(&path, &store.secret())?;
            read(&path)?.unwrap_or_default()
        }
    };
    if secret.len() < SHORTEST {
        return Err(OpenProblem::ShortKey(path));
    }
    let seal = Seal::new(&secret);
    if known.as_deref() != Some(seal.check()) {
        if known.is_some() && !is_lost {
            return Err(OpenProblem::OtherKey(path));
        }
        let reason = "installation.key".to_owned();
        let change = store.change(By { actor: kernel::Actor::program("serve"), moment: now, reason }).await?;
        if is_lost {
            people::forget_second_factors(&change).await?;
        }
        sql::set_fact(&change, FACT, seal.check()).await?;
        change
            .record(Entry::new("installation", FACT, if is_lost { "new key: the old one is lost" } else { "key" }))
            .await;
        change.commit().await?;
    }
    people::seal_second_factors(store, &seal, now).await?;
    Ok(seal)
}

/// What stands in the file; nothing if there is none.
fn read(path: &Path) -> Result<Option<String>, OpenProblem> {
    let failed = |source| OpenProblem::Key { path: path.to_owned(), source };
    match std::fs::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed(error)),
        Ok(text) => Ok(Some(text.trim().to_owned())),
    }
}

fn write(path: &PathBuf, secret: &str) -> Result<(), OpenProblem> {
    let failed = |source| OpenProblem::Key { path: path.clone(), source };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    // Nobody reads it in the moment between making and closing.
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(failed)?;
    file.write_all(format!("{secret}\n").as_bytes()).and_then(|()| file.sync_all()).map_err(failed)
}

/// A restore or a copy may have left our own file open to others.
fn close(path: &Path) {
    #[cfg(unix)]
    drop(std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600)));
    #[cfg(not(unix))]
    let _ = path;
}

#[cfg(test)]
mod tests {
    use store::Verdict;
    use testkit::{fresh_store, scratch_folder};

    use super::*;

    fn now() -> Timestamp {
        "2026-11-24T06:00:00Z".parse().unwrap()
    }

    #[tokio::test]
    async fn a_key_is_made_once_read_by_its_owner_and_missed_when_it_is_gone() {
        let store = fresh_store(&crate::migrations()).await;
        let settings = Settings { data: scratch_folder("keys"), ..Settings::default() };
        let path = settings.data.join("keys/second-factors.key");
        let first = seal(&settings, &store, now()).await.unwrap();
        let kept = std::fs::read_to_string(&path).unwrap();
        assert!(kept.trim().len() > 40);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert_eq!(seal(&settings, &store, now()).await.unwrap().check(), first.check());

        std::fs::remove_file(&path).unwrap();
        assert!(matches!(seal(&settings, &store, now()).await, Err(OpenProblem::NoKey(_))));
        std::fs::write(&path, "k".repeat(40)).unwrap();
        assert!(matches!(seal(&settings, &store, now()).await, Err(OpenProblem::OtherKey(_))));
        std::fs::write(&path, "guess me").unwrap();
        assert!(matches!(seal(&settings, &store, now()).await, Err(OpenProblem::ShortKey(_))));
        std::fs::write(&path, kept).unwrap();
        assert_eq!(seal(&settings, &store, now()).await.unwrap().check(), first.check());

        // Somebody says that it is lost.
        std::fs::write(&path, "").unwrap();
        assert_ne!(seal(&settings, &store, now()).await.unwrap().check(), first.check());
        assert!(matches!(store.verify_audit().await.unwrap(), Verdict::Whole(_)));
    }
}
