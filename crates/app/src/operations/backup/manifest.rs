use serde::{Deserialize, Serialize};
use store::{Migration, TableHash};

use super::super::Problem;

/// What stands in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Of this description: a reader that does not know it must not guess.
    pub format: u32,
    pub program: String,
    /// RFC 3339.
    pub made_at: String,
    /// The steps that the schema had taken, in their order.
    pub steps: Vec<String>,
    /// The last entry of the chain of what was done.
    pub checkpoint: Checkpoint,
    pub tables: Vec<TableHash>,
    /// Every entry of the zip but this one. Uploads are `files/` and their SHA-256.
    pub entries: Vec<EntryHash>,
    /// Uploads that a row names and that were not there when the backup was made.
    pub missing_files: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    pub position: i64,
    pub hash: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryHash {
    pub name: String,
    pub size: u64,
    pub sha256: String,
}

pub(super) const FORMAT: u32 = 1;
pub(super) const MANIFEST: &str = "manifest.json";
pub(super) const README: &str = "README.txt";

/// Folders of the data folder that are kept as they are, beside the uploads.
pub(super) const FOLDERS: [&str; 3] = ["estimates", crate::keys::FOLDER, "rulebooks"];

impl Manifest {
    /// Those of the program's steps that the backup had taken.
    pub(crate) fn steps_of(&self, steps: &[Migration], path: &std::path::Path) -> Result<Vec<Migration>, Problem> {
        let unknown = self.steps.iter().find(|name| steps.iter().all(|step| step.step() != **name));
        match unknown {
            Some(unknown) => Err(Problem::Newer { path: path.to_owned(), what: unknown.clone() }),
            None => Ok(steps.iter().filter(|step| self.steps.contains(&step.step())).copied().collect()),
        }
    }

    /// The uploads in it.
    pub fn files(&self) -> impl Iterator<Item = &EntryHash> {
        self.entries.iter().filter(|entry| entry.name.starts_with("files/"))
    }
}

/// Whether an entry may be called so: one of our folders, and a name that cannot lead out of it.
pub(crate) fn is_ours(name: &str) -> bool {
    let is_plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
    };
    match name.split_once('/') {
        None => name == README || name == MANIFEST,
        Some((folder, rest)) => (["tables", "files"].contains(&folder) || FOLDERS.contains(&folder)) && is_plain(rest),
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn no_name_in_a_backup_leads_out_of_its_folder() {
        for good in ["README.txt", "manifest.json", "tables/audit_head.jsonl", "estimates/0a1b.json"] {
            assert!(is_ours(good), "{good}");
        }
        for wrong in ["", "passwd", "../x", "files/../x", "files/", "/files/x", "files/a/b", "files/.x", "files\\x"] {
            assert!(!is_ours(wrong), "{wrong}");
        }
    }
}
