//! An uploaded file while its owner looks at how it was understood. Kept under the hash of its content, so that the
//! same file twice is one; gone after a day.

use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

/// How long a file waits for its owner.
const KEPT: Duration = Duration::from_hours(24);

pub(super) struct Draft {
    pub(super) id: String,
    /// As the sender's machine called it.
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

impl Draft {
    pub(super) fn new(name: &str, bytes: &[u8]) -> Self {
        let mut sha = Sha256::new();
        sha.update(name.as_bytes());
        sha.update([0]);
        sha.update(bytes);
        let id = sha.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        Self { id, name: name.to_owned(), bytes: bytes.to_vec() }
    }

    /// Keeps the file, and forgets those of yesterday.
    pub(super) fn keep(&self, folder: &Path, now: Timestamp) -> std::io::Result<()> {
        std::fs::create_dir_all(folder)?;
        forget_old(folder, now)?;
        // The same file again is written again: its day begins anew.
        let path = path(folder, &self.id);
        let mut content = self.name.as_bytes().to_vec();
        content.push(0);
        content.extend_from_slice(&self.bytes);
        let draft = path.with_extension(format!("{}.part", std::process::id()));
        std::fs::write(&draft, content)?;
        std::fs::rename(draft, path)
    }

    pub(super) fn find(folder: &Path, id: &str, now: Timestamp) -> std::io::Result<Option<Self>> {
        // INVARIANT: an id is letters and digits only, so it names no other folder.
        if id.len() != 24 || !id.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(None);
        }
        forget_old(folder, now)?;
        let Some(content) = unless_gone(std::fs::read(path(folder, id)))? else { return Ok(None) };
        let Some(end) = content.iter().position(|byte| *byte == 0) else { return Ok(None) };
        let (name, bytes) = content.split_at(end);
        let name = String::from_utf8_lossy(name).into_owned();
        Ok(Some(Self { id: id.to_owned(), name, bytes: bytes.get(1..).unwrap_or(&[]).to_vec() }))
    }
}

fn path(folder: &Path, id: &str) -> PathBuf {
    folder.join(format!("{id}.draft"))
}

fn forget_old(folder: &Path, now: Timestamp) -> std::io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        // Another visitor's request may have removed it between two of our steps.
        let Some(changed) = unless_gone(std::fs::metadata(&path))? else { continue };
        let Ok(changed) = Timestamp::try_from(changed.modified()?) else { continue };
        let age = now.duration_since(changed);
        if age.unsigned_abs() > KEPT && !age.is_negative() {
            unless_gone(std::fs::remove_file(path))?;
        }
    }
    Ok(())
}

fn unless_gone<T>(result: std::io::Result<T>) -> std::io::Result<Option<T>> {
    match result {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::Draft;
    use jiff::Timestamp;

    #[test]
    fn a_draft_is_found_by_its_hash_and_gone_after_a_day() {
        let folder = std::env::temp_dir().join(format!("tereze-drafts-{}", std::process::id()));
        let now: Timestamp = std::time::UNIX_EPOCH
            .elapsed()
            .map(|since| Timestamp::try_from(std::time::UNIX_EPOCH + since).unwrap())
            .unwrap();
        let draft = Draft::new("a\u{441}.csv", b"1;2\0");
        draft.keep(&folder, now).unwrap();
        let found = Draft::find(&folder, &draft.id, now).unwrap().unwrap();
        assert_eq!((found.name.as_str(), found.bytes.as_slice()), ("a\u{441}.csv", b"1;2\0".as_slice()));
        assert!(Draft::find(&folder, "../../../../../../etc/pass", now).unwrap().is_none());
        let later = now.checked_add(jiff::SignedDuration::from_hours(25)).unwrap();
        assert!(Draft::find(&folder, &draft.id, later).unwrap().is_none());
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
