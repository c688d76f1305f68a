use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};

use super::super::Problem;
use super::super::problem::Doing;

/// The folder of backups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf {
    pub folder: PathBuf,
    /// So many of the newest stay.
    pub keep: u32,
}

const BEFORE: &str = "tereze-";
const AFTER: &str = ".zip";

/// Behind the name of one that is being written.
pub(super) const PART: &str = ".part";

const DAY: SignedDuration = SignedDuration::from_hours(24);

impl Shelf {
    /// The backups by when they were made, oldest first. What is called otherwise is none of ours.
    pub fn list(&self) -> Result<Vec<(Timestamp, PathBuf)>, Problem> {
        let mut backups = Vec::new();
        for entry in std::fs::read_dir(&self.folder).doing("list", &self.folder)? {
            let path = entry.doing("list", &self.folder)?.path();
            let name = path.file_name().and_then(|name| name.to_str());
            if let Some(moment) = name.and_then(moment_of) {
                backups.push((moment, path));
            }
        }
        backups.sort();
        Ok(backups)
    }

    pub fn newest(&self) -> Result<PathBuf, Problem> {
        let newest = self.list()?.pop();
        newest.map(|(_, path)| path).ok_or_else(|| Problem::NoBackup(self.folder.clone()))
    }

    /// Removes the oldest ones, if there are more than are kept.
    pub(super) fn thin_out(&self) -> Result<Vec<PathBuf>, Problem> {
        let backups = self.list()?;
        let keep = usize::try_from(self.keep).unwrap_or(usize::MAX).max(1);
        let too_many = backups.len().saturating_sub(keep);
        let mut removed = Vec::new();
        for (_, path) in backups.into_iter().take(too_many) {
            std::fs::remove_file(&path).doing("remove", &path)?;
            removed.push(path);
        }
        Ok(removed)
    }

    /// Removes what was never finished because the machine stopped: a day later nobody writes it any more.
    pub(super) fn clear(&self, now: Timestamp) -> Result<(), Problem> {
        for entry in std::fs::read_dir(&self.folder).doing("list", &self.folder)? {
            let path = entry.doing("list", &self.folder)?.path();
            let name = path.file_name().and_then(|name| name.to_str()?.strip_suffix(PART));
            if name.and_then(moment_of).is_some_and(|moment| now.duration_since(moment) > DAY) {
                std::fs::remove_file(&path).doing("remove", &path)?;
            }
        }
        Ok(())
    }

    pub(super) fn path(&self, moment: Timestamp) -> PathBuf {
        self.folder.join(format!("{BEFORE}{}{AFTER}", moment.strftime("%Y-%m-%dT%H-%M-%SZ")))
    }
}

fn moment_of(name: &str) -> Option<Timestamp> {
    let moment = name.strip_prefix(BEFORE)?.strip_suffix(AFTER)?;
    let (day, time) = moment.split_once('T')?;
    format!("{day}T{}", time.replace('-', ":")).parse().ok()
}

/// So that a name in the folder survives a power cut.
pub(super) fn settle(folder: &Path) -> Result<(), Problem> {
    #[cfg(unix)]
    std::fs::File::open(folder).and_then(|folder| folder.sync_all()).doing("settle", folder)?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Shelf, moment_of};

    #[test]
    fn a_backup_is_called_by_its_moment_and_found_by_it() {
        let shelf = Shelf { folder: "backups".into(), keep: 2 };
        let moment = "2026-11-24T06:00:00Z".parse().unwrap();
        let path = shelf.path(moment);
        assert_eq!(path.to_str(), Some("backups/tereze-2026-11-24T06-00-00Z.zip"));
        assert_eq!(moment_of("tereze-2026-11-24T06-00-00Z.zip"), Some(moment));
        for other in ["tereze.zip", "tereze-2026-11-24T06-00-00Z.zip.part", "notes-2026-11-24T06-00-00Z.zip"] {
            assert_eq!(moment_of(other), None, "{other}");
        }
    }
}
